"""The words of all checklists, compiled once: an automaton, and every group of words as numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import lru_cache
from itertools import chain
from typing import Protocol

import ahocorasick

from desktop.checking.numbers import unit_fits
from desktop.checking.squeeze import squeeze_words
from desktop.packs.model import Checklists, MoodWords, Rule

WILL = "将"
"""The one word that is looked for though it is a single character: it opens most plans."""

ANY_NUMBER = ("#",)
"""The group of every number with a unit."""


class _Automaton(Protocol):
    def iter(self, text: str) -> Iterator[tuple[int, tuple[int, int]]]: ...


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its groups as indexes into ``Words.groups``; ``unless`` None where there is nothing to avoid.

    ``rarest_first`` are the groups with the fewest words first: the likeliest not to be in a text.
    """

    rule: Rule
    groups: tuple[int, ...]
    rarest_first: tuple[int, ...]
    unless: int | None


@dataclass(frozen=True, eq=False)
class Words:
    """All words the checklists look for, as one automaton, and every group of words once.

    ``listed`` are the words of the lists that belong to no rule (moods, structure, any number);
    ``rules_of`` are for each word the rules (by ``id``) it is among the rarest words of.
    """

    automaton: _Automaton
    groups: tuple[frozenset[int], ...]
    numbers_of: dict[tuple[str, ...], int]
    rules: dict[int, CompiledRule]
    units: dict[str, int]
    listed: frozenset[int]
    rules_of: dict[int, tuple[int, ...]]
    known_units: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def compiled(self, rule: Rule) -> CompiledRule:
        """The compiled form of a rule of the checklists this was made from."""
        return self.rules[id(rule)]

    def possible(self, present: Iterable[int]) -> frozenset[int]:
        """The rules (by ``id``) whose rarest group has one of the words ``present`` in a text."""
        rules_of = self.rules_of
        return frozenset(chain.from_iterable(rules_of[number] for number in present if number in rules_of))

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
    groups: list[frozenset[int]] = []
    numbers_of: dict[tuple[str, ...], int] = {}
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

    def number_of(terms: tuple[str, ...]) -> int:
        if terms not in numbers_of:
            numbers_of[terms] = len(groups)
            groups.append(frozenset(word_number(term) for term in terms))
        return numbers_of[terms]

    for lists in (checklists.moods, checklists.structure):
        for one in fields(lists):
            number_of(getattr(lists, one.name))
    for terms in ((WILL,), ANY_NUMBER, telling_words(checklists.moods)):
        number_of(terms)
    listed = frozenset(number for group in groups for number in group)
    rules = {}
    rules_of: dict[int, list[int]] = {}
    for rule in _all_rules(checklists):
        unless = number_of(rule.unless) if rule.unless else None
        numbers_here = tuple(number_of(terms) for terms in rule.groups)
        fewest_words = tuple(sorted(numbers_here, key=lambda number: len(groups[number])))
        rules[id(rule)] = CompiledRule(rule, numbers_here, fewest_words, unless)
        for number in groups[fewest_words[0]]:
            rules_of.setdefault(number, []).append(id(rule))
    automaton.make_automaton()
    known = {number: tuple(ids) for number, ids in rules_of.items()}
    return Words(automaton, tuple(groups), numbers_of, rules, units, listed, known)


def telling_words(moods: MoodWords) -> tuple[str, ...]:
    """Every word that can make a clause of the measures anything but a fact."""
    lists = (moods.plan, (WILL,), moods.shortfall, moods.none_before, moods.none_after, moods.slogan)
    return tuple(dict.fromkeys(word for words in lists for word in words))


def _all_rules(checklists: Checklists) -> Iterator[Rule]:
    for item in checklists.items:
        yield from chain(item.mentions, *(element.rules for element in item.elements))
