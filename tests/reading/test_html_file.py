"""Web pages: what a reader of the page sees becomes text, in whatever encoding it was saved."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.errors import DraftError
from desktop.reading.html_file import read_html
from desktop.reading.lines import Line
from desktop.reading.open_draft import open_draft


def lines(body: str, head: str = "") -> list[Line]:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())[0]


def texts(body: str, head: str = "") -> list[str]:
    return [line.text for line in lines(body, head)]


def told(body: str, head: str = "") -> tuple[str, ...]:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())[1]


def test_blocks_are_paragraphs() -> None:
    body = "裸<p>一<b>二</b><font face=仿宋>三</font><div>四<p>五</div>六<blockquote>七</blockquote>八<br>九<hr>十"
    body += "<address>尾"
    assert texts(body) == ["裸", "一二三", "四", "五", "六", "七", "八", "九", "十", "尾"]


def test_headings_and_titles_have_levels() -> None:
    found = lines("<h1>某局报告</h1><h2>一、主要工作</h2><p>正文</p><h3>（一）学习</h3><h2>二、不足</h2>")
    assert [line.level for line in found] == [0, 1, None, 2, 1]
    found = lines("<h1>一、主要工作</h1><h2>（一）学习</h2><h1>二、不足</h1>")
    assert [line.level for line in found] == [1, 2, 1]
    assert [line.level for line in lines("<p class='MsoTitle x'>报告</p><h1>一、工作</h1>")] == [0, 1]
    assert [line.level for line in lines("<h1>报告</h1><p>一、工作</p>")] == [0, None]


def test_lines_of_a_contents_page_are_marked() -> None:
    assert [line.contents for line in lines("<p class=MsoToc1>一、工作 3</p><p>正文</p>")] == [True, False]


def test_blanks_of_the_source_count_once() -> None:
    assert texts("<p>\n  贯彻\n  落实  APP\n使用 好\tWord\r\n文件\n</p>") == ["贯彻落实 APP 使用 好 Word 文件"]
    assert texts("<p>第<span>\n</span>一</p>") == ["第一"]
    assert texts("<p>甲&nbsp;&nbsp;乙&#12288;丙&amp;丁</p>") == ["甲\xa0\xa0乙\u3000丙&丁"]
    assert lines("<p>\n&nbsp;&nbsp;&nbsp;&nbsp;甲</p>")[0].indented
    assert texts("<pre>一行\n二行  三</pre>") == ["一行", "二行 三"]


def test_what_is_not_seen_is_out() -> None:
    body = (
        "甲<script>if (1<2) 坏()</script><style>p{}</style><!-- 注 --><noscript>无</noscript><template>模</template>"
        "<p style='display: none'>藏</p><p style='mso-hide:all'>藏</p><span hidden>藏</span>乙<textarea>填</textarea>"
        "<ruby>丙<rp>(</rp><rt>bing</rt></ruby>"
    )
    assert texts(body, "<title>网页标题</title>") == ["甲乙丙"]
    assert told(body) == ("文稿中有隐藏文字3字，没有列入检查，公开前请处理",)


def test_classes_a_style_sheet_hides() -> None:
    sheet = "<style><!-- .a,p.b{mso-hide:all} #c {color:red;display:none}\n"
    sheet += "@media print {.f{color:red}.d{display:none}} --></style>"
    body = "<p class=a>藏</p><p class='x b'>藏</p><div class=b>见</div><p id=c>藏</p><p class=d>见</p>"
    assert texts(body, sheet) == ["见", "见"]


def test_an_unclosed_hidden_paragraph_hides_itself_alone() -> None:
    assert texts("<p style='display:none'>藏<p>见<p>也见") == ["见", "也见"]


def test_word_s_own_marks() -> None:
    body = (
        "<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、"
        "</span><![endif]>主要<o:p></o:p>工作</p><!--[if gte mso 9]><xml><o:Pages>3</o:Pages></xml><![endif]-->"
        "<st1:date year=2023>2023年</st1:date>"
    )
    assert texts(body) == ["一、主要工作", "2023年"]


def test_revisions_comments_notes_and_running_heads() -> None:
    body = (
        "<p>留<a style='mso-comment-reference:甲_1;mso-comment-date:20230101T0000'>着</a>"
        "<del>删</del><ins>增</ins>下<a style='mso-footnote-id:ftn1' href='#_ftn1'>"
        "<span class=MsoFootnoteReference>[1]</span></a><span class=MsoCommentReference>[批1]</span></p>"
        "<div style='mso-element:footnote-list'><div id=ftn1><p>脚注</p></div></div>"
        "<div style='mso-element:comment-list'><p>批注</p></div><div title='header'><p>页眉</p></div>"
        "<div id='sdfootnote1'><p>又一脚注</p></div>"
    )
    assert texts(body) == ["留着增下"]
    assert told(body) == (
        "文稿含修订2处、批注1条，公开前请处理；检查的是接受全部修订后的文字，批注不算正文",
        "没有列入检查的还有：脚注1条",
    )


def test_numbers_of_lists() -> None:
    body = (
        "<ol><li>甲<li><p>乙</p><p>续</p><ol type=a><li>子</li></ol></li><li value=7>丙</li></ol><ul><li>点</li></ul>"
        "<ol start=3 style='list-style:cjk-ideographic'><li>三</li></ol><ol style='list-style:none'><li>无</li></ol>"
    )
    assert texts(body) == ["1. 甲", "2. 乙", "续", "a. 子", "7. 丙", "点", "三、三", "无"]


def test_tables_are_rows_of_cells() -> None:
    body = (
        "<table><thead><tr><th>项<th>数</thead><tr><td rowspan=2>甲<td>1<tr><td><p>2</p><p>3</p>"
        "<tr><td colspan=2>合计</table>后"
    )
    found = lines(body)
    assert [line.text for line in found] == ["项\t数", "甲\t1", "\t2 3", "合计", "后"]
    assert [line.row for line in found] == [True, True, True, True, False]


def test_tables_that_lay_out_the_page_are_no_rows() -> None:
    inner = "<table><tr><td>项</td><td>1</td></tr></table>"
    body = f"<table><tr><td><p>栏目</p></td><td><p>第一段。</p>{inner}<p>第二段。</p></td></tr></table>"
    found = lines(body)
    assert [(line.text, line.row) for line in found] == [
        *(("栏目", False), ("第一段。", False), ("项\t1", True), ("第二段。", False)),
    ]
    long = "".join(f"<p>第{at}段。</p>" for at in range(12))
    assert not any(line.row for line in lines(f"<table><tr><td>导航</td><td>{long}</td></tr></table>"))
    assert [line.level for line in lines("<table><tr><td><h1>一、工作</h1></td><td>甲</td></tr></table>")] == [1, None]
    assert [line.text for line in lines("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>")] == ["甲", "乙"]


def test_page_breaks_and_pictures() -> None:
    found = lines(
        "<p>甲</p><br clear=all style='mso-special-character:line-break;page-break-before:always'><p>乙<img></p>"
    )
    assert [line.page_break for line in found] == [False, True]
    assert told("<p>甲<img src=a><img src=b></p>") == ("没有列入检查的还有：图片2张",)


PAGE = "<html><head>{}</head><body><p>法治政府建设年度报告，全年办理案件12件。</p></body></html>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=gb2312>", "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=GBK'>", "gb18030"),
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset='utf-8'>", "gb18030"),
        ("<meta charset='gb2312'>", "utf-8-sig"),
        ("<meta charset=big5>", "big5"),
        ("<meta charset=iso-8859-1>", "gb18030"),
        ("<meta charset=unicode>", "utf-16"),
        ("", "gb18030"),
        ("", "utf-8"),
    ],
)
def test_encodings(declared: str, encoding: str, tmp_path: Path) -> None:
    text = PAGE if encoding != "big5" else "<html><head>{}</head><body><p>法治報告，全年案件12件。</p></body></html>"
    path = tmp_path / "报告.doc"
    path.write_bytes(text.format(declared).encode(encoding))
    assert "法治" in open_draft(path).text and "12件。" in open_draft(path).text


def test_the_encoding_sent_with_the_page_comes_first() -> None:
    data = "<p>法治政府建设</p>".encode("gb18030")
    assert read_html(data, "gb2312")[0][0].text == "法治政府建设"


def test_one_bad_byte_does_not_cost_the_page() -> None:
    data = ("<meta charset=utf-8><p>" + "法治政府" * 200).encode() + b"\xff\xfe\xff</p>"
    assert read_html(data)[0][0].text.startswith("法治政府")


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 100_000,
        "<table><tr><td>" * 20_000,
        "<ul><li>" * 30_000,
        "<p" * 200_000,
        "<!--" * 100_000,
        "<![if " * 100_000,
        "<td rowspan=999999999 colspan=99999999>" * 500,
        "<style>" + ".a{" * 100_000,
        "</p>" * 200_000,
        "&#x110000;&#0;&#xd800;" * 1000,
        "<style>@media" + "{" * 100_000,
        "<style>" + "a" * 900_000,
        "<style>" + "/*" * 400_000,
        "<b>" * 50_000 + "</i>" * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_pages_come_to_an_end(hostile: str) -> None:
    with suppress(DraftError):
        read_html(b"<html><body><p>" + hostile.encode() + "<p>尾".encode())


def test_a_page_far_too_large_or_deep_is_refused() -> None:
    for data in (b"<p>" + b"a" * 21 * 1024 * 1024, b"<b>" * 6000):
        with pytest.raises(DraftError, match="不正常"):
            read_html(data)


def test_damaged_bytes_only_raise_draft_errors() -> None:
    whole = ("<html><meta charset=gb2312><table><tr><td>甲<td rowspan=2>乙</table><ol><li>丙<p>" + "正文" * 90).encode(
        "gb18030"
    )
    chance = random.Random(9)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 9)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_html(bytes(data))
        except DraftError as error:
            assert str(error).endswith("。")
