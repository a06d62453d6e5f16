"""Slim notes above the draft: what to know, what went wrong, what is being looked at."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.cards import WrappedLabel, tool_button


class Tone(Enum):
    """How loud a note is."""

    NOTICE = "info"
    HISTORY = "history"
    PROBLEM = "observation"


class Note(QWidget):
    """One note: icon, sentence, perhaps something to do about it, and a way to put it away."""

    def __init__(self, tone: Tone, sentence: str, action: tuple[str, Callable[[], None]] | None) -> None:
        super().__init__()
        self._tone = tone
        em = self.fontMetrics().height()
        picture, words = QLabel(), WrappedLabel(sentence, line_height=100)
        side = round(em * 0.95)
        picture.setPixmap(icons.icon(tone.value, self._colours()[0]).pixmap(QSize(side, side)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em // 2, em // 4, em // 3, em // 4)
        layout.setSpacing(em // 2)
        layout.addWidget(picture)
        layout.addWidget(words, 1)
        if action is not None:
            button = QPushButton(action[0])
            button.clicked.connect(action[1])
            layout.addWidget(button)
        self.close_button = tool_button("close", "", "收起这条提示")
        layout.addWidget(self.close_button)
        self.setAccessibleName(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        """A soft ground with a line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours()[1]))
        painter.setPen(QColor(theme.current().line))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()

    def _colours(self) -> tuple[str, str]:
        shades = theme.current()
        return {
            Tone.NOTICE: (shades.accent, shades.accent_soft),
            Tone.HISTORY: (shades.partial, shades.partial_soft),
            Tone.PROBLEM: (shades.missing, shades.missing_soft),
        }[self._tone]


class Banner(QWidget):
    """The notes that hold now, each under a name so that a newer one takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: dict[str, tuple[Tone, str, tuple[str, Callable[[], None]] | None]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def show_note(
        self, name: str, tone: Tone, sentence: str, action: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        """Show ``sentence`` under ``name``; ``action`` is a button's word and what it does."""
        self._notes[name] = (tone, sentence, action)
        self.refresh()

    def drop(self, *names: str) -> None:
        """Take these notes away."""
        for name in names:
            self._notes.pop(name, None)
        self.refresh()

    def sentences(self) -> list[str]:
        """What is shown, from top to bottom."""
        return [sentence for _, sentence, _ in self._notes.values()]

    def refresh(self) -> None:
        """Build the notes anew, in the colours of the theme."""
        while (entry := self._layout.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name, (tone, sentence, action) in self._notes.items():
            note = Note(tone, sentence, action)
            note.close_button.clicked.connect(lambda _=False, name=name: self.drop(name))
            self._layout.addWidget(note)
        self.setVisible(bool(self._notes))
