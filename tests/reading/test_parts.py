"""Which part of a report a stretch of text is, with all headings, with other ones, and with none."""

import pytest

from desktop.reading.draft import Draft, Role
from desktop.reading.open_draft import draft_from_text
from desktop.reading.roles import names_a_part, roles_of_heading

S, F, N, M = Role.SHORTCOMINGS, Role.FIRST_RESPONSIBLE, Role.NEXT_YEAR, Role.MEASURES
O, C = Role.OPENING, Role.CLOSING  # noqa: E741

HEADINGS: dict[tuple[Role, ...], str] = {
    (M,): "主要举措和成效 工作开展情况 主要做法 2021年工作总结 法治政府建设推进情况 工作成效 主要工作及成效"
    " 重点工作推进情况 2021年法治政府建设重点工作 2021年度工作计划完成情况 上年度存在问题整改落实情况 一年来的主要工作"
    " 行政机关负责人出庭应诉落实情况 2021年以来法治政府建设工作进展情况 特色做法 2021年法治政府建设主要措施",
    (S,): "存在的主要问题 存在问题和不足 存在的不足及原因 2021年推进法治政府建设存在的不足和原因 主要问题及原因分析"
    " 工作中的短板和差距 不足之处 当前工作中存在的薄弱环节 推进法治政府建设存在的问题、困难和原因 问题与不足"
    " 面临的困难 差距与不足 法治政府建设存在的短板弱项 我镇法治政府建设工作中存在的主要问题 问题和短板"
    " 法治建设中的不足 存在的不足及成因 问题和症结 短板弱项 差距 差距和成因 我们还有哪些差距 还有哪些不足"
    " 问题在哪里 短板弱项及原因分析 主要差距和短板 还差在哪里 哪些地方没干好 问题检视 还需努力的地方",
    (F,): "党政主要负责人履行推进法治建设第一责任人职责情况 局长履行法治建设第一责任人职责情况 主要领导履职情况"
    " 党政主要负责人履行推进法治政府建设第一责任人职责，加强法治政府建设的有关情况 单位负责人落实第一责任人情况"
    " 党政一把手履行法治建设职责情况 主要负责同志述法情况 政府主要负责同志履行第一责任人职责情况"
    " 主要负责同志抓法治情况 局长履职情况 “关键少数”履职情况 “关键少数”履职尽责情况 “一把手”抓法治建设情况"
    " 党组书记、局长抓法治工作情况 主要领导带头推进法治建设情况"
    " 镇党政主要负责人法治建设履职情况 贯彻落实党政主要负责人履行推进法治建设第一责任人职责",
    (N,): "下一步工作打算 2022年工作安排 下一年度推进法治政府建设的主要安排 下步工作计划 今后工作思路 下一阶段工作重点"
    " 2022年工作思路和重点 工作展望 2022年法治政府建设重点工作 明年工作打算 来年工作计划 2022年工作打算及措施"
    " 主要安排 2021年工作安排 今后努力方向 下一步改进措施 2022年法治政府建设要点 推进法治政府建设工作计划"
    " 2022年主要任务 2022年，持续推进法治政府建设的主要举措 来年打算 明年的打算 今后工作打算 努力方向 2022年工作思路"
    " 对策与建议 工作建议",
    (S, N): "存在的不足和下一步工作计划 存在问题及下一步打算 存在的问题和2022年工作思路 存在问题及整改措施"
    " 不足和下一步打算 问题不足及下一步工作计划 存在的问题及下一步改进措施"
    " 差距、成因和来年打算 问题、症结和今后努力方向 不足、成因与2022年打算 问题及打算 问题与对策 存在的问题及对策建议"
    " 问题及改进",
    (M, S): "主要成效和存在问题 工作开展情况及存在的不足 主要做法、成效及存在的问题",
    (M, S, N): "工作成效、存在问题及下一步打算",
    (M, N): "2021年工作总结和2022年工作计划 2021年工作情况及2022年工作思路",
    (): "聚焦突出问题，加强重点领域执法 坚持问题导向，补齐短板 着力解决群众反映强烈的问题 依法全面履行政府职能"
    " 统筹安排法治政府建设工作 着力破解历史遗留问题 科学谋划工作思路 落实行政执法责任制 面向未来，夯实法治基础"
    " 抓住“关键少数”，带头尊法学法 打通企业办事堵点 完成“2021—2023年”普法规划"
    " 加强组织领导，落实工作责任 加快构建完善有利于激发广大科技人员创新创业潜能和活力的制度体系",
}


@pytest.mark.parametrize(
    ("roles", "title"), [(roles, title) for roles, titles in HEADINGS.items() for title in titles.split()]
)
def test_headings(roles: tuple[Role, ...], title: str) -> None:
    assert roles_of_heading(title, 2021) == roles


@pytest.mark.parametrize("title", HEADINGS[()].split())
def test_tasks_name_no_part(title: str) -> None:
    assert not names_a_part(title)


def test_tasks_of_the_same_year_are_measures() -> None:
    assert roles_of_heading("2022年重点工作", 2022) == (M,)
    assert roles_of_heading("2022年重点工作", 2021) == (N,)


@pytest.mark.parametrize(
    "title", ["2022年怎么干", "2022年怎么办", "2022年我们这样干", "今后怎么干", "接下来怎么做", "今后，我们要做什么"]
)
def test_an_outer_heading_on_the_year_to_come_is_a_plan(title: str) -> None:
    assert roles_of_heading(title, 2021, outer=True) == (N,)


@pytest.mark.parametrize(
    "title", ["到2022年建成便民服务网", "“2021—2022年”护企行动", "2021年怎么干", "面向未来，夯实基础"]
)
def test_an_outer_heading_that_only_names_a_year_is_no_plan(title: str) -> None:
    assert roles_of_heading(title, 2021, outer=True) == ()


TITLE = "某某局2022年法治政府建设年度报告"
OPENING = "2022年，我局认真履行职责，现将有关情况报告如下："
DONE = "全年办理行政许可事项214件，办结214件，开展随机抽查26次，抽查结果全部向社会公开。"
LACK = "执法力量不足，普法形式比较单一，信息化水平不高。"
HEAD = "局长主持召开会议4次，研究法治建设工作，带头学法用法。"
PLAN = "加强法治宣传教育，充实执法队伍，完善案件审核制度。"
SIGNED = "某某局\n2023年1月9日"


def parts(*lines: str) -> list[tuple[Role, str]]:
    """The parts of a draft with their text, title and opening left out of the texts."""
    draft = draft_from_text("\n".join(lines))
    return [(part.role, draft.text[part.start : part.end].strip()) for part in draft.parts]


def roles(*lines: str) -> list[Role]:
    return [role for role, _ in parts(*lines)]


def heading_of(draft: Draft, role: Role) -> str | None:
    part = next(part for part in draft.parts if part.role is role)
    return None if part.heading is None else draft.text[part.heading.start : part.heading.end]


def test_the_usual_order() -> None:
    found = parts(
        *(TITLE, OPENING, "一、主要举措和成效", "（一）规范执法", DONE, "二、存在的不足及原因", LACK),
        *("三、主要负责人履行推进法治建设第一责任人职责情况", HEAD, "四、2023年工作安排", PLAN, "特此报告。", SIGNED),
    )
    assert [role for role, _ in found] == [O, M, S, F, N, C]
    assert found[1][1] == f"一、主要举措和成效\n（一）规范执法\n{DONE}"
    assert found[5][1] == f"特此报告。\n{SIGNED}"


def test_any_order() -> None:
    assert roles(
        *(TITLE, OPENING, "一、局长履行法治建设第一责任人职责情况", HEAD, "二、下一步工作打算", PLAN),
        *("三、存在的问题", LACK, "四、2022年工作情况", DONE),
    ) == [O, F, N, S, M]


def test_achievements_one_by_one_are_one_part() -> None:
    text = (
        TITLE,
        OPENING,
        "一、依法全面履行政府职能",
        DONE,
        "二、完善制度体系",
        DONE,
        "三、化解矛盾纠纷",
        DONE,
        "四、存在问题",
        LACK,
    )
    assert roles(*text) == [O, M, S]
    assert heading_of(draft_from_text("\n".join(text)), M) == "一、依法全面履行政府职能"


@pytest.mark.parametrize(
    "start",
    [
        "下一步，我局将",
        "下一步工作中，我局将",
        "今后，我局将",
        "2023年，我局将",
        "下阶段，我们要",
        "针对以上问题，我局将",
        "新的一年，将",
    ],
)
def test_shortcomings_and_plan_in_one_section(start: str) -> None:
    plan = start + PLAN
    for heading in ("三、存在的不足和下一步工作计划", "三、存在的问题"):
        found = parts(TITLE, OPENING, "一、工作情况", DONE, heading, LACK, plan, "一是加强学习。", SIGNED)
        assert [role for role, _ in found] == [O, M, S, N, C]
        assert found[3][1] == f"{plan}\n一是加强学习。"
        in_one = parts(TITLE, OPENING, "一、工作情况", DONE, heading, LACK + plan, SIGNED)
        assert [role for role, _ in in_one] == [O, M, S, N, C]
        assert in_one[2][1].endswith(LACK) and in_one[3][1] == plan


def test_headings_of_split_sections() -> None:
    lines = (TITLE, OPENING, "一、工作情况", DONE, "三、{}", LACK, "下一步，将" + PLAN)
    both = draft_from_text("\n".join(lines).format("存在的不足和下一步工作计划"))
    assert heading_of(both, S) == heading_of(both, N) == "三、存在的不足和下一步工作计划"
    one = draft_from_text("\n".join(lines).format("存在的问题"))
    assert (heading_of(one, S), heading_of(one, N)) == ("三、存在的问题", None)


def test_a_split_section_with_points_of_its_own() -> None:
    found = parts(
        *(
            TITLE,
            OPENING,
            "一、工作情况",
            DONE,
            "二、存在问题及下一步打算",
            "（一）执法力量不足。" + LACK,
            "（二）普法不够。" + LACK,
        ),
        *("下一步，我局重点做好以下工作：", "（一）加强学习。" + PLAN, "（二）充实队伍。" + PLAN),
    )
    assert [role for role, _ in found] == [O, M, S, N]
    assert found[3][1].startswith("下一步") and found[3][1].count("（") == 2
    nested = parts(
        TITLE, OPENING, "一、工作", DONE, "二、存在问题及下一步打算", "（一）存在问题", LACK, "（二）下一步打算", PLAN
    )
    assert [role for role, _ in nested] == [O, M, S, N]


def test_the_heads_duties_inside_the_measures() -> None:
    found = parts(
        *(
            TITLE,
            OPENING,
            "一、主要举措和成效",
            "（一）规范执法",
            DONE,
            "（二）主要负责人履行推进法治建设第一责任人职责情况",
        ),
        *(HEAD, "（三）化解纠纷", DONE, "二、存在问题", LACK),
    )
    assert [role for role, _ in found] == [O, M, F, M, S]
    assert found[2][1].endswith(HEAD)


def test_other_parts_inside_the_measures() -> None:
    assert roles(
        TITLE, OPENING, "一、主要工作", "（一）执法", DONE, "（二）存在问题", LACK, "（三）下一步打算", PLAN
    ) == [O, M, S, N]


def test_headings_inside_a_plan_stay_a_plan() -> None:
    text = (
        TITLE,
        OPENING,
        "一、工作",
        DONE,
        "二、下一步打算",
        "（一）压实第一责任人职责",
        PLAN,
        "（二）着力解决存在的问题",
        PLAN,
    )
    assert roles(*text) == [O, M, N]


def test_without_any_heading() -> None:
    found = parts(
        *(TITLE, OPENING, DONE, DONE, "虽然取得了一定成效，但仍存在一些不足：一是" + LACK, "二是培训不够。"),
        *("下一步，我局将" + PLAN, SIGNED),
    )
    assert [role for role, _ in found] == [O, M, S, N, C]
    assert found[2][1].startswith("虽然") and found[3][1].startswith("下一步")


def test_without_headings_the_heads_duties_are_a_paragraph() -> None:
    text = (
        TITLE,
        OPENING,
        DONE,
        "局主要负责人切实履行推进法治建设第一责任人职责，" + HEAD,
        DONE,
        "下一步，我局将" + PLAN,
    )
    assert roles(*text) == [O, M, F, M, N]


@pytest.mark.parametrize(
    "sentence",
    [
        "工作中还存在一些差距和不足。",
        "与上级要求相比，法治建设工作仍存在不少薄弱环节。",
        "我局法治政府建设还有较大差距。",
        "存在的主要问题有：执法力量不足。",
        "在肯定成绩的同时，我们也清醒地认识到，工作中还存在以下问题：",
    ],
)
def test_shortcomings_in_a_sentence(sentence: str) -> None:
    assert roles(TITLE, OPENING, "一、规范执法", DONE, "二、加强普法", DONE, sentence + LACK, SIGNED) == [O, M, S, C]


@pytest.mark.parametrize(
    "sentence",
    [
        "检查发现存在以下问题的企业12家，全部督促整改。",
        "对存在的问题逐一整改。",
        "着力解决执法中还存在的突出问题，已整改完成。",
        "不存在违反公平竞争的情况。",
    ],
)
def test_sentences_that_admit_nothing(sentence: str) -> None:
    assert roles(TITLE, OPENING, "一、规范执法", DONE + sentence, "二、加强普法", DONE) == [O, M]


def test_a_plan_at_the_end_of_each_measure_ends_with_it() -> None:
    found = parts(
        *(
            TITLE,
            OPENING,
            "一、规范执法",
            DONE + "下一步，将" + PLAN,
            "二、加强普法",
            DONE,
            "下一步，我局将继续" + PLAN,
        ),
        *("三、化解纠纷", DONE),
    )
    assert [role for role, _ in found] == [O, M, N, M, N, M]


def test_a_plan_in_passing_where_the_plan_has_its_own_part() -> None:
    assert roles(TITLE, OPENING, "一、规范执法", "下一步，将" + PLAN, DONE, "二、2023年工作安排", PLAN) == [
        O,
        M,
        N,
        M,
        N,
    ]


@pytest.mark.parametrize(
    "sentence",
    ["为下一步工作打下了基础。", "研究下一步综合执法改革。", "2023年1月印发通知。", "2022年，我局将执法力量下沉。"],
)
def test_words_that_turn_nothing(sentence: str) -> None:
    assert roles(TITLE, OPENING, "一、规范执法", DONE + sentence) == [O, M]


def test_unnumbered_part_headings() -> None:
    lines = (TITLE, OPENING, "一年来的主要工作", DONE, "存在的不足", LACK, "下一步工作打算", PLAN, SIGNED)
    assert roles(*lines) == [O, M, S, N, C]


def test_measures_told_before_the_first_heading() -> None:
    assert roles(TITLE, OPENING, DONE * 8, DONE * 8, "一、存在的问题", LACK, "二、下一步打算", PLAN) == [O, M, S, N]


def test_the_title_belongs_to_the_opening_and_nothing_is_left_out() -> None:
    draft = draft_from_text("\n".join((TITLE, OPENING, "一、工作情况", DONE)))
    assert draft.parts[0].start == 0
    assert draft.part_at(0).role is O
    assert draft.parts[-1].end == len(draft.text)


def test_the_year_to_come_in_plain_words() -> None:
    headings = ("一、今年做了哪些事", "二、问题和症结", "三、2023年怎么干")
    assert roles(TITLE, OPENING, headings[0], DONE, headings[1], LACK, headings[2], PLAN) == [O, M, S, N]
    assert roles(TITLE, OPENING, "一、2023年怎么干", PLAN, "二、规范执法", DONE) == [O, N, M]


def test_a_promise_to_mend_is_no_plan_where_a_plan_follows() -> None:
    for promise in (
        "以上不足，需要在今后的工作中高度重视，切实加以克服。",
        "今后，我局将高度重视，切实加以克服。",
        "在今后的工作中要认真加以改进。",
    ):
        for gap in ("", "\n"):
            lines = (TITLE, OPENING, "一、工作", DONE, "二、存在的问题", LACK + gap + promise, "三、2023年打算", PLAN)
            found = parts(*lines)
            assert [role for role, _ in found] == [O, M, S, N]
            assert found[2][1].endswith(promise) and found[3][1].startswith("三、")


def test_each_point_tells_its_shortcoming_and_then_its_plan() -> None:
    found = parts(
        *(TITLE, OPENING, "一、工作", DONE, "二、差距、成因和来年打算", "对照要求，仍有差距。"),
        *(f"第一，{LACK}2023年，要{PLAN}", f"第二，{LACK}2023年，争取{PLAN}", f"第三，{LACK}2023年，要{PLAN}", SIGNED),
    )
    assert [role for role, _ in found] == [O, M, S, N, S, N, S, N, C]
    assert found[4][1] == f"第二，{LACK}"
    assert found[5][1] == f"2023年，争取{PLAN}"


def test_each_section_tells_its_shortcoming_and_then_its_plan() -> None:
    found = parts(
        *(TITLE, OPENING, "一、工作", DONE, "二、问题及改进"),
        *("（一）普法不够精准", LACK, "下一步，" + PLAN, "（二）监督力量薄弱", LACK, "下一步，" + PLAN, SIGNED),
    )
    assert [role for role, _ in found] == [O, M, S, N, S, N, C]
    assert found[4][1].startswith("（二）")


def test_tasks_of_the_year_to_come_after_the_shortcomings() -> None:
    found = parts(
        *(TITLE, OPENING, "一、工作", DONE, "二、存在问题与2023年工作举措", "存在的问题：" + LACK),
        *("2023年工作举措：一是与部门签订备忘录；二是开展普法月活动。", SIGNED),
    )
    assert [role for role, _ in found] == [O, M, S, N, C]


@pytest.mark.parametrize(
    ("duty", "role"),
    [("局主要负责人切实履行第一责任人职责，" + HEAD, F), ("局主要负责人要切实履行第一责任人职责，带头学法。", N)],
)
def test_without_headings_the_heads_duties_after_the_plan(duty: str, role: Role) -> None:
    assert roles(TITLE, OPENING, DONE, DONE, "下一步，我局将" + PLAN, duty)[-1] is role


def test_a_plan_after_the_shortcomings_goes_on_to_the_end_of_its_section() -> None:
    found = parts(
        *(TITLE, OPENING, "一、工作", DONE, "二、差距、成因和来年打算", f"一是{LACK}", f"二是{LACK}2023年，要{PLAN}"),
        *(f"一是{PLAN}", f"二是{PLAN}"),
    )
    assert [role for role, _ in found] == [O, M, S, N]
    assert found[3][1].startswith("2023年，要") and found[3][1].count("是") == 2


@pytest.mark.parametrize("heading", ["二、主要负责同志抓法治情况", "二、局长履职情况", "二、“关键少数”履职情况"])
def test_the_heads_duties_by_other_names(heading: str) -> None:
    assert roles(TITLE, OPENING, "一、工作", DONE, heading, HEAD, "三、存在的问题", LACK) == [O, M, F, S]
