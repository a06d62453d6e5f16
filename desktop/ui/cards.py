"""Small pieces the panes are made of."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.ui import icons, theme

LINE_HEIGHT = 132
"""In per cent of the font's own: Chinese set solid is hard to read."""


class WrappedLabel(QLabel):
    """Text that wraps, has some air between its lines, and can be selected and copied."""

    def __init__(self, text: str, colour: str = "", line_height: int = LINE_HEIGHT) -> None:
        super().__init__()
        self._line_height = line_height
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        if colour:
            self.setStyleSheet(f"color: {colour}")
        self.plain = ""
        self.say(text)

    def say(self, text: str) -> None:
        """Show ``text``; line feeds begin a new line."""
        self.plain = text
        lines = "<br>".join(_escaped(line) for line in text.split("\n"))
        self.setText(f'<p style="margin: 0; line-height: {self._line_height}%">{lines}</p>')


def _escaped(line: str) -> str:
    # html.escape does the same; its module costs the start a millisecond.
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class PassageCard(QFrame):
    """Quoted words of the draft with their place; a click or Enter asks to see them there."""

    asked = Signal()

    def __init__(self, text: str, where: str, quoted: bool = True) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("点击在草稿中查看")
        self.setAccessibleName(f"{where}：{text}，按回车在草稿中查看")
        em = self.fontMetrics().height()
        words = WrappedLabel(f"“{text}”" if quoted else text)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        place = WrappedLabel(where.rstrip("、."), theme.current().faint, line_height=100)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        place.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        arrow = QLabel()
        side = round(em * 0.9)
        arrow.setPixmap(icons.icon("jump", theme.current().accent).pixmap(QSize(side, side)))
        foot = QHBoxLayout()
        foot.addWidget(place, 1)
        foot.addWidget(arrow, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em // 2 + 2, em // 3, em // 2, em // 3)
        layout.setSpacing(em // 6)
        layout.addWidget(words)
        layout.addLayout(foot)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        """A quiet box; a stronger border while it has the keyboard."""
        shades = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        busy = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(shades.accent if busy else shades.line), 1.5 if self.hasFocus() else 1.0))
        painter.setBrush(QColor(shades.accent_soft if busy else shades.alternate))
        radius = self.fontMetrics().height() / 4
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        """A click."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        """Enter or the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
            return
        super().keyPressEvent(event)


class StatusBadge(QWidget):
    """Icon and word of a status in its colour on a soft ground."""

    def __init__(self, icon_name: str, word: str, colour: str, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        em = self.fontMetrics().height()
        picture, label = QLabel(), QLabel(word)
        side = round(em * 0.9)
        picture.setPixmap(icons.icon(icon_name, colour).pixmap(QSize(side, side)))
        label.setStyleSheet(f"color: {colour}; font-weight: bold")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em // 2, em // 6, em // 2, em // 6)
        layout.setSpacing(em // 4)
        layout.addWidget(picture)
        layout.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        """The soft ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground))
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()


def tool_button(icon_name: str, text: str, tip: str) -> QToolButton:
    """A flat button with icon and, unless ``text`` is empty, words."""
    button = QToolButton()
    button.setIcon(icons.icon(icon_name))
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text or tip)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if text else Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(style)
    return button
