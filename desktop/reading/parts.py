"""Sections get roles: which stretch of the text is opening, measures, shortcomings, and so on.

A heading's words decide first, at the outer level freely, further in only where they name a part and
nothing else. Where wording turns without a heading ("下一步，我局将……") the part turns at that sentence:
inside shortcomings and the head's duties until the next heading of another role, inside measures until
the section ends, or only to the end of the paragraph where the plan has a heading of its own elsewhere.
Shortcomings keep their promises to mend where the plan has such a heading; where every point tells its
shortcoming and then its plan, each turn ends with its point.
Everything between opening and closing that says nothing else is measures.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.reading.body import measures_start
from desktop.reading.cues import (
    Cue,
    asks_of_first_responsible,
    first_responsible_opens,
    lack_cues,
    plan_cues,
    plan_places,
)
from desktop.reading.draft import Part, Role, Section, Span
from desktop.reading.outline import Placed
from desktop.reading.roles import names_a_part, roles_of_heading

_LONG_OPENING = 800
_DUTY = re.compile("履行|落实|履职|尽责|述法|推进|负责|党政")


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of one role; ``announced`` are all the roles its heading names."""

    role: Role
    start: int
    end: int
    heading: Span | None = None
    announced: tuple[Role, ...] = ()


def find_parts(
    placed: Sequence[Placed], sections: Sequence[Section], body: int, closing: int, year: int | None
) -> list[Part]:
    """Parts that follow each other and cover everything; what stands from ``closing`` on is the closing.

    ``body`` is where the text below title and addressee begins.
    """
    text = "\n".join(one.found.text for one in placed)
    runs = _heading_runs(sections, closing, year)
    runs = _split_opening(runs, [one for one in placed if body <= one.start < closing])
    headed = frozenset(run.role for run in runs)
    where = _Where(sections, headed, year, plan_places(text, year))
    starts = [one.start for one in placed]
    found: list[_Run] = []
    for run in runs:
        blocks = placed[max(bisect_right(starts, run.start) - 1, 0) : bisect_left(starts, run.end)]
        found += _turn_by_wording(run, text, blocks, where)
    if closing < len(text):
        found.append(_Run(Role.CLOSING, closing, len(text)))
    return _as_parts(found)


def _heading_runs(sections: Sequence[Section], closing: int, year: int | None) -> list[_Run]:
    """The runs that headings announce; the opening reaches to the first heading."""
    runs = [_Run(Role.OPENING, 0, sections[0].start if sections else closing)]
    current: list[_Run] = []
    for index, section in enumerate(sections):
        stated = section.heading.end - section.heading.start < len(section.title)  # no heading, only a number
        roles = () if stated else roles_of_heading(section.title, year, section.parent is None)
        if section.parent is None:
            announced = roles or (Role.MEASURES,)
            own = _Run(announced[0], section.start, 0, section.heading, announced)
        else:
            own = current[section.parent]
            nested = _nested_role(section, roles, own)
            if nested is not own.role:
                own = _Run(nested, section.start, 0, section.heading, (nested,))
        current.append(own)
        end = sections[index + 1].start if index + 1 < len(sections) else closing
        last = runs[-1]
        if last.role is own.role and last.role is not Role.OPENING:
            runs[-1] = _Run(last.role, last.start, end, last.heading, last.announced)
        else:
            runs.append(_Run(own.role, section.start, end, own.heading, own.announced))
    return runs


def _nested_role(section: Section, roles: tuple[Role, ...], above: _Run) -> Role:
    """The role of a section inside another: its own only where its heading says so plainly."""
    for role in roles:
        if role in above.announced:
            return role
        if role in (Role.OPENING, Role.MEASURES) or above.role in (
            Role.OPENING,
            Role.NEXT_YEAR,
        ):
            continue
        if role is Role.FIRST_RESPONSIBLE and above.role is Role.MEASURES and _DUTY.search(section.title):
            return role
        if role in (Role.SHORTCOMINGS, Role.NEXT_YEAR) and names_a_part(section.title):
            return role
    return above.role


def _split_opening(runs: list[_Run], blocks: Sequence[Placed]) -> list[_Run]:
    """Measures that stand before the first heading, or in a draft without headings, leave the opening."""
    opening = runs[0]
    inside = [one for one in blocks if one.start < opening.end]
    follows = runs[1].role if len(runs) > 1 else None
    if follows in (Role.MEASURES, Role.OPENING) and opening.end < _LONG_OPENING + 400:
        return runs
    start = measures_start(inside, alone=follows is None)
    if start is None or (follows is not None and opening.end - start < _LONG_OPENING // 2):
        return runs
    return [
        replace(opening, end=start),
        _Run(Role.MEASURES, start, opening.end, None, (Role.MEASURES,)),
        *runs[1:],
    ]


@dataclass(frozen=True, slots=True)
class _Where:
    """What a sentence's turn depends on besides its run."""

    sections: Sequence[Section]
    headed: frozenset[Role]
    year: int | None
    plan_places: Sequence[int]

    def section_end(self, offset: int) -> int | None:
        """Where the innermost section at ``offset`` ends."""
        index = bisect_right(self.sections, offset, key=lambda section: section.start) - 1
        while index >= 0:
            section = self.sections[index]
            if offset < section.end:
                return section.end
            index = section.parent if section.parent is not None else -1
        return None


def _turn_by_wording(run: _Run, text: str, blocks: Sequence[Placed], where: _Where) -> list[_Run]:
    """``run`` cut where its sentences turn to another role, and resumed where the turn ends."""
    if run.role in (Role.OPENING, Role.NEXT_YEAR, Role.CLOSING):
        return [run]
    pieces: list[_Run] = []
    current = run
    until = run.end
    cues = _plans_of_points(run, text, blocks, where)
    point_by_point = len(cues) > 1 and not any(cue.opens for cue in cues)
    by_section = len({where.section_end(cue.start) for cue in cues}) == len(cues) > 1
    for one in blocks:
        if current.role is not run.role and one.start >= until:
            pieces.append(replace(current, end=one.start))
            current = replace(run, start=one.start)
        for cue in _cues(one, text, current.role, run, where):
            if cue.role is current.role:
                continue
            pieces.append(replace(current, end=cue.start))
            heading = run.heading if cue.role in run.announced else None
            current = _Run(cue.role, cue.start, run.end, heading, run.announced)
            until = one.end if point_by_point else _turn_end(cue, one, run, where)
            if by_section:
                until = where.section_end(cue.start) or until
    pieces.append(replace(current, end=run.end))
    return [piece for piece in pieces if piece.start < piece.end]


def _plans_of_points(run: _Run, text: str, blocks: Sequence[Placed], where: _Where) -> list[Cue]:
    """The turns to plans in a part on shortcomings and plans, where each point may tell one and then the other.

    In sentences within the paragraphs a turn ends with its paragraph, one in every section with its section.
    """
    if not {Role.SHORTCOMINGS, Role.NEXT_YEAR} <= set(run.announced):
        return []
    return [cue for one in blocks for cue in _cues(one, text, Role.SHORTCOMINGS, run, where)]


def _cues(one: Placed, text: str, role: Role, run: _Run, where: _Where) -> list[Cue]:
    """The turns in one paragraph, in order; a heading of its own makes none."""
    if one.found.whole:
        return []
    if role is Role.NEXT_YEAR:
        return _first_responsible_after_plan(one, text, run, where)
    planned_later = Role.NEXT_YEAR in where.headed and Role.NEXT_YEAR not in run.announced
    if run.role is Role.SHORTCOMINGS and planned_later:
        return []  # a promise to mend is part of the shortcomings
    begin = max(one.start + one.found.heading_end, run.start)
    cues = list(plan_cues(text, begin, one.end, where.plan_places, where.year))[:1]
    wanted = Role.SHORTCOMINGS not in where.headed or Role.SHORTCOMINGS in run.announced
    if role is Role.MEASURES and wanted:
        cues += lack_cues(text, begin, one.end)
    if role is Role.MEASURES and not where.sections and first_responsible_opens(text, begin, one.end):
        cues.append(Cue(begin, Role.FIRST_RESPONSIBLE, True))
    return sorted(cues, key=lambda cue: cue.start)


def _first_responsible_after_plan(one: Placed, text: str, run: _Run, where: _Where) -> list[Cue]:
    """In a draft without headings the head's duties may be told after the plan."""
    begin = max(one.start, run.start)
    if where.sections or not first_responsible_opens(text, begin, one.end):
        return []
    return [] if asks_of_first_responsible(text, begin, one.end) else [Cue(begin, Role.FIRST_RESPONSIBLE, True)]


def _turn_end(cue: Cue, one: Placed, run: _Run, where: _Where) -> int:
    """Where what ``cue`` began gives way to the run's own role again."""
    if cue.role is Role.FIRST_RESPONSIBLE:
        return one.end
    if run.role is not Role.MEASURES or cue.role in run.announced:
        return run.end
    if cue.role in where.headed:
        return one.end
    if one.found.text[-1] in "：:" or not where.sections:
        return run.end
    if not cue.opens and cue.role is Role.NEXT_YEAR:
        return one.end
    return where.section_end(cue.start) or run.end


def _as_parts(runs: Sequence[_Run]) -> list[Part]:
    """Runs as parts, empty ones dropped, neighbours of one role joined."""
    parts: list[Part] = []
    for run in runs:
        if run.start >= run.end:
            continue
        if parts and parts[-1].role is run.role:
            parts[-1] = replace(parts[-1], end=run.end)
        else:
            parts.append(Part(run.role, run.start, run.end, run.heading))
    return parts
