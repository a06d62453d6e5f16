"""Running heads and page numbers are left out, and nothing else is."""

from collections.abc import Callable

import pytest

from desktop.reading.pdf_file import read_pdf

from .pdf_paper import (
    HEIGHT,
    LEFT,
    RIGHT,
    SENTENCES,
    SIZE,
    WIDTH,
    Drawing,
    at,
    middled,
    paper,
    paragraphs,
    ruled,
    together,
)

HEAD = "某某市法治政府建设年度报告"


def pages(count: int, number: Callable[[int], str], bottom: float = 45, top: str = "") -> bytes:
    drawings = []
    for page in range(1, count + 1):
        parts = [paragraphs(SENTENCES[page % 4], SENTENCES[(page + 1) % 4])]
        if number(page):
            parts.append(middled(number(page), bottom, 12))
        if top:
            parts.append(middled(top, HEIGHT - 45, 10))
        drawings.append(together(*parts))
    return paper(*drawings)


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_pdf(data)[0]]


def expected(count: int) -> list[str]:
    return [SENTENCES[(page + more) % 4] for page in range(1, count + 1) for more in (0, 1)]


@pytest.mark.parametrize(
    "number",
    [
        lambda page: str(page),
        lambda page: f"- {page} -",
        lambda page: f"— {page + 7} —",
        lambda page: f"第 {page} 页 共 5 页",
        lambda page: f"{page}/5",
        lambda page: ("i", "ii", "iii", "iv", "v")[page - 1],
    ],
)
def test_page_numbers_of_all_kinds(number: Callable[[int], str]) -> None:
    assert texts(pages(5, number)) == expected(5)


def test_page_numbers_at_the_outer_edges() -> None:
    drawings = [
        together(paragraphs(SENTENCES[page % 4]), at(LEFT if page % 2 else RIGHT - SIZE, 45, str(page), 12))
        for page in range(1, 5)
    ]
    assert texts(paper(*drawings)) == [SENTENCES[page % 4] for page in range(1, 5)]


def test_a_running_head_with_and_without_the_page_in_it() -> None:
    assert texts(pages(5, lambda page: "", top=HEAD)) == expected(5)
    drawings = [
        together(paragraphs(SENTENCES[0]), at(LEFT, HEIGHT - 40, f"{HEAD}  第{page}页", 10)) for page in range(9)
    ]
    assert texts(paper(*drawings)) == [SENTENCES[0]] * 9


def test_heads_of_facing_pages() -> None:
    drawings = [
        together(paragraphs(SENTENCES[0]), middled(HEAD if page % 2 else "某某市人民政府", HEIGHT - 45, 10))
        for page in range(8)
    ]
    assert texts(paper(*drawings)) == [SENTENCES[0]] * 8


def test_heads_of_facing_pages_where_the_first_page_has_none() -> None:
    drawings = [
        together(
            paragraphs(SENTENCES[0]),
            *([middled(HEAD if page % 2 else "某某市人民政府", HEIGHT - 45, 10)] if page else []),
        )
        for page in range(8)
    ]
    assert texts(paper(*drawings)) == [SENTENCES[0]] * 8


def test_a_figure_that_ends_the_text_of_two_pages_is_no_page_number() -> None:
    def draw(number: int) -> Drawing:
        lines = ("甲乡。", "乙乡。", "丙乡。", str(number))
        return together(*(at(LEFT, 40 + 28 * (3 - row), line) for row, line in enumerate(lines)))

    assert [one for one in texts(paper(draw(1), draw(2))) if one.isdigit()] == ["1", "2"]
    assert [one for one in texts(paper(draw(1))) if one.isdigit()] == ["1"]
    assert not any(one.isdigit() for one in texts(paper(draw(1), draw(2), draw(3))))


def test_a_year_at_the_end_of_a_page_is_no_page_number() -> None:
    years = ["", "2025", "", "2025", ""]
    assert texts(pages(5, lambda page: years[page - 1])).count("2025") == 2


def test_a_head_on_both_of_two_pages() -> None:
    assert texts(pages(2, lambda page: "", top=HEAD)) == expected(2)


def test_a_line_that_stands_on_two_of_five_pages_or_close_to_the_text_stays() -> None:
    heads = [
        together(paragraphs(SENTENCES[0]), *([middled(HEAD, HEIGHT - 45, 10)] if page < 2 else [])) for page in range(6)
    ]
    assert texts(paper(*heads)).count(HEAD) == 2
    close = [together(paragraphs(one, top=HEIGHT - 70), at(LEFT, HEIGHT - 42, "统计表")) for one in SENTENCES[:2]]
    assert texts(paper(*close)).count("统计表") == 2


def test_a_figure_in_the_text_that_happens_to_be_the_page_stays() -> None:
    drawings = [together(paragraphs(SENTENCES[0]), at(LEFT, 400, str(page))) for page in range(1, 5)]
    assert [one for one in texts(paper(*drawings)) if one.isdigit()] == ["1", "2", "3", "4"]


def test_the_number_of_a_single_page() -> None:
    assert texts(paper(together(paragraphs(*SENTENCES), middled("1", 45, 12)))) == list(SENTENCES)


def test_the_head_row_of_a_table_said_again_on_each_page_stays_once() -> None:
    xs = (LEFT, LEFT + 150, LEFT + 300, WIDTH - 80)
    head = ("年度", "案件", "纠错")
    drawings = [
        ruled([head, *((f"{2000 + 20 * page + row}", "86", "10") for row in range(20))], xs, HEIGHT - 50)
        for page in range(3)
    ]
    lines, _ = read_pdf(paper(*drawings))
    rows = [line.text for line in lines if line.row]
    assert rows.count("\t".join(head)) == 1
    assert len(rows) == 61
