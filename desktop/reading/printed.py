"""What a page file knows: signs at places. Pieces of text become rows, rows are read column by column.

Lengths are in the file's own unit, x runs to the right and y downwards; what counts as near or far is always
measured in the size of the type, so that the unit does not matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from desktop.reading.lines import width

_SAME_BASE = 0.5
_WORD_GAP = 0.2
_BLANK_GAP = 0.8
_CELL_GAP = 2.0
_CUT_GAP = 1.5
_TWICE = 0.3
_GUTTER = 0.8
_COLUMN_ROWS = 4
_MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Signs drawn one after the other.

    ``lefts`` holds the left edge of every sign, ``right`` the right edge of the last one, ``base`` the line the
    signs stand on, ``size`` the height of the type.
    """

    text: str
    lefts: tuple[float, ...]
    right: float
    base: float
    size: float

    @property
    def left(self) -> float:
        """The left edge of the first sign."""
        return self.lefts[0]


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line, level or upright."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that is drawn on one page; ``number`` is the page's in the file, counted from 1."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()
    number: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line of a column."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Column:
    """Rows read from top to bottom; the column is number ``index`` of ``count`` side by side."""

    index: int
    count: int
    rows: tuple[Row, ...]


def sign_width(text: str, size: float) -> float:
    """How wide ``text`` usually is in type of ``size``."""
    return width(text) * size / 2


def cut_at_gaps(piece: Piece) -> list[Piece]:
    """``piece`` cut where the next sign stands more than a sign away, as between the cells of a table."""
    if len(piece.text) < 2:
        return [piece]
    usual = median(later - left for left, later in zip(piece.lefts, piece.lefts[1:], strict=False))
    wide = max(usual, piece.size) + _CUT_GAP * piece.size
    cuts = [at for at in range(1, len(piece.text)) if piece.lefts[at] - piece.lefts[at - 1] > wide]
    return [part_of(piece, start, end) for start, end in zip([0, *cuts], [*cuts, len(piece.text)], strict=True)]


def part_of(piece: Piece, start: int, end: int) -> Piece:
    """The signs of ``piece`` from ``start`` up to ``end``."""
    if end == len(piece.text):
        return replace(piece, text=piece.text[start:], lefts=piece.lefts[start:])
    right = min(piece.lefts[end], piece.lefts[end - 1] + sign_width(piece.text[end - 1], piece.size))
    return replace(piece, text=piece.text[start:end], lefts=piece.lefts[start:end], right=right)


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """The rows that ``pieces`` stand in, from top to bottom."""
    lined: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (one.base, one.left)):
        for line in reversed(lined[-3:]):
            if abs(piece.base - line[0].base) < _SAME_BASE * min(piece.size, line[0].size):
                line.append(piece)
                break
        else:
            lined.append([piece])
    rows = [_row(sorted(line, key=lambda one: one.left)) for line in lined]
    return [row for row in rows if row.text]


def _row(line: Sequence[Piece]) -> Row:
    """One row; what is drawn twice on the same spot, as bold type can be, counts once."""
    kept: list[Piece] = []
    for piece in line:
        twice = any(one.text == piece.text and abs(one.left - piece.left) < _TWICE * piece.size for one in kept[-3:])
        if not twice:
            kept.append(piece)
    text = "".join(_gap(before, piece) + piece.text for before, piece in zip([None, *kept], kept, strict=False))
    size = max(kept, key=lambda one: len(one.text)).size
    start = len(text) - len(text.lstrip())
    left = kept[0].lefts[start] if start < len(kept[0].text) else kept[0].left
    return Row(text.strip(), left, max(one.right for one in kept), kept[0].base, size)


def _gap(before: Piece | None, piece: Piece) -> str:
    """What a reader sees between two pieces of a row: nothing, a blank, or the space between cells."""
    if before is None:
        return ""
    gap, size = piece.left - before.right, min(before.size, piece.size)
    if gap > _CELL_GAP * size:
        return "\t"
    latin = before.text[-1:].isascii() and piece.text[:1].isascii()
    wanted = gap > (_WORD_GAP if latin else _BLANK_GAP) * size
    return " " if wanted and not before.text[-1:].isspace() and not piece.text[:1].isspace() else ""


@dataclass
class _Split:
    """Pieces on both sides of a gutter, and those that cross it."""

    left: list[Piece] = field(default_factory=list)
    right: list[Piece] = field(default_factory=list)


def columns_of(pieces: Sequence[Piece], depth: int = 1) -> list[Column]:
    """``pieces`` in reading order: side by side columns one after the other, between what spans them."""
    gutter = _gutter(pieces) if depth < _MOST_COLUMNS else None
    if gutter is None:
        rows = rows_of(pieces)
        return [Column(0, 1, tuple(rows))] if rows else []
    found: list[Column] = []
    spanning: list[Piece] = []
    split = _Split()
    crossing = {round(piece.base, 3) for piece in pieces if piece.left < gutter < piece.right}
    for piece in sorted(pieces, key=lambda one: one.base):
        if any(abs(piece.base - base) < _SAME_BASE * piece.size for base in crossing):
            if split.left or split.right:
                found += _side_by_side(split, depth)
                split = _Split()
            spanning.append(piece)
            continue
        if spanning:
            found += columns_of(spanning, _MOST_COLUMNS)
            spanning = []
        (split.left if piece.right <= gutter else split.right).append(piece)
    return found + columns_of(spanning, _MOST_COLUMNS) + _side_by_side(split, depth)


def _side_by_side(split: _Split, depth: int) -> list[Column]:
    sides = [columns_of(side, depth + 1) for side in (split.left, split.right)]
    if not sides[0] or not sides[1]:
        return sides[0] + sides[1]
    count = sum(max(column.count for column in side) for side in sides)
    return [
        Column(index, count, column.rows) for index, column in enumerate(column for side in sides for column in side)
    ]


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Where an empty strip divides running text into two columns, None if there is no such strip."""
    if len(pieces) < 2 * _COLUMN_ROWS:
        return None
    size = median(piece.size for piece in pieces)
    first, last = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    steps = int((last - first) / (size / 2)) + 1
    if steps < 20 or steps > 4000:
        return None
    bases: list[set[int]] = [set() for _ in range(steps)]
    for piece in pieces:
        start, end = int((piece.left - first) * 2 / size), int((piece.right - first) * 2 / size)
        for at in range(max(start, 0), min(end, steps - 1) + 1):
            bases[at].add(round(piece.base / size * 2))
    middle = range(steps // 5, steps - steps // 5)
    emptiest = min(middle, key=lambda at: (len(bases[at]), abs(at - steps // 2)))
    gutter = first + (emptiest + 0.5) * size / 2
    beside = [piece for piece in pieces if not piece.left < gutter < piece.right]
    left = [piece for piece in beside if piece.right <= gutter]
    right = [piece for piece in beside if piece.left >= gutter]
    if not left or not right or min(p.left for p in right) - max(p.right for p in left) < _GUTTER * size:
        return None
    return gutter if _is_prose(left, first, gutter) and _is_prose(right, gutter, last) else None


def _is_prose(pieces: Sequence[Piece], left: float, right: float) -> bool:
    """True if most rows fill the space from ``left`` to ``right``, as running text does and cells do not."""
    rows = rows_of(pieces)
    filled = sum(row.right - row.left > 0.75 * (right - left) for row in rows)
    return len(rows) >= _COLUMN_ROWS and filled * 2 > len(rows)
