"""Short names for what an OpenDocument file is made of: "text:p", "table:table-cell"."""

from lxml import etree

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    f"{_OASIS}office:1.0": "office:",
    f"{_OASIS}text:1.0": "text:",
    f"{_OASIS}table:1.0": "table:",
    f"{_OASIS}drawing:1.0": "draw:",
    f"{_OASIS}style:1.0": "style:",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo:",
    f"{_OASIS}svg-compatible:1.0": "svg:",
    f"{_OASIS}form:1.0": "form:",
    f"{_OASIS}manifest:1.0": "manifest:",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext:",
}
_ADDRESSES = {prefix: address for address, prefix in _SPACES.items()}


def name_of(element: etree._Element) -> str:
    """The short name of ``element``; elements of other namespaces keep their local name."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    address, _, local = tag.rpartition("}")
    return _SPACES.get(address[1:], "") + local


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The attribute ``name`` ("text:style-name") of ``element``."""
    if element is None:
        return None
    prefix, _, local = name.partition(":")
    found = element.get(f"{{{_ADDRESSES[prefix + ':']}}}{local}")
    return None if found is None else str(found)


def whole_number(element: etree._Element | None, name: str) -> int | None:
    """The attribute ``name`` as a whole number, None if it is none."""
    text = (attribute(element, name) or "").strip()
    return int(text) if len(text) < 10 and text.isdecimal() else None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of ``element`` with this short name."""
    return next((one for one in element if name_of(one) == name), None) if element is not None else None
