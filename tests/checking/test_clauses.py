from hypothesis import given
from hypothesis import strategies as st

from desktop.checking.clauses import cut
from desktop.packs.model import Across


@given(st.text(alphabet="法治,。;\n0:《》", max_size=60))
def test_clauses_cover_the_text_and_lie_in_sentences(text: str) -> None:
    clauses = cut(text)
    for index in range(len(text)):
        start, end = clauses.clause(index)
        assert start <= index < end
        sentence_start, sentence_end = clauses.sentence(index)
        assert sentence_start <= start and end <= sentence_end


def test_commas_inside_numbers_do_not_end_a_clause() -> None:
    assert cut("共1,234件,办结8:30").clause(2) == (0, 8)


def test_a_semicolon_ends_a_sentence_but_not_a_paragraph() -> None:
    text = "聘请律师;审核合同。"
    clauses = cut(text)
    assert clauses.around(0, Across.SENTENCE) == (0, 5)
    assert clauses.around(0, Across.PARAGRAPH) == (0, len(text))


def test_titles_are_known() -> None:
    text = "制定《执法记录仪管理规定》,落实"
    clauses = cut(text)
    assert clauses.title_around(3, 8) == (2, 13)
    assert clauses.title_around(0, 2) is None


def test_the_next_point_of_a_row_is_a_paragraph_of_its_own() -> None:
    text = "一是清理文件。二是聘请律师。审核合同。"
    clauses = cut(text)
    assert clauses.around(0, Across.PARAGRAPH) == (0, 7)
    assert clauses.around(9, Across.PARAGRAPH) == (7, len(text))
    assert clauses.paragraphs == (0,)
