"""What every reader hands on: the lines of a file, before they are known to be whole paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from desktop.errors import DraftError

SENTENCE_END = "。！？；!?;…"
"""Signs that can end a sentence or a list entry; the colon is dealt with where it matters."""

CLOSERS = "”’」』）)》〉】〕\"'"
"""Signs that may follow the sign that ends a sentence."""

BLANKS = " \t\u3000\xa0\u2002\u2003\u2009\ufeff"
"""What is taken off both ends of a line."""


MOST_LINES = 60_000
"""Lines or paragraphs that hold something; a long report has a few hundred."""

TOO_MANY_LINES = f"有{MOST_LINES // 10_000}万多个段落，不像一份报告；请把报告正文单独存成一个文件再试。"
"""Why a file with more is not read, without the file's name."""


def refuse_crowd(lines: Sequence["Line"]) -> None:
    """Raise DraftError if there are more lines than any report has; readers ask while they still read."""
    if len(lines) > MOST_LINES:
        raise DraftError(TOO_MANY_LINES)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text file, or one paragraph or table row of a document.

    ``gap`` counts the blank lines before it, ``page_break`` is true where a page began, ``indent`` is the
    width of the blanks it began with, in half characters. ``level`` is the heading level a style gives (0
    for a title), ``row`` marks a table row, whose cells are joined by a tab, ``contents`` a line of a contents
    page as the file itself says; such lines are never joined with others. ``source`` numbers the paragraphs of
    the file that the words came from, in reading order, counted as docx_file.py says; empty where the format does
    not tell. ``page`` is the page it begins on, counted from 1, where the file has pages.
    """

    text: str
    gap: int = 0
    indent: int = 0
    page_break: bool = False
    level: int | None = None
    row: bool = False
    contents: bool = False
    page: int | None = field(default=None, compare=False)
    source: tuple[int, ...] = field(default=(), compare=False)

    @property
    def fixed(self) -> bool:
        """True where the file itself says that this is a whole paragraph."""
        return self.row or self.level is not None or self.contents

    @property
    def indented(self) -> bool:
        """True if the line was set in by more than a single narrow blank."""
        return self.indent > 1


def line_values(line: Line) -> list[Any]:
    """The fields of ``line`` as plain values, to be written as JSON."""
    return [getattr(line, name) for name in _FIELDS]


def line_from_values(values: list[Any]) -> Line:
    """The line that ``line_values`` took apart, from somebody not to be trusted; raises ValueError."""
    if len(values) != len(_FIELDS):
        raise ValueError("not a line")
    if not all(isinstance(value, kind) for value, kind in zip(values, _KINDS, strict=True)):
        raise ValueError("not a line")
    *plain, source = values
    if not plain[0] or "\n" in plain[0] or not all(isinstance(one, int) for one in source):
        raise ValueError("not a line")
    known: list[Any] = [*plain, tuple(source)]
    return Line(*known)


_FIELDS = tuple(one.name for one in fields(Line))
_KINDS: tuple[Any, ...] = (*(one.type for one in fields(Line)[:-1]), list)


def last_sign(text: str) -> str:
    """The last character of ``text`` that is no closing quote or bracket, "" if there is none."""
    return text.rstrip(CLOSERS)[-1:]


def ends_sentence(text: str) -> bool:
    """True if ``text`` ends with a full stop or the like, closing quotes after it allowed."""
    return last_sign(text) in SENTENCE_END and bool(text)


def width(text: str) -> int:
    """How wide ``text`` is in print, in half characters: a Chinese character is two, a Latin letter one."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def indent_of(raw: str) -> int:
    """How far a line is set in, in half characters; a tab counts as two Chinese characters."""
    blanks = raw[: len(raw) - len(raw.lstrip(BLANKS))]
    return width(blanks.replace("\t", "    ")) if blanks else 0


_SALUTED = "政府|委|局|厅|办|办公室|会|党组|小组|人大|政协|领导|同志|代表|委员|院|处|各部门|各单位"
_SALUTED_PIECE = re.compile(f"[^。；！？《》：:]{{0,40}}(?:{_SALUTED})(?:[（(][^（）()]{{1,10}}[）)])?")
_LONGEST_SALUTATION = 60


def is_salutation(text: str) -> bool:
    """True if a line addresses somebody and says nothing else: "县人民政府：", "市委、市政府，省司法厅："."""
    if len(text) > _LONGEST_SALUTATION or text[-1:] not in "：:":
        return False
    return all(_SALUTED_PIECE.fullmatch(piece) for piece in re.split("[，,]", text[:-1]))
