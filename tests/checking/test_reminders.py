import pytest

from desktop.checking.check import check
from desktop.packs.kinds import UnitKind
from desktop.workbench import passage_draft
from tests.loaded import the_checklists

_LISTS = the_checklists()


def _texts(text: str, year: int | None, kind: UnitKind | None = None) -> str:
    return "\n".join(
        check(passage_draft(text), _LISTS, year=year, unit_kind=kind, only=("legal-counsel",)).draft.reminders
    )


@pytest.mark.parametrize(
    ("year", "shown", "hidden"),
    [
        (2017, "第一季度", "3月1日前"),
        (2021, "4月1日前", "涉企检查"),
        (2025, "涉企检查", "行政执法监督条例"),
        (2026, "行政执法监督条例", "第一季度"),
    ],
)
def test_reminders_follow_the_report_year(year: int, shown: str, hidden: str) -> None:
    texts = _texts("全年开展普法。", year)
    assert shown in texts and hidden not in texts


def test_some_reminders_wait_for_their_words_and_kind_of_unit() -> None:
    text = "全年受理行政复议案件5件。"
    assert "被申请行政复议" in _texts(text, 2024, UnitKind.ENFORCING)
    assert "被申请行政复议" not in _texts(text, 2024, UnitKind.GOVERNMENT)
    assert "被申请行政复议" not in _texts(text, 2023, UnitKind.ENFORCING)
    assert "被申请行政复议" not in _texts("全年无复议案件。", 2024, UnitKind.ENFORCING)


def test_reminders_name_their_source_without_a_finer_place() -> None:
    texts = _texts("全年开展普法。", 2021)
    assert "厅字〔2019〕28号" in texts and "条" not in texts.split("厅字〔2019〕28号")[1][:3]


@pytest.mark.parametrize(
    ("kind", "shown", "hidden"),
    [
        (UnitKind.TOWNSHIP, "报上一级党委和政府", "3月1日前"),
        (UnitKind.GOVERNMENT, "报上一级党委和政府", "3月1日前"),
        (UnitKind.NON_ENFORCING, "3月1日前", "报上一级党委和政府"),
    ],
)
def test_each_kind_of_unit_is_told_whom_it_reports_to(kind: UnitKind, shown: str, hidden: str) -> None:
    texts = _texts("全年开展普法。", 2024, kind)
    assert shown in texts and hidden not in texts
    assert "4月1日前" in texts
