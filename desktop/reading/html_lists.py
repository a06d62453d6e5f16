"""The numbers a web page's lists show: 1. and a., and the Chinese ones a style asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.reading.docx_numbers import format_number

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-decimal": "ideographDigital",
    "cjk-ideographic": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([^;]{1,100})", re.IGNORECASE)
_SILENT = frozenset({"none", "disc", "circle", "square"})


@dataclass
class ListCount:
    """How one list numbers its points; ``kind`` is "" for lists without numbers."""

    kind: str
    next: int = 1

    def label(self, attributes: Mapping[str, str]) -> str:
        """Count one point and give its number as a reader sees it."""
        given = whole(attributes.get("value"))
        number = self.next if given is None else given
        self.next = number + 1
        kind = _kind(attributes, self.kind)
        if not kind:
            return ""
        return format_number(number, kind) + ("、" if kind.startswith(("chinese", "ideograph")) else ". ")


def list_count(tag: str, attributes: Mapping[str, str]) -> ListCount:
    """The counter of a list that begins here."""
    start = whole(attributes.get("start"))
    return ListCount(_kind(attributes, "decimal" if tag == "ol" else ""), 1 if start is None else start)


def _kind(attributes: Mapping[str, str], usual: str) -> str:
    style = _LIST_STYLE.search(attributes.get("style", ""))
    for word in style[1].lower().split() if style else ():
        if word in _SILENT:
            return ""
        if word in _STYLES:
            return _STYLES[word]
    return _TYPES.get(attributes.get("type", ""), usual)


def whole(text: str | None) -> int | None:
    """A whole number of at most nine digits, else None."""
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 10 else None
