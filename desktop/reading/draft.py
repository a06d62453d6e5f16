"""The model every reader fills and every later step reads: one text, and where things stand in it.

All offsets are Python character offsets into ``Draft.text``, end exclusive. Blocks are joined by
one line feed, and no block contains a line feed; the cells of a table row are joined by a tab.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE_ROW = "table-row"


class Role(StrEnum):
    """What a part of the report is for."""

    OPENING = "opening"
    MEASURES = "measures"
    SHORTCOMINGS = "shortcomings"
    FIRST_RESPONSIBLE = "first-responsible"
    NEXT_YEAR = "next-year"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of ``Draft.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table row.

    ``level`` is 1 for the outermost heading and None for anything that is no heading. A paragraph
    that opens with a numbered heading sentence ("（一）加强领导。年初……") is a PARAGRAPH whose
    ``run_in_end`` is the offset where that heading sentence ends, the block's end if no text follows it.
    ``page`` is the page it begins on, where the file has pages.
    ``source`` numbers the paragraphs of the file it was made of (see ``Line.source``); equal drafts may differ in it.
    """

    kind: BlockKind
    start: int
    end: int
    level: int | None = None
    run_in_end: int | None = None
    page: int | None = field(default=None, compare=False)
    source: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with everything under it, up to the next heading of its level or above.

    ``label`` is the full number a clerk would say ("一、（五）1."), ``title`` the heading's words
    without its number, ``heading`` the span of the heading as it stands in the text, ``parent`` an
    index into ``Draft.sections``. Sections are in reading order.
    """

    level: int
    label: str
    title: str
    heading: Span
    start: int
    end: int
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text with one role. Parts follow each other and cover the text from title to end.

    ``heading`` is the span of the heading that announces the part, or None where the role was
    recognised from the wording or continues inside a heading of another role ("存在的不足和下一步打算"
    gives a SHORTCOMINGS part with the heading and a NEXT_YEAR part with the same heading).
    """

    role: Role
    start: int
    end: int
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft report as text with its structure. Equal words give an equal Draft, whatever the file."""

    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    sha256: str
    title: Span | None = None
    title_text: str | None = None
    unit: str | None = None
    year: int | None = None
    addressee: Span | None = None
    signature: Span | None = None
    signature_date: Span | None = None
    notices: tuple[str, ...] = ()
    _part_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _section_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _block_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the starts apart so that look-ups by offset are a bisection."""
        object.__setattr__(self, "_part_starts", tuple(part.start for part in self.parts))
        object.__setattr__(self, "_section_starts", tuple(one.start for one in self.sections))
        object.__setattr__(self, "_block_starts", tuple(block.start for block in self.blocks))

    def part_at(self, offset: int) -> Part:
        """The part that holds the character at ``offset``."""
        index = bisect_right(self._part_starts, offset) - 1
        return self.parts[max(index, 0)]

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds ``offset``, None before the first heading."""
        index = bisect_right(self._section_starts, offset) - 1
        while index >= 0:
            section = self.sections[index]
            if offset < section.end:
                return section
            index = section.parent if section.parent is not None else -1
        return None

    def sections_from(self, start: int, end: int) -> tuple[Section, ...]:
        """The sections that begin in ``[start, end)``, in reading order."""
        return self.sections[bisect_left(self._section_starts, start) : bisect_left(self._section_starts, end)]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset``, None for an empty draft."""
        index = bisect_right(self._block_starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def place(self, offset: int) -> str:
        """Where ``offset`` is, as a clerk would say it: the section's number, else the page's or paragraph's."""
        section = self.section_at(offset)
        if section is not None:
            return section.label
        index = bisect_right(self._block_starts, offset)
        page = self.blocks[index - 1].page if index else None
        return f"第{max(index, 1)}段" if page is None else f"第{page}页"
