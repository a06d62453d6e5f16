"""Word documents: bytes → lines, by an own walk over the XML in reading order.

In: inserted and moved-in text, text boxes once (after their paragraph), content controls, tables and
tables inside tables, automatic numbers, the results of fields. Out: deleted and moved-away text, hidden
text, field codes, headers, footers, notes and comments. A paragraph whose end mark was deleted runs into
the next one. A table row is one line with its cells joined by a tab; a table of one cell that holds
several paragraphs is page layout, and its paragraphs are taken as such.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.docx_names import child, local, number, switched_on, value
from desktop.reading.docx_numbers import Numbering, read_numbering
from desktop.reading.docx_styles import Styles, read_numbering_choice
from desktop.reading.lines import BLANKS, Line, indent_of
from desktop.reading.package import Package

_OUT = frozenset(
    {
        *(
            "del",
            "moveFrom",
            "delText",
            "instrText",
            "delInstrText",
            "fldData",
            "binData",
            "rt",
        ),
        *(
            "rPr",
            "pPr",
            "sectPr",
            "tblPr",
            "tblGrid",
            "trPr",
            "tcPr",
            "sdtPr",
            "sdtEndPr",
            "rubyPr",
        ),
        *(
            "customXmlPr",
            "smartTagPr",
            "footnoteReference",
            "endnoteReference",
            "commentReference",
            "annotationRef",
        ),
    }
)
REVISED = "文稿中有未接受的修订，检查的是接受全部修订后的文字"
HIDDEN = "文稿中有隐藏文字，没有列入检查"
_NO_WORDS = "里找不到正文，可能没有保存完整；请用 WPS 或 Word 打开后另存为 .docx 再试。"


def read_docx(package: Package, main: str) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of the Word document whose words are in the part ``main``, and what to tell the user.

    Raises DraftError when a part is damaged.
    """
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise DraftError(_NO_WORDS)
    styles = Styles(package.bytes_of(package.related(main, "styles")))
    walk = _Walk(package, main, styles)
    walk.blocks(body)
    walk.finish()
    return walk.lines, tuple(sorted(walk.notices))


@dataclass
class _Walk:
    """One walk over a document; ``lines`` grows in reading order."""

    package: Package
    main: str
    styles: Styles
    lines: list[Line] = field(default_factory=list)
    notices: set[str] = field(default_factory=set)
    _numbering: Numbering | None = None
    _fields: list[bool] = field(default_factory=list)
    _carried: str = ""
    _gap: int = 0
    _page_break: bool = False

    def blocks(self, parent: etree._Element) -> None:
        """Walk paragraphs and tables below ``parent``."""
        for element in parent:
            name = local(element.tag)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self.finish()
                self._table(element)
            elif name == "mc:AlternateContent":
                self.blocks(_chosen(element))
            elif name in ("del", "moveFrom"):
                self.notices.add(REVISED)
            elif name not in _OUT:
                self.blocks(element)

    def finish(self) -> None:
        """Close a paragraph whose end mark was deleted and that nothing followed."""
        if self._carried:
            text, self._carried = self._carried, ""
            self._add(text, None)

    def _paragraph(self, element: etree._Element) -> None:
        own = child(element, "pPr")
        properties = {local(one.tag): one for one in own} if own is not None else {}
        style_id = value(properties.get("pStyle"))
        style = self.styles.get(style_id)
        boxes: list[etree._Element] = []
        pieces: list[str] = []
        self._inline(element, pieces, boxes, style.hidden)
        self._fields = [False] * len(self._fields)  # no code ends in a later paragraph; a broken one must not eat on
        text = "".join(pieces)
        label = self._label(properties.get("numPr"), style_id)
        if label and text.strip():
            text = label + (" " if label[-1].isalnum() else "") + text.lstrip(BLANKS)
        level = style.level
        outline = number(properties.get("outlineLvl"))
        if outline is not None:
            level = outline + 1 if 0 <= outline <= 8 else None
        if switched_on(properties.get("pageBreakBefore")):
            self._page_break = True
        text, self._carried = self._carried + text, ""
        mark = properties.get("rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.notices.add(REVISED)
            self._carried = text
        else:
            self._add(text, level)
        for box in boxes:
            self.blocks(box)
            self.finish()

    def _label(self, chosen: etree._Element | None, style_id: str | None) -> str:
        """The automatic number of a paragraph, "" if it has none."""
        choice = read_numbering_choice(chosen) or self.styles.get(style_id).numbering
        if choice is None or choice[0] == 0:
            return ""
        if self._numbering is None:
            part = self.package.related(self.main, "numbering")
            self._numbering = read_numbering(self.package.xml(part), self.styles)
        at = choice[1] if choice[1] is not None else self._numbering.level_of_style(choice[0], style_id)
        return self._numbering.next_label(choice[0], at)

    def _inline(
        self,
        parent: etree._Element,
        pieces: list[str],
        boxes: list[etree._Element],
        hidden: bool,
    ) -> None:
        """Collect the words below ``parent``; line breaks as line feeds, page breaks as form feeds."""
        for element in parent:
            name = local(element.tag)
            if name == "r":
                self._run(element, pieces, boxes, hidden)
            elif name == "txbxContent":
                boxes.append(element)
            elif name == "mc:AlternateContent":
                self._inline(_chosen(element), pieces, boxes, hidden)
            elif name in ("t", "m:t"):
                if element.text and not hidden and not any(self._fields):
                    pieces.append(element.text)
            elif name == "fldChar":
                self._field(element)
            elif name in ("tab", "ptab"):
                pieces.append("\t")
            elif name in ("br", "cr"):
                pieces.append("\f" if value(element, "type") == "page" else "\n")
            elif name == "noBreakHyphen":
                pieces.append("-")
            elif name in _OUT:
                if name in ("del", "moveFrom"):
                    self.notices.add(REVISED)
            else:
                if name in ("ins", "moveTo"):
                    self.notices.add(REVISED)
                self._inline(element, pieces, boxes, hidden)

    def _run(
        self,
        element: etree._Element,
        pieces: list[str],
        boxes: list[etree._Element],
        hidden: bool,
    ) -> None:
        properties = child(element, "rPr")
        if properties is not None:
            switch = child(properties, "vanish")
            if switch is not None:
                hidden = switched_on(switch)
            else:
                hidden = hidden or self.styles.get(value(child(properties, "rStyle"))).hidden
        if hidden:
            self.notices.add(HIDDEN)
        self._inline(element, pieces, boxes, hidden)

    def _field(self, element: etree._Element) -> None:
        """Keep track of where in a field the walk is: True while in its code."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str, level: int | None) -> None:
        """Add a paragraph; line breaks inside make several lines, except in headings."""
        if level is not None and len(text) < 200:
            text = text.replace("\n", "")
        for at, sheet in enumerate(text.split("\f")):
            self._page_break = self._page_break or at > 0
            for raw in sheet.split("\n"):
                words = raw.strip(BLANKS)
                if not words:
                    self._gap += 1
                    continue
                self.lines.append(Line(words, self._gap, indent_of(raw), self._page_break, level))
                self._gap, self._page_break = 0, False

    def _table(self, element: etree._Element) -> None:
        for row in _rows(element, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                self.notices.add(REVISED)
                continue
            cells = [self._cell(cell) for cell in _rows(row, "tc")]
            if len(cells) == 1 and len(cells[0]) > 1:
                self.lines.extend(cells[0])
                continue
            text = "\t".join(_flat(cell) for cell in cells).rstrip("\t")
            if text:
                self.lines.append(Line(text, self._gap, row=True))
                self._gap = 0

    def _cell(self, element: etree._Element) -> list[Line]:
        """The lines of one cell; the cells a merged one covers are empty."""
        merged = child(child(element, "tcPr"), "vMerge")
        if merged is not None and value(merged) in (None, "continue"):
            return []
        outside, self.lines = self.lines, []
        gap, self._gap = self._gap, 0
        self.blocks(element)
        self.finish()
        inside, self.lines = self.lines, outside
        self._gap = gap
        return inside


def _flat(cell: list[Line]) -> str:
    return " ".join(line.text.replace("\t", " ") for line in cell)


def _rows(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls and insertions."""
    for element in parent:
        name = local(element.tag)
        if name == wanted:
            yield element
        elif name not in _OUT and name != "tbl":
            yield from _rows(element, wanted)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The one of several renderings to read: the first choice, else the fallback."""
    for name in ("mc:Choice", "mc:Fallback"):
        found = child(alternatives, name)
        if found is not None and len(found):
            return found
    return alternatives if not len(alternatives) else alternatives[0]
