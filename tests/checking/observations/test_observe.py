from random import Random

from generators import MAKERS, observations_of, words_only
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.checking.observe import LONGEST_TEXT, MOST_OF_A_KIND
from desktop.packs.model import Checklists
from desktop.reading.open_draft import draft_from_text

_LISTS = words_only()
_PIECES = st.sampled_from(
    (
        *(
            "共",
            "其中",
            "行政处罚案件",
            "12件",
            "、",
            "，",
            "。",
            "\n",
            "（",
            "）",
            "《",
            "》",
            "〔2022〕",
            "号",
            "XX",
            "一是",
        ),
        *(
            "四是",
            "一、",
            "（二）",
            "2022年",
            "6月31日",
            "由",
            "降到",
            "3%",
            "&nbsp;",
            "{PAGE}",
            "居民周桂兰",
            "住",
            "7幢302室",
        ),
        *(
            "13812345678",
            "未发生",
            "行政复议",
            "占",
            "其余",
            "“",
            "”",
            "　",
            "<",
            ">",
            "_",
            "…",
            "平均每",
            "普法对象",
            "的",
            "\t",
        ),
    )
)


@settings(max_examples=120, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=60))
def test_every_observation_quotes_the_draft(pieces: list[str]) -> None:
    text = "法治政府建设报告\n" + "".join(pieces)
    draft = draft_from_text(text)
    for one in observations_of(text, _LISTS):
        assert draft.text[one.start : one.end] == one.text != ""
        assert len("".join(one.text.split())) <= LONGEST_TEXT
        assert one.message.endswith("。") and one.where
        for other in one.related:
            assert draft.text[other.start : other.end] == other.text


def test_observations_stand_in_the_order_of_the_text_and_once_each() -> None:
    text = "云溪县水务局报告\n6月31日，办理XX件。\n办理建议14件、提案9件，共24件。\n11月31日完成。"
    seen = observations_of(text, _LISTS)
    places = [(one.start, one.end) for one in seen]
    assert places == sorted(places)
    assert len({(one.kind, one.start, one.end) for one in seen}) == len(seen)
    assert observations_of(text, _LISTS) == seen


def test_a_long_passage_is_quoted_to_its_first_stop_and_the_rest_is_related() -> None:
    parts = "、".join(f"关于某个较长名称的事项{number}号的办理情况说明材料{number}件" for number in range(11, 21))
    (seen,) = (one for one in observations_of(f"全年共办理150件，其中{parts}。", _LISTS) if one.kind == "arithmetic")
    assert len(seen.text) <= LONGEST_TEXT
    assert seen.related[0].start == seen.end


def test_a_text_that_is_no_report_does_not_drown_the_reader() -> None:
    seen = observations_of("6月31日。\n" * 3000, _LISTS)
    assert sum(one.kind == "date" for one in seen) == MOST_OF_A_KIND


def test_without_lists_there_is_less_to_see_and_no_fault() -> None:
    empty = Checklists((), (), _LISTS.moods, _LISTS.structure, _LISTS.unit_kinds)
    for maker in MAKERS.values():
        observations_of(maker.plant(Random(1))[0], empty)
