"""Where every word of the checklists stands in one text, and in which sentences all words of a rule do."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress, pairwise
from operator import itemgetter

from desktop.checking.clauses import Clauses
from desktop.checking.compiled import Words
from desktop.checking.numbers import counts

Hit = tuple[int, int]
"""Start and end of a word found, in squeezed text."""

Found = tuple[int, tuple[int, int]]
"""The last character of a word found, with its number and length."""

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


class Cell:
    """One stretch of text: the words in it, by number; where they stand is worked out when first asked for."""

    __slots__ = ("_found", "_hits", "words")

    def __init__(self, found: list[Found], words: frozenset[int]) -> None:
        """Keep what was found in the stretch; ``words`` are those of it that rules use."""
        self._found = found
        self._hits: dict[int, list[Hit]] = {}
        self.words = words

    def hits_of(self, group: frozenset[int]) -> list[Hit]:
        """The hits of any word of ``group``, in the order of the text."""
        hits, words = self._hits, self.words
        if not hits:
            for last, (number, size) in self._found:
                if number in hits:
                    hits[number].append((last + 1 - size, last + 1))
                elif number in words:
                    hits[number] = [(last + 1 - size, last + 1)]
        numbers = group & words
        if len(numbers) == 1:
            return hits[next(iter(numbers))]
        return sorted([hit for number in numbers for hit in hits[number]])


class WordHits:
    """The words found in one squeezed text, and for each rule the stretches of it that hold a word of each group.

    A stretch is a sentence, for rules that look farther a paragraph or a point of it. One without any full stop is
    cut every 600 characters, so that no stretch grows with the text.
    """

    def __init__(self, words: Words, text: str, clauses: Clauses) -> None:
        """Scan ``text`` once."""
        self.words = words
        found = list(words.automaton.iter(text))
        for start, end, unit in counts(text):
            found += [(end - 1, (number, end - start)) for number in words.units_of(unit)]
        found.sort(key=itemgetter(0))
        numbers = [number for _, (number, _) in found]
        self._listed: dict[int, list[Hit]] = {}
        self.literals: dict[str, list[int]] = {}
        """The starts of every word that observations start from."""
        for last, (number, size) in compress(found, map(words.kept.__contains__, numbers)):
            if number in words.listed:
                self._listed.setdefault(number, []).append((last + 1 - size, last + 1))
            if number in words.literals:
                self.literals.setdefault(words.literals[number], []).append(last + 1 - size)
        lasts = list(map(itemgetter(0), found))
        hidden = _hidden(words, text, lasts, numbers)
        if hidden:
            shown = bytearray(b"\1") * len(found)
            for index in hidden:
                shown[index] = 0
            found, lasts, numbers = (list(compress(some, shown)) for some in (found, lasts, numbers))
        self.cells: defaultdict[int, list[Cell]] = defaultdict(list)
        """The stretches to look at for each rule (by ``CompiledRule.number``), in the order of the text."""
        for rules, starts in ((words.near, clauses.sentences), (words.far, clauses.points)):
            bounds = [bisect_left(lasts, end) for end in _no_longer_than(starts, clauses.length)]
            for first, last in pairwise(bounds):
                here = rules.words.intersection(numbers[first:last])
                met = rules.met(here)
                if met:
                    cell = Cell(found[first:last], here)
                    for rule in met:
                        self.cells[rule].append(cell)
        self._groups: dict[tuple[str, ...], Hits] = {}

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


def _hidden(words: Words, text: str, lasts: list[int], numbers: list[int]) -> list[int]:
    """Which of the words found, by last character and number, stand in set names and do not count."""
    found: list[int] = []
    for name, inner, not_before in words.hidden:
        at = text.find(name)
        while at >= 0:
            if not text.startswith(not_before, at + len(name)):
                for number, last in inner:
                    index = bisect_left(lasts, at + last)
                    found.append(numbers.index(number, index))
            at = text.find(name, at + 1)
    return found


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
