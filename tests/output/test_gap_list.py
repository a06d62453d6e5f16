from dataclasses import replace

from desktop.checking.result import Evidence, Mood, ShownBasis, Status
from desktop.output.gap_list import (
    advice_sentences,
    basis_line,
    excerpt,
    full_names,
    gap_sentence,
    place_words,
    present_state,
    summaries,
    summary_sentences,
)
from desktop.output.words import status_words
from desktop.packs.kinds import Level
from tests.made_results import BASES, made_item, made_result

PARTIAL = made_item(1, "outline", Status.PARTIAL, Level.KEY)


def test_the_gaps_of_a_checklist_have_the_musts_first_and_keep_their_order() -> None:
    result = made_result(gaps=40)
    lists = summaries(result)
    assert [one.title for one in lists] == [one.title for one in result.checklists]
    assert sum(len(one.items) for one in lists) == 88
    assert sum(len(one.gaps) for one in lists) == 40
    order = list(Level)
    for one in lists:
        assert [order.index(item.level) for item in one.gaps] == sorted(order.index(item.level) for item in one.gaps)
        for level in Level:
            ids = [item.id for item in one.gaps if item.level is level]
            assert ids == [item.id for item in one.items if item.status.is_gap and item.level is level]


def test_an_item_of_no_known_checklist_is_not_lost() -> None:
    result = replace(made_result(gaps=88), checklists=())
    assert sum(len(one.gaps) for one in summaries(result)) == 88


def test_the_summary_in_words() -> None:
    first, gaps, others = summary_sentences(made_result(gaps=40, observations=12))
    assert first == "本次自检共88项：已覆盖44项、不充分20项、缺失20项，另有4项不适用于本报告。"
    assert gaps.startswith("待完善（不充分和缺失）共40项，其中必备项")
    assert "缺项" in gaps
    assert others == "另有差错和疑点12处，附后。"
    assert summary_sentences(made_result(gaps=0, observations=0))[1:] == ("没有待完善的项目。",)
    assert summary_sentences(made_result(gaps=0, observations=2), settled=3)[-2:] == (
        "另有差错和疑点2处，附后。",
        "有3处疑点已经人工核对无误，没有列入。",
    )
    assert summary_sentences(made_result(gaps=0, observations=0, items=0)) == ("本次没有运行任何检查项。",)


def test_only_a_missing_must_is_called_lacking() -> None:
    must = replace(PARTIAL, level=Level.MUST)
    result = replace(made_result(gaps=0, observations=0), items=(must,))
    assert summary_sentences(result)[1] == "待完善（不充分和缺失）共1项，其中必备项1项，请先补齐。"
    result = replace(result, items=(replace(must, status=Status.MISSING), must))
    assert summary_sentences(result)[1] == "待完善（不充分和缺失）共2项，其中必备项2项（缺项1项），请先补齐。"
    result = replace(result, items=(PARTIAL,))
    assert summary_sentences(result)[1] == "待完善（不充分和缺失）共1项，其中没有必备项。"


def test_the_present_state_quotes_two_places_and_counts_the_rest() -> None:
    one = Evidence("加强执法培训", 0, 6, "一、（二）", Mood.FACT)
    assert present_state(replace(PARTIAL, evidence=(one,))) == ("“加强执法培训”〔一、（二）〕",)
    assert present_state(replace(PARTIAL, evidence=(one, one, one)))[-1] == "另有1处。"
    assert present_state(replace(PARTIAL, evidence=())) == ("全文未见有关表述。",)


def test_a_missing_item_names_the_closest_passage_where_one_was_looked_up() -> None:
    one = Evidence("加强执法\n培训", 0, 7, "十、", Mood.PLAN)
    missing = replace(PARTIAL, evidence=(), status=Status.MISSING)
    assert present_state(missing, one) == ("未见表述；最接近的一处：“加强执法 培训”〔第十部分〕",)
    assert present_state(PARTIAL, one) == present_state(PARTIAL)


def test_a_place_ends_without_a_mark() -> None:
    places = {"十、": "第十部分", "一、（四）14.": "一、（四）14", "四、（二）": "四、（二）", "第3段": "第3段"}
    assert {where: place_words(where) for where in places} == places


def test_a_doubtful_status_asks_to_be_looked_at() -> None:
    assert status_words(replace(PARTIAL, sure=True)) == "不充分"
    assert status_words(replace(PARTIAL, sure=False)) == "不充分（请人工核对）"


def test_the_gap_does_not_quote_what_the_state_quotes() -> None:
    one = Evidence("加强 执法培训，提高能力", 0, 12, "一、（二）", Mood.FACT)
    item = replace(PARTIAL, evidence=(one,), absent_elements=("人次",))
    full = replace(item, reason="一、（二）“加强执法培训，提高能力”只是提到；还缺人次。")
    cut = replace(item, reason="一、（二）“加强执法……”只是提到；还缺人次。")
    other = replace(item, reason="第3段“别的话”只是提到")
    assert gap_sentence(full) == gap_sentence(cut) == "只是提到；还缺人次。"
    assert gap_sentence(other) == "第3段“别的话”只是提到；还缺人次。"
    assert gap_sentence(replace(item, evidence=(), status=Status.MISSING, reason="全文未见")) == "全文未见。"


def test_the_advice_says_once_where_to_write() -> None:
    item = replace(PARTIAL, advice="写明人次", write_in="举措部分。", model="培训__人次。")
    assert advice_sentences(item) == ("写明人次。", "写在举措部分。", "参考句：培训__人次。")
    assert advice_sentences(replace(item, advice="写明人次。写在举措部分。")) == (
        "写明人次。写在举措部分。",
        "参考句：培训__人次。",
    )
    assert advice_sentences(replace(item, advice="", write_in="", model="")) == ()


def test_a_basis_with_a_long_title_goes_by_its_number_and_is_named_in_full_once() -> None:
    assert basis_line(BASES[0]) == "国办发〔2018〕118号 （八）"
    assert basis_line(BASES[1]) == "《法治政府建设与责任落实督察工作规定》第二十四条"
    assert basis_line(ShownBasis("x", "《行政处罚法》", None, None)) == "《行政处罚法》"
    names = full_names(made_result(gaps=88))
    assert len(names) == len(set(names)) == 2
    assert names[0].startswith("国办发〔2018〕118号为《国务院办公厅关于全面推行")
    assert full_names(made_result(gaps=0)) == ()


def test_an_excerpt_is_one_line() -> None:
    assert excerpt("甲\t乙\n丙　丁") == "甲 乙 丙 丁"
    assert excerpt("长" * 100) == "长" * 80 + "……"
