"""Tables: rows of cells by their rulings, or by columns that are aligned where there are none.

A cell's lines are joined to its text. Where it is not certain that lines are a table, they stay lines.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.reading.lines import ends_sentence
from desktop.reading.page_grid import Cell, Grid
from desktop.reading.page_rows import Row, rows_of
from desktop.reading.page_runs import Run

_FEWEST_ALIGNED = 3
_ALIGNED = 0.6
_ROOM = 1.6
_SAME_COLUMNS = 4.0


@dataclass(frozen=True, slots=True)
class CellText:
    """The lines of a cell; ``cut`` if its last line is full and ends no sentence, as at a page's end."""

    lines: tuple[str, ...] = ()
    cut: bool = False

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row. A cell that goes on from the row above is empty."""

    cells: tuple[CellText, ...]

    @property
    def text(self) -> str:
        """The cells joined by a tab."""
        return "\t".join(cell.text.replace("\t", " ") for cell in self.cells).rstrip("\t")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table on one page, from ``top`` to ``bottom``; ``down`` are its columns' edges.

    ``head`` is its first row, where that stands on an earlier page.
    """

    page: int
    top: float
    bottom: float
    down: tuple[float, ...]
    rows: tuple[TableRow, ...]
    head: TableRow | None = None


def table_of(grid: Grid, runs: Sequence[Run], page: int) -> tuple[Table, list[Run]]:
    """The table that ``grid`` makes of the runs inside it, and the runs outside."""
    inside: dict[int, list[Run]] = {index: [] for index in range(len(grid.cells))}
    index_of = {
        (row, column): index
        for index, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    outside: list[Run] = []
    for run in runs:
        row = bisect_right(grid.across, run.middle) - 1
        column = bisect_right(grid.down, (run.left + run.right) / 2) - 1
        index = index_of.get((row, column))
        if index is None:
            outside.append(run)
        else:
            inside[index].append(run)
    texts = [_cell_text(cell, inside[index], page) for index, cell in enumerate(grid.cells)]
    rows = []
    for number in range(len(grid.across) - 1):
        cells = [
            texts[index] if cell.row == number else CellText()
            for index, cell in sorted(enumerate(grid.cells), key=lambda one: one[1].column)
            if cell.row <= number < cell.row + cell.rows
        ]
        if any(cell.lines for cell in cells):
            rows.append(TableRow(tuple(cells)))
    left, top, right, bottom = grid.box
    return Table(page, top, bottom, grid.down, tuple(rows)), outside


def _cell_text(cell: Cell, runs: Sequence[Run], page: int) -> CellText:
    """The words of a cell; a line that fills it goes on in the next."""
    rows = rows_of(runs, page)
    if not rows:
        return CellText()
    inner = max(row.right for row in rows)
    # Narrow cells have one line after the other full, wide ones may hold short paragraphs.
    margin = max(min(row.left for row in rows) - cell.box[0], 0.0)
    edge = min(cell.box[2], max(inner, cell.box[2] - margin - 0.5 * rows[0].size))
    lines = [rows[0].text]
    for before, row in zip(rows, rows[1:], strict=False):
        middled = abs((before.left - cell.box[0]) - (cell.box[2] - before.right)) < before.size
        full = edge - before.right < _ROOM * before.size or (middled and not ends_sentence(before.text))
        if full or not ends_sentence(before.text):
            lines[-1] = glued(lines[-1], row.text)
        else:
            lines.append(row.text)
    last = rows[-1]
    return CellText(tuple(lines), edge - last.right < _ROOM * last.size and not ends_sentence(last.text))


def glued(text: str, more: str) -> str:
    """Two lines as one; a blank only between Latin letters."""
    latin = text[-1:].isascii() and more[:1].isascii() and text[-1:].isalpha() and more[:1].isalpha()
    return f"{text} {more}" if latin else text + more


def continued(before: Table, table: Table) -> tuple[Table, TableRow | None]:
    """``table`` as what follows ``before`` on the next page: its rows without the head row said again, and
    what the last row of ``before`` becomes where the page's end cut it (None: it is whole)."""
    same = len(before.down) == len(table.down) and all(
        abs((a - before.down[0]) - (b - table.down[0])) < _SAME_COLUMNS
        for a, b in zip(before.down, table.down, strict=True)
    )
    if not same or not before.rows or not table.rows:
        return table, None
    head = before.head or before.rows[0]
    rows = table.rows[1:] if table.rows[0] == head and len(table.rows) > 1 else table.rows
    last, first = before.rows[-1].cells, rows[0].cells
    goes_on = len(last) == len(first) and all(
        not new.lines or (old.lines and old.cut) for old, new in zip(last, first, strict=True)
    )
    if not goes_on:
        return replace(table, rows=rows, head=head), None
    whole = TableRow(tuple(_together(old, new) for old, new in zip(last, first, strict=True)))
    return replace(table, rows=rows[1:], head=head), whole


def _together(old: CellText, new: CellText) -> CellText:
    if not new.lines:
        return old
    return CellText((*old.lines[:-1], glued(old.lines[-1], new.lines[0]), *new.lines[1:]), new.cut)


def aligned_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The indexes of rows that are rows of a table without rulings: several in a row with aligned cells."""
    found: set[int] = set()
    start = 0
    for index in range(1, len(rows) + 1):
        if index < len(rows) and _alike(rows[index - 1], rows[index]):
            continue
        if index - start >= _FEWEST_ALIGNED:
            found |= set(range(start, index))
        start = index
    return frozenset(found)


def _alike(above: Row, row: Row) -> bool:
    """True if both have the same number of cells, each aligned at its left, middle or right."""
    if len(above.segments) < 2 or len(above.segments) != len(row.segments):
        return False
    near = _ALIGNED * row.size
    return all(
        min(abs(a.left - b.left), abs(a.right - b.right), abs(a.left + a.right - b.left - b.right) / 2) < near
        for a, b in zip(above.segments, row.segments, strict=True)
    )
