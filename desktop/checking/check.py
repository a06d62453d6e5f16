"""The one entry: a draft and checklists in, a result out. No file, no clock, no window, no network."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from desktop.checking.findings import findings_of
from desktop.checking.observations.previous import told_of
from desktop.checking.observe import observe
from desktop.checking.reminders import fitting
from desktop.checking.result import (
    CheckedDraft,
    CheckResult,
    ItemResult,
    ShownBasis,
    Status,
    UsedChecklist,
)
from desktop.checking.structure import StructureFacts
from desktop.checking.text import Scanned, scan
from desktop.checking.unit_kind import guess_unit_kind
from desktop.checking.verdicts import decide, not_asked
from desktop.packs.choose import chosen_lists, level_in, outline_notice, shown_bases, why_not_asked
from desktop.packs.kinds import Level, UnitKind
from desktop.packs.model import Checklists, Item
from desktop.reading.draft import Draft

_FEWEST_COVERED = 8
"""Of so many items one at least is covered in anything that can be called a report; in thin ones a fourth are."""


_LEAST_TO_JUDGE = 200
"""Characters; of less the reader has said already that it is too short for a report."""


def check(
    draft: Draft,
    checklists: Checklists,
    *,
    year: int | None = None,
    unit_kind: UnitKind | None = None,
    only: tuple[str, ...] = (),
    previous: Draft | None = None,
) -> CheckResult:
    """Check ``draft`` against ``checklists``.

    ``year`` overrides the report year found in the draft. Without ``unit_kind`` every item applies.
    ``only`` names the checklists to run (empty: all). ``previous`` is last year's report of the same unit: what was
    carried over from it is among the observations. Equal input gives an equal result.
    """
    asked = _Choice(year if year is not None else draft.year, unit_kind, only, previous)
    with _without_garbage_collection():
        return _check(draft, checklists, asked)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """A check makes a great many small objects and no cycles; looking through them costs a third of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Choice:
    year: int | None
    unit_kind: UnitKind | None
    only: tuple[str, ...]
    previous: Draft | None


def _check(draft: Draft, checklists: Checklists, asked: _Choice) -> CheckResult:
    year, unit_kind, previous = asked.year, asked.unit_kind, asked.previous
    scanned = scan(draft, checklists, year)
    facts = StructureFacts(scanned, checklists)
    lists = chosen_lists(checklists, asked.only)
    chosen = {one.id for one in lists}
    items = tuple(
        _result(one, scanned, facts) for one in _asked_of(checklists, year, unit_kind) if one.item.checklist in chosen
    )
    guess = guess_unit_kind(draft.unit, checklists.unit_kinds)
    characters = len("".join(draft.text.split()))
    told = (
        _no_report(items) if not asked.only and characters >= _LEAST_TO_JUDGE else None,
        outline_notice(year, checklists.instruments),
        told_of(draft, year, previous) if previous else None,
    )
    return CheckResult(
        draft=CheckedDraft(
            sha256=draft.sha256,
            title=draft.title_text,
            unit=draft.unit,
            year=year,
            characters=characters,
            unit_kind=unit_kind.value if unit_kind else None,
            unit_kind_guess=guess.value if guess else None,
            notices=(*draft.notices, *(one for one in told if one)),
            reminders=fitting(checklists.reminders, scanned.squeezed.text, year, (unit_kind, guess)),
        ),
        checklists=tuple(UsedChecklist(one.id, one.title, one.version) for one in lists),
        items=items,
        observations=observe(scanned, facts, checklists.observations, year, previous),
    )


def _no_report(items: tuple[ItemResult, ...]) -> str | None:
    """What to say of a text that has next to nothing of what reports hold: it may be another file."""
    covered = sum(one.status is Status.COVERED for one in items)
    asked = sum(one.status is not Status.NOT_APPLICABLE for one in items)
    if covered * _FEWEST_COVERED >= asked:
        return None
    return f"{asked}项里只有{covered}项找到了内容，不像一份完整的法治政府建设年度报告，请核对是不是打开了别的文件"


@dataclass(frozen=True, slots=True)
class _Asked:
    """An item as it applies to reports of one year and kind of unit; ``why_not`` None where it is asked."""

    item: Item
    level: Level
    bases: tuple[ShownBasis, ...]
    why_not: str | None


@lru_cache(maxsize=64)
def _asked_of(checklists: Checklists, year: int | None, unit_kind: UnitKind | None) -> tuple[_Asked, ...]:
    return tuple(
        _Asked(
            item,
            level_in(item, year),
            tuple(
                ShownBasis(one.instrument.id, one.instrument.title, one.instrument.number, one.locator)
                for one in shown_bases(item, year, checklists.instruments)
            ),
            why_not_asked(item, year, unit_kind),
        )
        for item in checklists.items
    )


def _result(asked: _Asked, scanned: Scanned, facts: StructureFacts) -> ItemResult:
    if asked.why_not is not None:
        return not_asked(asked.item, asked.level, asked.why_not, asked.bases)
    return decide(asked.item, asked.level, findings_of(asked.item, scanned, facts), scanned, asked.bases)
