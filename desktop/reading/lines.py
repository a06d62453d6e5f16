"""What every reader hands on: the lines of a file, before they are known to be whole paragraphs."""

from dataclasses import dataclass

SENTENCE_END = "。！？；!?;…"
"""Signs that can end a sentence or a list entry; the colon is dealt with where it matters."""

CLOSERS = "”’」』）)》〉】〕\"'"
"""Signs that may follow the sign that ends a sentence."""

BLANKS = " \t\u3000\xa0\u2002\u2003\u2009\ufeff"
"""What is taken off both ends of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text file, or one paragraph or table row of a document.

    ``gap`` counts the blank lines before it, ``page_break`` is true where a page began, ``indented`` where
    the line was set in. ``level`` is the heading level a style gives (0 for a title), ``row`` marks a table
    row, whose cells are joined by a tab; such lines are never joined with others.
    """

    text: str
    gap: int = 0
    indented: bool = False
    page_break: bool = False
    level: int | None = None
    row: bool = False

    @property
    def fixed(self) -> bool:
        """True where the file itself says that this is a whole paragraph."""
        return self.row or self.level is not None


def last_sign(text: str) -> str:
    """The last character of ``text`` that is no closing quote or bracket, "" if there is none."""
    return text.rstrip(CLOSERS)[-1:]


def ends_sentence(text: str) -> bool:
    """True if ``text`` ends with a full stop or the like, closing quotes after it allowed."""
    return last_sign(text) in SENTENCE_END and bool(text)


def width(text: str) -> int:
    """How wide ``text`` is in print, in half characters: a Chinese character is two, a Latin letter one."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def is_set_in(raw: str) -> bool:
    """True if a line begins with an indent: a wide blank, a tab, or at least two narrow blanks."""
    return raw[:1] in "\u3000\t\u2003" or (raw[:1] in BLANKS and raw[1:2] in BLANKS)
