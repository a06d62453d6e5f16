"""RTF documents: bytes → lines, in the order in which the words stand in the file.

In: inserted text, text boxes once (after the paragraph they hang on), tables and tables inside tables, the numbers
that Word writes before list paragraphs, the results of fields. Out: deleted and hidden text, field codes,
headers, footers, notes, comments, pictures. A paragraph whose end mark was deleted runs into the next one.
"""

import re
from binascii import unhexlify
from collections.abc import Callable

from desktop.errors import DraftError
from desktop.reading.docx_margins import holds_words
from desktop.reading.docx_seen import Seen
from desktop.reading.docx_symbols import symbol
from desktop.reading.lines import BLANKS, Line
from desktop.reading.ole_file import DAMAGED
from desktop.reading.rtf_letters import Letters
from desktop.reading.rtf_state import Flow, Row, State, Where
from desktop.reading.rtf_styles import RtfStyle, RtfStyles
from desktop.reading.rtf_tokens import Kind, tokens
from desktop.reading.rtf_words import (
    COUNTED,
    DEFINING,
    ENTERED,
    FONT_WORDS,
    NUMBERS,
    PLACES,
    RESTYLED,
    SIGNS,
    SKIPPED,
    SWITCHES,
    TEXTS,
    is_formula_property,
)

_DEEPEST = 1000
_LONGEST = 4_000_000
_TOO_LONG = "文字太长，不像一份报告；请把报告正文单独存成一个文件再试。"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_HALVES = re.compile("[\ud800-\udfff]")
_CODE_PAGE = re.compile(rb"\\ansicpg([0-9]{1,5})")
_CODES = re.compile(rb"\\u(-?[0-9]{1,10}) ?(\?|(?:\\'[0-9A-Fa-f]{2}){0,2})")
_SYMBOL = re.compile(r'\s{0,9}SYMBOL\s{1,9}(\d{1,5})\s[^"]{0,40}\\f\s{0,9}"([^"]{1,60})"')
_PRIVATE = range(0xF000, 0xF100)
_ASIDE = (Where.LABEL, Where.CODE, Where.MARGIN)
_HEAD = 1000


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
            return reader.flow.gatherer.finish(), reader.seen.notices()
    raise DraftError(DAMAGED)


class _Reader:
    """Takes the tokens one by one; ``ended`` when the document's own group is closed."""

    def __init__(self) -> None:
        self.letters = Letters()
        self.seen = Seen()
        self.flow = Flow()
        self.ended = False
        self._styles = RtfStyles()
        self._state = State()
        self._groups: list[State] = []
        self._flows: list[Flow] = []
        self._rows = {False: Row(), True: Row()}
        self._style = RtfStyle()
        self._aside: list[str] = []
        self._bytes = bytearray()
        self._passing = 0
        self._starred = self._skip_next = False
        self._length = 0
        self._font_read = 0
        self._revised = (False, False)

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
        self._put(_CONTROLS.sub("", self.letters.decode(data, self._state.letters_font)))

    def _put(self, text: str) -> None:
        """Add characters to whatever the group is for."""
        state = self._state
        if state.where is Where.BODY:
            self._put_in_body(text)
        elif state.where is Where.STYLE:
            self._style.add_to_name(text)
        elif state.where is Where.FONTS:
            self.letters.name_font(self._font_read, text)
        elif state.where in _ASIDE and not (state.where is Where.LABEL and self.letters.is_symbol(state.letters_font)):
            self._aside.append(text)

    def _put_in_body(self, text: str) -> None:
        state = self._state
        self._length += len(text)
        if self._length > _LONGEST:
            raise DraftError(_TOO_LONG)
        self._count_revision()
        if state.deleted:
            return
        if state.hidden:
            self.seen.add("hidden", len(text.strip()))
        else:
            self.flow.text.append(text)

    def _count_revision(self) -> None:
        """Count where a deletion or insertion begins."""
        revised = (self._state.deleted, self._state.inserted)
        if revised != self._revised:
            self._revised = revised
            self.seen.add("revision", int(any(revised)))

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
            self._end_place(closed)
        if not self._groups:
            if self.flow.text:
                self._end_paragraph()
            self.ended = True

    def _end_place(self, closed: Where) -> None:
        """Use what a group gathered that was for something else than the group around it."""
        gathered = "".join(self._aside)
        if closed is Where.LABEL:
            label = gathered.strip(BLANKS)
            # What is no number or letter is a bullet; the .docx reader leaves bullets out as well.
            self.flow.label = label if any(map(str.isalnum, label)) else ""
        elif closed is Where.CODE:
            shown = _SYMBOL.match(gathered)
            if shown:
                self._put(symbol(shown[2], f"{int(shown[1]):04x}"))
        elif closed is Where.MARGIN:
            self.seen.margins = self.seen.margins or holds_words(gathered)
        elif closed is Where.STYLE:
            self._styles.add(self._style)

    def _take_sign(self, sign: bytes) -> None:
        if self._passing:
            self._passing -= 1
        elif sign == b"*":
            self._starred = True
        elif sign in (b"\r", b"\n"):
            self._take_word(b"par", None)
        elif sign in SIGNS:
            self._put(SIGNS[sign])

    def _take_word(self, word: bytes, number: int | None) -> None:
        starred, self._starred = self._starred, False
        state = self._state
        if self._passing and word in TEXTS:
            self._passing -= 1
            return
        self._passing = 0
        if state.where is Where.NOTHING or (word not in _KNOWN and not starred and not is_formula_property(word)):
            return
        if word in COUNTED:
            self._count(word)
        elif word in SKIPPED or (starred and word not in ENTERED) or is_formula_property(word):
            state.where = Where.NOTHING
        elif word in PLACES:
            self._go(PLACES[word] if state.where is Where.BODY else Where.NOTHING)
        elif word in TEXTS:
            self._put(TEXTS[word])
        elif state.where is Where.FONTS:
            self._define_font(word, number or 0)
        elif state.where is Where.STYLE:
            self._define_style(word, number)
        elif word in SWITCHES:
            setattr(state, SWITCHES[word], number != 0)
        elif word in FONT_WORDS:
            state.take_font(word, number or 0)
        elif word in NUMBERS:
            setattr(state, NUMBERS[word], number or 0)
        elif state.where is Where.BODY:
            self._act(word, number)
        elif state.where is Where.NOTE and word == b"ftnalt":
            self.seen.add("footnote", -1)
            self.seen.add("endnote")

    def _go(self, place: Where) -> None:
        self._state.where = place
        if place in _ASIDE:
            self._aside.clear()

    def _act(self, word: bytes, number: int | None) -> None:
        if word in _ACTIONS:
            _ACTIONS[word](self)
        elif word == b"deff":
            self.letters.default_font = self._state.font = number or 0
        elif word in RESTYLED:
            self.seen.restyled = True
        else:
            self._rows[self._state.nested > 1].define(word)

    def _count(self, word: bytes) -> None:
        """Leave a group out and count it, unless it is part of something that is left out itself."""
        state = self._state
        if state.where in (Where.BODY, Where.SHAPE) and not state.deleted and not state.hidden:
            self.seen.add(COUNTED[word])
            state.where = Where.NOTE if word == b"footnote" else Where.NOTHING
        else:
            state.where = Where.NOTHING

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
            self._put("".join(self._character(int(code)) for code, _ in codes))
            return
        for code, instead in codes:
            self._put(self._character(int(code)))
            self._passing = skips
            self._take_bytes(_unescaped(instead))
            if self._bytes:
                self._decode()

    def _character(self, code: int) -> str:
        """The character with this number, which may be written as a negative one; "" for control characters."""
        code = code + 0x10000 if code < 0 else code
        if code in _PRIVATE and self.letters.is_symbol(self._state.letters_font):
            return self.letters.symbol(code, self._state.letters_font)
        return chr(code) if 32 <= code <= 0x10FFFF else ""

    def _end_paragraph(self, depth: int | None = None, runs_on: bool = False) -> None:
        """End a paragraph that stands in ``depth`` tables, as its properties say if None."""
        flow, state = self.flow, self._state
        text, label, flow.label = "".join(flow.text), flow.label, ""
        flow.text.clear()
        if _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if state.new_page:
            flow.gatherer.new_page()
        depth = state.depth if depth is None else depth
        if runs_on:
            flow.gatherer.run_on(text, depth)
        else:
            level, contents = self._styles.level(state.style, state.outline), self._styles.contents(state.style)
            flow.gatherer.paragraph(text, label, level, contents, depth)
        boxes, flow.boxes = flow.boxes, []
        for box in boxes:
            flow.gatherer.adopt(box)

    def _begin_box(self) -> None:
        if self._state.hidden or self._state.deleted:
            self._state.where = Where.NOTHING
            return
        self._flows.append(self.flow)
        self.flow = Flow(len(self._groups))
        self._state.plain_paragraph()

    def _end_box(self) -> None:
        if self.flow.text:
            self._end_paragraph()
        ended, self.flow = self.flow, self._flows.pop()
        self.flow.boxes.append(ended.gatherer)

    def _par(self) -> None:
        state = self._state
        if state.deleted:
            self._count_revision()
        self._end_paragraph(runs_on=state.deleted or state.hidden or state.drop_cap)

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

    def _plain(self) -> None:
        self._state.plain_letters(self.letters.default_font)

    def _plain_paragraph(self) -> None:
        self._state.plain_paragraph()

    def _skip_next_group(self) -> None:
        self._skip_next = True  # the same words without Unicode


def _unescaped(value: bytes) -> bytes:
    return unhexlify(value.replace(b"\\'", b"")) if value[:1] == b"\\" else value


_ACTIONS: dict[bytes, Callable[[_Reader], None]] = {
    b"par": _Reader._par,
    b"sect": _Reader._section,
    b"cell": _Reader._cell,
    b"nestcell": _Reader._nested_cell,
    b"row": _Reader._end_row,
    b"nestrow": _Reader._end_nested_row,
    b"plain": _Reader._plain,
    b"pard": _Reader._plain_paragraph,
    b"shptxt": _Reader._begin_box,
    b"dptxbxtext": _Reader._begin_box,
    b"upr": _Reader._skip_next_group,
}
_KNOWN = frozenset(
    {*COUNTED, *SKIPPED, *ENTERED, *PLACES, *TEXTS, *SWITCHES, *FONT_WORDS, *NUMBERS, *RESTYLED, *DEFINING, *_ACTIONS}
)
"""Most words of most documents are none of these, and are passed over at once."""
