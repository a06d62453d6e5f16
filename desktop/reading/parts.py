"""Sections get roles: which stretch of the text is opening, measures, shortcomings, and so on.

A heading's words decide first, at the outer level freely, further in only where they name a part and
nothing else. Where wording turns without a heading ("下一步，我局将……") the part turns at that sentence,
until the innermost section ends. Everything between opening and closing that says nothing else is measures.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reading.draft import Part, Role, Section, Span
from desktop.reading.outline import Placed
from desktop.reading.roles import (
    LACK_CUE,
    LACK_TURN,
    NEXT_CUE,
    PLAN_WORDS,
    YEAR_CUE,
    names_a_part,
    roles_of_heading,
)

_LOOK_AHEAD = 120


@dataclass(frozen=True, slots=True)
class _Turn:
    """From ``start`` on the text has ``role``; ``heading`` announced it."""

    start: int
    role: Role
    heading: Span | None


def find_parts(
    text: str, placed: Sequence[Placed], sections: Sequence[Section], closing: int, year: int | None
) -> tuple[Part, ...]:
    """Parts that follow each other and cover ``text``; what stands from ``closing`` on is the closing."""
    turns = [_Turn(0, Role.OPENING, None)]
    turns += _section_turns(sections, year) if sections else _headless_turns(placed, closing)
    turns = _with_cues(turns, text, placed, sections, closing, year)
    if closing < len(text):
        turns.append(_Turn(closing, Role.CLOSING, None))
    return _merge(turns, len(text))


def _section_turns(sections: Sequence[Section], year: int | None) -> list[_Turn]:
    """Where headings begin a role, and where the role around them resumes."""
    outer = min(section.level for section in sections)
    own: list[tuple[Role, ...]] = []
    turns: list[_Turn] = []
    current: list[tuple[Role, Span | None]] = []
    for index, section in enumerate(sections):
        roles = roles_of_heading(section.title, year)
        parent = section.parent
        if parent is None:
            role = roles[0] if roles else Role.MEASURES
            own.append(roles or (Role.MEASURES,))
            current.append((role, section.heading))
        else:
            above = current[parent]
            role = _nested_role(section, roles, above[0], own[parent])
            own.append((role,) if role is not above[0] else own[parent])
            current.append((role, section.heading) if role is not above[0] else above)
        turns.append(_Turn(section.start, *current[index]))
    del outer
    return turns


def _nested_role(section: Section, roles: tuple[Role, ...], above: Role, offered: tuple[Role, ...]) -> Role:
    """The role of a section inside another: its own only where its heading says so plainly."""
    for role in roles:
        if role is above or role in (Role.MEASURES, Role.OPENING):
            continue
        if role in offered:
            return role
        if above is Role.MEASURES and (role is Role.FIRST_RESPONSIBLE or names_a_part(section.title)):
            return role
        if above is Role.SHORTCOMINGS and role is Role.NEXT_YEAR and names_a_part(section.title):
            return role
    return above


def _headless_turns(placed: Sequence[Placed], closing: int) -> list[_Turn]:
    """Without headings the measures begin after the paragraph that announces the report."""
    blocks = [one for one in placed if one.start < closing]
    for index, one in enumerate(blocks[:6]):
        if one.found.text.rstrip("。：:").endswith(("如下", "报告如下", "汇报如下")) and index + 1 < len(blocks):
            return [_Turn(blocks[index + 1].start, Role.MEASURES, None)]
    long = [one for one in blocks if len(one.found.text) > 40]
    if len(long) > 1:
        return [_Turn(long[1].start, Role.MEASURES, None)]
    return [_Turn(long[0].start, Role.MEASURES, None)] if long else []


def _with_cues(
    turns: list[_Turn],
    text: str,
    placed: Sequence[Placed],
    sections: Sequence[Section],
    closing: int,
    year: int | None,
) -> list[_Turn]:
    """``turns`` and those that sentences make on their own."""
    has_lack = any(turn.role is Role.SHORTCOMINGS for turn in turns)
    has_plan = any(turn.role is Role.NEXT_YEAR for turn in turns)
    starts = [turn.start for turn in turns]
    added: list[_Turn] = []
    section_starts = [section.start for section in sections] + [closing]
    resume: _Turn | None = None
    until = 0
    for one in placed:
        if one.start >= closing:
            break
        at = bisect_left(starts, one.start + 1) - 1
        turn = turns[at]
        if resume is not None and one.start >= until:
            if turn.start <= resume.start:
                added.append(_Turn(one.start, turn.role, turn.heading))
            resume = None
        role = added[-1].role if resume is not None and added else turn.role
        if turn.role is Role.OPENING:
            continue
        for cue in _cues(one, role, has_lack, has_plan, year):
            offset, new = cue
            added.append(_Turn(offset, new, turn.heading if turn.role in (Role.SHORTCOMINGS, Role.NEXT_YEAR) else None))
            resume = turn
            until = section_starts[min(bisect_left(section_starts, offset + 1), len(section_starts) - 1)]
            role = new
    return sorted([*turns, *added], key=lambda turn: turn.start)


def _cues(one: Placed, role: Role, has_lack: bool, has_plan: bool, year: int | None) -> list[tuple[int, Role]]:
    """Where sentences of one paragraph turn to shortcomings or plans."""
    text = one.found.text
    cues: list[tuple[int, Role]] = []
    if role is Role.NEXT_YEAR or one.found.whole:
        return cues
    if not has_lack and role is Role.MEASURES:
        for match in LACK_CUE.finditer(text):
            if LACK_TURN.search(match[0]):
                cues.append((one.start + match.start(), Role.SHORTCOMINGS))
                break
    offset = None
    for match in NEXT_CUE.finditer(text):
        if PLAN_WORDS.search(text, match.end(), match.end() + _LOOK_AHEAD):
            offset = match.start()
            break
    if year is not None and offset is None and (not has_plan or role is Role.SHORTCOMINGS):
        for match in YEAR_CUE.finditer(text):
            if int(match[1]) == year + 1 and PLAN_WORDS.search(text, match.end(), match.end() + 60):
                offset = match.start()
                break
    if offset is not None and one.start + offset >= one.heading.end:
        cues.append((one.start + offset, Role.NEXT_YEAR))
    elif offset is not None and offset == 0:
        cues.append((one.start, Role.NEXT_YEAR))
    return sorted(cues)


def _merge(turns: Sequence[_Turn], end: int) -> tuple[Part, ...]:
    """Turns as parts, neighbours of one role joined, empty ones dropped."""
    parts: list[Part] = []
    for turn, after in zip(turns, [*turns[1:], None], strict=True):
        stop = after.start if after is not None else end
        if stop <= turn.start and end:
            continue
        if parts and parts[-1].role is turn.role:
            parts[-1] = Part(turn.role, parts[-1].start, stop, parts[-1].heading)
        else:
            parts.append(Part(turn.role, turn.start, stop, turn.heading))
    return tuple(parts)
