"""A document of traps, saved by LibreOffice in every format that can hold them: numbers, tables, revisions, notes."""

from tests.reading.word_file import W, p, packed, r

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_BY = 'w:author="甲" w:date="2023-01-01T00:00:00Z"'

EXPECTED = """某某县水务局2023年度法治政府建设情况报告
2023年，我局认真推进法治政府建设，现将情况报告如下：
一、主要工作
（一）加强学习
1.学习宪法。
2.学习条例。
① 专题学习。
② 集中学习。
（二）规范执法
1.统计如下：
项目 数量
执法 检查 12次
处罚 （一般程序） 3件
看得见的文字，有注。
二、存在的不足
补上的一句。
另起一行。
三、下一步打算
继续推进。"""
"""What a reader of the document, all revisions accepted, sees of its body."""


def trap_document() -> bytes:
    """The document as .docx."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(("numbering", "numbering.xml"), ("footnotes", "footnotes.xml")),
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{W}"><w:body>{_body()}</w:body></w:document>',
        "word/numbering.xml": f'{_HEAD}<w:numbering xmlns:w="{W}">{_numbering()}</w:numbering>',
        "word/footnotes.xml": f'{_HEAD}<w:footnotes xmlns:w="{W}">{_footnotes()}</w:footnotes>',
    }
    return packed({name: text.encode() for name, text in parts.items()})


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("numbering", "numbering"), ("footnotes", "footnotes"))
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{at}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(
            (
                ("chineseCounting", "%1、"),
                ("chineseCounting", "（%2）"),
                ("decimal", "%3."),
                ("decimalEnclosedCircle", "%4"),
            )
        )
    )
    return (
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


def _footnotes() -> str:
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    return f'{separator}<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", "脚注里的话。")}</w:footnote>'


def _item(at: int, text: str) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr>')


def _cell(inside: str, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{more}</w:tcPr>{inside}</w:tc>'


def _table() -> str:
    rows = (
        _cell(p("项目"), '<w:gridSpan w:val="2"/>') + _cell(p("数量")),
        _cell(p("执法"), '<w:vMerge w:val="restart"/>') + _cell(p("检查")) + _cell(p("12次")),
        _cell(p(""), "<w:vMerge/>") + _cell(p("处罚") + p("（一般程序）")) + _cell(p("3件")),
    )
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    inside = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{inside}</w:tbl>'


def _body() -> str:
    added = f'<w:ins w:id="1" {_BY}>{r("补上的")}</w:ins>'
    gone = f'<w:del w:id="2" {_BY}><w:r><w:delText>删去的</w:delText></w:r></w:del>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    opening = "2023年，我局认真推进法治政府建设，现将情况报告如下："
    return "".join(
        (
            p("某某县水务局2023年度法治政府建设情况报告") + p(opening) + _item(0, "主要工作") + _item(1, "加强学习"),
            _item(2, "学习宪法。") + _item(2, "学习条例。") + _item(3, "专题学习。") + _item(3, "集中学习。"),
            _item(1, "规范执法") + _item(2, "统计如下：") + _table(),
            p(r("看得见的"), r("看不见的", "<w:vanish/>"), r("文字，有注"), note, r("。")),
            _item(0, "存在的不足") + p(added, gone, r("一句。"), "<w:r><w:br/><w:t>另起一行。</w:t></w:r>"),
            _item(0, "下一步打算") + p("继续推进。"),
        )
    )
