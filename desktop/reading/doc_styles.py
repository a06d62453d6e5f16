"""The styles of a Word 97–2003 document ([MS-DOC] STSH): heading level, hidden text, automatic number."""

import struct
from dataclasses import dataclass, field, replace

from desktop.errors import DraftError
from desktop.reading.doc_header import STYLES, Header
from desktop.reading.ole_file import DAMAGED
from desktop.reading.prl import changes_of
from desktop.reading.style_names import contents_named, level_named

_PARAGRAPH, _CHARACTER = 1, 2
_TITLE = 62
_CONTENTS = range(19, 28)
_NO_HEADING = 9
_LONGEST_LINE = 50
_LEAST_BASE = 10


@dataclass(frozen=True, slots=True)
class DocStyle:
    """``level`` is 1–9 for headings, 0 for a title, None for text; ``list_use`` is 0 without a list.

    ``contents`` marks lines of a table of contents.
    """

    level: int | None = None
    hidden: bool = False
    list_use: int = 0
    list_level: int | None = None
    number: int | None = None
    contents: bool = False


PLAIN = DocStyle()


@dataclass(frozen=True, slots=True)
class _Stored:
    """A style as the file has it: what it is based on, and what it changes."""

    base: int
    level: int | None
    contents: bool
    changes: tuple[tuple[int, bytes], ...]


@dataclass
class DocStyles:
    """The styles by number, each with what it inherits."""

    _stored: dict[int, _Stored] = field(default_factory=dict)
    _known: dict[int, DocStyle] = field(default_factory=dict)

    def get(self, number: int) -> DocStyle:
        """The style with this number; an unknown one is plain."""
        if number not in self._known:
            self._resolve(number)
        return self._known[number]

    def _resolve(self, number: int) -> None:
        """Learn a style and its ancestors; a circle of ancestors ends where it closes."""
        line: list[int] = []
        while number in self._stored and number not in self._known and number not in line:
            if len(line) == _LONGEST_LINE:
                break
            line.append(number)
            number = self._stored[number].base
        base = self._known.get(number, PLAIN)
        if not line:
            self._known[number] = base
        for one in reversed(line):
            base = self._known[one] = _own(one, self._stored[one], base)


def read_styles(header: Header) -> DocStyles:
    """The styles of the document; none if it has no style sheet. Raises DraftError where it is cut off."""
    sheet = header.part(STYLES)
    styles = DocStyles()
    if len(sheet) < 6:
        return styles
    head = struct.unpack_from("<H", sheet)[0]
    count, base_size = struct.unpack_from("<HH", sheet, 2)
    at = 2 + head
    for number in range(count):
        if at + 2 > len(sheet):
            raise DraftError(DAMAGED)
        size = struct.unpack_from("<H", sheet, at)[0]
        if size >= max(base_size, _LEAST_BASE):
            stored = _read_style(sheet[at + 2 : at + 2 + size], max(base_size, _LEAST_BASE))
            if stored is not None:
                styles._stored[number] = stored
        at += 2 + size
    return styles


def _read_style(style: bytes, base_size: int) -> _Stored | None:
    """One style; None for what is no style of paragraphs or characters."""
    if len(style) < base_size + 2:
        return None
    first, second, third = struct.unpack_from("<HHH", style)
    kind, parts = second & 15, third & 15
    if kind not in (_PARAGRAPH, _CHARACTER):
        return None
    length = struct.unpack_from("<H", style, base_size)[0]
    at = base_size + 2 + 2 * length + 2
    name = style[base_size + 2 : at - 2].decode("utf-16-le", "replace")
    changes: list[tuple[int, bytes]] = []
    for part in range(min(parts, kind % 2 + 1)):
        at += at % 2
        if at + 2 > len(style):
            break
        size = struct.unpack_from("<H", style, at)[0]
        skipped = 2 if kind == _PARAGRAPH and part == 0 else 0
        changes += changes_of(style[at + 2 + skipped : at + 2 + size])
        at += 2 + size
    built_in = first & 0xFFF
    if kind == _CHARACTER:
        return _Stored(second >> 4, None, False, tuple(changes))
    contents = built_in in _CONTENTS or contents_named(name)
    return _Stored(second >> 4, _level(built_in, name), contents, tuple(changes))


def _level(built_in: int, name: str) -> int | None:
    """The level of a style by its number among Word's own styles, else by its name."""
    if 1 <= built_in <= 9:
        return built_in
    return 0 if built_in == _TITLE else level_named(name)


def switched(value: int, base: bool) -> bool:
    """What a switch says that can be off (0), on (1), as the style has it (0x80) or the other way (0x81)."""
    return base if value == 0x80 else not base if value == 0x81 else value != 0


def _own(number: int, stored: _Stored, base: DocStyle) -> DocStyle:
    style = replace(base, number=number, contents=base.contents or stored.contents)
    if stored.level is not None:
        style = replace(style, level=stored.level)
    for code, value in stored.changes:
        if code == 0x2640 and stored.level != 0:
            style = replace(style, level=value[0] + 1 if value[0] < _NO_HEADING else None)
        elif code == 0x460B:
            style = replace(style, list_use=int.from_bytes(value, "little"))
        elif code == 0x260A:
            style = replace(style, list_level=value[0])
        elif code == 0x083C:
            style = replace(style, hidden=switched(value[0], base.hidden))
    return style
