"""What the styles of a Word document mean for its text: heading level, hidden text, automatic numbers.

A styles part holds hundreds of styles of which a report uses a handful, and unpacking and parsing it whole takes
longer than everything else; so it is unpacked as far as the styles asked for, and each is cut out of the bytes
and parsed when it is first asked for. Where the part is written in a way that does not allow this, it is parsed whole.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from desktop.reading.docx_names import NAMES, child, number, switched_on, value
from desktop.reading.package import parse_xml, refuse_doctype
from desktop.reading.style_names import contents_named, level_named

_ROOT = re.compile(rb"<((?:[A-Za-z0-9]{1,20}:)?)styles(?:\s[^<>]{0,20000})?>")
_PLAIN_ID = re.compile(r"[\w.\- ]{1,200}")
_RUN_STYLE = re.compile(rb'rStyle\s[^<>]{0,200}?val="([^"<>]{0,200})"')
_LONGEST_LINE = 50
_MOST_CUTS = 200
"""Styles looked for in the bytes one by one; a document that names more has its styles parsed whole."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a numPr element chooses: a list by its numId (0 for none) and a level, 0 the outermost."""

    list: int | None
    level: int | None

    def over(self, base: "Choice | None") -> "Choice":
        """This choice where it says something, else what ``base`` says; a list of its own has its own levels."""
        if self.list is not None or base is None:
            return self
        return Choice(base.list, self.level if self.level is not None else base.level)


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is 1–9 for headings, 0 for a title, None for text; ``contents`` marks lines of a contents page."""

    level: int | None = None
    hidden: bool = False
    numbering: Choice | None = None
    contents: bool = False


PLAIN = Style()


class Styles:
    """The styles of one document, each with what it inherits; ``pieces`` are those of the styles part."""

    def __init__(self, pieces: Iterable[bytes] = ()) -> None:
        self._pieces = iter(pieces)
        self._data = b""
        self._known: dict[str, Style] = {}
        self._whole: dict[str, etree._Element] | None = None
        self._root: re.Match[bytes] | None = None
        self._cuts = 0

    def hides_runs(self, document: bytes) -> bool:
        """True unless no character style that the XML ``document`` names hides its text."""
        if b"rStyle" not in document:
            return False
        named = _RUN_STYLE.findall(document)
        if len(named) != document.count(b"rStyle"):
            return True
        return any(b"&" in name or self.get(name.decode("utf-8", "replace")).hidden for name in set(named))

    def get(self, identifier: str | None) -> Style:
        """The style with this id; text without a style, or with an unknown one, is plain."""
        if identifier is None:
            return PLAIN
        if identifier not in self._known:
            self._resolve(identifier)
        return self._known[identifier]

    def _read_on(self) -> bool:
        """Unpack some more of the part; False if there is no more. Raises DraftError."""
        piece = next(self._pieces, b"")
        if piece and not self._data:
            refuse_doctype(piece)
            # The root tag holds the namespaces every style needs.
            self._root = _ROOT.search(piece, 0, 30000)
        self._data += piece
        return bool(piece)

    def _resolve(self, identifier: str) -> None:
        """Learn a style and its ancestors; a circle of ancestors ends where it closes."""
        line: dict[str, etree._Element | None] = {}
        current: str | None = identifier
        while current is not None and current not in self._known and current not in line and len(line) < _LONGEST_LINE:
            line[current] = self._element(current)
            current = value(child(line[current], "basedOn"))
        base = self._known.get(current, PLAIN) if current is not None else PLAIN
        for name, element in reversed(line.items()):
            base = self._known[name] = _own(element, base) if element is not None else PLAIN

    def _element(self, identifier: str) -> etree._Element | None:
        more = True
        while self._whole is None and more:
            if self._root is not None and self._cuts < _MOST_CUTS and _PLAIN_ID.fullmatch(identifier):
                found = self._cut_out(identifier, self._root)
                if found is not None:
                    self._cuts += 1
                    return found
            more = self._read_on()
        if self._whole is None:
            self._whole = {}
            for element in parse_xml(self._data) if self._data else ():
                name = value(element, "styleId")
                if NAMES[element.tag] == "style" and name is not None:
                    self._whole.setdefault(name, element)
        return self._whole.get(identifier)

    def _cut_out(self, identifier: str, root: re.Match[bytes]) -> etree._Element | None:
        """The style's own element, None if it cannot be told apart in the bytes."""
        data, prefix = self._data, root[1]
        at = data.find(prefix + b'styleId="' + identifier.encode() + b'"')
        start = data.rfind(b"<" + prefix + b"style ", 0, max(at, 0))
        closing = b"</" + prefix + b"style>"
        end = data.find(closing, at)
        if at < 0 or start < 0 or end < 0 or b">" in data[start:at]:
            return None
        around = parse_xml(root[0] + data[start : end + len(closing)] + b"</" + prefix + b"styles>")
        return around[0] if len(around) else None


def _own(element: etree._Element, base: Style) -> Style:
    properties = child(element, "pPr")
    name = value(child(element, "name")) or ""
    level = base.level
    named = level_named(name)
    outline = number(child(properties, "outlineLvl"))
    if outline is not None and named != 0:
        level = outline + 1 if 0 <= outline <= 8 else None
    elif named is not None:
        level = named
    hidden_switch = child(child(element, "rPr"), "vanish")
    hidden = switched_on(hidden_switch) if hidden_switch is not None else base.hidden
    chosen = read_numbering_choice(child(properties, "numPr"))
    numbering = base.numbering if chosen is None else chosen.over(base.numbering)
    return Style(level, hidden, numbering, base.contents or contents_named(name))


def read_numbering_choice(choice: etree._Element | None) -> Choice | None:
    """What a numPr element chooses, None if it says nothing."""
    found = Choice(number(child(choice, "numId")), number(child(choice, "ilvl")))
    return None if found.list is None and found.level is None else found
