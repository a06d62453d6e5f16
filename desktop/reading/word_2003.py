"""Word 2003's XML (WordprocessingML): one XML file → lines, in reading order.

The same rules as for .docx: insertions in, deletions, hidden text, notes and comments out, text boxes once. Automatic
numbers stand in the file as text beside each paragraph, so nothing has to be counted.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.docx_file import HIDDEN, REVISED
from desktop.reading.lines import BLANKS, Line, indent_of

_W = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_WX = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_V = "{urn:schemas-microsoft-com:vml}"
_OUT = frozenset(
    _W + name
    for name in (
        *("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "instrText", "delText", "delInstrText"),
        *("footnote", "endnote", "hdr", "ftr", "binData", "footnoteRef", "endnoteRef", "fldData"),
    )
)
_HEADING = re.compile(r"(?:heading|标题)\s{0,3}([1-9])")
_TITLES = ("title", "标题")
_NO_WORDS = "里找不到正文，可能没有保存完整；请用 WPS 或 Word 打开后另存为 .docx 再试。"


def read_word_2003(root: etree._Element) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of a Word 2003 XML document, and what to tell the user."""
    body = root.find(_W + "body")
    if body is None:
        raise DraftError(_NO_WORDS)
    walk = _Walk(_levels(root.find(_W + "styles")), _hidden_styles(root.find(_W + "styles")))
    walk.blocks(body)
    return walk.lines, tuple(sorted(walk.notices))


def _levels(styles: etree._Element | None) -> dict[str, int]:
    """The heading level of every style that has one; 0 is a title."""
    own: dict[str, int] = {}
    base: dict[str, str] = {}
    for style in styles if styles is not None else ():
        key = style.get(_W + "styleId")
        if style.tag != _W + "style" or key is None:
            continue
        name = _value(style.find(_W + "name")).lower()
        outline = _value(style.find(f"{_W}pPr/{_W}outlineLvl"))
        heading = _HEADING.fullmatch(name)
        if name in _TITLES:
            own[key] = 0
        elif outline.isdecimal():
            own[key] = int(outline[:2]) + 1 if int(outline[:2]) < 9 else -1
        elif heading:
            own[key] = int(heading[1])
        base[key] = _value(style.find(_W + "basedOn"))
    found = {}
    for key in base:
        at, steps = key, 0
        while at in base and at not in own and steps < 50:
            at, steps = base[at], steps + 1
        if own.get(at, -1) >= 0:
            found[key] = own[at]
    return found


def _hidden_styles(styles: etree._Element | None) -> frozenset[str]:
    found = styles.iterfind(_W + "style") if styles is not None else ()
    return frozenset(str(style.get(_W + "styleId")) for style in found if _is_on(style.find(f"{_W}rPr/{_W}vanish")))


def _value(element: etree._Element | None) -> str:
    return str(element.get(_W + "val", "")).strip() if element is not None else ""


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and _value(element) not in ("off", "0", "false")


@dataclass
class _Walk:
    """One walk over a document; ``lines`` grows in reading order."""

    levels: dict[str, int]
    hidden: frozenset[str]
    lines: list[Line] = field(default_factory=list)
    notices: set[str] = field(default_factory=set)
    _in_code: list[bool] = field(default_factory=list)
    _gap: int = 0
    _page_break: bool = False

    def blocks(self, parent: etree._Element) -> None:
        """Walk paragraphs and tables below ``parent``."""
        for element in parent:
            if element.tag == _W + "p":
                self._paragraph(element)
            elif element.tag == _W + "tbl":
                self._table(element)
            elif element.tag == _AML + "annotation" and self._is_gone(element):
                continue
            elif element.tag not in _OUT:
                self.blocks(element)

    def _is_gone(self, element: etree._Element) -> bool:
        """True for what was deleted and for comments; insertions are told."""
        kind = str(element.get(_W + "type", ""))
        if kind in ("Word.Insertion", "Word.Deletion"):
            self.notices.add(REVISED)
        return kind in ("Word.Deletion", "Word.Comment")

    def _paragraph(self, element: etree._Element) -> None:
        properties = element.find(_W + "pPr")
        style = _value(properties.find(_W + "pStyle")) if properties is not None else ""
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        self._inline(element, pieces, boxes, style in self.hidden)
        self._in_code = [False] * len(self._in_code)
        text = "".join(pieces)
        number = properties.find(f"{_W}listPr/{_WX}t") if properties is not None else None
        label = str(number.get(_WX + "val", "")).strip() if number is not None else ""
        if label and label not in "·•●○■□◆◇" and label[0] < "\ue000" and text.strip():
            text = label + (" " if label[-1].isalnum() else "") + text.lstrip(BLANKS)
        level = self.levels.get(style)
        outline = _value(properties.find(_W + "outlineLvl")) if properties is not None else ""
        if outline.isdecimal():
            level = int(outline[:2]) + 1 if int(outline[:2]) < 9 else None
        self._add(text, level)
        for box in boxes:
            self.blocks(box)

    def _inline(self, parent: etree._Element, pieces: list[str], boxes: list[etree._Element], hidden: bool) -> None:
        for element in parent:
            tag = element.tag
            if tag == _W + "t":
                if element.text and not hidden and not any(self._in_code):
                    pieces.append(element.text)
            elif tag == _W + "r":
                properties = element.find(_W + "rPr")
                own = properties is not None and _is_on(properties.find(_W + "vanish"))
                if own or hidden:
                    self.notices.add(HIDDEN)
                self._inline(element, pieces, boxes, hidden or own)
            elif tag == _W + "txbxContent":
                boxes.append(element)
            elif tag == _W + "tab":
                pieces.append("\t")
            elif tag in (_W + "br", _W + "cr"):
                pieces.append("\f" if element.get(_W + "type") == "page" else "\n")
            elif tag == _W + "noBreakHyphen":
                pieces.append("-")
            elif tag == _W + "fldChar":
                self._field(str(element.get(_W + "fldCharType", "")))
            elif tag == _AML + "annotation" and self._is_gone(element):
                continue
            elif tag not in _OUT:
                self._inline(element, pieces, boxes, hidden)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._in_code.append(True)
        elif kind == "separate" and self._in_code:
            self._in_code[-1] = False
        elif kind == "end" and self._in_code:
            self._in_code.pop()

    def _add(self, text: str, level: int | None) -> None:
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
        for row in element.iterfind(_W + "tr"):
            cells = [self._cell(cell) for cell in row.iterfind(_W + "tc")]
            if len(cells) == 1 and len(cells[0]) > 1:
                self.lines += cells[0]
                continue
            text = "\t".join(" ".join(line.text.replace("\t", " ") for line in cell) for cell in cells).rstrip("\t")
            if text:
                self.lines.append(Line(text, self._gap, row=True))
                self._gap = 0

    def _cell(self, element: etree._Element) -> list[Line]:
        merged = element.find(f"{_W}tcPr/{_W}vmerge")
        if merged is not None and _value(merged) in ("", "continue"):
            return []
        outside, self.lines = self.lines, []
        gap, self._gap = self._gap, 0
        self.blocks(element)
        inside, self.lines = self.lines, outside
        self._gap = gap
        return inside
