"""OFD files: what is drawn becomes text in reading order; what is no text is told."""

import random
from pathlib import Path

import pytest

from desktop.errors import DraftError
from desktop.reading.lines import width
from desktop.reading.ofd_file import HIDDEN, OTHERS, SCANNED, SEVERAL, STAMPED, STRANGE, TURNED, read_ofd_bytes
from desktop.reading.open_draft import open_draft

from .ofd_writer import SPACE, document, ofd, page, root, text_object
from .word_file import packed

FULL = "为加强法治政府建设我局认真学习贯彻习近平法治思想全面落实"
"""One full line of 28 signs."""


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_ofd_bytes(data)[0]]


def notices(data: bytes) -> tuple[str, ...]:
    return read_ofd_bytes(data)[1]


def rows(*lines: str, top: float = 40, x: float = 28) -> str:
    return "".join(text_object(line, x, top + 10 * at) for at, line in enumerate(lines))


def image(x: float, y: float, wide: float, high: float) -> str:
    return f'<ofd:ImageObject ID="1" Boundary="{x} {y} {wide} {high}" ResourceID="5"/>'


def test_an_ofd_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(ofd(rows("某局2023年法治政府建设年度报告", "一、主要工作")))
    assert open_draft(path).text == "某局2023年法治政府建设年度报告\n一、主要工作"


def test_order_is_by_place_not_by_file() -> None:
    content = text_object("后", 40, 60) + text_object("尾", 60, 50) + text_object("头", 28, 50)
    assert [text.split() for text in texts(ofd(content))] == [["头", "尾"], ["后"]]


@pytest.mark.parametrize(
    ("steps", "right"),
    [
        ("g 3 6", 58),
        ("6 6 6", 58),
        ("6 g 2 6", 58),
        ("g 999999999 6", 58),
        ("g x 6", None),
        ("g -5 6", None),
        ("", None),
    ],
)
def test_steps_between_signs(steps: str, right: float | None) -> None:
    def after(gap: float) -> list[str]:
        piece = (
            '<ofd:TextObject ID="1" Boundary="30 40 99 9" Size="5"><ofd:TextCode X="0" Y="5" '
            f'DeltaX="{steps}">甲乙丙丁</ofd:TextCode></ofd:TextObject>'
        )
        return texts(ofd(piece + text_object("戊", gap, 45, 5)))

    ends = 50 if right is None else 53
    assert after(ends + 1) == ["甲乙丙丁戊"]
    assert after(ends + 8) == ["甲乙丙丁 戊"]


def test_a_matrix_moves_and_scales() -> None:
    def turned(matrix: str) -> str:
        return (
            f'<ofd:TextObject ID="1" Boundary="20 40 90 9" Size="1" CTM="{matrix}"><ofd:TextCode X="0" Y="1" '
            'DeltaX="1">甲乙</ofd:TextCode></ofd:TextObject>'
        )

    content = turned("5 0 0 5 10 0") + text_object("丙", 40.5, 45, 5) + turned("5 0 0 5 10 20")
    assert texts(ofd(content)) == ["甲乙丙", "甲乙"]


def test_signs_drawn_by_several_shapes() -> None:
    clusters = '><ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="3"/>'
    content = text_object("甲乙", 30, 45, 5, [2, 2, 2], clusters) + text_object("丙", 41.5, 45, 5)
    assert texts(ofd(content)) == ["甲乙丙"]
    clusters = clusters.replace('CodeCount="1" GlyphCount="3"', 'CodeCount="2" GlyphCount="1"')
    content = text_object("甲乙丁", 30, 45, 5, [5], clusters) + text_object("丙", 40.5, 45, 5)
    assert texts(ofd(content)) == ["甲乙丁丙"]


def test_several_codes_in_one_object() -> None:
    content = (
        '<ofd:TextObject ID="1" Boundary="30 40 99 30" Size="5"><ofd:TextCode X="0" Y="5">甲</ofd:TextCode>'
        '<ofd:TextCode Y="25">丙</ofd:TextCode><ofd:TextCode X="5" Y="5">乙</ofd:TextCode></ofd:TextObject>'
    )
    assert texts(ofd(content)) == ["甲乙", "丙"]


def test_bold_drawn_twice_counts_once() -> None:
    content = text_object("标题", 30, 45) + text_object("标题", 30.2, 45) + text_object("看看", 30, 60)
    assert texts(ofd(content)) == ["标题", "看看"]


def test_signs_below_each_other_stay_together() -> None:
    stack = (
        '<ofd:TextObject ID="1" Boundary="30 40 9 40" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 2 0" '
        'DeltaY="g 2 6">执法类</ofd:TextCode></ofd:TextObject>'
    )
    assert "".join(texts(ofd(stack + text_object("别的", 60, 90)))) == "执法类别的"


def test_a_template_of_one_page_is_text_and_a_shared_one_is_not() -> None:
    common = '<ofd:TemplatePage ID="7" BaseLoc="Tpls/T/Content.xml" ZOrder="Background"/>'
    more = {"Doc_0/Tpls/T/Content.xml": page(text_object("某县人民政府文件", 60, 20))}
    use = '<ofd:Template TemplateID="7" ZOrder="Background"/>'
    one = ofd(rows("正文"), rows("附件"), common=common, more=more, before=[use])
    assert texts(one) == ["某县人民政府文件", "正文", "附件"]
    assert texts(ofd(rows("正文"), rows("附件"), common=common, more=more, before=[use, use])) == ["正文", "附件"]


def test_paragraphs_go_on_over_lines_and_pages() -> None:
    first = rows("　　" + FULL[:26], FULL, "各项任务。", "　　一是学习。", top=220)
    first += text_object("　　" + FULL[:26], 28, 260)
    assert texts(ofd(first, rows(FULL, "到位。", "　　二是普法。", "　　三是执法。"))) == [
        *(FULL[:26] + FULL + "各项任务。", "一是学习。", FULL[:26] + FULL + "到位。", "二是普法。", "三是执法。"),
    ]


def test_a_line_of_another_size_or_further_down_stands_alone() -> None:
    content = text_object(FULL, 28, 40) + text_object(FULL[:20], 28, 50, 7.9) + rows(FULL, FULL, FULL[:9], top=60)
    content += rows(FULL, FULL[:5], top=97)
    assert texts(ofd(content)) == [FULL, FULL[:20], FULL * 2 + FULL[:9], FULL + FULL[:5]]


def test_full_lines_further_apart_are_paragraphs_of_their_own() -> None:
    content = rows(FULL, FULL, FULL[:9], top=40) + rows(FULL, FULL, top=75) + rows(FULL, FULL, FULL[:5], top=100)
    assert texts(ofd(content)) == [FULL * 2 + FULL[:9], FULL * 2, FULL * 2 + FULL[:5]]


def test_centred_lines_of_a_title_are_one() -> None:
    long = "某某县科学技术和工业信息化局关于"
    content = text_object(long, 44.9, 40, 7.8) + text_object("法治政府建设情况的报告", 64.1, 51, 7.8)
    assert texts(ofd(content + rows(FULL, FULL, FULL, top=80)))[:2] == [long, "法治政府建设情况的报告"]
    long = "某某县科学技术和工业信息化局关于法治"
    content = text_object(long, 36.9, 40, 7.8) + text_object("政府建设情况的报告", 71.8, 51, 7.8)
    assert texts(ofd(content + rows(FULL, FULL, FULL, top=80)))[0] == long + "政府建设情况的报告"


def test_page_numbers_and_running_heads_go_and_figures_stay() -> None:
    def sheet(number: int, *lines: str) -> str:
        return text_object("某某局年度报告", 80, 20, 3.5) + rows(*lines) + text_object(f"{number}", 105, 285, 4)

    data = ofd(*(sheet(at, f"第{at * 3}项工作。", f"{at * 7}") for at in range(1, 5)))
    assert texts(data) == ["第3项工作。", "7", "第6项工作。", "14", "第9项工作。", "21", "第12项工作。", "28"]


def test_two_pages_are_enough_to_know_their_numbers() -> None:
    def sheet(number: str, *lines: str) -> str:
        return rows(*lines) + text_object(number, 105, 285, 4)

    assert texts(ofd(sheet("1", "甲。", "12"), sheet("2", "乙。", "30"))) == ["甲。", "12", "乙。", "30"]
    assert texts(ofd(sheet("— 1 —", "甲。"))) == ["甲。"]
    low = [texts(ofd(*(rows("甲。", "乙。", "丙。", f"{at}", top=240) for at in (1, 2))))]
    assert low == [["甲。", "乙。", "丙。", "1", "甲。", "乙。", "丙。", "2"]]
    assert texts(ofd(rows("全年办案件数", "1"), rows("去年办案件数", "2"))) == [
        "全年办案件数",
        "1",
        "去年办案件数",
        "2",
    ]


def test_what_stands_on_two_pages_only_is_text() -> None:
    data = ofd(rows("附件：统计表", "甲"), rows("附件：统计表", "乙"), rows("丙"))
    assert texts(data) == ["附件：统计表", "甲", "附件：统计表", "乙", "丙"]


def test_stamps_annotations_and_attachments_are_told() -> None:
    more = {
        "Doc_0/Signs/Signatures.xml": f'<ofd:Signatures xmlns:ofd="{SPACE}"><ofd:Signature ID="1"/></ofd:Signatures>',
        "Doc_0/Annots.xml": (
            f'<ofd:Annotations xmlns:ofd="{SPACE}"><ofd:Page PageID="100"><ofd:FileLoc>Annots/a.xml</ofd:FileLoc>'
            "</ofd:Page></ofd:Annotations>"
        ),
        "Doc_0/Annots/a.xml": (
            f'<ofd:PageAnnot xmlns:ofd="{SPACE}"><ofd:Annot Type="Stamp"><ofd:Appearance>'
            f"{text_object('某局公章', 30, 90)}</ofd:Appearance></ofd:Annot>"
            '<ofd:Annot Type="Highlight"/></ofd:PageAnnot>'
        ),
        "Doc_0/Attachs.xml": f'<ofd:Attachments xmlns:ofd="{SPACE}"><ofd:Attachment ID="1"/></ofd:Attachments>',
    }
    after = "<ofd:Annotations>Annots.xml</ofd:Annotations><ofd:Attachments>Attachs.xml</ofd:Attachments>"
    data = ofd(
        rows("正文"), after=after, inside="<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>", more=more
    )
    assert texts(data) == ["正文"]
    assert notices(data) == (STAMPED, OTHERS + "注释2处、附件1个")


def test_scanned_pages_are_named() -> None:
    data = ofd(rows("正文"), image(0, 0, 210, 297), rows("附") + image(20, 60, 30, 30), image(5, 5, 200, 280))
    assert texts(data) == ["正文", "附"]
    assert notices(data) == (SCANNED.format("2、4"), OTHERS + "图片1张")


@pytest.mark.parametrize("how", ['Visible="false"', 'Alpha="0"', 'Fill="false"', 'Fill="false" Stroke="false"'])
def test_text_nobody_sees_is_out_unless_it_lies_on_a_scan(how: str) -> None:
    unseen = text_object("看不见的文字", 28, 60, extra=how)
    assert texts(ofd(rows("正文") + unseen)) == ["正文"]
    assert notices(ofd(rows("正文") + unseen)) == (HIDDEN.format(6),)
    scanned = ofd(image(0, 0, 210, 297) + unseen)
    assert (texts(scanned), notices(scanned)) == (["看不见的文字"], ())


def test_outlined_text_is_seen() -> None:
    assert texts(ofd(text_object("描边", 28, 60, extra='Fill="false" Stroke="true"'))) == ["描边"]


def test_slanting_text_is_told_and_left_out() -> None:
    data = ofd(rows("正文") + text_object("内部资料", 60, 150, extra='CTM="0.7 -0.7 0.7 0.7 0 0"'))
    assert (texts(data), notices(data)) == (["正文"], (TURNED.format(4),))


@pytest.mark.parametrize(
    ("matrix", "places"),
    [
        ("0 1 -1 0 0 0", ((150, 30), (140, 30))),
        ("0 -1 1 0 0 0", ((40, 200), (50, 200))),
        ("-1 0 0 -1 0 0", ((180, 250), (180, 240))),
    ],
)
def test_a_page_lying_on_its_side(matrix: str, places: tuple[tuple[float, float], ...]) -> None:
    content = "".join(
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 6 99" Size="5" CTM="{matrix}"><ofd:TextCode X="0" Y="0" '
        f'DeltaX="g 4 5">{text}</ofd:TextCode></ofd:TextObject>'
        for text, (x, y) in zip(("横着的一行", "下面的一行"), places, strict=True)
    )
    assert texts(ofd(content)) == ["横着的一行", "下面的一行"]


def test_two_columns_are_read_one_after_the_other() -> None:
    half = FULL[:13]
    title = text_object("通栏的标题横跨两栏一行写完", 70, 30, 5)
    left = "".join(text_object(half, 28, 50 + 8 * at, 5) for at in range(6)) + text_object("左尾。", 28, 98, 5)
    right = "".join(text_object(half, 108, 50 + 8 * at, 5) for at in range(6)) + text_object("右尾。", 108, 98, 5)
    below = text_object("又一行通栏的文字横跨左右两栏写在最后面", 50, 120, 5)
    assert texts(ofd(below + right + left + title)) == [
        *(
            "通栏的标题横跨两栏一行写完",
            half * 6 + "左尾。",
            half * 6 + "右尾。",
            "又一行通栏的文字横跨左右两栏写在最后面",
        ),
    ]


def test_three_columns() -> None:
    parts = ["".join((FULL[at:] + FULL)[:11] for _ in range(5)) + "完。" for at in range(3)]
    content = "".join(
        text_object(part[11 * row : 11 * row + 11], 20 + 60 * column, 50 + 8 * row, 4.5)
        for column, part in enumerate(parts)
        for row in range(6)
    )
    assert texts(ofd(content)) == parts


def test_rows_drawn_sign_by_sign() -> None:
    lines = ("全年办案2025件，", "比上年少 12 件。")
    content = "".join(
        text_object(sign, 28 + sum(width(one) for one in line[:at]) * 2.82, 40 + 10 * row)
        for row, line in enumerate(lines)
        for at, sign in enumerate(line)
        if sign != " "
    )
    assert "".join("".join(texts(ofd(content))).split()) == "".join(lines).replace(" ", "")


def test_figures_side_by_side_are_no_columns() -> None:
    content = "".join(
        text_object(name, 28, 50 + 8 * at, 5) + text_object(f"{at}件", 120, 50 + 8 * at, 5)
        for at, name in enumerate(("许可", "处罚", "检查", "强制", "复议", "诉讼"))
    )
    assert texts(ofd(content))[:2] == ["许可\t0件", "处罚\t1件"]


def test_composite_objects_are_drawn_where_they_stand() -> None:
    res = (
        f'<ofd:Res xmlns:ofd="{SPACE}"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50">'
        f'<ofd:Content>{text_object("中", 0, 5)}<ofd:CompositeObject ID="3" Boundary="0 0 9 9" ResourceID="50"/>'
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    content = rows("上") + '<ofd:CompositeObject ID="2" Boundary="28 55 9 9" ResourceID="50"/>' + rows("下", top=90)
    data = ofd(content, common="<ofd:PublicRes>Res.xml</ofd:PublicRes>", more={"Doc_0/Res.xml": res})
    assert texts(data) == ["上", "中", "下"]


@pytest.mark.uncounted
def test_composite_objects_cannot_burst() -> None:
    unit = '<ofd:CompositeGraphicUnit ID="50"><ofd:Content>{}</ofd:Content></ofd:CompositeGraphicUnit>'
    inner = '<ofd:CompositeObject ID="3" ResourceID="50"/>' * 30
    res = f'<ofd:Res xmlns:ofd="{SPACE}">{unit.format(inner)}</ofd:Res>'
    data = ofd(inner, common="<ofd:PublicRes>Res.xml</ofd:PublicRes>", more={"Doc_0/Res.xml": res})
    with pytest.raises(DraftError, match="多得不正常"):
        read_ofd_bytes(data)


@pytest.mark.uncounted
@pytest.mark.parametrize(("signs", "pages"), [(70_000, 1), (50_000, 25)])
def test_far_too_many_signs_are_refused(signs: int, pages: int) -> None:
    sheet = text_object("字" * signs, 28, 40, steps=[5.0])
    with pytest.raises(DraftError, match="多得不正常"):
        read_ofd_bytes(ofd(*[sheet] * pages))


def test_several_documents_follow_each_other() -> None:
    files = {"OFD.xml": root(2)}
    for at, text in enumerate(("甲文", "乙文")):
        files[f"Doc_{at}/Document.xml"] = document(1)
        files[f"Doc_{at}/Pages/Page_0/Content.xml"] = page(rows(text))
    data = packed({name: text.encode() for name, text in files.items()})
    assert (texts(data), notices(data)) == (["甲文", "乙文"], (SEVERAL.format(2),))


@pytest.mark.parametrize(
    "path", ["/Doc_0/Document.xml", "doc_0/document.XML", "./Doc_0/x/../Document.xml", "Doc_0\\Document.xml"]
)
def test_ways_of_naming_a_part(path: str) -> None:
    files = {
        "OFD.xml": root().replace("Doc_0/Document.xml", path).replace("ofd:", "o:").replace("xmlns:ofd", "xmlns:o"),
        "Doc_0/Document.xml": document(1),
        "Doc_0/Pages/Page_0/Content.xml": page(rows("正文")),
    }
    assert texts(packed({name: text.encode() for name, text in files.items()})) == ["正文"]


def test_signs_without_a_meaning_are_told() -> None:
    assert notices(ofd(rows("\ue123\ue124正文\ue125"))) == (STRANGE,)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"OFD.xml": root(), "Encryptions.xml": "<x/>"}, "加密"),
        ({"OFD.xml": "<ofd/>"}, "损坏"),
        ({"OFD.xml": root()}, "损坏"),
        ({"OFD.xml": root(), "Doc_0/Document.xml": f'<d xmlns="{SPACE}"/>'}, "损坏"),
        ({"OFD.xml": root(), "Doc_0/Document.xml": "<!DOCTYPE d><d/>"}, "文档类型声明"),
        ({"OFD.xml": root(), "Doc_0/Document.xml": document(3001)}, "多得不正常"),
    ],
)
def test_files_that_are_refused(files: dict[str, str], said: str) -> None:
    with pytest.raises(DraftError, match=said):
        read_ofd_bytes(packed({name: text.encode() for name, text in files.items()}))


def test_every_line_knows_its_page() -> None:
    files = {"OFD.xml": root(2), "Doc_0/Document.xml": document(3), "Doc_1/Document.xml": document(1)}
    for name, text in (("0/Pages/Page_0", "甲"), ("0/Pages/Page_2", "丙"), ("1/Pages/Page_0", "丁")):
        files[f"Doc_{name}/Content.xml"] = page(rows(text))
    lines, _ = read_ofd_bytes(packed({name: text.encode() for name, text in files.items()}))
    assert [(line.text, line.page) for line in lines] == [("甲", 1), ("丙", 3), ("丁", 4)]


def test_a_missing_page_costs_only_itself() -> None:
    files = {"OFD.xml": root(), "Doc_0/Document.xml": document(2), "Doc_0/Pages/Page_1/Content.xml": page(rows("正文"))}
    assert texts(packed({name: text.encode() for name, text in files.items()})) == ["正文"]


def test_odd_numbers_do_no_harm() -> None:
    odd = text_object("正文", 28, 50, extra='CTM="nan inf 1 x 0"') + text_object(
        "尾", 28, 70, extra='CTM="0 0 0 0 0 0"'
    )
    assert "正文" in "".join(texts(ofd(odd + text_object("大", 1e300, 90) + text_object("小", 28, 110, 0.0))))


def test_damaged_bytes_only_raise_draft_errors() -> None:
    whole = ofd(rows("　　" + FULL[:26], FULL, "各项任务。"), rows("附件", "统计表"))
    plain = packed_plainly(whole)
    chance = random.Random(3)
    for turn in range(200):
        data = bytearray(plain if turn % 2 else whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_ofd_bytes(bytes(data[: chance.randint(1, len(data))] if chance.random() < 0.2 else data))
        except DraftError as error:
            assert str(error).endswith("。")


def packed_plainly(data: bytes) -> bytes:
    """The same files stored as they are and without check sums that hold, so that damage reaches the XML."""
    import io
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    return target.getvalue()
