"""Paragraphs of a Word 97–2003 document that follow each other: the body, or the words of one text box."""

import re
from dataclasses import dataclass, field
from typing import Protocol

from desktop.reading.doc_boxes import Anchored
from desktop.reading.doc_properties import Paragraph
from desktop.reading.doc_text import Stretch
from desktop.reading.docx_seen import Seen
from desktop.reading.gather import Gatherer

_MARKS = re.compile("([\x00-\x08\x0a-\x1f])")
_SHOWN_AS = {"\x0b": "\n", "\x0c": "\f", "\x0e": "\n", "\x1e": "-"}
_PICTURE, _CELL, _SHAPE, _SECTION, _END = "\x01", "\x07", "\x08", "\x0c", "\r"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_IN_CODE, _IN_RESULT, _IN_OBJECT = range(3)
_DEEPEST_FIELD = 200
"""Fields inside fields that are kept in mind; honest documents have a handful."""


class Document(Protocol):
    """What a flow asks of the document it belongs to."""

    seen: Seen
    section_ends: frozenset[int]

    def flow(self, start: int, end: int) -> Gatherer:
        """The paragraphs of a text box."""

    def anchored(self, position: int) -> Anchored:
        """What hangs on a character."""

    def label(self, paragraph: Paragraph) -> str:
        """The automatic number of the next paragraph."""

    def symbol(self, font: int, code: int) -> str:
        """The character that a symbol shows."""


@dataclass
class Flow:
    """Takes stretches in reading order; ``done`` gives what was gathered."""

    document: Document
    _gatherer: Gatherer = field(default_factory=Gatherer)
    _text: list[str] = field(default_factory=list)
    _boxes: list[tuple[int, int]] = field(default_factory=list)
    _fields: list[int] = field(default_factory=list)
    _revised: tuple[bool, bool] = (False, False)

    def take(self, stretch: Stretch) -> None:
        """Add characters; marks among them end paragraphs, cells and rows."""
        letters, seen = stretch.letters, self.document.seen
        revised = (letters.deleted, letters.inserted)
        if revised != self._revised:
            self._revised = revised
            seen.add("revision", int(any(revised)))
        seen.restyled = seen.restyled or letters.restyled
        position = stretch.start
        for at, part in enumerate(_MARKS.split(stretch.text)):
            if at % 2:
                self._mark(part, position, stretch)
            elif part and not letters.deleted and _IN_CODE not in self._fields:
                self._words(part, stretch)
            position += len(part) if part.isascii() else len(part.encode("utf-16-le", "replace")) // 2

    def done(self) -> Gatherer:
        """Close a last paragraph without an end mark; what was gathered."""
        if self._text:
            self._gatherer.paragraph("".join(self._text))
        return self._gatherer

    def _words(self, part: str, stretch: Stretch) -> None:
        if stretch.hidden:
            self.document.seen.add("hidden", len(part.strip()))
        elif stretch.letters.special and stretch.letters.symbol is not None:
            self._text.append(self.document.symbol(*stretch.letters.symbol))
        else:
            self._text.append(part)

    def _mark(self, mark: str, position: int, stretch: Stretch) -> None:
        """Do what a control character stands for; those of deleted text stand for nothing but ends."""
        if mark in (_END, _CELL) or (mark == _SECTION and position + 1 in self.document.section_ends):
            self._end(mark, stretch)
        elif stretch.letters.deleted:
            return
        elif mark in (_FIELD, _RESULT, _FIELD_END):
            self._field(mark, stretch)
        elif stretch.hidden or _IN_CODE in self._fields:
            return
        elif mark == _SHAPE:
            anchored = self.document.anchored(position)
            self._boxes.extend(anchored.boxes)
            self.document.seen.add("picture", anchored.pictures)
        elif mark == _PICTURE:
            shown = stretch.letters.special and stretch.letters.picture and _IN_OBJECT not in self._fields
            self.document.seen.add("picture", int(shown))
        elif mark in _SHOWN_AS:
            self._text.append(_SHOWN_AS[mark])

    def _field(self, mark: str, stretch: Stretch) -> None:
        """Keep track of where in fields the walk is."""
        if mark == _FIELD:
            self._fields.append(_IN_CODE)
            del self._fields[:-_DEEPEST_FIELD]
        elif not self._fields:
            return
        elif mark == _FIELD_END:
            self._fields.pop()
        elif stretch.letters.embedded:
            self.document.seen.add("object", int(not stretch.hidden))
            self._fields[-1] = _IN_OBJECT
        else:
            self._fields[-1] = _IN_RESULT

    def _end(self, mark: str, stretch: Stretch) -> None:
        """End a paragraph, and with it the cell or row that its mark ends."""
        paragraph, letters = stretch.paragraph, stretch.letters
        text = "".join(self._text)
        self._text.clear()
        # No code ends in a later paragraph; a broken field must not eat on.
        self._fields = [max(where, _IN_RESULT) for where in self._fields]
        if (mark == _CELL and paragraph.row) or paragraph.ends_row:
            self._gatherer.end_row(1 if mark == _CELL else paragraph.depth, paragraph.covered, paragraph.joined)
            return
        ends_cell = mark == _CELL or paragraph.ends_cell
        depth = max(paragraph.depth, int(mark == _CELL))
        if paragraph.new_page:
            self._gatherer.new_page()
        gone = mark == _END and (letters.deleted or letters.mark_hidden(paragraph.style))
        if not ends_cell and (gone or paragraph.drop_cap):
            self._gatherer.run_on(text, depth)
        else:
            label = self.document.label(paragraph)
            self._gatherer.paragraph(text, label, paragraph.level, paragraph.style.contents, depth)
        boxes, self._boxes = self._boxes, []
        for start, end in boxes:
            self._gatherer.adopt(self.document.flow(start, end))
        if ends_cell:
            self._gatherer.end_cell(depth)
