"""RTF documents: bytes → lines, in the order in which the words stand in the file.

In: inserted text, text boxes once (after the paragraph they hang on), tables and tables inside tables, the numbers
that Word writes before list paragraphs, the results of fields. Out: deleted and hidden text, field codes,
headers, footers, notes, comments, pictures. A paragraph whose end mark was deleted runs into the next one.
"""

import re
from binascii import unhexlify
from collections.abc import Callable

from desktop.errors import DraftError
from desktop.reading.docx_file import HIDDEN, REVISED
from desktop.reading.gather import labelled
from desktop.reading.lines import BLANKS, Line
from desktop.reading.ole_file import DAMAGED
from desktop.reading.rtf_letters import Letters
from desktop.reading.rtf_state import Flow, Row, State, Where
from desktop.reading.rtf_styles import RtfStyle, RtfStyles
from desktop.reading.rtf_tokens import Kind, tokens

_DEEPEST = 1000
_LONGEST = 7_000_000
_TOO_LONG = "文字太长，不像一份报告；请把报告正文单独存成一个文件再试。"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_HALVES = re.compile("[\ud800-\udfff]")
_CODE_PAGE = re.compile(rb"\\ansicpg([0-9]{1,5})")
_CODES = re.compile(rb"\\u(-?[0-9]{1,10}) ?(\?|(?:\\'[0-9A-Fa-f]{2}){0,2})")
_HEAD = 1000
_ENTERED = frozenset(
    {b"shpinst", b"shpgrp", b"shptxt", b"do", b"dptxbxtext", b"nesttableprops", b"ud", b"moMath", b"moMathPara"}
)
"""Groups marked as skippable that hold words."""
_SKIPPED = frozenset(
    b"colortbl filetbl info header headerl headerr headerf footer footerl footerr footerf footnote annotation pict "
    b"objclass objname objdata objalias objsect fldinst bkmkstart bkmkend nonshppict shprslt sp tc tcn xe comment "
    b"ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn listtable listoverridetable pn pntxta pntxtb private "
    b"nonesttables mmathPict background atnid atnauthor atnref atnicn atntime".split()
)
_SIGNS = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
_TEXTS = {
    b"tab": "\t", b"line": "\n", b"column": "\n", b"page": "\f", b"emdash": "—", b"endash": "–", b"lquote": "‘",
    b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003", b"enspace": "\u2002",
    b"qmspace": "\u2005",
}  # fmt: skip
_PLACES = {b"fonttbl": Where.FONTS, b"stylesheet": Where.STYLES, b"listtext": Where.LABEL, b"pntext": Where.LABEL}
_SWITCHES = {
    b"v": "hidden", b"deleted": "deleted", b"mvf": "deleted", b"revised": "inserted", b"mvt": "inserted",
    b"intbl": "in_table", b"pagebb": "new_page",
}  # fmt: skip
_NUMBERS = {b"s": "style", b"outlinelevel": "outline", b"itap": "nested", b"uc": "skips", b"f": "font"}


def read_rtf(data: bytes) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of an RTF document and what to tell the user.

    Raises DraftError, one Chinese sentence without the file's name, when it is cut off, nested without end or
    far too long.
    """
    reader = _Reader()
    page = _CODE_PAGE.search(data, 0, _HEAD)
    if page:
        reader.letters.use_page(int(page[1]))
    for kind, value, number in tokens(data, reader.letters.double_bytes):
        reader.take(kind, value, number)
        if reader.ended:
            return reader.flow.gatherer.finish(), tuple(sorted(reader.notices))
    raise DraftError(DAMAGED)


class _Reader:
    """Takes the tokens one by one; ``ended`` when the document's own group is closed."""

    def __init__(self) -> None:
        self.letters = Letters()
        self.notices: set[str] = set()
        self.flow = Flow()
        self.ended = False
        self._styles = RtfStyles()
        self._state = State()
        self._groups: list[State] = []
        self._flows: list[Flow] = []
        self._rows = {False: Row(), True: Row()}
        self._style = RtfStyle()
        self._label: list[str] = []
        self._bytes = bytearray()
        self._passing = 0
        self._starred = self._skip_next = False
        self._length = 0
        self._font_read = 0

    def take(self, kind: Kind, value: bytes, number: int | None) -> None:
        """Take one token."""
        if kind is Kind.TEXT or kind is Kind.BYTES:
            if self._state.where is not Where.NOTHING:
                self._take_bytes(value.translate(None, b"\r\n\0") if kind is Kind.TEXT else _unescaped(value))
            return
        if self._bytes:
            self._decode()
        if kind is Kind.WORD:
            self._take_word(value, number)
        elif kind is Kind.CODES:
            if self._state.where is not Where.NOTHING:
                self._take_codes(value)
        elif kind is Kind.SIGN:
            self._take_sign(value)
        elif kind is Kind.OPEN:
            self._open()
        else:
            self._close()

    def _take_bytes(self, data: bytes) -> None:
        if self._passing:
            passed = min(self._passing, len(data))
            self._passing -= passed
            data = data[passed:]
        if data:
            self._starred = False
            self._bytes += data

    def _decode(self) -> None:
        data = bytes(self._bytes)
        self._bytes.clear()
        self._put(_CONTROLS.sub("", self.letters.decode(data, self._state.font)))

    def _put(self, text: str) -> None:
        """Add characters to whatever the group is for."""
        state = self._state
        if state.where is Where.BODY:
            self._length += len(text)
            if self._length > _LONGEST:
                raise DraftError(_TOO_LONG)
            if state.deleted or state.inserted:
                self.notices.add(REVISED)
            if state.deleted:
                return
            if not state.hidden:
                self.flow.text.append(text)
            elif text.strip():
                self.notices.add(HIDDEN)
        elif state.where is Where.STYLE:
            self._style.name.append(text)
        elif state.where is Where.LABEL:
            known = self.letters.fonts.get(state.font)
            if known is None or not known.symbol:
                self._label.append(text)

    def _open(self) -> None:
        if len(self._groups) >= _DEEPEST:
            raise DraftError(DAMAGED)
        self._groups.append(self._state)
        self._state = self._state.copy()
        self._passing = 0
        self._starred = False
        if self._skip_next:
            self._state.where = Where.NOTHING
            self._skip_next = False
        elif self._state.where is Where.STYLES:
            self._state.where = Where.STYLE
            self._style = RtfStyle()

    def _close(self) -> None:
        self._passing = 0
        self._starred = self._skip_next = False
        if not self._groups:
            raise DraftError(DAMAGED)
        if self._flows and self.flow.group == len(self._groups):
            self._end_box()
        closed, self._state = self._state.where, self._groups.pop()
        if closed is not self._state.where:
            if closed is Where.LABEL:
                label = "".join(self._label).strip(BLANKS)
                # What is no number or letter is a bullet; the .docx reader leaves bullets out as well.
                self.flow.label = label if any(map(str.isalnum, label)) else ""
            elif closed is Where.STYLE and self._state.where is Where.STYLES:
                self._styles.add(self._style)
        if not self._groups:
            if self.flow.text:
                self._end_paragraph()
            self.ended = True

    def _take_sign(self, sign: bytes) -> None:
        if self._passing:
            self._passing -= 1
        elif sign == b"*":
            self._starred = True
        elif sign in (b"\r", b"\n"):
            self._take_word(b"par", None)
        elif sign in _SIGNS and self._state.where is not Where.NOTHING:
            self._put(_SIGNS[sign])

    def _take_word(self, word: bytes, number: int | None) -> None:
        starred, self._starred = self._starred, False
        state = self._state
        if state.where is Where.NOTHING:
            return
        if self._passing and word in _TEXTS:
            self._passing -= 1
            return
        self._passing = 0
        if word in _SKIPPED or (starred and word not in _ENTERED) or (word[:1] == b"m" and word[-2:] == b"Pr"):
            state.where = Where.NOTHING
        elif word in _PLACES:
            state.where = _PLACES[word]
            self._label.clear()
        elif word in _TEXTS:
            self._put(_TEXTS[word])
        elif state.where is Where.FONTS:
            self._define_font(word, number or 0)
        elif state.where is Where.STYLE:
            self._define_style(word, number)
        elif word in _SWITCHES:
            setattr(state, _SWITCHES[word], number != 0)
        elif word in _NUMBERS:
            setattr(state, _NUMBERS[word], number or 0)
        elif state.where is Where.BODY and word in _ACTIONS:
            _ACTIONS[word](self)
        elif word == b"deff":
            self.letters.default_font = state.font = number or 0

    def _define_font(self, word: bytes, number: int) -> None:
        if word == b"f":
            self._font_read = number
        elif word == b"fcharset":
            self.letters.font_with_charset(self._font_read, number)
        elif word == b"cpg":
            self.letters.font_with_page(self._font_read, number)

    def _define_style(self, word: bytes, number: int | None) -> None:
        if word == b"s":
            self._style.number = number or 0
        elif word == b"sbasedon":
            self._style.base = number
        elif word == b"outlinelevel":
            self._style.outline = number or 0

    def _take_codes(self, value: bytes) -> None:
        """Take characters by their numbers; what older programs show instead of each is passed over."""
        self._starred = False
        codes = _CODES.findall(value)
        skips = max(self._state.skips, 0)
        if all(len(instead) == (4 * skips if instead[:1] == b"\\" else skips) for _, instead in codes):
            self._put("".join(_character(int(code)) for code, _ in codes))
            return
        for code, instead in codes:
            self._put(_character(int(code)))
            self._passing = skips
            self._take_bytes(_unescaped(instead))
            if self._bytes:
                self._decode()

    def _end_paragraph(self, depth: int | None = None, joins_next: bool = False) -> None:
        """End a paragraph that stands in ``depth`` tables, as its properties say if None."""
        flow, state = self.flow, self._state
        text = "".join(flow.text)
        if _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if state.new_page:
            flow.gatherer.new_page()
        level = self._styles.level(state.style, state.outline)
        flow.gatherer.paragraph(
            labelled(flow.label, text), level, state.depth if depth is None else depth, joins_next
        )
        flow.text.clear()
        flow.label = ""
        boxes, flow.boxes = flow.boxes, []
        for box in boxes:
            flow.gatherer.adopt(box)

    def _begin_box(self) -> None:
        self._flows.append(self.flow)
        self.flow = Flow(len(self._groups))
        self._state.plain_paragraph()

    def _end_box(self) -> None:
        if self.flow.text:
            self._end_paragraph()
        ended, self.flow = self.flow, self._flows.pop()
        self.flow.boxes.append(ended.gatherer)

    def _par(self) -> None:
        if self._state.deleted:
            self.notices.add(REVISED)
        self._end_paragraph(joins_next=self._state.deleted)

    def _section(self) -> None:
        if self.flow.text:
            self._end_paragraph()

    def _cell(self) -> None:
        self._end_paragraph(1)
        self.flow.gatherer.end_cell(1)

    def _nested_cell(self) -> None:
        depth = max(self._state.nested, 2)
        self._end_paragraph(depth)
        self.flow.gatherer.end_cell(depth)

    def _end_row(self) -> None:
        self.flow.gatherer.end_row(1, self._rows[False].covered, self._rows[False].joined)

    def _end_nested_row(self) -> None:
        self.flow.gatherer.end_row(max(self._state.nested, 2), self._rows[True].covered, self._rows[True].joined)

    def _row_begins(self) -> None:
        self._rows[self._state.nested > 1] = Row()

    def _cell_listed(self) -> None:
        self._rows[self._state.nested > 1].cells += 1

    def _covered(self) -> None:
        row = self._rows[self._state.nested > 1]
        row.covered.add(row.cells)

    def _joined(self) -> None:
        row = self._rows[self._state.nested > 1]
        row.joined.add(row.cells)

    def _plain(self) -> None:
        self._state.plain_letters(self.letters.default_font)

    def _plain_paragraph(self) -> None:
        self._state.plain_paragraph()

    def _skip_next_group(self) -> None:
        self._skip_next = True  # the same words without Unicode


def _unescaped(value: bytes) -> bytes:
    return unhexlify(value.replace(b"\\'", b"")) if value[:1] == b"\\" else value


def _character(code: int) -> str:
    """The character with this number, which may be written as a negative one; "" for control characters."""
    code = code + 0x10000 if code < 0 else code
    return chr(code) if 32 <= code <= 0x10FFFF else ""


_ACTIONS: dict[bytes, Callable[[_Reader], None]] = {
    b"par": _Reader._par,
    b"sect": _Reader._section,
    b"cell": _Reader._cell,
    b"nestcell": _Reader._nested_cell,
    b"row": _Reader._end_row,
    b"nestrow": _Reader._end_nested_row,
    b"trowd": _Reader._row_begins,
    b"cellx": _Reader._cell_listed,
    b"clvmrg": _Reader._covered,
    b"clmrg": _Reader._joined,
    b"plain": _Reader._plain,
    b"pard": _Reader._plain_paragraph,
    b"shptxt": _Reader._begin_box,
    b"dptxbxtext": _Reader._begin_box,
    b"upr": _Reader._skip_next_group,
}
