"""Pages → lines: tables, running heads, columns and paragraphs are rebuilt from where things stand on each page.

One way for every kind of file that knows places and no paragraphs: runs of characters become tables where
rulings are (page_grid.py, page_tables.py), else rows (page_rows.py); running heads and page numbers go
(page_margins.py), columns are put in reading order (page_columns.py), rows become paragraphs (page_paragraphs.py).
"""

from collections.abc import Mapping, Sequence

from desktop.reading.lines import Line, refuse_crowd
from desktop.reading.page_columns import Stretch, in_reading_order, right_halves
from desktop.reading.page_grid import grids_of
from desktop.reading.page_margins import without_margins
from desktop.reading.page_paragraphs import Layout, lines_of
from desktop.reading.page_rows import Row, rows_of
from desktop.reading.page_runs import Page
from desktop.reading.page_tables import Table, table_of


def lines_of_pages(pages: Sequence[Page]) -> list[Line]:
    """The paragraphs and table rows of ``pages`` in reading order; raises DraftError where there are far too many."""
    lines = lines_of(_layouts(pages))
    refuse_crowd(lines)
    return lines


def _layouts(pages: Sequence[Page]) -> list[Layout]:
    """What is to be read on each page, in order, without running heads and page numbers."""
    tables: dict[int, list[Table]] = {}
    rows: dict[int, list[Row]] = {}
    for page in pages:
        runs = list(page.runs)
        tables[page.number] = []
        for grid in grids_of(page.drawings):
            table, runs = table_of(grid, runs, page.number)
            tables[page.number].append(table)
        rows[page.number] = rows_of(runs, page.number)
    kept = without_margins(rows, {page.number: page.height for page in pages})
    known: dict[float, dict[int, float]] = {}
    for page in pages:
        begins = right_halves(in_reading_order(kept[page.number]))
        if begins:
            known[page.width] = begins
    return [
        Layout(page.number, page.width, _parts(kept[page.number], tables[page.number], known.get(page.width)))
        for page in pages
    ]


def _parts(
    rows: Sequence[Row], tables: Sequence[Table], known: Mapping[int, float] | None
) -> tuple[Stretch | Table, ...]:
    parts: list[Stretch | Table] = []
    rest = list(rows)
    for table in tables:
        above = [row for row in rest if row.y < table.bottom]
        parts += in_reading_order(above, known)
        parts.append(table)
        rest = rest[len(above) :]
    return (*parts, *in_reading_order(rest, known))
