"""Paragraphs as they are judged: without blanks and with one width of signs, and the way back to the text.

Extractors and authors differ in blanks ("2018 年", "2018年") and in the width of signs ("（一）", "(一)"). Headings,
roles, title and year are found on words without blanks, in which Chinese punctuation is wide and digits
are narrow; every sign keeps its place, so only blanks have to be counted to find the way back.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.reading.lines import Line
from desktop.reading.numbering import Number, read_number

_OTHER_WIDTHS = tuple(zip(",;:!?()０１２３４５６７８９", "，；：！？（）0123456789", strict=True))
_CONTENTS_LINE = re.compile(r"(?:\.{3,}|…{2,}|·{3,}|\t)\s{0,4}[-—]?\s{0,2}\d{1,3}\s{0,2}[-—]?$")
_LONGEST_CONTENTS_LINE = 120
_BLANK = re.compile(r"\s")
_CONTENTS_ENDS = "0123456789-—"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph without blanks. ``number`` ends in these words; ``contents`` marks a line of a contents page.

    ``level`` and ``row`` are those of the line (see lines.py).
    """

    text: str
    number: Number | None
    level: int | None
    row: bool
    contents: bool


def words_of(lines: Sequence[Line]) -> list[Words]:
    """The words of whole paragraphs."""
    found = []
    for line, text in zip(lines, _one_width(lines), strict=True):
        pieces = text.split()
        plain = text if len(pieces) == 1 else "".join(pieces)
        number = None if line.row else _number(plain, text)
        maybe = text[-1] in _CONTENTS_ENDS and len(text) <= _LONGEST_CONTENTS_LINE
        contents = line.contents or (maybe and _CONTENTS_LINE.search(text) is not None)
        found.append(Words(plain, number, line.level, line.row, contents))
    return found


def _one_width(lines: Sequence[Line]) -> list[str]:
    """The texts of ``lines`` with wide Chinese punctuation and narrow digits, each sign in its place."""
    text = "\n".join(line.text for line in lines)
    for sign, other in _OTHER_WIDTHS:
        text = text.replace(sign, other)
    return text.split("\n")


def _number(plain: str, text: str) -> Number | None:
    """The number that opens a paragraph; only where blanks matter ("1.1 概况") it is read with them."""
    number = read_number(plain)
    if number is None and len(plain) != len(text):
        number = read_number(text)
        if number is not None:
            number = replace(number, end=len("".join(text[: number.end].split())))
    return number


class WayBack:
    """From places in the joined words to places in the draft's text; both are joined by line feeds."""

    def __init__(self, lines: Sequence[Line], words: Sequence[Words]) -> None:
        self._lines = lines
        self._words = words
        self._from: list[int] = []
        self._to: list[int] = []
        self._blanks: dict[int, list[int]] = {}
        # Most places asked for are where a paragraph begins, or were asked for before.
        self._known: dict[int, int] = {}
        plain = full = 0
        for line, one in zip(lines, words, strict=True):
            self._from.append(plain)
            self._to.append(full)
            if not line.text[0].isspace():
                self._known[plain] = full
            plain += len(one.text) + 1
            full += len(line.text) + 1
        self._plain_end, self._full_end = plain - 1, full - 1

    def start(self, offset: int) -> int:
        """Where the sign at ``offset`` stands in the text."""
        place = self._known.get(offset)
        if place is None:
            place = self._known[offset] = self._searched(offset)
        return place

    def _searched(self, offset: int) -> int:
        if self._plain_end == self._full_end or offset >= self._plain_end:
            return self._full_end if offset >= self._plain_end else offset
        index = bisect_right(self._from, offset) - 1
        inside = offset - self._from[index]
        if len(self._lines[index].text) == len(self._words[index].text):
            return self._to[index] + inside
        return self._to[index] + inside + bisect_right(self._blanks_before(index), inside)

    def end(self, offset: int) -> int:
        """Where in the text the sign before ``offset`` ends."""
        return self.start(offset - 1) + 1 if offset > 0 else 0

    def _blanks_before(self, index: int) -> list[int]:
        """For every blank of a paragraph, how many signs stand before it."""
        known = self._blanks.get(index)
        if known is None:
            blanks = _BLANK.finditer(self._lines[index].text)
            known = self._blanks[index] = [blank.start() - count for count, blank in enumerate(blanks)]
        return known
