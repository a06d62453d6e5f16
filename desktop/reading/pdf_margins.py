"""Running heads and page numbers: what stands at the same place of most pages, outside the text.

A line is left out only where that is certain: a head when the same words, figures aside, stand at the same
height on at least three pages and on two fifths of them; a number when it counts the pages. A year alone at a
page's end is neither, nor is the head row of a table, which is no line of text here.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from desktop.reading.pdf_rows import Row

_ZONE = 0.12
_EDGE_ROWS = 3
_FEWEST_PAGES = 3
_SHARE = 0.4
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


def _edges(rows: Sequence[Row], height: float) -> list[tuple[Row, float, str]]:
    """The rows near the upper and lower edge with their distance from it and the edge's name."""
    found = [(row, row.y, "top") for row in rows[:_EDGE_ROWS] if row.y < _ZONE * height]
    tops = {id(row) for row, _, _ in found}
    found += [
        (row, height - row.y, "bottom")
        for row in rows[-_EDGE_ROWS:]
        if height - row.y < _ZONE * height and id(row) not in tops
    ]
    return found


def _page_numbers(edges: Mapping[int, Sequence[tuple[Row, float, str]]]) -> set[int]:
    """The identities of the rows that count the pages."""
    found: dict[tuple[str, int], list[tuple[Row, float]]] = defaultdict(list)
    out: set[int] = set()
    for number, rows in edges.items():
        outermost = {edge: min(away for _, away, one in rows if one == edge) for _, _, edge in rows}
        for row, away, edge in rows:
            text = row.text
            match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST_NUMBER else None
            if match is None or away > outermost[edge]:
                continue
            digits = match["number"] or match["page"]
            value = int(digits) if digits.isdecimal() else _roman(digits)
            found[edge, value - number].append((row, away))
            if _DRESSED.fullmatch(text):
                out.add(id(row))
    for (edge, offset), counted in found.items():
        usual = _same_height([away for _, away in counted])
        rows_there = [row for row, away in counted if abs(away - usual) <= 2 * _SAME_HEIGHT]
        alone = len(edges) == 1 and offset == 0 and edge == "bottom"
        if len(rows_there) > 1 or alone:
            out |= {id(row) for row in rows_there}
    return out


def _heads(edges: Mapping[int, Sequence[tuple[Row, float, str]]], pages: int) -> set[int]:
    """The identities of the rows whose words stand at one height on most pages."""
    found: dict[tuple[str, str], list[tuple[Row, float]]] = defaultdict(list)
    for rows in edges.values():
        for row, away, edge in rows:
            found[edge, _DIGITS.sub("#", "".join(row.text.split()))].append((row, away))
    out: set[int] = set()
    for alike in found.values():
        usual = _same_height([away for _, away in alike])
        there = [row for row, away in alike if abs(away - usual) <= _SAME_HEIGHT]
        seen = len({row.page for row in there})
        if seen >= _FEWEST_PAGES and seen >= _SHARE * pages:
            out |= {id(row) for row in there}
    return out


def _same_height(aways: Sequence[float]) -> float:
    """The commonest of ``aways``."""
    near = Counter(round(away / _SAME_HEIGHT) for away in aways).most_common(1)[0][0]
    return near * _SAME_HEIGHT


def _roman(digits: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total = 0
    for sign, after in zip(digits, digits[1:] + " ", strict=True):
        total += -values[sign] if values.get(after, 0) > values[sign] else values[sign]
    return total
