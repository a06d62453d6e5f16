"""Squeezed text cut into clauses, sentences and paragraphs, and the titles of documents in it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from re import compile as pattern

from desktop.packs.model import Across

_CLAUSE_ENDS = pattern(r"[,:;。!?\n]")
_DIGITS = frozenset("0123456789")
_SENTENCE_ENDS = frozenset(";。!?\n")
_POINT = pattern("(?:[二三四五六七八九十]|十[一二三四五])是|[(][一二三四五六七八九十]{1,2}[)]|(?:其次|再次|最后)[,是]")
"""What opens the next point of a row within a paragraph."""
_TITLE = pattern(r"《[^《》\n]{1,120}(?:《[^《》\n]{1,80}》[^《》\n]{0,80})?》")


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where clauses, sentences and paragraphs begin (squeezed offsets; each ends where the next begins).

    ``points`` are the paragraphs cut once more at 二是, 三是 and the like: what is said in one of them is not about
    the other.
    """

    length: int
    clauses: tuple[int, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    points: tuple[int, ...]
    titles: tuple[tuple[int, int], ...]
    title_starts: tuple[int, ...]

    def clause(self, index: int) -> tuple[int, int]:
        """The clause that holds ``index``, with the mark that ends it."""
        starts = self.clauses
        number = bisect_right(starts, index)
        return starts[number - 1], starts[number] if number < len(starts) else self.length

    def clause_number(self, index: int) -> int:
        """The number of the clause that holds ``index``."""
        return bisect_right(self.clauses, index) - 1

    def sentence(self, index: int) -> tuple[int, int]:
        """The sentence that holds ``index``; a semicolon ends one."""
        return _holding(self.sentences, index, self.length)

    def around(self, index: int, across: Across) -> tuple[int, int]:
        """The clause, sentence or paragraph that holds ``index``."""
        if across is Across.CLAUSE:
            return self.clause(index)
        if across is Across.SENTENCE:
            return self.sentence(index)
        return _holding(self.points, index, self.length)

    def title_around(self, start: int, end: int) -> tuple[int, int] | None:
        """The title in 《》 that holds all of ``[start, end)``, None outside titles."""
        number = bisect_right(self.title_starts, start) - 1
        if number < 0:
            return None
        title = self.titles[number]
        return title if title[0] <= start and end <= title[1] else None

    def touches_title(self, start: int, end: int) -> bool:
        """Whether any part of a title in 《》 stands in ``[start, end)``."""
        number = bisect_left(self.title_starts, end) - 1
        return number >= 0 and self.titles[number][1] > start


def _holding(starts: tuple[int, ...], index: int, length: int) -> tuple[int, int]:
    number = bisect_right(starts, index)
    return starts[number - 1], starts[number] if number < len(starts) else length


def cut(text: str) -> Clauses:
    """Cut squeezed ``text``. Commas and colons inside numbers do not end a clause."""
    clauses, sentences, paragraphs, points = [0], [0], [0], [0]
    for mark in _CLAUSE_ENDS.finditer(text):
        end, sign = mark.end(), mark[0]
        if sign in ",:" and text[end : end + 1] in _DIGITS and text[end - 2 : end - 1] in _DIGITS:
            continue
        clauses.append(end)
        if sign in _SENTENCE_ENDS:
            sentences.append(end)
            if sign == "\n":
                paragraphs.append(end)
                points.append(end)
            elif _POINT.match(text, end):
                points.append(end)
    titles = tuple(found.span() for found in _TITLE.finditer(text)) if "《" in text else ()
    return Clauses(
        len(text),
        tuple(clauses),
        tuple(sentences),
        tuple(paragraphs),
        tuple(points),
        titles,
        tuple(one[0] for one in titles),
    )
