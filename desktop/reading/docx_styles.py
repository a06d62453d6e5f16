"""What the styles of a Word document mean for its text: heading level, hidden text, automatic numbers.

A styles part holds hundreds of styles of which a report uses a handful, and parsing it whole takes longer
than everything else; so each style is cut out of the bytes and parsed when it is first asked for. Where
the part is written in a way that does not allow this, it is parsed whole.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from desktop.reading.docx_names import child, local, number, switched_on, value
from desktop.reading.package import parse_xml, refuse_doctype

_HEADING_NAME = re.compile(r"^(?:heading|标题)\s{0,3}([1-9])$")
_TITLE_NAMES = ("title", "标题")
_ROOT = re.compile(rb"<((?:[A-Za-z0-9]{1,20}:)?)styles(?:\s[^<>]{0,20000})?>")
_PLAIN_ID = re.compile(r"[\w.\- ]{1,200}")
_LONGEST_LINE = 50


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is 1–9 for headings, 0 for a title, None for text; ``numbering`` is (numId, level)."""

    level: int | None = None
    hidden: bool = False
    numbering: tuple[int, int | None] | None = None


PLAIN = Style()


@dataclass
class Styles:
    """The styles of one document, each with what it inherits; ``data`` is the styles part."""

    data: bytes = b""
    _known: dict[str, Style] = field(default_factory=dict)
    _whole: dict[str, etree._Element] | None = None
    _root: re.Match[bytes] | None = None

    def __post_init__(self) -> None:
        """Find the part's root tag, whose namespaces every style needs."""
        refuse_doctype(self.data)
        self._root = _ROOT.search(self.data, 0, 30000)

    def get(self, identifier: str | None) -> Style:
        """The style with this id; text without a style, or with an unknown one, is plain."""
        if identifier is None or not self.data:
            return PLAIN
        if identifier not in self._known:
            self._resolve(identifier)
        return self._known[identifier]

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
        if self._whole is None and self._root is not None and _PLAIN_ID.fullmatch(identifier):
            found = self._cut_out(identifier, self._root)
            if found is not None:
                return found
        if self._whole is None:
            self._whole = {}
            for element in parse_xml(self.data):
                name = value(element, "styleId")
                if local(element.tag) == "style" and name is not None:
                    self._whole.setdefault(name, element)
        return self._whole.get(identifier)

    def _cut_out(self, identifier: str, root: re.Match[bytes]) -> etree._Element | None:
        """The style's own element, None if it cannot be told apart in the bytes."""
        prefix = root[1]
        at = self.data.find(prefix + b'styleId="' + identifier.encode() + b'"')
        start = self.data.rfind(b"<" + prefix + b"style ", 0, max(at, 0))
        closing = b"</" + prefix + b"style>"
        end = self.data.find(closing, at)
        if at < 0 or start < 0 or end < 0 or b">" in self.data[start:at]:
            return None
        around = parse_xml(root[0] + self.data[start : end + len(closing)] + b"</" + prefix + b"styles>")
        return around[0] if len(around) else None


def _own(element: etree._Element, base: Style) -> Style:
    properties = child(element, "pPr")
    name = (value(child(element, "name")) or "").strip().lower()
    level = base.level
    named = _HEADING_NAME.match(name)
    outline = number(child(properties, "outlineLvl"))
    if name in _TITLE_NAMES:
        level = 0
    elif outline is not None:
        level = outline + 1 if 0 <= outline <= 8 else None
    elif named:
        level = int(named[1])
    hidden_switch = child(child(element, "rPr"), "vanish")
    hidden = switched_on(hidden_switch) if hidden_switch is not None else base.hidden
    return Style(
        level,
        hidden,
        read_numbering_choice(child(properties, "numPr")) or base.numbering,
    )


def read_numbering_choice(
    choice: etree._Element | None,
) -> tuple[int, int | None] | None:
    """The (numId, level) that a numPr element chooses, None if it says nothing."""
    chosen = number(child(choice, "numId"))
    return None if chosen is None else (chosen, number(child(choice, "ilvl")))
