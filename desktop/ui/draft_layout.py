"""How the draft's paragraphs are set: indented first lines and room between lines, as on paper.

QPlainTextEdit is fast because its layout ignores paragraph formats; this one keeps that layout's
laziness and sets only the lines of a paragraph differently.
"""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

LINE_SPACING = 0.45
PARAGRAPH_GAP = 0.3
HEADING_GAP = 0.7
TITLE_GAP = 0.9
INDENT = 1.7
"""All in heights of one line; INDENT is about two characters."""


class Setting(IntEnum):
    """How a block is set; kept as the block's ``userState``."""

    PLAIN = 0
    HEADING = 1
    TITLE = 2
    FLUSH = 3
    RIGHT = 4


ALIGNMENT: dict[int, Qt.AlignmentFlag] = {
    Setting.TITLE: Qt.AlignmentFlag.AlignHCenter,
    Setting.FLUSH: Qt.AlignmentFlag.AlignLeft,
    Setting.RIGHT: Qt.AlignmentFlag.AlignRight,
}
"""Everything else has even edges on both sides."""


class DraftLayout(QPlainTextDocumentLayout):
    """Lays out one block at a time, when somebody asks where it is."""

    def __init__(self, document: QTextDocument, width: Callable[[], float]) -> None:
        super().__init__(document)
        self._width = width

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 - the name is Qt's
        """The block's box; lays the block out first if need be."""
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        if layout.lineCount() == 0:
            self._set_lines(block)
        if not block.isVisible():
            return QRectF()
        margin = self.document().documentMargin()
        box = layout.boundingRect()
        gap = TITLE_GAP if block.userState() == Setting.TITLE else PARAGRAPH_GAP
        height = box.bottom() + self._em() * (gap + LINE_SPACING / 2)
        if not block.next().isValid():
            height += margin
        return QRectF(0, 0, box.right() + margin, height)

    def lay_out_all(self) -> None:
        """Lay out every block now, so that the scroll bar knows the true length."""
        block = self.document().begin()
        while block.isValid():
            self.blockBoundingRect(block)
            block = block.next()
        self.documentSizeChanged.emit(self.documentSize())

    def _em(self) -> float:
        return QFontMetricsF(self.document().defaultFont()).height()

    def _set_lines(self, block: QTextBlock) -> None:
        layout, em, margin = block.layout(), self._em(), self.document().documentMargin()
        state = block.userState()
        available = max(self._width() - 2 * margin, 2 * em)
        indent = em * INDENT if state <= Setting.HEADING and available > 8 * em else 0.0
        wide = state in (Setting.HEADING, Setting.TITLE) and block.blockNumber() > 0
        y = em * (HEADING_GAP if wide else LINE_SPACING / 2)
        if block.blockNumber() == 0:
            y += em * PARAGRAPH_GAP
        option = self.document().defaultTextOption()
        option.setAlignment(ALIGNMENT.get(state, Qt.AlignmentFlag.AlignJustify))
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            first = indent if line.lineNumber() == 0 else 0.0
            line.setLineWidth(available - first)
            line.setPosition(QPointF(margin + first, y))
            y += line.height() + em * LINE_SPACING
        layout.endLayout()
        block.setLineCount(max(layout.lineCount(), 1))
