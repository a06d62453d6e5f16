"""Reading order on a page: rows over the whole width, and stretches set in two columns, left one first."""

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows to be read one after the other; ``slot`` is 0 for the whole width, 1 left and 2 right column."""

    rows: tuple[Row, ...]
    slot: int = 0


def in_reading_order(rows: Sequence[Row], known: float | None = None) -> list[Stretch]:
    """``rows`` of one page, from top to bottom, cut into stretches in the order in which they are read.

    ``known`` is where the right column begins on other pages: then a few rows are enough to see it here.
    """
    gutter = _gutter(rows)
    if gutter is None or not any(_columns(band, gutter) for band in _bands(rows, gutter)):
        columns = _short_columns(rows, known) if known is not None else None
        if columns is not None:
            return list(columns)
        return [Stretch(tuple(rows))] if rows else []
    stretches: list[Stretch] = []
    whole: list[Row] = []
    for band in _bands(rows, gutter):
        columns = _columns(band, gutter)
        if columns is None:
            whole += band
            continue
        if whole:
            stretches.append(Stretch(tuple(whole)))
            whole = []
        stretches += columns
    return [*stretches, Stretch(tuple(whole))] if whole else stretches


def right_column(stretches: Sequence[Stretch]) -> float | None:
    """Where the right column of a page begins, None if it has none."""
    rows = [row for stretch in stretches if stretch.slot == 2 for row in stretch.rows]
    return min(row.left for row in rows) if rows else None


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


def _short_columns(rows: Sequence[Row], begin: float) -> tuple[Stretch, Stretch] | None:
    """Two columns of which at least one is short, as on the last page; None if this page has none."""
    gutter = begin - _GUTTER * median(row.size for row in rows) if rows else begin
    if len(rows) < _FEWEST_ROWS or any(_crosses(one, gutter, row.size) for row in rows for one in row.segments):
        return None
    left, right = _side(rows, gutter, 0), _side(rows, gutter, 1)
    starts = [row.left - begin for row in right]
    if not left or not right:
        return None
    # A signature at the right of an almost empty page is no column.
    if len(left) < _MANY_ROWS and sum(start < 3 * right[0].size for start in starts) * 2 < len(starts):
        return None
    return Stretch(tuple(left), 1), Stretch(tuple(right), 2)


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


def _columns(band: Sequence[Row], gutter: float) -> tuple[Stretch, Stretch] | None:
    """The two columns of a band in which nothing crosses the gutter, None if it is no text in columns."""
    sides = ([], []) if not band else (_side(band, gutter, 0), _side(band, gutter, 1))
    if min(map(len, sides)) < _FEWEST_ROWS:
        return None
    left, right = sides
    size = median(row.size for row in band)
    if min(row.left for row in right) - max(row.right for row in left) < _GUTTER * size:
        return None
    shared = min(left[-1].y, right[-1].y) - max(left[0].y, right[0].y)
    if shared * 2 < min(left[-1].y - left[0].y, right[-1].y - right[0].y):
        return None
    for rows in sides:
        room = max(row.right for row in rows) - min(row.left for row in rows)
        filled = median(row.right - row.left for row in rows)
        if filled < _FULL_ENOUGH * room or filled < _SHORTEST_LINE * size:
            return None
    return Stretch(tuple(left), 1), Stretch(tuple(right), 2)


def _side(band: Sequence[Row], gutter: float, side: int) -> list[Row]:
    rows = []
    for row in band:
        segments = tuple(one for one in row.segments if (one.left + one.right > 2 * gutter) == bool(side))
        if segments:
            starts = row.starts if segments[0] is row.segments[0] else ()
            rows.append(row_of(row.page, segments[0].y, max(one.size for one in segments), segments, starts))
    return rows
