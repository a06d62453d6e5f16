"""The draft as it reads, never written to, with the marks of the check in it."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from desktop.reading.draft import Block, BlockKind, Draft, Span
from desktop.ui import theme
from desktop.ui.draft_layout import DraftLayout, Setting
from desktop.ui.highlights import Highlight, Look, flatten, looks_format
from desktop.ui.marks import Layer, Mark, Spot
from desktop.ui.offsets import OffsetMap, shown_text

# Above this many blocks the layout stays lazy: the scroll bar is then a little inexact, the window quick.
ALL_AT_ONCE = 1500
FLASH_MS = 1100
BIGGER = 1.2


class DraftView(QPlainTextEdit):
    """Shows one draft. All offsets that go in and come out are Python characters."""

    picked = Signal(int)
    """The user clicked on, or pressed Enter at, the character at this offset."""

    laid_out = Signal()
    """Lines or marks stand elsewhere than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("草稿正文")
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * BIGGER)
        self.setFont(font)
        self._layout = DraftLayout(self.document(), lambda: float(self.viewport().width()))
        self.document().setDocumentMargin(self.fontMetrics().height() * 1.1)
        self.document().setDocumentLayout(self._layout)
        self._offsets = OffsetMap("")
        self._marks: tuple[Mark, ...] = ()
        self._spots: tuple[Spot, ...] = ()
        self._titles: Mapping[str, str] = {}
        self._current: tuple[tuple[int, int], ...] = ()
        self._found: tuple[tuple[int, int], ...] = ()
        self._flash: tuple[int, int] | None = None
        self._fading = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FLASH_MS)
        self._fading.valueChanged.connect(lambda _: self._paint_marks())
        self._fading.finished.connect(self._end_flash)

    @property
    def offsets(self) -> OffsetMap:
        """The map between the draft's characters and Qt's positions."""
        return self._offsets

    def show_draft(self, draft: Draft) -> None:
        """Show another draft, from its beginning and without marks."""
        self._fading.stop()
        self._marks, self._spots, self._current, self._found, self._flash = (), (), (), (), None
        self._offsets = OffsetMap(draft.text)
        self.setExtraSelections([])
        # Qt would set the new words like those at the cursor: all in the last draft's title.
        self.setCurrentCharFormat(QTextCharFormat())
        self.setPlainText(shown_text(draft.text))
        self._set_blocks(draft)
        self._lay_out()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_marks(self, marks: tuple[Mark, ...], spots: tuple[Spot, ...], titles: Mapping[str, str]) -> None:
        """Mark these stretches; ``titles`` says in words what each key stands for."""
        self._marks, self._spots, self._titles = marks, spots, titles
        self._paint_marks()
        self.laid_out.emit()

    def show_current(self, stretches: tuple[tuple[int, int], ...]) -> None:
        """Stress the stretches that belong to the item the user looks at."""
        self._current = stretches
        self._paint_marks()
        self.laid_out.emit()

    def show_found(self, stretches: tuple[tuple[int, int], ...]) -> None:
        """Show what a search found."""
        self._found = stretches
        self._paint_marks()

    def jump_to(self, start: int, end: int) -> None:
        """Bring the stretch into the middle of the view and let it flash."""
        self.reveal(start)
        self._flash = (start, end)
        self._fading.stop()
        self._fading.start()

    def reveal(self, offset: int) -> None:
        """Scroll the character at ``offset`` into the middle and put the cursor there."""
        cursor = self.textCursor()
        cursor.setPosition(min(self._offsets.to_units(offset), self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.centerCursor()

    def keys_at(self, offset: int) -> tuple[str, ...]:
        """The keys of everything marked at ``offset``, observations first."""
        spots = tuple(one.key for one in self._spots if one.start <= offset < one.end)
        marks = tuple(key for one in self._marks if one.start <= offset < one.end for key in one.keys)
        return spots + marks

    def describe(self, offset: int) -> str:
        """What is marked at ``offset``, a line each."""
        return "\n".join(self._titles.get(key, key) for key in self.keys_at(offset))

    def line_share(self, offset: int) -> float:
        """Where ``offset`` stands in the whole draft, 0 at the top, 1 at the end."""
        position = self._offsets.to_units(offset)
        block = self.document().findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        number = block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)
        return number / max(self.document().lineCount(), 1)

    def refresh(self) -> None:
        """Paint everything anew after the colours changed."""
        self.setPalette(theme.paper_palette(self))
        self._paint_marks()
        self.laid_out.emit()

    def _set_blocks(self, draft: Draft) -> None:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        large = QTextCharFormat(bold)
        large.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
        for block, paragraph in zip(draft.blocks, _blocks(self), strict=False):
            setting = _setting(draft, block)
            paragraph.setUserState(setting)
            if setting in (Setting.TITLE, Setting.HEADING) or block.run_in_end is not None:
                end = block.run_in_end if block.run_in_end is not None else block.end
                cursor = self._cursor_over(block.start, end)
                cursor.mergeCharFormat(large if setting is Setting.TITLE else bold)
            # The change of format laid the block out Qt's way.
            paragraph.clearLayout()

    def _lay_out(self) -> None:
        if self.document().blockCount() <= ALL_AT_ONCE:
            self._layout.lay_out_all()
        self.laid_out.emit()

    def _paint_marks(self) -> None:
        shades = theme.current()
        parts = [Highlight(one.start, one.end, Look.COVERED) for one in self._marks if one.layer is Layer.COVERED]
        parts += [Highlight(one.start, one.end, Look.PARTIAL) for one in self._marks if one.layer is Layer.PARTIAL]
        parts += [Highlight(start, end, Look.CURRENT) for start, end in self._current]
        parts += [Highlight(one.start, one.end, Look.OBSERVATION) for one in self._spots]
        parts += [Highlight(start, end, Look.FOUND) for start, end in self._found]
        if self._flash is not None:
            parts.append(Highlight(*self._flash, Look.FLASH))
        strength = float(self._fading.currentValue() or 0.0)
        selections = []
        for start, end, looks in flatten(parts):
            selection = QTextEdit.ExtraSelection()
            # The stubs know these two only as methods of QTextCursor and QTextFormat.
            selection.cursor = self._cursor_over(start, end)  # type: ignore[attr-defined]
            selection.format = looks_format(looks, shades, strength)  # type: ignore[attr-defined]
            selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor_over(self, start: int, end: int) -> QTextCursor:
        """A cursor with the stretch selected, as far as the document reaches."""
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._offsets.to_units(start), last))
        cursor.setPosition(min(self._offsets.to_units(end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _end_flash(self) -> None:
        self._flash = None
        self._paint_marks()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name is Qt's
        """A larger font breaks lines elsewhere too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_layout"):
            self._lay_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        """A click, unless it ended a selection, asks what is marked here."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.picked.emit(self._offset_at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        """Enter does what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self._offsets.to_characters(self.textCursor().position()))
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        """Say what a mark stands for under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.describe(self._offset_at(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def _offset_at(self, point: QPoint) -> int:
        return self._offsets.to_characters(self.cursorForPosition(point).position())


def _blocks(view: QPlainTextEdit) -> Iterator[QTextBlock]:
    block = view.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def _setting(draft: Draft, block: Block) -> Setting:
    """Title in the middle, signature to the right, the rest as paper has it."""

    def holds(span: Span | None) -> bool:
        return span is not None and block.start <= span.start < max(block.end, block.start + 1)

    if draft.title is not None and draft.title.start <= block.start < draft.title.end:
        return Setting.TITLE
    if block.kind is BlockKind.HEADING:
        return Setting.HEADING
    if block.kind is BlockKind.TABLE_ROW or holds(draft.addressee):
        return Setting.FLUSH
    if holds(draft.signature) or holds(draft.signature_date):
        return Setting.RIGHT
    return Setting.PLAIN
