"""Rulings become grids: which lines belong to one table, and which of its cells are joined."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reading.page_runs import Box, Drawings, Ruling

NEAR = 3.0
"""Points; rulings no further apart are one."""

_MOST_RULINGS = 5000
_MOST_LINES = 1000
_MOST_CELLS = 5000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in row and column (the upper left ones where it spans several), with its place on the page."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A table by its rulings: the heights of its rows' and the places of its columns' edges, and its cells."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    cells: tuple[Cell, ...]

    @property
    def box(self) -> Box:
        """Where the table is."""
        return self.down[0], self.across[0], self.down[-1], self.across[-1]


def grids_of(drawings: Drawings) -> list[Grid]:
    """The tables of a page whose columns are ruled, from top to bottom; a frame around text is none."""
    if len(drawings.across) + len(drawings.down) > _MOST_RULINGS:
        return []
    across, down = _joined(drawings.across), _joined(drawings.down)
    if not across or not down or len(across) + len(down) > _MOST_LINES:
        return []
    grids = [_grid(rows, columns) for rows, columns in _components(across, down)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.across[0])


def _joined(rulings: Sequence[Ruling]) -> list[Ruling]:
    """``rulings`` with pieces of one line, and lines drawn twice, made one."""
    lines: list[Ruling] = []
    for at, start, end in sorted(rulings):
        index = len(lines) - 1
        while index >= 0 and at - lines[index][0] <= NEAR:
            place, first, last = lines[index]
            if start <= last + NEAR and end >= first - NEAR:
                lines[index] = (place, min(first, start), max(last, end))
                break
            index -= 1
        else:
            lines.append((at, start, end))
    return lines


def _components(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Groups of lines that touch each other."""
    group = list(range(len(across) + len(down)))

    def head(one: int) -> int:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    for i, (y, left, right) in enumerate(across):
        for j, (x, top, bottom) in enumerate(down, len(across)):
            if left - NEAR <= x <= right + NEAR and top - NEAR <= y <= bottom + NEAR:
                group[head(j)] = head(i)
    found: dict[int, tuple[list[Ruling], list[Ruling]]] = defaultdict(lambda: ([], []))
    for i, line in enumerate([*across, *down]):
        found[head(i)][i >= len(across)].append(line)
    return list(found.values())


def _grid(across: Sequence[Ruling], down: Sequence[Ruling]) -> Grid | None:
    """The table these lines make, None if they divide nothing into columns."""
    if len(across) < 2 or not down:
        return None
    ys = _places([y for y, _, _ in across])
    # A table is often open at its sides.
    xs = _places([x for x, _, _ in down] + [min(one[1] for one in across), max(one[2] for one in across)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2 or rows * columns > _MOST_CELLS:
        return None
    across_at, down_at = _by_place(across, ys), _by_place(down, xs)

    def walled(lines: Sequence[Ruling], start: float, end: float) -> bool:
        middle = (start + end) / 2
        return any(first - NEAR <= middle <= last + NEAR for _, first, last in lines)

    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            last = column
            while last + 1 < columns and not walled(down_at[last + 1], ys[row], ys[row + 1]):
                last += 1
            low = row
            while low + 1 < rows and not walled(across_at[low + 1], xs[column], xs[column + 1]):
                low += 1
            taken |= {(i, j) for i in range(row, low + 1) for j in range(column, last + 1)}
            box = (xs[column], ys[row], xs[last + 1], ys[low + 1])
            cells.append(Cell(row, column, low - row + 1, last - column + 1, box))
    if max(sum(cell.row <= row < cell.row + cell.rows for cell in cells) for row in range(rows)) < 2:
        return None
    return Grid(tuple(ys), tuple(xs), tuple(cells))


def _places(numbers: Sequence[float]) -> list[float]:
    """``numbers`` in order, those near each other taken once."""
    places: list[float] = []
    for one in sorted(numbers):
        if not places or one - places[-1] > NEAR:
            places.append(one)
    return places


def _by_place(lines: Sequence[Ruling], places: Sequence[float]) -> list[list[Ruling]]:
    """The lines at each of ``places``."""
    found: list[list[Ruling]] = [[] for _ in places]
    for line in lines:
        nearest = min(range(len(places)), key=lambda index: abs(places[index] - line[0]))
        found[nearest].append(line)
    return found
