"""What is stored about the characters and paragraphs of a Word 97–2003 document.

Properties are lists of changes ([MS-DOC] Prl): a code that says what is changed, and the new value. Only what
bears on the words is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.errors import DraftError
from desktop.reading.doc_header import Header
from desktop.reading.doc_styles import DocStyle, DocStyles, switched
from desktop.reading.ole_file import DAMAGED
from desktop.reading.prl import changes_of

_NO_HEADING = 9
_MOST_CHANGES = 800_000
_VERTICAL, _CONTINUES = 5, 1
_VANISH, _LETTER_STYLE, _PLAIN_LETTERS = 0x083C, 0x4A30, 0x2A33
_OF_LETTERS = frozenset({0x0800, 0x0801, 0x0806, 0x080A, 0x083C, 0x0855, 0x0856, 0x4A30, 0x6A03, 0x6A09, 0xCA57})


@dataclass(frozen=True, slots=True)
class Letters:
    """Properties of characters; ``vanish`` as stored: None where nothing is said.

    ``symbol`` is the number of a font and of the character in it that stands for a special character;
    ``picture`` is true where a special character stands for a picture, ``embedded`` where an object begins.
    """

    deleted: bool = False
    inserted: bool = False
    restyled: bool = False
    special: bool = False
    picture: bool = False
    embedded: bool = False
    symbol: tuple[int, int] | None = None
    vanish: int | None = None
    style: int | None = None

    def mark_hidden(self, paragraph: DocStyle) -> bool:
        """True for the end mark of a paragraph that is itself set hidden, so that the next one goes on."""
        return self.vanish is not None and switched(self.vanish, paragraph.hidden)

    def hidden(self, paragraph: DocStyle, styles: DocStyles) -> bool:
        """True if the characters are not shown in a paragraph of the style ``paragraph``."""
        base = paragraph.hidden or (self.style is not None and styles.get(self.style).hidden)
        return base if self.vanish is None else switched(self.vanish, base)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Properties of a paragraph.

    ``level`` is 0 for a title, 1–9 for headings, ``list_use`` and ``list_level`` choose the automatic number.
    ``depth`` counts the tables around it; ``ends_cell`` and ``ends_row`` are true in tables inside a cell,
    ``row`` for the mark that ends an outer row. ``covered`` and ``joined`` number the cells of the row that
    are merged with the one above and the one before.
    """

    style: DocStyle
    level: int | None
    list_use: int
    list_level: int | None
    depth: int = 0
    row: bool = False
    ends_cell: bool = False
    ends_row: bool = False
    new_page: bool = False
    drop_cap: bool = False
    covered: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()


@dataclass
class Properties:
    """Looks up properties and remembers them, because most stretches share a few."""

    header: Header
    styles: DocStyles
    _letters: dict[tuple[bytes, bytes], Letters] = field(default_factory=dict)
    _known: dict[tuple[bytes, bytes], Paragraph] = field(default_factory=dict)
    _left: int = _MOST_CHANGES

    def letters(self, stored: bytes, changes: bytes) -> Letters:
        """The properties of characters with ``stored`` in their run and ``changes`` over it."""
        key = (stored, changes)
        found = self._letters.get(key)
        if found is None:
            found = self._letters[key] = self._read_letters(key)
        return found

    def paragraph(self, stored: bytes, changes: bytes) -> Paragraph:
        """The properties of a paragraph with ``stored`` (its style's number first) and ``changes`` over it."""
        key = (stored, changes)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._read_paragraph(key)
        return found

    def _read_letters(self, lists: tuple[bytes, bytes]) -> Letters:
        found: dict[int, bytes] = {}
        for code, value in self._changes(lists):
            if code == _PLAIN_LETTERS:
                found.pop(_VANISH, None)
                found.pop(_LETTER_STYLE, None)
            elif code in _OF_LETTERS:
                found[code] = value
        style, symbol, vanish = found.get(_LETTER_STYLE), found.get(0x6A09), found.get(_VANISH)
        return Letters(
            deleted=_on(found, 0x0800),
            inserted=_on(found, 0x0801),
            restyled=_on(found, 0xCA57),
            special=_on(found, 0x0855),
            picture=0x6A03 in found and not _on(found, 0x0806),
            embedded=_on(found, 0x080A) or _on(found, 0x0856),
            symbol=None if symbol is None else (_number(symbol[:2]), _number(symbol[2:])),
            vanish=None if vanish is None else vanish[0],
            style=None if style is None else _number(style),
        )

    def _read_paragraph(self, lists: tuple[bytes, bytes]) -> Paragraph:
        stored, changes = lists
        number = _number(stored[:2])
        found: dict[int, bytes] = {}
        merged: dict[int, int] = {}
        for code, value in self._changes((stored[2:], changes)):
            if code in (0x4600, 0xD608, 0xD62B):
                number = _number(value[:2]) if code == 0x4600 else number
                merged.update(_merges(code, value))
            else:
                found[code] = value
        style = self.styles.get(number)
        outline = found.get(0x2640)
        level = style.level
        if outline is not None:
            level = outline[0] + 1 if outline[0] < _NO_HEADING else None
        list_use, list_level = found.get(0x460B), found.get(0x260A)
        inside = _on(found, 0x2416)
        depth = _number(found.get(0x6649, b""))
        return Paragraph(
            style=style,
            level=level,
            list_use=style.list_use if list_use is None else _number(list_use),
            list_level=style.list_level if list_level is None else list_level[0],
            depth=depth or int(inside),
            row=_on(found, 0x2417),
            ends_cell=_on(found, 0x244B),
            ends_row=_on(found, 0x244C),
            new_page=_on(found, 0x2407),
            drop_cap=found.get(0x442C, b"\0")[0] & 7 != 0,
            covered=frozenset(cell for cell, how in merged.items() if how >> _VERTICAL & 3 == _CONTINUES),
            joined=frozenset(cell for cell, how in merged.items() if how & 3 == _CONTINUES),
        )

    def _changes(self, lists: tuple[bytes, bytes]) -> Iterator[tuple[int, bytes]]:
        """The changes of both lists; those kept in the data stream are fetched from there, one level deep."""
        for one in lists:
            for code, value in changes_of(one):
                self._spend(1)
                if code in (0x6645, 0x6646, 0x646B):
                    yield from self._far_changes(_number(value))
                else:
                    yield code, value

    def _far_changes(self, at: int) -> Iterator[tuple[int, bytes]]:
        size = _number(self.header.data[at : at + 2])
        for change in changes_of(self.header.data[at + 2 : at + 2 + size]):
            self._spend(1)
            yield change

    def _spend(self, cost: int) -> None:
        """Count the work: a file whose stretches all point at long lists must not keep the reader busy."""
        self._left -= cost
        if self._left < 0:
            raise DraftError(DAMAGED)


def _number(value: bytes) -> int:
    return int.from_bytes(value, "little")


def _on(found: dict[int, bytes], code: int) -> bool:
    return found.get(code, b"\0")[0] != 0


def _merges(code: int, value: bytes) -> dict[int, int]:
    """The cells of a row and how each is merged, as the lowest bits of its description say."""
    if code == 0xD62B:
        return {value[0]: (value[1] & 3) << _VERTICAL} if len(value) >= 2 else {}
    if code != 0xD608 or not value:
        return {}
    first = 1 + 2 * (value[0] + 1)
    places = range(first, min(first + 20 * value[0], len(value) - 1), 20)
    return {cell: _number(value[at : at + 2]) for cell, at in enumerate(places)}
