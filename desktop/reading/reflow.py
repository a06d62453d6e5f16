"""Lines become paragraphs: text that was broken at a fixed width, as PDF extractions are, is joined again.

Whether a file is wrapped is measured (wrapping.py). In a wrapped file two neighbouring lines belong together

- always, when the first ends in a comma or an opening bracket and is no salutation;
- never, when the second opens with a heading number and the first is complete;
- otherwise when the first is full: the first word of the second would not have fitted any more. The first
  line of a paragraph may be shorter by the file's own indent, and a full line that ends a sentence is
  the end of its paragraph if the next line has exactly that shorter width. Where first lines still
  begin with blanks, those decide.
- Blank lines end a paragraph only if the file does not put them inside paragraphs too; after a full,
  unfinished line at a page's end they do not count. Where every paragraph is followed by one, a line
  without one before it goes on.
- A numbered heading without sentence punctuation that fills its line goes on in the next one only if the
  heading ends there, or headings of its kind usually run into their text; otherwise text follows it.
- A salutation, a closing line, a signature above a date, a date and what follows a title stand alone.

In a file that is not wrapped, a paragraph cut at a page's end is joined again when it stops in the middle
of a sentence: it ends in a comma, or holds whole sentences but does not end one. Whatever cannot be
decided stays apart, so that headings are not glued to their neighbours.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.reading.lines import (
    CLOSERS,
    Line,
    ends_sentence,
    is_salutation,
    last_sign,
)
from desktop.reading.numbering import Rank, read_number
from desktop.reading.wrapping import Measure, measure_wrapping

_COMMAS = "，、,"
_OPENERS = "（(《〈“‘【〔「『"
_NO_LINE_START = "，。、；：！？）》〉”’】〕」』,.;:!?)%"
_HEADING_LIMIT = 60
_FRAGMENT_LEAST = 20
_HEADING_LINES = 3
_STOP = re.compile("[。；：！？;:!?]")
_CLAUSE_END = re.compile("[，。；：、,;:]")
_TITLE_END = re.compile("报告(?:[（(][^（）()]{1,10}[）)])?$")
DATE = re.compile(
    r"(?:(?:19|20)\d\d|[一二〇○零三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月(?:\s?[\d一二三四五六七八九十]{1,3}\s?日)?"
)
CLOSING = re.compile("[特专]此报告")
_SIGNATURE = re.compile("[^，。；：！？、]{2,30}(?:政府|办事处|委员会|管委会|委|局|厅|办公室|中心|院|队|镇|乡|街道)")
_TITLE_LINES = 6
_SHORTEST_CLAUSE = 4
_WORD = re.compile(r"[0-9A-Za-z.%+\-]{1,40}")


def rejoin(lines: Sequence[Line]) -> list[Line]:
    """The paragraphs of ``lines``, each with the flags of its first line."""
    measure = measure_wrapping(lines)
    wrapped = _Wrapped(lines, measure) if measure else None
    joined: list[Line] = []
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines):
            before, line = lines[index - 1], lines[index]
            if not before.fixed and not line.fixed:
                goes_on = wrapped.goes_on(first, index) if wrapped else _cut_at_page_end(before, line)
                if goes_on:
                    continue
        joined.append(_whole(lines[first:index]))
        first = index
    return joined


def _whole(pieces: Sequence[Line]) -> Line:
    """One line from the lines of a paragraph."""
    if len(pieces) == 1:
        return pieces[0]
    source = tuple(dict.fromkeys(number for piece in pieces for number in piece.source))
    return replace(pieces[0], text=glue([piece.text for piece in pieces]), source=source)


def glue(pieces: Sequence[str]) -> str:
    """One text from pieces; a space only between two Latin words or numbers."""
    parts = [pieces[0]]
    for before, piece in zip(pieces, pieces[1:], strict=False):
        last, first = before[-1:], piece[:1]
        if last.isascii() and first.isascii() and last.isalpha() and first.isalpha():
            parts.append(" ")
        parts.append(piece)
    return "".join(parts)


class _Wrapped:
    """The lines of a wrapped file, each measured once."""

    def __init__(self, lines: Sequence[Line], measure: Measure) -> None:
        self.lines = lines
        self.measure = measure
        self.sizes = [measure.of_line(line) for line in lines]
        self.numbers = [read_number(line.text) for line in lines]
        self.finished = [ends_sentence(line.text) for line in lines]
        short = measure.full - measure.indent - 3 * measure.slack
        self.stand_alone = frozenset(
            number.rank
            for number, size, finished in zip(self.numbers, self.sizes, self.finished, strict=True)
            if number is not None and not finished and size < short
        )

    def goes_on(self, first: int, index: int) -> bool:
        """True if line ``index`` continues the paragraph that began at line ``first`` (see the module's rule)."""
        before, line = self.lines[index - 1], self.lines[index]
        number = self.numbers[index]
        if before.text[-1] in _OPENERS:
            return True
        if before.text[-1] in _COMMAS:
            return number is None or number.rank > Rank.CHINESE_BRACKETS
        if self._stands_alone(first, index):
            return False
        ended = self.finished[index - 1] or before.text[-1] in "：:"
        if line.indented and self.measure.set_in:
            return False
        if not self._is_full(first, index - 1):
            return False
        heading = self._is_heading(first, index)
        if line.gap and not self.measure.gaps_inside and not line.page_break and (ended or heading):
            return False
        if number is not None and (number.rank <= Rank.ARABIC or ended):
            return False
        if ended:
            return self.measure.set_in or self.measure.gaps_between or not self._looks_like_first(index)
        return self._heading_goes_on(first, index) if heading else True

    def _stands_alone(self, first: int, index: int) -> bool:
        """True if line ``index`` is a salutation, a closing line or a date, or if a title ends before it."""
        text = self.lines[index].text
        if CLOSING.match(text) or DATE.fullmatch(text):
            return True
        if index + 1 == len(self.lines) or DATE.fullmatch(self.lines[index + 1].text):
            return self.finished[index - 1] and _SIGNATURE.fullmatch(text) is not None
        if index > _TITLE_LINES:
            return False
        begun = "".join(line.text for line in self.lines[first:index])
        title = self.numbers[first] is None and _TITLE_END.search(begun) and not _CLAUSE_END.search(begun)
        return bool(title) or is_salutation(text)

    def _is_full(self, first: int, index: int) -> bool:
        """True if the first word of the next line would not have fitted after line ``index``."""
        room = self.measure.full - self.sizes[index]
        if index == first:
            room -= self.measure.indent
        needs = self.measure.of(first_word(self.lines[index + 1].text))
        return needs + (0 if self.finished[index] else self.measure.slack) > room

    def _is_heading(self, first: int, index: int) -> bool:
        """True if the lines from ``first`` up to ``index`` are a numbered heading and nothing else."""
        if self.numbers[first] is None or index - first > _HEADING_LINES:
            return False
        texts = [line.text for line in self.lines[first:index]]
        return sum(map(len, texts)) <= _HEADING_LIMIT and not any(_STOP.search(text) for text in texts)

    def _heading_goes_on(self, first: int, index: int) -> bool:
        """True if the heading ends within the next lines, or its sentence runs into its body."""
        if self.measure.gaps_between and not self.lines[index].gap:
            return True
        if self.measure.indent or self.measure.set_in:
            return self.measure.set_in or not self._looks_like_first(index)
        if _CLAUSE_END.search(self.lines[index].text, 0, _SHORTEST_CLAUSE):
            return True
        held = sum(len(line.text) for line in self.lines[first:index])
        for ahead in range(index, min(index + 3, len(self.lines))):
            text = self.lines[ahead].text
            held += len(text)
            if held > _HEADING_LIMIT or _STOP.search(text):
                break
            after = self.numbers[ahead + 1] if ahead + 1 < len(self.lines) else None
            numbered = after is not None and after.rank <= Rank.ARABIC
            if ahead + 1 == len(self.lines) or numbered or not self._is_full(first, ahead):
                return True
        number = self.numbers[first]
        return number is not None and number.rank not in self.stand_alone and number.rank > Rank.CHINESE

    def _looks_like_first(self, index: int) -> bool:
        """True if the line is unfinished and just as much narrower as first lines of paragraphs are."""
        if not self.measure.indent or index + 1 >= len(self.lines) or self.finished[index]:
            return False
        size = self.sizes[index] + self.measure.of(first_word(self.lines[index + 1].text))
        return size < self.measure.full <= size + self.measure.indent + 1


def first_word(text: str) -> str:
    """What a line break keeps together at the start of ``text``: opening quotes, a word or character, its stop."""
    start = 0
    while start < len(text) - 1 and start < 4 and text[start] in _OPENERS:
        start += 1
    match = _WORD.match(text, start)
    end = match.end() if match else start + 1
    while end < len(text) and end < 40 and text[end] in _NO_LINE_START:
        end += 1
    return text[:end]


def _cut_at_page_end(before: Line, line: Line) -> bool:
    """True if ``before`` stops in the middle of a sentence and ``line`` goes on with it."""
    text = before.text
    if ends_sentence(text) or text[-1] in "：:":
        return False
    number = read_number(line.text)
    if text[-1] in _COMMAS or text[-1] in _OPENERS:
        return number is None or number.rank > Rank.CHINESE_BRACKETS
    if number is not None or len(text) < _FRAGMENT_LEAST or line.indented or not (line.gap or line.page_break):
        return False
    if "。" in text or "；" in text:
        return last_sign(text) not in "0123456789" or len(text) > 2 * _FRAGMENT_LEAST
    return len(text) > _HEADING_LIMIT and text[-1] not in CLOSERS
