"""What lines are besides text: invisible signs, the page numbers of a PDF extraction, rows of tables set with tabs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.reading.lines import BLANKS, Line
from desktop.reading.numbering import read_number

_DRESSED_NUMBER = re.compile(
    r"[-—–－─‐―一·•~～]{1,3}\s{0,3}\d{1,4}\s{0,3}[-—–－─‐―一·•~～]{1,3}"
    r"|第\s{0,3}\d{1,4}\s{0,3}页(?:\s{0,3}[,，/／]?\s{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?"
    r"|[Pp]age\s{1,3}\d{1,4}(?:\s{1,3}of\s{1,3}\d{1,4})?"
)
_BARE_NUMBER = re.compile(r"\d{1,4}(?:\s?/\s?\d{1,4})?")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufe0e\ufe0f\ufeff"
"""Soft hyphens, joiners and marks of direction: copied from web pages, and no reader sees them."""
_LINES_BETWEEN = 5
_LONGEST_NUMBER = 24


def without_invisible_signs(lines: list[Line]) -> list[Line]:
    """``lines`` without signs that show nothing; what holds nothing else is left out."""
    text = "\n".join(line.text for line in lines)
    present = [sign for sign in _INVISIBLE if sign in text]
    if not present:
        return lines
    gone = dict.fromkeys(map(ord, present))
    cleaned = [replace(line, text=line.text.translate(gone).strip(BLANKS)) for line in lines]
    return [line for line in cleaned if line.text]


def without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without page numbers; the line after one is marked as the start of a page.

    Numbers in dashes and "第 3 页" always count; a bare number only beside a form feed, or in a row of
    bare numbers that rises by one with at least five other lines between them. Where nothing else is
    there, nothing is left out.
    """
    bare = _bare_page_numbers(lines)
    kept: list[Line] = []
    page_break, gap = False, 0
    for index, line in enumerate(lines):
        if index in bare or _is_dressed_number(line):
            page_break, gap = True, max(gap, line.gap)
        else:
            if page_break:
                line = replace(line, page_break=True, gap=max(gap, line.gap))
            kept.append(line)
            page_break, gap = False, 0
    return kept or list(lines)


def _is_dressed_number(line: Line) -> bool:
    return not line.fixed and len(line.text) <= _LONGEST_NUMBER and _DRESSED_NUMBER.fullmatch(line.text) is not None


def _bare_page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of lines that hold nothing but a page number without dress."""
    numbers = [
        (index, int(line.text.split("/")[0]))
        for index, line in enumerate(lines)
        if len(line.text) <= 9 and not line.fixed and _BARE_NUMBER.fullmatch(line.text)
    ]
    found = set()
    for (index, value), (later, more) in zip(numbers, numbers[1:], strict=False):
        if more == value + 1 and later - index > _LINES_BETWEEN:
            found |= {index, later}
    for index, _ in numbers:
        opens = lines[index].page_break
        closes = index + 1 < len(lines) and lines[index + 1].page_break
        if opens or closes:
            found.add(index)
    return frozenset(found)


def mark_table_rows(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with two or more neighbouring lines of tabbed cells marked as table rows."""
    tabbed = ["\t" in line.text and not line.fixed and not _tab_after_number(line.text) for line in lines]
    if not any(tabbed):
        return list(lines)
    marked = list(lines)
    for index, line in enumerate(lines):
        beside = (index > 0 and tabbed[index - 1]) or (index + 1 < len(lines) and tabbed[index + 1])
        if tabbed[index] and beside:
            marked[index] = replace(line, row=True)
    return marked


def _tab_after_number(text: str) -> bool:
    """True if the tab only stands between a heading's number and its words."""
    head = text.split("\t", 1)[0].rstrip()
    number = read_number(head + "某")
    return number is not None and number.end >= len(head)
