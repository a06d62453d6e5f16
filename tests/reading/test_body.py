"""Where the measures begin in drafts that have no headings."""

import pytest

from .test_parts import DONE, LACK, PLAN, SIGNED, TITLE, C, M, N, O, S, parts, roles

PHRASES = "2022年，我办坚持以习近平新时代中国特色社会主义思想为指导，在县委、县政府的领导下，全面贯彻党的二十大精神。"


@pytest.mark.parametrize("opening", [PHRASES, "现将2022年法治政府建设情况报告如下。", PHRASES + "现将情况汇报如下："])
def test_a_body_of_one_paragraph(opening: str) -> None:
    found = parts(TITLE, opening + DONE + DONE, SIGNED)
    assert [role for role, _ in found] == [O, M, C]
    assert found[0][1] == f"{TITLE}\n{opening}" and found[1][1] == DONE + DONE


def test_one_paragraph_with_everything_in_it() -> None:
    lacks, plans = "但工作中还存在一些不足，" + LACK, "下一步，我办将" + PLAN
    found = parts(TITLE, PHRASES + DONE + lacks + plans)
    assert found[1:] == [(M, DONE), (S, lacks), (N, plans)]


def test_one_sentence_that_tells_a_deed_is_no_phrase() -> None:
    deed = "2022年，我办认真履行职责，聘请了1名法律顾问，办理信访件12件，总的来看运行平稳。"
    assert parts(TITLE, deed) == [(O, TITLE), (M, deed)]
    assert parts(TITLE, deed + DONE) == [(O, TITLE), (M, deed + DONE)]
    assert parts("2022年，我办聘请了1名法律顾问。" + DONE) == [(M, "2022年，我办聘请了1名法律顾问。" + DONE)]


def test_the_announcement_inside_the_first_of_several_paragraphs() -> None:
    found = parts(TITLE, f"{PHRASES}现将情况报告如下：{DONE}", DONE, "工作中还存在一些不足：" + LACK, SIGNED)
    assert [role for role, _ in found] == [O, M, S, C]
    assert found[1][1] == f"{DONE}\n{DONE}"


def test_a_short_draft_without_headings_or_announcement() -> None:
    assert roles(TITLE, PHRASES, DONE, SIGNED) == [O, M, C]
    assert roles(TITLE, "一年来成效明显。", DONE[:30], SIGNED) == [O, M, C]


def test_deeds_told_in_the_first_of_several_paragraphs() -> None:
    found = parts(TITLE, PHRASES + DONE, DONE + DONE, DONE, SIGNED)
    assert found[0][1] == f"{TITLE}\n{PHRASES}" and found[1][1] == "\n".join((DONE, DONE + DONE, DONE))


def test_nothing_but_phrases_stays_the_opening() -> None:
    assert roles(TITLE, PHRASES, SIGNED) == [O, C]
    assert roles(TITLE) == [O]
