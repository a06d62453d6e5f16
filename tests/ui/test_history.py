from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.history.store import History
from desktop.paths import history_file
from desktop.ui.history_dialog import HistoryDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Desk

from .samples import quote, sample_draft, sample_result


class KeptOnly(Desk):
    """A desk with a real history, and checklists never read."""

    def closest(self, draft, item_id):  # type: ignore[no-untyped-def]
        return (quote("执法力量仍显薄弱", "二、"),)

    def warm_up(self) -> None:
        return


def keep(window: MainWindow, *names: str) -> None:
    with History(history_file(window.data_folder)) as history:
        for day, name in enumerate(names, start=1):
            history.save(sample_result(), name, sample_draft().text, datetime(2026, 3, day, 14, 5), 0.04)


def opened(window: MainWindow, qtbot: QtBot) -> HistoryDialog:
    window.session.desk = KeptOnly(window.data_folder)
    window.show_history()
    dialog = window.findChildren(HistoryDialog)[-1]
    qtbot.waitSignal(dialog.filled).wait()
    return dialog


def test_no_checks_yet(real_window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(real_window, qtbot)
    assert "还没有检查记录" in dialog.note.text()
    assert not dialog.open_button.isEnabled()


def test_a_past_check_opens_read_only_though_the_file_is_gone(real_window: MainWindow, qtbot: QtBot) -> None:
    keep(real_window, "旧稿.docx", "新稿.docx")
    dialog = opened(real_window, qtbot)
    line = dialog.table.topLevelItem(0)
    assert [line.text(column) for column in range(7)] == [
        "2026-03-02 14:05", "新稿.docx", "云岭县水务局", "2023", "2", "1", "3",
    ]  # fmt: skip
    assert not Path("新稿.docx").exists()
    with qtbot.waitSignal(real_window.checked):
        dialog.open_button.click()
    shown = real_window.session.shown
    assert shown is not None and shown.past and shown.result == sample_result()
    assert real_window.pane.page.view.toPlainText() == sample_draft().text
    assert "这是 2026-03-02 14:05 的历史检查，只供查看。" in real_window.banner.sentences()
    assert not real_window.actions_["check_again"].isEnabled()
    assert not real_window.choices.isEnabled()
    with History(history_file(real_window.data_folder)) as history:
        assert len(history.recent()) == 2


def test_a_past_check_is_removed(real_window: MainWindow, qtbot: QtBot) -> None:
    keep(real_window, "旧稿.docx", "新稿.docx")
    dialog = opened(real_window, qtbot)
    with qtbot.waitSignal(dialog.filled):
        dialog.delete()
    assert dialog.table.topLevelItemCount() == 1
    assert dialog.table.topLevelItem(0).text(1) == "旧稿.docx"


def test_a_history_that_cannot_be_read_is_one_sentence(real_window: MainWindow, qtbot: QtBot) -> None:
    history_file(real_window.data_folder).mkdir(parents=True)
    real_window.session.desk = KeptOnly(real_window.data_folder)
    with qtbot.waitSignal(real_window.session.failed):
        real_window.show_history()
    assert len(real_window.banner.sentences()) == 1
