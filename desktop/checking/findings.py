"""Every place of a draft that touches an item, with its mood and whether it counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.checking.hits import Hit
from desktop.checking.matching import find
from desktop.checking.result import Mood
from desktop.checking.structure import StructureFacts
from desktop.checking.text import Scanned
from desktop.packs.model import Across, Element, Item, Rule

_ENOUGH = 4
"""So many sure statements of fact leave a choice of evidence; more would only cost time."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that meets one rule or structure fact.

    ``start`` and ``end`` are squeezed offsets from the first matched character to the last. ``element``
    is an index into ``Item.elements``, None for a mere mention. ``counts`` says that the element is
    stated here. ``sure`` is False where the words stand in different clauses.
    """

    element: int | None
    start: int
    end: int
    mood: Mood
    counts: bool
    sure: bool
    has_number: bool
    words: tuple[Hit, ...] = ()
    rule: Rule | None = None
    fact: str | None = None


def findings_of(item: Item, scanned: Scanned, facts: StructureFacts, *, thorough: bool = False) -> list[Finding]:
    """The findings of ``item``: those of its elements and, where these do not cover it, the mere mentions.

    An element needs no more than a few sure statements of fact; only with ``thorough`` are all of them
    (and the mentions of a covered item) found.
    """
    found: list[Finding] = []
    for index, element in enumerate(item.elements):
        stated = _of_element(item, index, element, scanned)
        found += stated if thorough else _until_enough(stated)
        if element.structure is not None:
            found += _of_fact(index, element.structure, scanned, facts)
    if not thorough and score(item, found) >= item.needs:
        return found
    mentions = (
        _finding(None, False, rule, words, scanned) for rule in item.mentions for words in _matches(rule, scanned)
    )
    found += mentions if thorough else _until_enough(mentions)
    for fact in item.mention_structure:
        found += _of_fact(None, fact, scanned, facts)
    return found


def _until_enough(findings: Iterator[Finding]) -> Iterator[Finding]:
    enough = 0
    for one in findings:
        yield one
        enough += one.sure and (one.counts or (one.element is None and one.mood is Mood.FACT))
        if enough == _ENOUGH:
            return


def stated_elements(findings: list[Finding]) -> set[int]:
    """The elements that a counting finding states, as indexes into ``Item.elements``."""
    return {one.element for one in findings if one.counts and one.element is not None}


def score(item: Item, findings: list[Finding]) -> int:
    """What the stated elements add up to, to be held against ``Item.needs``."""
    return sum(item.elements[index].counts for index in stated_elements(findings))


def _of_element(item: Item, index: int, element: Element, scanned: Scanned) -> Iterator[Finding]:
    none_counts = item.zero_counts if element.none_counts is None else element.none_counts
    for rule in element.rules:
        for words in _matches(rule, scanned):
            yield _finding(index, none_counts, rule, words, scanned)


def _matches(rule: Rule, scanned: Scanned) -> Iterator[tuple[Hit, ...]]:
    for words in find(rule, scanned.hits, scanned.clauses):
        if rule.roles:
            offset = scanned.squeezed.original_offset(words[0][0])
            if scanned.draft.part_at(offset).role not in rule.roles:
                continue
        yield words


def _finding(index: int | None, none_counts: bool, rule: Rule, words: tuple[Hit, ...], scanned: Scanned) -> Finding:
    start, end = min(hit[0] for hit in words), max(hit[1] for hit in words)
    mood = scanned.moods.mood(words)
    counts = index is not None and (mood is Mood.FACT or (mood is Mood.NONE and none_counts))
    low, high = scanned.clauses.clause(start)[0], scanned.clauses.clause(end - 1)[1]
    one_clause = scanned.clauses.clause_number(start) == scanned.clauses.clause_number(end - 1)
    return Finding(
        element=index,
        start=start,
        end=end,
        mood=mood,
        counts=counts,
        sure=one_clause and rule.across is not Across.PARAGRAPH,
        has_number=scanned.moods.has_number(low, high),
        words=words,
        rule=rule,
    )


def _of_fact(index: int | None, fact: str, scanned: Scanned, facts: StructureFacts) -> Iterator[Finding]:
    for span in facts.passages(fact):
        start, end = scanned.squeezed.index_of(span.start), scanned.squeezed.index_of(span.end)
        if end > start:
            yield Finding(index, start, end, Mood.FACT, index is not None, True, False, fact=fact)
