"""A table that runs over pages: its header repeated, its rows whole wherever a page can hold them.

reportlab's own table either fails on a row higher than a page or splits any row at a page's end.
"""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor, black
from reportlab.platypus import Flowable

from desktop.output.chinese_paragraph import ChineseParagraph

PADDING = 4.0
_LINE = 0.6
_HEADER_GREY = HexColor("#e4e4e4")
_GROUP_GREY = HexColor("#f2f2f2")
# A row that no page can hold is begun where at least this share of a page is left.
_ROOM_TO_BEGIN = 0.4

Cell = list[ChineseParagraph]


class Row:
    """One row, measured for columns of ``widths`` (points).

    A group's title is a row of one cell across; ``again`` is what it says on the pages after.
    """

    def __init__(self, cells: Sequence[Cell], widths: Sequence[float], again: Cell | None = None) -> None:
        self.cells = tuple(cells)
        self.widths = (sum(widths),) if again is not None else tuple(widths)
        self.again = None if again is None else Row((again,), self.widths)
        self.heights = tuple(_measured(cell, width) for cell, width in zip(self.cells, self.widths, strict=True))
        self.height = max(self.heights)

    @property
    def is_group(self) -> bool:
        """Whether this is a group's title."""
        return self.again is not None

    def cut(self, room: float) -> tuple["Row", "Row"]:
        """The row in two, the first at most ``room`` points high."""
        pairs = zip(self.cells, self.widths, strict=True)
        halves = [_cut_cell(cell, width - 2 * PADDING, room - 2 * PADDING) for cell, width in pairs]
        above, below = zip(*halves, strict=True)
        return Row(above, self.widths), Row(below, self.widths)


def _measured(cell: Cell, width: float) -> float:
    """Break the cell's lines; how high it is, in points."""
    return float(sum(one.wrap(width - 2 * PADDING, 0)[1] for one in cell)) + 2 * PADDING


class RuledTable(Flowable):  # type: ignore[misc]
    """``rows`` under a header with lines around every cell; ``page`` is the height of a whole page.

    ``group`` is the title of the group that the first row belongs to, when that began on a page before.
    """

    def __init__(self, header: Row, rows: Sequence[Row], page: float, group: Row | None = None) -> None:
        super().__init__()
        self.header = header
        self.rows = tuple(rows)
        self.page = page
        self.group = group

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The table's size, in points."""
        self.width = sum(self.header.widths)
        self.height = sum(row.height for row in (*self._top(), *self.rows))
        return self.width, self.height

    def opening(self) -> float:
        """How much room the header and the first row (with its group's title) take, in points."""
        first = 2 if self.rows and self.rows[0].is_group else 1
        return sum(row.height for row in (*self._top(), *self.rows[:first]))

    def split(self, _width: float, height: float) -> list["RuledTable"]:
        """What fits into ``height`` and the rest; nothing when the table has to begin on the next page."""
        top = sum(row.height for row in self._top())
        fitting = self._fitting(height - top)
        if fitting == len(self.rows):
            return [self]
        if fitting:
            return [self._part(self.rows[:fitting]), self._rest(fitting, self.rows[fitting:])]
        if self.opening() <= self.page or height < self.page * _ROOM_TO_BEGIN:
            return []
        # With its group's title if the row begins one.
        at = 1 if self.rows[0].is_group else 0
        above, below = self.rows[at].cut(height - top - sum(row.height for row in self.rows[:at]))
        return [self._part((*self.rows[:at], above)), self._rest(at, (below, *self.rows[at + 1 :]))]

    def draw(self) -> None:
        """Draw it with its lower left corner at the origin."""
        self.canv.setLineWidth(_LINE)
        self.canv.setStrokeColor(black)
        y = self.height
        for row in self._top():
            self.canv.setFillColor(_HEADER_GREY if row is self.header else _GROUP_GREY)
            y = self._draw_row(row, y, filled=True)
        for row in self.rows:
            self.canv.setFillColor(_GROUP_GREY)
            y = self._draw_row(row, y, filled=row.is_group)

    def _top(self) -> tuple[Row, ...]:
        """What stands above the rows: the header, and the title of a group that goes on."""
        again = self.group.again if self.group is not None else None
        return (self.header,) if again is None else (self.header, again)

    def _fitting(self, room: float) -> int:
        """How many rows fit; a group's title counts only together with the row after it."""
        count = 0
        for number, row in enumerate(self.rows):
            room -= row.height
            if room < 0:
                break
            if not row.is_group:
                count = number + 1
        return count

    def _part(self, rows: tuple[Row, ...]) -> "RuledTable":
        return RuledTable(self.header, rows, self.page, self.group)

    def _rest(self, before: int, rows: tuple[Row, ...]) -> "RuledTable":
        groups = [row for row in self.rows[:before] if row.is_group]
        group = groups[-1] if groups else self.group
        return RuledTable(self.header, rows, self.page, None if rows[0].is_group else group)

    def _draw_row(self, row: Row, top: float, filled: bool) -> float:
        """Draw the row below ``top``; where the next one begins."""
        bottom = top - row.height
        left = 0.0
        for cell, width, height in zip(row.cells, row.widths, row.heights, strict=True):
            self.canv.rect(left, bottom, width, row.height, fill=int(filled))
            y = top - PADDING - ((row.height - height) / 2 if row is self.header else 0)
            for paragraph in cell:
                y -= paragraph.height
                paragraph.drawOn(self.canv, left + PADDING, y)
            left += width
        return bottom


def _cut_cell(cell: Cell, width: float, room: float) -> tuple[Cell, Cell]:
    above: Cell = []
    for number, paragraph in enumerate(cell):
        height = paragraph.wrap(width, 0)[1]
        if height > room:
            halves = paragraph.split(width, room)
            return above + halves[:1], halves[1:] + cell[number + 1 :] if halves else cell[number:]
        above.append(paragraph)
        room -= height
    return above, []
