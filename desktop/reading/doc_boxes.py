"""Text boxes of a Word 97–2003 document: where in the text each one hangs, and which words are in it.

The words of all boxes stand one after the other behind the body. A list of anchors says which shape hangs on which
character; where shapes are grouped, only the group has an anchor, and the drawing's records say what is in it.
"""

import struct
from collections.abc import Iterator

from desktop.errors import DraftError
from desktop.reading.doc_header import ANCHORS, BOX_ENDS, DRAWINGS, Header
from desktop.reading.ole_file import DAMAGED

_ANCHOR, _BOX = 26, 22
_GROUP, _SHAPE, _SHAPE_ID = 0xF003, 0xF004, 0xF00A
_NOWHERE = -1
"""Also for anchors outside the body: a box that hangs in a box could hang in itself."""


def boxes_by_anchor(header: Header) -> dict[int, list[tuple[int, int]]]:
    """For the characters of the body that shapes hang on: the first and last character (exclusive) of each box.

    Boxes without a known anchor are under -1. Characters are counted from the start of the whole text.
    """
    boxes = _boxes(header)
    if not boxes:
        return {}
    anchors = _anchors(header)
    groups = _groups(header.part(DRAWINGS)) if any(shape not in anchors for shape, _, _ in boxes) else {}
    found: dict[int, list[tuple[int, int]]] = {}
    for shape, start, end in boxes:
        anchor = anchors.get(shape, anchors.get(groups.get(shape, shape), _NOWHERE))
        if anchor >= header.lengths.body:
            anchor = _NOWHERE
        found.setdefault(anchor, []).append((start, end))
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


def _groups(drawings: bytes) -> dict[int, int]:
    """For each shape inside a group: the shape that stands for the outermost group."""
    found: dict[int, int] = {}
    shared = next(_records(drawings, 0, len(drawings)), None)
    at = shared[2] if shared else len(drawings)
    while at < len(drawings):
        # One byte before each drawing says whether it belongs to the body or to the headers.
        drawing = next(_records(drawings, at + 1, len(drawings)), None)
        if drawing is None:
            break
        for whole in _inside(drawings, drawing, _GROUP):
            for group in _inside(drawings, whole, _GROUP):
                members = _shapes(drawings, group)
                found.update((member, members[0]) for member in members[1:])
        at = drawing[2]
    return found


def _records(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The kind, start and end of the records ([MS-ODRAW]) that follow each other from ``start`` to ``end``."""
    while start + 8 <= end:
        kind, size = struct.unpack_from("<HI", data, start + 2)
        if start + 8 + size > end:
            raise DraftError(DAMAGED)
        yield kind, start + 8, start + 8 + size
        start += 8 + size


def _inside(data: bytes, record: tuple[int, int, int], kind: int) -> Iterator[tuple[int, int, int]]:
    return (one for one in _records(data, record[1], record[2]) if one[0] == kind)


def _shapes(data: bytes, group: tuple[int, int, int]) -> list[int]:
    """The shapes of a group and of the groups in it, the group's own shape first."""
    found: list[int] = []
    waiting = [group]
    while waiting:
        kind, start, end = waiting.pop()
        if kind == _SHAPE_ID and end - start >= 4:
            found.append(struct.unpack_from("<I", data, start)[0])
        elif kind in (_GROUP, _SHAPE):
            waiting.extend(reversed(list(_records(data, start, end))))
    return found
