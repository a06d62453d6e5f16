"""A row or column of a table headed 合计 against the cells it should be the sum of.

Nothing is said where anything is doubtful: a cell that is empty or holds words, rows that are parts of other rows,
cells that a merged one may have moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.claims import Claim, how_sure
from desktop.checking.observations.figures import is_slip
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.tables import Cell, Row, Table, are_years, ends_table, tables
from desktop.checking.result import Severity
from desktop.reading.numbering import read_number

_PART_OF_ROW = pattern(r"[-·•*(]")
_UNIT = pattern(r"\(([^()]{1,8})\)")
_LONGEST = 8
"""The most figures that a message spells out."""
_MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class _Sum:
    """``parts`` that should make ``whole``; ``where`` names both as a reader finds them."""

    whole: Cell
    parts: tuple[Cell, ...]
    where: str

    @property
    def made(self) -> float:
        """What the parts come to."""
        return sum(one.number or 0.0 for one in self.parts)

    @property
    def stated(self) -> float:
        """What the whole is said to be."""
        return self.whole.number or 0.0

    @property
    def fits(self) -> bool:
        """Whether the parts make the whole, as nearly as rounded figures can."""
        places = max(one.places for one in (self.whole, *self.parts))
        slack = (len(self.parts) + 1) / 2 * 10.0**-places if places else 0.0
        return abs(self.made - self.stated) <= slack + 1e-6


def table_sums(material: Material) -> Iterator[Seen]:
    """Sums of rows and columns that do not come out."""
    words = material.words.arithmetic
    for table in tables(material.draft, words.table_totals):
        if len(table.rows) <= _MOST_ROWS and not _doubtful(table, words.table_apart, words.table_totals):
            yield from _wrong(list(_columns(table, words.table_totals, words.table_apart)), material)
            yield from _wrong_rows(list(_rows(table, words.table_totals, words.table_apart)), material)


def _doubtful(table: Table, apart: Sequence[str], totals: Sequence[str]) -> bool:
    """Whether some rows are parts of other rows, or count in another unit."""
    labels = ["".join(cell.words for cell in row if cell.number is None) for row in _parts(table, totals)]
    if any(label.endswith(tuple(totals)) for label in labels):
        return True
    leads = [next((cell.words for cell in row if cell.number is None and cell.words), "") for row in table.rows]
    if any(word in label for word in apart for label in labels):
        return True
    numbers = [read_number(lead) for lead in leads if _UNIT.sub("", lead) not in totals]
    if any(_PART_OF_ROW.match(lead) and read_number(lead) is None for lead in leads):
        return True
    if len({None if one is None else one.rank for one in numbers}) > 1:
        return True
    return len({tuple(_UNIT.findall(lead)) for lead in leads if _UNIT.sub("", lead) not in totals}) > 1


def _parts(table: Table, totals: Sequence[str]) -> list[Row]:
    return [row for row in table.rows if not ends_table(row, totals)]


def _counted(table: Table, totals: Sequence[str]) -> tuple[list[int], int, bool]:
    """The columns in which every row has a number, the first with any, and whether the first column is 序号."""
    parts = _parts(table, totals)
    width = max(map(len, table.rows))
    serial = len(parts) > 1 and [row[0].number for row in parts] == list(range(1, len(parts) + 1))
    serial = serial or (len(table.header) == 1 and table.header[0][0].words in ("序号", "编号"))
    columns = [
        column
        for column in range(int(serial), width)
        if all(len(row) > column and row[column].number is not None for row in parts)
        and len({row[column].unit for row in parts}) == 1
        and not are_years([row[column] for row in parts])
    ]
    firsts = {_first(row, serial) for row in parts}
    return (columns if len(firsts) == 1 else []), min(firsts, default=0), serial


def _first(row: Row, serial: bool) -> int:
    return next((at for at, cell in enumerate(row) if cell.number is not None and at >= int(serial)), len(row))


def _heading(table: Table, column: int) -> Cell | None:
    """The cell above a column, None where cells may have been moved by a merged one."""
    if len(table.header) != 1 or len(table.header[0]) < max(map(len, table.rows)):
        return None
    return table.header[0][column]


def _headed_apart(table: Table, column: int, apart: Sequence[str]) -> bool:
    heading = _heading(table, column)
    above = [cell.words for row in table.header for cell in row] if heading is None else [heading.words]
    return any(word in one for word in apart for one in above if one not in ("序号", "编号"))


# --- 合计 at the foot or the head of a column ------------------------------------------------------------------------


def _columns(table: Table, totals: Sequence[str], apart: Sequence[str]) -> Iterator[_Sum]:
    columns, first, serial = _counted(table, totals)
    for at, parts in _divided(table, totals):
        row = table.rows[at]
        stated = [one for one, cell in enumerate(row) if cell.number is not None and one >= int(serial)]
        if not stated or not columns:
            continue
        shift = stated[0] - first
        if shift and [one - shift for one in stated] != columns:
            continue
        name = next(cell.written for cell in row if cell.words and cell.number is None)
        for column in columns:
            whole = _number(row, column + shift)
            cells = [cell for one in parts if (cell := _number(table.rows[one], column)) is not None]
            moved = shift and any(ends_table(table.rows[one], totals) for one in parts)
            if whole is None or not cells or len(cells) < len(parts) or moved or _headed_apart(table, column, apart):
                continue
            if whole.unit in ("", cells[0].unit):
                heading = _heading(table, column)
                named = f"“{heading.written}”一列" if heading and heading.words else f"第{column + 1}列"
                yield _Sum(whole, tuple(cells), f"“{name}”一行{named}")


def _number(row: Row, column: int) -> Cell | None:
    """The cell of a row, None where there is none or it holds no number."""
    return row[column] if 0 <= column < len(row) and row[column].number is not None else None


def _divided(table: Table, totals: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """Each row of totals with the rows it should be the sum of; none where it is not plain which those are."""
    ranks = {at: _rank(row, totals) for at, row in enumerate(table.rows) if ends_table(row, totals)}
    if not ranks:
        return
    last = max(ranks)
    if list(ranks) == [0]:
        yield 0, list(range(1, len(table.rows)))
        return
    if len(ranks) == 1:
        yield last, list(range(last))
        return
    highest = max(ranks.values())
    below = [at for at in ranks if ranks[at] < highest]
    if len(below) != len(ranks) - 1 or ranks[last] != highest or len({ranks[at] for at in below}) > 1:
        return
    start = 0
    for at in below:
        yield at, list(range(start, at))
        start = at + 1
    if start == last:
        yield last, below


def _rank(row: Row, totals: Sequence[str]) -> int:
    return totals.index(next(cell.label for cell in row if cell.words and cell.number is None))


# --- 合计 beside the figures of a row -------------------------------------------------------------------------------


def _rows(table: Table, totals: Sequence[str], apart: Sequence[str]) -> Iterator[_Sum]:
    columns, _, _ = _counted(table, totals)
    above = {column: cell for column in columns if (cell := _heading(table, column)) is not None}
    headed = [column for column, cell in above.items() if cell.label in totals]
    if len(headed) != 1:
        return
    at = columns.index(headed[0])
    others = columns[1:] if at == 0 else columns[:at]
    between = range(others[0], others[-1] + 1) if others else ()
    headings = [above[column].words for column in others]
    plainly = len(others) > 1 and len(others) == len(between) and all(headings)
    if not plainly or any(_headed_apart(table, column, apart) for column in others):
        return
    if len({tuple(_UNIT.findall(heading)) for heading in headings}) > 1:
        return
    for row in table.rows:
        parts = [cell for column in others if (cell := _number(row, column)) is not None]
        whole = _number(row, headed[0])
        lead = next((cell.written for cell in row if cell.words and cell.number is None), "")
        if whole is not None and len(parts) == len(others):
            in_row = f"“{lead}”一行" if lead else ""
            yield _Sum(whole, tuple(parts), f"{in_row}“{above[headed[0]].written}”一列")


# --- what is said ---------------------------------------------------------------------------------------------------


def _wrong(found: list[_Sum], material: Material) -> Iterator[Seen]:
    """What does not come out; several are told only where they are few among those that do, or slips of the pen."""
    failed = [one for one in found if not one.fits]
    several = len(failed) > 1 and 2 * len(failed) > len(found)
    if several and not all(is_slip(int(one.stated), int(one.made)) for one in failed):
        return
    for one in failed:
        if (severity := _sure(one)) is not None:
            yield _seen(one, severity, material)


def _wrong_rows(found: list[_Sum], material: Material) -> Iterator[Seen]:
    """Rows that do not come out where another does; a row alone must at least come near."""
    failed = [one for one in found if not one.fits]
    if 2 * len(failed) >= len(found) and not (len(found) <= 2 and len(failed) == 1):
        return
    for one in failed:
        near = len(found) > 1 or 0.9 * one.stated <= one.made <= 1.1 * one.stated
        if near and (severity := _sure(one)) is not None:
            yield _seen(one, severity, material)


def _sure(one: _Sum) -> Severity | None:
    over = one.made > one.stated
    values = [part.number or 0.0 for part in one.parts]
    if len(values) < 2 or one.stated <= 0 or max(values) > one.stated:
        return None
    if over and (any(abs(one.made - value - one.stated) < 1e-6 for value in values) or _nested(values)):
        # Some of the rows are parts of others, and the table does not say so.
        return None
    if is_slip(int(one.stated), int(one.made)) and one.made >= one.stated / 2:
        return Severity.WARNING
    whole, *parts = (_amount(cell) for cell in (one.whole, *one.parts))
    return how_sure(Claim(whole, tuple(parts), "共", True, one.whole.start), over, one.made)


def _nested(values: Sequence[float]) -> bool:
    """Whether a figure is the sum of two or more right behind it, or right before it."""
    for order in (values, values[::-1]):
        for at, value in enumerate(order):
            sums = list(accumulate(order[at + 1 : at + 1 + _LONGEST]))
            if any(abs(value - made) < 1e-6 for made in sums[1:]):
                return True
    return False


def _amount(cell: Cell) -> Amount:
    value = cell.number or 0.0
    return Amount(cell.start, cell.end, value, value, 10.0**-cell.places, cell.unit, cell.unit, cell.words, True, False)


def _seen(one: _Sum, severity: Severity, material: Material) -> Seen:
    made = f"{one.made:.10g}"
    reckoning = "＋".join(part.words for part in one.parts) + f"＝{made}"
    if len(one.parts) > _LONGEST:
        reckoning = f"{len(one.parts)}项相加为{made}"
    said = f"表中{one.where}：{reckoning}，与所写的{one.whole.words}不一致，请核对。"
    start, end = material.squeezed.index_of(one.whole.start), material.squeezed.index_of(one.whole.end)
    return Seen("arithmetic", severity, start, max(end, start + 1), said)
