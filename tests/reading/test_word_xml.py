"""Word documents in one XML file."""

import random

import pytest

from desktop.errors import DraftError
from desktop.reading.word_xml import read_word_xml

from .word_file import W

OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
_SPACES = (
    f'xmlns:w="{OLD}" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def old(body: str, before: str = "") -> bytes:
    body = f"<w:body><wx:sect>{body}</wx:sect></w:body>"
    return f'<?xml version="1.0"?><w:wordDocument {_SPACES}>{before}{body}</w:wordDocument>'.encode()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_word_xml(data)[0]]


def test_paragraphs_headings_and_hidden_text() -> None:
    styles = (
        '<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="Title"/></w:style></w:styles>'
    )
    body = p("报告", '<w:pStyle w:val="2"/>') + p("一、工作", '<w:pStyle w:val="1"/>')
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    body += f"<wx:sub-section><w:p>{hidden}<w:r><w:t>见</w:t></w:r></w:p></wx:sub-section>"
    lines, notices = read_word_xml(old(body, styles))
    assert [(line.text, line.level) for line in lines] == [("报告", 0), ("一、工作", 1), ("见", None)]
    assert notices == ("文稿中有隐藏文字1字，没有列入检查，公开前请处理",)


def test_revisions_comments_and_notes() -> None:
    def mark(kind: str, text: str) -> str:
        run = f"<w:r><w:t>{text}</w:t></w:r>"
        return f'<aml:annotation w:type="Word.{kind}"><aml:content>{run}</aml:content></aml:annotation>'

    body = f"<w:p>{mark('Insertion', '增')}{mark('Deletion', '删')}{mark('Comment', '批')}{mark('Bookmark', '签')}"
    body += "<w:r><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote><w:t>文</w:t></w:r></w:p>"
    body += "<w:sectPr><w:hdr><w:p><w:r><w:t>眉</w:t></w:r></w:p></w:hdr></w:sectPr>"
    lines, notices = read_word_xml(old(body))
    assert ([line.text for line in lines], len(notices)) == (["增签文"], 1)
    assert "修订2处" in notices[0]


def test_lists_and_tables() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:nfc w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, 37, "%1、") + level.format(1, 0, "%2.") + level.format(2, 255, "%3")
    lists = (
        f'<w:lists><w:listDef w:listDefId="4">{levels}</w:listDef><w:list w:ilfo="1"><w:ilst w:val="4"/></w:list>'
        '<w:list w:ilfo="2"><w:ilst w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
        "</w:list></w:lists>"
    )

    def item(text: str, at: int, listed: int = 1) -> str:
        return p(text, f'<w:listPr><w:ilvl w:val="{at}"/><w:ilfo w:val="{listed}"/></w:listPr>')

    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    table = "<w:tbl><w:tr>" + cell.format('<w:vmerge w:val="restart"/>', p("甲")) + cell.format("", p("1")) + "</w:tr>"
    table += "<w:tr>" + cell.format("<w:vmerge/>", p("甲")) + cell.format("", p("2")) + "</w:tr></w:tbl>"
    body = item("主要工作", 0) + item("学习", 1) + item("无", 2) + item("不足", 0) + table + item("九", 0, 2)
    assert texts(old(body, lists)) == ["一、主要工作", "1.学习", "无", "二、不足", "甲\t1", "\t2", "九、九"]


def flat(document: str, more: str = "") -> bytes:
    part = '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>{}</pkg:xmlData></pkg:part>'
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{space}">{more}{part.format(document)}</pkg:package>'.encode()


def test_a_flat_package() -> None:
    document = f'<w:document xmlns:w="{W}"><w:body>{p("正文")}</w:body></w:document>'
    assert texts(flat(document)) == ["正文"]
    picture = '<pkg:part pkg:name="/word/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>'
    assert texts(flat(document, picture)) == ["正文"]


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0"?><a/>',
        flat("<a/>"),
        b"<?xml version='1.0'?><w:wordDocument",
        old("").replace(b"w:body", b"w:b"),
    ],
)
def test_other_xml_is_refused(data: bytes) -> None:
    with pytest.raises(DraftError, match="另存为 .docx"):
        read_word_xml(data)


def test_damaged_bytes_only_raise_draft_errors() -> None:
    whole = old(p("正文" * 20) + "<w:tbl><w:tr><w:tc>" + p("甲") + "</w:tc></w:tr></w:tbl>")
    chance = random.Random(8)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.choice(b"<>/\"' a=wp&;\x00\xff")
        try:
            read_word_xml(bytes(data))
        except DraftError as error:
            assert str(error).endswith("。")
