"""Sound Word documents that hold something of everything the reader has code for."""

from .word_file import STRICT, docx, p, r, styled

STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    '</w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/><w:basedOn w:val="1"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride'
    ' w:val="3"/></w:lvlOverride></w:num>'
)
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF a </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CELL = "<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{}</w:tc>"


def body() -> str:
    """A short report with one of everything."""
    item = p("规范执法", properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    changed = '<w:ins w:id="1">' + r("新增") + '</w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    control = "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + p("控件里的话。") + "</w:sdtContent></w:sdt>"
    rows = "".join(f"<w:tr>{CELL.format(p('事项'))}{CELL.format(p(str(one)))}</w:tr>" for one in range(4))
    inner = CELL.format(f"<w:tbl><w:tr>{CELL.format(p('里'))}</w:tr></w:tbl>")
    table = f"<w:tbl><w:tblPr/>{rows}<w:tr>{inner}</w:tr></w:tbl>"
    signs = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:tab/><w:br/><w:br w:type="page"/></w:r>'
    return (
        p("某某县司法局2022年法治政府建设年度报告") + styled("t", "一、主要工作") + styled("1", "主要工作") + item
        + p("全年办理案件12件。", changed, FIELD, signs) + p("框", BOX.format(p("框里的话。") + p("又一段。")))
        + control + table
        + p("前半句，", properties="<w:rPr><w:del/></w:rPr>") + p("后半句。", r("暗", '<w:rStyle w:val="h"/>'))
        + styled("1", "存在问题") + p("执法力量不足。" * 20) + p("某某县司法局") + p("2023年1月9日")
    )  # fmt: skip


def documents() -> list[bytes]:
    """The report in both namespaces, and one of nothing but depth."""
    deep = "<w:tbl><w:tr><w:tc>" * 60 + p("深。") + "</w:tc></w:tr></w:tbl>" * 60
    return [
        docx(body(), styles=STYLES, numbering=NUMBERING),
        docx(body(), styles=STYLES, numbering=NUMBERING, space=STRICT),
        docx(deep + BOX.format(p("框", BOX.format(p("框中框")))) * 3),
    ]
