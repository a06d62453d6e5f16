"""Text without white space and quotation marks, one width, and the way back to the draft's own offsets.

Extractors and writers differ in blanks ("25 号", "25号"), in widths ("１" and "1", "，" and ",") and in
quotation marks; matching must not. Every character kept stands for exactly one character of the draft.
"""

from bisect import bisect_right
from dataclasses import dataclass
from re import compile as pattern

_DROPPED = pattern("[ \t\r\x0b\x0c\x85\xa0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u3000\ufeff“”\"‘’'「」『』]+")


def _width_table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    table |= {code: chr(code - 0xFEE0 + 32) for code in range(ord("Ａ"), ord("Ｚ") + 1)}
    table |= {ord(dash): "-" for dash in "‐‑‒–—―－−"}
    table |= {ord("〇"): "零", ord("﹪"): "%", ord("％"): "%"}
    return table


_WIDTHS = _width_table()
_TO_REPLACE = frozenset(map(chr, _WIDTHS))


def _in_one_width(text: str) -> str:
    """``text`` with one width. Few of the characters that have two stand in any one text: a pass for each is quick."""
    for one in _TO_REPLACE.intersection(text):
        text = text.replace(one, _WIDTHS[ord(one)])
    return text


def squeeze_words(words: str) -> str:
    """``words`` as they appear in squeezed text; what is left after dropping blanks and quotation marks."""
    return _DROPPED.sub("", _in_one_width(words)).replace("\n", "")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """Squeezed text with its map: ``text[i]`` stands for ``original[original_offset(i)]``."""

    text: str
    original: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def original_offset(self, index: int) -> int:
        """The draft's offset of the squeezed character at ``index``."""
        piece = bisect_right(self.starts, index) - 1
        return index - self.starts[piece] + self.origins[piece]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The draft's span of squeezed ``[start, end)``, with the quotation marks that belong to it."""
        first, last = self.original_offset(start), self.original_offset(end - 1) + 1
        words = self.original
        while first > 0 and words[first - 1] in "“‘「『" and _unmatched(words, first, last, words[first - 1]):
            first -= 1
        while last < len(words) and words[last] in "”’」』" and _unmatched(words, first, last, words[last]):
            last += 1
        return first, last

    def index_of(self, offset: int) -> int:
        """The squeezed index of the first kept character at or after the draft's ``offset``."""
        piece = bisect_right(self.origins, offset) - 1
        if piece < 0:
            return 0
        index = offset - self.origins[piece] + self.starts[piece]
        following = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(index, following)


def _unmatched(words: str, first: int, last: int, mark: str) -> bool:
    inside = words[first:last]
    if mark in "“‘「『":
        partner = "”’」』"["“‘「『".index(mark)]
        return inside.count(partner) > inside.count(mark) or words[last : last + 1] == partner
    partner = "“‘「『"["”’」』".index(mark)]
    return inside.count(partner) > inside.count(mark)


def squeeze(original: str) -> Squeezed:
    """Squeeze a draft's text. Line feeds between blocks stay: no words run across them."""
    one_width = _in_one_width(original)
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    kept = position = 0
    for dropped in _DROPPED.finditer(one_width):
        start, end = dropped.span()
        if start > position:
            pieces.append(one_width[position:start])
            starts.append(kept)
            origins.append(position)
            kept += start - position
        position = end
    if position < len(one_width) or not starts:
        pieces.append(one_width[position:])
        starts.append(kept)
        origins.append(position)
    return Squeezed("".join(pieces), original, tuple(starts), tuple(origins))
