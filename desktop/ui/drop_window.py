"""A window into which files can be dropped."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow


class DropWindow(QMainWindow):
    """Tells when files are held above it, and which ones were let go; web addresses are refused."""

    inviting = Signal(bool)
    """Files are held above the window, or not any more."""

    dropped = Signal(list)
    """These files (paths, at least one) were let go."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - the name is Qt's
        """A file held above the window may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.inviting.emit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - the name is Qt's
        """The files went away again."""
        self.inviting.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - the name is Qt's
        """The files were let go."""
        self.inviting.emit(False)
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)
