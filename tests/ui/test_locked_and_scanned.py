"""Drafts that need a password, and pages that take long to recognise."""

import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from reading.pdf_paper import SENTENCES, paper, paragraphs

from desktop.ui.main_window import MainWindow
from desktop.ui.password_dialog import PasswordDialog
from desktop.ui.tasks import Checked, Choice, Source
from desktop.ui.watch import Watch

from .conftest import SampleDesk


def locked(folder: Path) -> Path:
    path = folder / "加锁的报告.pdf"
    path.write_bytes(paper(paragraphs(*SENTENCES), password="Mima2025"))
    return path


def asked(window: MainWindow, qtbot: QtBot, but: PasswordDialog | None = None) -> PasswordDialog:
    found: list[PasswordDialog] = []

    def shown() -> bool:
        found[:] = [one for one in window.findChildren(PasswordDialog) if one.isVisible() and one is not but]
        return bool(found)

    qtbot.waitUntil(shown, timeout=30_000)
    return found[0]


def test_the_password_is_asked_for_until_it_is_right(real_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    real_window.open_path(locked(tmp_path))
    first = asked(real_window, qtbot)
    assert first.field.echoMode() == QLineEdit.EchoMode.Password
    assert "“加锁的报告.pdf”设了打开密码" in first.message.text()
    assert not first.open_button.isEnabled()
    qtbot.keyClicks(first.field, "mima2025")
    qtbot.keyClick(first.field, Qt.Key.Key_Return)
    second = asked(real_window, qtbot, first)
    assert "密码不对" in second.message.text()
    qtbot.keyClicks(second.field, "Mima2025")
    with qtbot.waitSignal(real_window.kept, timeout=30_000):
        qtbot.mouseClick(second.open_button, Qt.MouseButton.LeftButton)
    assert real_window.session.shown is not None
    assert real_window.session.shown.draft.text == "\n".join(SENTENCES)
    with qtbot.waitSignal(real_window.kept, timeout=30_000):
        real_window.check_again()
    kept = [file.read_bytes() for file in real_window.data_folder.rglob("*") if file.is_file()]
    assert kept and not any(b"Mima2025" in content for content in kept)
    assert "Mima2025" not in repr(real_window.session.shown)


def test_no_password_given_leaves_what_was_shown(loaded: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    from desktop.ui.tasks import Desk

    before = loaded.session.shown
    loaded.session.desk = Desk(tmp_path / "data")
    loaded.open_path(locked(tmp_path))
    dialog = asked(loaded, qtbot)
    dialog.reject()
    assert loaded.session.shown is before
    assert not loaded.status_line.progress_shown()


class ScanDesk(SampleDesk):
    """Recognises nine pages, each when let."""

    def __init__(self, data_folder: Path) -> None:
        super().__init__(data_folder)
        self.gate = threading.Semaphore(0)
        self.begun: list[int] = []
        self.ended = threading.Event()

    def check_source(self, source: Source, choice: Choice, watch: Watch | None = None) -> Checked:
        assert watch is not None
        try:
            for number in range(1, 10):
                watch.page(number, 9)
                self.begun.append(number)
                self.gate.acquire(timeout=20)
        finally:
            self.ended.set()
        return super().check_source(source, choice, watch)


def test_pages_being_recognised_are_counted_and_can_be_given_up(loaded: MainWindow, qtbot: QtBot) -> None:
    desk = ScanDesk(loaded.data_folder)
    loaded.session.desk = desk
    before = loaded.session.shown
    loaded.open_path(Path("扫描.pdf"))
    qtbot.waitUntil(lambda: "第 1 页，共 9 页" in loaded.status_line.doing())
    desk.gate.release()
    qtbot.waitUntil(lambda: "第 2 页，共 9 页" in loaded.status_line.doing())
    qtbot.waitUntil(loaded.status_line.progress_shown)
    qtbot.mouseClick(loaded.status_line.cancel_button, Qt.MouseButton.LeftButton)
    desk.gate.release()
    assert desk.ended.wait(20)
    assert desk.begun == [1, 2]
    assert loaded.session.jobs.finish(5000)
    assert loaded.session.shown is before and not loaded.status_line.progress_shown()


def test_a_newer_draft_ends_the_recognition_of_an_older_one(loaded: MainWindow, qtbot: QtBot) -> None:
    old = ScanDesk(loaded.data_folder)
    loaded.session.desk = old
    loaded.open_path(Path("扫描.pdf"))
    qtbot.waitUntil(lambda: old.begun == [1])
    loaded.session.desk = SampleDesk(loaded.data_folder)
    with qtbot.waitSignal(loaded.kept):
        loaded.open_path(Path("第二份.docx"))
    old.gate.release()
    assert old.ended.wait(20)
    assert old.begun == [1]
    assert "第二份.docx" in loaded.windowTitle()
