"""Lines of a PDF extraction become paragraphs again; whole paragraphs stay as they are."""

import pytest

from desktop.reading.open_draft import draft_from_text
from desktop.reading.text_file import split_lines
from desktop.reading.wrapping import measure_wrapping

from .word_file import blocks

TITLE = "某某县水利局2021年法治政府建设年度报告"
PARAGRAPHS = (
    TITLE,
    "县人民政府：",
    "2021年，我局坚持以习近平新时代中国特色社会主义思想为指导，认真学习贯彻习近平法治思想，围绕水利改革发展任务，"
    "扎实推进法治政府建设各项工作，取得了较好成效。现将有关情况报告如下：",
    "一、法治政府建设工作开展情况",
    "（一）全面履行水行政管理职能",
    "我局动态调整权责清单，公布权责事项86项，取消3项，承接下放事项2项，全部进驻政务服务大厅，群众办事更加方便。"
    "全年受理水利许可申请214件，办结214件，按时办结率100%，平均办理时间由12个工作日压缩到4.5个工作日，"
    "没有发生一起因审批引起的投诉，服务对象满意率保持在较高水平，受到县委、县政府通报表扬。",
    "（二）贯彻落实党政主要负责人履行推进法治建设第一责任人职责规定加强水利系统法治工作队伍建设",
    "局主要负责人主持召开党组会议4次，研究执法力量配备、案件审核、矛盾纠纷化解等议题11个，对河道采砂管理中的重点"
    "问题亲自协调，带队到采砂现场督导6次，推动解决了执法船只停靠和夜间巡查补助等实际困难。",
    "（三）严格执法。坚持教育与处罚相结合，全年立案查处水事违法案件17件，其中非法采砂9件，未经批准取水5件，"
    "侵占河道3件，全部结案，罚没款46.8万元，没有行政复议和行政诉讼案件。",
    "二、存在的问题",
    "一是基层执法力量不足，乡镇水利站人员年龄偏大，专业人员少，日常巡查不能做到全覆盖。二是普法形式比较单一，"
    "面向农村群众的宣传不够深入，针对性还不强。",
    "三、2022年工作安排",
    "下一步，我局将继续加强法治宣传教育，充实执法队伍，完善案件审核制度，不断提高依法治水、依法管水的能力和水平。",
    "某某县水利局",
    "2022年1月18日",
)
NO_LINE_START = "，。、；：！？）》”"


def fold(text: str, width: int, *, in_print: bool, indent: int = 0) -> list[str]:
    """``text`` broken at ``width``, in characters or as printed; a stop never begins a line."""
    lines, line = [], ""
    room = width - indent
    for sign in text:
        size = len(line) if not in_print else sum(1 if one.isascii() else 2 for one in line) / 2
        if size + 1 > room and sign not in NO_LINE_START:
            lines.append(line)
            line, room = "", width
        line += sign
    return ["　" * indent + one if not at else one for at, one in enumerate([*lines, line])]


@pytest.mark.parametrize("width", [22, 26, 28, 31, 34, 38, 43])
@pytest.mark.parametrize("in_print", [True, False])
@pytest.mark.parametrize("style", ["tight", "blank between paragraphs", "blank after every line"])
@pytest.mark.parametrize("indent", [0, 2])
def test_folded_text_becomes_its_paragraphs(width: int, in_print: bool, style: str, indent: int) -> None:
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        folded = fold(paragraph, width, in_print=in_print, indent=indent)
        if style == "blank after every line":
            folded = [piece for line in folded for piece in (line, "")]
        lines += folded + [""] * (style == "blank between paragraphs")
    assert blocks(draft_from_text("\n".join(lines))) == list(PARAGRAPHS)


def test_plain_paragraphs_are_left_alone() -> None:
    for gap in ("\n", "\n\n", "\n\n\n"):
        assert blocks(draft_from_text(gap.join(PARAGRAPHS))) == list(PARAGRAPHS)
    assert measure_wrapping(split_lines("\n".join(PARAGRAPHS))) is None


def test_page_breaks_inside_folded_paragraphs() -> None:
    lines: list[str] = []
    pages = 0
    for paragraph in PARAGRAPHS:
        folded = fold(paragraph, 28, in_print=True)
        for at, line in enumerate(folded):
            lines.append(line)
            if at == 1 and len(folded) > 2:
                pages += 1
                lines += ["", f"— {pages} —", ""]
        lines.append("")
    assert pages > 3
    assert blocks(draft_from_text("\n".join(lines))) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (("16. 执法管理。全年开展培训3期，组织新申", "报人员参加考试。"), 1),
        (("经具有资质的机构出具的近三个会计年度研究开发费用和近一个会计年度产品收入专项审计，", "以及其他证明。"), 1),
        (("认定范围包括企业、中心（重点实验室和工程技术中心）、", "科技型中小企业。"), 1),
        (("（一）依法行政意识有待提高", "多数干部职工的法律意识有较大进步。"), 2),
        (("某某市科学技术局", "关于2021年法治政府建设的年度报告"), 2),
        (("现将有关情况报告如下：", "一、主要工作"), 2),
        (("办理许可12件。", "办理处罚3件。"), 2),
        (("一、主要举措和成效", "（一）依法履行职能"), 2),
        (("某某局", "2021年12月30日"), 2),
        (("开展专项检查12次，发现隐患36处，整改率100%。检查工作中共出动人员", "（一）规范执法"), 2),
    ],
)
def test_paragraphs_cut_at_a_page_end(lines: tuple[str, ...], paragraphs: int) -> None:
    """In a file of whole paragraphs with blank lines between, only an unfinished sentence goes on."""
    text = "\n\n".join([*PARAGRAPHS[:6], *lines, *PARAGRAPHS[7:]])
    assert len(blocks(draft_from_text(text))) == len(PARAGRAPHS) - 1 + paragraphs


def test_joining_puts_a_space_only_between_words_of_letters() -> None:
    folded = [
        "我局在专网上安装了统一的执法办案软件并且接入了全省的平台 Law",
        "Online 系统，全年通过这个系统办理了各类行政处罚案件一共12",
        "件，办理行政许可事项36项，开展随机抽查26次，没有发生一起行政",
        "复议和行政诉讼案件，也没有收到一件群众的投诉举报。",
    ]
    text = draft_from_text("\n".join(folded)).text
    assert "Law Online 系统" in text and "一共12件" in text and "行政复议" in text


def test_decimals_at_a_line_start_are_no_numbers() -> None:
    lines = [
        "县超限检测站昼夜值守，全年检测货车四万多台次，共卸转货物",
        "2.1万吨，超限率由上年的百分之四点六降低到了百分之一点九，",
        "12.5%的超限车辆来自外省，全部依法作出处理。",
    ]
    assert blocks(draft_from_text("\n".join(lines * 2))) == ["".join(lines)] * 2
