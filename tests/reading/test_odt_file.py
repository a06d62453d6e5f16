"""OpenDocument texts: what counts as text, what does not, and what the user is told."""

import random

import pytest

from desktop.errors import DraftError
from desktop.reading.odt_file import read_odt_bytes
from desktop.reading.word_xml import read_word_xml

from .odt_writer import content, h, hidden, items, numbered, odt, p, style

CHINESE = 'style:num-format="一, 二, 三, ..." style:num-suffix="、"'
BRACKETS = 'style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"'
ARABIC = 'style:num-format="1" style:num-suffix="."'


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_odt_bytes(data)[0]]


def notices(data: bytes) -> tuple[str, ...]:
    return read_odt_bytes(data)[1]


def test_headings_and_titles_have_levels() -> None:
    body = p("某局报告", "Title") + h("一、主要工作") + h("（一）学习", 2) + p("正文", "P1") + p("副", "P2")
    automatic = style("P1", more='style:parent-style-name="Standard"')
    automatic += style("P2", more='style:parent-style-name="Title"')
    lines, _ = read_odt_bytes(odt(body, automatic, style("Title")))
    assert [line.level for line in lines] == [0, 1, 2, None, 0]


def test_blanks_tabs_and_line_breaks() -> None:
    body = p('  甲<text:s text:c="3"/>乙<text:tab/>丙\n  丁<text:line-break/>戊<text:soft-page-break/>己')
    assert texts(odt(body)) == ["甲   乙\t丙 丁", "戊己"]


def test_a_page_break_is_kept() -> None:
    broken = style("P1", '<style:paragraph-properties fo:break-before="page"/>')
    lines, _ = read_odt_bytes(odt(p("甲") + p("") + p("乙", "P1"), broken))
    assert [(line.gap, line.page_break) for line in lines] == [(0, False), (1, True)]


def test_deleted_text_is_out_and_inserted_text_in() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f"{p('删去的')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = changes + p('留<text:change text:change-id="c1"/>下<text:change-start text:change-id="c2"/>新')
    assert texts(odt(body)) == ["留下新"]
    assert notices(odt(body)) == ("文稿含修订1处，公开前请处理；检查的是接受全部修订后的文字，批注不算正文",)


def test_deleted_text_left_in_its_place_is_out() -> None:
    region = '<text:changed-region text:id="{0}"><text:{1}/></text:changed-region>'
    start, end = '<text:change-start text:change-id="{0}"/>', '<text:change-end text:change-id="{0}"/>'
    regions = region.format("d", "deletion") + region.format("i", "insertion")
    changes = f"<text:tracked-changes>{regions}</text:tracked-changes>"
    body = p(f"留{start.format('d')}删<text:s/><text:tab/>{end.format('d')}下{start.format('i')}新{end.format('i')}。")
    body += p(f"前半句，{start.format('d')}删") + p(f"删{end.format('d')}后半句。")
    assert texts(odt(changes + body)) == ["留下新。", "前半句，后半句。"]
    table = (
        f"<table:table><table:table-row><table:table-cell>{p('删')}</table:table-cell></table:table-row></table:table>"
    )
    spanning = p(f"前{start.format('d')}") + table + p(f"删{end.format('d')}后")
    assert texts(odt(changes + spanning)) == ["前", "后"]


def test_hidden_text_is_out_and_told() -> None:
    body = p('看得见<text:span text:style-name="T1">看不见</text:span>') + p("整段", "P1")
    body += f'<text:section text:name="s" text:display="none">{p("一节")}</text:section>'
    body += p('<text:hidden-text text:string-value="x">藏</text:hidden-text>尾')
    automatic = hidden("T1") + hidden("P1", "paragraph")
    assert texts(odt(body, automatic)) == ["看得见", "尾"]
    assert notices(odt(body, automatic)) == ("文稿中有隐藏文字8字，没有列入检查，公开前请处理",)


def test_a_section_shown_on_a_condition_is_in() -> None:
    shown = f'<text:section text:display="condition" text:condition="x">{p("甲")}</text:section>'
    assert texts(odt(shown)) == ["甲"]
    assert texts(odt(shown.replace('="x"', '="x" text:is-hidden="true"') + p("乙"))) == ["乙"]


def test_automatic_numbers_of_lists() -> None:
    body = items("L1", "主要工作", "存在的不足", more='xml:id="a"') + p("正文")
    body += items("L1", "下一步", more='text:continue-numbering="true"') + items("L1", "另一份")
    body += items("L1", "再接着", more='text:continue-list="a"')
    assert texts(odt(body, numbered("L1", CHINESE))) == [
        *("一、主要工作", "二、存在的不足", "正文", "三、下一步", "一、另一份", "四、再接着"),
    ]


def test_levels_of_lists_count_on_their_own() -> None:
    def inner(*names: str) -> str:
        return f"<text:list>{''.join(f'<text:list-item>{p(name)}</text:list-item>' for name in names)}</text:list>"

    listed = "".join(
        f"<text:list-item>{p(outer)}{p('说明')}{inner(*names)}</text:list-item>"
        for outer, names in (("甲", ("子", "丑")), ("乙", ("寅",)))
    )
    body = f'<text:list text:style-name="L1"><text:list-header>{p("引")}</text:list-header>{listed}</text:list>'
    assert texts(odt(body, numbered("L1", CHINESE, BRACKETS))) == [
        *("引", "一、甲", "说明", "（一）子", "（二）丑", "二、乙", "说明", "（一）寅"),
    ]


@pytest.mark.parametrize(
    ("level", "wanted"),
    [
        ('style:num-format="①, ②, ③, ..."', "① 甲"),
        ('style:num-format="壹, 贰, 叁, ..." style:num-suffix="、"', "壹、甲"),
        ('style:num-format="A" style:num-suffix=")"', "A)甲"),
        ('style:num-format="1"', "1 甲"),
        ('style:num-format=""', "甲"),
        (f'{ARABIC} text:start-value="7"', "7.甲"),
        ('style:num-format="一, 二, 三, ..." loext:num-list-format="第%1%章"', "第一章 甲"),
    ],
)
def test_kinds_of_numbers(level: str, wanted: str) -> None:
    assert texts(odt(items("L1", "甲"), numbered("L1", level))) == [wanted]


def test_numbers_that_show_the_levels_above() -> None:
    inner = f"<text:list><text:list-item>{p('乙')}</text:list-item></text:list>"
    body = f'<text:list text:style-name="L1"><text:list-item>{p("甲")}{inner}</text:list-item></text:list>'
    decimal = f'{ARABIC} text:display-levels="2"'
    assert texts(odt(body, numbered("L1", ARABIC, decimal))) == ["1.甲", "1.1.乙"]


def test_bullets_are_no_numbers_and_items_may_start_anew() -> None:
    bullet = '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    anew = (
        f'<text:list text:style-name="L1"><text:list-item text:start-value="5">{p("乙")}</text:list-item></text:list>'
    )
    assert texts(odt(items("B", "甲") + anew, bullet + numbered("L1", ARABIC))) == ["甲", "5.乙"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        f'<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" {CHINESE}/>'
        f'<text:outline-level-style text:level="2" {BRACKETS}/></text:outline-style>'
    )
    body = h("甲") + h("子", 2) + h("丑", 2) + h("乙") + h("寅", 2)
    assert texts(odt(body, common=outline)) == ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅"]


def test_tables_are_rows_of_cells() -> None:
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell>{}</table:table-cell>"
    covered = "<table:covered-table-cell>" + p("盖住") + "</table:covered-table-cell>"
    body = (
        "<table:table><table:table-column/><table:table-header-rows>"
        + row.format(cell.format(p("项")) + cell.format(p("数")))
        + "</table:table-header-rows>"
        + row.format(cell.format(p("甲") + p("乙")) + cell.format(p("3")))
        + row.format(covered + cell.format(p("4")))
        + row.format('<table:table-cell table:number-columns-repeated="2"/>')
        + "</table:table>"
    )
    lines, _ = read_odt_bytes(odt(body))
    assert [line.text for line in lines] == ["项\t数", "甲 乙\t3", "\t4"]
    assert all(line.row for line in lines)


def test_a_table_of_one_cell_is_layout() -> None:
    cell = f"<table:table-cell>{p('甲')}{p('乙')}</table:table-cell>"
    body = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    lines, _ = read_odt_bytes(odt(body))
    assert [(line.text, line.row) for line in lines] == [("甲", False), ("乙", False)]


def test_text_boxes_once_and_after_their_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('框里')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('图形里')}</draw:custom-shape></draw:g>"
    assert texts(odt(p(f"前{box}后") + shape)) == ["前后", "框里", "图形里"]


def test_pictures_objects_and_comments_are_told() -> None:
    picture = "<draw:frame><draw:image/><svg:title>图题</svg:title></draw:frame>"
    thing = "<draw:frame><draw:object/><draw:image/></draw:frame>"
    comment = f"<office:annotation><dc:creator>某</dc:creator>{p('批注')}</office:annotation>"
    data = odt(p(f"正{picture}文{picture}{thing}{comment}<office:annotation-end/>"))
    assert texts(data) == ["正文"]
    assert notices(data) == ("文稿含批注1条，公开前请处理", "没有列入检查的还有：图片2张、嵌入对象1个")


def test_notes_headers_and_ruby_signs_are_apart() -> None:
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('脚注')}</text:note-body></text:note>"
    )
    ruby = "<text:ruby><text:ruby-base>法</text:ruby-base><text:ruby-text>fa</text:ruby-text></text:ruby>"
    master = f"<style:master-page><style:header>{p('页眉')}</style:header></style:master-page>"
    data = odt(p(f"正文{note}。{ruby}"), master=master)
    assert (texts(data), notices(data)) == (["正文。法"], ("没有列入检查的还有：脚注1条、页眉页脚里的文字",))


def test_results_of_fields_are_in() -> None:
    assert texts(
        odt(p('第<text:page-number>3</text:page-number>页<text:a>链接</text:a><text:bookmark text:name="b"/>'))
    ) == ["第3页链接"]


def test_lines_of_a_contents_page_are_marked() -> None:
    inside = f"<text:index-body>{p('一、工作<text:tab/>3')}</text:index-body>"
    contents = f"<text:table-of-content>{inside}</text:table-of-content>"
    lines, _ = read_odt_bytes(odt(contents + p("正文")))
    assert [line.contents for line in lines] == [True, False]


def test_a_flat_file_is_read_too() -> None:
    data = content(p("报告", "Title") + items("L1", "甲"), numbered("L1", CHINESE), "document", style("Title"))
    lines, _ = read_word_xml(data.encode())
    assert [(line.text, line.level) for line in lines] == [("报告", 0), ("一、甲", None)]


def test_a_locked_or_foreign_file_is_refused() -> None:
    manifest = b'<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(DraftError, match="密码"):
        read_odt_bytes(odt(p("甲"), **{"META-INF__manifest_xml": manifest}))
    table = content("").replace("office:text", "office:spreadsheet").encode()
    with pytest.raises(DraftError, match="找不到文字正文"):
        read_odt_bytes(odt("", **{"content_xml": table}))


def test_a_circle_of_styles_ends() -> None:
    circle = style("A", more='style:parent-style-name="B"') + style("B", more='style:parent-style-name="A"')
    assert texts(odt(p("甲", "A"), circle)) == ["甲"]


def test_damaged_bytes_only_raise_draft_errors() -> None:
    whole = odt(p("正文" * 50) + items("L1", "甲", "乙"), numbered("L1", CHINESE))
    chance = random.Random(5)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_odt_bytes(bytes(data[: chance.randint(1, len(data))] if chance.random() < 0.3 else data))
        except DraftError as error:
            assert str(error).endswith("。")
