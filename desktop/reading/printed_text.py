"""Printed pages → lines of text: columns, tables and paragraphs are rebuilt from where the signs stand.

Two neighbouring rows belong to one paragraph when the first is full, that is the first word of the second would
not have fitted any more, and nothing else parts them: the second is not set in, not further down than rows usually
are, and not of another size. At the end of a page or column the distance says nothing; then a row that ends a
sentence goes on only in files whose paragraphs begin set in. Margins are measured on all pages of a kind together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.reading.lines import Line, ends_sentence, refuse_crowd
from desktop.reading.printed import Column, Page, Row, columns_of, cut_at_gaps, sign_width
from desktop.reading.reflow import first_word, glue
from desktop.reading.ruled_tables import Table, continued, find_tables
from desktop.reading.running_heads import running_rows

_SET_IN = 0.7
_OTHER_SIZE = 1.12
_FURTHER = 1.2
_SLACK = 0.6
_SUPPORT = 3
_CENTRED = 0.6
_FIRST_ROW = 2.4
_NO_SENTENCE = "：:"


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with the margins of its column; ``fresh`` where a page or column begins."""

    row: Row
    margins: _Margins
    fresh: bool
    page: int

    @property
    def indent(self) -> float:
        """How far the row is set in, in signs."""
        return (self.row.left - self.margins.left) / self.row.size

    @property
    def even(self) -> bool:
        """True if as much room is left on one side as on the other."""
        return abs(self.indent - (self.margins.right - self.row.right) / self.row.size) < _CENTRED

    @property
    def centred(self) -> bool:
        """True if the row stands in the middle, further in than the first row of a paragraph."""
        return self.even and self.indent > _FIRST_ROW

    @property
    def room(self) -> float:
        """How much room is left in the row."""
        if self.centred:
            return self.margins.right - self.margins.left - (self.row.right - self.row.left)
        return self.margins.right - self.row.right


def lines_of_pages(pages: Sequence[Page]) -> list[Line]:
    """The paragraphs and table rows of ``pages`` in reading order."""
    items = _without_running_rows([_items(page) for page in pages], [page.height for page in pages])
    margins = _margins(items, pages)
    lines: list[Line] = []
    waiting: list[_Placed] = []
    rows = [placed for placed in _in_order(items, margins, pages) if isinstance(placed, _Placed)]
    habits = _Habits(rows)
    for one in _in_order(items, margins, pages):
        if isinstance(one, _Placed):
            waiting.append(one)
            continue
        lines += _paragraphs(waiting, habits)
        waiting = []
        table, page = one
        lines += [Line("\t".join(cells).rstrip("\t"), row=True, page=page) for cells in table.rows]
    lines += _paragraphs(waiting, habits)
    refuse_crowd(lines)
    return lines


_Item = Column | Table


def _items(page: Page) -> list[_Item]:
    """The columns and tables of a page from top to bottom."""
    pieces = [part for piece in page.pieces for part in cut_at_gaps(piece)]
    tables, outside = find_tables(pieces, page.rules)
    found: list[_Item] = []
    for table in tables:
        above = [piece for piece in outside if piece.base < (table.top + table.bottom) / 2]
        outside = [piece for piece in outside if piece.base >= (table.top + table.bottom) / 2]
        found += [*columns_of(above), table]
    return found + columns_of(outside)


def _without_running_rows(pages: Sequence[list[_Item]], heights: Sequence[float]) -> list[list[_Item]]:
    """The items of all pages without running heads and page numbers; tables cut by a page's end made whole."""
    rows = [
        sorted((row for item in items if isinstance(item, Column) for row in item.rows), key=lambda row: row.base)
        for items in pages
    ]
    left_out = running_rows(rows, heights)
    kept: list[list[_Item]] = []
    for items in pages:
        page: list[_Item] = []
        for item in items:
            if isinstance(item, Table):
                page.append(item)
                continue
            inside = tuple(row for row in item.rows if id(row) not in left_out)
            if inside:
                page.append(replace(item, rows=inside))
        last = next((one for one in reversed(kept) if one), None)
        if page and last and isinstance(page[0], Table) and isinstance(last[-1], Table):
            whole = continued(last[-1], page[0], lambda one, other: abs(one - other) < 2)
            if whole is not None:
                last[-1] = whole
                del page[0]
        kept.append(page)
    return kept


_Kind = tuple[int, int, int, int]
"""What columns share their margins: the column's place, their number, odd or even pages, the page's width."""


def _kind(column: Column, page: int, width: float) -> _Kind:
    return column.index, column.count, page % 2, round(width)


def _margins(pages: Sequence[list[_Item]], sheets: Sequence[Page]) -> dict[_Kind, _Margins]:
    """The margins of every kind of column; odd and even pages share theirs where they are the same."""
    held: dict[_Kind, list[Row]] = defaultdict(list)
    for at, items in enumerate(pages):
        for item in items:
            if isinstance(item, Column):
                held[_kind(item, at, sheets[at].width)] += item.rows
    found = {kind: _measured(rows, kind) for kind, rows in held.items()}
    for kind, rows in held.items():
        other = (kind[0], kind[1], 1 - kind[2], kind[3])
        if other in held:
            near = abs(found[kind].left - found[other].left) < max(row.size for row in rows)
            if near:
                found[kind] = _measured(rows + held[other], kind)
    return found


def _measured(rows: Sequence[Row], kind: _Kind) -> _Margins:
    """The margins that ``rows`` share; where too few rows fill the page, the right one is taken to be like the left."""
    size = sorted(row.size for row in rows)[len(rows) // 2]
    left = _edge([row.left for row in rows], size)
    right = -_edge([-row.right for row in rows], size)
    filled = sum(abs(row.right - right) < _SLACK * size for row in rows)
    if kind[1] == 1 and (filled < _SUPPORT or (right - left) * 2 < kind[3] - 2 * left):
        right = max(max(row.right for row in rows), kind[3] - left)
    return _Margins(left, right)


def _edge(places: Sequence[float], size: float) -> float:
    """The outermost place that several rows share."""
    wanted = min(_SUPPORT, len(places))
    ordered = sorted(places)
    for at, place in enumerate(ordered):
        if at + wanted <= len(ordered) and ordered[at + wanted - 1] - place < _SLACK * size:
            return place
    return ordered[0]


def _in_order(
    pages: Sequence[list[_Item]], margins: dict[_Kind, _Margins], sheets: Sequence[Page]
) -> Iterator[_Placed | tuple[Table, int]]:
    """The rows with their margins and the tables with their pages, in reading order."""
    for at, items in enumerate(pages):
        fresh = True
        for item in items:
            if isinstance(item, Table):
                yield item, sheets[at].number
                continue
            edges = margins[_kind(item, at, sheets[at].width)]
            fresh = fresh or item.index > 0
            for row in item.rows:
                yield _Placed(row, edges, fresh, sheets[at].number)
                fresh = False


class _Habits:
    """How a file sets its paragraphs: whether they begin set in, and how far apart rows of one paragraph are."""

    def __init__(self, rows: Sequence[_Placed]) -> None:
        pairs = list(zip(rows, rows[1:], strict=False))
        ends = [
            after for before, after in pairs if ends_sentence(before.row.text) and before.room > 2 * before.row.size
        ]
        opened = sum(_SET_IN < after.indent < 4 for after in ends)
        self.set_in = opened * 2 > len(ends) and opened > 1
        distances: dict[int, list[float]] = defaultdict(list)
        for before, after in pairs:
            if not after.fresh and after.row.base > before.row.base:
                distances[round(after.row.size * 4)].append(after.row.base - before.row.base)
        self.pitch = {size: _usual(found) for size, found in distances.items()}

    def goes_on(self, first: _Placed, before: _Placed, after: _Placed) -> bool:
        """True if the row ``after`` goes on with the paragraph that began with ``first`` and has come to ``before``."""
        size = after.row.size
        if max(size, before.row.size) > _OTHER_SIZE * min(size, before.row.size):
            return False
        if before.room > sign_width(first_word(after.row.text), size) + _SLACK * size:
            return False
        if "\t" in before.row.text or "\t" in after.row.text:
            return False
        if before.centred or after.centred:
            return first.even and before.even and after.even and not self._further(before, after)
        hangs = before is not first and abs(before.indent - after.indent) < _SET_IN / 2
        if after.indent > _SET_IN and not hangs:
            return False
        if before is first and not self._may_open(before, after):
            return False
        if after.fresh:
            return self.set_in or not (ends_sentence(before.row.text) or before.row.text[-1] in _NO_SENTENCE)
        return not self._further(before, after)

    def _may_open(self, before: _Placed, after: _Placed) -> bool:
        """False for a full first row that ends a sentence flush left, where paragraphs begin set in."""
        return not (self.set_in and before.indent < _SET_IN and after.indent > _SET_IN)

    def _further(self, before: _Placed, after: _Placed) -> bool:
        """True if there is more room between two rows than rows of one paragraph have."""
        usual = self.pitch.get(round(after.row.size * 4))
        return usual is not None and after.row.base - before.row.base > _FURTHER * usual


def _usual(distances: Sequence[float]) -> float:
    """The smallest distance that at least a tenth of the rows have."""
    counts = Counter(round(distance, 1) for distance in distances)
    return min(distance for distance, count in counts.items() if count * 10 >= len(distances) or len(counts) < 4)


def _paragraphs(rows: Sequence[_Placed], habits: _Habits) -> list[Line]:
    """The paragraphs that ``rows``, which no table interrupts, make up."""
    lines: list[Line] = []
    first = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and habits.goes_on(rows[first], rows[at - 1], rows[at]):
            continue
        lines.append(Line(glue([one.row.text for one in rows[first:at]]), page=rows[first].page))
        first = at
    return lines
