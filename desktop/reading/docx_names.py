"""The names of WordprocessingML, in both namespaces it is written in, and how its switches are read."""

from lxml import etree

_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PREFIXES = dict.fromkeys(_SPACES, "") | dict.fromkeys(_MATH, "m:") | {_COMPATIBILITY: "mc:"}
_MOST_NAMES = 2000

PARAGRAPHS = tuple(f"{{{space}}}p" for space in _SPACES)
"""The full names of a paragraph."""


class _Names(dict[object, str]):
    """From full names to short ones, each worked out once; a plain look-up is what makes the walk fast."""

    def __missing__(self, tag: object) -> str:
        name = ""
        if isinstance(tag, str):
            space, _, word = tag[1:].partition("}")
            prefix = _PREFIXES.get(space)
            name = "" if prefix is None else prefix + word
            if len(self) < _MOST_NAMES:
                self[tag] = name
        return name


NAMES = _Names()
"""The short name of a full one: "p" for a Word element, "mc:Choice" for alternatives, "m:t" for formulas, else ""."""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of ``element`` with the short name ``name``."""
    if element is not None:
        for one in element:
            if NAMES[one.tag] == name:
                return one
    return None


_KEYS: dict[str, tuple[str, str]] = {}


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """The Word attribute ``name`` of ``element``."""
    if element is None:
        return None
    keys = _KEYS.get(name) or _KEYS.setdefault(name, (f"{{{_SPACES[0]}}}{name}", f"{{{_SPACES[1]}}}{name}"))
    found = element.get(keys[0])
    return found if found is not None else element.get(keys[1])


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """The Word attribute ``name`` of ``element`` as a whole number, None if it is none."""
    text = value(element, name)
    if text is None:
        return None
    text = text.strip()
    return int(text) if len(text) < 10 and text.isascii() and text.removeprefix("-").isdecimal() else None


def switched_on(element: etree._Element | None) -> bool:
    """True for a switch that is there and not set to false."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def paragraphs_in(element: etree._Element) -> list[etree._Element]:
    """Every paragraph of ``element`` in the order of the file, itself and those in text boxes among them."""
    return list(element.iter(*PARAGRAPHS))


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The one of several renderings to read: the first choice that holds something, else the fallback."""
    filled = [one for one in alternatives if len(one)]
    for name in ("mc:Choice", "mc:Fallback"):
        for one in filled:
            if NAMES[one.tag] == name:
                return one
    return filled[0] if filled else None
