"""Headings whose level the file marks (h1, #) but not what is the title: the title is the outermost of them."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.reading.lines import Line
from desktop.reading.numbering import read_number

_TITLE_LINES = 3


def with_title(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with the first headings as title, where no later one is as far out and none bears a number."""
    marked = [(index, line) for index, line in enumerate(lines) if line.level is not None]
    if not marked or any(line.level == 0 for _, line in marked):
        return list(lines)
    top = min(line.level or 0 for _, line in marked)
    outermost = [index for index, line in marked if line.level == top]
    first = [index for index, _ in marked[: len(outermost)]]
    numbered = any(read_number(lines[index].text) is not None for index in outermost)
    if outermost != first or len(outermost) > _TITLE_LINES or len(outermost) == len(marked) > 1 or numbered:
        return list(lines)
    return [line if line.level is None else replace(line, level=line.level - top) for line in lines]
