"""Where every word of the checklists stands in one text, and in which sentences all words of a rule do."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.checking.clauses import Clauses
from desktop.checking.compiled import Words
from desktop.checking.numbers import counts
from desktop.packs.model import Across

Hit = tuple[int, int]
"""Start and end of a word found, in squeezed text."""

Placed = tuple[int, tuple[int, int]]
"""Last character of a word found, its number and its length."""

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


class WordHits:
    """The hits of one squeezed text; groups are merged and masked when first asked for."""

    def __init__(self, words: Words, text: str, clauses: Clauses) -> None:
        """Scan ``text`` once."""
        self.words = words
        found = list(words.automaton.iter(text))
        for start, end, unit in counts(text):
            found += [(end - 1, (number, end - start)) for number in words.units_of(unit)]
        found.sort()
        self._found = found
        self._lasts = [one[0] for one in found]
        by_word: defaultdict[int, list[int]] = defaultdict(list)
        for index, (_, (number, _)) in enumerate(found):
            by_word[number].append(index)
        self._by_word = by_word
        self._present = frozenset(by_word)
        self._groups: list[Hits | None | bool] = [False] * len(words.groups)
        self._sentences = _Cells(_no_longer_than(clauses.sentences, clauses.length), self)
        self._paragraphs = _Cells(_no_longer_than(clauses.paragraphs, clauses.length), self)

    def cells(self, across: Across) -> "_Cells":
        """The stretches of text that the words of a rule must share."""
        return self._paragraphs if across is Across.PARAGRAPH else self._sentences

    def present(self, group: int) -> frozenset[int]:
        """The words of a group that stand in the text."""
        return self.words.groups[group] & self._present

    def lasts_of(self, number: int) -> list[int]:
        """The index of the last character of every hit of one word, in order."""
        lasts = self._lasts
        return [lasts[index] for index in self._by_word[number]]

    def within(self, start: int, end: int) -> list[Placed]:
        """Every hit that ends in ``[start, end)``, in order of its end: its last character, word number, length."""
        return self._found[bisect_left(self._lasts, start) : bisect_left(self._lasts, end)]

    def group(self, terms: tuple[str, ...]) -> Hits | None:
        """The hits of any of ``terms`` (a group known to the checklists), in order; None where there is none."""
        return self.numbered(self.words.numbers_of[terms])

    def numbered(self, number: int) -> Hits | None:
        """The hits of the group with this index into ``Words.groups``."""
        known = self._groups[number]
        if isinstance(known, bool):
            known = self._groups[number] = self._merge(self.present(number))
        return known

    def _merge(self, present: frozenset[int]) -> Hits | None:
        if not present:
            return None
        found = self._found
        kept = without_inner(
            [
                (last - length + 1, last + 1)
                for number in present
                for last, (_, length) in (found[index] for index in self._by_word[number])
            ]
        )
        return Hits([start for start, _ in kept], [end for _, end in kept])

    def any_between(self, terms: tuple[str, ...], start: int, end: int) -> bool:
        """Whether a whole word of ``terms`` (a group known to the checklists) stands in ``[start, end)``."""
        hits = self.group(terms)
        return hits is not None and hits.any_between(start, end)


class _Cells:
    """Sentences (or paragraphs) numbered, and for each group of words the set of those it stands in, as bits.

    A stretch without any full stop is cut every 600 characters, so that no cell grows with the text.
    """

    def __init__(self, starts: list[int], hits: WordHits) -> None:
        self._starts = starts
        self._hits = hits
        self._words: dict[int, int] = {}
        self._masks: dict[int, int] = {}

    def shared(self, groups: tuple[int, ...]) -> Iterator[Hit]:
        """Start and end of every cell that holds a word of each group, in order."""
        mask = self._mask(groups[0])
        for group in groups[1:]:
            if not mask:
                return
            mask &= self._mask(group)
        bits = f"{mask:b}"[::-1]
        index = bits.find("1")
        while index >= 0:
            yield self._starts[index], self._starts[index + 1]
            index = bits.find("1", index + 1)

    def _mask(self, group: int) -> int:
        if group not in self._masks:
            mask = 0
            for number in self._hits.present(group):
                mask |= self._word(number)
            self._masks[group] = mask
        return self._masks[group]

    def _word(self, number: int) -> int:
        if number not in self._words:
            starts = self._starts
            cells = [bisect_right(starts, last) - 1 for last in self._hits.lasts_of(number)]
            self._words[number] = 1 << cells[0] if len(cells) == 1 else _as_bits(cells, len(starts))
        return self._words[number]


def _as_bits(cells: list[int], count: int) -> int:
    bits = bytearray(count // 8 + 1)
    for cell in cells:
        bits[cell >> 3] |= 1 << (cell & 7)
    return int.from_bytes(bits, "little")


def _no_longer_than(starts: tuple[int, ...], length: int) -> list[int]:
    cells: list[int] = []
    for start, end in zip(starts, (*starts[1:], length), strict=True):
        cells += range(start, max(end, start + 1), _LONGEST_CELL)
    return [*cells, length]


def without_inner(hits: list[Hit]) -> list[Hit]:
    """Hits in order, without those that lie inside a longer one before them."""
    if len(hits) < 2:
        return hits
    hits.sort(key=_longest_first)
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit[1] > kept[-1][1]:
            kept.append(hit)
    return kept


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]
