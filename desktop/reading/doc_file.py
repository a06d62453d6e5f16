"""Word 97–2003 documents (.doc, and the .wps of WPS Writer): bytes → lines, by the layout of [MS-DOC].

In: inserted text, text boxes once (after the paragraph they hang on), tables and tables inside tables, automatic
numbers, the results of fields. Out: deleted text, hidden text, field codes, headers, footers, notes and
comments. A paragraph whose end mark was deleted runs into the next one. The lines are those that the same
document saved as .docx gives.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.errors import DraftError
from desktop.reading.doc_boxes import boxes_by_anchor
from desktop.reading.doc_header import SECTIONS, Header, read_header
from desktop.reading.doc_lists import read_lists
from desktop.reading.doc_pieces import Piece, Pieces, read_pieces
from desktop.reading.doc_properties import Letters, Paragraph, Properties
from desktop.reading.doc_stretches import Stretches, paragraph_stretches, run_stretches
from desktop.reading.doc_styles import DocStyles, read_styles
from desktop.reading.docx_file import HIDDEN, REVISED
from desktop.reading.docx_numbers import Numbering
from desktop.reading.gather import Gatherer, labelled
from desktop.reading.lines import Line
from desktop.reading.ole_file import DAMAGED, OleFile

_MARKS = re.compile("([\x00-\x08\x0a-\x1f])")
_SHOWN_AS = {"\x0b": "\n", "\x0c": "\f", "\x0e": "\n", "\x1e": "-"}
_CELL, _SHAPE, _SECTION, _END = "\x07", "\x08", "\x0c", "\r"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_NO_WORD = "不是 Word 97 以后的结构，正文读不出；请用 WPS 或 Word 打开后另存为 .docx 再试。"
_NO_LIST = 0x7FF
"""Uses of lists from here on are no numbers of lists: Word 6 numbering, or a number that is not shown."""


def read_doc(data: bytes) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of a Word 97–2003 document and what to tell the user.

    Raises DraftError, one Chinese sentence without the file's name, for any other OLE file and for documents
    that are damaged, locked, older or far too long.
    """
    try:
        file = OleFile(data)
        if "WordDocument" not in file.names:
            raise DraftError(_NO_WORD)
        return _Walk.over(read_header(file))
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise DraftError(DAMAGED) from error


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters from ``start`` on with the same properties."""

    start: int
    text: str
    letters: Letters
    hidden: bool
    paragraph: Paragraph


@dataclass
class _Walk:
    """One walk over a document, in reading order."""

    header: Header
    styles: DocStyles
    properties: Properties
    pieces: Pieces
    runs: Stretches
    paragraphs: Stretches
    boxes: dict[int, list[tuple[int, int]]]
    section_ends: frozenset[int]
    notices: set[str] = field(default_factory=set)
    _numbering: Numbering | None = None

    @classmethod
    def over(cls, header: Header) -> tuple[list[Line], tuple[str, ...]]:
        """The lines and notices of the document with this header."""
        styles = read_styles(header)
        walk = cls(
            header,
            styles,
            Properties(header, styles),
            read_pieces(header),
            run_stretches(header),
            paragraph_stretches(header),
            boxes_by_anchor(header),
            _section_ends(header),
        )
        whole = walk.read(0, header.lengths.body)
        for start, end in walk.boxes.get(-1, ()):
            whole.adopt(walk.read(start, end))
        return whole.finish(), tuple(sorted(walk.notices))

    def read(self, start: int, end: int) -> Gatherer:
        """Gather the paragraphs of the characters ``start``–``end``: the body, or one text box."""
        flow = _Flow(self)
        for stretch in self._stretches(start, end):
            flow.take(stretch)
        return flow.done()

    def label(self, paragraph: Paragraph) -> str:
        """The automatic number of a paragraph, "" if it has none."""
        if not 0 < paragraph.list_use < _NO_LIST:
            return ""
        if self._numbering is None:
            self._numbering = read_lists(self.header)
        level = paragraph.list_level
        if level is None:
            level = self._numbering.level_of_style(paragraph.list_use, str(paragraph.style.number))
        return self._numbering.next_label(paragraph.list_use, level)

    def _stretches(self, start: int, end: int) -> Iterator[_Stretch]:
        """The text between two characters, cut where its properties change."""
        for piece, first, last in self.pieces.between(start, end):
            at, stop = piece.byte(first), piece.byte(last)
            while at < stop:
                run, reached = self.runs.at(at, stop)
                around, reached = self.paragraphs.at(at, reached)
                # Limits that cut a character in two are pushed behind it.
                reached = min(max(reached + (reached - at) % piece.width, at + piece.width), stop)
                yield self._stretch(piece, at, reached, run, around)
                at = reached

    def _stretch(self, piece: Piece, at: int, end: int, run: bytes, around: bytes) -> _Stretch:
        paragraph = self.properties.paragraph(around, piece.changes)
        letters = self.properties.letters(run, piece.changes)
        text = piece.decode(self.header.document[at:end])
        return _Stretch(
            piece.position(at), text, letters, letters.hidden(paragraph.style, self.styles), paragraph
        )


@dataclass
class _Flow:
    """Paragraphs that follow each other: the body, or the words of one text box."""

    walk: _Walk
    gatherer: Gatherer = field(default_factory=Gatherer)
    _text: list[str] = field(default_factory=list)
    _boxes: list[tuple[int, int]] = field(default_factory=list)
    _fields: list[bool] = field(default_factory=list)
    """Where in fields the walk is: True while in a field's code."""

    def take(self, stretch: _Stretch) -> None:
        """Add characters; marks among them end paragraphs, cells and rows."""
        letters = stretch.letters
        position = stretch.start
        for at, part in enumerate(_MARKS.split(stretch.text)):
            if at % 2:
                self._mark(part, position, stretch)
            elif part and not letters.deleted and not any(self._fields):
                self._words(part, stretch)
            position += len(part) if part.isascii() else len(part.encode("utf-16-le", "replace")) // 2
        if letters.deleted or letters.inserted:
            self.walk.notices.add(REVISED)

    def done(self) -> Gatherer:
        """Close a last paragraph without an end mark; what was gathered."""
        if self._text:
            self.gatherer.paragraph("".join(self._text))
        return self.gatherer

    def _words(self, part: str, stretch: _Stretch) -> None:
        if stretch.hidden:
            if part.strip():
                self.walk.notices.add(HIDDEN)
        elif not (stretch.letters.special and stretch.letters.symbol):
            self._text.append(part)

    def _mark(self, mark: str, position: int, stretch: _Stretch) -> None:
        if mark in (_END, _CELL) or (mark == _SECTION and position + 1 in self.walk.section_ends):
            self._end(mark, stretch)
        elif stretch.letters.deleted:
            return
        elif mark == _FIELD:
            self._fields.append(True)
        elif mark == _RESULT and self._fields:
            self._fields[-1] = False
        elif mark == _FIELD_END and self._fields:
            self._fields.pop()
        elif mark == _SHAPE:
            self._boxes.extend(self.walk.boxes.get(position, ()))
        elif mark in _SHOWN_AS and not stretch.hidden and not any(self._fields):
            self._text.append(_SHOWN_AS[mark])

    def _end(self, mark: str, stretch: _Stretch) -> None:
        """End a paragraph, and with it the cell or row that its mark ends."""
        paragraph = stretch.paragraph
        self._fields = [False] * len(self._fields)  # no code ends in a later paragraph; a broken one must not eat on
        if mark == _CELL and paragraph.row:
            self._text.clear()
            self.gatherer.end_row(1, paragraph.covered, paragraph.joined)
            return
        if paragraph.ends_row:
            self._text.clear()
            self.gatherer.end_row(paragraph.depth, paragraph.covered, paragraph.joined)
            return
        text, label = "".join(self._text), self.walk.label(paragraph)
        self._text.clear()
        if paragraph.new_page:
            self.gatherer.new_page()
        depth = max(paragraph.depth, 1) if mark == _CELL else paragraph.depth
        joins_next = stretch.letters.deleted and mark == _END and not paragraph.ends_cell
        self.gatherer.paragraph(labelled(label, text), paragraph.level, depth, joins_next)
        boxes, self._boxes = self._boxes, []
        for start, end in boxes:
            self.gatherer.adopt(self.walk.read(start, end))
        if mark == _CELL or paragraph.ends_cell:
            self.gatherer.end_cell(depth)


def _section_ends(header: Header) -> frozenset[int]:
    """The characters behind the marks that end sections; other such marks are page breaks."""
    listed = header.part(SECTIONS)
    count = max((len(listed) - 4) // 16, 0)
    return frozenset(struct.unpack_from(f"<{count}I", listed, 4)) if count else frozenset()
