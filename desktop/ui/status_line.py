"""The line at the bottom: what was checked, and the progress of what is being done."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from desktop.ui.tasks import Checked

PATIENCE_MS = 400
"""Work shorter than this shows no progress: it would only flicker."""


class StatusLine(QStatusBar):
    """A summary at the left, progress with a way out at the right."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        em = self.fontMetrics().height()
        self._summary = QLabel()
        self._summary.setContentsMargins(em // 2, 0, 0, 0)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._doing = QLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(em * 8)
        self._bar.setMaximumHeight(em)
        self._bar.setAccessibleName("进度")
        self.cancel_button = QPushButton("取消")
        self.cancel_button.clicked.connect(self.cancelled)
        self.addWidget(self._summary, 1)
        for widget in (self._doing, self._bar, self.cancel_button):
            self.addPermanentWidget(widget)
            widget.hide()
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(lambda: self._show_progress(True))

    def say(self, sentence: str) -> None:
        """Show ``sentence`` until the next one."""
        self._summary.setText(sentence)
        self._summary.setToolTip(sentence)

    def summary(self) -> str:
        """What is shown at the left."""
        return self._summary.text()

    def begin(self, doing: str) -> None:
        """Work began; if it takes longer than PATIENCE_MS, show so."""
        self._doing.setText(doing)
        self._bar.setRange(0, 0)
        self._timer.start()

    def page(self, number: int, pages: int) -> None:
        """A scanned page is being recognised: the how manieth of how many."""
        self._doing.setText(f"正在识别扫描页，第 {number} 页，共 {pages} 页……")
        self._bar.setRange(0, pages)
        self._bar.setValue(number - 1)

    def doing(self) -> str:
        """What is being done."""
        return self._doing.text()

    def end(self) -> None:
        """The work ended or was given up."""
        self._timer.stop()
        self._show_progress(False)

    def progress_shown(self) -> bool:
        """Whether the progress is to be seen."""
        return self._bar.isVisible()

    def _show_progress(self, shown: bool) -> None:
        for widget in (self._doing, self._bar, self.cancel_button):
            widget.setVisible(shown)


def summary_of(checked: Checked, kept: str) -> str:
    """What was checked, as the status line says it; ``kept`` says whether it is in the history."""
    result = checked.result
    parts = [f"已检查 {result.draft.characters:,} 字", f"{len(result.items)} 项", f"{checked.seconds:.2f} 秒"]
    if checked.outline:
        parts.append(f"依据 {checked.outline} 纲要")
    return " · ".join([*parts, kept] if kept else parts)
