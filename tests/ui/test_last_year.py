"""Last year's report beside the draft, in a real window with a real history."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from tests.made_years import KEPT, report


def _check(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.kept, timeout=60_000):
        window.open_path(path)


def _carried(window: MainWindow) -> list[str]:
    shown = window.session.shown
    assert shown is not None
    return [one.text for one in shown.result.observations if "上年的报告" in one.message]


@pytest.fixture
def drafts(tmp_path: Path) -> dict[int, Path]:
    paths = {year: tmp_path / f"{year}.txt" for year in (2021, 2022)}
    for year, path in paths.items():
        path.write_text(report(year), encoding="utf-8")
    return paths


def test_last_years_report_is_chosen_and_stays_for_another_look(
    real_window: MainWindow, qtbot: QtBot, drafts: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    action = real_window.actions_["compare_with_last_year"]
    assert not action.isEnabled()
    _check(real_window, qtbot, drafts[2022])
    assert not _carried(real_window)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(drafts[2021]), ""))
    with qtbot.waitSignal(real_window.kept, timeout=60_000):
        action.trigger()
    assert any(KEPT[:12] in one for one in _carried(real_window))
    assert any("已与2021年度的报告对照" in one for one in real_window.banner.sentences())
    with qtbot.waitSignal(real_window.kept, timeout=60_000):
        real_window.check_again()
    assert _carried(real_window)
    _check(real_window, qtbot, drafts[2022])
    assert not _carried(real_window)


def test_last_years_report_in_the_history_is_offered(
    real_window: MainWindow, qtbot: QtBot, drafts: dict[int, Path]
) -> None:
    _check(real_window, qtbot, drafts[2021])
    assert not any("照搬" in one for one in real_window.banner.sentences())
    with qtbot.waitSignal(real_window.session.last_year, timeout=60_000):
        real_window.open_path(drafts[2022])
    assert any("2021 年度的报告" in one for one in real_window.banner.sentences())
    button = next(one for one in real_window.banner.findChildren(QPushButton) if one.text() == "和上一年度对照")
    with qtbot.waitSignal(real_window.kept, timeout=60_000):
        button.click()
    assert _carried(real_window)
    assert not any("照搬" in one for one in real_window.banner.sentences())
