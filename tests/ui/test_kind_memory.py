"""The kind of unit chosen for one draft and what becomes of it with the next."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.packs.kinds import UnitKind
from desktop.ui.main_window import MainWindow

DROPPED = "没有沿用"


def _open(window: MainWindow, qtbot: QtBot, folder: Path, unit: str) -> UnitKind | None:
    path = folder / f"{unit}.txt"
    body = "我单位认真推进依法行政，全年组织法治培训3次。"
    path.write_text(f"{unit}2024年度法治政府建设工作报告\n\n一、主要举措和成效\n\n{body}\n", encoding="utf-8")
    with qtbot.waitSignal(window.kept, timeout=30_000):
        window.open_path(path)
    return window.session.choice.unit_kind


def _choose(window: MainWindow, qtbot: QtBot, kind: UnitKind | None) -> None:
    window.choices.kind.setCurrentIndex(window.choices.kind.findData(kind))
    with qtbot.waitSignal(window.kept, timeout=30_000):
        window.choices.kind.activated.emit(0)


def _told(window: MainWindow) -> str:
    return "".join(window.banner.sentences())


def test_a_kind_goes_on_only_with_drafts_it_fits(real_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert _open(real_window, qtbot, tmp_path, "清湖镇人民政府") is None
    _choose(real_window, qtbot, UnitKind.TOWNSHIP)
    assert _open(real_window, qtbot, tmp_path, "白石乡人民政府") is UnitKind.TOWNSHIP
    assert DROPPED not in _told(real_window)
    assert _open(real_window, qtbot, tmp_path, "平陵县人民政府") is None
    assert real_window.session.shown is not None
    assert real_window.session.shown.result.draft.unit_kind is None
    assert real_window.choices.choice().unit_kind is None
    assert f"“乡镇、街道”{DROPPED}" in _told(real_window) and "“政府”" in _told(real_window)
    assert _open(real_window, qtbot, tmp_path, "清湖镇人民政府") is UnitKind.TOWNSHIP


def test_checking_again_or_no_kind_for_another_draft_forgets_nothing(
    real_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(real_window, qtbot, tmp_path, "清湖镇人民政府")
    _choose(real_window, qtbot, UnitKind.TOWNSHIP)
    _open(real_window, qtbot, tmp_path, "平陵县水利局")
    with qtbot.waitSignal(real_window.kept, timeout=30_000):
        real_window.check_again()
    assert real_window.session.choice.unit_kind is None
    assert _open(real_window, qtbot, tmp_path, "白石乡人民政府") is UnitKind.TOWNSHIP
    _choose(real_window, qtbot, None)
    assert _open(real_window, qtbot, tmp_path, "清湖镇人民政府") is None


def test_a_kind_that_the_name_does_not_speak_of_holds_for_the_same_unit(
    real_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    unit = "平陵县水利局"
    _open(real_window, qtbot, tmp_path, unit)
    _choose(real_window, qtbot, UnitKind.NON_ENFORCING)
    assert _open(real_window, qtbot, tmp_path, unit) is UnitKind.NON_ENFORCING
    assert _open(real_window, qtbot, tmp_path, "平陵县卫生健康局") is None


def test_a_kind_chosen_before_the_first_draft_is_for_that_draft(
    real_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    real_window.choices.kind.setCurrentIndex(real_window.choices.kind.findData(UnitKind.TOWNSHIP))
    real_window.choices.kind.activated.emit(0)
    assert _open(real_window, qtbot, tmp_path, "平陵县人民政府") is UnitKind.TOWNSHIP


def test_the_next_start_goes_on_as_the_next_draft_does(qtbot: QtBot, tmp_path: Path) -> None:
    first = MainWindow(tmp_path / "data")
    qtbot.addWidget(first)
    _open(first, qtbot, tmp_path, "清湖镇人民政府")
    _choose(first, qtbot, UnitKind.TOWNSHIP)
    first.close()
    assert first.session.jobs.finish(20_000)
    second = MainWindow(tmp_path / "data")
    qtbot.addWidget(second)
    assert _open(second, qtbot, tmp_path, "平陵县人民政府") is None
    assert _open(second, qtbot, tmp_path, "清湖镇人民政府") is UnitKind.TOWNSHIP
    assert second.session.jobs.finish(20_000)
