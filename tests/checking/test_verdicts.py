from collections.abc import Callable

import pytest

from desktop.checking.check import check
from desktop.checking.result import ItemResult, Status, quotable
from desktop.packs.kinds import Level
from desktop.packs.model import Checklists, Element
from desktop.packs.rules import RuleOptions, parse_rule
from desktop.reading.draft import Role
from desktop.reading.open_draft import draft_from_text
from desktop.workbench import passage_draft

Maker = Callable[..., Checklists]


def _element(title: str, rule: str, counts: int = 1, none_counts: bool | None = None) -> Element:
    return Element(title, (parse_rule(rule, {}, RuleOptions(), 1),), counts=counts, none_counts=none_counts)


def _verdict(checklists: Checklists, text: str, role: Role = Role.MEASURES, year: int | None = None) -> ItemResult:
    return check(passage_draft(text, role), checklists, year=year).items[0]


@pytest.fixture
def two_elements(one_rule: Maker) -> Checklists:
    elements = (_element("聘请律师", "聘请 + 律师"), _element("经费", "法律顾问 + 经费", counts=0))
    mentions = (parse_rule("法律顾问", {}, RuleOptions(), 1),)
    return one_rule("聘请 + 律师", elements=elements, mentions=mentions)


def test_a_fact_covers_and_names_what_could_be_added(two_elements: Checklists) -> None:
    result = _verdict(two_elements, "我局聘请律师2名。")
    assert result.status is Status.COVERED
    assert result.absent_elements == ("经费",)
    assert "写明了聘请律师；可补充：经费" in result.reason


def test_a_welcome_element_alone_does_not_cover(two_elements: Checklists) -> None:
    result = _verdict(two_elements, "安排法律顾问经费5万元。")
    assert result.status is Status.PARTIAL


@pytest.mark.parametrize(
    ("text", "role", "why"),
    [
        ("聘请律师2名。", Role.NEXT_YEAR, "打算做的事"),
        ("聘请律师不够及时。", Role.SHORTCOMINGS, "说的是不足"),
        ("落实法律顾问制度。", Role.MEASURES, "只是提到"),
        ("以法律顾问制度为抓手。", Role.OPENING, "开头语"),
    ],
)
def test_what_is_no_fact_is_partial_and_says_why(two_elements: Checklists, text: str, role: Role, why: str) -> None:
    result = _verdict(two_elements, text, role)
    assert result.status is Status.PARTIAL
    assert why in result.reason
    assert result.evidence[0].text == text


def test_missing_has_no_evidence_and_says_what_to_write(two_elements: Checklists) -> None:
    result = _verdict(two_elements, "全年开展普法活动。")
    assert result.status is Status.MISSING
    assert result.evidence == ()
    assert "没有找到" in result.reason and "核实" in result.reason
    assert result.advice == "写明试项。写在举措部分。"


def test_only_a_rule_about_the_report_makes_a_gap_against_it(one_rule: Maker) -> None:
    must = one_rule("聘请 + 律师")
    item = must.items[0]
    assert item.level is Level.KEY
    assert "缺项" not in _verdict(must, "全年开展普法活动。").reason


def test_needs_two_elements(one_rule: Maker) -> None:
    elements = (_element("部署", "部署"), _element("督办", "督办"), _element("四个亲自", "亲自部署", counts=2))
    lists = one_rule("部署", elements=elements, needs=2)
    assert _verdict(lists, "主持会议部署工作。").status is Status.PARTIAL
    assert "要素不全" in _verdict(lists, "主持会议部署工作。").reason
    assert _verdict(lists, "会议部署，现场督办。").status is Status.COVERED
    assert _verdict(lists, "亲自部署。").status is Status.COVERED


def test_none_counts_only_where_the_item_or_element_says_so(one_rule: Maker) -> None:
    text = "全年未发生行政诉讼案件。"
    assert _verdict(one_rule("行政诉讼"), text).status is Status.PARTIAL
    assert _verdict(one_rule("行政诉讼", zero_counts=True), text).status is Status.COVERED
    element = (_element("没有案件", "行政诉讼", none_counts=True),)
    assert _verdict(one_rule("行政诉讼", elements=element), text).status is Status.COVERED


def test_an_item_without_the_middle_status(one_rule: Maker) -> None:
    lists = one_rule("县政府", partial_possible=False)
    assert _verdict(lists, "县政府。", Role.NEXT_YEAR).status is Status.MISSING


def test_an_item_before_its_time_is_not_applicable(one_rule: Maker) -> None:
    result = _verdict(one_rule("法治", since=2021), "法治。", year=2018)
    assert result.status is Status.NOT_APPLICABLE
    assert "2021" in result.reason and result.evidence == ()


def test_evidence_is_short_and_at_most_three(one_rule: Maker) -> None:
    text = "。".join(f"第{n}中队{'认真' * 60}配发执法记录仪{n}台" for n in range(2, 8))
    evidence = _verdict(one_rule("配发 + 执法记录仪"), text).evidence
    assert len(evidence) == 3
    assert all(len(one.text) <= 200 for one in evidence)


def test_quotation_marks_inside_quotation_marks_are_single() -> None:
    assert quotable("推行“三项制度”和“双随机”") == "推行‘三项制度’和‘双随机’"
    assert quotable("进单位”活动1100场次") == "进单位”活动1100场次"


def test_a_title_that_begins_like_the_reason_is_not_said_twice(one_rule: Maker) -> None:
    elements = (_element("写明聘请律师", "聘请 + 律师"), _element("写明经费", "法律顾问 + 经费", counts=0))
    result = _verdict(one_rule("聘请 + 律师", elements=elements), "我局聘请律师2名。")
    assert "写明了聘请律师；可补充：经费" in result.reason


def test_the_number_in_the_place_is_not_quoted_again(one_rule: Maker) -> None:
    lists = one_rule("聘请 + 律师")
    text = "某局2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n2.聘请律师2名，审查合同9份。\n"
    (result,) = check(draft_from_text(text), lists).items
    assert result.reason.startswith("一、2.“聘请律师2名")


def test_the_cells_of_a_table_are_quoted_apart(one_rule: Maker) -> None:
    draft = draft_from_text("聘请律师\t12\t390\n")
    (result,) = check(draft, one_rule("聘请 + 律师")).items
    assert "“聘请律师 12 390" in result.reason
