"""Tables on a printed page: drawn lines make a grid, and the text in each of its cells belongs together."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from desktop.reading.lines import ends_sentence
from desktop.reading.printed import Piece, Rule, part_of, rows_of, sign_width
from desktop.reading.reflow import first_word, glue

_NEAR = 0.25
_MOST_RULES = 400
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: where it stands, its column borders, and the text of its rows, cell by cell.

    ``full`` tells of each cell whether its last line reaches its right border without ending a sentence, so that
    it may go on at the top of the next page.
    """

    top: float
    bottom: float
    borders: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    full: tuple[tuple[bool, ...], ...]


def find_tables(pieces: Sequence[Piece], rules: Sequence[Rule]) -> tuple[list[Table], list[Piece]]:
    """The tables that ``rules`` draw around ``pieces``, from top to bottom, and the pieces outside of them."""
    if not pieces or not rules:
        return [], list(pieces)
    near = _NEAR * median(piece.size for piece in pieces)
    level = _merged([(rule.top, rule.left, rule.right) for rule in rules if rule.top == rule.bottom], near)
    upright = _merged([(rule.left, rule.top, rule.bottom) for rule in rules if rule.left == rule.right], near)
    if len(level) < 2 or not upright or len(level) > _MOST_RULES or len(upright) > _MOST_RULES:
        return [], list(pieces)
    tables: list[Table] = []
    outside = list(pieces)
    for grid in _grids(level, upright, near):
        inside = [piece for piece in outside if grid.holds(piece)]
        table = grid.filled(inside) if inside else None
        if table is not None:
            tables.append(table)
            outside = [piece for piece in outside if not grid.holds(piece)]
    return sorted(tables, key=lambda table: table.top), outside


_Line = tuple[float, float, float]
"""Where a line stands, and from where to where it runs."""


def _merged(lines: Sequence[_Line], near: float) -> list[_Line]:
    """``lines`` with those on one spot that touch or overlap made one: borders are drawn cell by cell, or twice."""
    merged: list[_Line] = []
    placed: list[list[_Line]] = []
    for line in sorted(lines):
        if placed and line[0] - placed[-1][0][0] <= near:
            placed[-1].append(line)
        else:
            placed.append([line])
    for beside in placed:
        at = beside[0][0]
        start, end = float("inf"), float("-inf")
        for _, begin, stop in sorted(beside, key=lambda line: line[1]):
            if begin > end + near and end > start:
                merged.append((at, start, end))
                start, end = begin, stop
            start, end = min(start, begin), max(end, stop)
        merged.append((at, start, end))
    return [line for line in merged if line[2] - line[1] > near]


def _grids(level: Sequence[_Line], upright: Sequence[_Line], near: float) -> list["_Grid"]:
    """The lines that hang together, as grids."""
    group = list(range(len(level) + len(upright)))

    def root(one: int) -> int:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    for i, (y, left, right) in enumerate(level):
        for j, (x, top, bottom) in enumerate(upright):
            if left - near <= x <= right + near and top - near <= y <= bottom + near:
                group[root(len(level) + j)] = root(i)
    hung: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for i, line in enumerate(level):
        hung.setdefault(root(i), ([], []))[0].append(line)
    for j, line in enumerate(upright):
        hung.setdefault(root(len(level) + j), ([], []))[1].append(line)
    return [_Grid(rows, columns, near) for rows, columns in hung.values() if rows and columns]


def _places(lines: Sequence[_Line], across: Sequence[_Line], near: float) -> list[float]:
    """The borders in one direction: where lines stand, and where those across them end beyond the outermost."""
    found = sorted({at for at, _, _ in lines})
    first, last = min(line[1] for line in across), max(line[2] for line in across)
    if not found or first < found[0] - near:
        found.insert(0, first)
    if last > found[-1] + near:
        found.append(last)
    return found


class _Grid:
    """The lines of one table."""

    def __init__(self, level: Sequence[_Line], upright: Sequence[_Line], near: float) -> None:
        self.level, self.upright, self.near = level, upright, near
        self.xs, self.ys = _places(upright, level, near), _places(level, upright, near)

    def holds(self, piece: Piece) -> bool:
        """True if the middle of ``piece`` is inside."""
        x, y = (piece.left + piece.right) / 2, piece.base - 0.35 * piece.size
        return self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]

    def filled(self, pieces: Sequence[Piece]) -> Table | None:
        """The table with its text, None if it is no more than a frame."""
        across, down = len(self.xs) - 1, len(self.ys) - 1
        if across * down < 2 or across * down > _MOST_CELLS:
            return None
        home = self._homes(across, down)
        if len(set(home)) < 2:
            return None
        held: dict[int, list[Piece]] = {}
        for piece in pieces:
            row = min(max(bisect_right(self.ys, piece.base - 0.35 * piece.size) - 1, 0), down - 1)
            for part, column in self._cut(piece, across):
                held.setdefault(home[row * across + column], []).append(part)
        rows: list[tuple[str, ...]] = []
        full: list[tuple[bool, ...]] = []
        for row in range(down):
            cells = [cell for cell in range(row * across, (row + 1) * across) if home[cell] >= row * across]
            cells = [cell for cell in cells if home[cell] == cell]
            texts = [self._text(held.get(cell, ()), home, cell, across) for cell in cells]
            covered = bool(home[row * across] < row * across)
            words = ("",) * covered + tuple(text for text, _ in texts)
            if any(words):
                rows.append(words)
                full.append((False,) * covered + tuple(more for _, more in texts))
        return Table(self.ys[0], self.ys[-1], tuple(self.xs), tuple(rows), tuple(full))

    def _homes(self, across: int, down: int) -> list[int]:
        """For every place of the grid the top left place of its cell: places without a line between are one cell."""
        home = list(range(across * down))

        def root(one: int) -> int:
            while home[one] != one:
                one = home[one]
            return one

        def join(one: int, other: int) -> None:
            first, second = sorted((root(one), root(other)))
            home[second] = first

        for row in range(down):
            y = (self.ys[row] + self.ys[row + 1]) / 2
            for column in range(across):
                x = (self.xs[column] + self.xs[column + 1]) / 2
                if column + 1 < across and not self._drawn(self.upright, self.xs[column + 1], y):
                    join(row * across + column, row * across + column + 1)
                if row + 1 < down and not self._drawn(self.level, self.ys[row + 1], x):
                    join(row * across + column, (row + 1) * across + column)
        return [root(one) for one in home]

    def _drawn(self, lines: Sequence[_Line], at: float, through: float) -> bool:
        return any(abs(line[0] - at) <= self.near and line[1] <= through <= line[2] for line in lines)

    def _cut(self, piece: Piece, across: int) -> list[tuple[Piece, int]]:
        """``piece`` cut where an upright line runs between two of its signs, each part with its column."""
        half = piece.size / 4
        columns = [min(max(bisect_right(self.xs, left + half) - 1, 0), across - 1) for left in piece.lefts]
        cuts = [at for at in range(1, len(columns)) if columns[at] != columns[at - 1]]
        bounds = zip([0, *cuts], [*cuts, len(columns)], strict=True)
        return [(part_of(piece, start, end), columns[start]) for start, end in bounds]

    def _text(self, pieces: Sequence[Piece], home: Sequence[int], cell: int, across: int) -> tuple[str, bool]:
        """The text of one cell, and whether it may go on elsewhere."""
        rows = rows_of(pieces)
        if not rows:
            return "", False
        columns = [place % across for place in range(len(home)) if home[place] == cell]
        right = self.xs[max(columns) + 1]
        edge = max(row.right for row in rows)
        joined = rows[0].text
        for before, row in zip(rows, rows[1:], strict=False):
            full = edge - before.right < sign_width(first_word(row.text), row.size) + row.size / 2
            joined = glue([joined, row.text]) if full else f"{joined} {row.text}"
        joined = joined.replace("\t", " ")
        wide = right - rows[-1].right < 2.5 * rows[-1].size
        return joined, wide and not ends_sentence(rows[-1].text)


def continued(before: Table, after: Table, near: Callable[[float, float], bool]) -> Table | None:
    """``before`` with the rows of ``after``, the table at the top of the next page, or None if it is another one.

    A head row that is repeated is left out, and a row that the page's end cut is made whole.
    """
    same = len(before.borders) == len(after.borders) and all(map(near, before.borders, after.borders))
    if not same:
        return None
    rows, full = list(after.rows), list(after.full)
    if rows and before.rows and rows[0] == before.rows[0] and len(before.rows) > 1:
        del rows[0], full[0]
    kept, kept_full = list(before.rows), list(before.full)
    if rows and kept and _goes_on(kept[-1], kept_full[-1], rows[0]):
        pairs = zip(kept[-1], rows[0], strict=True)
        kept[-1] = tuple(glue([old, new]) if old and new else old or new for old, new in pairs)
        kept_full[-1] = full[0]
        del rows[0], full[0]
    return Table(before.top, after.bottom, after.borders, (*kept, *rows), (*kept_full, *full))


def _goes_on(cells: Sequence[str], full: Sequence[bool], more: Sequence[str]) -> bool:
    """True if the row ``more`` can only be the rest of the row ``cells``."""
    if len(cells) != len(more) or not any(more):
        return False
    return all(not new or (bool(old) and is_full) for old, is_full, new in zip(cells, full, more, strict=True))
