from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import DraftError, HistoryError
from desktop.packs.kinds import UnitKind
from desktop.settings import load_settings
from desktop.ui.cards import PassageCard, WrappedLabel
from desktop.ui.crash import CrashDialog
from desktop.ui.item_tree import Role
from desktop.ui.main_window import MainWindow
from desktop.ui.marks import observation_key

from .conftest import SampleDesk
from .samples import sample_draft, sample_result


def panel_words(window: MainWindow) -> str:
    return "\n".join(label.plain for label in window.panel.widget().findChildren(WrappedLabel))


def current_stretch(window: MainWindow) -> str:
    start = window.pane.page.view.offsets.to_characters(window.pane.page.view.textCursor().position())
    return sample_draft().text[start : start + 8]


def test_an_empty_window_says_what_to_do_and_offers_no_check(window: MainWindow) -> None:
    assert window.pane.empty.isVisible()
    assert window.pane.empty.sample_button.isVisible()
    assert not window.actions_["check_again"].isEnabled()
    assert "打开" in window.status_line.summary()


def test_a_draft_is_checked_shown_and_kept(loaded: MainWindow, desk: SampleDesk) -> None:
    assert loaded.pane.page.view.isVisible()
    assert loaded.pane.page.view.toPlainText() == sample_draft().text
    summary = loaded.status_line.summary()
    assert "7 项" in summary and "0.04 秒" in summary and "依据 2021—2025 纲要" in summary
    assert summary.endswith("已存入历史")
    assert len(desk.saved) == 1
    assert "草稿.docx" in loaded.windowTitle()
    assert loaded.choices.year.itemText(0) == "2023 年度（自动）"


def test_the_first_gap_is_shown_and_its_closest_passage_is_looked_up(loaded: MainWindow, qtbot: QtBot) -> None:
    assert loaded.items.current_key() == "structure.causes"
    qtbot.waitUntil(lambda: any("执法力量仍显薄弱" in one.accessibleName() for one in cards(loaded)))
    assert "全文没有写不足产生的原因。" in panel_words(loaded)
    assert "主要举措和成效中“严格规范公正文明执法”部分" in panel_words(loaded)


def cards(window: MainWindow) -> list[PassageCard]:
    return window.panel.widget().findChildren(PassageCard)


def test_f8_walks_all_gaps_and_observations_and_comes_round(loaded: MainWindow, qtbot: QtBot) -> None:
    seen = [loaded.items.current_key()]
    for _ in range(5):
        qtbot.keyClick(loaded, Qt.Key.Key_F8)
        seen.append(loaded.items.current_key())
    gaps = ["structure.causes", "disclosure.onsite", "record.archive"]
    assert seen == [*gaps, observation_key(0), observation_key(1), gaps[0]]
    qtbot.keyClick(loaded, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert loaded.items.current_key() == observation_key(1)
    assert current_stretch(loaded).startswith("办理行政处罚")


def test_evidence_is_clicked_and_the_draft_jumps_there(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.items.only_gaps.setChecked(False)
    loaded.items.choose("record.audiovisual")
    assert current_stretch(loaded).startswith("为执法人员配发")
    second = cards(loaded)[1]
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert current_stretch(loaded).startswith("对水事巡查")
    second.setFocus()
    loaded.pane.page.view.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert current_stretch(loaded).startswith("对水事巡查")


def test_words_after_a_character_of_two_units_are_marked_exactly(loaded: MainWindow) -> None:
    item = next(one for one in sample_result().items if one.id == "counsel.engaged")
    selections = [one.cursor.selectedText() for one in loaded.pane.page.view.extraSelections()]
    assert item.evidence[0].text in selections
    assert "办理行政处罚案件8件，其中警告5件、罚款4件" in selections


def test_a_click_on_marked_words_shows_the_item(loaded: MainWindow) -> None:
    item = next(one for one in sample_result().items if one.id == "disclosure.onsite")
    loaded.pane.page.view.picked.emit(item.evidence[0].start + 2)
    assert loaded.items.current_key() == "disclosure.onsite"
    assert "亮证执法" in panel_words(loaded)


def test_a_hidden_item_is_shown_when_its_words_are_clicked(loaded: MainWindow) -> None:
    assert loaded.items.only_gaps.isChecked()
    item = next(one for one in sample_result().items if one.id == "counsel.engaged")
    loaded.pane.page.view.picked.emit(item.evidence[0].start)
    assert loaded.items.current_key() == "counsel.engaged"


def test_the_model_sentence_is_copied(loaded: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loaded.panel.copied):
        loaded.panel._copy("全年开展__次。")
    assert QGuiApplication.clipboard().text() == "全年开展__次。"


def test_a_bad_draft_is_one_sentence_and_the_old_result_stays(
    loaded: MainWindow, desk: SampleDesk, qtbot: QtBot
) -> None:
    desk.error = DraftError("“坏的.docx”读不出来；请重新保存后再打开。")
    with qtbot.waitSignal(loaded.session.failed):
        loaded.open_path(Path("坏的.docx"))
    assert "“坏的.docx”读不出来；请重新保存后再打开。" in loaded.banner.sentences()
    assert loaded.session.shown is not None
    assert "草稿.docx" in loaded.windowTitle()
    desk.error = None
    with qtbot.waitSignal(loaded.kept):
        loaded.check_again()
    assert not any("坏的" in one for one in loaded.banner.sentences())


def test_a_mistake_of_ours_is_a_report_and_the_program_goes_on(
    loaded: MainWindow, desk: SampleDesk, qtbot: QtBot
) -> None:
    desk.error = ZeroDivisionError("oops")
    with qtbot.waitSignal(loaded.session.failed):
        loaded.check_again()
    dialog = loaded.findChild(CrashDialog)
    assert dialog is not None and "ZeroDivisionError" in dialog.report.toPlainText()
    dialog.copy()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert (loaded.data_folder / "crash.txt").is_file()
    dialog.accept()
    desk.error = None
    with qtbot.waitSignal(loaded.kept):
        loaded.check_again()


def test_history_that_cannot_be_written_is_a_note_only(loaded: MainWindow, desk: SampleDesk, qtbot: QtBot) -> None:
    desk.save_error = HistoryError("历史写不进去，检查照常。")
    with qtbot.waitSignal(loaded.kept):
        loaded.check_again()
    assert loaded.status_line.summary().endswith("未存入历史")
    assert "历史写不进去，检查照常。" in loaded.banner.sentences()


def test_a_result_for_another_draft_is_dropped(loaded: MainWindow, desk: SampleDesk, qtbot: QtBot) -> None:
    before = loaded.session.shown
    desk.result = replace(desk.result, draft=replace(desk.result.draft, sha256="0" * 64))
    with qtbot.waitSignal(loaded.session.ended):
        loaded.open_path(Path("另一份.docx"))
    assert loaded.session.shown is before


def test_the_guess_of_the_unit_kind_is_offered_and_applied_only_when_asked(
    loaded: MainWindow, desk: SampleDesk, qtbot: QtBot
) -> None:
    assert desk.asked[-1][1].unit_kind is None
    assert any("部门（有执法权）" in one for one in loaded.banner.sentences())
    with qtbot.waitSignal(loaded.kept):
        loaded._choose_kind(UnitKind.ENFORCING)
    assert desk.asked[-1][1].unit_kind is UnitKind.ENFORCING
    assert loaded.choices.kind.currentText() == "部门（有执法权）"
    assert not any("部门（有执法权）" in one for one in loaded.banner.sentences())


def test_year_and_kind_are_chosen_and_the_year_is_forgotten_with_the_next_draft(
    loaded: MainWindow, desk: SampleDesk, qtbot: QtBot
) -> None:
    loaded.choices.year.setCurrentIndex(loaded.choices.year.findData(2020))
    with qtbot.waitSignal(loaded.kept):
        loaded.choices.year.activated.emit(0)
    assert desk.asked[-1][1].year == 2020
    with qtbot.waitSignal(loaded.kept):
        loaded.open_path(Path("下一份.docx"))
    assert desk.asked[-1][1].year is None
    assert loaded.choices.choice().year is None


def test_a_dropped_file_is_opened(window: MainWindow, desk: SampleDesk, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "拖进来 的.docx"))])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), action, data, button, key)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(window.checked):
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), action, data, button, key))
    assert desk.asked[-1][0] == "拖进来 的.docx"


def test_pasted_text_is_checked(window: MainWindow, desk: SampleDesk, qtbot: QtBot) -> None:
    from desktop.ui.paste_dialog import PasteDialog

    QGuiApplication.clipboard().setText("关于法治政府建设的报告")
    window.paste_draft()
    dialog = window.findChild(PasteDialog)
    assert dialog is not None and dialog.text() == "关于法治政府建设的报告"
    dialog.field.clear()
    assert not dialog.check_button.isEnabled()
    dialog.field.setPlainText("另一段文字")
    with qtbot.waitSignal(window.checked):
        dialog.check_button.click()
    assert desk.asked[-1][0] == "粘贴的文字"
    assert window.settings.recent_drafts == ()


def test_what_was_chosen_is_remembered(loaded: MainWindow, tmp_path: Path) -> None:
    loaded.items.only_gaps.setChecked(False)
    loaded.close()
    kept = load_settings(loaded.data_folder)
    assert kept.recent_drafts == (str(tmp_path / "草稿.docx"),)
    assert kept.only_gaps is False
    assert len(kept.splitter) == 3 and kept.geometry
    assert [one.text() for one in loaded.actions_.recent.actions()] == ["&1 草稿.docx"]


def test_find_in_the_draft_and_in_the_items(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.find_words()
    bar = loaded.pane.page.find_bar
    assert bar.isVisible()
    bar.field.setText("执法")
    assert current_stretch(loaded).startswith("执法")
    first = loaded.pane.page.view.textCursor().position()
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    second = loaded.pane.page.view.textCursor().position()
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert first != second and loaded.pane.page.view.textCursor().position() == first
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    loaded.items.search.setText("亮证 没有这一项")
    assert loaded.items.tree.model().rowCount() == 0
    loaded.items.search.setText("归档")
    assert loaded.items.tree.model().rowCount() == 1


def test_the_observations_group_is_there_even_without_observations(
    window: MainWindow, desk: SampleDesk, qtbot: QtBot
) -> None:
    desk.result = replace(desk.result, observations=())
    with qtbot.waitSignal(window.kept):
        window.open_path(Path("草稿.docx"))
    model = window.items.tree.model()
    last = model.index(model.rowCount() - 1, 0)
    assert (last.data(), last.data(Role.WORD)) == ("差错和疑点", "无")


def test_nothing_in_a_narrow_panel_is_cut_off(loaded: MainWindow) -> None:
    for item in sample_result().items:
        loaded.items.choose(item.id)
        assert loaded.panel.widget().minimumSizeHint().width() <= loaded.panel.minimumWidth()
