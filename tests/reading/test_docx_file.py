"""Word documents with every trap that loses, doubles or invents words elsewhere."""

from pathlib import Path

import pytest

from desktop.reading.docx_numbers import chinese_number, format_number
from desktop.reading.draft import BlockKind

from .word_file import STRICT, blocks, docx, opened, p, r, styled

INSERTED = '<w:ins w:id="1" w:author="甲">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="甲"><w:r><w:delText>{}</w:delText></w:r></w:del>'


def read(folder: Path, body: str, **parts: str) -> list[str]:
    return blocks(opened(folder, docx(body, **parts)))


def test_insertions_are_in_and_deletions_out(tmp_path: Path) -> None:
    body = p("全年", INSERTED.format(r("共")), DELETED.format("约"), "办理案件12件。")
    draft = opened(tmp_path, docx(body))
    assert draft.text == "全年共办理案件12件。"
    assert any("修订" in notice for notice in draft.notices)


def test_moved_text_stands_where_it_was_moved_to(tmp_path: Path) -> None:
    moved = "<w:{0}>" + r("移动的话。") + "</w:{0}>"
    assert read(tmp_path, p("前。", moved.format("moveFrom")) + p(moved.format("moveTo"))) == ["前。", "移动的话。"]


def test_a_deleted_paragraph_mark_joins_paragraphs(tmp_path: Path) -> None:
    mark = '<w:rPr><w:del w:id="3" w:author="甲"/></w:rPr>'
    assert read(tmp_path, p("前半句，", properties=mark) + p("后半句。")) == ["前半句，后半句。"]
    assert read(tmp_path, p("没有下文", properties=mark)) == ["没有下文"]


@pytest.mark.parametrize("switch", ["<w:vanish/>", '<w:vanish w:val="true"/>', '<w:vanish w:val="1"/>'])
def test_hidden_text_is_out(tmp_path: Path, switch: str) -> None:
    draft = opened(tmp_path, docx(p("看得见", r("看不见", switch), "的话。")))
    assert draft.text == "看得见的话。"
    assert any("隐藏" in notice for notice in draft.notices)


def test_a_switch_that_is_off_hides_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, p(r("都看得见。", '<w:vanish w:val="0"/>'))) == ["都看得见。"]


def test_styles_can_hide_and_a_run_can_show_again(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="a"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="b"><w:name w:val="更暗"/><w:basedOn w:val="a"/></w:style>'
    )
    body = p("明", r("暗", '<w:rStyle w:val="b"/>'), r("又明", '<w:rStyle w:val="b"/><w:vanish w:val="false"/>'), "。")
    assert read(tmp_path, body, styles=styles) == ["明又明。"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    inside = "<w:txbxContent>" + p("框里的话。") + "</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert read(tmp_path, p("段落前", box, "段落后。")) == ["段落前段落后。", "框里的话。"]


def test_an_old_text_box_is_read_too(tmp_path: Path) -> None:
    box = "<w:r><w:pict><v:textbox><w:txbxContent>" + p("老框。") + "</w:txbxContent></v:textbox></w:pict></w:r>"
    assert read(tmp_path, p("正文。", box)) == ["正文。", "老框。"]


def test_content_controls_links_and_tags_are_read(tmp_path: Path) -> None:
    body = (
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + p("块控件。") + "</w:sdtContent></w:sdt>"
        + p("行内", "<w:sdt><w:sdtContent>" + r("控件") + "</w:sdtContent></w:sdt>")
        + p("<w:hyperlink>" + r("链接") + "</w:hyperlink>")
        + p("<w:smartTag>" + r("标记") + "</w:smartTag>", "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>")
    )  # fmt: skip
    assert read(tmp_path, body) == ["块控件。", "行内控件", "链接", "标记x+y"]


def test_a_ruby_gives_its_base_only(tmp_path: Path) -> None:
    ruby = "<w:r><w:ruby><w:rt>" + r("yuán") + "</w:rt><w:rubyBase>" + r("垣") + "</w:rubyBase></w:ruby></w:r>"
    assert read(tmp_path, p("长", ruby, "县。")) == ["长垣县。"]


def test_field_results_are_in_and_field_codes_out(tmp_path: Path) -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText> REF a \\h </w:instrText></w:r>"
    field = [mark.format("begin"), code, r("不显示"), mark.format("separate"), r("图1"), mark.format("end")]
    simple = '<w:fldSimple w:instr="DATE">' + r("2022年3月") + "</w:fldSimple>"
    assert read(tmp_path, p("见", *field, "。", simple)) == ["见图1。2022年3月"]


def test_a_broken_field_does_not_eat_what_follows(tmp_path: Path) -> None:
    assert read(tmp_path, p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "丢") + p("后文还在。")) == ["后文还在。"]


def test_breaks_tabs_and_hyphens(tmp_path: Path) -> None:
    body = p("甲", "<w:r><w:tab/></w:r>", "乙。", "<w:r><w:br/></w:r>", "丙", "<w:r><w:noBreakHyphen/></w:r>", "丁。")
    assert read(tmp_path, body) == ["甲\t乙。", "丙-丁。"]


def test_headers_footers_notes_and_comments_are_apart(tmp_path: Path) -> None:
    body = p("正文。", '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:commentReference w:id="1"/></w:r>')
    assert read(tmp_path, body, word__header1_xml="<w:hdr NAMES>" + p("页眉") + "</w:hdr>") == ["正文。"]


def tc(*paragraphs: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<") else p(one) for one in paragraphs)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def tbl(*rows: list[str]) -> str:
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def test_tables_stand_in_order_one_block_a_row(tmp_path: Path) -> None:
    body = p("表前。") + tbl([tc("事项"), tc("件数")], [tc("许可", "（含备案）"), tc("12")]) + p("表后。")
    draft = opened(tmp_path, docx(body))
    assert blocks(draft) == ["表前。", "事项\t件数", "许可 （含备案）\t12", "表后。"]
    assert [block.kind for block in draft.blocks][1:3] == [BlockKind.TABLE_ROW] * 2


def test_merged_cells_are_not_doubled(tmp_path: Path) -> None:
    body = tbl(
        [tc("合计", properties='<w:gridSpan w:val="2"/>'), tc("3")],
        [tc("一类", properties='<w:vMerge w:val="restart"/>'), tc("甲"), tc("1")],
        [tc("", properties="<w:vMerge/>"), tc("乙"), tc("2")],
    )
    assert read(tmp_path, body) == ["合计\t3", "一类\t甲\t1", "\t乙\t2"]


def test_a_nested_table_stays_in_its_cell(tmp_path: Path) -> None:
    body = tbl([tc("外", tbl([tc("内一"), tc("内二")]), "外后"), tc("右")])
    assert read(tmp_path, body) == ["外 内一 内二 外后\t右"]


def test_a_one_cell_table_of_paragraphs_is_page_layout(tmp_path: Path) -> None:
    draft = opened(tmp_path, docx(tbl([tc("一、主要工作", "全年办理案件12件。")])))
    assert blocks(draft) == ["一、主要工作", "全年办理案件12件。"]
    assert draft.sections[0].title == "主要工作"


def test_deleted_rows_are_out(tmp_path: Path) -> None:
    row = '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>' + tc("删") + tc("掉") + "</w:tr>"
    assert read(tmp_path, p("前。") + f"<w:tbl>{row}</w:tbl>") == ["前。"]


LISTS = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def item(level: int, text: str, number: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_become_text(tmp_path: Path) -> None:
    body = (
        item(0, "主要工作") + item(1, "甲") + item(2, "子。") + item(2, "丑。") + item(1, "乙") + item(2, "寅。")
        + item(0, "存在问题") + item(1, "丙") + item(2, "卯。", 2) + item(3, "圆点。") + item(2, "不编号。", 0)
    )  # fmt: skip
    assert read(tmp_path, body, numbering=LISTS) == [
        *("一、主要工作", "（一）甲", "1.子。", "2.丑。", "（二）乙", "1.寅。"),
        *("二、存在问题", "（一）丙", "5.卯。", "圆点。", "不编号。"),
    ]


def test_numbers_that_styles_give(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    draft = opened(tmp_path, docx(styled("1", "主要工作") + p("正文。"), styles=styles, numbering=LISTS))
    assert blocks(draft) == ["一、主要工作", "正文。"]
    assert draft.sections[0].label == "一、"


def test_lists_linked_through_a_style(tmp_path: Path) -> None:
    link = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="表"/></w:abstractNum>'
    styles = (
        '<w:style w:styleId="表"><w:name w:val="表"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    lists = LISTS + link + '<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>'
    assert read(tmp_path, item(0, "甲", 4), styles=styles, numbering=lists) == ["一、甲"]


@pytest.mark.parametrize(
    ("count", "kind", "text"),
    [
        (10, "chineseCounting", "十"), (21, "japaneseCounting", "二十一"), (105, "chineseCountingThousand", "一百〇五"),
        (3, "decimalEnclosedCircle", "③"), (4, "decimalEnclosedParen", "⑷"), (12, "decimalFullWidth", "１２"),
        (2, "ideographTraditional", "乙"), (27, "lowerLetter", "aa"), (9, "upperRoman", "IX"), (5, "无此格式", "5"),
        (10, "chineseLegalSimplified", "壹拾"), (7, "decimalZero", "07"), (0, "chineseCounting", "0"),
    ],
)  # fmt: skip
def test_number_formats(count: int, kind: str, text: str) -> None:
    assert format_number(count, kind) == text


def test_chinese_numbers_count_up() -> None:
    assert [chinese_number(count) for count in (1, 9, 11, 20, 99, 100, 110, 999)] == [
        *("一", "九", "十一", "二十", "九十九", "一百", "一百一十", "九百九十九"),
    ]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="自定标题"/><w:basedOn w:val="a1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="圈"/><w:basedOn w:val="q"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="圈二"/><w:basedOn w:val="o"/></w:style>'
)


def test_heading_levels_by_style(tmp_path: Path) -> None:
    body = (
        styled("a4", "某某县司法局2022年法治政府建设年度报告")
        + styled("a1", "工作开展情况") + styled("a3", "规范执法") + p("办理案件12件。")
        + styled("a2", "存在的问题") + p("力量不足。") + styled("o", "普通的话。")
    )  # fmt: skip
    draft = opened(tmp_path, docx(body, styles=STYLES))
    assert [(one.level, one.title) for one in draft.sections] == [
        (1, "工作开展情况"),
        (2, "规范执法"),
        (1, "存在的问题"),
    ]
    assert draft.title_text == "某某县司法局2022年法治政府建设年度报告"
    assert [part.role.value for part in draft.parts] == ["opening", "measures", "shortcomings"]


def test_styles_are_found_however_they_are_written(tmp_path: Path) -> None:
    """The quick way looks for styleId="…"; other quotes, or an id with signs of its own, take the slow way."""
    styles = STYLES.replace('w:styleId="a1"', "w:styleId='a1'").replace('w:styleId="a3"', 'w:styleId="a&amp;3"')
    body = styled("a2", "工作开展情况") + styled("a&amp;3", "规范执法") + p("办理案件12件。")
    assert [one.level for one in opened(tmp_path, docx(body, styles=styles)).sections] == [1, 2]


def test_an_unknown_style_is_plain(tmp_path: Path) -> None:
    assert read(tmp_path, styled("没有", "普通的话。"), styles=STYLES) == ["普通的话。"]


def test_the_strict_namespace_is_read(tmp_path: Path) -> None:
    data = docx(p("正文", r("隐", "<w:vanish/>"), "。") + tbl([tc("甲"), tc("乙")]), space=STRICT)
    assert blocks(opened(tmp_path, data)) == ["正文。", "甲\t乙"]


def test_the_main_part_may_have_another_name(tmp_path: Path) -> None:
    assert blocks(opened(tmp_path, docx(p("正文。"), main="word/document2.xml"))) == ["正文。"]


def test_a_contents_page_makes_no_headings(tmp_path: Path) -> None:
    body = p("一、主要工作", "<w:r><w:tab/></w:r>", "1") + p("一、主要工作") + p("办理案件12件。")
    draft = opened(tmp_path, docx(body))
    assert len(draft.sections) == 1
