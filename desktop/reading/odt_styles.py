"""What the styles of an OpenDocument text mean for its words: heading level, hidden text, page breaks, list styles."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from desktop.reading.odt_names import attribute, child, name_of, whole_number

_LONGEST_LINE = 50
_TITLES = ("title", "标题")


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is 0 for a title, 1–9 for headings; ``list_style`` is the list style it chooses, "" for none."""

    level: int | None = None
    hidden: bool = False
    page_break: bool = False
    list_style: str | None = None


PLAIN = Style()


@dataclass
class Styles:
    """The paragraph and text styles of one document, each with what it inherits, and its list styles."""

    lists: dict[str, etree._Element] = field(default_factory=dict)
    outline: etree._Element | None = None
    _elements: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    _known: dict[tuple[str, str], Style] = field(default_factory=dict)

    def learn(self, roots: Iterable[etree._Element | None]) -> None:
        """Take in the styles below ``roots``, the document's parts; those of earlier roots come first."""
        for root in roots:
            for group in root if root is not None else ():
                if name_of(group) not in ("office:styles", "office:automatic-styles"):
                    continue
                for one in group:
                    self._learn(one)

    def _learn(self, one: etree._Element) -> None:
        kind, name = name_of(one), attribute(one, "style:name")
        if kind == "text:outline-style" and self.outline is None:
            self.outline = one
        elif kind == "text:list-style" and name:
            self.lists.setdefault(name, one)
        elif kind == "style:style" and name:
            self._elements.setdefault((attribute(one, "style:family") or "", name), one)

    def paragraph(self, name: str | None) -> Style:
        """The paragraph style of this name."""
        return self._get("paragraph", name)

    def words(self, name: str | None) -> Style:
        """The text style of this name."""
        return self._get("text", name)

    def _get(self, family: str, name: str | None) -> Style:
        if name is None:
            return PLAIN
        line: list[tuple[str, etree._Element]] = []
        current: str | None = name
        while current is not None and (family, current) not in self._known and len(line) < _LONGEST_LINE:
            element = self._elements.get((family, current))
            if element is None or any(current == one for one, _ in line):
                current = None
                break
            line.append((current, element))
            current = attribute(element, "style:parent-style-name")
        style = self._known.get((family, current), PLAIN) if current is not None else PLAIN
        for own, element in reversed(line):
            style = _own(own, element, style)
            self._known[family, own] = style
        return style


def _own(name: str, element: etree._Element, base: Style) -> Style:
    """What a style adds to the one it is based on."""
    shown = (attribute(element, "style:display-name") or name).strip().lower()
    level = whole_number(element, "style:default-outline-level")
    if shown in _TITLES:
        level = 0
    display = attribute(child(element, "style:text-properties"), "text:display")
    broken = attribute(child(element, "style:paragraph-properties"), "fo:break-before")
    listed = attribute(element, "style:list-style-name")
    return replace(
        base,
        level=base.level if level is None else level,
        hidden=base.hidden if display is None else display == "none",
        page_break=base.page_break if broken is None else broken == "page",
        list_style=base.list_style if listed is None else listed,
    )
