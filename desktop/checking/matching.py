"""Where the rules of the checklists are met in a draft: the words side by side, or in the order asked for."""

from collections.abc import Iterator
from math import inf

from desktop.checking.clauses import Clauses
from desktop.checking.compiled import CompiledRule
from desktop.checking.hits import Hit, WordHits, without_inner
from desktop.packs.model import Across, Rule

_EVERYWHERE: tuple[int, float] = (0, inf)


def find(compiled: CompiledRule, hits: WordHits, clauses: Clauses) -> Iterator[tuple[Hit, ...]]:
    """Every place where a rule is met: one hit per group, in text order of the rarest group."""
    rule, avoided = compiled.rule, compiled.unless
    for cell in hits.cells.get(compiled.number, ()):
        groups = list(map(cell.hits_of, compiled.groups))
        unless = [] if avoided is None or avoided.isdisjoint(cell.words) else cell.hits_of(avoided)
        for match in _in_cell(rule, groups, clauses):
            if not unless or not _excluded(unless, match, clauses):
                yield match


def _excluded(unless: list[Hit], match: tuple[Hit, ...], clauses: Clauses) -> bool:
    start = clauses.clause(min(match)[0])[0]
    end = clauses.clause(max(hit[1] for hit in match) - 1)[1]
    return any(start <= first and last <= end for first, last in unless)


def _in_cell(rule: Rule, groups: list[list[Hit]], clauses: Clauses) -> Iterator[tuple[Hit, ...]]:
    if len(groups) == 1:
        for hit in without_inner(groups[0]):
            yield (hit,)
        return
    place = 0
    if not rule.ordered:
        sizes = list(map(len, groups))
        place = sizes.index(min(sizes))
    in_clause = rule.across is Across.CLAUSE
    stretch = _EVERYWHERE
    for anchor in without_inner(groups[place]):
        if in_clause:
            stretch = clauses.clause(anchor[0])
        match = _beside(rule, anchor, place, groups, stretch)
        if match is not None:
            yield match


def _beside(
    rule: Rule, anchor: Hit, place: int, groups: list[list[Hit]], stretch: tuple[int, float]
) -> tuple[Hit, ...] | None:
    """One hit in ``stretch`` per group, the nearest to ``anchor`` (which meets group ``place``); None if one lacks."""
    ordered, within = rule.ordered, rule.within
    first, last = stretch
    low, high = lowest, highest = anchor
    chosen: list[Hit] = [anchor] * len(groups)
    taken: list[Hit] = []
    for index, group in enumerate(groups):
        if index == place:
            continue
        best: Hit | None = None
        best_gap = within + 1
        for hit in group:
            start, end = hit
            gap = start - high if ordered or start >= high else low - end
            if 0 <= gap < best_gap and start >= first and end <= last and not (taken and _overlaps(hit, taken)):
                best, best_gap = hit, gap
        if best is None:
            return None
        chosen[index] = best
        if best[0] < lowest:
            lowest = best[0]
        if best[1] > highest:
            highest = best[1]
        if highest - lowest > within:
            return None
        if ordered:
            high = best[1]
        else:
            taken.append(best)
    return tuple(chosen) if highest - lowest <= within else None


def _overlaps(hit: Hit, taken: list[Hit]) -> bool:
    start, end = hit
    return any(end > first and start < last for first, last in taken)
