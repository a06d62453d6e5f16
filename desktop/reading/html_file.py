"""Web pages, also those Word and WPS save as .doc: HTML → lines, in reading order.

Every block element is a paragraph, <br> ends a line, a table row is one line with its cells joined by a tab; tables
that only lay out the page (tables inside, headings, many paragraphs in a cell) give their paragraphs. In: numbers
of lists, inserted text. Out: scripts, styles, hidden and deleted text, comments (Word's conditional ones too),
notes, running heads. Nothing is ever fetched.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.docx_seen import Seen
from desktop.reading.html_lists import ListCount, list_count, whole
from desktop.reading.html_styles import decoded, hidden_by, is_hidden
from desktop.reading.lines import BLANKS, Line, indent_of, refuse_crowd
from desktop.reading.marked_headings import with_title

_DAMAGED = "是网页，但内容已损坏，读不出来；请用 WPS 或 Word 打开后另存为 .docx 再试。"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOO_LARGE = "是网页，但大得或嵌套得不正常，为安全起见没有打开；请把正文复制到一个新的 .docx 文件里再试。"
_BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary"
    " table tbody td tfoot th thead tr ul"
)
_OUT = _names(
    "script style head title template noscript svg iframe object applet audio video canvas select textarea button"
    " rt rp xml map datalist math"
)
_EMPTY = _names("area base br col embed hr img input link meta param source track wbr frame")
_CLOSES = {
    "li": ("li", ("ul", "ol", "menu", "dir")),
    "dt": ("dt dd", ("dl",)),
    "dd": ("dt dd", ("dl",)),
    "td": ("td th", ("tr", "table")),
    "th": ("td th", ("tr", "table")),
    "tr": ("tr", ("table",)),
    "thead": ("thead tbody tfoot", ("table",)),
    "tbody": ("thead tbody tfoot", ("table",)),
    "tfoot": ("thead tbody tfoot", ("table",)),
}
_CELLS = ("td", "th")
_REFERENCES = {
    "footnote": ("MsoFootnoteReference", "sdfootnoteanc"),
    "endnote": ("MsoEndnoteReference", "sdendnoteanc"),
    "comment": ("MsoCommentReference",),
}
_BESIDE = re.compile(r"mso-element\s?:\s?(?:comment|footnote|endnote|header|footer)", re.IGNORECASE)
_BESIDE_IDS = re.compile(r"(?:sdfootnote|sdendnote|ftn|edn|_com_)\d{1,6}")
_BESIDE_CLASSES = _names("sdfootnotesym sdendnotesym msocomanchor msocomtxt msocomoff")
_CONTENTS = re.compile(r"\bMsoToc[1-9]\b")
_PAGE_BREAK = re.compile(r"page-break-before\s{0,9}:\s{0,9}always|break-before\s{0,9}:\s{0,9}page", re.IGNORECASE)
_BREAK = "\x0b"
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0x7F, 0xFEFF))
_RUN = re.compile(r"[ \t\r\n]{1,100000}")
_CLAIMED = re.compile(r"\s{0,200}<\?xml[^>]{0,300}\?>")
_MOST_SPANNED = 200
_MOST_IN_CELL = 8
_DEEPEST_SEARCH = 100
_DEEPEST = 5000
_MOST_ELEMENTS = 300_000
"""A report of two hundred thousand characters as Word saves it has a third of it."""
_CHUNK = 32 * 1024
_LARGEST = 20 * 1024 * 1024


def read_html(data: bytes, charset: str | None = None) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of a web page, and what to tell the user; ``charset`` is the encoding it was sent with.

    Raises DraftError when the bytes are no text.
    """
    if len(data) > _LARGEST:
        raise DraftError(_TOO_LARGE)
    text = decoded(data, charset).replace("\x00", "")
    claimed = _CLAIMED.match(text)  # an encoding that the text is not written in any more
    text = text[claimed.end() :] if claimed else text
    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", no_network=True, recover=True)
    try:
        source = text.encode("utf-8", "replace")
        for at in range(0, len(source), _CHUNK):  # an error raised inside is heard of at the end of a chunk
            parser.feed(source[at : at + _CHUNK])
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise DraftError(_DAMAGED) from error
    page.finish()
    return with_title(page.lines), page.seen.notices()


@dataclass
class _Open:
    """An element that has begun; ``out`` if nothing below it counts, ``hidden`` if what it holds is to be told."""

    tag: str
    out: bool
    hidden: bool = False
    listed: ListCount | None = None


@dataclass
class _Table:
    """A table that has begun; ``outside`` are the lines before it, ``spans`` the cells that reach further down."""

    outside: list[Line]
    rows: list[list[list[Line]]] = field(default_factory=list)
    spans: dict[int, int] = field(default_factory=dict)
    layout: bool = False
    in_cell: bool = False
    loose: list[Line] = field(default_factory=list)


@dataclass
class _Page:
    """Takes the parser's events; ``lines`` grows in reading order."""

    lines: list[Line] = field(default_factory=list)
    seen: Seen = field(default_factory=Seen)
    _stack: list[_Open] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _sheet: list[str] = field(default_factory=list)
    _hidden: frozenset[tuple[str, str]] = frozenset()
    _counts: Counter[str] = field(default_factory=Counter)
    _elements: int = 0
    _label: str = ""
    _level: int | None = None
    _contents: bool = False
    _gap: int = 0
    _page_break: bool = False

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        """An element begins."""
        self._elements += 1
        if self._elements > _MOST_ELEMENTS or len(self._stack) > _DEEPEST:
            raise DraftError(_TOO_LARGE)
        tag = str(tag).lower()
        attributes = {str(name): str(value) for name, value in attrib.items()}
        if tag in _BLOCKS:
            self._close_implied(tag)
        opened = self._opened(tag, attributes)
        if tag in _EMPTY:
            if not opened.out:
                self._empty(tag, attributes)
            return
        self._stack.append(opened)
        self._counts[tag] += 1
        if not opened.out and tag in _BLOCKS:
            self._flush()
            self._begin(tag, attributes)

    def end(self, tag: str | bytes) -> None:
        """An element ends; one that never began is passed over, one that is still open inside ends with it."""
        tag = str(tag).lower()
        if not self._counts[tag]:
            return
        limit = len(self._stack) - _DEEPEST_SEARCH
        for at in range(len(self._stack) - 1, max(limit, 0) - 1, -1):
            if self._stack[at].tag == tag:
                while len(self._stack) > at:
                    self._finish(self._stack.pop())
                return
            if self._stack[at].tag == "table" or (tag == "li" and self._stack[at].listed is not None):
                return

    def data(self, data: str | bytes) -> None:
        """Text between the tags."""
        text = str(data)
        if self._stack and self._stack[-1].tag == "style":
            self._sheet.append(text)
        elif self._stack and self._stack[-1].out:
            self.seen.add("hidden", len(text.strip()) if self._stack[-1].hidden else 0)
        elif text:
            text = text.translate(_CONTROLS)
            self._pieces.append(text.replace("\r\n", "\n").replace("\n", _BREAK) if self._counts["pre"] else text)

    def comment(self, text: str | bytes) -> None:
        """Comments say nothing, Word's conditional ones included."""

    def close(self) -> None:
        """The parser has nothing more."""

    def finish(self) -> None:
        """Close what is still open."""
        while self._stack:
            self._finish(self._stack.pop())
        self._flush()

    def _opened(self, tag: str, attributes: Mapping[str, str]) -> _Open:
        """The element that begins, and whether what is below it counts; what is left out is counted once."""
        if self._stack and self._stack[-1].out:
            return _Open(tag, True, self._stack[-1].hidden)
        if tag in ("ins", "del"):
            self.seen.add("revision")
        classes = frozenset(attributes.get("class", "").split())
        for kind, names in _REFERENCES.items():
            if not classes.isdisjoint(names):
                self.seen.add(kind)
                return _Open(tag, True)
        beside = _BESIDE.search(attributes.get("style", "")) or _BESIDE_IDS.fullmatch(attributes.get("id", ""))
        if beside or not classes.isdisjoint(_BESIDE_CLASSES) or tag in _OUT or tag == "del":
            return _Open(tag, True)
        if tag == "div" and attributes.get("title") in ("header", "footer"):
            return _Open(tag, True)
        hidden = tag not in ("body", "html") and is_hidden(tag, attributes, self._hidden)
        return _Open(tag, hidden, hidden, list_count(tag, attributes) if tag in ("ol", "ul", "menu") else None)

    def _close_implied(self, tag: str) -> None:
        """A block ends an open paragraph, a point the point before it, a cell the cell before it."""
        if self._stack and self._stack[-1].tag == "p":
            self._finish(self._stack.pop())
        if tag not in _CLOSES:
            return
        tags, walls = _CLOSES[tag]
        for at in range(len(self._stack) - 1, max(len(self._stack) - _DEEPEST_SEARCH, 0) - 1, -1):
            if self._stack[at].tag in walls:
                return
            if self._stack[at].tag in tags.split():
                while len(self._stack) > at:
                    self._finish(self._stack.pop())
                return

    def _empty(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element without an end."""
        if tag == "br":
            if _PAGE_BREAK.search(attributes.get("style", "")):
                self._flush()
                self._page_break = True
            self._pieces.append(_BREAK)
        elif tag == "img":
            self.seen.add("picture")
        elif tag == "hr":
            self._flush()

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A block begins."""
        if _PAGE_BREAK.search(attributes.get("style", "")):
            self._page_break = True
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._level = int(tag[1])
        elif tag == "p" and _CONTENTS.search(attributes.get("class", "")):
            self._contents = True
        elif "MsoTitle" in attributes.get("class", "").split():
            self._level = 0
        elif tag == "li":
            counter = next((one.listed for one in reversed(self._stack[-_DEEPEST_SEARCH:]) if one.listed), None)
            self._label = counter.label(attributes) if counter is not None else ""
        elif tag == "table":
            if self._tables:
                self._tables[-1].layout = True
            self._tables.append(_Table(self.lines))
            self.lines = self._tables[-1].loose
        elif self._tables and tag == "tr":
            self._tables[-1].rows.append([])
        elif self._tables and tag in _CELLS:
            self._cell(self._tables[-1], attributes)

    def _cell(self, table: _Table, attributes: Mapping[str, str]) -> None:
        """A cell begins: cells that reach down from rows above stand before it, empty."""
        if not table.rows:
            table.rows.append([])
        row = table.rows[-1]
        self._covered(table)
        down = min(whole(attributes.get("rowspan")) or 1, _MOST_SPANNED)
        if down > 1:
            table.spans[len(row)] = down
        self.lines = []
        row.append(self.lines)
        table.in_cell = True

    def _covered(self, table: _Table) -> None:
        row = table.rows[-1]
        while table.spans.get(len(row), 0) > 0:
            row.append([])

    def _finish(self, one: _Open) -> None:
        """An element has ended."""
        self._counts[one.tag] -= 1
        if one.tag == "style" and self._sheet:
            self._hidden |= hidden_by("".join(self._sheet))
            self._sheet = []
        if one.out or one.tag not in _BLOCKS:
            return
        self._flush()
        if one.tag.startswith("h") or one.tag in ("p", "div"):
            self._level, self._contents = None, False
        table = self._tables[-1] if self._tables else None
        if table is None:
            return
        if one.tag in _CELLS:
            self.lines = table.loose
        elif one.tag == "tr" and table.rows:
            self._covered(table)
            table.spans = {at: left - 1 for at, left in table.spans.items() if left > 1}
        elif one.tag == "table":
            self._tables.pop()
            self.lines = table.outside
            self.lines += table.loose + _rows(table)

    def _flush(self) -> None:
        """End the paragraph: blanks of the source count once, and not at all where Chinese was broken over lines."""
        if not self._pieces:
            return
        text, self._pieces = "".join(self._pieces), []
        text = _RUN.sub(lambda run: _blank(text, run), text)
        for raw in text.split(_BREAK):
            words = raw.strip(BLANKS)
            if not words:
                self._gap += bool(_BREAK in text)
                continue
            label, self._label = self._label, ""
            level = self._level if len(words) < 200 else None
            indent = indent_of(raw.lstrip(" \n"))
            line = Line(label + words, self._gap, indent, self._page_break, level, contents=self._contents)
            self.lines.append(line)
            self._gap, self._page_break = 0, False
        refuse_crowd(self.lines)


def _blank(text: str, run: re.Match[str]) -> str:
    if "\n" not in run[0]:
        return " "
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    return "" if before > "\u2e7f" and after > "\u2e7f" or not before or not after else " "


def _rows(table: _Table) -> list[Line]:
    """The lines of a table."""
    rows = table.rows
    crowded = any(
        len(cell) > _MOST_IN_CELL or any(line.level is not None for line in cell) for row in rows for cell in row
    )
    lines: list[Line] = []
    for row in rows:
        if table.layout or crowded or (len(row) == 1 and len(row[0]) > 1):
            lines += [line for cell in row for line in cell]
            continue
        text = "\t".join(" ".join(line.text.replace("\t", " ") for line in cell) for cell in row).rstrip("\t")
        if text:
            lines.append(Line(text, row=True))
    return lines
