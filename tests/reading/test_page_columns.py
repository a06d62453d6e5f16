"""Two columns are read one after the other."""

from desktop.reading.pdf_file import read_pdf

from .pdf_paper import HEIGHT, LEADING, LEFT, SENTENCES, TOP, at, middled, paper, paragraphs, put, together, wrap

LONG = "".join(SENTENCES)
ROOM = 13
SECOND = LEFT + 15 * 16


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_pdf(data)[0]]


def test_left_column_first_though_the_lines_stand_side_by_side() -> None:
    page = together(
        paragraphs(SENTENCES[0], SENTENCES[1], room=ROOM),
        paragraphs(SENTENCES[2], SENTENCES[3], room=ROOM, left=SECOND),
    )
    assert texts(paper(page)) == list(SENTENCES)


def test_columns_whose_lines_are_not_level() -> None:
    page = together(
        paragraphs(SENTENCES[0], SENTENCES[1], room=ROOM),
        paragraphs(SENTENCES[2], SENTENCES[3], room=ROOM, left=SECOND, top=TOP - 11),
    )
    assert texts(paper(page)) == list(SENTENCES)


def test_a_paragraph_goes_on_in_the_next_column_and_page() -> None:
    lines = wrap(LONG + LONG, ROOM)

    def column(part: list[str], left: float, first: bool = False) -> object:
        def draw(canvas: object) -> None:
            for number, line in enumerate(part):
                put(canvas, left + (32 if first and not number else 0), TOP - number * LEADING, line)  # type: ignore[arg-type]

        return draw

    pages = [
        together(column(lines[:10], LEFT, True), column(lines[10:20], SECOND)),  # type: ignore[arg-type]
        together(column(lines[20:28], LEFT), column(lines[28:], SECOND)),  # type: ignore[arg-type]
    ]
    others = together(paragraphs(*SENTENCES[:2], room=ROOM), paragraphs(*SENTENCES[2:], room=ROOM, left=SECOND))
    assert texts(paper(*pages, others)) == [LONG + LONG, *SENTENCES]


def test_a_title_over_both_columns_and_text_below_them() -> None:
    page = together(
        middled("某某市人民政府二〇二五年法治政府建设情况报告", HEIGHT - 60),
        paragraphs(SENTENCES[0], SENTENCES[1], room=ROOM),
        paragraphs(SENTENCES[2], SENTENCES[3], room=ROOM, left=SECOND),
        paragraphs("下一年，" + LONG, top=TOP - 13 * LEADING),
    )
    assert texts(paper(page)) == [
        "某某市人民政府二〇二五年法治政府建设情况报告",
        *SENTENCES,
        "下一年，" + LONG,
    ]


def test_names_beside_each_other_are_no_columns() -> None:
    rows = [("组长：张三", "副组长：李四"), ("成员：王五", "成员：赵六"), ("成员：钱七", "成员：孙八")]
    drawings = [
        at(x, 400 - 28 * number, text)
        for number, row in enumerate(rows)
        for x, text in zip((LEFT, 350), row, strict=True)
    ]
    said = texts(paper(together(paragraphs(*SENTENCES), *drawings)))
    assert said[4:] == ["\t".join(row) for row in rows]


def test_a_last_page_with_a_short_right_column() -> None:
    first = together(
        paragraphs(SENTENCES[0], SENTENCES[1], room=ROOM),
        paragraphs(SENTENCES[2], SENTENCES[3], room=ROOM, left=SECOND),
    )
    closing = ("特此报告。", "某某市司法局")
    last = together(paragraphs(*SENTENCES, room=ROOM), paragraphs(*closing, room=ROOM, left=SECOND))
    assert texts(paper(first, last)) == [*SENTENCES, *SENTENCES, *closing]
    alone = [*SENTENCES[:2], "特此报告。", "某某市司法局"]
    beside = together(paragraphs(*SENTENCES[:2]), at(SECOND, 400, closing[0]), at(SECOND, 370, closing[1]))
    assert texts(paper(first, beside)) == [*SENTENCES, *alone]


def test_narrow_rows_beside_rows_that_are_not_level_with_them() -> None:
    """What stands on nearly one line in both columns must not lend its height or size to the other."""

    def column(texts: tuple[str, ...], left: float, top: float, size: float) -> object:
        def draw(canvas: object) -> None:
            y = top
            for text in texts:
                for number, line in enumerate(wrap(text, ROOM)):
                    put(canvas, left + (0 if number else 2 * size), y, line, size)  # type: ignore[arg-type]
                    y -= 20

        return draw

    page = together(
        column(SENTENCES, LEFT, TOP, 16),  # type: ignore[arg-type]
        column(SENTENCES[::-1], SECOND, TOP - 6.5, 12),  # type: ignore[arg-type]
    )
    assert texts(paper(page)) == [*SENTENCES, *SENTENCES[::-1]]


def beside(texts: tuple[str, ...], size: float = 11, top: float = TOP, shift: float = 0) -> object:
    """Narrow columns of eleven characters, one for each of ``texts``; each starts ``shift`` lower than the last."""

    def draw(canvas: object) -> None:
        for column, text in enumerate(texts):
            for number, line in enumerate(wrap(text, 11)):
                left = LEFT + 14.5 * size * column + (0 if number else 2 * size)
                put(canvas, left, top - number * 18 - column * shift, line, size)  # type: ignore[arg-type]

    return draw


def test_three_columns() -> None:
    level = together(middled("三栏的标题横跨整页一行写完", HEIGHT - 60), beside(SENTENCES[:3]))  # type: ignore[arg-type]
    assert texts(paper(level)) == ["三栏的标题横跨整页一行写完", *SENTENCES[:3]]
    assert texts(paper(beside(SENTENCES[:3], shift=6))) == list(SENTENCES[:3])  # type: ignore[arg-type]


def test_a_last_page_with_a_short_third_column() -> None:
    last = beside((*SENTENCES[:2], "特此报告。"))
    assert texts(paper(beside(SENTENCES[:3]), last)) == [*SENTENCES[:3], *SENTENCES[:2], "特此报告。"]  # type: ignore[arg-type]
