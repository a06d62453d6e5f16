"""Running heads and page numbers: what stands at the same place of most pages, outside the text.

A line is left out only where that is certain: a head when the same words, figures aside, stand at the same
height on at least three pages and on a third of them (facing pages differ, and first pages go without), or far
from the rest on both of two pages; a number when it counts the pages. A year alone at a page's end is neither,
nor is the head row of a table, which is no line of text here.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from desktop.reading.page_rows import Row

_ZONE = 0.12
_EDGE_ROWS = 3
_FAR = 2.5
_USUAL = 1.1
_FEWEST_PAGES = 3
_SHARE = 1 / 3
_SAME_HEIGHT = 5.0
_DASH = "[-—–－─‐―一·•~～]"
_NUMBER = re.compile(
    rf"{_DASH}{{0,3}}\s{{0,3}}(?:第\s{{0,3}})?(?P<number>\d{{1,4}}|[ivxlc]{{1,6}})\s{{0,3}}页?\s{{0,3}}{_DASH}{{0,3}}"
    r"(?:\s{0,3}[,，/／]?\s{0,3}(?:of|共)?\s{0,3}\d{1,4}\s{0,3}页?)?"
    r"|[Pp]age\s{1,3}(?P<page>\d{1,4})(?:\s{1,3}of\s{1,3}\d{1,4})?"
)
_DRESSED = re.compile(
    rf"{_DASH}{{1,3}}\s{{0,3}}\d{{1,4}}\s{{0,3}}{_DASH}{{1,3}}|第\s{{0,3}}\d{{1,4}}\s{{0,3}}页.{{0,12}}"
)
_LONGEST_NUMBER = 24
_DIGITS = re.compile(r"\d+")


def without_margins(pages: Mapping[int, Sequence[Row]], heights: Mapping[int, float]) -> dict[int, list[Row]]:
    """``pages`` without running heads and page numbers; the rows of a page stand from top to bottom."""
    edges = {number: _edges(rows, heights[number]) for number, rows in pages.items()}
    out = _page_numbers(edges) | _heads(edges, len(pages))
    return {number: [row for row in rows if id(row) not in out] for number, rows in pages.items()}


@dataclass(frozen=True, slots=True)
class _Outer:
    """A row near an edge (True: the upper one) and how far from it.

    ``apart``: nothing else is near it. ``beside``: it follows the text as its rows follow each other.
    """

    row: Row
    upper: bool
    away: float
    outermost: bool
    apart: bool
    beside: bool


def _edges(rows: Sequence[Row], height: float) -> list[_Outer]:
    """The rows near the upper and lower edge."""
    found = []
    steps = [below.y - row.y for row, below in zip(rows, rows[1:], strict=False)]
    for index, row in enumerate(rows):
        upper, lower = index < _EDGE_ROWS, index >= len(rows) - _EDGE_ROWS
        outermost = index in (0, len(rows) - 1)
        if upper and row.y < _ZONE * height:
            gap, others = (steps[index], steps[index + 1 :]) if index < len(steps) else (height, [])
            away = row.y
        elif lower and height - row.y < _ZONE * height:
            gap, others = (steps[index - 1], steps[: index - 1]) if index else (height, [])
            away = height - row.y
        else:
            continue
        apart, beside = gap > _FAR * row.size, bool(others) and gap <= _USUAL * median(others)
        found.append(_Outer(row, upper and row.y < _ZONE * height, away, outermost, outermost and apart, beside))
    return found


def _page_numbers(edges: Mapping[int, Sequence[_Outer]]) -> set[int]:
    """The identities of the rows that count the pages."""
    found: dict[tuple[bool, int], list[_Outer]] = defaultdict(list)
    out: set[int] = set()
    for number, rows in edges.items():
        for one in rows:
            text = one.row.text
            match = _NUMBER.fullmatch(text) if one.outermost and len(text) <= _LONGEST_NUMBER else None
            if match is None:
                continue
            digits = match["number"] or match["page"]
            value = int(digits) if digits.isdecimal() else _roman(digits)
            found[one.upper, value - number].append(one)
            if _DRESSED.fullmatch(text):
                out.add(id(one.row))
    for (upper, offset), counted in found.items():
        there = _at_one_height(counted, 2 * _SAME_HEIGHT)
        alone = len(edges) == 1 and offset == 0 and not upper
        # A figure that ends the text may be the page's number once or twice, but hardly on three pages.
        sure = len(there) >= _FEWEST_PAGES or not any(one.beside for one in there)
        if sure and (len(there) > 1 or alone):
            out |= {id(one.row) for one in there}
    return out


def _heads(edges: Mapping[int, Sequence[_Outer]], pages: int) -> set[int]:
    """The identities of the rows whose words stand at one height on most pages."""
    found: dict[tuple[bool, str], list[_Outer]] = defaultdict(list)
    for rows in edges.values():
        for one in rows:
            found[one.upper, _DIGITS.sub("#", "".join(one.row.text.split()))].append(one)
    out: set[int] = set()
    for alike in found.values():
        there = _at_one_height(alike, _SAME_HEIGHT)
        seen = len({one.row.page for one in there})
        both = seen == pages == 2 and all(one.apart for one in there)
        if both or (seen >= _FEWEST_PAGES and seen >= _SHARE * pages):
            out |= {id(one.row) for one in there}
    return out


def _at_one_height(rows: Sequence[_Outer], near: float) -> list[_Outer]:
    """Those of ``rows`` that are as far from the edge as most are."""
    usual = Counter(round(one.away / _SAME_HEIGHT) for one in rows).most_common(1)[0][0] * _SAME_HEIGHT
    return [one for one in rows if abs(one.away - usual) <= near]


def _roman(digits: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total = 0
    for sign, after in zip(digits, digits[1:] + " ", strict=True):
        total += -values[sign] if values.get(after, 0) > values[sign] else values[sign]
    return total
