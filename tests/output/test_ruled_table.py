import pytest
from reportlab.lib.styles import ParagraphStyle

from desktop.output.chinese_paragraph import ChineseParagraph
from desktop.output.paper_fonts import load_paper_fonts
from desktop.output.ruled_table import PADDING, Cell, Row, RuledTable

LINE = 10.0
PAGE = 300.0
WIDTHS = [100.0, 200.0]


@pytest.fixture(scope="module")
def style() -> ParagraphStyle:
    return ParagraphStyle("x", fontName=load_paper_fonts().body_name, fontSize=10, leading=LINE, wordWrap="CJK")


def cell(style: ParagraphStyle, lines: int) -> Cell:
    return [ChineseParagraph("<br/>".join("字" for _ in range(lines)), style)]


def row(style: ParagraphStyle, lines: int) -> Row:
    return Row([cell(style, 1), cell(style, lines)], WIDTHS)


def group(style: ParagraphStyle) -> Row:
    return Row([cell(style, 1)], WIDTHS, again=cell(style, 1))


def height(lines: int) -> float:
    return lines * LINE + 2 * PADDING


def test_whole_rows_go_on_a_page_as_long_as_they_fit(style: ParagraphStyle) -> None:
    table = RuledTable(row(style, 1), [row(style, 4) for _ in range(4)], PAGE)
    assert table.wrap(300, PAGE) == (300.0, height(1) + 4 * height(4))
    first, rest = table.split(300, height(1) + 2 * height(4) + 30)
    assert (len(first.rows), len(rest.rows)) == (2, 2)
    assert rest.wrap(300, PAGE)[1] == height(1) + 2 * height(4)
    assert table.split(300, 1000) == [table]


def test_a_row_that_fits_a_page_waits_for_the_next_one(style: ParagraphStyle) -> None:
    table = RuledTable(row(style, 1), [row(style, 20)], PAGE)
    assert table.split(300, height(1) + 150) == []


def test_a_group_title_stays_with_its_first_row_and_is_repeated(style: ParagraphStyle) -> None:
    title = group(style)
    table = RuledTable(row(style, 1), [row(style, 4), title, row(style, 4), row(style, 4)], PAGE)
    alone, rest = table.split(300, height(1) + height(4) + height(1) + 20)
    assert (len(alone.rows), rest.rows[0]) == (1, title)
    assert rest.group is None
    both, last = rest.split(300, height(1) * 2 + height(4) + 5)
    assert (len(both.rows), len(last.rows)) == (2, 1)
    assert last.group is title
    # The header, the title again, one row.
    assert last.wrap(300, PAGE)[1] == 2 * height(1) + height(4)
    assert last.opening() == 2 * height(1) + height(4)


def test_a_row_higher_than_a_page_is_cut_without_losing_a_line(style: ParagraphStyle) -> None:
    rest = RuledTable(row(style, 1), [group(style), row(style, 100), row(style, 2)], PAGE)
    assert rest.split(300, 50) == []
    lines = 0
    pages = 0
    while True:
        parts = rest.split(300, PAGE)
        assert parts
        for one in parts[0].rows:
            if not one.is_group:
                lines += len(one.cells[1][0].blPara.lines) if one.cells[1] else 0
        assert parts[0].wrap(300, PAGE)[1] <= PAGE
        pages += 1
        if len(parts) == 1:
            break
        rest = parts[1]
        assert rest.group is not None
    assert lines == 102
    assert pages == 5
