"""An observation the user has found to be none: set apart for this unit's drafts, and put back."""

from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.history.store import History
from desktop.paths import history_file
from desktop.ui.cards import WrappedLabel
from desktop.ui.item_tree import Role
from desktop.ui.main_window import MainWindow

WRONG = "全年共排查受理矛盾纠纷213件，其中邻里纠纷86件、物业纠纷71件、劳资纠纷39件、其他纠纷27件。"
BLANK = "开展普法活动XX场次。"


def _draft(folder: Path, unit: str = "平陵县水利局") -> Path:
    path = folder / f"{unit}.txt"
    path.write_text(
        f"{unit}2024年度法治政府建设工作报告\n\n一、主要举措和成效\n\n{WRONG}\n\n{BLANK}\n", encoding="utf-8"
    )
    return path


def _open(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.kept, timeout=30_000):
        window.open_path(path)


def _messages(window: MainWindow) -> list[str]:
    assert window.session.shown is not None
    return [one.message for one in window.session.shown.result.observations]


def _button(window: MainWindow, text: str) -> QToolButton:
    (found,) = (one for one in window.panel.widget().findChildren(QToolButton) if one.text() == text)
    return found


def _settle(window: MainWindow, qtbot: QtBot, words: str) -> None:
    number = next(n for n, one in enumerate(_messages(window)) if words in one)
    window.items.choose(f"observation/{number}")
    with qtbot.waitSignal(window.session.changed, timeout=10_000):
        _button(window, "核对无误").click()


def test_a_settled_observation_is_counted_walked_and_marked_no_more(
    real_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(real_window, qtbot, _draft(tmp_path))
    before = _messages(real_window)
    assert any("213件" in one for one in before) and any("XX场次" in one for one in before)
    _settle(real_window, qtbot, "213件")
    assert not any("213件" in one for one in _messages(real_window)) and len(_messages(real_window)) == len(before) - 1
    assert real_window.items.observations.text() == f"疑点 {len(before) - 1}"
    row = real_window.items._model.index_of("settled/0")
    assert row.data(Role.WORD) == "已核对" and "213件" in row.data()
    for _ in before:
        real_window.next_observation()
        assert real_window.items.current_key() != "settled/0"


def test_it_stays_settled_when_checked_again_and_after_a_restart_for_this_unit_alone(
    real_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(real_window, qtbot, _draft(tmp_path))
    _settle(real_window, qtbot, "213件")
    with qtbot.waitSignal(real_window.kept, timeout=30_000):
        real_window.check_again()
    assert not any("213件" in one for one in _messages(real_window))
    _open(real_window, qtbot, _draft(tmp_path, "平陵县林业局"))
    assert any("213件" in one for one in _messages(real_window))
    second = MainWindow(real_window.data_folder)
    qtbot.addWidget(second)
    _open(second, qtbot, _draft(tmp_path))
    assert not any("213件" in one for one in _messages(second))
    assert second.session.shown is not None and len(second.session.shown.settled) == 1
    assert second.session.jobs.finish(20_000)


def test_the_paper_says_how_many_are_not_listed(real_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _open(real_window, qtbot, _draft(tmp_path))
    _settle(real_window, qtbot, "不一致")
    shown = real_window.session.shown
    assert shown is not None
    with pypdfium2.PdfDocument(real_window.session.desk.export(shown, tmp_path / "清单.pdf")) as pdf:
        words = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "有1处疑点已经人工核对无误，没有列入" in "".join(words.split())


def test_it_is_put_back(real_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _open(real_window, qtbot, _draft(tmp_path))
    before = _messages(real_window)
    _settle(real_window, qtbot, "213件")
    real_window.items.choose("settled/0")
    assert "213件" in "".join(label.plain for label in real_window.panel.widget().findChildren(WrappedLabel))
    with qtbot.waitSignal(real_window.session.changed, timeout=10_000):
        _button(real_window, "恢复提示").click()
    assert _messages(real_window) == before
    with qtbot.waitSignal(real_window.kept, timeout=30_000):
        real_window.check_again()
    assert _messages(real_window) == before


def test_the_history_keeps_the_whole_check_and_shows_it_as_it_was(
    real_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(real_window, qtbot, _draft(tmp_path))
    before = _messages(real_window)
    _settle(real_window, qtbot, "213件")
    with qtbot.waitSignal(real_window.kept, timeout=30_000):
        real_window.check_again()
    with History(history_file(real_window.data_folder)) as history:
        last = history.recent(1)[0].id
        assert [one.message for one in history.load(last).result.observations] == before
    with qtbot.waitSignal(real_window.checked, timeout=10_000):
        real_window.session.show_past(last)
    assert _messages(real_window) == before
    real_window.items.choose("observation/0")
    assert not [one for one in real_window.panel.widget().findChildren(QToolButton) if "核对无误" in one.text()]


def test_a_history_that_cannot_be_written_is_one_sentence(
    real_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(real_window, qtbot, _draft(tmp_path))
    before = _messages(real_window)
    for one in (real_window.data_folder).glob("history.sqlite*"):
        one.unlink()
    history_file(real_window.data_folder).mkdir()
    number = next(n for n, one in enumerate(before) if "213件" in one)
    real_window.items.choose(f"observation/{number}")
    with qtbot.waitSignal(real_window.session.failed, timeout=10_000):
        _button(real_window, "核对无误").click()
    assert any("历史记录" in one for one in real_window.banner.sentences())
    assert _messages(real_window) == before
