"""Word documents: bytes → lines, by an own walk over the XML in reading order.

In: inserted and moved-in text, text boxes once (after their paragraph), content controls, tables and
tables inside tables, automatic numbers, the results of fields. Out, and told where they hold words: deleted
and moved-away text, hidden text, field codes, headers, footers, notes, comments, placeholders. A paragraph whose
end mark was deleted or hidden runs into the next one, as a drop cap does. A table row is one line with its
cells joined by a tab; a table of one cell that holds several paragraphs is page layout, and its paragraphs
are taken as such.

``Line.source`` numbers paragraphs as ``paragraphs_in`` lists those of the main part's root element, from 0.
"""

from collections.abc import Iterator

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.docx_margins import margins_hold_words
from desktop.reading.docx_names import NAMES, child, chosen, number, paragraphs_in, switched_on, value
from desktop.reading.docx_numbers import Numbering, read_numbering
from desktop.reading.docx_runs import OUT, Runs, is_unfilled
from desktop.reading.docx_seen import Seen
from desktop.reading.docx_styles import PLAIN, Choice, Styles, read_numbering_choice
from desktop.reading.lines import BLANKS, MOST_LINES, Line, indent_of, refuse_crowd
from desktop.reading.package import Package, parse_xml

_NO_WORDS = "里找不到正文，可能没有保存完整；请用 WPS 或 Word 打开后另存为 .docx 再试。"
_ONLY_PARTS = "的正文是嵌入的其他文件，不能直接读出；请用 WPS 或 Word 打开后另存为 .docx 再试。"
_LONGEST_HEADING = 200
_STYLES_PIECE = 32 * 1024
_OUTLINE_LEVELS = range(9)


def read_docx(package: Package, main: str) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of the Word document whose words are in the part ``main``, and what to tell the user.

    Raises DraftError when a part is damaged.
    """
    data = package.bytes_of(main)
    body = child(parse_xml(data), "body") if data else None
    if body is None:
        raise DraftError(_NO_WORDS)
    styles = Styles(package.pieces_of(package.related(main, "styles"), _STYLES_PIECE))
    seen = Seen(restyled=b"PrChange " in data)
    # A byte order mark tells of two bytes a character, in which no name could be looked for.
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]
    may_hide = wide or b"vanish" in data or styles.hides_runs(data)
    walk = _Walk(package, main, styles, Runs(styles, seen, may_hide), seen)
    walk.blocks(body)
    walk.finish()
    if not walk.lines and (seen.counts["chunk"] or seen.counts["subdocument"]):
        raise DraftError(_ONLY_PARTS)
    seen.margins = margins_hold_words(package, main)
    return walk.lines, seen.notices()


class _Walk:
    """One walk over a document; ``lines`` grows in reading order."""

    def __init__(self, package: Package, main: str, styles: Styles, runs: Runs, seen: Seen) -> None:
        self.lines: list[Line] = []
        self._package = package
        self._main = main
        self._styles = styles
        self._runs = runs
        self._seen = seen
        self._numbering: Numbering | None = None
        # The words of paragraphs that run on, and the numbers of theirs and of the one being read.
        self._carried: list[str] = []
        self._sources: list[int] = []
        self._gap = 0
        self._page_break = False
        self._in_table = 0
        # The number of the next paragraph, and the numbers of those that are read out of turn.
        self._next = 0
        self._numbers: dict[etree._Element, int] = {}

    def blocks(self, parent: etree._Element) -> None:
        """Walk paragraphs and tables below ``parent``."""
        for element in parent:
            name = NAMES[element.tag]
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self.finish()
                self._table(element)
            elif name == "altChunk":
                self._seen.add("chunk")
            elif name == "mc:AlternateContent":
                alternative = chosen(element)
                for one in element:
                    if one is alternative:
                        self.blocks(one)
                    else:
                        self._pass_over(one)
            elif name in ("del", "moveFrom"):
                self._seen.add("revision")
                self._pass_over(element)
            elif name == "sdt" and is_unfilled(element):
                self._seen.add("unfilled")
                self._pass_over(element)
            elif name in OUT:
                self._pass_over(element)
            else:
                self.blocks(element)

    def finish(self) -> None:
        """Close a paragraph whose end mark was deleted and that nothing followed."""
        if self._carried:
            text, self._carried = "".join(self._carried), []
            self._add(text, None, False)
        self._sources = []

    def _pass_over(self, element: etree._Element) -> None:
        """Leave ``element`` out; its paragraphs keep their numbers."""
        if not self._numbers:
            self._next += len(paragraphs_in(element))

    def _number_of(self, element: etree._Element, plain: bool) -> int:
        """The number of a paragraph; where it is not ``plain``, those inside it get theirs too."""
        if self._numbers and element in self._numbers:
            return self._numbers[element]
        first = self._next
        if plain:
            self._next += 1
            return first
        inside = paragraphs_in(element)
        self._next += len(inside)
        if len(inside) > 1 and self._runs.boxes:
            self._numbers = {one: first + at for at, one in enumerate(inside)}
        return first

    def _paragraph(self, element: etree._Element) -> None:
        style_id = choice = level = mark = None
        outline = False
        drop_cap = False
        own = next(iter(element), None)
        if own is not None and NAMES[own.tag] == "pPr":
            for one in own:
                name = NAMES[one.tag]
                if name == "pStyle":
                    style_id = value(one)
                elif name == "numPr":
                    choice = read_numbering_choice(one)
                elif name == "outlineLvl":
                    outline, level = True, _level(number(one))
                elif name == "rPr":
                    mark = one
                elif name == "pageBreakBefore":
                    self._page_break = self._page_break or switched_on(one)
                elif name == "framePr":
                    drop_cap = value(one, "dropCap") in ("drop", "margin")
        style = self._styles.get(style_id) if style_id is not None else PLAIN
        text = self._runs.read(element, style.hidden)
        boxes, outermost = self._runs.boxes, not self._numbers
        source = self._number_of(element, self._runs.plain)
        if text:
            self._sources.append(source)
        if drop_cap or (mark is not None and self._runs_on(mark)):
            self._carried.append(text)
        else:
            if self._carried:
                text, self._carried = "".join((*self._carried, text)), []
            chosen_list = choice.over(style.numbering) if choice is not None else style.numbering
            if chosen_list is not None:
                text = self._numbered(text, chosen_list, style_id)
            self._add(text, level if outline else style.level, style.contents)
        for box in boxes:
            self._in_box(box)
        if boxes and outermost:
            self._numbers = {}

    def _in_box(self, box: etree._Element) -> None:
        """Read a text box; the paragraph it hangs on may go on after it."""
        carried, sources = self._carried, self._sources
        self._carried, self._sources = [], []
        self.blocks(box)
        self.finish()
        self._carried, self._sources = carried, sources

    def _runs_on(self, mark: etree._Element) -> bool:
        """True if the end mark with these properties is deleted or hidden, so that the next paragraph goes on."""
        for one in mark:
            name = NAMES[one.tag]
            if name in ("del", "moveFrom"):
                self._seen.add("revision")
                return True
            if name == "vanish" and switched_on(one):
                return True
        return False

    def _numbered(self, text: str, choice: Choice, style_id: str | None) -> str:
        """``text`` after its automatic number; the number of an empty paragraph counts and does not show."""
        if not choice.list:
            return text
        if self._numbering is None:
            part = self._package.related(self._main, "numbering")
            self._numbering = read_numbering(self._package.xml(part), self._styles)
        at = choice.level if choice.level is not None else self._numbering.level_of_style(choice.list, style_id)
        label = self._numbering.next_label(choice.list, at)
        if not label or not (self._in_table or text.strip()):
            return text
        return label + (" " if label[-1].isalnum() else "") + text.lstrip(BLANKS)

    def _add(self, text: str, level: int | None, contents: bool) -> None:
        """Add a paragraph; line breaks inside make several lines, except in headings."""
        sources = tuple(self._sources)
        self._sources.clear()
        if level is not None and len(text) < _LONGEST_HEADING:
            text = text.replace("\n", "")
        if "\f" not in text and "\n" not in text:
            self._add_line(text, level, contents, sources)
            return
        for at, sheet in enumerate(text.split("\f")):
            self._page_break = self._page_break or at > 0
            for raw in sheet.split("\n"):
                self._add_line(raw, level, contents, sources)

    def _add_line(self, raw: str, level: int | None, contents: bool, sources: tuple[int, ...]) -> None:
        words = raw.strip(BLANKS)
        if not words:
            self._gap += 1
            return
        indent = indent_of(raw) if raw[0] in BLANKS else 0
        self.lines.append(Line(words, self._gap, indent, self._page_break, level, False, contents, source=sources))
        self._gap, self._page_break = 0, False
        if len(self.lines) > MOST_LINES:
            refuse_crowd(self.lines)

    def _table(self, element: etree._Element) -> None:
        self._in_table += 1
        for row in self._inside(element, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                self._seen.add("revision")
                self._pass_over(row)
                continue
            if properties is not None and switched_on(child(properties, "hidden")):
                self._seen.add("hidden", sum(len(str(text)) for text in row.itertext()))
                self._pass_over(row)
                continue
            cells = [self._cell(cell) for cell in self._inside(row, "tc")]
            if len(cells) == 1 and len(cells[0]) > 1:
                self.lines.extend(cells[0])
                continue
            text = "\t".join(_flat(cell) for cell in cells).rstrip("\t")
            if text:
                sources = tuple(source for cell in cells for line in cell for source in line.source)
                self.lines.append(Line(text, self._gap, row=True, source=sources))
                self._gap = 0
        self._in_table -= 1

    def _cell(self, element: etree._Element) -> list[Line]:
        """The lines of one cell; the cells a merged one covers and deleted cells are empty."""
        properties = child(element, "tcPr")
        merged = child(properties, "vMerge")
        deleted = child(properties, "cellDel") is not None
        if deleted or (merged is not None and value(merged) in (None, "continue")):
            if deleted:
                self._seen.add("revision")
            self._pass_over(element)
            return []
        outside, self.lines = self.lines, []
        gap, self._gap = self._gap, 0
        self.blocks(element)
        self.finish()
        inside, self.lines = self.lines, outside
        self._gap = gap
        return inside

    def _inside(self, parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
        """The rows of a table or the cells of a row, also those inside content controls and insertions."""
        for element in parent:
            name = NAMES[element.tag]
            if name == wanted:
                yield element
            elif name in OUT or name == "tbl":
                self._pass_over(element)
            elif len(element):
                yield from self._inside(element, wanted)


def _flat(cell: list[Line]) -> str:
    return " ".join(line.text.replace("\t", " ") for line in cell)


def _level(outline: int | None) -> int | None:
    return outline + 1 if outline in _OUTLINE_LEVELS and outline is not None else None
