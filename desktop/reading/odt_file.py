"""OpenDocument texts (.odt, .fodt): XML → lines, in reading order.

In: inserted text, automatic numbers, tables, text boxes once (after their paragraph), the results of fields. Out:
deleted text, hidden text and sections, notes, headers, footers (they stand in another part), comments, and of
ruby the small signs. A table row is one line with its cells joined by a tab.
"""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.docx_seen import Seen
from desktop.reading.lines import BLANKS, Line, indent_of, refuse_crowd
from desktop.reading.odt_names import attribute, child, name_of, whole_number
from desktop.reading.odt_numbers import Counts, ListNumbers, count, levels_of
from desktop.reading.odt_styles import Styles
from desktop.reading.package import Package, open_package

TYPE = "application/vnd.oasis.opendocument.text"
CONTENT = "content.xml"
_NO_WORDS = "里找不到文字正文，可能不是文稿或没有保存完整；请用 WPS 或 LibreOffice 打开后另存为 .docx 再试。"
_LOCKED = "设了密码，打不开；请在 WPS 或 LibreOffice 中去掉密码，另存为 .docx 后再试。"
_MARGINS = ("style:header", "style:footer", "style:header-left", "style:footer-left", "style:header-first")
_NOTES = {"footnote": "footnote", "endnote": "endnote"}
_ENCRYPTION = b"encryption-data"
_BOXES = frozenset(
    "draw:" + name
    for name in (
        "text-box",
        "custom-shape",
        "rect",
        "ellipse",
        "circle",
        "polygon",
        "path",
        "line",
        "polyline",
        "caption",
    )
)
_OUT = frozenset(
    {
        *("text:note", "text:tracked-changes", "text:ruby-text", "text:script", "text:hidden-text", "office:forms"),
        *("office:annotation-end", "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "svg:title"),
        *("svg:desc", "office:event-listeners", "text:dde-connection-decls", "text:alphabetical-index-auto-mark-file"),
        *("table:title", "table:desc", "table:table-column", "table:table-columns", "table:table-header-columns"),
    }
)
_BLANK_RUN = re.compile(r"[ \t\r\n]{1,100000}")
_MOST_REPEATS = 64
_MOST_BLANKS = 200
_SIGNS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
_LONGEST_HEADING = 200


def read_odt_bytes(data: bytes) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of an OpenDocument text with these bytes, and what to tell the user; raises DraftError."""
    return read_odt(open_package(data))


def read_odt(package: Package) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of an OpenDocument text, and what to tell the user; raises DraftError if locked or damaged."""
    if _ENCRYPTION in package.bytes_of("META-INF/manifest.xml"):
        raise DraftError(_LOCKED)
    return read_odt_parts(package.xml(CONTENT), package.xml("styles.xml"))


def read_odt_parts(
    content: etree._Element | None, styles: etree._Element | None = None
) -> tuple[list[Line], tuple[str, ...]]:
    """The same from the parsed content and styles parts; a flat file (.fodt) is one part with both."""
    body = child(child(content, "office:body"), "office:text")
    if body is None:
        raise DraftError(_NO_WORDS)
    known = Styles()
    known.learn((content, styles))
    walk = _Walk(known, ListNumbers(known.lists))
    walk.blocks(body)
    walk.finish()
    walk.seen.margins = any(_says_something(root) for root in (content, styles))
    return walk.lines, walk.seen.notices()


def _says_something(root: etree._Element | None) -> bool:
    """True if a header or footer of the document holds words."""
    masters = child(root, "office:master-styles")
    parts = [one for one in masters.iter() if name_of(one) in _MARGINS] if masters is not None else []
    return any(str(text).strip() for part in parts for text in part.itertext())


@dataclass
class _List:
    """The list a paragraph is in: its style, its counters, how deep, and whether its number is still to come."""

    style: str
    counts: Counts
    depth: int
    pending: bool = False
    start: int | None = None


@dataclass
class _Walk:
    """One walk over a document; ``lines`` grows in reading order."""

    styles: Styles
    numbers: ListNumbers
    lines: list[Line] = field(default_factory=list)
    seen: Seen = field(default_factory=Seen)
    _lists: dict[str, Counts] = field(default_factory=dict)
    _last_of_style: dict[str, Counts] = field(default_factory=dict)
    _outline: Counts = field(default_factory=Counts)
    _gone: set[str] = field(default_factory=set)
    _deleting: set[str] = field(default_factory=set)
    _carried: str = ""
    _contents: bool = False
    _gap: int = 0
    _page_break: bool = False

    def blocks(self, parent: etree._Element, listed: _List | None = None) -> None:
        """Walk paragraphs, lists and tables below ``parent``."""
        for element in parent:
            name = name_of(element)
            if name in ("text:p", "text:h"):
                self._paragraph(element, name == "text:h", listed)
            elif name == "text:list":
                self._list(element, listed)
            elif name == "table:table":
                self.finish()
                self._table(element)
            elif name == "text:section" and attribute(element, "text:display") in ("none", "condition"):
                self._section(element, listed)
            elif name.startswith("draw:"):
                for box in self._boxes(element):
                    self.blocks(box)
            elif name in _OUT:
                self._leave(element)
            elif name == "office:annotation":
                self.seen.add("comment")
            elif name == "text:table-of-content":
                self._contents = True
                self.blocks(element, listed)
                self._contents = False
            else:
                self.blocks(element, listed)

    def _section(self, element: etree._Element, listed: _List | None) -> None:
        if attribute(element, "text:display") == "none" or attribute(element, "text:is-hidden") == "true":
            self._hide(element)
        else:
            self.blocks(element, listed)

    def finish(self) -> None:
        """Close a paragraph whose end was deleted and that nothing followed."""
        if self._carried:
            text, self._carried = self._carried, ""
            self._add(text, None)

    def _leave(self, element: etree._Element) -> None:
        """Count what is left out and worth telling."""
        name = name_of(element)
        if name == "text:tracked-changes":
            self.seen.add("revision", len(element))
            for region in element:
                key = attribute(region, "text:id") or ""
                if child(region, "text:deletion") is not None:
                    self._gone.add(key)
        elif name == "text:hidden-text":
            self._hide(element)
        elif name == "text:note":
            self.seen.add(_NOTES.get(attribute(element, "text:note-class") or "", "footnote"))

    def _hide(self, element: etree._Element) -> None:
        self.seen.add("hidden", sum(len(str(text).strip()) for text in element.itertext()))

    def _list(self, element: etree._Element, outer: _List | None) -> None:
        """Walk a list; one that goes on with an earlier one keeps its counters."""
        style = attribute(element, "text:style-name") or (outer.style if outer else "")
        if outer is not None:
            inner = _List(style, outer.counts, outer.depth + 1)
        else:
            inner = _List(style, self._counts(element, style), 0)
        if inner.depth > 2 * _MOST_REPEATS:
            return
        for item in element:
            name = name_of(item)
            if name not in ("text:list-item", "text:list-header"):
                continue
            inner.pending = name == "text:list-item"
            inner.start = whole_number(item, "text:start-value")
            self.blocks(item, inner)

    def _counts(self, element: etree._Element, style: str) -> Counts:
        goes_on = attribute(element, "text:continue-list")
        counts = self._lists.get(goes_on) if goes_on else None
        if counts is None and attribute(element, "text:continue-numbering") == "true":
            counts = self._last_of_style.get(style)
        counts = counts if counts is not None else Counts()
        own = element.get("{http://www.w3.org/XML/1998/namespace}id")
        if own:
            self._lists[str(own)] = counts
        self._last_of_style[style] = counts
        return counts

    def _paragraph(self, element: etree._Element, heading: bool, listed: _List | None) -> None:
        style = self.styles.paragraph(attribute(element, "text:style-name"))
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        if style.hidden:
            self._hide(element)
        self._inline(element, pieces, boxes, style.hidden)
        text = "".join(pieces)
        level = style.level
        if heading:
            level = 0 if style.level == 0 else whole_number(element, "text:outline-level") or 1
        label = self._label(element, level if heading else None, style.list_style, listed)
        if label and text.strip():
            text = label + (" " if label[-1].isalnum() else "") + text.lstrip(BLANKS)
        self._page_break = self._page_break or style.page_break
        text, self._carried = self._carried + text, ""
        if self._deleting:  # the end of the paragraph is deleted too
            self._carried = text
        else:
            self._add(text, level)
        for box in boxes:
            self.blocks(box)

    def _label(self, element: etree._Element, level: int | None, list_style: str | None, listed: _List | None) -> str:
        """The automatic number of a paragraph: its list's, else the outline's if it is a heading."""
        if listed is not None:
            if not listed.pending:
                return ""
            listed.pending = False
            style = listed.style or list_style or ""
            return self.numbers.label(style, listed.depth, listed.counts, listed.start)
        if level and list_style is None and attribute(element, "text:is-list-header") != "true":
            outline = self.styles.outline
            start = whole_number(element, "text:start-value")
            return count(levels_of(outline), level - 1, self._outline, start) if outline is not None else ""
        return ""

    def _inline(self, parent: etree._Element, pieces: list[str], boxes: list[etree._Element], hidden: bool) -> None:
        """Collect the words of a paragraph; blanks of the XML count once, line breaks are line feeds."""
        self._put(parent.text, pieces, hidden)
        for element in parent:
            name = name_of(element)
            if name in _SIGNS:
                blanks = min(whole_number(element, "text:c") or 1, _MOST_BLANKS)
                pieces.append("" if hidden or self._deleting else _SIGNS[name] * blanks)
            elif name in ("text:change-start", "text:change-end"):
                self._mark(element, name == "text:change-start")
            elif name in _OUT:
                self._leave(element)
            elif name == "office:annotation":
                self.seen.add("comment")
            elif name.startswith("draw:"):
                boxes += self._boxes(element)
            elif name == "text:hidden-paragraph" and attribute(element, "text:is-hidden") == "true":
                self._hide(parent)
                pieces.clear()
                hidden = True
            else:
                self._span(element, pieces, boxes, hidden)
            self._put(element.tail, pieces, hidden)

    def _span(self, element: etree._Element, pieces: list[str], boxes: list[etree._Element], hidden: bool) -> None:
        own = self.styles.words(attribute(element, "text:style-name")).hidden
        if own and not hidden:
            self._hide(element)
        self._inline(element, pieces, boxes, hidden or own)

    def _mark(self, element: etree._Element, begins: bool) -> None:
        """Deleted text that flat files leave in its place begins or ends here."""
        key = attribute(element, "text:change-id") or ""
        if begins and key in self._gone:
            self._deleting.add(key)
        else:
            self._deleting.discard(key)

    def _put(self, text: str | None, pieces: list[str], hidden: bool) -> None:
        if not text or hidden or self._deleting:
            return
        words = _BLANK_RUN.sub(" ", text)
        if words[0] == " " and (not pieces or pieces[-1][-1:].isspace()):
            words = words[1:]
        pieces.append(words)

    def _boxes(self, element: etree._Element) -> list[etree._Element]:
        """The text boxes in a frame, shape or group; pictures and embedded objects are counted."""
        name = name_of(element)
        if name in _BOXES:
            return [element]
        if name == "draw:frame":
            held = [name_of(one) for one in element]
            if "draw:text-box" in held:
                return [one for one in element if name_of(one) == "draw:text-box"][:1]
            if "table:table" in held:
                return [element]
            if "draw:object" in held or "draw:object-ole" in held:
                self.seen.add("object")
            elif "draw:image" in held:
                self.seen.add("picture")
            return []
        found = []
        for one in element:
            if name_of(one).startswith("draw:"):
                found += self._boxes(one)
        return found

    def _add(self, text: str, level: int | None) -> None:
        """Add a paragraph; line breaks inside make several lines, except in headings."""
        if level is not None and len(text) < _LONGEST_HEADING:
            text = text.replace("\n", "")
        for raw in text.split("\n"):
            words = raw.strip(BLANKS)
            if not words:
                self._gap += 1
                continue
            line = Line(words, self._gap, indent_of(raw), self._page_break, level, contents=self._contents)
            self.lines.append(line)
            self._gap, self._page_break = 0, False
        refuse_crowd(self.lines)

    def _table(self, element: etree._Element) -> None:
        for row in _below(element, "table:table-row"):
            cells = [cell for one in row for cell in self._cell(one)]
            if len(cells) == 1 and len(cells[0]) > 1:
                self.lines += cells[0]
                continue
            text = "\t".join(_flat(cell) for cell in cells).rstrip("\t")
            if text:
                self.lines.append(Line(text, self._gap, row=True))
                self._gap = 0

    def _cell(self, element: etree._Element) -> list[list[Line]]:
        """The lines of one cell, as often as the row holds it; covered cells are empty."""
        name = name_of(element)
        if name not in ("table:table-cell", "table:covered-table-cell"):
            return []
        outside, self.lines = self.lines, []
        gap, self._gap = self._gap, 0
        if name == "table:table-cell":
            self.blocks(element)
            self.finish()
        inside, self.lines = self.lines, outside
        self._gap = gap
        repeats = min(whole_number(element, "table:number-columns-repeated") or 1, _MOST_REPEATS)
        return [[replace(line) for line in inside] for _ in range(repeats)]


def _flat(cell: list[Line]) -> str:
    return " ".join(line.text.replace("\t", " ") for line in cell)


def _below(parent: etree._Element, wanted: str) -> list[etree._Element]:
    """The rows of a table, also those inside groups and head rows, but not those of tables inside."""
    found = []
    for element in parent:
        name = name_of(element)
        if name == wanted:
            found.append(element)
        elif name.startswith(("table:table-header-rows", "table:table-rows", "table:table-row-group", "text:soft")):
            found += _below(element, wanted)
    return found
