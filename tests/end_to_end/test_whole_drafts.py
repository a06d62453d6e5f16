"""Whole made-up reports with the answers of people who had not seen the rules."""

import json
from pathlib import Path

import pytest

from desktop.checking.check import check
from desktop.checking.result import ItemResult
from desktop.reading.open_draft import open_draft
from tests.loaded import the_checklists

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

_FOLDER = Path(__file__).parents[1] / "drafts"
_GAPS = {"missing", "partial"}
_SHARED = 8


def test_verdicts_and_evidence_agree_with_the_answers() -> None:
    checklists = the_checklists()
    pairs: list[tuple[str, ItemResult, dict[str, object]]] = []
    for answer in sorted((_FOLDER / "answers").glob("*.json")):
        draft = open_draft(_FOLDER / answer.name.removesuffix(".json"))
        results = {one.id: one for one in check(draft, checklists).items}
        answers = json.loads(answer.read_text(encoding="utf-8"))["items"]
        assert answers.keys() == results.keys()
        pairs += [(answer.stem, results[key], truth) for key, truth in answers.items()]
    wrong = [
        f"{name} {said.id} {truth['status']}" for name, said, truth in pairs if said.status.value != truth["status"]
    ]
    assert len(pairs) == 12 * 88
    assert len(wrong) <= 0.03 * len(pairs), wrong
    reported = [(said, truth) for _, said, truth in pairs if said.status.value in _GAPS]
    annotated = [(said, truth) for _, said, truth in pairs if truth["status"] in _GAPS]
    assert sum(truth["status"] in _GAPS for _, truth in reported) >= 0.95 * len(reported)
    assert sum(said.status.value in _GAPS for said, _ in annotated) >= 0.95 * len(annotated)
    quoted = [(said, truth) for _, said, truth in pairs if said.evidence and truth["evidence"]]
    assert sum(_shares_words(said, truth["evidence"]) for said, truth in quoted) >= 0.95 * len(quoted)


def _shares_words(said: ItemResult, passages: object) -> bool:
    assert isinstance(passages, list)
    return any(_overlap(one.text, other) for one in said.evidence for other in passages)


def _overlap(one: str, other: str) -> bool:
    one, other = "".join(one.split()), "".join(other.split())
    if min(len(one), len(other)) < _SHARED:
        return one in other or other in one
    return any(one[start : start + _SHARED] in other for start in range(len(one) - _SHARED + 1))
