"""Headings by style, number and wording; sections and their labels."""

import pytest

from desktop.reading.draft import BlockKind, Draft
from desktop.reading.open_draft import draft_from_text

TITLE = "某某局2022年法治政府建设年度报告\n"
BODY = (
    "全年办理行政许可事项214件，办结214件，开展随机抽查26次，抽查企业118户，抽查结果全部向社会公开，没有收到投诉举报。"
)


def headings(draft: Draft) -> list[tuple[int | None, str]]:
    return [(b.level, draft.text[b.start : b.end]) for b in draft.blocks if b.kind is BlockKind.HEADING]


def run_ins(draft: Draft) -> list[str]:
    return [draft.text[b.start : b.run_in_end] for b in draft.blocks if b.run_in_end is not None]


def test_levels_labels_and_titles() -> None:
    draft = draft_from_text(
        f"{TITLE}第一部分 2022年工作情况\n一、规范执法\n（一）健全制度\n1.制定办法\n{BODY}\n"
        f"（1）公示清单\n{BODY}\n①公示人员\n{BODY}\n"
        f"2．配备设备\n{BODY}\n（二）加强监督\n{BODY}\n二、化解纠纷\n{BODY}\n第二部分 存在的问题\n{BODY}"
    )
    assert [(one.level, one.label, one.title) for one in draft.sections] == [
        (1, "第一部分", "2022年工作情况"),
        (2, "第一部分一、", "规范执法"),
        (3, "第一部分一、（一）", "健全制度"),
        (4, "第一部分一、（一）1.", "制定办法"),
        (5, "第一部分一、（一）1.（1）", "公示清单"),
        (6, "第一部分一、（一）1.（1）①", "公示人员"),
        (4, "第一部分一、（一）2.", "配备设备"),
        (3, "第一部分一、（二）", "加强监督"),
        (2, "第一部分二、", "化解纠纷"),
        (1, "第二部分", "存在的问题"),
    ]
    inner = draft.sections[5]
    assert draft.section_at(inner.end - 1) == inner
    assert draft.sections[4].end == inner.end == draft.sections[6].start
    assert draft.place(inner.heading.end + 3) == "第一部分一、（一）1.（1）①"


def test_outermost_numbers_have_level_one_whatever_they_are() -> None:
    draft = draft_from_text(f"{TITLE}1.主要工作\n{BODY}\n2.存在问题\n{BODY}")
    assert [(one.level, one.label) for one in draft.sections] == [(1, "1."), (1, "2.")]


@pytest.mark.parametrize(
    "heading",
    [
        "一、主要举措和成效",
        "一 、主要举措和成效",
        "（一）把权力装进清单、把便利送到门口",
        "(一)严格执法，规范程序",
        "九、加快构建完善有利于激发广大科技人员创新创业潜能和活力的制度体系",
        "四、2023年重点工作安排",
        "3.完善“双随机、一公开”监管",
        "（一）加强组织领导。",
    ],
)
def test_numbered_headings(heading: str) -> None:
    assert [text for _, text in headings(draft_from_text(f"{TITLE}{heading}\n{BODY}"))] == [heading]


@pytest.mark.parametrize(
    "paragraph",
    [
        "1.全年未发生行政诉讼案件。",
        "2. 按照国家、省、市要求推行证明事项告知承诺制，第一批不涉及。",
        "3.办理行政许可12件，",
        "（三）少数执法人员说理能力不强，处罚文书释法说理较为简单。",
        "一是加强学习",
        "第一，加强学习",
        "2.1万吨",
        "现将有关情况报告如下：",
        "抄送：县司法局",
    ],
)
def test_no_headings(paragraph: str) -> None:
    assert headings(draft_from_text(f"{TITLE}{BODY}\n{paragraph}\n（四）{BODY}")) == []


@pytest.mark.parametrize(
    ("paragraph", "run_in"),
    [
        (f"（一）深入推进简政放权改革。{BODY}", "（一）深入推进简政放权改革。"),
        (f"1．治超保持高压态势。{BODY}", "1．治超保持高压态势。"),
        (f"（三）加强法制审核，规范重大执法决定程序。{BODY}", "（三）加强法制审核，规范重大执法决定程序。"),
        ("（一）乡镇执法“接得住”的问题没有完全解决。有的乡镇不会办案。", "（一）乡镇执法“接得住”的问题没有完全解决。"),
        ("二、存在的问题：一是人手少；二是经费紧。", "二、存在的问题："),
    ],
)
def test_run_in_headings(paragraph: str, run_in: str) -> None:
    draft = draft_from_text(f"{TITLE}{BODY}\n{paragraph}\n{BODY}")
    assert run_ins(draft) == [run_in]
    assert headings(draft) == []
    section = draft.sections[0]
    assert draft.text[section.heading.start : section.heading.end] == run_in
    assert not section.title.endswith(("。", "："))


@pytest.mark.parametrize(
    "paragraph",
    [
        f"1.全年办理案件12件。{BODY}",
        f"2.未发生行政复议案件。{BODY}",
        f"3.以全面推进依法行政为抓手，聚焦重点领域和关键环节，不断健全工作机制，压紧压实各级责任，确保各项工作落到实处。{BODY}",
        f"4.严格执行《优化营商环境条例》，无行政不作为、乱作为。{BODY}",
        f"带头谋划。{BODY}",
    ],
)
def test_statements_are_no_run_in_headings(paragraph: str) -> None:
    assert run_ins(draft_from_text(f"{TITLE}{BODY}\n{paragraph}")) == []


def test_a_numbered_statement_is_still_a_place() -> None:
    draft = draft_from_text(f"{TITLE}一、主要工作\n1.全年办理案件12件，全部办结。\n2.开展检查26次。")
    assert [one.label for one in draft.sections] == ["一、", "一、1.", "一、2."]
    last = draft.sections[2]
    assert draft.text[last.heading.start : last.heading.end] == "2."
    assert last.title == "开展检查26次"


@pytest.mark.parametrize(
    "heading", ["一年来的主要工作", "存在的不足", "下一步工作打算", "【存在的问题】", "存在的问题："]
)
def test_unnumbered_lines_that_name_a_part(heading: str) -> None:
    draft = draft_from_text(f"{TITLE}{BODY}\n{heading}\n{BODY}\n{BODY}")
    assert headings(draft) == [(1, heading)]


def test_unnumbered_lines_over_text_are_headings_below_the_parts() -> None:
    draft = draft_from_text(
        f"{TITLE}{BODY}\n主要工作情况\n规范执法行为\n{BODY}\n加强普法宣传\n{BODY}\n存在的问题\n{BODY}"
    )
    assert [(one.level, one.title) for one in draft.sections] == [
        (1, "主要工作情况"),
        (2, "规范执法行为"),
        (2, "加强普法宣传"),
        (1, "存在的问题"),
    ]
    assert draft.sections[1].label == "“主要工作情况”“规范执法行为”"


def test_short_lines_that_are_no_headings() -> None:
    draft = draft_from_text(f"{TITLE}{BODY}\n带头谋划。\n{BODY}\n&nbsp;\n{BODY}\n办理12件，查处3件\n{BODY}")
    assert not any(text in ("带头谋划。", "办理12件，查处3件") for _, text in headings(draft))


def test_title_and_signature_are_no_sections() -> None:
    draft = draft_from_text(f"{TITLE}县人民政府：\n{BODY}\n一、主要工作\n{BODY}\n某某局\n2023年1月9日")
    assert [one.title for one in draft.sections] == ["主要工作"]
    assert draft.sections[0].end == draft.parts[-1].start


def test_numbers_out_of_order_keep_their_labels() -> None:
    draft = draft_from_text(f"{TITLE}一、工作\n（一）甲类\n{BODY}\n（四）乙类\n{BODY}\n（四）丙类\n{BODY}")
    assert [one.label for one in draft.sections] == ["一、", "一、（一）", "一、（四）", "一、（四）"]


def test_a_heading_broken_over_two_lines_is_one() -> None:
    text = "八、贯彻落实党政主要负责人履行推进法治建设第一责任人职责"
    broken = f"{text[:26]}\n\n{text[26:]}\n\n"
    lines = "\n\n".join(BODY[at : at + 26] for at in range(0, len(BODY), 26))
    draft = draft_from_text(f"{TITLE}\n{lines}\n\n{broken}{lines}\n\n{lines}")
    assert headings(draft) == [(1, text)]


@pytest.mark.parametrize(
    "point",
    [
        "1．晒清权力家底。",
        "（三）开展案卷评查。",
        "2.规范行政执法行为。",
        "（一）健全公示、记录、审核制度。",
        "3.落实“三项制度”。",
        "4.深化“放管服”改革。",
    ],
)
def test_a_short_phrase_without_text_is_a_heading_sentence(point: str) -> None:
    for after in ("", "\n（四）加强普法宣传。" + BODY):
        draft = draft_from_text(f"{TITLE}一、主要工作\n{BODY}\n{point}{after}")
        assert point in run_ins(draft)
        assert headings(draft) == [(1, "一、主要工作")]


@pytest.mark.parametrize(
    "point",
    [
        "1．聘请了法律顾问。",
        "2.全面完成清单公示。",
        "3.没有出台规范性文件。",
        "4.办理案件12件。",
        "5.开展检查三次。",
        "6.执法力量不足。",
        "7.少数干部法治意识有待提高。",
        "8.制定方案，开展案卷评查。",
        "9.案卷评查全部合格。",
        "10.主要负责人述法全覆盖率达到百分之百。",
        "11.组织机关全体干部职工到县人民法院旁听庭审。",
        "12.全年无败诉案件。",
        "13.行政复议案件为零。",
    ],
)
def test_a_numbered_statement_without_text_stays_a_statement(point: str) -> None:
    draft = draft_from_text(f"{TITLE}一、主要工作\n{BODY}\n{point}\n{point}")
    assert run_ins(draft) == []
