import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

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
from desktop.checking.result_json import result_as_json
from desktop.packs.kinds import Level

ITEM = ItemResult(
    id="disclosure.advance",
    checklist="three-systems",
    title="执法公示：事前公开",
    level=Level.KEY,
    status=Status.PARTIAL,
    evidence=(Evidence("落实行政执法公示制度", 4, 14, "一、（五）1.", Mood.SLOGAN),),
    absent_elements=("公开权责清单",),
    reason="只有制度名称，没有具体做法。",
    asks="公开执法主体、人员、职责等",
    advice="写明公开了哪些清单。",
    model="公开权责清单__项。",
    write_in="一、主要举措",
    basis=(ShownBasis("three-systems-2018", "指导意见", None, "（四）"),),
    sure=False,
)
RESULT = CheckResult(
    draft=CheckedDraft("ab" * 32, "报告", "某某局", 2021, 8123, notices=("太短",)),
    checklists=(UsedChecklist("three-systems", "行政执法三项制度", "2026.1"),),
    items=(ITEM, replace(ITEM, id="disclosure.onsite", status=Status.COVERED)),
    observations=(
        Observation("date", Severity.WARNING, "2020年", 0, 5, "年份不一致。", "第1段", (Related("x", 1, 2),)),
    ),
)


def test_every_field_of_the_contract_is_there() -> None:
    text = result_as_json(RESULT, "草稿 一.txt")
    assert text.endswith("}\n")
    stored = json.loads(text)
    assert list(stored) == ["schema", "draft", "checklists", "items", "observations", "summary"]
    assert stored["schema"] == 1
    assert (
        stored["draft"] | {"path": "草稿 一.txt", "unit": "某某局", "year": 2021, "characters": 8123} == stored["draft"]
    )
    assert stored["checklists"] == [{"id": "three-systems", "title": "行政执法三项制度", "version": "2026.1"}]
    item = stored["items"][0]
    assert (item["status"], item["level"]) == ("partial", "key")
    assert item["evidence"][0] | {"start": 4, "end": 14, "where": "一、（五）1."} == item["evidence"][0]
    assert item["basis"] == [
        {"instrument": "three-systems-2018", "title": "指导意见", "number": None, "locator": "（四）"}
    ]
    assert {"absent_elements", "reason", "advice"} <= set(item)
    one = stored["observations"][0]
    assert (one["kind"], one["severity"], one["start"], one["end"]) == ("date", "warning", 0, 5)
    assert one["related"] == [{"text": "x", "start": 1, "end": 2}]
    assert stored["summary"] == {"covered": 1, "partial": 1, "missing": 0, "not_applicable": 0}


def test_what_was_not_found_is_null() -> None:
    nameless = replace(RESULT, draft=CheckedDraft("", None, None, None, 20))
    draft = json.loads(result_as_json(nameless, "x"))["draft"]
    assert (draft["title"], draft["unit"], draft["year"]) == (None, None, None)


@given(st.text(), st.text(alphabet=st.characters(codec="utf-8")))
def test_any_name_and_any_words_give_valid_output(path: str, words: str) -> None:
    result = replace(RESULT, items=(replace(ITEM, reason=words),))
    text = result_as_json(result, path + "\udcff")
    assert json.loads(text.encode("utf-8"))["items"][0]["reason"] == words
    assert text == result_as_json(result, path + "\udcff")
