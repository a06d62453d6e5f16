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

ANY_NUMBER = ("#",)
"""The group of every number with a unit."""


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

    def any_between(self, start: int, end: int) -> bool:
        """Whether a hit lies wholly in ``[start, end)``."""
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            if self.ends[index] <= end:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives as the automaton knows them: word numbers, and the units of its "#件" terms."""

    words: frozenset[int]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its groups as indexes into ``Words.groups``; ``unless`` None where there is nothing to avoid."""

    rule: Rule
    groups: tuple[int, ...]
    unless: int | None


@dataclass(frozen=True, eq=False)
class Words:
    """All words the checklists look for, as one automaton, and every group of words once."""

    automaton: _Automaton
    groups: tuple[Group, ...]
    numbers_of: dict[tuple[str, ...], int]
    rules: dict[int, CompiledRule]

    def compiled(self, rule: Rule) -> CompiledRule:
        """The compiled form of a rule of the checklists this was made from."""
        return self.rules[id(rule)]


@lru_cache(maxsize=4)
def compile_words(checklists: Checklists) -> Words:
    """The automaton over every literal of every rule, made once per loaded set of checklists."""
    numbers: dict[str, int] = {}
    groups: list[Group] = []
    numbers_of: dict[tuple[str, ...], int] = {}
    automaton = ahocorasick.Automaton()

    def number_of(terms: tuple[str, ...]) -> int:
        if terms not in numbers_of:
            words = [squeeze_words(term) for term in terms if not term.startswith("#")]
            for word in words:
                if word and word not in numbers:
                    numbers[word] = len(numbers)
                    automaton.add_word(word, (numbers[word], len(word)))
            units = tuple(term[1:] for term in terms if term.startswith("#"))
            numbers_of[terms] = len(groups)
            groups.append(Group(frozenset(numbers[word] for word in words if word), units))
        return numbers_of[terms]

    for lists in (checklists.moods, checklists.structure):
        for field in fields(lists):
            number_of(getattr(lists, field.name))
    for terms in ((WILL,), ANY_NUMBER):
        number_of(terms)
    rules = {}
    for rule in _all_rules(checklists):
        unless = number_of(rule.unless) if rule.unless else None
        rules[id(rule)] = CompiledRule(rule, tuple(number_of(terms) for terms in rule.groups), unless)
    automaton.make_automaton()
    return Words(automaton, tuple(groups), numbers_of, rules)


def _all_rules(checklists: Checklists) -> Iterator[Rule]:
    for item in checklists.items:
        yield from chain(item.mentions, *(element.rules for element in item.elements))


class WordHits:
    """Where every word and number stands in one squeezed text; groups are merged when first asked for."""

    def __init__(self, words: Words, text: str) -> None:
        """Scan ``text`` once."""
        self.words = words
        self._by_word: dict[int, list[int]] = {}
        self._lengths: dict[int, int] = {}
        by_word, lengths = self._by_word, self._lengths
        for last, (number, length) in words.automaton.iter(text):
            if number in by_word:
                by_word[number].append(last - length + 1)
            else:
                by_word[number] = [last - length + 1]
                lengths[number] = length
        self._present = frozenset(by_word)
        self._counts = counts(text)
        self._groups: list[Hits | None | bool] = [False] * len(words.groups)

    def group(self, terms: tuple[str, ...]) -> Hits | None:
        """The hits of any of ``terms`` (a group known to the checklists), in order; None where there is none."""
        return self.numbered(self.words.numbers_of[terms])

    def numbered(self, number: int) -> Hits | None:
        """The hits of the group with this index into ``Words.groups``."""
        known = self._groups[number]
        if isinstance(known, bool):
            known = self._groups[number] = self._merge(self.words.groups[number])
        return known

    def _merge(self, group: Group) -> Hits | None:
        present = group.words & self._present
        if len(present) == 1 and not group.units:
            (number,) = present
            length = self._lengths[number]
            starts = self._by_word[number]
            return Hits(starts, [start + length for start in starts])
        found: list[Hit] = []
        for number in present:
            length = self._lengths[number]
            found += [(start, start + length) for start in self._by_word[number]]
        for unit in group.units:
            found += [(start, end) for start, end, one in self._counts if unit_fits(unit, one)]
        if not found:
            return None
        found.sort()
        return Hits([start for start, _ in found], [end for _, end in found])

    def any_between(self, terms: tuple[str, ...], start: int, end: int) -> bool:
        """Whether a whole word of ``terms`` (a group known to the checklists) stands in ``[start, end)``."""
        hits = self.group(terms)
        return hits is not None and hits.any_between(start, end)


def find(rule: Rule, hits: WordHits, clauses: Clauses) -> Iterator[tuple[Hit, ...]]:
    """Every place where ``rule`` is met: one hit per group, in text order of the rarest group."""
    compiled = hits.words.compiled(rule)
    groups = []
    for number in compiled.groups:
        merged = hits.numbered(number)
        if merged is None:
            return
        groups.append(merged)
    if len(groups) == 1:
        found: Iterator[tuple[Hit, ...]] = (((s, e),) for s, e in zip(groups[0].starts, groups[0].ends, strict=True))
    elif rule.ordered:
        found = _in_order(rule, groups, clauses)
    else:
        found = _side_by_side(rule, groups, clauses)
    unless = hits.numbered(compiled.unless) if compiled.unless is not None else None
    for match in found:
        if unless is None or not _excluded(unless, match, clauses):
            yield match


def _excluded(unless: Hits, match: tuple[Hit, ...], clauses: Clauses) -> bool:
    start = clauses.clause(min(hit[0] for hit in match))[0]
    end = clauses.clause(max(hit[1] for hit in match) - 1)[1]
    return unless.any_between(start, end)


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
