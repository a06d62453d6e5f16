"""Whole small reports of unusual layout, each judged line by line."""

from dataclasses import dataclass

import pytest

from desktop.reading.draft import Draft, Role
from desktop.reading.open_draft import draft_from_text

from .test_about import words
from .test_properties import holds

S, F, N, M = Role.SHORTCOMINGS, Role.FIRST_RESPONSIBLE, Role.NEXT_YEAR, Role.MEASURES
O, C = Role.OPENING, Role.CLOSING  # noqa: E741

DONE = "全年办理行政许可事项214件，办结214件，开展随机抽查26次，抽查结果全部向社会公开。"
LACK = "执法力量不足，普法形式比较单一，信息化水平不高。"
PLAN = "加强法治宣传教育，充实执法队伍，完善案件审核制度。"
HEAD = "主持召开会议4次，研究法治建设工作，带头学法用法。"


@dataclass(frozen=True)
class Report:
    """A text and what should be found in it; ``parts`` gives each part's role and its first words."""

    text: str
    title: str
    unit: str | None
    year: int
    parts: tuple[tuple[Role, str], ...]
    addressee: str | None = None
    signature: str | None = None
    date: str | None = None


REPORTS = {
    "a party group's letter with number and colophon": Report(
        "中共某某区科学技术局党组\n\n某科党组〔2022〕25号\n\n"
        "中共某某区科技局党组 关于2022年度法治政府建设工作的报告\n\n"
        f"区委、区政府：\n\n现将2022年度情况报告如下：\n\n一、主要举措\n\n{DONE}\n\n二、不足和原因\n\n{LACK}\n\n"
        f"三、2023 年怎么干\n\n{PLAN}\n\n特此报告\n\n中共某某区科学技术局党组\n\n2022 年 12 月 30 日\n\n"
        "某某市某某区科技局办公室印发\n\n2022 年 12 月 31 日",
        "中共某某区科技局党组 关于2022年度法治政府建设工作的报告",
        "某某区科学技术局",
        2022,
        ((O, "中共"), (M, "一、"), (S, "二、"), (N, "三、"), (C, "特此报告")),
        "区委、区政府：",
        "中共某某区科学技术局党组",
        "2022 年 12 月 30 日",
    ),
    "points and no headings, the date below the title": Report(
        "某某县水务局\n2021年度法治政府建设情况报告\n（2022年1月20日）\n县委全面依法治县委员会办公室：\n根据要求，现将我局情况报送如下。\n"
        f"一是规范执法。{DONE}\n二是加强普法。{DONE}\n存在的问题：{LACK}\n2022年，我局将{PLAN}\n以上报告，请审阅。\n"
        "附件：统计表\n某某县水务局",
        "某某县水务局\n2021年度法治政府建设情况报告",
        "某某县水务局",
        2021,
        ((O, "某某县"), (M, "一是"), (S, "存在的问题"), (N, "2022年"), (C, "以上报告")),
        "县委全面依法治县委员会办公室：",
        "某某县水务局",
        "（2022年1月20日）",
    ),
    "a speech before the people's congress": Report(
        "某某区2023年法治政府建设工作报告\n——2024年1月8日在区人民代表大会常务委员会会议上\n某某区司法局局长  张三\n"
        "主任、各位副主任、秘书长、各位委员：\n受区人民政府委托，现将2023年情况报告如下，请予审议。\n"
        f"一、主要工作\n（一）规范执法。{DONE}\n二、差距和成因\n{LACK}\n三、来年打算\n{PLAN}",
        "某某区2023年法治政府建设工作报告",
        "某某区",
        2023,
        ((O, "某某区"), (M, "一、"), (S, "二、"), (N, "三、")),
        "主任、各位副主任、秘书长、各位委员：",
    ),
    "three parts, the head's duties inside the first, a joint signature": Report(
        f"2020年度某某乡法治政府建设年度报告\n第一部分 工作情况\n一、依法履职\n{DONE}\n"
        f"二、党委书记、乡长履职情况\n{HEAD}\n"
        f"第二部分 短板弱项\n{LACK}在今后的工作中需要高度重视，切实加以克服。\n"
        f"第三部分 2021年怎么干\n1.{PLAN}\n2.{PLAN}\n"
        "中共某某乡委员会\n某某乡人民政府\n二〇二一年一月十日",
        "2020年度某某乡法治政府建设年度报告",
        "某某乡",
        2020,
        ((O, "2020"), (M, "第一部分"), (F, "二、"), (S, "第二部分"), (N, "第三部分"), (C, "中共")),
        None,
        "中共某某乡委员会",
        "二〇二一年一月十日",
    ),
    "one paragraph": Report(
        f"某某县信访局法治建设情况\n2021年，我局坚持依法行政。{DONE}工作中还存在一些不足，主要是{LACK}2022年，我局将{PLAN}",
        "某某县信访局法治建设情况",
        "某某县信访局",
        2021,
        ((O, "某某县"), (M, "全年"), (S, "工作中"), (N, "2022年")),
    ),
    "problems and remedies, an annex with a table of words below the signature": Report(
        f"附件1\n某某县2022年度法治政府建设情况报告\n一、基本情况\n某县位于某省南部。\n二、工作成效\n1．12345热线受理投诉。{DONE}\n"
        f"2．规范执法。{DONE}\n三、问题与对策\n（一）问题。{LACK}\n（二）对策。{PLAN}\n四、“关键少数”履职情况\n{HEAD}\n"
        "某某县人民政府（印章）\n2023年1月5日\n附件\n法治政府建设统计表\n行政处罚案件12件。",
        "某某县2022年度法治政府建设情况报告",
        "某某县人民政府",
        2022,
        ((O, "附件1"), (M, "一、"), (S, "三、"), (N, "（二）"), (F, "四、"), (C, "某某县人民政府")),
        None,
        "某某县人民政府（印章）",
        "2023年1月5日",
    ),
    "the year's work and the next year's plan without numbers": Report(
        "某某市城市管理局2024年法治政府建设工作总结及2025年工作计划\n"
        f"2024年，我局认真履行职责。\n2024年工作总结\n规范执法\n{DONE * 2}\n"
        f"加强普法\n{DONE * 2}\n2025年工作计划\n{PLAN * 3}\n某某市城市管理局  2025年1月",
        "某某市城市管理局2024年法治政府建设工作总结及2025年工作计划",
        "某某市城市管理局",
        2024,
        ((O, "某某市"), (M, "2024年工作总结"), (N, "2025年工作计划"), (C, "某某市")),
        None,
        "某某市城市管理局  2025年1月",
        "某某市城市管理局  2025年1月",
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_whole_reports(name: str) -> None:
    report = REPORTS[name]
    draft: Draft = draft_from_text(report.text)
    holds(draft)
    assert words(draft, draft.title) == report.title
    assert (draft.unit, draft.year) == (report.unit, report.year)
    assert words(draft, draft.addressee) == report.addressee
    assert (words(draft, draft.signature), words(draft, draft.signature_date)) == (report.signature, report.date)
    found = [(part.role, draft.text[part.start :]) for part in draft.parts]
    assert [role for role, _ in found] == [role for role, _ in report.parts]
    assert all(text.startswith(first) for (_, text), (_, first) in zip(found, report.parts, strict=True))


def test_a_point_that_opens_with_the_number_of_a_hotline() -> None:
    draft = draft_from_text(REPORTS["problems and remedies, an annex with a table of words below the signature"].text)
    assert [one.label for one in draft.sections if one.title.startswith(("12345", "规范"))] == ["二、1.", "二、2."]
