"""The tables of a draft as grids: header rows, and rows of cells of which some hold a plain number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from re import compile as pattern

from desktop.checking.squeeze import squeeze_words
from desktop.reading.draft import Block, BlockKind, Draft

_NUMBER = pattern(r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,10})(?P<rest>\.[0-9]{1,6})?(?P<unit>[一-鿿]{1,3})?")
_NO_COUNT = frozenset("年月日号期届")
_UNIT = pattern(r"\([^()]{1,8}\)")
_LONGEST = 60
"""So much of a cell is looked at; longer ones hold sentences."""
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words squeezed and as written, where it stands in the draft, its number if it holds nothing else.

    ``places`` counts the digits behind the point, ``unit`` is "" where none is written.
    """

    words: str
    written: str
    start: int
    end: int
    number: float | None = None
    places: int = 0
    unit: str = ""

    @property
    def label(self) -> str:
        """The words without a unit in brackets: 合计(件) is 合计."""
        return _UNIT.sub("", self.words)


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``header`` are the rows before the first number, ``rows`` the others."""

    header: tuple[Row, ...]
    rows: tuple[Row, ...]


def tables(draft: Draft, ends: Sequence[str]) -> Iterator[Table]:
    """Every table with a header whose parts are sure; ``ends`` are the labels of a row that ends a table.

    Left out is what stands after a row of words only, unless that row repeats the header or opens another table,
    and a table that goes on where one with the same header broke off.
    """
    broken_off: set[tuple[str, ...]] = set()
    if "\t" not in draft.text:
        return
    for is_row, blocks in groupby(draft.blocks, key=lambda block: block.kind is BlockKind.TABLE_ROW):
        if not is_row:
            continue
        for table in _split([_row(block, draft.text) for block in blocks], ends):
            header = tuple(cell.words for row in table.header for cell in row)
            if header and header not in broken_off:
                yield table
            if not any(ends_table(row, ends) for row in table.rows):
                broken_off.add(header)


def ends_table(row: Row, ends: Sequence[str]) -> bool:
    """Whether the first words of ``row`` are one of ``ends``."""
    return next((cell.label for cell in row if cell.words and cell.number is None), "") in ends


def _split(rows: list[Row], ends: Sequence[str]) -> Iterator[Table]:
    header: list[Row] = []
    body: list[Row] = []
    for row in rows:
        if _counts(row, opens=not header and not body):
            body.append(row)
        elif not body:
            header.append(row)
        elif ends_table(body[-1], ends):
            yield Table(tuple(header), tuple(body))
            header, body = [row], []
        elif not any(_same(row, one) for one in header):
            return
    if body:
        yield Table(tuple(header), tuple(body))


def _counts(row: Row, *, opens: bool) -> bool:
    """Whether a row holds a number; years alone head columns in the row that ``opens`` a table or has no label."""
    heads = opens or not row[0].words
    return any(cell.number is not None and (cell.unit or not heads or cell.number not in _YEARS) for cell in row)


def _same(row: Row, other: Row) -> bool:
    return [cell.words for cell in row] == [cell.words for cell in other]


def _row(block: Block, text: str) -> Row:
    cells = []
    start = block.start
    for words in text[block.start : block.end].split("\t"):
        cells.append(_cell(words, start))
        start += len(words) + 1
    return tuple(cells)


def _cell(words: str, start: int) -> Cell:
    squeezed = squeeze_words(words[:_LONGEST])
    written, end = "".join(words[:_LONGEST].split()), start + len(words)
    found = _NUMBER.fullmatch(squeezed) if len(words) <= _LONGEST else None
    unit = (found["unit"] or "") if found else ""
    if found is None or unit[:1] in _NO_COUNT and unit:
        return Cell(squeezed, written, start, end)
    rest = found["rest"] or ""
    return Cell(
        squeezed, written, start, end, float(found["digits"].replace(",", "") + rest), max(len(rest) - 1, 0), unit
    )


def are_years(cells: Sequence[Cell]) -> bool:
    """Whether every number is a year."""
    return all(cell.number in _YEARS and not cell.unit for cell in cells)
