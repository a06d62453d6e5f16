"""Where every word of the checklists stands in one text, and in which sentences all words of a rule do."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from desktop.checking.clauses import Clauses
from desktop.checking.compiled import RuleMasks, Words
from desktop.checking.numbers import counts
from desktop.packs.model import Across

Hit = tuple[int, int]
"""Start and end of a word found, in squeezed text."""

Found = tuple[int, tuple[int, int]]
"""The last character of a word found, with its number and length."""

Cell = dict[int, list[Hit]]
"""The hits of one stretch of text by word number."""

_LONGEST_CELL = 600


@dataclass(frozen=True, slots=True)
class Hits:
    """Hits of one group of words by start, and their ends in the same order; none lies inside another."""

    starts: list[int]
    ends: list[int]

    def between(self, start: int, end: int) -> Iterator[Hit]:
        """The hits that lie wholly in ``[start, end)``, in order."""
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            if self.ends[index] <= end:
                yield self.starts[index], self.ends[index]

    def any_between(self, start: int, end: int) -> bool:
        """Whether a hit lies wholly in ``[start, end)``."""
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            if self.ends[index] <= end:
                return True
        return False


class Cells:
    """A text cut into stretches, each with the rules whose words all stand in it.

    A stretch without any full stop is cut every 600 characters, so that no cell grows with the text.
    """

    def __init__(self, ends: list[int], lasts: list[int], found: list[Found], rules: RuleMasks) -> None:
        """Note which rules can be met in which stretch.

        ``ends`` are the ends of the stretches after a first 0, ``lasts`` the last characters of the words
        ``found``, which are in that order.
        """
        self._found = found
        self._bounds = [bisect_left(lasts, end) for end in ends]
        self._cells: dict[int, Cell] = {}
        self._cells_of: defaultdict[int, list[int]] = defaultdict(list)
        numbers = [one[1][0] for one in found]
        for cell, (first, last) in enumerate(pairwise(self._bounds)):
            for rule in rules.met(set(numbers[first:last])):
                self._cells_of[rule].append(cell)
        self.met = [rules.ids[number] for number in self._cells_of]

    def of_rule(self, number: int) -> Iterator[Cell]:
        """Every cell that holds a word of each group of the rule, in order."""
        for index in self._cells_of.get(number, ()):
            cell = self._cells.get(index)
            yield self._made(index) if cell is None else cell

    def _made(self, index: int) -> Cell:
        cell = self._cells[index] = {}
        for last, (number, size) in self._found[self._bounds[index] : self._bounds[index + 1]]:
            if number in cell:
                cell[number].append((last + 1 - size, last + 1))
            else:
                cell[number] = [(last + 1 - size, last + 1)]
        return cell


class WordHits:
    """The words found in one squeezed text, by sentence and by paragraph."""

    def __init__(self, words: Words, text: str, clauses: Clauses) -> None:
        """Scan ``text`` once."""
        self.words = words
        found = list(words.automaton.iter(text))
        for start, end, unit in counts(text):
            found += [(end - 1, (number, end - start)) for number in words.units_of(unit)]
        found.sort()
        self._listed: dict[int, list[Hit]] = {}
        for last, (number, size) in found:
            if number in words.listed:
                self._listed.setdefault(number, []).append((last + 1 - size, last + 1))
        lasts = [last for last, _ in found]
        self._near = Cells(_no_longer_than(clauses.sentences, clauses.length), lasts, found, words.near)
        self._far = Cells(_no_longer_than(clauses.paragraphs, clauses.length), lasts, found, words.far)
        self.met = frozenset((*self._near.met, *self._far.met))
        """The rules, by ``id``, whose groups all have a word in one and the same stretch of the text."""
        self._groups: dict[tuple[str, ...], Hits] = {}

    def cells(self, across: Across) -> Cells:
        """The stretches of text that the words of a rule must share."""
        return self._far if across is Across.PARAGRAPH else self._near

    def group(self, terms: tuple[str, ...]) -> Hits:
        """The hits of any of ``terms``, one of the word lists that belong to no rule, in order."""
        if terms not in self._groups:
            here = self.words.lists[terms] & self._listed.keys()
            kept = without_inner([hit for number in here for hit in self._listed[number]])
            self._groups[terms] = Hits([start for start, _ in kept], [end for _, end in kept])
        return self._groups[terms]

    def any_between(self, terms: tuple[str, ...], start: int, end: int) -> bool:
        """Whether a whole word of ``terms`` (a word list that belongs to no rule) stands in ``[start, end)``."""
        return self.group(terms).any_between(start, end)


def hits_of(group: frozenset[int], cell: Cell) -> list[Hit]:
    """The hits of a group in a cell."""
    return [hit for number in group & cell.keys() for hit in cell[number]]


def without_inner(hits: list[Hit]) -> list[Hit]:
    """Hits in order, without those that lie inside a longer one before them."""
    if len(hits) < 2:
        return hits
    kept: list[Hit] = []
    for hit in sorted(hits, key=_longest_first):
        if not kept or hit[1] > kept[-1][1]:
            kept.append(hit)
    return kept


def _no_longer_than(starts: tuple[int, ...], length: int) -> list[int]:
    cells: list[int] = []
    for start, end in zip(starts, (*starts[1:], length), strict=True):
        cells += range(start, max(end, start + 1), _LONGEST_CELL)
    return [*cells, max(length, 1)]


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]
