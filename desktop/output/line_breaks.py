"""Where a line of Chinese may end: the rules of the office, free of any drawing."""

import unicodedata
from collections.abc import Sequence

NO_LINE_START = frozenset("。，、；：！？）》〉」』】〕〗］｝”’…—～·％%‰℃°,.;:!?)]}")
NO_LINE_END = frozenset("（《〈「『【〔〖［｛“‘￥¥＄$([{")
# The last points of a letter's width are rounding: a line may run over by this much.
_SLACK = 1e-6
_LONGEST_PLACE = 14


def may_break(text: str, at: int) -> bool:
    """Whether a line may end before ``text[at]`` (0 < at < len(text))."""
    before, after = text[at - 1], text[at]
    if after.isspace() or after in NO_LINE_START or unicodedata.category(after)[0] == "M":
        return False
    if before in NO_LINE_END or _inside_place(text, at):
        return False
    return not (_in_word(before) and _in_word(after))


def break_lines(text: str, widths: Sequence[float], first: float, rest: float) -> list[tuple[int, int]]:
    """The lines of ``text`` as (start, end), each as long as fits; white space between two lines is in neither.

    ``widths`` holds one width per character, ``first`` and ``rest`` are the widths of the first and of
    every later line, all in the same unit. Where no allowed place is left (a word wider than a line) the line is
    broken inside the word, at least one character a line. White space at the end of a line takes no room.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    room = first
    while start < len(text):
        end = _fitting(text, widths, start, room)
        if end < len(text):
            end = _best_end(text, start, end)
        shown = start + len(text[start:end].rstrip())
        lines.append((start, shown if shown > start else end))
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
        room = rest
    return lines


def _fitting(text: str, widths: Sequence[float], start: int, room: float) -> int:
    """How far a line from ``start`` reaches; white space may hang over its end."""
    used = 0.0
    for at in range(start, len(text)):
        used += widths[at]
        if used > room + _SLACK and not text[at].isspace():
            return max(at, start + 1)
    return len(text)


def _best_end(text: str, start: int, end: int) -> int:
    for at in range(end, start, -1):
        if may_break(text, at):
            return at
    # A word that fills the line: cut it, though still not before a full stop if that can be helped.
    for at in range(end, start, -1):
        if text[at] not in NO_LINE_START and text[at - 1] not in NO_LINE_END:
            return at
    return end


def _inside_place(text: str, at: int) -> bool:
    """Whether a number in the report or of a document would be parted: 四、（二）; 〔第十部分〕; 〔2021〕."""
    if text[at - 1] == "、" and text[at] == "（":
        return True
    opening = text.rfind("〔", max(at - _LONGEST_PLACE, 0), at)
    return opening >= 0 and 0 < text.find("〕", opening, opening + _LONGEST_PLACE) >= at


def _in_word(letter: str) -> bool:
    """Letters, digits and signs that make up a number or a Latin word, half or full width."""
    if letter.isascii():
        return not letter.isspace()
    return (letter < "\u2e80" and letter.isalpha()) or (letter.isalnum() and "\uff10" <= letter <= "\uff5a")
