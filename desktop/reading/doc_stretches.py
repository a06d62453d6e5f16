"""Which bytes of a Word 97–2003 document have which properties: the pages of [MS-DOC] ChpxFkp and PapxFkp.

A page has 512 bytes: the limits of its stretches, for each the place of its properties inside the page, and in
the last byte how many there are.
"""

import struct
from bisect import bisect_right
from dataclasses import dataclass

from desktop.errors import DraftError
from desktop.reading.doc_header import PARAGRAPHS, RUNS, Header
from desktop.reading.ole_file import DAMAGED

_PAGE = 512
_PAGE_NUMBER = 0x3FFFFF


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of the file's bytes, in order, and what is stored with each."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    stored: tuple[bytes, ...]

    def at(self, byte: int, end: int) -> tuple[bytes, int]:
        """What is stored with ``byte``, and how far that reaches, at most to ``end``."""
        index = bisect_right(self.starts, byte) - 1
        if index >= 0 and byte < self.ends[index]:
            return self.stored[index], min(end, self.ends[index])
        return b"", min(end, self.starts[index + 1]) if index + 1 < len(self.starts) else end


def run_stretches(header: Header) -> Stretches:
    """The properties of characters; raises DraftError where the list contradicts the file."""
    return _stretches(header, RUNS, 1)


def paragraph_stretches(header: Header) -> Stretches:
    """The properties of paragraphs, each beginning with the number of its style; raises DraftError."""
    return _stretches(header, PARAGRAPHS, 13)


def _stretches(header: Header, part: int, width: int) -> Stretches:
    """All stretches of the pages that ``part`` lists, whose entries are ``width`` bytes wide."""
    listed = header.part(part)
    count = max((len(listed) - 4) // 8, 0)
    pages = (
        {number & _PAGE_NUMBER for number in struct.unpack_from(f"<{count}I", listed, 4 * (count + 1))} if count else ()
    )
    found: list[tuple[int, int, bytes]] = []
    for number in pages:
        page = header.document[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            raise DraftError(DAMAGED)
        found.extend(_in_page(page, width))
    found.sort(key=lambda one: one[0])
    starts, ends, stored = [], [], []
    reached = 0
    for start, end, properties in found:
        start = max(start, reached)
        if start < end:
            starts.append(start)
            ends.append(end)
            stored.append(properties)
            reached = end
    return Stretches(tuple(starts), tuple(ends), tuple(stored))


def _in_page(page: bytes, width: int) -> list[tuple[int, int, bytes]]:
    count = page[-1]
    places = 4 * (count + 1)
    if places + width * count >= _PAGE:
        raise DraftError(DAMAGED)
    limits = struct.unpack_from(f"<{count + 1}I", page)
    found = []
    for index in range(count):
        at = 2 * page[places + width * index]
        found.append((limits[index], limits[index + 1], _run(page, at) if width == 1 else _paragraph(page, at)))
    return found


def _run(page: bytes, at: int) -> bytes:
    """A list of changes behind its length."""
    return page[at + 1 : at + 1 + page[at]] if at else b""


def _paragraph(page: bytes, at: int) -> bytes:
    """A list of changes behind its length in words; where that is 0, the length stands in the next byte."""
    if not at:
        return b""
    size = page[at]
    if size:
        return page[at + 1 : at + 2 * size]
    return page[at + 2 : at + 2 + 2 * page[at + 1]]
