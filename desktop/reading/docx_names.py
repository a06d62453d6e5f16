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

_LOCAL: dict[str, str] = {}


def local(tag: object) -> str:
    """The short name of a Word element ("p"), "mc:Choice" for alternatives, "m:t" for formulas, else ""."""
    if not isinstance(tag, str):
        return ""
    known = _LOCAL.get(tag)
    if known is None:
        space, _, name = tag[1:].partition("}")
        prefix = "" if space in _SPACES else "m:" if space in _MATH else "mc:" if space == _COMPATIBILITY else None
        known = "" if prefix is None else prefix + name
        if len(_LOCAL) < 2000:
            _LOCAL[tag] = known
    return known


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of ``element`` with the short name ``name``."""
    if element is not None:
        for one in element:
            if local(one.tag) == name:
                return one
    return None


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """The Word attribute ``name`` of ``element``."""
    if element is None:
        return None
    for space in _SPACES:
        found = element.get(f"{{{space}}}{name}")
        if found is not None:
            return str(found)
    return None


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """The Word attribute ``name`` of ``element`` as a whole number, None if it is none."""
    text = value(element, name)
    if text is None:
        return None
    text = text.strip()
    return int(text) if len(text) < 10 and text.removeprefix("-").isdecimal() else None


def switched_on(element: etree._Element | None) -> bool:
    """True for a switch that is there and not set to false."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
