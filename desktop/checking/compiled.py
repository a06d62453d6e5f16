"""The words of all checklists, compiled once: an automaton, and every group of words as numbers."""

import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from re import escape, finditer
from typing import NamedTuple, Protocol

import ahocorasick

from desktop.checking.numbers import unit_fits
from desktop.checking.observations.literals import known_literals
from desktop.checking.squeeze import squeeze_words
from desktop.packs.model import Across, Checklists, MoodWords, Rule, SetName

WILL = "将"
"""The one word that is looked for though it is a single character: it opens most plans."""

ANY_NUMBER = ("#",)
"""The group of every number with a unit."""


class _Automaton(Protocol):
    def iter(self, text: str) -> Iterator[tuple[int, tuple[int, int]]]: ...


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its own number and its groups of words; ``unless`` None where there is nothing to avoid."""

    number: int
    rule: Rule
    groups: tuple[frozenset[int], ...]
    unless: frozenset[int] | None


class RuleMasks:
    """For each word the rules it can help to meet, as one bit per rule and group of the rule.

    The bits of the first groups of all rules come first, then those of the second groups of the rules that have one,
    and so on; the rules with most groups stand first, so that each section begins with the same rules. A stretch of
    text meets all groups of exactly those rules whose bit is set in every one of their sections, once the bits of
    its words are joined: one step per word instead of one per rule.
    """

    def __init__(self, rules: list[CompiledRule]) -> None:
        """Set the bits of every word of every rule."""
        ordered = sorted(rules, key=lambda one: -len(one.groups))
        self._numbers = [one.number for one in ordered]
        self._sections: list[tuple[int, int]] = []
        """For each section but the first how far it lies from the one before it, and the bits of rules without it."""
        bits: dict[int, int] = {}
        base = before = 0
        for place in range(len(ordered[0].groups) if ordered else 0):
            having = [one for one in ordered if len(one.groups) > place]
            for index, one in enumerate(having):
                for word in one.groups[place]:
                    bits[word] = bits.get(word, 0) | 1 << (base + index)
            if place:
                self._sections.append((before, (1 << len(ordered)) - (1 << len(having))))
            base, before = base + len(having), len(having)
        for one in rules:
            bits.update((word, 0) for word in one.unless or () if word not in bits)
        self._bits = bits
        self._first = (1 << len(ordered)) - 1
        self.words = frozenset(bits)
        """Every word of these rules, those they avoid too."""

    def met(self, words: Iterable[int]) -> list[int]:
        """The numbers of the rules all of whose groups have one of ``words`` (some of these rules'), lowest first."""
        joined = reduce(or_, filter(None, map(self._bits.__getitem__, words)), 0)
        rules = joined & self._first
        for length, without in self._sections:
            if not rules:
                return []
            joined >>= length
            rules &= joined | without
        found = []
        while rules:
            lowest = rules & -rules
            found.append(self._numbers[lowest.bit_length() - 1])
            rules ^= lowest
        return sorted(found)


class Hidden(NamedTuple):
    """A set name in squeezed writing, with the words in it that do not count: number and last character of each."""

    name: str
    inner: tuple[tuple[int, int], ...]
    not_before: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Words:
    """All words the checklists look for, as one automaton, and the rules they belong to.

    ``lists`` are the word lists that belong to no rule (moods, structure, any number), ``listed`` their words;
    ``literals`` the words that observations start from; ``kept`` are both.
    """

    automaton: _Automaton
    lists: dict[tuple[str, ...], frozenset[int]]
    listed: frozenset[int]
    literals: dict[int, str]
    kept: frozenset[int]
    hidden: tuple[Hidden, ...]
    rules: dict[int, tuple[CompiledRule, ...]]
    near: RuleMasks
    far: RuleMasks
    units: dict[str, int]
    known_units: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def compiled(self, rules: tuple[Rule, ...]) -> tuple[CompiledRule, ...]:
        """The compiled form of the rules of an element or of an item's mentions."""
        return self.rules[id(rules)] if rules else ()

    def units_of(self, unit: str) -> tuple[int, ...]:
        """The word numbers of the "#件" terms that a number with ``unit`` answers."""
        if unit not in self.known_units:
            self.known_units[unit] = tuple(number for asked, number in self.units.items() if unit_fits(asked, unit))
        return self.known_units[unit]


@lru_cache(maxsize=4)
def compile_words(checklists: Checklists) -> Words:
    """The automaton over every literal of every rule, made once per loaded set of checklists."""
    numbers: dict[str, int] = {}
    units: dict[str, int] = {}
    automaton = ahocorasick.Automaton()

    def word_number(term: str) -> int:
        word = term if term.startswith("#") else squeeze_words(term)
        if word not in numbers:
            numbers[word] = len(numbers)
            if term.startswith("#"):
                units[term[1:]] = numbers[word]
            elif word:
                automaton.add_word(word, (numbers[word], len(word)))
        return numbers[word]

    def literal_number(word: str) -> int:
        if word not in numbers:
            numbers[word] = len(numbers)
            automaton.add_word(word, (numbers[word], len(word)))
        return numbers[word]

    def group(terms: tuple[str, ...]) -> frozenset[int]:
        return frozenset(word_number(term) for term in terms)

    named = [getattr(one, each.name) for one in (checklists.moods, checklists.structure) for each in fields(one)]
    lists = {terms: group(terms) for terms in (*named, (WILL,), ANY_NUMBER, telling_words(checklists.moods))}
    near: list[Rule] = []
    far: list[Rule] = []
    for rule in chain.from_iterable(_all_rules(checklists)):
        (far if rule.across is Across.PARAGRAPH else near).append(rule)
    compiled_rules = [
        CompiledRule(number, rule, tuple(map(group, rule.groups)), group(rule.unless) if rule.unless else None)
        for number, rule in enumerate((*near, *far))
    ]
    by_rule = {id(one.rule): one for one in compiled_rules}
    rules = {id(some): tuple(by_rule[id(rule)] for rule in some) for some in _all_rules(checklists)}
    literals = {literal_number(word): word for word in sorted(known_literals(checklists.observations))}
    automaton.make_automaton()
    listed = frozenset(number for words in lists.values() for number in words)
    masks = RuleMasks(compiled_rules[: len(near)]), RuleMasks(compiled_rules[len(near) :])
    compiled = Words(
        automaton,
        lists,
        listed,
        literals,
        listed | literals.keys(),
        _hidden(checklists.names, numbers),
        rules,
        *masks,
        units,
    )
    # What was made here lives as long as the program; looking through it for garbage would slow every check down.
    gc.freeze()
    return compiled


def _hidden(names: tuple[SetName, ...], numbers: dict[str, int]) -> tuple[Hidden, ...]:
    found = []
    for one in names:
        name = squeeze_words(one.name)
        known = [(numbers[word], word) for word in map(squeeze_words, one.inner) if word in numbers]
        places = ((number, match.end() - 1) for number, word in known for match in finditer(escape(word), name))
        found.append(Hidden(name, tuple(places), one.not_before))
    return tuple(found)


def telling_words(moods: MoodWords) -> tuple[str, ...]:
    """Every word that can make a clause of the measures anything but a fact."""
    lists = (moods.plan, (WILL,), moods.shortfall, moods.none_before, moods.none_after, moods.slogan)
    return tuple(dict.fromkeys(word for words in lists for word in words))


def _all_rules(checklists: Checklists) -> Iterator[tuple[Rule, ...]]:
    for item in checklists.items:
        yield item.mentions
        yield from (element.rules for element in item.elements)
