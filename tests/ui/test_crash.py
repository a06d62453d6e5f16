import sys

from pytestqt.qtbot import QtBot

from desktop.app import catch_mistakes
from desktop.ui.crash import CrashDialog
from desktop.ui.main_window import MainWindow


def test_an_exception_nobody_expected_is_reported_and_others_go_their_way(window: MainWindow) -> None:
    before, got = sys.excepthook, []
    undo = catch_mistakes(got.append)
    try:
        error = ValueError("x")
        sys.excepthook(ValueError, error, None)
        assert got == [error]
    finally:
        undo()
    assert sys.excepthook is before


def test_one_report_at_a_time_and_none_holds_words_of_a_draft(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(3):
        window.report_crash(RuntimeError(f"第{number}次：某局内部文字 code {number}"))
    (dialog,) = window.findChildren(CrashDialog)
    assert "内部文字" not in dialog.report.toPlainText()
    assert "code 0" in dialog.report.toPlainText()
    assert "code 2" in (window.data_folder / "crash.txt").read_text(encoding="utf-8")
    dialog.accept()
    qtbot.waitUntil(lambda: not window.findChildren(CrashDialog))
    window.report_crash(RuntimeError("again"))
    assert len(window.findChildren(CrashDialog)) == 1
