"""Finding words in the draft: a bar below it, in the window itself so that Chinese input works."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.ui import icons
from desktop.ui.cards import tool_button

MOST = 2000


class FindBar(QWidget):
    """Searches one text, ignoring case; Enter goes to the next hit, Shift+Enter to the one before."""

    found = Signal(object, int)
    """All hits as (start, end) pairs, and the number of the one to show (-1: none)."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._hits: tuple[tuple[int, int], ...] = ()
        self._at = -1
        em = self.fontMetrics().height()
        self.field = QLineEdit()
        self.field.setPlaceholderText("在草稿中查找")
        self.field.setAccessibleName("在草稿中查找")
        self.field.setClearButtonEnabled(True)
        self._count = QLabel()
        before, after = tool_button("previous", "", "上一个（Shift+回车）"), tool_button("next", "", "下一个（回车）")
        close = tool_button("close", "", "关闭查找（Esc）")
        self._buttons = {"previous": before, "next": after, "close": close}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em // 2, em // 4, em // 3, em // 4)
        layout.setSpacing(em // 4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._count)
        for button in (before, after, close):
            layout.addWidget(button)
        self.field.textChanged.connect(lambda _: self._search())
        before.clicked.connect(lambda: self.step(-1))
        after.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.close_bar)
        self.hide()

    def set_text(self, text: str) -> None:
        """Search this text from now on."""
        self._text = text.lower() if len(text.lower()) == len(text) else text
        if self.isVisible():
            self._search()

    def open_bar(self, words: str) -> None:
        """Show the bar, looking for ``words`` if there are any."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def refresh(self) -> None:
        """Draw the buttons in the colours of the theme."""
        for name, button in self._buttons.items():
            button.setIcon(icons.icon(name))

    def close_bar(self) -> None:
        """Hide the bar and its hits."""
        self.hide()
        self._hits, self._at = (), -1
        self.found.emit((), -1)
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the end."""
        if self._hits:
            self._show_hit((self._at + by) % len(self._hits))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        """Enter, Shift+Enter, Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        wanted, at = self.field.text().lower(), -1
        hits: list[tuple[int, int]] = []
        while wanted and len(hits) < MOST and (at := self._text.find(wanted, at + 1)) >= 0:
            hits.append((at, at + len(wanted)))
        self._hits = tuple(hits)
        self._at = -1
        if self._hits:
            self._show_hit(0)
        else:
            self._count.setText("没有找到" if wanted else "")
            self.found.emit((), -1)

    def _show_hit(self, number: int) -> None:
        self._at = number
        self._count.setText(f"{number + 1} / {len(self._hits)}")
        self.found.emit(self._hits, number)
