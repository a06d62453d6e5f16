"""The header (FIB) of a Word 97–2003 document: where its streams keep what, with every place checked.

Offsets and names are those of [MS-DOC]. All later modules get their bytes here, so that a place outside the file
is found in one spot.
"""

import struct
from dataclasses import dataclass

from desktop.errors import DraftError
from desktop.reading.ole_file import DAMAGED, OleFile

_IDENT = 0xA5EC
_OLD_IDENTS = frozenset({0xA5DB, 0xA5DC, 0xA697, 0xA699})
_FIRST_VERSION = 0xC0
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_BLOCKS = 32
LONGEST = 4_000_000
"""Characters in one document; about as many as a text file may have."""

STYLES, FOOTNOTES, COMMENTS, SECTIONS, RUNS, PARAGRAPHS, FONTS, PIECES = 1, 2, 4, 6, 12, 13, 15, 33
ANCHORS, ENDNOTES, DRAWINGS, BOX_ENDS, LISTS, LIST_USES = 40, 46, 50, 56, 73, 74
"""Numbers of the entries in the header's list of places (FibRgFcLcb97)."""

OLD_WORD = "是 Word 6.0 或 Word 95 时代的文稿，格式太旧，读不出；请用 WPS 或 Word 打开后另存为 .docx 再试。"
LOCKED = "设了密码，打不开；请在 WPS 或 Word 中去掉密码，另存为 .docx 后再试。"
TOO_LONG = "文字太长，不像一份报告；请把报告正文单独存成一个文件再试。"


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many characters each part of the text has, in the order in which the parts follow each other."""

    body: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int

    @property
    def headers_start(self) -> int:
        """Where the headers and footers begin."""
        return self.body + self.footnotes

    @property
    def boxes_start(self) -> int:
        """Where the text boxes begin."""
        return self.body + self.footnotes + self.headers + self.macros + self.comments + self.endnotes


@dataclass(frozen=True, slots=True)
class Header:
    """The three streams of a document and what the header says of them."""

    document: bytes
    table: bytes
    data: bytes
    lengths: Lengths
    _places: tuple[int, ...]

    def part(self, number: int) -> bytes:
        """The bytes of entry ``number`` in the table stream; b"" if the document has no such part."""
        start, size = self.place(number)
        return self.table[start : start + size]

    def count(self, number: int, width: int) -> int:
        """How many things entry ``number`` lists, each with ``width`` bytes besides its place in the text."""
        return max((self.place(number)[1] - 4) // (4 + width), 0)

    def place(self, number: int) -> tuple[int, int]:
        """Where entry ``number`` begins in the table stream and how many bytes it has."""
        if 2 * number + 1 >= len(self._places):
            return 0, 0
        start, size = self._places[2 * number : 2 * number + 2]
        if size and start + size > len(self.table):
            raise DraftError(DAMAGED)
        return start, size


def read_header(file: OleFile) -> Header:
    """The header of the document in ``file``; raises DraftError for what is too old, locked or damaged."""
    document = file.stream("WordDocument")
    if len(document) < _BLOCKS:
        raise DraftError(DAMAGED)
    ident, version = struct.unpack_from("<HH", document)
    flags = struct.unpack_from("<H", document, 10)[0]
    if ident in _OLD_IDENTS or (ident == _IDENT and version < _FIRST_VERSION):
        raise DraftError(OLD_WORD)
    if ident != _IDENT:
        raise DraftError(DAMAGED)
    if flags & _ENCRYPTED:
        raise DraftError(LOCKED)
    shorts, at = _block(document, _BLOCKS, 2)
    longs, at = _block(document, at, 4)
    places, _ = _block(document, at, 8)
    if len(shorts) < 28 or len(longs) < 44:
        raise DraftError(DAMAGED)
    lengths = Lengths(*struct.unpack_from("<7i", longs, 12))
    counts = struct.unpack_from("<7i", longs, 12)
    if min(counts) < 0:
        raise DraftError(DAMAGED)
    if sum(counts) > LONGEST:
        raise DraftError(TOO_LONG)
    return Header(
        document,
        file.stream("1Table" if flags & _SECOND_TABLE else "0Table"),
        file.stream("Data"),
        lengths,
        struct.unpack(f"<{len(places) // 4}I", places),
    )


def _block(document: bytes, at: int, width: int) -> tuple[bytes, int]:
    """The block at ``at``, which begins with the count of its entries, and where the next one begins."""
    if at + 2 > len(document):
        raise DraftError(DAMAGED)
    end = at + 2 + struct.unpack_from("<H", document, at)[0] * width
    if end > len(document):
        raise DraftError(DAMAGED)
    return document[at + 2 : end], end
