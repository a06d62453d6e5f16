"""Signature and date among closing words, colophon and annexes."""

import pytest

from desktop.reading.open_draft import draft_from_text

from .test_about import BODY, OPENING, words

HEAD = f"某某区科技局2022年法治政府建设年度报告\n{OPENING}\n{BODY}"
UNIT, DATE = "中共某某区科学技术局党组", "2022 年 12 月 30 日"


@pytest.mark.parametrize(
    "below",
    [
        "某某市某某区科技局办公室印发\n2022 年 12 月 31 日",
        "某某区科技局办公室 2022年12月31日印发",
        "某某区科技局办公室\n2022年12月31日印发",
        "抄送：区委办公室，区人大常委会办公室，区政协办公室，区委全面依法治区委员会办公室，区司法局，区审计局，各镇、各街道办事处。\n"
        "某某区科技局办公室　2022年12月31日印发",
        "抄送：区司法局\n某某区科技局办公室\n2022年12月31日",
        "抄报：区委、区政府\n（共印15份）",
        "联系人：张三    联系电话：12345678",
        "附件：1.权责清单\n2.执法案件统计表",
        "（此件公开发布）\n责任编辑：张三",
    ],
)
@pytest.mark.parametrize(
    "words_before",
    ["特此报告\n", "特此报告。\n", "特此报告，请审阅。\n", "妥否，请批示。\n", "汇报完毕，请批评指正。\n", ""],
)
def test_what_stands_below_a_signature_signs_nothing(below: str, words_before: str) -> None:
    draft = draft_from_text(f"{HEAD}\n{words_before}{UNIT}\n{DATE}\n{below}")
    assert (words(draft, draft.signature), words(draft, draft.signature_date)) == (UNIT, DATE)
    assert draft.text[draft.parts[-1].start :] == f"{words_before}{UNIT}\n{DATE}\n{below}"
    assert draft.unit == "某某区科学技术局"


def test_annexes_named_above_the_signature() -> None:
    closing = f"附件：1.权责清单\n2.执法案件统计表\n{UNIT}\n{DATE}"
    draft = draft_from_text(f"{HEAD}\n{closing}")
    assert words(draft, draft.signature) == UNIT
    assert draft.text[draft.parts[-1].start :] == closing


def test_numbered_points_above_a_signature_are_text() -> None:
    draft = draft_from_text(f"{HEAD}\n三、下一步打算\n1.加强学习\n2.充实队伍\n{UNIT}\n{DATE}")
    assert draft.text[draft.parts[-1].start :] == f"{UNIT}\n{DATE}"


@pytest.mark.parametrize(
    "line",
    [
        "某某区科技局 2022年12月30日",
        "某某区科技局二〇二二年十二月三十日",
        "（某某区科技局  2022年12月30日）",
        "2022年12月30日    某某区科技局",
        "报告单位：某某区科技局（盖章） 2022年12月30日",
        "某某区科技局（公章）2022年12月",
    ],
)
def test_unit_and_date_in_one_line(line: str) -> None:
    draft = draft_from_text(f"2022年法治政府建设年度报告\n{OPENING}\n{BODY}\n特此报告\n{line}")
    assert words(draft, draft.signature) == words(draft, draft.signature_date) == line
    assert draft.unit == "某某区科技局"


@pytest.mark.parametrize("lines", [(DATE, UNIT), (UNIT, DATE)])
def test_date_above_or_below_the_unit(lines: tuple[str, str]) -> None:
    draft = draft_from_text(f"{HEAD}\n" + "\n".join(lines))
    assert (words(draft, draft.signature), words(draft, draft.signature_date)) == (UNIT, DATE)


def test_a_joint_signature() -> None:
    draft = draft_from_text(f"{HEAD}\n中共某某镇委员会\n某某镇人民政府\n{DATE}")
    assert (words(draft, draft.signature), words(draft, draft.signature_date)) == ("中共某某镇委员会", DATE)


def test_a_colophon_alone_is_no_signature() -> None:
    draft = draft_from_text(f"{HEAD}\n抄送：区司法局\n某某区科技局办公室 2022年12月31日印发")
    assert draft.signature is None and draft.signature_date is None
    assert draft.unit == "某某区科技局"


@pytest.mark.parametrize(("date", "found"), [("2023年1月 日", True), ("2023年 月 日", False)])
def test_a_day_left_open(date: str, found: bool) -> None:
    draft = draft_from_text(f"{HEAD}\n{UNIT}\n{date}")
    assert words(draft, draft.signature) == UNIT
    assert words(draft, draft.signature_date) == (date if found else None)
