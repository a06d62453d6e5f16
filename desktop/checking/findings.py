"""Every place of a draft that touches an item, with its mood and whether it counts."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.checking.hits import Hit
from desktop.checking.matching import find
from desktop.checking.result import Mood
from desktop.checking.structure import StructureFacts
from desktop.checking.text import Scanned
from desktop.packs.model import Across, Item, Rule

_ENOUGH = 3
"""So many sure statements of fact leave a choice of evidence; more would only cost time."""
_ALL = -1


class Finding(NamedTuple):
    """A place that meets one rule or structure fact.

    ``start`` and ``end`` are squeezed offsets from the first matched character to the last. ``element``
    is an index into ``Item.elements``, None for a mere mention. ``counts`` says that the element is
    stated here. ``window`` is the span of the clauses matched. ``sure`` is False where the words stand in
    different clauses.
    """

    element: int | None
    start: int
    end: int
    window: Hit
    mood: Mood
    counts: bool
    sure: bool
    words: tuple[Hit, ...] = ()
    rule: Rule | None = None
    fact: str | None = None


def findings_of(item: Item, scanned: Scanned, facts: StructureFacts, *, thorough: bool = False) -> list[Finding]:
    """The findings of ``item``: those of its elements and, where these do not cover it, the mere mentions.

    An element needs no more than a few sure statements of fact; only with ``thorough`` are all of them
    (and the mentions of a covered item) found.
    """
    found: list[Finding] = []
    most = _ALL if thorough else _ENOUGH
    for index, element in enumerate(item.elements):
        none_counts = item.zero_counts if element.none_counts is None else element.none_counts
        if element.rules:
            found += _of_rules(element.rules, index, none_counts, scanned, most)
        if element.structure is not None:
            found += _of_fact(index, element.structure, scanned, facts)
    if not thorough and score(item, found) >= item.needs:
        return found
    found += _of_rules(item.mentions, None, False, scanned, most)
    for fact in item.mention_structure:
        found += _of_fact(None, fact, scanned, facts)
    return found


def stated_elements(findings: list[Finding]) -> set[int]:
    """The elements that a counting finding states, as indexes into ``Item.elements``."""
    return {one.element for one in findings if one.counts and one.element is not None}


def score(item: Item, findings: list[Finding]) -> int:
    """What the stated elements add up to, to be held against ``Item.needs``."""
    return sum(item.elements[index].counts for index in stated_elements(findings))


def _of_rules(
    rules: tuple[Rule, ...], element: int | None, none_counts: bool, scanned: Scanned, most: int
) -> list[Finding]:
    """Findings of all rules in turn, until ``most`` sure ones that count (for mentions: that are facts)."""
    found: list[Finding] = []
    enough = 0
    hits = scanned.hits
    addressee, addressed = scanned.addressee
    for compiled in hits.words.compiled(rules):
        if compiled.number not in hits.cells:
            continue
        rule = compiled.rule
        for words in find(compiled, hits, scanned.clauses):
            if addressee <= words[0][0] < addressed or (rule.roles and scanned.roles.at(words[0][0]) not in rule.roles):
                continue
            one = _finding(element, none_counts, rule, words, scanned)
            found.append(one)
            if one.sure and (one.counts or (element is None and one.mood is Mood.FACT)):
                enough += 1
                if enough == most:
                    return found
    return found


def _finding(index: int | None, none_counts: bool, rule: Rule, words: tuple[Hit, ...], scanned: Scanned) -> Finding:
    start, end = words[0]
    for first, last in words[1:]:
        if first < start:
            start = first
        if last > end:
            end = last
    window = scanned.clauses.clause(start)
    one_clause = end <= window[1]
    if not one_clause:
        window = window[0], scanned.clauses.clause(end - 1)[1]
    mood = scanned.moods.mood(words, (start, end), window)
    counts = index is not None and (mood is Mood.FACT or (mood is Mood.NONE and none_counts))
    sure = one_clause and rule.across is not Across.PARAGRAPH and not (counts and scanned.moods.doubtful(words, window))
    return Finding(index, start, end, window, mood, counts, sure, words, rule)


def _of_fact(index: int | None, fact: str, scanned: Scanned, facts: StructureFacts) -> Iterator[Finding]:
    for span in facts.passages(fact):
        start, end = scanned.squeezed.index_of(span.start), scanned.squeezed.index_of(span.end)
        if end > start:
            yield Finding(index, start, end, (start, end), Mood.FACT, index is not None, True, fact=fact)
