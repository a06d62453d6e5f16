"""Text boxes of a Word 97–2003 document: where in the text each one hangs, and which words are in it.

The words of all boxes stand one after the other behind the body. A list of anchors says which shape hangs on which
character; where shapes are grouped, only the group has an anchor, and the drawing's records say what is in it.
"""

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.errors import DraftError
from desktop.reading.doc_header import ANCHORS, BOX_ENDS, DRAWINGS, Header
from desktop.reading.ole_file import DAMAGED

_ANCHOR, _BOX = 26, 22
_GROUP, _SHAPE, _SHAPE_ID = 0xF003, 0xF004, 0xF00A
_PICTURE = 75
NOWHERE = -1
"""Also for anchors outside the body: a box that hangs in a box could hang in itself."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """What hangs on one character: the first and last character (exclusive) of text boxes, and pictures."""

    boxes: list[tuple[int, int]] = field(default_factory=list)
    pictures: int = 0


def read_anchored(header: Header) -> dict[int, Anchored]:
    """What hangs on which character of the body; boxes without a known anchor are under -1.

    Characters are counted from the start of the whole text.
    """
    anchors = _anchors(header)
    boxes = _boxes(header)
    if not anchors and not boxes:
        return {}
    groups, pictures = _drawn(header.part(DRAWINGS))

    def anchor(shape: int) -> int:
        at = anchors.get(shape, anchors.get(groups.get(shape, shape), NOWHERE))
        return at if at < header.lengths.body else NOWHERE

    counts = Counter(anchor(shape) for shape in pictures)
    found = {at: Anchored(pictures=count) for at, count in counts.items()}
    for shape, start, end in boxes:
        found.setdefault(anchor(shape), Anchored()).boxes.append((start, end))
    return found


def _boxes(header: Header) -> list[tuple[int, int, int]]:
    """The shape, start and end of each text box; the last entry of the list closes it and is none."""
    listed = header.part(BOX_ENDS)
    count = max((len(listed) - 4) // (4 + _BOX), 0)
    if not count or not header.lengths.boxes:
        return []
    limits = struct.unpack_from(f"<{count + 1}I", listed)
    first, whole = header.lengths.boxes_start, header.lengths.boxes
    found = []
    reached = 0
    for number in range(count - 1):
        place = 4 * (count + 1) + number * _BOX
        reusable, shape = struct.unpack_from("<HxxxxI", listed, place + 8)
        start, end = max(limits[number], reached), min(limits[number + 1], whole)
        if not reusable and start < end:
            found.append((shape, first + start, first + end))
            reached = end
    return found


def _anchors(header: Header) -> dict[int, int]:
    """The character that each shape of the body hangs on."""
    listed = header.part(ANCHORS)
    count = max((len(listed) - 4) // (4 + _ANCHOR), 0)
    positions = struct.unpack_from(f"<{count}I", listed)
    places = range(4 * (count + 1), 4 * (count + 1) + count * _ANCHOR, _ANCHOR)
    return {struct.unpack_from("<I", listed, place)[0]: at for at, place in zip(positions, places, strict=True)}


def _drawn(drawings: bytes) -> tuple[dict[int, int], set[int]]:
    """For each shape inside a group the shape that stands for the outermost group; and which shapes are pictures."""
    groups: dict[int, int] = {}
    pictures: set[int] = set()
    shared = next(_records(drawings, 0, len(drawings)), None)
    at = shared[2] if shared else len(drawings)
    while at < len(drawings):
        # One byte before each drawing says whether it belongs to the body or to the headers.
        drawing = next(_records(drawings, at + 1, len(drawings)), None)
        if drawing is None:
            break
        for whole in _records(drawings, drawing[1], drawing[2]):
            for one in _records(drawings, whole[1], whole[2]) if whole[0] == _GROUP else ():
                members = _shapes(drawings, one)
                if one[0] == _GROUP and members:
                    groups.update((member, members[0][0]) for member, _ in members[1:])
                if drawings[at] == 0:
                    pictures.update(member for member, kind in members if kind == _PICTURE)
        at = drawing[2]
    return groups, pictures


def _records(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The kind, start and end of the records ([MS-ODRAW]) that follow each other from ``start`` to ``end``."""
    while start + 8 <= end:
        kind, size = struct.unpack_from("<HI", data, start + 2)
        if start + 8 + size > end:
            raise DraftError(DAMAGED)
        yield kind, start + 8, start + 8 + size
        start += 8 + size


def _shapes(data: bytes, group: tuple[int, int, int]) -> list[tuple[int, int]]:
    """The number and kind of each shape of a group and of the groups in it, the group's own shape first."""
    found: list[tuple[int, int]] = []
    waiting = [group]
    while waiting:
        record, start, end = waiting.pop()
        if record == _SHAPE_ID and end - start >= 4:
            kind = struct.unpack_from("<H", data, start - 8)[0] >> 4
            found.append((struct.unpack_from("<I", data, start)[0], kind))
        elif record in (_GROUP, _SHAPE):
            waiting.extend(reversed(list(_records(data, start, end))))
    return found
