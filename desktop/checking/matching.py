"""Where the rules of the checklists are met in a draft: the words side by side, or in the order asked for."""

from collections.abc import Iterator

from desktop.checking.clauses import Clauses
from desktop.checking.hits import Hit, WordHits, hits_of, without_inner
from desktop.packs.model import Across, Rule


def find(rule: Rule, hits: WordHits, clauses: Clauses) -> Iterator[tuple[Hit, ...]]:
    """Every place where ``rule`` is met: one hit per group, in text order of the rarest group."""
    compiled = hits.words.compiled(rule)
    for cell in hits.cells(rule.across).of_rule(compiled.number):
        groups = [hits_of(group, cell) for group in compiled.groups]
        unless = hits_of(compiled.unless, cell) if compiled.unless is not None else []
        for match in _in_cell(rule, groups, clauses):
            if not unless or not _excluded(unless, match, clauses):
                yield match


def _excluded(unless: list[Hit], match: tuple[Hit, ...], clauses: Clauses) -> bool:
    start = clauses.clause(min(hit[0] for hit in match))[0]
    end = clauses.clause(max(hit[1] for hit in match) - 1)[1]
    return any(start <= first and last <= end for first, last in unless)


def _in_cell(rule: Rule, groups: list[list[Hit]], clauses: Clauses) -> Iterator[tuple[Hit, ...]]:
    if len(groups) == 1:
        for hit in without_inner(groups[0]):
            yield (hit,)
        return
    place = 0 if rule.ordered else min(range(len(groups)), key=lambda index: len(groups[index]))
    for anchor in without_inner(groups[place]):
        beside = groups
        if rule.across is Across.CLAUSE:
            start, end = clauses.clause(anchor[0])
            beside = [[hit for hit in group if start <= hit[0] and hit[1] <= end] for group in groups]
        match = _beside(rule, anchor, place, beside)
        if match is not None:
            yield match


def _beside(rule: Rule, anchor: Hit, place: int, groups: list[list[Hit]]) -> tuple[Hit, ...] | None:
    """One hit per group, the nearest to ``anchor`` (which meets group ``place``); None if one is lacking."""
    chosen: list[Hit] = [anchor] * len(groups)
    taken = [anchor]
    for index, group in enumerate(groups):
        if index == place:
            continue
        best: Hit | None = None
        best_gap = rule.within + 1
        for start, end in group:
            before = taken[-1] if rule.ordered else anchor
            gap = anchor[0] - end if start < before[1] and not rule.ordered else start - before[1]
            if 0 <= gap < best_gap and all(end <= other[0] or start >= other[1] for other in taken):
                best, best_gap = (start, end), gap
        if best is None:
            return None
        chosen[index] = best
        taken.append(best)
    spread = max(hit[1] for hit in taken) - min(hit[0] for hit in taken)
    return tuple(chosen) if spread <= rule.within else None
