"""Doubtful verdicts and reminders in the window, and the closest passages on its paper."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop.checking.result import CheckResult, Status
from desktop.ui import paperwork
from desktop.ui.cards import WrappedLabel
from desktop.ui.item_tree import Role
from desktop.ui.main_window import MainWindow

from .conftest import SampleDesk
from .samples import sample_result

REMINDERS = ("公开前请先做保密审查。", "次年3月1日前报送。")
DOUBTFUL = ("disclosure.onsite", "counsel.engaged")


def doubted(result: CheckResult) -> CheckResult:
    items = tuple(replace(item, sure=item.id not in DOUBTFUL) for item in result.items)
    return replace(result, items=items, draft=replace(result.draft, reminders=REMINDERS))


@pytest.fixture
def doubtful(window: MainWindow, desk: SampleDesk, qtbot: QtBot) -> MainWindow:
    desk.result = doubted(sample_result())
    with qtbot.waitSignal(window.kept):
        window.open_path(Path("草稿.docx"))
    return window


def rows(window: MainWindow) -> list[QModelIndex]:
    model = window.items.tree.model()
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    return [model.index(row, 0, group) for group in groups for row in range(model.rowCount(group))]


def keys(window: MainWindow) -> list[str]:
    return [str(one.data(Role.KEY)) for one in rows(window)]


def panel_words(window: MainWindow) -> str:
    return "\n".join(label.plain for label in window.panel.widget().findChildren(WrappedLabel))


def test_a_doubtful_verdict_asks_in_words_to_be_looked_at(doubtful: MainWindow) -> None:
    doubtful.items.choose("counsel.engaged")
    row = doubtful.items.tree.currentIndex()
    assert row.data(Role.WORD) == "已覆盖·请核对"
    assert "请人工核对" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "把握不大" in row.data(Qt.ItemDataRole.ToolTipRole)
    assert "把握不大，请对照证据看一看" in panel_words(doubtful)
    doubtful.items.choose("record.audiovisual")
    assert doubtful.items.tree.currentIndex().data(Role.WORD) == "已覆盖"
    assert "把握不大" not in panel_words(doubtful)


def test_doubtful_verdicts_alone_are_listed_and_walked(doubtful: MainWindow, qtbot: QtBot) -> None:
    box = doubtful.items.doubtful
    assert box.isEnabled() and "2 项" in box.text()
    box.click()
    assert keys(doubtful) == list(DOUBTFUL)
    assert not doubtful.items.only_gaps.isEnabled()
    seen = [doubtful.items.current_key()]
    assert "亮证执法" in panel_words(doubtful)
    for _ in range(2):
        qtbot.keyClick(doubtful, Qt.Key.Key_F8)
        seen.append(doubtful.items.current_key())
    assert seen == [*DOUBTFUL, DOUBTFUL[0]]
    box.click()
    assert doubtful.items.only_gaps.isEnabled()
    assert "structure.causes" in keys(doubtful) and "counsel.engaged" not in keys(doubtful)


def test_checking_again_stays_with_the_doubtful_ones_while_there_are_any(
    doubtful: MainWindow, desk: SampleDesk, qtbot: QtBot
) -> None:
    doubtful.items.doubtful.click()
    desk.result = replace(desk.result, items=tuple(replace(i, sure=i.id != DOUBTFUL[1]) for i in desk.result.items))
    with qtbot.waitSignal(doubtful.kept):
        doubtful.check_again()
    assert (doubtful.items.doubtful.isChecked(), doubtful.items.current_key()) == (True, DOUBTFUL[1])
    desk.result = sample_result()
    with qtbot.waitSignal(doubtful.kept):
        doubtful.check_again()
    assert not doubtful.items.doubtful.isChecked() and not doubtful.items.doubtful.isEnabled()
    assert len(keys(doubtful)) > 2


def test_words_of_a_sure_item_are_shown_though_only_doubtful_ones_are_listed(doubtful: MainWindow) -> None:
    doubtful.items.doubtful.click()
    item = next(one for one in sample_result().items if one.id == "record.audiovisual")
    doubtful.pane.page.view.picked.emit(item.evidence[0].start)
    assert doubtful.items.current_key() == "record.audiovisual"
    assert not doubtful.items.doubtful.isChecked()


def test_reminders_stand_last_and_are_reached_by_the_keyboard(doubtful: MainWindow, qtbot: QtBot) -> None:
    assert keys(doubtful)[-2:] == ["reminder/0", "reminder/1"]
    assert not any(REMINDERS[0] in one for one in doubtful.banner.sentences())
    doubtful.items.tree.setFocus()
    qtbot.keyClick(doubtful.items.tree, Qt.Key.Key_End)
    assert doubtful.items.current_key() == "reminder/1"
    assert REMINDERS[1] in panel_words(doubtful)
    doubtful.items.search.setText("保密审查")
    assert keys(doubtful) == ["reminder/0"]
    doubtful.refresh_theme()
    assert doubtful.items.current_key() == "reminder/0" or REMINDERS[1] in panel_words(doubtful)


def test_without_reminders_there_is_no_group_for_them(loaded: MainWindow) -> None:
    model = loaded.items.tree.model()
    assert "报送和公开提醒" not in [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_missing_item_that_nothing_comes_close_to_says_so(doubtful: MainWindow) -> None:
    doubtful.items.choose("structure.causes")
    doubtful.panel.show_closest(())
    labels = doubtful.panel.widget().findChildren(WrappedLabel)
    assert "全文没有与它相近的段落。" in [label.plain for label in labels]


def test_the_paper_shows_the_closest_passages(real_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(real_window.kept, timeout=30_000):
        real_window.open_sample()
    shown = real_window.session.shown
    assert shown is not None and any(item.status is Status.MISSING for item in shown.result.items)
    with qtbot.waitSignal(real_window.session.ended, timeout=30_000):
        paperwork.save_list(real_window, real_window.session, tmp_path / "清单.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "清单.pdf")
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    assert "未见表述；最接近的一处：“" in text
    assert "部分报送和公开提醒" in text
