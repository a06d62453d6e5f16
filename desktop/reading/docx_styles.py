"""What the styles of a Word document mean for its text: heading level, hidden text, automatic numbers."""

import re
from dataclasses import dataclass, field

from lxml import etree

from desktop.reading.docx_names import child, local, number, switched_on, value

_HEADING_NAME = re.compile(r"^(?:heading|标题)\s{0,3}([1-9])$")
_TITLE_NAMES = ("title", "标题")


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is 1–9 for headings, 0 for a title, None for text; ``numbering`` is (numId, level)."""

    level: int | None = None
    hidden: bool = False
    numbering: tuple[int, int | None] | None = None


PLAIN = Style()


@dataclass(frozen=True)
class Styles:
    """The styles of one document, each with what it inherits."""

    by_id: dict[str, Style] = field(default_factory=dict)

    def get(self, identifier: str | None) -> Style:
        """The style with this id; text without a style, or with an unknown one, is plain."""
        return self.by_id.get(identifier, PLAIN) if identifier is not None else PLAIN


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of a styles part; None gives none."""
    raw: dict[str, etree._Element] = {}
    for element in root if root is not None else ():
        identifier = value(element, "styleId")
        if local(element.tag) == "style" and identifier is not None:
            raw.setdefault(identifier, element)
    known: dict[str, Style] = {}
    for identifier in raw:
        _resolve(identifier, raw, known)
    return Styles(known)


def _resolve(identifier: str, raw: dict[str, etree._Element], known: dict[str, Style]) -> Style:
    """The style with everything its ancestors say; a circle of ancestors ends where it closes."""
    line: list[str] = []
    current: str | None = identifier
    while current is not None and current in raw and current not in known and current not in line:
        line.append(current)
        current = value(child(raw[current], "basedOn"))
    base = known.get(current, PLAIN) if current is not None else PLAIN
    for name in reversed(line):
        base = known[name] = _own(raw[name], base)
    return known.get(identifier, PLAIN)


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
    return Style(level, hidden, read_numbering_choice(properties) or base.numbering)


def read_numbering_choice(properties: etree._Element | None) -> tuple[int, int | None] | None:
    """The (numId, level) that paragraph properties choose, None if they say nothing."""
    choice = child(properties, "numPr")
    chosen = number(child(choice, "numId"))
    return None if chosen is None else (chosen, number(child(choice, "ilvl")))
