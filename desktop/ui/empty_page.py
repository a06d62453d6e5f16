"""What stands in the window before there is a draft: what to do next."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui import icons, theme


class EmptyPage(QWidget):
    """Three ways to begin, and that a draft can simply be dropped here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inviting = False
        em = self.fontMetrics().height()
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel("把报告草稿拖到这里", alignment=Qt.AlignmentFlag.AlignCenter)
        font = QFont(title.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        self._formats = QLabel("支持 Word、WPS 文档，PDF、OFD 和纯文本。\n全程离线，草稿文件不会被改动。")
        self._formats.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._formats.setWordWrap(True)
        self.open_button = QPushButton("打开草稿(&O)…")
        self.open_button.setDefault(True)
        self.paste_button = QPushButton("粘贴文字(&V)…")
        self.sample_button = QPushButton("看看示例草稿(&E)")
        lesser = QHBoxLayout()
        lesser.setSpacing(em)
        lesser.addStretch(1)
        for button in (self.open_button, self.paste_button, self.sample_button):
            button.setMinimumHeight(round(em * 2.1))
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) + em)
        for button in (self.paste_button, self.sample_button):
            lesser.addWidget(button)
        lesser.addStretch(1)
        self.open_button.setMinimumWidth(em * 12)
        layout = QVBoxLayout(self)
        layout.setSpacing(em)
        layout.setContentsMargins(em * 2, em * 2, em * 2, em * 2)
        layout.addStretch(2)
        for widget in (self._picture, title, self._formats):
            layout.addWidget(widget)
        layout.addSpacing(em // 2)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(lesser)
        layout.addStretch(3)
        self.refresh()

    def invite(self, inviting: bool) -> None:
        """Show that a file held above the window may be dropped."""
        self._inviting = inviting
        self.update()

    def refresh(self) -> None:
        """Take the colours of the theme."""
        shades, side = theme.current(), self.fontMetrics().height() * 4
        self._picture.setPixmap(icons.large_icon("document", shades.accent, side))
        self._formats.setStyleSheet(f"color: {shades.faint}")

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        """Room enough for the buttons side by side."""
        em = self.fontMetrics().height()
        return QSize(em * 30, em * 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        """Paper with a dashed border to drop a file into."""
        shades, em = theme.current(), self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(shades.paper))
        colour = QColor(shades.accent if self._inviting else shades.line)
        painter.setPen(QPen(colour, 2.0, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(shades.accent_soft) if self._inviting else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(em, em, -em, -em), em / 2, em / 2)
        painter.end()
