"""Rows become paragraphs, by where they begin and end on the page.

A row goes on in the next one when it is full — the next row's first word would not have fitted any more —
and the next one is not set in, opens with no number, is printed as large and follows at the usual distance.
Over a page's or column's end the distance does not count. Where first lines are set in throughout, a full row
that ends a sentence goes on too. Rows in the middle of the page (titles) go on in such rows alone.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from desktop.reading.lines import CLOSERS, Line, ends_sentence, width
from desktop.reading.numbering import Rank, read_number
from desktop.reading.pdf_columns import Stretch
from desktop.reading.pdf_rows import Row
from desktop.reading.pdf_tables import Table, aligned_rows, continued, glued
from desktop.reading.reflow import CLOSING, DATE, first_word

_INDENT = 1.2
_FAR_IN = 3.2
_SLACK = 0.35
_SAME_SIZE = 0.12
_FAR_BELOW = 1.3
_ENOUGH_ROWS = 8
_COMMAS = "，、,"
_OPENERS = "（(《〈“‘【〔「『"
_QUOTES = '“”‘’"'
_CANNOT_END = _OPENERS + _QUOTES
_LONGEST_WORD = 16
_CANNOT_BEGIN = "，。、；：！？）》〉”’】〕」』,.;:!?)%"


@dataclass(frozen=True, slots=True)
class Layout:
    """What is to be read on a page, in order. ``width`` tells pages of different shape apart."""

    page: int
    width: float
    parts: tuple[Stretch | Table, ...]


@dataclass(frozen=True, slots=True)
class _Edges:
    """Where the text of a column begins and ends, whether first lines are set in, and how far rows are apart."""

    left: float
    right: float
    set_in: bool
    pitch: float


def lines_of(layouts: Sequence[Layout]) -> list[Line]:
    """The paragraphs and table rows of a document, each with the page it begins on."""
    flow = _Flow(_measured(layouts))
    for layout in layouts:
        for part in layout.parts:
            if isinstance(part, Table):
                flow.table(part)
            else:
                flow.rows(part, layout)
    flow.close()
    return flow.lines


def _key(layout: Layout, slot: int, parity: bool) -> tuple[int, int, int]:
    return round(layout.width / 20), slot, layout.page % 2 if parity else 2


def _measured(layouts: Sequence[Layout]) -> dict[tuple[int, int, int], _Edges]:
    """The edges of each kind of column; left and right pages apart where there is enough of both."""
    rows: dict[tuple[int, int, int], list[Row]] = defaultdict(list)
    pairs: dict[tuple[int, int, int], list[tuple[Row, Row]]] = defaultdict(list)
    for layout in layouts:
        for part in layout.parts:
            if isinstance(part, Stretch):
                neighbours = list(zip(part.rows, part.rows[1:], strict=False))
                for parity in (False, True):
                    rows[_key(layout, part.slot, parity)] += part.rows
                    pairs[_key(layout, part.slot, parity)] += neighbours
    return {key: _edges(some, pairs[key]) for key, some in rows.items() if key[2] == 2 or len(some) >= _ENOUGH_ROWS}


def _edges(rows: Sequence[Row], pairs: Sequence[tuple[Row, Row]]) -> _Edges:
    size = median(row.size for row in rows)
    step = size / 2
    least = max(2, len(rows) * 0.04)
    lefts = Counter(round(row.left / step) for row in rows)
    common = [at for at in lefts if lefts[at - 1] + lefts[at] + lefts[at + 1] >= least]
    at = min(common, default=min(lefts))
    left = median(row.left for row in rows if abs(round(row.left / step) - at) <= 1)
    # Stops may hang out of the text's right edge.
    ends = [row.right for row in rows if row.text[-1] not in _CANNOT_BEGIN] or [row.right for row in rows]
    rights = Counter(round(end / step) for end in ends)
    least = max(2, len(ends) * 0.08)
    common = [at for at in rights if rights[at - 1] + rights[at] >= least]
    at = max(common, default=max(rights))
    right = max(end for end in ends if round(end / step) <= at)
    indented = [pair for pair in pairs if _INDENT * size < pair[1].left - left < _FAR_IN * size]
    hanging = sum(not ends_sentence(before.text) and right - before.right < 2 * size for before, _ in indented)
    pitches = [row.y - before.y for before, row in pairs if row.y > before.y]
    return _Edges(left, right, 2 * hanging <= len(indented), median(pitches) if pitches else 2 * size)


class _Flow:
    """The document as it is read; ``lines`` grows."""

    def __init__(self, edges: dict[tuple[int, int, int], _Edges]) -> None:
        self.lines: list[Line] = []
        self._edges = edges
        self._paragraph: list[str] = []
        self._page = 0
        self._last: tuple[Row, _Edges] | None = None
        self._table: Table | None = None
        self._table_ended = False

    def rows(self, stretch: Stretch, layout: Layout) -> None:
        """Take in the rows of one column or page."""
        edges = self._edges.get(_key(layout, stretch.slot, True)) or self._edges[_key(layout, stretch.slot, False)]
        tabled = aligned_rows(stretch.rows)
        fresh = True
        for index, row in enumerate(stretch.rows):
            if index in tabled:
                self.close()
                self._add_row("\t".join(segment.text for segment in row.segments), row.page)
                continue
            if self._last is None or not _goes_on(*self._last, row, edges, fresh):
                self.close()
            self._paragraph.append(row.text)
            self._page = self._page if len(self._paragraph) > 1 else row.page
            self._last = (row, edges)
            self._table = None
            fresh = False

    def table(self, table: Table) -> None:
        """Take in a table, which may go on from the page before."""
        self.close()
        before = self._table
        if before is not None and table.page == before.page + 1:
            table, whole = continued(before, table)
            if whole is not None and self.lines:
                self.lines.pop()
                self._add_row(whole.text, before.page)
        for row in table.rows:
            self._add_row(row.text, table.page)
        self._table = table

    def close(self) -> None:
        """The paragraph is at its end."""
        if self._paragraph:
            text = self._paragraph[0]
            for more in self._paragraph[1:]:
                text = glued(text, more)
            self.lines.append(Line(text, page=self._page))
            self._paragraph = []
        self._last = None

    def _add_row(self, text: str, page: int) -> None:
        if text:
            self.lines.append(Line(text, row=True, page=page))


def _goes_on(before: Row, old: _Edges, row: Row, edges: _Edges, over_the_end: bool) -> bool:
    """True if ``row`` continues the paragraph that ``before`` belongs to (see the module's rule)."""
    size = max(before.size, row.size)
    text, last = row.text, before.text.rstrip(CLOSERS)[-1:] or before.text[-1]
    if abs(before.size - row.size) > _SAME_SIZE * size or CLOSING.match(text) or DATE.fullmatch(text):
        return False
    far = not over_the_end and row.y - before.y > _FAR_BELOW * max(edges.pitch, size)
    ended = ends_sentence(before.text) or before.text[-1] in "：:"
    needs = _kept_together(row) + _SLACK * size
    if _in_the_middle(row, edges) and _in_the_middle(before, old, least=-_SLACK):
        # Titles are broken by hand, where a word ends.
        room = old.right - old.left - (before.right - before.left)
        return not far and not ended and room < needs + size
    indent = row.left - edges.left
    if indent > _INDENT * size and (edges.set_in or indent > _FAR_IN * size):
        return False
    number = read_number(text)
    if last in _OPENERS or before.text[-1] in _OPENERS:
        return True
    if last in _COMMAS:
        return number is None or number.rank > Rank.CHINESE_BRACKETS
    if far or old.right - before.right >= needs:
        return False
    return number is None or (number.rank > Rank.ARABIC and not ended)


def _kept_together(row: Row) -> float:
    """How wide what programs keep together at the start of a line is: a word with brackets, quotes and stops."""
    text, end = row.text, 0
    while end < min(len(text), _LONGEST_WORD):
        end += len(first_word(text[end:]))
        last, following = text[end - 1], text[end : end + 1]
        figures = last in CLOSERS and following.isascii() and following.isalnum()
        if not figures and last not in _CANNOT_END and following not in _CANNOT_BEGIN + _QUOTES:
            break
    if end < len(row.starts):
        return row.starts[end] - row.left
    return width(text[:end]) * row.size / 2


def _in_the_middle(row: Row, edges: _Edges, least: float = _INDENT) -> bool:
    """True if the row is set in at both sides by the same, and by at least ``least`` characters."""
    left, right = row.left - edges.left, edges.right - row.right
    return min(left, right) > least * row.size and abs(left - right) < row.size / 2
