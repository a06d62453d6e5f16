"""What the styles of a web page hide, and in which encoding its words are written."""

import re
from collections.abc import Iterator, Mapping

from desktop.errors import DraftError
from desktop.reading.text_file import decode

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE)
_LOOKED_AT = 8192
_ENCODINGS = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936", "ms936", "csgb2312"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
}
_MOST_LOST = 0.01
_HIDING = re.compile(
    r"display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE
)
_SELECTOR = re.compile(r"([A-Za-z][A-Za-z0-9]{0,20})?([.#])([\w\-]{1,100})")
_LARGEST_SHEET = 1_000_000


def decoded(data: bytes, charset: str | None = None) -> str:
    """The text of a web page: by its byte order mark, the ``charset`` it was sent with, its own word, or by trial.

    Raises DraftError when the bytes are no text.
    """
    if data.startswith(_BOMS):
        return decode(data)
    encoding = _ENCODINGS.get((charset or "").strip("\"' ").lower()) or _declared(data)
    if encoding is None:
        return decode(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        pass
    try:
        return decode(data)
    except DraftError:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") > _MOST_LOST * len(text):
            raise
        return text


def _declared(data: bytes) -> str | None:
    head = data[:_LOOKED_AT]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    return _ENCODINGS.get(found[1].decode("ascii").lower()) if found else None


def hidden_by(sheet: str) -> frozenset[tuple[str, str]]:
    """The classes (".x") and ids ("#x") that a style sheet hides, each with the tag it speaks of or ""."""
    found = set()
    for selectors, body in _rules(_without_notes(sheet[:_LARGEST_SHEET])):
        if _HIDING.search(body):
            for selector in selectors.split(","):
                match = _SELECTOR.fullmatch(selector.strip())
                if match:
                    found.add(((match[1] or "").lower(), match[2] + match[3]))
    return frozenset(found)


def _without_notes(sheet: str) -> str:
    first, *noted = sheet.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(piece.partition("*/")[2] for piece in noted)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The outer rules; those inside @media and the like are for paper or other screens."""
    depth = 0
    for piece in sheet.split("}"):
        opened = piece.count("{")
        if depth == 0 and opened == 1:
            selectors, _, body = piece.partition("{")
            yield selectors, body
        depth = max(depth + opened - 1, 0)


def is_hidden(tag: str, attributes: Mapping[str, str], hidden: frozenset[tuple[str, str]]) -> bool:
    """True if the element is not shown."""
    if "hidden" in attributes or _HIDING.search(attributes.get("style", "")):
        return True
    if not hidden:
        return False
    names = ["." + one for one in attributes.get("class", "").split()]
    names += ["#" + attributes["id"]] if "id" in attributes else []
    return any((tag, name) in hidden or ("", name) in hidden for name in names)
