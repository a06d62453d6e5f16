"""Word 97–2003 documents with every trap that loses, doubles or invents words elsewhere."""

import struct
from pathlib import Path

import pytest

from desktop.errors import DraftError
from desktop.reading.doc_file import read_doc
from desktop.reading.lines import Line

from .doc_writer import (
    DELETED,
    HIDDEN,
    IN_TABLE,
    INSERTED,
    ROW_END,
    SHOWN,
    SPECIAL,
    Doc,
    P,
    Piece,
    R,
    Style,
    depth,
    doc,
    ole,
    prl,
    record,
)
from .word_file import opened

CELL = "\x07"
# The first two are known by their numbers, the third by its name.
TITLE, HEADING_1, HEADING_2 = Style(62, "正标题"), Style(1, "章"), Style(name="标题 2,节")


def lines_of(data: bytes) -> list[Line]:
    return read_doc(data)[0]


def texts(data: bytes) -> list[str]:
    return [line.text for line in lines_of(data)]


def notices(data: bytes) -> str:
    return "；".join(read_doc(data)[1])


def cell(text: str | list[R | str], properties: bytes = IN_TABLE) -> P:
    return P(text, properties, mark=CELL)


def row_end(properties: bytes = b"") -> P:
    return P("", ROW_END + properties, mark=CELL)


def test_paragraphs_are_lines_with_gaps_and_indents() -> None:
    assert lines_of(doc("甲。", "", "　　乙。")) == [Line("甲。"), Line("乙。", gap=1, indent=4)]


def test_the_program_opens_one(tmp_path: Path) -> None:
    draft = opened(tmp_path, doc("某某县司法局2022年法治政府建设年度报告", "2022年，我局认真履行职责。"), "稿.docx")
    assert draft.text == "某某县司法局2022年法治政府建设年度报告\n2022年，我局认真履行职责。"
    assert draft.year == 2022


def test_characters_outside_the_basic_plane_stay_whole() -> None:
    assert texts(doc(P(["𠮷野", R("删", DELETED), "家𠮷。"]), "乙。")) == ["𠮷野家𠮷。", "乙。"]


def test_one_byte_pieces_are_western_letters() -> None:
    assert texts(doc(P("ABC 12 “x”…"), pieces=[Piece(0, 12, narrow=True)])) == ["ABC 12 “x”…"]


def test_a_fast_saved_file_is_read_in_the_order_of_its_pieces() -> None:
    stored = P("乙。2022甲，")
    pieces = [Piece(6, 8), Piece(2, 6, narrow=True), Piece(0, 2), Piece(8, 9)]
    assert texts(doc(stored, pieces=pieces)) == ["甲，2022乙。"]


def test_a_piece_can_change_what_its_characters_have_stored() -> None:
    deleted, hidden = 0x41 << 1 | 1 << 8, 0x5C << 1 | 1 << 8
    pieces = [Piece(0, 1), Piece(1, 2, deleted), Piece(2, 3, hidden), Piece(3, 4, 1), Piece(4, 6)]
    data = doc(P("甲乙丙丁。"), pieces=pieces, changes=[HIDDEN])
    assert texts(data) == ["甲。"]
    assert "修订1处" in notices(data) and "隐藏文字2字" in notices(data)


def test_insertions_are_in_and_deletions_out() -> None:
    data = doc(P(["全年", R("共", INSERTED), R("约", DELETED), "办理。"]))
    assert texts(data) == ["全年共办理。"]
    assert "修订2处" in notices(data)


def test_a_deleted_or_hidden_paragraph_mark_joins_paragraphs() -> None:
    for mark in (DELETED, HIDDEN):
        assert texts(doc(P("前半句，", mark_properties=mark), "后半句。")) == ["前半句，后半句。"]
    assert texts(doc(P("没有下文", mark_properties=DELETED))) == ["没有下文"]


def test_hidden_text_is_out() -> None:
    data = doc(P(["看得见", R("看不见", HIDDEN), R("又见", SHOWN), "。"]))
    assert texts(data) == ["看得见又见。"]
    assert "隐藏文字3字" in notices(data)


def test_styles_can_hide_and_a_run_can_show_again() -> None:
    styles = [
        Style(0, "Normal"),
        Style(name="暗", letters=HIDDEN, of_letters=True),
        Style(name="更暗", base=1, letters=b"", of_letters=True),
        Style(name="暗段", letters=HIDDEN),
    ]
    use = prl(0x4A30, 2, 2)
    other = prl(0x083C, 0x81)
    data = doc(
        P(["明", R("暗", use), R("又明", use + SHOWN), R("还明", use + other), "。"]),
        P(["暗", R("又明。", SHOWN)], style=3),
        P([R("同样暗", prl(0x083C, 0x80)), R("另样明。", other)], style=3),
        styles=styles,
    )
    assert texts(data) == ["明又明还明。", "又明。", "另样明。"]


def test_headings_by_style_by_base_and_by_outline() -> None:
    styles = [
        Style(0, "Normal"),
        HEADING_1,
        HEADING_2,
        TITLE,
        Style(name="我的标题", base=2),
        Style(name="大纲", paragraph=prl(0x2640, 2)),
        Style(62, "Title", paragraph=prl(0x2640, 0)),
        Style(name="不算标题", base=1, paragraph=prl(0x2640, 9)),
    ]
    outline = P("段", prl(0x2640, 1))
    data = doc(*(P("段", style=number) for number in range(8)), outline, P("段", prl(0x2640, 9), 1), styles=styles)
    assert [line.level for line in lines_of(data)] == [None, 1, 2, 0, 2, 3, 0, None, 2, None]


def test_a_list_of_tabs_too_long_to_say_its_size_is_passed_over() -> None:
    tabs = struct.pack("<HBB", 0xC615, 255, 2) + bytes(8) + b"\x01" + bytes(3)
    assert [line.level for line in lines_of(doc(P("段", tabs + prl(0x2640, 1))))] == [2]


def test_a_circle_of_styles_ends() -> None:
    styles = [Style(name="甲", base=1), Style(name="乙", base=0)]
    assert texts(doc(P("文", style=0), P("字", style=1), P("句", style=900), styles=styles)) == ["文", "字", "句"]


def test_lines_of_a_contents_page_are_marked() -> None:
    data = doc(P("一、举措\t1", style=1), "一、举措", styles=[Style(0, "Normal"), Style(19, "toc 1")])
    assert [line.contents for line in lines_of(data)] == [True, False]


def test_a_table_row_is_a_line() -> None:
    data = doc("前。", cell("甲"), P("乙一", IN_TABLE), cell("乙二"), row_end(), cell("1"), cell(""), row_end(), "后。")
    assert lines_of(data) == [Line("前。"), Line("甲\t乙一 乙二", row=True), Line("1", row=True), Line("后。")]


def test_tables_inside_a_cell_belong_to_its_words() -> None:
    inner_cell, inner_row = prl(0x244B, 1), prl(0x244B, 1) + prl(0x244C, 1)
    data = doc(
        cell("外一"),
        P("前", depth(1)),
        P("内1", depth(2) + inner_cell),
        P("内2", depth(2) + inner_cell),
        P("", depth(2) + inner_row),
        cell("后", depth(1)),
        row_end(depth(1)),
        "文。",
    )
    assert lines_of(data) == [Line("外一\t前 内1 内2 后", row=True), Line("文。")]


def test_cells_are_covered_in_inner_tables_too() -> None:
    inner = prl(0x244B, 1)
    data = doc(
        P("旧字", depth(2) + inner),
        P("内", depth(2) + inner),
        P("", depth(2) + inner + prl(0x244C, 1) + merged_as(1 << 5, 0)),
        cell("后", depth(1)),
        row_end(depth(1)),
    )
    assert texts(data) == ["\t内", "后"]


def test_a_table_of_one_cell_is_page_layout() -> None:
    data = doc(P("第一段。", IN_TABLE), cell("第二段。"), row_end())
    assert lines_of(data) == [Line("第一段。"), Line("第二段。")]


def merged_as(*merges: int) -> bytes:
    """The definition of a row whose cells are merged in these ways."""
    edges = struct.pack(f"<{len(merges) + 1}h", *range(0, 1000 * len(merges) + 1, 1000))
    value = bytes([len(merges)]) + edges + b"".join(struct.pack("<H18x", one) for one in merges)
    return struct.pack("<HH", 0xD608, len(value) + 1) + value


def test_covered_cells_are_empty_and_joined_ones_no_cells() -> None:
    data = doc(
        *(cell("竖"), cell("横"), cell(""), cell("丙"), row_end(merged_as(3 << 5, 2, 1, 0))),
        *(cell("旧字"), cell("乙"), row_end(merged_as(1 << 5, 0))),
        *(cell("旧字"), cell("丁"), row_end(merged_as(0, 0) + struct.pack("<HB", 0xD62B, 2) + b"\0\1")),
    )
    assert texts(data) == ["竖\t横\t丙", "\t乙", "\t丁"]


def test_properties_too_long_for_a_page_stand_in_the_data_stream() -> None:
    data = doc(
        P("甲", prl(0x6646, 4, 4), mark=CELL),
        P("", prl(0x646B, 4, 4), mark=CELL),
        data=bytes(4) + struct.pack("<H", len(ROW_END)) + ROW_END,
    )
    assert lines_of(data) == []  # both marks end rows, and a row's own mark holds no words
    for code in (0x6646, 0x646B):
        shown = doc(cell("甲"), P("", prl(code, 4, 4), mark=CELL), "乙。", data=bytes(4) + b"\6\0" + ROW_END)
        assert lines_of(shown) == [Line("甲", row=True), Line("乙。")]


def test_results_of_fields_are_in_and_codes_out() -> None:
    inner = "\x13 PAGE \x14" + "5" + "\x15"
    data = doc(P(f"合计\x13 =SUM(ABOVE) {inner} \x14128\x15件，见第\x13 REF \x14{inner}\x15页。"))
    assert texts(data) == ["合计128件，见第5页。"]
    assert texts(doc("坏的\x13 CODE", "下一段还在。")) == ["坏的", "下一段还在。"]


def test_field_marks_in_deleted_text_count_for_nothing() -> None:
    assert texts(doc(P(["前", R("\x13 删的码", DELETED), "后。"]))) == ["前后。"]


def test_signs_and_breaks() -> None:
    data = doc("软\x0b回车；不断\x1e连\x1f。", "前页\x0c后页。", P("新页。", prl(0x2407, 1)), "\x02注\x05。")
    assert lines_of(data) == [
        Line("软"),
        Line("回车；不断-连。"),
        Line("前页"),
        Line("后页。", page_break=True),
        Line("新页。", page_break=True),
        Line("注。"),
    ]


def test_the_end_of_a_section_ends_a_paragraph_and_is_no_new_page() -> None:
    assert lines_of(doc(P("节尾。", mark="\x0c"), "下节。", sections=[4, 8])) == [Line("节尾。"), Line("下节。")]


def test_symbols_are_ordinary_characters() -> None:
    names = b"\x02\x00\x00\x00"
    for name in ("Times", "Wingdings"):
        one = bytes(39) + name.encode("utf-16-le") + b"\0\0"
        names += bytes([len(one)]) + one
    symbol = SPECIAL + struct.pack("<HHH", 0x6A09, 1, 0xF0FC)
    assert texts(doc(P(["做到", R("(", symbol), "。(括号)"]), parts={15: names})) == ["做到√。(括号)"]


def test_fields_inside_fields_without_end_cost_nothing() -> None:
    assert texts(doc("\x13\x14甲" * 20_000, *["乙"] * 300))[1:3] == ["乙", "乙"]


def test_a_drop_cap_belongs_to_the_paragraph_after_it() -> None:
    assert texts(doc(P("今", prl(0x442C, 0x11, 2)), "年以来。")) == ["今年以来。"]


def shape(number: int, kind: int = 202) -> bytes:
    return record(0xF004, record(0xF00A, struct.pack("<II", number, 0), kind))


def drawing(*shapes: bytes) -> dict[int, bytes]:
    return {
        50: record(0xF000, b"") + b"\0" + record(0xF002, record(0xF008, bytes(8)) + record(0xF003, b"".join(shapes)))
    }


def test_notes_headers_and_comments_are_apart_and_told() -> None:
    data = doc(
        P(["正文", R("\x02", SPECIAL), R("\x05", SPECIAL), "。"]),
        footnotes="\x02 注文。\r",
        headers="密级：内部\r",
        parts={2: struct.pack("<IIH", 2, 9, 1), 4: struct.pack("<II30x", 3, 9)},
    )
    assert texts(data) == ["正文。"]
    assert all(word in notices(data) for word in ("批注1条", "脚注1条", "页眉页脚"))
    assert "页眉" not in notices(doc("正文。", headers="\x13 PAGE \x14— 1 —\x15\r"))


def test_pictures_and_objects_are_told() -> None:
    inline, form = prl(0x6A03, 0, 4) + SPECIAL, prl(0x6A03, 0, 4) + prl(0x0806, 1) + SPECIAL
    floating = P(["丙", R("\x08", SPECIAL)])
    embedded = P(["\x13 EMBED ", R("\x14", SPECIAL + prl(0x080A, 1)), R("\x01", inline), "\x15"])
    data = doc(
        P(["甲", R("\x01", inline), R("\x01", form)]),
        *(floating, embedded),
        anchors=[(5, 9)],
        parts=drawing(shape(1, 0), shape(9, 75)),
    )
    assert texts(data) == ["甲", "丙"]
    assert "图片2张、嵌入对象1个" in notices(data)


def test_changed_looks_are_told() -> None:
    changed = struct.pack("<HB", 0xCA57, 7) + b"\1" + bytes(6)
    assert "格式修订" in notices(doc(P([R("甲", changed)])))


REFUSED = {
    "加密": (doc("甲", flags=0x0300), "密码"),
    "老的": (doc("甲", version=0x68), "Word 95"),
    "更老的": (doc("甲", ident=0xA5DC, version=0x65), "Word 6.0"),
    "不是文稿": (doc("甲", ident=0x1234), "损坏"),
    "没有正文": (ole({"CONTENTS": b"x"}), "结构"),
    "空的正文": (ole({"WordDocument": b"x"}), "损坏"),
    "没有表": (ole({"WordDocument": Doc([P("甲")]).streams()["WordDocument"]}), "损坏"),
    "断的": (doc("甲" * 5000)[:8000], "损坏"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_gets_one_sentence(name: str) -> None:
    data, word = REFUSED[name]
    with pytest.raises(DraftError, match=word) as caught:
        read_doc(data)
    assert str(caught.value).count("。") == 1 and str(caught.value).endswith("。")


def test_lying_lengths_are_found_out() -> None:
    for at, value in ((76, 10**6), (76, 0xFFFFFFFF), (100, 10**6), (76, 0x7FFFFFFF)):
        streams = Doc([P("甲乙丙。")]).streams()
        document = bytearray(streams["WordDocument"])
        struct.pack_into("<I", document, at, value)
        with pytest.raises(DraftError):
            read_doc(ole({**streams, "WordDocument": bytes(document)}))


@pytest.mark.uncounted
def test_paragraphs_that_all_point_at_long_lists_are_given_up() -> None:
    # Every even place of the data stream reads as the start of a list of three thousand changes.
    paragraphs = [P("甲", prl(0x6646, 2 * number, 4)) for number in range(400)]
    with pytest.raises(DraftError):
        read_doc(doc(*paragraphs, data=b"\x16\x24" * 10_000))
