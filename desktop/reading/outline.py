"""Headings become a tree of sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reading.draft import Section, Span
from desktop.reading.headings import Found

_LONGEST_NAME = 15


@dataclass(frozen=True, slots=True)
class Placed:
    """A judged paragraph with its place in the text and its heading level (None: no section begins)."""

    found: Found
    start: int
    end: int
    level: int | None

    @property
    def heading(self) -> Span:
        """The span of the heading words, of a numbered paragraph the span of its number."""
        return Span(self.start, self.start + self.found.heading_end)


def place(found: Sequence[Found]) -> list[Placed]:
    """Offsets for paragraphs joined by line feeds, and levels from the kinds of headings there are."""
    ranks = sorted({one.rank for one in found if one.rank is not None})
    levels = {rank: level for level, rank in enumerate(ranks, 1)}
    placed = []
    start = 0
    for one in found:
        end = start + len(one.text)
        placed.append(Placed(one, start, end, levels[one.rank] if one.rank is not None else None))
        start = end + 1
    return placed


def build_sections(placed: Sequence[Placed], end: int) -> tuple[Section, ...]:
    """The section tree; the last sections end at ``end``, where the closing begins."""
    heads = [one for one in placed if one.level is not None and one.start < end]
    ends = [end] * len(heads)
    parents: list[int | None] = [None] * len(heads)
    labels: list[str] = []
    open_sections: list[int] = []
    for index, one in enumerate(heads):
        while open_sections and (heads[open_sections[-1]].level or 0) >= (one.level or 0):
            ends[open_sections.pop()] = one.start
        if open_sections:
            parents[index] = open_sections[-1]
        above = labels[open_sections[-1]] if open_sections else ""
        labels.append(above + _name(one.found))
        open_sections.append(index)
    return tuple(
        Section(
            one.level or 1,
            labels[i],
            one.found.title,
            one.heading,
            one.start,
            ends[i],
            parents[i],
        )
        for i, one in enumerate(heads)
    )


def _name(found: Found) -> str:
    """The number of a heading, or its first words in quotes where it has none."""
    if found.number is not None:
        return found.number.label
    title = found.title
    return f"“{title[:_LONGEST_NAME]}{'…' if len(title) > _LONGEST_NAME else ''}”"
