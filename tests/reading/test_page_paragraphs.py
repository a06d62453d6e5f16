"""Rows become the paragraphs they were."""

from desktop.reading.page_rows import Segment, row_of
from desktop.reading.pdf_file import read_pdf

from .pdf_paper import LEADING, LEFT, RIGHT, SENTENCES, SIZE, TOP, at, middled, paper, paragraphs, put, together, wrap

LONG = "".join(SENTENCES)


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_pdf(data)[0]]


def test_lines_of_set_in_paragraphs_are_joined() -> None:
    assert texts(paper(paragraphs(*SENTENCES, LONG))) == [*SENTENCES, LONG]


def test_a_full_last_line_before_a_paragraph_that_is_set_in() -> None:
    full = (SENTENCES[0] * 3)[: 26 + 28 - 1] + "。"
    assert texts(paper(paragraphs(full, *SENTENCES))) == [full, *SENTENCES]


def test_paragraphs_without_indent_end_where_a_line_is_not_full() -> None:
    assert texts(paper(paragraphs(*SENTENCES, LONG, indent=0))) == [*SENTENCES, LONG]


def test_a_larger_distance_ends_a_paragraph_whose_last_line_is_full() -> None:
    first, second = (LONG * 2)[: 28 * 3], SENTENCES[1]

    def draw(canvas: object) -> None:
        y = TOP
        for text in (SENTENCES[0], first, second, SENTENCES[2]):
            for line in wrap(text, 28, 0):
                put(canvas, LEFT, y, line)  # type: ignore[arg-type]
                y -= LEADING
            y -= LEADING * 0.7

    assert texts(paper(draw)) == [SENTENCES[0], first, second, SENTENCES[2]]


def test_lines_folded_long_before_the_edge_of_the_paper() -> None:
    assert texts(paper(paragraphs(*SENTENCES, LONG, room=20))) == [*SENTENCES, LONG]


def test_headings_stand_alone_and_long_ones_are_joined() -> None:
    heading = "（一）健全依法行政制度体系着力提升重大行政决策科学化民主化法治化水平"
    page = paragraphs("一、主要举措和成效", SENTENCES[0], heading, SENTENCES[1], "1.强化监督。" + SENTENCES[2])
    assert texts(paper(page)) == [
        "一、主要举措和成效",
        SENTENCES[0],
        heading,
        SENTENCES[1],
        "1.强化监督。" + SENTENCES[2],
    ]


def test_a_number_at_a_line_start_opens_a_point_only_where_a_sentence_ended() -> None:
    text = "全年为企业减免各类行政事业性收费以及政府性基金合计金额约2.5亿元，惠及市场主体。"
    assert texts(paper(paragraphs(*SENTENCES, text))) == [*SENTENCES, text]


def test_a_title_of_two_lines_in_the_middle() -> None:
    title = ("某某市人民政府关于二〇二五年度全面推进", "法治政府建设工作情况的报告")
    page = together(
        middled(title[0], TOP + 70, 22), middled(title[1], TOP + 30, 22), paragraphs("县人民政府：", *SENTENCES)
    )
    assert texts(paper(page)) == ["".join(title), "县人民政府：", *SENTENCES]


def test_a_heading_in_larger_print_ends_though_its_line_is_full() -> None:
    heading = "关于二〇二五年度全面推进法治政府建设工作"
    lines = [at(LEFT, TOP - number * LEADING, line) for number, line in enumerate(wrap(LONG, 28, 0))]
    page = together(at(LEFT, TOP + LEADING, heading, 22), *lines)
    assert len(heading) * 22 > RIGHT - LEFT - 22
    assert texts(paper(page)) == [heading, LONG]


def test_signature_and_date_at_the_right_stand_alone() -> None:
    def closing(canvas: object) -> None:
        put(canvas, RIGHT - 9 * SIZE, 300, "某某市司法局")  # type: ignore[arg-type]
        put(canvas, RIGHT - 10 * SIZE, 300 - LEADING, "2026年1月20日")  # type: ignore[arg-type]

    said = texts(paper(together(paragraphs(*SENTENCES), closing)))
    assert said[-2:] == ["某某市司法局", "2026年1月20日"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = wrap(LONG, 28)
    first = together(paragraphs(SENTENCES[0]), at(LEFT + 2 * SIZE, 300, lines[0]), at(LEFT, 300 - LEADING, lines[1]))

    def second(canvas: object) -> None:
        for number, line in enumerate(lines[2:]):
            put(canvas, LEFT, TOP - number * LEADING, line)  # type: ignore[arg-type]

    read, _ = read_pdf(paper(first, together(second, at(LEFT + 2 * SIZE, 200, SENTENCES[1][:20])), paragraphs(LONG)))
    assert [line.text for line in read] == [SENTENCES[0], LONG, SENTENCES[1][:20], LONG]
    assert [line.page for line in read] == [1, 1, 2, 3]


def test_facing_pages_with_different_margins() -> None:
    pages = [paragraphs(*SENTENCES, LONG, left=LEFT + 40 * (number % 2)) for number in range(4)]
    assert texts(paper(*pages)) == [*SENTENCES, LONG] * 4


def test_words_in_latin_letters_are_kept_apart() -> None:
    lines = ("引入Legal Compliance Management Systems and Platforms", "for Local Government Agencies等系统。")
    drawings = [at(LEFT, TOP - number * LEADING, line) for number, line in enumerate((*lines, *wrap(LONG, 28, 0)))]
    assert texts(paper(together(*drawings)))[0] == " ".join(lines)


def test_hanging_indents() -> None:
    first = wrap("1." + LONG, 26, -2)
    second = wrap("2." + LONG[::-1][1:] + "。", 26, -2)
    y = TOP
    drawings = []
    for paragraph in (first, second):
        for number, line in enumerate(paragraph):
            drawings.append(at(LEFT + (2 * SIZE if number else 0), y, line))
            y -= LEADING
    assert texts(paper(together(*drawings))) == ["1." + LONG, "2." + LONG[::-1][1:] + "。"]


def test_a_date_at_the_right_edge_does_not_run_into_what_follows() -> None:
    date = "2026年1月20日"
    page = together(
        paragraphs(*SENTENCES), at(RIGHT - 8.1 * SIZE, 300, date), at(LEFT, 300 - LEADING, "（联系电话：12345）")
    )
    assert texts(paper(page))[-2:] == [date, "（联系电话：12345）"]


def test_a_line_broken_by_hand_after_a_comma_goes_on() -> None:
    lines = ("一年来，", "我们坚持依法行政，", "取得了新的进展。")
    drawings = [at(LEFT, 300 - number * LEADING, line) for number, line in enumerate(lines)]
    assert texts(paper(together(paragraphs(*SENTENCES, indent=0), *drawings)))[-1] == "".join(lines)


FULL = "一是健全制度，完善程序，规范行为，落实责任，强化监督检查。"
COUNTED = f"{FULL[:27]}。（二）修订办法，压实责任。{FULL[:12]}。"


def test_a_number_inside_a_paragraph_where_all_first_lines_are_set_in() -> None:
    text = SENTENCES[0][:26] + COUNTED
    assert wrap(text, 28)[2].startswith("（二）")
    assert texts(paper(paragraphs(*SENTENCES, text, "（三）" + SENTENCES[1]))) == [
        *SENTENCES,
        text,
        "（三）" + SENTENCES[1],
    ]


def test_a_number_inside_a_paragraph_where_paragraphs_stand_apart() -> None:
    assert wrap(COUNTED, 28, 0)[1].startswith("（二）")
    drawings, y = [], TOP
    for text in (*SENTENCES, COUNTED, "（三）" + SENTENCES[1]):
        for line in wrap(text, 28, 0):
            drawings.append(at(LEFT, y, line))
            y -= LEADING
        y -= LEADING / 2
    assert texts(paper(together(*drawings))) == [*SENTENCES, COUNTED, "（三）" + SENTENCES[1]]


def test_letters_without_width_measure_nothing() -> None:
    """As a damaged font gives them; everything else is measured in widths of a letter."""
    row = row_of(1, 700.0, 0.0, (Segment("办理案件", 90.0, 90.0, 700.0, 0.0),), (90.0,))
    assert 0 < row.size < 1


def test_a_few_short_lines_are_paragraphs_of_their_own() -> None:
    """Nothing shows where a full line would end, but surely not after so few characters."""
    short = ("法治政府建设统计表", "填表人：张三", "联系电话：12345678")
    drawings = [at(LEFT, TOP - number * LEADING, text) for number, text in enumerate(short)]
    assert texts(paper(together(*drawings))) == list(short)
    many = ("甲乡", "乙乡", "丙乡", "丁乡")
    drawings = [at(LEFT, TOP - number * LEADING, text) for number, text in enumerate(many)]
    assert texts(paper(together(*drawings))) == list(many)


def test_a_short_text_folded_early() -> None:
    lines = wrap(SENTENCES[0], 20, 0)
    drawings = [at(LEFT, TOP - number * LEADING, line) for number, line in enumerate(lines)]
    assert texts(paper(together(*drawings))) == [SENTENCES[0]]
