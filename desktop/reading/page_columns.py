"""Reading order on a page: rows over the whole width, and stretches set in columns, left one first.

A column that itself falls into two makes three or four; none is cut further.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from desktop.reading.page_rows import Row, Segment, row_of

_FEWEST_ROWS = 4
_MANY_ROWS = 12
_SHORTEST_LINE = 8
_FULL_ENOUGH = 0.55
_GUTTER = 0.8
_STEP = 3.0
_MOST_STEPS = 200
_MOST_ROWS = 1000
_NARROWEST_SLOT = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows to be read one after the other.

    ``slot`` is 0 for the whole width, 1 for the left and 2 for the right half; the halves of slot N are 2N + 1 and
    2N + 2.
    """

    rows: tuple[Row, ...]
    slot: int = 0


def in_reading_order(rows: Sequence[Row], known: Mapping[int, float] | None = None, slot: int = 0) -> list[Stretch]:
    """``rows``, all that stand in ``slot``, from top to bottom, cut into stretches in the order in which they are read.

    ``known`` is where right halves begin on other pages, by their slot: then a few rows are enough to see one here.
    """
    known = known or {}
    gutter = _gutter(rows) if slot < _NARROWEST_SLOT else None
    bands = [(band, _columns(band, gutter, known, slot)) for band in _bands(rows, gutter)] if gutter is not None else []
    if not any(columns for _, columns in bands):
        begin = known.get(2 * slot + 2)
        columns = _short_columns(rows, begin, known, slot) if begin is not None else []
        return columns or ([Stretch(tuple(rows), slot)] if rows else [])
    stretches: list[Stretch] = []
    whole: list[Row] = []
    for band, columns in bands:
        if not columns:
            whole += band
            continue
        if whole:
            stretches.append(Stretch(tuple(whole), slot))
            whole = []
        stretches += columns
    return [*stretches, Stretch(tuple(whole), slot)] if whole else stretches


def right_halves(stretches: Sequence[Stretch]) -> dict[int, float]:
    """Where the right halves of a page begin, by their slot; empty if it has no columns."""
    begins: dict[int, float] = {}
    for stretch in stretches:
        slot = stretch.slot
        while slot:
            if slot % 2 == 0:
                begins[slot] = min(begins.get(slot, inf), *(row.left for row in stretch.rows))
            slot = (slot - 1) // 2
    return begins


def _bands(rows: Sequence[Row], gutter: float) -> list[list[Row]]:
    """Rows one after the other, those that cross the gutter apart from those that do not."""
    bands: list[list[Row]] = []
    crossing: bool | None = None
    for row in rows:
        crosses = any(_crosses(segment, gutter, row.size) for segment in row.segments)
        if crosses is not crossing:
            bands.append([])
            crossing = crosses
        bands[-1].append(row)
    return bands


def _short_columns(rows: Sequence[Row], begin: float, known: Mapping[int, float], slot: int) -> list[Stretch]:
    """Two columns of which at least one is short, as on the last page; empty if this page has none."""
    gutter = begin - _GUTTER * median(row.size for row in rows) if rows else begin
    if len(rows) < _FEWEST_ROWS or any(_crosses(one, gutter, row.size) for row in rows for one in row.segments):
        return []
    left, right = _side(rows, gutter, 0), _side(rows, gutter, 1)
    starts = [row.left - begin for row in right]
    if not left or not right:
        return []
    # A signature at the right of an almost empty page is no column.
    if len(left) < _MANY_ROWS and sum(start < 3 * right[0].size for start in starts) * 2 < len(starts):
        return []
    return [
        part for side, rows in enumerate((left, right), 2 * slot + 1) for part in in_reading_order(rows, known, side)
    ]


def _crosses(segment: Segment, gutter: float, size: float) -> bool:
    return segment.left < gutter - 0.2 * size and segment.right > gutter + 0.2 * size


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where a gutter between two columns may be: the place in the middle crossed by the fewest rows."""
    if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    first, last = left + 0.3 * (right - left), left + 0.7 * (right - left)
    if sum(row.left > first for row in rows) + sum(len(row.segments) > 1 for row in rows) < _FEWEST_ROWS:
        return None
    step = max(_STEP, (last - first) / _MOST_STEPS)
    places = [first + step * number for number in range(int((last - first) / step) + 1)]
    crossed = [
        sum(_crosses(segment, at, row.size) for row in rows for segment in row.segments)
        + sum(segment.left < at < segment.right for row in rows for segment in row.segments) / 1000
        for at in places
    ]
    fewest = min(crossed)
    if fewest > len(rows) - _FEWEST_ROWS:
        return None
    best = [at for at, count in zip(places, crossed, strict=True) if count == fewest]
    return best[len(best) // 2]


def _columns(band: Sequence[Row], gutter: float, known: Mapping[int, float], slot: int) -> list[Stretch]:
    """The columns of a band in which nothing crosses the gutter; empty if it is no text in columns."""
    sides = ([], []) if not band else (_side(band, gutter, 0), _side(band, gutter, 1))
    if min(map(len, sides)) < _FEWEST_ROWS:
        return []
    left, right = sides
    size = median(row.size for row in band)
    if min(row.left for row in right) - max(row.right for row in left) < _GUTTER * size:
        return []
    shared = min(left[-1].y, right[-1].y) - max(left[0].y, right[0].y)
    if shared * 2 < min(left[-1].y - left[0].y, right[-1].y - right[0].y):
        return []
    found: list[Stretch] = []
    for half, rows in enumerate(sides, 2 * slot + 1):
        parts = in_reading_order(rows, known, half)
        if len(parts) == 1 and not _is_text(rows, size):
            return []
        found += parts
    return found


def _is_text(rows: Sequence[Row], size: float) -> bool:
    """True if most rows fill the column, as running text does and cells do not."""
    room = max(row.right for row in rows) - min(row.left for row in rows)
    filled = median(row.right - row.left for row in rows)
    return filled >= _FULL_ENOUGH * room and filled >= _SHORTEST_LINE * size


def _side(band: Sequence[Row], gutter: float, side: int) -> list[Row]:
    rows = []
    for row in band:
        segments = tuple(one for one in row.segments if (one.left + one.right > 2 * gutter) == bool(side))
        if segments:
            starts = row.starts if segments[0] is row.segments[0] else ()
            rows.append(row_of(row.page, segments[0].y, max(one.size for one in segments), segments, starts))
    return rows
