from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.checking.check import check
from desktop.checking.result import Status
from desktop.packs.model import Across, Checklists, SetName
from desktop.packs.rules import RuleOptions
from desktop.workbench import passage_draft

Maker = Callable[..., Checklists]


def _covered(checklists: Checklists, text: str) -> bool:
    return check(passage_draft(text), checklists).items[0].status is Status.COVERED


def test_words_in_either_order_within_one_sentence(one_rule: Maker) -> None:
    rule = one_rule("执法记录仪 + 配备|配发")
    assert _covered(rule, "为中队配发了执法记录仪。")
    assert _covered(rule, "执法记录仪全部配备到位。")
    assert not _covered(rule, "使用执法记录仪。配备车辆。")
    assert not _covered(rule, "使用执法记录仪；配备车辆。")


def test_words_in_order(one_rule: Maker) -> None:
    rule = one_rule("审核 > 决定")
    assert _covered(rule, "先经审核，再作决定。")
    assert not _covered(rule, "作出决定后审核。")


def test_blanks_and_widths_between_the_words_do_not_matter(one_rule: Maker) -> None:
    assert _covered(one_rule("复议 + #件"), "全年受理复 议申请 １２ 件。")


def test_one_stretch_of_text_does_not_meet_two_groups(one_rule: Maker) -> None:
    rule = one_rule("行政复议 + 复议")
    assert not _covered(rule, "开展行政复议工作。")
    assert _covered(rule, "开展行政复议工作，复议申请均已受理。")


@pytest.mark.parametrize("filler", [30, 50])
def test_distance_is_counted_in_characters_without_blanks(one_rule: Maker, filler: int) -> None:
    text = f"审核{'的' * filler}  合同。"
    assert _covered(one_rule("审核 + 合同"), text) is (filler == 30)


def test_across_paragraph_passes_a_full_stop(one_rule: Maker) -> None:
    options = RuleOptions(within=60, across=Across.PARAGRAPH)
    assert _covered(one_rule("法律顾问 + 合同", options), "聘请法律顾问。审核合同。")


def test_across_clause_does_not_take_the_number_of_the_clause_before(one_rule: Maker) -> None:
    rule = one_rule("行政诉讼 + #件", RuleOptions(across=Across.CLAUSE))
    assert _covered(rule, "全年行政复议案件2件，行政诉讼案件1件。")
    assert not _covered(rule, "全年行政复议案件2件，行政诉讼案件减少。")


def test_unless_words_in_the_clause_exclude(one_rule: Maker) -> None:
    options = RuleOptions(unless="败诉")
    assert not _covered(one_rule("行政诉讼", options), "行政诉讼败诉案件。")
    assert _covered(one_rule("行政诉讼", options), "行政诉讼案件。")


def test_vocabulary_and_numbers(one_rule: Maker) -> None:
    rule = one_rule("@办 + #件")
    assert _covered(rule, "全年办结5件。")
    assert not _covered(rule, "全年办结。")


def test_evidence_is_whole_clauses_of_the_draft(one_rule: Maker) -> None:
    text = "今年以来，我局为各中队 配发了“执法记录仪”12台，运行良好。"
    draft = passage_draft(text)
    evidence = check(draft, one_rule("配发 + 执法记录仪")).items[0].evidence[0]
    assert draft.text[evidence.start : evidence.end] == evidence.text == "我局为各中队 配发了“执法记录仪”12台"


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("推行“双随机、一公开”，检查结果全部合格。", False),
        ("推行“双随机、一公开”，检查结果全部公开。", True),
        ("政务公开有序，检查结果良好。", False),
    ],
)
def test_words_inside_a_set_name_do_not_count(one_rule: Maker, text: str, covered: bool) -> None:
    names = (SetName("双随机、一公开", ("公开",)), SetName("政务公开", ("公开",)))
    assert _covered(replace(one_rule("检查结果 + 公开"), names=names), text) is covered


def test_what_only_begins_like_a_set_name_is_none(one_rule: Maker) -> None:
    rule = replace(one_rule("行政处罚 + #件"), names=(SetName("行政处罚法", ("行政处罚",), ("定",)),))
    assert not _covered(rule, "学习行政处罚法等法律3件。")
    assert _covered(rule, "按行政处罚法定程序办结3件。")
