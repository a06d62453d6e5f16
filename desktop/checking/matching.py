"""Where the rules of the checklists are met in a draft: one pass for the words, then the words side by side."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import chain
from typing import Protocol

import ahocorasick

from desktop.checking.clauses import Clauses
from desktop.checking.numbers import counts, unit_fits
from desktop.checking.squeeze import squeeze_words
from desktop.packs.model import Checklists, Rule

Hit = tuple[int, int]
"""Start and end of a word found, in squeezed text."""


WILL = "将"
"""The one word that is looked for though it is a single character: it opens most plans."""


class _Automaton(Protocol):
    def iter(self, text: str) -> Iterator[tuple[int, tuple[int, int]]]: ...


@dataclass(frozen=True, slots=True)
class Hits:
    """Hits of one group of words by start, and their ends in the same order."""

    starts: list[int]
    ends: list[int]

    def between(self, start: int, end: int) -> Iterator[Hit]:
        """The hits that lie wholly in ``[start, end)``, in order."""
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            if self.ends[index] <= end:
                yield self.starts[index], self.ends[index]


@dataclass(frozen=True, eq=False)
class Words:
    """All words the checklists look for, as one automaton. ``numbers`` gives each word its index."""

    automaton: _Automaton
    numbers: dict[str, int]


@lru_cache(maxsize=4)
def compile_words(checklists: Checklists) -> Words:
    """The automaton over every literal of every rule, made once per loaded set of checklists."""
    numbers: dict[str, int] = {}
    automaton = ahocorasick.Automaton()
    for term in _all_terms(checklists):
        word = squeeze_words(term)
        if not term.startswith("#") and word and word not in numbers:
            numbers[word] = len(numbers)
            automaton.add_word(word, (numbers[word], len(word)))
    automaton.make_automaton()
    return Words(automaton, numbers)


def _all_terms(checklists: Checklists) -> Iterator[str]:
    yield WILL
    for lists in (checklists.moods, checklists.structure):
        for field in fields(lists):
            yield from getattr(lists, field.name)
    for item in checklists.items:
        for rule in chain(item.mentions, *(element.rules for element in item.elements)):
            yield from chain(*rule.groups, rule.unless)


class WordHits:
    """Where every word and number stands in one squeezed text; groups are merged when first asked for."""

    def __init__(self, words: Words, text: str) -> None:
        """Scan ``text`` once."""
        self._numbers = words.numbers
        self._by_word: dict[int, list[int]] = {}
        self._lengths: dict[int, int] = {}
        by_word, lengths = self._by_word, self._lengths
        for last, (number, length) in words.automaton.iter(text):
            if number in by_word:
                by_word[number].append(last - length + 1)
            else:
                by_word[number] = [last - length + 1]
                lengths[number] = length
        self._counts = counts(text)
        self._groups: dict[tuple[str, ...], Hits | None] = {}

    def group(self, terms: tuple[str, ...]) -> Hits | None:
        """The hits of any of ``terms``, in order; None where there is none."""
        if terms not in self._groups:
            self._groups[terms] = self._merge(terms)
        return self._groups[terms]

    def _merge(self, terms: tuple[str, ...]) -> Hits | None:
        found: list[Hit] = []
        for term in terms:
            if term.startswith("#"):
                found += [(start, end) for start, end, unit in self._counts if unit_fits(term[1:], unit)]
                continue
            number = self._numbers.get(squeeze_words(term))
            if number is not None and number in self._by_word:
                length = self._lengths[number]
                found += [(start, start + length) for start in self._by_word[number]]
        if not found:
            return None
        found.sort()
        return Hits([start for start, _ in found], [end for _, end in found])

    def any_between(self, terms: tuple[str, ...], start: int, end: int) -> bool:
        """Whether a whole word of ``terms`` stands in ``[start, end)``."""
        hits = self.group(terms)
        if hits is None:
            return False
        return any(True for _ in hits.between(start, end))


def find(rule: Rule, hits: WordHits, clauses: Clauses) -> Iterator[tuple[Hit, ...]]:
    """Every place where ``rule`` is met: one hit per group, in text order of the rarest group."""
    groups = []
    for terms in rule.groups:
        merged = hits.group(terms)
        if merged is None:
            return
        groups.append(merged)
    if len(groups) == 1:
        found: Iterator[tuple[Hit, ...]] = (((s, e),) for s, e in zip(groups[0].starts, groups[0].ends, strict=True))
    elif rule.ordered:
        found = _in_order(rule, groups, clauses)
    else:
        found = _side_by_side(rule, groups, clauses)
    for match in found:
        if not (rule.unless and _excluded(rule, match, hits, clauses)):
            yield match


def _excluded(rule: Rule, match: tuple[Hit, ...], hits: WordHits, clauses: Clauses) -> bool:
    start = clauses.clause(min(hit[0] for hit in match))[0]
    end = clauses.clause(max(hit[1] for hit in match) - 1)[1]
    return hits.any_between(rule.unless, start, end)


def _side_by_side(rule: Rule, groups: list[Hits], clauses: Clauses) -> Iterator[tuple[Hit, ...]]:
    anchor = min(range(len(groups)), key=lambda index: len(groups[index].starts))
    for start, end in zip(groups[anchor].starts, groups[anchor].ends, strict=True):
        low, high = clauses.around(start, rule.across)
        low, high = max(low, end - rule.within), min(high, start + rule.within)
        chosen: list[Hit] = [(start, end)] * len(groups)
        taken = [(start, end)]
        for index, group in enumerate(groups):
            if index == anchor:
                continue
            nearest = _nearest(group, (start, end), (low, high), taken)
            if nearest is None:
                break
            chosen[index] = nearest
            taken.append(nearest)
        else:
            if max(hit[1] for hit in taken) - min(hit[0] for hit in taken) <= rule.within:
                yield tuple(chosen)


def _nearest(group: Hits, anchor: Hit, bounds: Hit, taken: list[Hit]) -> Hit | None:
    best: Hit | None = None
    best_gap = bounds[1] - bounds[0] + 1
    for index in range(bisect_left(group.starts, bounds[0]), bisect_right(group.starts, bounds[1])):
        start, end = group.starts[index], group.ends[index]
        if end > bounds[1]:
            continue
        gap = start - anchor[1] if start >= anchor[1] else anchor[0] - end
        if gap < best_gap and all(end <= other[0] or start >= other[1] for other in taken):
            best, best_gap = (start, end), gap
    return best


def _in_order(rule: Rule, groups: list[Hits], clauses: Clauses) -> Iterator[tuple[Hit, ...]]:
    for start, end in zip(groups[0].starts, groups[0].ends, strict=True):
        high = min(clauses.around(start, rule.across)[1], start + rule.within)
        chosen = [(start, end)]
        for group in groups[1:]:
            index = bisect_left(group.starts, chosen[-1][1])
            if index == len(group.starts) or group.ends[index] > high:
                break
            chosen.append((group.starts[index], group.ends[index]))
        else:
            yield tuple(chosen)
