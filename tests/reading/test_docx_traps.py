"""More traps of Word documents: drop caps, placeholders, symbols, what is not read, where words came from."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from desktop.errors import DraftError
from desktop.reading.docx_names import paragraphs_in
from desktop.reading.draft import Draft
from desktop.reading.open_draft import read_lines

from .word_file import STRICT, blocks, docx, opened, p, packed, r, styled

MARK_DELETED = '<w:rPr><w:del w:id="3" w:author="甲"/></w:rPr>'
MARK_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(folder: Path, body: str, **parts: str) -> list[str]:
    return blocks(opened(folder, docx(body, **parts)))


def told(folder: Path, body: str, **parts: str) -> str:
    return "；".join(opened(folder, docx(body, **parts)).notices)


def tc(*inside: str, properties: str = "") -> str:
    return (
        f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(one if one.startswith('<') else p(one) for one in inside)}</w:tc>"
    )


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_hidden_rows_and_deleted_cells(tmp_path: Path) -> None:
    rows = tr(tc("藏"), tc("藏"), properties="<w:hidden/>") + tr(
        tc("甲"), tc("删", properties="<w:cellDel/>"), tc("乙")
    )
    draft = opened(tmp_path, docx(f"<w:tbl>{rows}</w:tbl>"))
    assert blocks(draft) == ["甲\t\t乙"]
    assert "修订1处" in draft.notices[0] and "隐藏文字2字" in draft.notices[1]


def test_a_drop_cap_belongs_to_its_paragraph(tmp_path: Path) -> None:
    body = p("二", properties='<w:framePr w:dropCap="drop" w:lines="2"/>') + p("〇二二年，我局办理案件12件。")
    assert read(tmp_path, body) == ["二〇二二年，我局办理案件12件。"]


def test_a_hidden_paragraph_mark_joins(tmp_path: Path) -> None:
    assert read(tmp_path, p("前半句，", properties=MARK_HIDDEN) + p("后半句。")) == ["前半句，后半句。"]


def test_placeholders_are_no_words(tmp_path: Path) -> None:
    def control(inside: str) -> str:
        properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    draft = opened(tmp_path, docx(p("甲", control(r("单击此处输入")), "乙。") + control(p("选择日期"))))
    assert blocks(draft) == ["甲乙。"]
    assert "2处填写框" in draft.notices[0]


def test_signs_of_symbol_fonts(tmp_path: Path) -> None:
    def sign(font: str, code: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    body = p(
        sign("Wingdings", "F081"),
        "办结",
        sign("Symbol", "F0B3"),
        "12件",
        sign("宋体", "3002"),
        sign("Wingdings", "F04A"),
    )
    assert read(tmp_path, body + p(sign("Wingdings", "坏"), "完。")) == ["①办结≥12件。", "完。"]


def test_marks_that_only_layout_sees(tmp_path: Path) -> None:
    body = p(
        "行", "<w:r><w:softHyphen/></w:r>", "政执\u00ad法\u200b公\u2060示。", "<w:r><w:lastRenderedPageBreak/></w:r>"
    )
    assert read(tmp_path, body) == ["行政执法公示。"]


def test_a_contents_page_by_style_makes_no_headings(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    body = styled("t", "一、主要工作") + styled("t", "二、存在问题") + p("一、主要工作") + p("办理案件12件。")
    draft = opened(tmp_path, docx(body, styles=styles))
    assert [section.title for section in draft.sections] == ["主要工作"]
    assert blocks(draft)[:2] == ["一、主要工作", "二、存在问题"]


def test_a_contents_field_over_several_paragraphs(tmp_path: Path) -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    page = [mark.format("begin"), "<w:r><w:instrText>PAGEREF</w:instrText></w:r>", mark.format("separate"), "1"]
    tab = "<w:r><w:tab/></w:r>"
    body = (
        p(mark.format("begin"), code, mark.format("separate"), "一、主要工作", tab, *page, mark.format("end"))
        + p("二、存在问题", tab, *page, mark.format("end")) + p(mark.format("end"))
        + p("一、主要工作") + p("办理案件12件。")
    )  # fmt: skip
    draft = opened(tmp_path, docx(body))
    assert blocks(draft)[:2] == ["一、主要工作\t1", "二、存在问题\t1"]
    assert len(draft.sections) == 1


BOX = "<w:r><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></w:r>"


def test_a_box_inside_a_box_inside_a_cell(tmp_path: Path) -> None:
    inner = BOX.format(p("最里。"))
    body = f"<w:tbl>{tr(tc(p('格', BOX.format(p('框', inner)))), tc('右'))}</w:tbl>"
    assert read(tmp_path, body) == ["格 框 最里。\t右"]


def test_a_choice_that_holds_nothing_gives_way(tmp_path: Path) -> None:
    fallback = f"<mc:Fallback>{BOX.format(p('旧框。'))}</mc:Fallback>"
    both = f"<w:r><mc:AlternateContent><mc:Choice/>{fallback}</mc:AlternateContent></w:r>"
    assert read(tmp_path, p("文。", both)) == ["文。", "旧框。"]


def test_a_hidden_box_is_out(tmp_path: Path) -> None:
    hidden = BOX.format(p("藏。")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    assert read(tmp_path, p("明。", hidden)) == ["明。"]


def test_a_box_does_not_part_what_runs_on(tmp_path: Path) -> None:
    body = p("前半句，", BOX.format(p("框。")), properties=MARK_DELETED) + p("后半句。")
    assert sorted(read(tmp_path, body)) == ["前半句，后半句。", "框。"]


def test_revisions_and_comments_are_counted(tmp_path: Path) -> None:
    inserted = '<w:ins w:id="1" w:author="甲">' + r("共") + "</w:ins>"
    deleted = '<w:del w:id="2" w:author="甲"><w:r><w:delText>约</w:delText></w:r></w:del>'
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    said = told(tmp_path, p("全年", inserted, deleted, comment, "12件。") + p("完。", comment))
    assert "修订2处" in said and "批注2条" in said and "公开前请处理" in said
    only = told(tmp_path, p("全年", comment, "12件。"))
    assert "批注1条" in only and "修订" not in only
    assert "修订" not in told(tmp_path, p("全年12件。"))
    restyled = r("红", '<w:rPrChange w:id="1" w:author="甲"><w:rPr/></w:rPrChange>')
    assert "格式修订" in told(tmp_path, p(restyled))


def graphic(kind: str) -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><a:graphic xmlns:a="{space}/main"><a:graphicData uri="{space}/{kind}">'
        f'<pic:pic xmlns:pic="{space}/picture"/></a:graphicData></a:graphic></w:drawing></w:r>'
    )


def test_what_is_not_read_is_counted(tmp_path: Path) -> None:
    old = f'<w:r><w:pict><v:shape><v:imagedata r:id="x" xmlns:r="{R}"/></v:shape></w:pict></w:r>'
    group = graphic("picture").replace('/picture"><pic', '/group"><pic')
    boxed = BOX.format(p("框。", graphic("picture")))
    note = '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    body = p(
        *("文。", graphic("picture"), graphic("chart"), graphic("diagram"), old, group, boxed, note),
        "<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>",
        f'<w:subDoc r:id="x" xmlns:r="{R}"/>',
    ) + f'<w:altChunk r:id="x" xmlns:r="{R}"/>'  # fmt: skip
    said = told(tmp_path, body)
    for words in (
        "图片4张",
        "图表1个",
        "SmartArt 图示1个",
        "嵌入对象1个",
        "脚注1条",
        "尾注1条",
        "子文档1个",
        "嵌入的文件片段1个",
    ):
        assert words in said, said
    assert told(tmp_path, p("文。")).count("没有列入") == 0


def test_a_picture_twice_rendered_is_counted_once(tmp_path: Path) -> None:
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{graphic('picture')}</mc:Choice>"
        f"<mc:Fallback>{graphic('picture')}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert "图片1张" in told(tmp_path, p("文。", both))


def test_a_document_of_other_files_only(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="嵌入的其他文件"):
        opened(tmp_path, docx(f'<w:altChunk r:id="x" xmlns:r="{R}"/>'))


RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="a" Type="{R}/header" Target="header1.xml"/>'
    f'<Relationship Id="b" Type="{R}/footer" Target="/word/footer1.xml"/></Relationships>'
)


@pytest.mark.parametrize(
    ("header", "footer", "said"),
    [
        ("某某县司法局", "1", True),
        ("", "第 1 页 共 2 页", False),
        ("", "— 3 —", False),
        ("", "内部资料", True),
        ("<坏", "1", False),
    ],
)
def test_headers_and_footers_with_words_are_told(header: str, footer: str, said: bool, tmp_path: Path) -> None:
    parts = {
        "word__header1_xml": f"<w:hdr NAMES>{p(header)}</w:hdr>",
        "word__footer1_xml": f"<w:ftr NAMES>{p(footer)}</w:ftr>",
        "word___rels__document.xml.rels": RELATIONS,
    }
    draft = opened(tmp_path, docx(p("正文。"), **parts))
    assert draft.text == "正文。"
    assert ("页眉" in "".join(draft.notices)) == said


def sources(draft: Draft, data: bytes) -> list[str]:
    """The words of the paragraphs each block says it came from."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    listed = paragraphs_in(root)

    def own(paragraph: etree._Element) -> str:
        inside = [text for one in paragraphs_in(paragraph)[1:] for text in one.itertext()]
        return "".join(str(text) for text in paragraph.itertext() if text not in inside)

    return ["|".join(own(listed[at]) for at in block.source) for block in draft.blocks]


def test_every_block_knows_its_paragraphs(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:t>删框</w:t></w:r>" + BOX.format(p("删框里")) + "</w:del>"
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("填") + "</w:sdtContent></w:sdt>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{BOX.format(p('框一') + p('框二'))}</mc:Choice>"
        f"<mc:Fallback>{BOX.format(p('旧框'))}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    rows = (
        tr(tc(p("格一"), p("格二")), tc(p("格三", BOX.format(p("格框")))))
        + tr(tc(p("删格")), properties="<w:del/>")
        + tr(tc(p("左")), tc(p("盖"), properties="<w:vMerge/>"), tc(p("右")))
    )
    body = (
        p("") + p("甲。") + p("乙", deleted) + control + p("丙", both, "。") + f"<w:tbl>{rows}</w:tbl>"
        + p("", BOX.format(p("单框", BOX.format(p("框中框")))))
        + p("前", properties=MARK_DELETED) + p("后。") + p("末。")
    )  # fmt: skip
    data = docx(body)
    draft = opened(tmp_path, data)
    assert blocks(draft) == [
        *("甲。", "乙", "丙。", "框一", "框二", "格一 格二\t格三 格框", "左\t\t右", "单框", "框中框", "前后。", "末。"),
    ]
    assert sources(draft, data) == [
        *(
            "甲。",
            "乙删框",
            "丙。",
            "框一",
            "框二",
            "格一|格二|格三|格框",
            "左|右",
            "单框",
            "框中框",
            "前|后。",
            "末。",
        ),
    ]


def test_joined_lines_keep_both_sources(tmp_path: Path) -> None:
    """A paragraph cut at a page's end is one block of two paragraphs."""
    first = p("全年共办理行政复议案件，", "<w:r><w:br w:type='page'/></w:r>")
    draft = opened(tmp_path, docx(first + p("全部在法定期限内办结。")))
    assert draft.blocks[0].source == (0, 1)


WPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{w}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="wpsCustomData">'
    "<w:body>{body}</w:body></w:document>"
)


@pytest.mark.parametrize("space", ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT])
@pytest.mark.parametrize(
    ("main", "target"),
    [
        ("word/document.xml", "/word/document.xml"),
        ("word/document.xml", "./word/Document.xml"),
        ("word/正文.xml", "word/%E6%AD%A3%E6%96%87.xml"),
        ("Word\\main.xml", "word/main.xml"),
        ("报告/内容.xml", "报告/内容.xml"),
    ],
)
def test_the_main_part_is_found(main: str, target: str, space: str, tmp_path: Path) -> None:
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships" if space == STRICT else R
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="x" Type="{kind}/image" Target="http://example.invalid/a.png" TargetMode="External"/>'
        f'<Relationship Id="r" Type="{kind}/officeDocument" Target="{target}"/></Relationships>'
    )
    body = "<wpsCustomData:x/><w:p><w:r><w:t>正文。</w:t></w:r></w:p>"
    files = {"_rels/.rels": relations.encode(), main: WPS.format(w=space, body=body).encode()}
    assert blocks(opened(tmp_path, packed(files))) == ["正文。"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_hidden_text_in_any_encoding(encoding: str) -> None:
    body = "<w:p><w:r><w:t>明</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:p>"
    text = WPS.format(w="http://schemas.openxmlformats.org/wordprocessingml/2006/main", body=body)
    data = text.replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8").encode(encoding)
    assert [line.text for line in read_lines(packed({"word/document.xml": data}))[0]] == ["明"]
