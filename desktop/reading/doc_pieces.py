"""The text of a Word 97–2003 document: pieces of the file in the order in which they are read.

A document that was saved fast holds its changes at its end; only the piece table ([MS-DOC] Clx) tells the order.
A piece is UTF-16, or one byte for each character in the Western code page.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.errors import DraftError
from desktop.reading.doc_header import PIECES, Header
from desktop.reading.ole_file import DAMAGED

_PROPERTIES, _TABLE = 1, 2
_COMPRESSED = 0x40000000
_SHORT_FORMS = {
    0x09: 0x2407, 0x0C: 0x260A, 0x18: 0x2416, 0x19: 0x2417,
    0x41: 0x0800, 0x42: 0x0801, 0x53: 0x2A33, 0x5C: 0x083C,
}  # fmt: skip
"""What the one-byte codes of a piece's own change mean; others do not touch the words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start``–``end`` of the text; they begin at byte ``at`` and take ``width`` bytes each.

    ``changes`` are properties that a fast save put over the ones stored with the text.
    """

    start: int
    end: int
    at: int
    width: int
    changes: bytes

    def byte(self, position: int) -> int:
        """The byte where character ``position`` begins."""
        return self.at + (position - self.start) * self.width

    def position(self, byte: int) -> int:
        """The character that begins at or before ``byte``."""
        return self.start + (byte - self.at) // self.width

    def decode(self, data: bytes) -> str:
        """The text of some of this piece's bytes."""
        return data.decode("cp1252" if self.width == 1 else "utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces, in the order of the text."""

    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...]

    def between(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """The pieces that hold characters ``start``–``end``, each with the characters taken from it."""
        for piece in self.pieces[max(bisect_right(self._starts, start) - 1, 0) :]:
            if piece.start >= end:
                break
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                yield piece, first, last


def read_pieces(header: Header) -> Pieces:
    """The piece table; raises DraftError where it contradicts itself or the file."""
    table, changes = _split(header.part(PIECES))
    count = (len(table) - 4) // 12
    if count < 1:
        raise DraftError(DAMAGED)
    limits = struct.unpack_from(f"<{count + 1}I", table)
    if limits[0] or any(a > b for a, b in zip(limits, limits[1:], strict=False)) or limits[-1] > len(header.document):
        raise DraftError(DAMAGED)
    if header.lengths.boxes_start + header.lengths.boxes > limits[-1]:
        raise DraftError(DAMAGED)
    pieces = []
    for number in range(count):
        place, change = struct.unpack_from("<2xIH", table, 4 * (count + 1) + 8 * number)
        compressed = place & _COMPRESSED
        at, width = ((place & (_COMPRESSED - 1)) // 2, 1) if compressed else (place & (_COMPRESSED - 1), 2)
        start, end = limits[number : number + 2]
        if at + (end - start) * width > len(header.document):
            raise DraftError(DAMAGED)
        pieces.append(Piece(start, end, at, width, _change(change, changes)))
    return Pieces(tuple(pieces), limits[:-1])


def _split(clx: bytes) -> tuple[bytes, list[bytes]]:
    """The table of pieces and the lists of properties before it."""
    changes: list[bytes] = []
    at = 0
    while at + 3 <= len(clx) and clx[at] == _PROPERTIES:
        size = struct.unpack_from("<H", clx, at + 1)[0]
        changes.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if at + 5 > len(clx) or clx[at] != _TABLE:
        raise DraftError(DAMAGED)
    size = struct.unpack_from("<I", clx, at + 1)[0]
    if at + 5 + size > len(clx):
        raise DraftError(DAMAGED)
    return clx[at + 5 : at + 5 + size], changes


def _change(code: int, changes: list[bytes]) -> bytes:
    """The properties that a piece's own change stands for."""
    if code & 1:
        number = code >> 1
        if number >= len(changes):
            raise DraftError(DAMAGED)
        return changes[number]
    full = _SHORT_FORMS.get(code >> 1 & 0x7F)
    return b"" if full is None else struct.pack("<HB", full, code >> 8)
