"""Title, unit, year, addressee, signature and date."""

import pytest

from desktop.reading.draft import Draft, Span
from desktop.reading.open_draft import draft_from_text

BODY = "一、主要工作\n办理案件12件。\n二、存在问题\n力量不足。"
OPENING = "我局认真履行职责，现将有关情况报告如下："


def words(draft: Draft, span: Span | None) -> str | None:
    return None if span is None else draft.text[span.start : span.end]


@pytest.mark.parametrize(
    ("title", "unit", "year"),
    [
        ("某某县司法局2022年法治政府建设年度报告", "某某县司法局", 2022),
        ("某某市人民政府关于2021年度法治政府建设情况的报告", "某某市人民政府", 2021),
        ("2020年度某某区卫生健康局法治政府建设工作总结", "某某区卫生健康局", 2020),
        ("市科技局 2018 年法治政府建设情况报告", "市科技局", 2018),
        ("某某街道办事处二〇二三年法治政府建设年度报告", "某某街道办事处", 2023),
        ("某某镇2024年法治政府建设情况报告（送审稿）", "某某镇", 2024),
        ("某某区2023年度法治政府建设情况报告", "某某区", 2023),
        ("某某省交通运输厅关于2019年推进依法行政工作的报告", "某某省交通运输厅", 2019),
        ("中共某某县委员会关于2022年法治建设情况的报告", "中共某某县委员会", 2022),
        ("某某经济技术开发区管理委员会2022年法治政府建设年度报告", "某某经济技术开发区管理委员会", 2022),
        ("中共某某区科技局党组关于2022年度法治政府建设工作的报告", "某某区科技局", 2022),
        ("中共某某区科技局党委2022年度法治政府建设工作报告", "某某区科技局", 2022),
        ("中共某某镇委员会、某某镇人民政府关于2022年法治政府建设情况的报告", "某某镇人民政府", 2022),
        ("某县2020年度法治政府建设情况报告", "某县", 2020),
        ("关于某某区科技局2022年法治政府建设情况的报告", "某某区科技局", 2022),
        ("某某县公安局贯彻落实《法治政府建设实施纲要（2021—2025年）》2022年情况报告", "某某县公安局", 2022),
    ],
)
def test_titles(title: str, unit: str, year: int) -> None:
    draft = draft_from_text(f"{title}\n{OPENING}\n{BODY}")
    assert draft.title_text == "".join(title.split())
    assert words(draft, draft.title) == title
    assert (draft.unit, draft.year) == (unit, year)


@pytest.mark.parametrize(
    "lines",
    [
        ("某某市科学技术局", "关于 2021 年法治政府建设的年度报告"),
        ("某某市某某区人民政府", "广安街道办事处", "2021年法治政府建设年度情况报告"),
        ("关于2021年度法治政府建设", "工作情况的报告"),
    ],
)
def test_titles_of_several_lines(lines: tuple[str, ...]) -> None:
    for gap in ("\n", "\n\n"):
        draft = draft_from_text(gap.join([*lines, OPENING, BODY]))
        assert draft.title_text == "".join("".join(lines).split())
        assert words(draft, draft.title) == "\n".join(lines)
        assert draft.year == 2021


def test_what_stands_above_and_below_a_title_on_the_web() -> None:
    text = (
        "某政发〔2022〕3号\n某某区2021年度法治政府建设情况报告\n来源：区政府办公室 发布时间：2022-03-28 09:18\n"
        "浏览次数： 字体：【大 中 小】\n区委、区人大常委会：\n" + OPENING + "\n" + BODY
    )
    draft = draft_from_text(text)
    assert draft.title_text == "某某区2021年度法治政府建设情况报告"
    assert words(draft, draft.addressee) == "区委、区人大常委会："


def test_a_page_saved_from_the_web() -> None:
    text = (
        "首页 > 政务公开 > 工作报告\n索引号：000014349 发文机关：区政府\n某某区人民政府\n2021年法治政府建设年度报告\n"
        f"{OPENING}\n{BODY}\n某某区人民政府\n2022年1月9日\n（此件公开发布）\n某某区人民政府办公室2022年1月10日印发\n"
        "【打印】【关闭】\n责任编辑：张三"
    )
    draft = draft_from_text(text)
    assert draft.title_text == "某某区人民政府2021年法治政府建设年度报告"
    assert (words(draft, draft.signature), words(draft, draft.signature_date)) == ("某某区人民政府", "2022年1月9日")


def test_a_draft_without_title() -> None:
    draft = draft_from_text("2021年，我局认真履行职责，现将情况报告如下：\n" + BODY)
    assert draft.title is None and draft.title_text is None
    assert draft.year == 2021
    assert draft_from_text("一、2021年法治政府建设情况\n办理案件12件。").title is None


@pytest.mark.parametrize(
    "line",
    [
        *("县人民政府：", "市委、市政府：", "省委、省人民政府：", "区委全面依法治区委员会办公室：", "市司法局:"),
        *(
            "县委、县人大常委会，市人民政府：",
            "市委、市政府，省生态环境厅：",
            "区委，区人大常委会，区政府:",
            "各位代表：",
        ),
        "市委全面依法治市委员会（办公室），市司法局：",
    ],
)
def test_addressees(line: str) -> None:
    draft = draft_from_text(f"某某局2021年法治政府建设年度报告\n{line}\n{OPENING}\n{BODY}")
    assert words(draft, draft.addressee) == line


@pytest.mark.parametrize(
    "line",
    [
        "现将有关情况报告如下：",
        "我局重点抓好以下工作：",
        "法治建设成效明显，主要有：",
        "认真履行职责，现报告市人民政府：",
    ],
)
def test_no_addressees(line: str) -> None:
    assert draft_from_text(f"某某局2021年法治政府建设年度报告\n{line}\n{BODY}").addressee is None


@pytest.mark.parametrize(
    "date",
    [
        "2022年2月17日",
        "2022年 2 月 17 日",
        "二〇二二年二月十七日",
        "2022年2月",
        "二○二二年十一月",
        "2022.2.17",
        "2022-02-17",
    ],
)
def test_signature_and_date(date: str) -> None:
    draft = draft_from_text(f"2021年法治政府建设年度报告\n{OPENING}\n{BODY}\n特此报告。\n某某县水利局\n{date}")
    assert words(draft, draft.signature) == "某某县水利局"
    assert words(draft, draft.signature_date) == date
    assert draft.unit == "某某县水利局"
    assert words(draft, Span(draft.parts[-1].start, draft.parts[-1].end)) == f"特此报告。\n某某县水利局\n{date}"


def test_signature_or_date_alone() -> None:
    only_unit = draft_from_text(f"某某局2021年法治政府建设年度报告\n{BODY}\n某某局")
    assert (words(only_unit, only_unit.signature), only_unit.signature_date) == ("某某局", None)
    only_date = draft_from_text(f"某某局2021年法治政府建设年度报告\n{BODY}\n2022年1月9日")
    assert (only_date.signature, words(only_date, only_date.signature_date)) == (None, "2022年1月9日")
    neither = draft_from_text(f"某某局2021年法治政府建设年度报告\n{BODY}")
    assert neither.signature is None and neither.signature_date is None


def test_signature_and_date_in_one_line() -> None:
    draft = draft_from_text(f"某某局2021年法治政府建设年度报告\n{BODY}\n某某县某某局    2022年1月9日")
    assert draft.signature == draft.signature_date is not None


def test_signature_between_closing_and_annexes() -> None:
    text = f"某某局2021年法治政府建设年度报告\n{BODY}\n某某县某某局\n2022年1月9日\n附件：权责清单\n（联系人：张三）"
    draft = draft_from_text(text)
    assert words(draft, draft.signature) == "某某县某某局"


def test_a_date_below_the_title() -> None:
    draft = draft_from_text(f"某某局法治政府建设年度报告\n（2022年1月9日）\n我局认真履行职责。\n{BODY}")
    assert words(draft, draft.signature_date) == "（2022年1月9日）"
    assert draft.year == 2021


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "某某局法治政府建设情况报告\n2025年是收官之年。一年来，某某局认真履行职责。\n"
            + BODY
            + "\n某某局\n2025年1月9日",
            2025,
        ),
        ("法治政府建设年度报告\n报告单位：某某县林业局   报告年度：2021\n" + BODY, 2021),
        ("某某局法治政府建设情况报告\n现将2019年度工作报告如下：\n" + BODY, 2019),
        ("某某局法治政府建设情况报告\n自2015年以来，成效明显。现将2019年情况报告如下：\n" + BODY, 2019),
        (
            "某某局法治政府建设情况报告\n认真落实《纲要（2015—2020年）》。\n"
            + BODY
            + "\n三、2023年工作安排\n加强学习。",
            2022,
        ),
        ("某某局法治政府建设情况报告\n认真履行职责。\n" + BODY + "\n某某局\n2020年3月1日", 2019),
        ("某某局法治政府建设情况报告\n认真履行职责。\n" + BODY + "\n某某局\n2020年12月1日", 2020),
        ("某某局法治政府建设情况报告\n认真履行职责。\n一、工作\n2017年办理12件，2017年检查3次，2016年2次。", 2017),
        ("某某局法治政府建设情况报告\n认真履行职责。\n一、工作\n办理12件。", None),
        ("某某局2021年法治政府建设情况报告\n2022年是开局之年。\n" + BODY + "\n某某局\n2023年1月1日", 2021),
    ],
)
def test_years(text: str, year: int | None) -> None:
    assert draft_from_text(text).year == year


def test_unit_from_the_opening() -> None:
    draft = draft_from_text("2021年法治政府建设年度报告\n2021年，某某县应急管理局认真履行职责。\n" + BODY)
    assert draft.unit == "某某县应急管理局"
    assert draft_from_text("2021年法治政府建设年度报告\n一年来，认真履行职责。\n" + BODY).unit is None


def test_the_unit_is_called_by_its_fuller_name() -> None:
    lines = "中共某某区科学技术局党组\n某科党组〔2022〕25号\n中共某某区科技局党组 关于2022年度法治政府建设工作的报告"
    assert draft_from_text(f"{lines}\n{OPENING}\n{BODY}").unit == "某某区科学技术局"
    signed = f"市科技局2022年法治政府建设年度报告\n{OPENING}\n{BODY}\n某某市科学技术局\n2023年1月9日"
    assert draft_from_text(signed).unit == "某某市科学技术局"
    other = f"某某区2022年法治政府建设年度报告\n{OPENING}\n{BODY}\n某某区司法局\n2023年1月9日"
    assert draft_from_text(other).unit == "某某区"


@pytest.mark.parametrize(
    ("opening", "unit"),
    [
        ("组织召开县委全面依法治县委员会会议，认真履行职责。", None),
        ("一年来，我局认真履行职责，全县各级认真履行职责。", None),
        ("一年来我局认真履行职责，全局上下认真履行职责。", None),
        ("根据县委全面依法治县委员会要求，认真履行职责。", None),
        ("县委全面依法治县委员会印发通知，认真履行职责。", None),
        ("今年以来全区政府系统各局认真履行职责。", None),
        ("重大事项提请会议讨论，并报区司法局备案。", None),
        ("2021年，县司法局坚持依法行政。", "县司法局"),
        ("2021年以来，某县科技局坚持依法行政。", "某县科技局"),
        ("2021年，某某市某某区人民政府坚持依法行政。", "某某市某某区人民政府"),
    ],
)
def test_a_phrase_that_opens_with_a_verb_is_no_unit(opening: str, unit: str | None) -> None:
    assert draft_from_text(f"2021年法治政府建设年度报告\n{opening}\n{BODY}").unit == unit
