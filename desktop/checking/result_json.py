"""A CheckResult as JSON text: schema 1, equal bytes for equal results."""

import json
from dataclasses import asdict

from desktop.checking.result import CheckResult, Evidence, ItemResult, Observation, Status

SCHEMA = 1


def result_as_json(result: CheckResult, path: str) -> str:
    """The result as one JSON object with a closing line feed. ``path`` is the draft as the user named it."""
    draft = result.draft
    whole: dict[str, object] = {
        "schema": SCHEMA,
        "draft": {
            # A name that is no valid UTF-8 must not make the output invalid.
            "path": path.encode("utf-8", "replace").decode("utf-8"),
            "sha256": draft.sha256,
            "title": draft.title,
            "unit": draft.unit,
            "year": draft.year,
            "characters": draft.characters,
            "unit_kind": draft.unit_kind,
            "unit_kind_guess": draft.unit_kind_guess,
            "notices": list(draft.notices),
            "reminders": list(draft.reminders),
        },
        "checklists": [{"id": one.id, "title": one.title, "version": one.version} for one in result.checklists],
        "items": [_item(item) for item in result.items],
        "observations": [_observation(one) for one in result.observations],
        "summary": {status.value: result.count(status) for status in Status},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _item(item: ItemResult) -> dict[str, object]:
    return {
        "id": item.id,
        "checklist": item.checklist,
        "title": item.title,
        "status": item.status.value,
        "level": item.level.value,
        "sure": item.sure,
        "evidence": [_evidence(one) for one in item.evidence],
        "absent_elements": list(item.absent_elements),
        "reason": item.reason,
        "advice": item.advice,
        "model": item.model,
        "write_in": item.write_in,
        "basis": [asdict(one) for one in item.basis],
    }


def _evidence(one: Evidence) -> dict[str, object]:
    return {"text": one.text, "start": one.start, "end": one.end, "where": one.where, "mood": one.mood.value}


def _observation(one: Observation) -> dict[str, object]:
    return {
        "kind": one.kind,
        "severity": one.severity.value,
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "where": one.where,
        "message": one.message,
        "related": [asdict(other) for other in one.related],
    }
