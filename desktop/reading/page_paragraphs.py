"""Rows become paragraphs, by where they begin and end on the page.

A row goes on in the next one when it is full — the next row's first word would not have fitted any more —
and the next one is not set in, opens with no number, is printed as large and follows at the usual distance.
Over a page's or column's end the distance does not count. Where first lines are set in throughout, a full row
that ends a sentence goes on too. Rows in the middle of the page (titles) go on in such rows alone.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from desktop.reading.lines import CLOSERS, Line, ends_sentence, width
from desktop.reading.numbering import Rank, read_number
from desktop.reading.page_columns import Stretch
from desktop.reading.page_rows import Row
from desktop.reading.page_tables import Table, aligned_rows, continued, glued
from desktop.reading.reflow import CLOSING, DATE, first_word

_INDENT = 1.2
_FAR_IN = 3.2
_SLACK = 0.35
_SAME_SIZE = 0.12
_FAR_BELOW = 1.3
_ENOUGH_ROWS = 8
_FULL = 0.6
_FEWEST_FULL = 3
_FEWEST_SIGNS = 8
_ENDED_ROOM = 3
_COMMAS = "，、,"
_OPENERS = "（(《〈“‘【〔「『"
_QUOTES = '“”‘’"'
_INSIDE = "·"
_CANNOT_END = _OPENERS + _QUOTES + _INSIDE
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
    """Where the text of a column begins and ends, and how its paragraphs are told apart.

    ``set_in``: first lines are set in. ``spaced``: paragraphs stand further apart than rows.
    ``numbers_out``: numbered paragraphs begin at the left edge. ``pitch`` is how far rows of ``size`` are apart.
    """

    left: float
    right: float
    set_in: bool
    spaced: bool
    numbers_out: bool
    pitch: float
    size: float

    def far(self, above: Row, row: Row) -> bool:
        """True if ``row`` stands clearly further below ``above`` than rows of a paragraph do."""
        return row.y - above.y > _FAR_BELOW * self.pitch * max(1.0, max(above.size, row.size) / self.size)


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
    widths: dict[tuple[int, int, int], float] = {}
    for layout in layouts:
        for part in layout.parts:
            if isinstance(part, Stretch):
                widths |= {_key(layout, part.slot, parity): layout.width for parity in (False, True)}
                neighbours = list(zip(part.rows, part.rows[1:], strict=False))
                for parity in (False, True):
                    rows[_key(layout, part.slot, parity)] += part.rows
                    pairs[_key(layout, part.slot, parity)] += neighbours
    return {
        key: _edges(some, pairs[key], widths[key] if key[1] == 0 else 0.0)
        for key, some in rows.items()
        if key[2] == 2 or len(some) >= _ENOUGH_ROWS
    }


def _edges(rows: Sequence[Row], pairs: Sequence[tuple[Row, Row]], width: float) -> _Edges:
    """The edges of a column from its rows, and from each row with the one below it.

    ``width`` is that of the page, 0 where the column is not alone on it.
    """
    size = median(row.size for row in rows)
    left, right = _left_edge(rows, size / 2), _right_edge(rows, size / 2)
    full = sum(abs(row.right - right) < _FULL * size for row in rows)
    half = 2 * (right - left) < width - 2 * left
    brief = all(len(row.text) < _FEWEST_SIGNS for row in rows if row.right <= right)
    if brief or (half and full < _FEWEST_FULL):
        # Short rows measure nothing: pages have as much room on the right as on the left.
        right = max(width - left, right)
    indented = [pair for pair in pairs if _INDENT * size < pair[1].left - left < _FAR_IN * size]
    hanging = sum(not ends_sentence(above.text) and right - above.right < 2 * size for above, _ in indented)
    pitches = [row.y - above.y for above, row in pairs if row.y > above.y]
    pitch = median(pitches) if pitches else 2 * size
    ends = [pair for pair in pairs if ends_sentence(pair[0].text) and right - pair[0].right > _ENDED_ROOM * size]
    apart = sum(row.y - above.y > _FAR_BELOW * pitch for above, row in ends)
    out = any(row.left - left <= _INDENT * size and read_number(row.text) is not None for _, row in ends)
    spaced = bool(ends) and apart * 10 > len(ends) * 9
    return _Edges(left, right, 2 * hanging <= len(indented), spaced, out or not indented, pitch, size)


def _left_edge(rows: Sequence[Row], step: float) -> float:
    """Where rows that are not set in begin: the leftmost place at which more than a few do."""
    least = max(2, len(rows) * 0.04)
    counts = Counter(round(row.left / step) for row in rows)
    common = [at for at in counts if counts[at - 1] + counts[at] + counts[at + 1] >= least]
    edge = min(common, default=min(counts))
    return median(row.left for row in rows if abs(round(row.left / step) - edge) <= 1)


def _right_edge(rows: Sequence[Row], step: float) -> float:
    """Where full rows end: the rightmost place at which more than a few do. Stops may hang out of it."""
    ends = [row.right for row in rows if row.text[-1] not in _CANNOT_BEGIN] or [row.right for row in rows]
    least = max(2, len(ends) * 0.08)
    counts = Counter(round(end / step) for end in ends)
    common = [at for at in counts if counts[at - 1] + counts[at] >= least]
    edge = max(common, default=max(counts))
    return max(end for end in ends if round(end / step) <= edge)


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
        whole = None
        if before is not None and table.page == before.page + 1:
            table, whole = continued(before, table)
            if whole is not None and self.lines:
                self.lines[-1] = replace(self.lines[-1], text=whole.text)
        for row in table.rows:
            self._add_row(row.text, table.page)
        # A row may go on over several pages.
        self._table = table if whole is None else replace(table, rows=(whole, *table.rows))

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
    far = not over_the_end and edges.far(before, row)
    ended = ends_sentence(before.text) or before.text[-1] in "：:"
    needs = _kept_together(row) + _SLACK * size
    title = row.size > (1 + _SAME_SIZE) * edges.size
    if _in_the_middle(row, edges, -_SLACK if title else _INDENT) and _in_the_middle(before, old, -_SLACK):
        # Titles are broken by hand, where a word ends.
        room = old.right - old.left - (before.right - before.left)
        return not far and not ended and room < needs + size
    indent = row.left - edges.left
    if indent > _INDENT * size and (edges.set_in or indent > _FAR_IN * size):
        return False
    if before.left - old.left > _FAR_IN * size and indent < before.left - old.left - _INDENT * size:
        # A signature or date at the right edge is full without going on.
        return False
    number = read_number(text)
    if last in _OPENERS or before.text[-1] in _OPENERS:
        return True
    if last in _COMMAS:
        return number is None or number.rank > Rank.CHINESE_BRACKETS
    if far or old.right - before.right >= needs:
        return False
    if number is None or (number.rank > Rank.ARABIC and not ended):
        return True
    # Where new paragraphs show by their place, a number in the middle of one opens none.
    shown = edges.spaced and not over_the_end
    return shown or (edges.set_in and not edges.numbers_out and indent <= _INDENT * size)


def _kept_together(row: Row) -> float:
    """How wide what programs keep together at the start of a line is: a word with brackets, quotes and stops."""
    text, end = row.text, 0
    while end < min(len(text), _LONGEST_WORD):
        end += len(first_word(text[end:]))
        last, following = text[end - 1], text[end : end + 1]
        figures = last in _CANNOT_BEGIN and following.isascii() and following.isalnum()
        if not figures and last not in _CANNOT_END and following not in _CANNOT_BEGIN + _QUOTES + _INSIDE:
            break
    if end < len(row.starts):
        return row.starts[end] - row.left
    return width(text[:end]) * row.size / 2


def _in_the_middle(row: Row, edges: _Edges, least: float) -> bool:
    """True if the row is set in at both sides by the same, and by at least ``least`` characters."""
    left, right = row.left - edges.left, edges.right - row.right
    return min(left, right) > least * row.size and abs(left - right) < row.size / 2
