"""Progress, giving up, and whether the keyboard and a screen reader reach everything."""

import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.status_line import PATIENCE_MS
from desktop.ui.tasks import Checked, Choice, Source
from desktop.ui.watch import Watch

from .conftest import SampleDesk


class SlowDesk(SampleDesk):
    """Checks only when let."""

    def __init__(self, data_folder: Path) -> None:
        super().__init__(data_folder)
        self.gate = threading.Event()

    def check_source(self, source: Source, choice: Choice, watch: Watch | None = None) -> Checked:
        self.gate.wait(20)
        return super().check_source(source, choice, watch)


def test_progress_is_shown_after_a_while_and_goes_with_the_result(real_window: MainWindow, qtbot: QtBot) -> None:
    desk = SlowDesk(real_window.data_folder)
    real_window.session.desk = desk
    assert PATIENCE_MS == 400
    real_window.open_path(Path("草稿.docx"))
    assert not real_window.status_line.progress_shown()
    qtbot.waitUntil(real_window.status_line.progress_shown)
    with qtbot.waitSignal(real_window.kept):
        desk.gate.set()
    assert not real_window.status_line.progress_shown()


def test_a_check_given_up_leaves_the_old_result(loaded: MainWindow, qtbot: QtBot) -> None:
    before = loaded.session.shown
    desk = SlowDesk(loaded.data_folder)
    loaded.session.desk = desk
    loaded.open_path(Path("很长的草稿.docx"))
    qtbot.waitUntil(loaded.status_line.progress_shown)
    qtbot.mouseClick(loaded.status_line.cancel_button, Qt.MouseButton.LeftButton)
    assert not loaded.status_line.progress_shown()
    desk.gate.set()
    assert loaded.session.jobs.finish(5000)
    assert loaded.session.shown is before
    assert "草稿.docx" in loaded.windowTitle() and "很长" not in loaded.windowTitle()


def test_a_newer_check_takes_the_place_of_one_still_running(loaded: MainWindow, qtbot: QtBot) -> None:
    slow = SlowDesk(loaded.data_folder)
    loaded.session.desk = slow
    loaded.open_path(Path("第一份.docx"))
    quick = SampleDesk(loaded.data_folder)
    loaded.session.desk = quick
    with qtbot.waitSignal(loaded.kept):
        loaded.open_path(Path("第二份.docx"))
    slow.gate.set()
    assert loaded.session.jobs.finish(5000)
    qtbot.wait(1)
    assert "第二份.docx" in loaded.windowTitle()


def reached(window: MainWindow, qtbot: QtBot) -> set[QWidget]:
    seen: set[QWidget] = set()
    while (here := window.focusWidget()) is not None and here not in seen:
        seen.add(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return seen


def test_the_tab_key_reaches_all_three_panes(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.items.choose("disclosure.onsite")
    loaded.items.tree.setFocus()
    seen = reached(loaded, qtbot)
    assert {loaded.items.search, loaded.items.only_gaps, loaded.items.tree, loaded.pane.page.view} <= seen
    assert any(loaded.panel.isAncestorOf(one) for one in seen)
    assert {loaded.choices.year, loaded.choices.kind} <= seen


def test_whatever_takes_the_keyboard_has_a_name(loaded: MainWindow) -> None:
    loaded.find_words()
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit)
    for widget in loaded.findChildren(QWidget):
        inside_a_box = isinstance(widget.parent(), QComboBox) or not widget.isVisible()
        if isinstance(widget, kinds) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inside_a_box:
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert name, widget


def test_no_words_are_cut_at_the_smallest_size(loaded: MainWindow, qtbot: QtBot) -> None:
    loaded.items.choose("disclosure.onsite")
    loaded.resize(loaded.minimumSizeHint())
    qtbot.waitUntil(lambda: loaded.width() <= loaded.minimumSizeHint().width() + 1)
    for label in loaded.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap() and label.parent() is not loaded.status_line:
            assert label.width() >= label.minimumSizeHint().width(), label.text()
    for button in loaded.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
