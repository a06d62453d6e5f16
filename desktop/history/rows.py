"""A check's result as rows of the tables, and back: the result read is equal to the one written."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from desktop.checking.result import (
    CheckedDraft,
    CheckResult,
    Evidence,
    ItemResult,
    Mood,
    Observation,
    Related,
    Severity,
    ShownBasis,
    Status,
    UsedChecklist,
)
from desktop.history.tables import (
    Base,
    Check,
    EvidenceRow,
    ItemRow,
    ObservationRow,
    RelatedRow,
    UsedChecklistRow,
)
from desktop.packs.kinds import Level

Rows = list[dict[str, Any]]


def draft_values(draft: CheckedDraft) -> dict[str, Any]:
    """The columns of ``checks`` that the result itself fills."""
    return {**asdict(draft), "notices": list(draft.notices), "reminders": list(draft.reminders)}


def item_texts(result: CheckResult) -> Rows:
    """What the items say in every check, each once."""
    texts = (_item_text(item) for item in result.items)
    return list({one["digest"]: one for one in texts}.values())


def rows_of(result: CheckResult, check_id: int) -> list[tuple[type[Base], Rows]]:
    """All rows of the check but its own one, table by table in an order that keeps every reference whole."""
    evidence = [[_evidence_row(one) for one in item.evidence] for item in result.items]
    related = [[_passage(other) for other in one.related] for one in result.observations]
    return [
        (UsedChecklistRow, _numbered(check_id, [_checklist_row(one) for one in result.checklists])),
        (ItemRow, _numbered(check_id, [_item_row(item) for item in result.items])),
        (EvidenceRow, _under(check_id, "item_position", evidence)),
        (ObservationRow, _numbered(check_id, [_observation_row(one) for one in result.observations])),
        (RelatedRow, _under(check_id, "observation_position", related)),
    ]


def result_of(check: Check) -> CheckResult:
    """The result as it was saved. Raises ValueError when a stored word is none this program knows."""
    draft = CheckedDraft(
        sha256=check.sha256,
        title=check.title,
        unit=check.unit,
        year=check.year,
        characters=check.characters,
        unit_kind=check.unit_kind,
        unit_kind_guess=check.unit_kind_guess,
        notices=tuple(check.notices),
        reminders=tuple(check.reminders),
    )
    return CheckResult(
        draft=draft,
        checklists=tuple(UsedChecklist(one.checklist, one.title, one.version) for one in check.checklists),
        items=tuple(_item(row) for row in check.items),
        observations=tuple(_observation(row) for row in check.observations),
    )


def _numbered(check_id: int, rows: Rows) -> Rows:
    return [{"check_id": check_id, "position": position, **row} for position, row in enumerate(rows)]


def _under(check_id: int, parent: str, groups: list[Rows]) -> Rows:
    return [
        {"check_id": check_id, parent: number, "position": position, **row}
        for number, group in enumerate(groups)
        for position, row in enumerate(group)
    ]


def _checklist_row(one: UsedChecklist) -> dict[str, Any]:
    return {"checklist": one.id, "title": one.title, "version": one.version}


def _item_text(item: ItemResult) -> dict[str, Any]:
    words = {
        "title": item.title,
        "level": item.level.value,
        "asks": item.asks,
        "advice": item.advice,
        "model": item.model,
        "write_in": item.write_in,
        "basis": [asdict(one) for one in item.basis],
    }
    return {"digest": digest(json.dumps(words, sort_keys=True)), **words}


def digest(text: str) -> str:
    """The SHA-256 of ``text`` in UTF-8. Raises UnicodeEncodeError for half a surrogate pair."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _item_row(item: ItemResult) -> dict[str, Any]:
    return {
        "item": item.id,
        "checklist": item.checklist,
        "status": item.status.value,
        "sure": item.sure,
        "reason": item.reason,
        "absent_elements": list(item.absent_elements),
        "text_digest": _item_text(item)["digest"],
    }


def _passage(one: Evidence | Observation | Related) -> dict[str, Any]:
    return {"text": one.text, "start_offset": one.start, "end_offset": one.end}


def _evidence_row(one: Evidence) -> dict[str, Any]:
    return {**_passage(one), "place": one.where, "mood": one.mood.value}


def _observation_row(one: Observation) -> dict[str, Any]:
    return {
        **_passage(one),
        "kind": one.kind,
        "severity": one.severity.value,
        "message": one.message,
        "place": one.where,
    }


def _item(row: ItemRow) -> ItemResult:
    text = row.text
    return ItemResult(
        id=row.item,
        checklist=row.checklist,
        title=text.title,
        level=Level(text.level),
        status=Status(row.status),
        evidence=tuple(
            Evidence(one.text, one.start_offset, one.end_offset, one.place, Mood(one.mood)) for one in row.evidence
        ),
        absent_elements=tuple(row.absent_elements),
        reason=row.reason,
        asks=text.asks,
        advice=text.advice,
        model=text.model,
        write_in=text.write_in,
        basis=tuple(ShownBasis(**one) for one in text.basis),
        sure=row.sure,
    )


def _observation(row: ObservationRow) -> Observation:
    return Observation(
        kind=row.kind,
        severity=Severity(row.severity),
        text=row.text,
        start=row.start_offset,
        end=row.end_offset,
        message=row.message,
        where=row.place,
        related=tuple(Related(one.text, one.start_offset, one.end_offset) for one in row.related),
    )
