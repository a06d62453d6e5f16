"""Tables are rows of cells, in a PDF as in a Word document."""

from desktop.reading.pdf_file import read_pdf

from .pdf_paper import HEIGHT, LEADING, LEFT, RIGHT, SENTENCES, TOP, at, paper, paragraphs, put, ruled, together, wrap

XS = (LEFT, LEFT + 140, LEFT + 300, RIGHT)


def lines(data: bytes) -> list[tuple[str, bool]]:
    return [(line.text, line.row) for line in read_pdf(data)[0]]


def test_a_ruled_table_between_paragraphs() -> None:
    table = ruled([("项目", "数量", "备注"), ("复议案件", "86件", ""), ("应诉案件", "12件", "较上年下降")], XS, 600)
    page = together(paragraphs(SENTENCES[0]), table, paragraphs(SENTENCES[1], top=400))
    assert lines(paper(page)) == [
        (SENTENCES[0], False),
        ("项目\t数量\t备注", True),
        ("复议案件\t86件", True),
        ("应诉案件\t12件\t较上年下降", True),
        (SENTENCES[1], False),
    ]


def test_a_cell_of_several_lines_beside_a_shorter_one() -> None:
    cell = "深入开展法治宣传教育组织国家工作人员学法用法考试"
    table = ruled([("一是普法。", "\n".join(wrap(cell, 9, 0)), "已完成")], XS, 600)
    assert lines(paper(together(paragraphs(SENTENCES[0]), table)))[1] == (f"一是普法。\t{cell}\t已完成", True)


def test_joined_cells() -> None:
    def draw(canvas: object) -> None:
        line = canvas.line  # type: ignore[attr-defined]
        for y in (600, 570, 510):
            line(XS[0], y, XS[3], y)
        line(XS[1], 540, XS[3], 540)
        for x in (XS[0], XS[3]):
            line(x, 600, x, 510)
        line(XS[1], 570, XS[1], 510)
        line(XS[2], 570, XS[2], 510)
        words = (
            (1, 580, "行政执法情况"),
            (0, 520, "处罚"),
            (1, 550, "一般"),
            (2, 550, "20件"),
            (1, 520, "简易"),
            (2, 520, "9件"),
        )
        for column, y, text in words:
            put(canvas, XS[column] + 4, y, text)  # type: ignore[arg-type]

    assert lines(paper(together(paragraphs(SENTENCES[0]), draw)))[1:] == [
        ("行政执法情况", True),
        ("处罚\t一般\t20件", True),
        ("\t简易\t9件", True),
    ]


def test_cells_drawn_as_rectangles() -> None:
    def draw(canvas: object) -> None:
        for row, words in enumerate((("项目", "数量"), ("复议", "86"))):
            for column, text in enumerate(words):
                canvas.rect(LEFT + 100 * column, 600 - 30 * row, 100, 30)  # type: ignore[attr-defined]
                put(canvas, LEFT + 100 * column + 5, 608 - 30 * row, text)  # type: ignore[arg-type]

    assert lines(paper(together(paragraphs(SENTENCES[0]), draw)))[1:] == [("项目\t数量", True), ("复议\t86", True)]


def test_a_frame_around_text_is_no_table() -> None:
    def frame(canvas: object) -> None:
        canvas.rect(LEFT - 10, 300, RIGHT - LEFT + 20, 480)  # type: ignore[attr-defined]

    assert lines(paper(together(paragraphs(*SENTENCES), frame))) == [(one, False) for one in SENTENCES]


def test_a_row_cut_by_the_page_end_is_one_row() -> None:
    cell = wrap("深入开展法治宣传教育组织国家工作人员学法用法考试成绩全部合格", 9, 0)
    first = ruled([("甲", "乙", "丙"), ("一是", "\n".join(cell[:2]), "完成")], XS, 160)
    second = ruled([("", "\n".join(cell[2:]), ""), ("二是", "清理文件。", "完成")], XS, HEIGHT - 60)
    read = lines(paper(together(paragraphs(*SENTENCES), first), second))
    assert read[4:] == [
        ("甲\t乙\t丙", True),
        ("一是\t" + "".join(cell) + "\t完成", True),
        ("二是\t清理文件。\t完成", True),
    ]


def test_a_row_over_three_pages_is_one_row() -> None:
    cell = wrap("深入开展法治宣传教育组织国家工作人员学法用法考试成绩全部合格并且全部予以公示", 9, 0)
    first = ruled([("甲", "乙", "丙"), ("一是", "\n".join(cell[:2]), "完成")], XS, 160)
    second, third = (ruled([("", "\n".join(part), "")], XS, HEIGHT - 60) for part in (cell[2:3], cell[3:]))
    last = ruled([("二是", "清理文件。", "完成")], XS, HEIGHT - 60)
    read = read_pdf(paper(together(paragraphs(*SENTENCES), first), second, third, last))[0][4:]
    assert [(line.text, line.page) for line in read] == [
        ("甲\t乙\t丙", 1),
        ("一是\t" + "".join(cell) + "\t完成", 1),
        ("二是\t清理文件。\t完成", 4),
    ]


def test_aligned_columns_without_rulings() -> None:
    rows = [("项目", "上年", "本年"), ("复议案件", "90", "86"), ("应诉案件", "15", "12"), ("信访件", "7", "5")]
    drawings = [
        at(x, 420 - number * LEADING, text)
        for number, row in enumerate(rows)
        for x, text in zip((LEFT, LEFT + 180, LEFT + 320), row, strict=True)
    ]
    read = lines(paper(together(paragraphs(*SENTENCES), *drawings)))
    assert read[4:] == [("\t".join(row), True) for row in rows]


def test_one_line_with_a_wide_gap_is_no_table() -> None:
    page = together(paragraphs(*SENTENCES), at(LEFT, 300, "联系人：张三"), at(RIGHT - 160, 300, "电话：12345"))
    assert lines(paper(page))[-1] == ("联系人：张三 电话：12345", False)
    assert TOP > 300
