"""What a page file repeats on every page: running heads, running feet, page numbers. Only such rows are left out.

A row among the two outermost at a page's top or bottom is one if its text stands at the same height on at least three
pages and a third of all (odd and even pages differ, and first pages go without); a number in it may rise with the
pages. A row that holds nothing but a number is a page number if it stands apart from the text, near the page's edge,
and rises with the pages.
"""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from desktop.reading.printed import Row

_OUTERMOST = 2
_LEAST_PAGES = 3
_DIGITS = re.compile(r"\d{1,6}")
_NUMBER = re.compile(
    r"(?:[-—–－─‐―·•~～]{1,3}|第|[Pp]age)?\s{0,3}(\d{1,4})\s{0,3}(?:[-—–－─‐―·•~～]{1,3}|页)?"
    r"(?:\s{0,3}(?:[/／,，]|of)?\s{0,3}(?:共\s{0,3})?\d{1,4}\s{0,3}页?)?"
)
_APART = 1.1
_OUTER = 0.15
"""The share of a page's height, at its top and bottom, where page numbers stand."""


def running_rows(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> frozenset[int]:
    """The ids (``id(row)``) of the rows that are running heads or page numbers.

    ``pages`` are the rows of each page from top to bottom, ``heights`` the pages' own.
    """
    edges = [_edges(rows) for rows in pages]
    places: Counter[tuple[str, int]] = Counter()
    for page, rows in enumerate(edges):
        places.update({key for row in rows for key in _keys(row, page)})
    found = set()
    for page, rows in enumerate(edges):
        for row in rows:
            for words, height in _keys(row, page):
                seen = sum(places[words, near] for near in (height - 1, height, height + 1))
                if seen >= _LEAST_PAGES and seen * 3 >= len(pages):
                    found.add(id(row))
    return frozenset(found | _numbers(pages, edges, heights))


def _edges(rows: Sequence[Row]) -> list[Row]:
    """The outermost rows of a page; never all of them, unless they are numbers."""
    outer = list(rows[:_OUTERMOST])
    return outer + [row for row in rows[-_OUTERMOST:] if not any(row is one for one in outer)]


def _keys(row: Row, page: int) -> list[tuple[str, int]]:
    """What a row has in common with its like on other pages: its text, or its text with a number that rises."""
    text, height = "".join(row.text.split()), round(row.base / row.size)
    numbers = _DIGITS.findall(text)
    rising = f"{_DIGITS.sub('#', text)}{int(numbers[-1]) - page}" if numbers else text
    return [(text, height)] if rising == text else [(text, height), (rising, height)]


def _numbers(pages: Sequence[Sequence[Row]], edges: Sequence[Sequence[Row]], heights: Sequence[float]) -> set[int]:
    """The rows that count the pages."""
    counted: list[tuple[int, int, Row]] = []
    for page, rows in enumerate(edges):
        for row in rows:
            match = _NUMBER.fullmatch(row.text.strip())
            inside = _OUTER * heights[page] < row.base < (1 - _OUTER) * heights[page]
            if match and not inside and _stands_apart(row, pages[page]):
                counted.append((int(match[1]) - page, page, row))
    shifts = Counter(shift for shift, _, _ in counted)
    return {id(row) for shift, _, row in counted if shifts[shift] > 1 or _dressed(row)}


def _stands_apart(row: Row, rows: Sequence[Row]) -> bool:
    """True if ``row`` is further from the text than the rows of the text are from each other."""
    others = sorted(other.base for other in rows if other is not row)
    steps = [later - base for base, later in zip(others, others[1:], strict=False) if later > base]
    usual = median(steps) if len(steps) > 1 else row.size
    return min((abs(base - row.base) for base in others), default=2 * usual) > _APART * usual


def _dressed(row: Row) -> bool:
    return not row.text.strip().isdigit()
