"""Word 97–2003 documents (.doc, and the .wps of WPS Writer): bytes → lines, by the layout of [MS-DOC].

In: inserted text, text boxes once (after the paragraph they hang on), tables and tables inside tables, automatic
numbers, the results of fields. Out, and told where they hold words: deleted text, hidden text, headers, footers,
notes, comments. A paragraph whose end mark was deleted or hidden runs into the next one. The lines are those
that the same document saved as .docx gives.
"""

import struct

from desktop.errors import DraftError
from desktop.reading.doc_boxes import NOWHERE, Anchored, read_anchored
from desktop.reading.doc_flow import Flow
from desktop.reading.doc_fonts import font_names
from desktop.reading.doc_header import COMMENTS, ENDNOTES, FOOTNOTES, SECTIONS, Header, read_header
from desktop.reading.doc_lists import read_lists
from desktop.reading.doc_properties import Paragraph
from desktop.reading.doc_text import read_text
from desktop.reading.docx_margins import holds_words
from desktop.reading.docx_numbers import Numbering
from desktop.reading.docx_seen import Seen
from desktop.reading.docx_symbols import symbol
from desktop.reading.gather import Gatherer
from desktop.reading.lines import Line
from desktop.reading.ole_file import DAMAGED, OleFile

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
        return _Reader(read_header(file)).read()
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise DraftError(DAMAGED) from error


class _Reader:
    """Reads one document; what its flows of paragraphs ask for (doc_flow.Document)."""

    def __init__(self, header: Header) -> None:
        self.seen = Seen()
        self.section_ends = _section_ends(header)
        self._header = header
        self._text = read_text(header)
        self._anchored = read_anchored(header)
        self._numbering: Numbering | None = None
        self._fonts: list[str] | None = None

    def read(self) -> tuple[list[Line], tuple[str, ...]]:
        """The lines and notices."""
        header, lengths = self._header, self._header.lengths
        whole = self.flow(0, lengths.body)
        for start, end in self.anchored(NOWHERE).boxes:
            whole.adopt(self.flow(start, end))
        self.seen.add("comment", header.count(COMMENTS, 30))
        self.seen.add("footnote", header.count(FOOTNOTES, 2))
        self.seen.add("endnote", header.count(ENDNOTES, 2))
        self.seen.margins = self._margins_hold_words(lengths.headers_start, lengths.headers_start + lengths.headers)
        return whole.finish(), self.seen.notices()

    def flow(self, start: int, end: int) -> Gatherer:
        """Gather the paragraphs of the characters ``start``–``end``: the body, or one text box."""
        flow = Flow(self)
        for stretch in self._text.stretches(start, end):
            flow.take(stretch)
        return flow.done()

    def anchored(self, position: int) -> Anchored:
        """What hangs on the character at ``position``."""
        return self._anchored.get(position, _NOTHING)

    def label(self, paragraph: Paragraph) -> str:
        """Count a paragraph and give its automatic number, "" if it has none."""
        if not 0 < paragraph.list_use < _NO_LIST:
            return ""
        if self._numbering is None:
            self._numbering = read_lists(self._header)
        level = paragraph.list_level
        if level is None:
            level = self._numbering.level_of_style(paragraph.list_use, str(paragraph.style.number))
        return self._numbering.next_label(paragraph.list_use, level)

    def symbol(self, font: int, code: int) -> str:
        """The character number ``code`` of the font with this number, "" where it is only a shape."""
        if self._fonts is None:
            self._fonts = font_names(self._header)
        return symbol(self._fonts[font] if font < len(self._fonts) else None, f"{code:04x}")

    def _margins_hold_words(self, start: int, end: int) -> bool:
        """True if headers or footers hold more than page numbers; what they hide or revise is not counted."""
        kept, self.seen = self.seen, Seen()
        lines = self.flow(start, end).finish()
        self.seen = kept
        return any(holds_words(line.text) for line in lines)


_NOTHING = Anchored()


def _section_ends(header: Header) -> frozenset[int]:
    """The characters behind the marks that end sections; other such marks are page breaks."""
    count = header.count(SECTIONS, 12)
    return frozenset(struct.unpack_from(f"<{count}I", header.part(SECTIONS), 4)) if count else frozenset()
