"""Paragraphs and the ends of cells and rows, as .doc and .rtf have them, become lines in reading order.

The rules are those of the .docx reader, so that equal words give equal lines: a table row is one line with its
cells joined by a tab, tables inside a cell belong to the cell's words, and a table of one cell that holds
several paragraphs is page layout, whose paragraphs are taken as such.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from desktop.errors import DraftError
from desktop.reading.lines import BLANKS, MOST_LINES, TOO_MANY_LINES, Line, indent_of

DEEPEST_TABLE = 64
_LONGEST_HEADING = 200


@dataclass
class _Depth:
    """What is open at one depth: the body (0), the current row of a table (1), of a table in its cell (2)…"""

    lines: list[Line] = field(default_factory=list)
    cells: list[list[Line]] = field(default_factory=list)
    gap: int = 0


@dataclass
class Gatherer:
    """Takes a document's paragraphs in reading order; ``finish`` gives its lines.

    Raises DraftError when there are more than any report has.
    """

    _open: list[_Depth] = field(default_factory=lambda: [_Depth()])
    _carried: list[str] = field(default_factory=list)
    _page_break: bool = False
    _count: int = 0

    def paragraph(
        self, text: str, label: str = "", level: int | None = None, contents: bool = False, depth: int = 0
    ) -> None:
        """Add a paragraph that stands in ``depth`` tables, behind its automatic number ``label``.

        The number of an empty paragraph shows only in a table, where it may number the row.
        """
        self._go_to(depth)
        text = "".join((*self._carried, text))
        self._carried.clear()
        if label and (depth or text.strip()):
            text = label + (" " if label[-1].isalnum() else "") + text.lstrip(BLANKS)
        self._add(text, level, contents)

    def run_on(self, text: str, depth: int) -> None:
        """Add a paragraph that runs into the next one: its end mark is deleted or hidden, or it is a drop cap."""
        self._go_to(depth)
        self._carried.append(text)

    def new_page(self) -> None:
        """The next paragraph begins a page."""
        self._page_break = True

    def end_cell(self, depth: int) -> None:
        """Close the cell of the row that is ``depth`` tables deep."""
        self._go_to(max(depth, 1))
        self._close_carried()
        here = self._open[-1]
        here.cells.append(here.lines)
        here.lines, here.gap = [], 0

    def end_row(self, depth: int, covered: Collection[int] = (), joined: Collection[int] = ()) -> None:
        """Close the row that is ``depth`` tables deep.

        ``covered`` cells lie under a cell merged from above, whose words are not shown; ``joined`` ones are
        part of the cell before them.
        """
        self._go_to(max(depth, 1))
        self._close_carried()
        row = self._open.pop()
        if row.lines:
            row.cells.append(row.lines)
        shown = [[] if at in covered else cell for at, cell in enumerate(row.cells)]
        cells = [cell for at, cell in enumerate(shown) if cell or at not in joined]
        outside = self._open[-1]
        if len(cells) == 1 and len(cells[0]) > 1:
            outside.lines.extend(cells[0])
            return
        text = "\t".join(" ".join(line.text.replace("\t", " ") for line in cell) for cell in cells).rstrip("\t")
        if text:
            outside.lines.append(Line(text, outside.gap, row=True))
            outside.gap = 0

    def adopt(self, other: "Gatherer") -> None:
        """Add everything that ``other`` gathered: a text box, after the paragraph it hangs on."""
        lines = other.finish()
        here = self._open[-1]
        if lines and here.gap:
            lines[0] = replace(lines[0], gap=lines[0].gap + here.gap)
            here.gap = 0
        here.lines.extend(lines)

    def finish(self) -> list[Line]:
        """Close whatever is open; the lines."""
        self._go_to(0)
        self._close_carried()
        return self._open[0].lines

    def _go_to(self, depth: int) -> None:
        """Open or close rows until ``depth`` tables are open."""
        depth = min(depth, DEEPEST_TABLE)
        while len(self._open) - 1 > depth:
            self.end_row(len(self._open) - 1)
        if len(self._open) - 1 < depth:
            self._close_carried()
            self._open.extend(_Depth() for _ in range(depth - len(self._open) + 1))

    def _close_carried(self) -> None:
        """Close a paragraph that was to run into the next one where none follows."""
        if self._carried:
            text = "".join(self._carried)
            self._carried.clear()
            self._add(text, None, False)

    def _add(self, text: str, level: int | None, contents: bool) -> None:
        """Add a paragraph; line breaks inside make several lines, except in headings."""
        if level is not None and len(text) < _LONGEST_HEADING:
            text = text.replace("\n", "")
        here = self._open[-1]
        for at, sheet in enumerate(text.split("\f")):
            self._page_break = self._page_break or at > 0
            for raw in sheet.split("\n"):
                words = raw.strip(BLANKS)
                if not words:
                    here.gap += 1
                    continue
                here.lines.append(Line(words, here.gap, indent_of(raw), self._page_break, level, False, contents))
                here.gap, self._page_break = 0, False
                self._count += 1
                if self._count > MOST_LINES:
                    raise DraftError(TOO_MANY_LINES)
