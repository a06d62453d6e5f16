"""RTF with every trap that loses, doubles or invents words elsewhere."""

import re
from pathlib import Path

import pytest

from desktop.errors import DraftError
from desktop.reading.lines import Line
from desktop.reading.rtf_file import read_rtf

from .word_file import opened

FONTS = (
    rb"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5{\*\falt SimSun};}"
    rb"{\f2\fnil\fcharset2 Wingdings;}{\f3\fnil\fcharset204 Arial Cyr;}}"
)
STYLES = (
    rb"{\stylesheet{\snext0 Normal;}{\s1\sbasedon0\outlinelevel0 heading 1,h1;}{\s2 \'b1\'ea\'cc\'e2 2;}"
    rb"{\s3\outlinelevel0 Title;}{\s4\sbasedon2 \'ce\'d2\'b5\'c4;}{\s5\sbasedon6 a;}{\s6\sbasedon5 b;}"
    rb"{\s7 toc 1;}{\*\cs8 \additive Char;}}"
)


def rtf(body: bytes | str, head: bytes = rb"\ansi\ansicpg936\deff0\uc1") -> bytes:
    """A document; text that is no ASCII is written as Word in China writes it."""
    if isinstance(body, str):
        body = b"".join(
            sign.encode() if sign.isascii() else b"".join(b"\\'%02x" % one for one in sign.encode("gb18030"))
            for sign in body
        )
    return rb"{\rtf1" + head + FONTS + STYLES + b"\r\n" + body + b"}"


def lines_of(body: bytes | str) -> list[Line]:
    return read_rtf(rtf(body))[0]


def texts(body: bytes | str) -> list[str]:
    return [line.text for line in lines_of(body)]


def notices(body: bytes | str) -> str:
    return "；".join(read_rtf(rtf(body))[1])


def test_paragraphs_are_lines_with_gaps_and_indents() -> None:
    assert lines_of(r"甲。\par\par　　乙。\par") == [Line("甲。"), Line("乙。", gap=1, indent=4)]


def test_the_program_opens_one(tmp_path: Path) -> None:
    data = rtf(r"某某县司法局2022年法治政府建设年度报告\par 2022年，我局认真履行职责。\par")
    assert opened(tmp_path, data, "稿.doc").text == "某某县司法局2022年法治政府建设年度报告\n2022年，我局认真履行职责。"


def test_escaped_double_bytes_are_one_character() -> None:
    assert texts(rb"{\f1 \'b7\'a8\'d6\'ce\'81@\'b8\'e6}\par") == ["法治丂告"]


def test_raw_double_bytes_are_read_and_a_brace_in_one_is_no_brace() -> None:
    body = rb"\f1 " + "法治".encode("gb18030") + rb"\par " + b"\x81\x5c\x81\x7d\x81\x7b.\\par "
    assert texts(body) == ["法治", "乗亇亄."]


def test_chinese_in_a_western_font_is_chinese_and_western_letters_stay() -> None:
    assert texts(rb"{\f0 \'b7\'a8\'d6\'ce caf\'e9s \'93x\'94}\par") == ["法治 cafés “x”"]
    head = rb"\ansi\ansicpg1252\deff0"
    assert [line.text for line in read_rtf(rtf(rb"\'b7\'a8\'d6\'ce{\f1 \'b8\'e6}\par", head))[0]] == ["法治告"]


def test_a_chinese_font_can_be_named_apart_from_the_western_one() -> None:
    # Only the font tells that the last two are one character: they are none of the national standard's first set.
    assert texts(rb"{\loch\af0\hich\af0\dbch\af1 \'d6\'ec\'e9F}{\dbch\af1\loch\f0 \'e9F}\par") == ["朱镕éF"]
    assert texts(rb"{\dbch\f1 \'e9F}{\rtlch\af3 \ltrch\loch\af0\dbch\f1 \'e9F}\par") == ["镕镕"]


def test_other_character_sets_and_pages() -> None:
    assert texts(rb"{\f3 \'c4\'e0}\par") == ["Да"]
    utf8 = read_rtf(rtf("".join(f"\\'{one:02x}" for one in "法治".encode()).encode(), rb"\ansi\ansicpg65001\uc1"))
    assert [line.text for line in utf8[0]] == ["法治"]


def test_numbered_characters_replace_what_older_programs_show() -> None:
    assert texts(rb"\u27861?\u27835\'3f{\uc2\u25253\'b1\'a8\u-24691\'fd\'88}{\uc0\u12290 x}\par") == ["法治报龍。x"]
    assert texts(rb"\uc1\u27861{?}\u27835\ldblquote\u25253 ?.\par") == ["法?治报."]
    assert texts(rb"\uc2\u27861?\'b7\u27835\'b7\'a8\par") == ["法治"]
    assert texts(rb"\uc0\u27861 \u27835 \par") == ["法治"]


def test_characters_outside_the_basic_plane_stay_whole() -> None:
    assert texts(rb"\u-10174?\u-8265?{\uc1\u-10174?}\par") == ["𠮷\ufffd"]


def test_signs_and_breaks() -> None:
    body = r"前\line 后\~不断\_连\-。\{\\\}\tab\emdash\ldblquote x\rdblquote\par"
    body += r" 甲\page 乙\par\pard\pagebb 丙\par\pard 丁\sect 戊\par"
    assert lines_of(body) == [
        Line("前"),
        Line("后\xa0不断-连。{\\}\t—“x”"),
        Line("甲"),
        Line("乙", page_break=True),
        Line("丙", page_break=True),
        Line("丁"),
        Line("戊"),
    ]
    assert texts("甲\\\r\n乙\\\n") == ["甲", "乙"]


def test_deletions_and_hidden_text_are_out_and_insertions_in() -> None:
    body = r"全年{\revised\revauth1 共}{\deleted 约}{\v 暗}{\v\v0 明}\v 暗\plain 办理。\par"
    assert texts(body) == ["全年共明办理。"]
    assert "修订2处" in notices(body) and "隐藏文字2字" in notices(body)
    assert texts(r"移{\*\mvfmf}{\mvf 走}{\mvt 来}\par") == ["移来"]


def test_a_deleted_or_hidden_paragraph_mark_joins_paragraphs() -> None:
    assert texts(r"前半句，{\deleted\par}后半句。\par") == ["前半句，后半句。"]
    assert texts(r"前半句，{\v\par}后半句。\par") == ["前半句，后半句。"]


def test_a_drop_cap_belongs_to_the_paragraph_after_it() -> None:
    assert texts(r"\pard\dropcapli2\dropcapt1 今\par\pard 年以来。\par") == ["今年以来。"]


def test_groups_that_hold_no_words_of_the_document_are_out() -> None:
    body = (
        r"{\info{\title 题名}}{\*\generator 某程序;}{\colortbl;\red0;}{\*\unknown 不认识{的}}甲{\*\bkmkstart 书签}"
        r"{\xe 索引}{\*\themedata 0a0b}{\nonshppict{\pict 0a}}乙{\upr{旧}{\*\ud{新}}}\par"
    )
    assert texts(body) == ["甲乙新"]


def test_binary_data_is_passed_over() -> None:
    assert texts(b"a{\\pict\\bin7 }}{{\\par}b\\par") == ["ab"]


def test_pictures_notes_and_margins_are_apart_and_told() -> None:
    body = (
        r"{\header\pard 密级：内部\par}{\footer \pard {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
        r"正{\*\shppict{\pict 0a0b}}{\nonshppict{\pict 0a}}文{\footnote 脚注}{\footnote\ftnalt 尾注}"
        r"{\*\annotation 批注}{\object{\*\objdata 01}{\result 结果}}"
        r"{\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict 0a}}}}{\shprslt 旧框}}。\par"
    )
    assert texts(body) == ["正文。"]
    words = ("批注1条", "图片2张", "嵌入对象1个", "脚注1条", "尾注1条", "页眉页脚")
    assert all(word in notices(body) for word in words)
    assert "页眉" not in notices(r"{\footer 第{\field{\*\fldinst PAGE}{\fldrslt 1}}页\par}正文。\par")
    assert "格式修订" in notices(r"{\crauth1 甲}\par")


def test_results_of_fields_are_in_and_codes_out() -> None:
    inner = r"{\field{\*\fldinst {PAGE}}{\fldrslt 5}}"
    body = r"合计{\field{\*\fldinst =SUM INNER}{\fldrslt {128}}}件，第{\field{\fldinst REF}{\fldrslt INNER}}页。\par"
    body = body.replace("INNER", inner)
    assert texts(body) == ["合计128件，第5页。"]


def test_symbols_are_ordinary_characters() -> None:
    field = rb"{\field{\*\fldinst {SYMBOL 252 \\f " + b'"Wingdings"' + rb" \\s 11}}{\fldrslt {\f2}}}"
    assert texts(field + rb"{\f2 \'fc\u-3844\'fc}(1)\par") == ["√√√(1)"]


def test_headings_by_style_by_name_by_base_and_by_outline() -> None:
    body = b"".join(rb"\pard\plain\s%d \'b6\'ce\par" % number for number in range(8))
    for outline in (rb"\s3\outlinelevel0", rb"\s3\outlinelevel1", rb"\outlinelevel2", rb"\s1\outlinelevel9"):
        body += rb"\pard" + outline + rb" x\par"
    assert [line.level for line in lines_of(body)] == [None, 1, 2, 0, 2, None, None, None, 0, 2, 3, None]
    assert [line.contents for line in lines_of(body)].index(True) == 7


def test_numbers_that_word_writes_before_list_paragraphs_are_text() -> None:
    body = (
        r"{\listtext\pard\plain 一、\tab}\pard\ls1 领导\par{\pntext （一）\tab}责任\par{\listtext 1.\tab}细项\par"
        r"{\listtext\pard\plain\f2 l\tab}点\par{\listtext ●\tab}又点\par{\listtext （二）}\par 无号\par"
    )
    assert texts(body) == ["一、领导", "（一）责任", "1.细项", "点", "又点", "无号"]


ROW = r"\trowd\cellx1000\cellx2000\cellx3000"


def test_a_table_row_is_a_line() -> None:
    body = rf"前。\par{ROW}\pard\intbl 甲\cell 乙一\par 乙二\cell\pard\intbl 丙\cell\row"
    body += rf"{ROW}\intbl 1\cell\cell\cell\row\pard 后。\par"
    assert lines_of(body) == [Line("前。"), Line("甲\t乙一 乙二\t丙", row=True), Line("1", row=True), Line("后。")]


def test_a_table_whose_paragraphs_do_not_say_so_is_one_too() -> None:
    assert lines_of(r"\trowd\cellx1\cellx2 甲\cell 乙\cell\row 后。\par") == [Line("甲\t乙", row=True), Line("后。")]


def test_tables_inside_a_cell_belong_to_its_words() -> None:
    body = (
        rf"{ROW}\pard\intbl 外一\cell 前\par\pard\intbl\itap2 内1\nestcell{{\nonesttables\par}}"
        r"内2\nestcell{\nonesttables\par}"
        r"{\*\nesttableprops\trowd\cellx1\clvmrg\cellx2\nestrow}{\nonesttables\par}"
        r"\pard\intbl 后\cell 外三\cell\row\pard 文。\par"
    )
    assert lines_of(body) == [Line("外一\t前 内1 后\t外三", row=True), Line("文。")]


def test_a_table_of_one_cell_is_page_layout() -> None:
    assert lines_of(r"\trowd\cellx1\pard\intbl 第一段。\par 第二段。\cell\row") == [Line("第一段。"), Line("第二段。")]


def test_covered_cells_are_empty_and_joined_ones_no_cells() -> None:
    body = (
        r"\trowd\clvmgf\cellx1\clmgf\cellx2\clmrg\cellx3\cellx4\pard\intbl 竖\cell 横\cell\cell 丙\cell\row"
        r"\trowd\clvmrg\cellx1\cellx2\pard\intbl 旧字\cell 乙\cell\row"
    )
    assert texts(body) == ["竖\t横\t丙", "\t乙"]


BOX = (
    r"{\shp{\*\shpinst\shpz1{\sp{\sn x}{\sv 1}}{\shptxt\pard 框里的话。\par 第二段。\par}}"
    r"{\shprslt{\*\do\dptxbx{\dptxbxtext 框里的话。\par}}}}"
)


def test_text_boxes_stand_once_after_their_paragraph() -> None:
    assert texts(rf"前{BOX}后。\par 下段。\par") == ["前后。", "框里的话。", "第二段。", "下段。"]
    assert texts(r"前{\*\do\dptxbx{\dptxbxtext\pard 老框。\par}}后。\par") == ["前后。", "老框。"]
    assert texts(rf"前{{\v {BOX}}}后。\par") == ["前后。"]


def test_a_text_box_in_a_cell_belongs_to_the_cell() -> None:
    assert texts(rf"\trowd\cellx1\cellx2\pard\intbl 甲{BOX}\cell 乙\cell\row") == ["甲 框里的话。 第二段。\t乙"]


def test_formulas_are_read() -> None:
    body = r"{\mmath{\*\moMath{\mr\mscr0 x}{\msSup{\msSupPr{\mctrlPr 不要}}{\me y}}}}{\mmathPict 图}\par"
    assert texts(body) == ["xy"]


REFUSED = {
    "断的": rtf(r"一二三\par")[:-3],
    "只有开头": b"{\\rtf1",
    "太深": rtf(b"{" * 5000 + b"}" * 5000),
    "没有字": b"{\\rtf1\\ansi {\\bin99999999 x}}",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_gets_one_sentence(name: str) -> None:
    with pytest.raises(DraftError) as caught:
        read_rtf(REFUSED[name])
    assert re.fullmatch("[^。]+。", str(caught.value))


def test_what_follows_the_document_is_left_alone() -> None:
    assert [line.text for line in read_rtf(rtf(r"甲\par") + b"\0\0}{x")[0]] == ["甲"]


def test_far_too_much_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DraftError, match="太长"):
        read_rtf(rtf(b"a" * 4_100_000))
    monkeypatch.setattr("desktop.reading.rtf_tokens.MOST_TOKENS", 1000)
    with pytest.raises(DraftError, match="不正常"):
        read_rtf(rtf(b"{}" * 1000))
