import pytest
from generators import observations_of, words_only

_LONG = (
    "围绕年度重点任务，细化分解责任，明确完成时限，实行挂图作战、按月通报，"
    "对进度滞后的及时提醒约谈，成效突出的予以表扬。"
)
_REPORT = """云溪县水务局{year}年度法治政府建设工作报告
{year}年，我局扎实推进法治政府建设。现将有关情况报告如下：
一、主要工作
（一）加强领导
{one}定期研究法治工作，明确专人负责。
（二）规范执法
按照要求亮证执法，案卷按月归档。
{two}
二、存在的不足和原因
{three}人手紧，主要由于编制少。
三、下一步打算
（一）继续加强学习。{four}
云溪县水务局
{after}年2月17日
"""


def _report(year=2022, one="", two="做到不留死角。", three="", four="") -> str:
    return _REPORT.format(year=year, after=year + 1, one=one, two=two, three=three, four=four)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"one": _LONG + "\n", "two": _LONG}, "一段完全相同"),
        ({"one": _LONG + "\n", "two": _LONG.replace("及时提醒", "当面提醒")}, "一段大部分相同"),
        ({"one": _LONG, "two": _LONG}, "前面（一、（一））的一段"),
        ({"one": "明确普法内容、普法对象、普法对象、普法节点。"}, "“普法对象”在并列的各项里出现了两次"),
        ({"one": "责任科室、完成时限、考核办法、责任科室，逐项落实。"}, "“责任科室”"),
        ({"one": "开展进机关、进乡村、进社区、进企业、进社区活动。"}, "“进社区”"),
        ({"one": "严格执行重大行政决策程序严格执行重大行政决策程序规定。"}, "连写了两遍"),
        ({"one": "坚持问题导向，组织开展专项整治，组织开展专项整治，取得成效。"}, "连写了两遍"),
        ({"two": "（三）加强领导\n班子成员按分工负责。"}, "标题“加强领导”与"),
        (
            {
                "one": "建立决策后评估机制，对实施满一年的决策逐项评估并公布结果。",
                "four": "建立决策后评估机制，对实施满一年的决策逐项评估并公布结果。",
            },
            "已经做的工作",
        ),
        (
            {
                "three": "".join(
                    f"{n}是{w}与新形势新要求还有一定差距。" for n, w in (("一", "制度"), ("二", "能力"), ("三", "宣传"))
                )
            },
            "至少出现了3次",
        ),
    ],
)
def test_what_is_said_twice(look, changed, words) -> None:
    seen = look(_report(**changed), "duplicate")
    assert seen and words in " ".join(one.message for one in seen)


@pytest.mark.parametrize(
    "changed",
    [
        {
            "one": "落实公众参与、专家论证、风险评估、合法性审查、集体讨论决定等重大行政决策法定程序。" * 1,
            "four": "落实公众参与、专家论证、风险评估、合法性审查、集体讨论决定等重大行政决策法定程序。",
        },
        {"one": "坚持谁起草、谁审查、谁负责，多渠道、多层次了解情况。"},
        {"one": "对河道开展检查，对农田开展检查，对企业开展检查。"},
        {
            "one": "涉及企业认定、中小企业评价、合同认定登记等事项。",
            "two": "完成企业认定、中小企业评价、合同认定登记等事项。",
        },
    ],
)
def test_what_may_be_said_twice(look, changed) -> None:
    assert not look(_report(**changed), "duplicate")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("全年开展执法检查126次，发现隐患58处，下发整改通知31份，全部整改到位。", "数字也相同"),
        ("2021年，组织力量对重点区域开展地毯式排查并建立台账，", "“2021年”没有改"),
        (_LONG.replace("约谈", "谈话") + "\n", "与上年的报告相同"),
    ],
)
def test_what_is_carried_over_from_last_year_is_seen(sentence: str, words: str) -> None:
    seen = observations_of(_report(2022, one=sentence), words_only(), _report(2021, one=sentence))
    assert words in " ".join(one.message for one in seen)


def test_a_new_report_owes_nothing_to_last_years() -> None:
    lists = words_only()
    report = _report(2022, one="全年开展执法检查131次，发现隐患47处。")
    previous = _report(2021, one="全年开展执法检查126次，发现隐患58处。")
    added = set(observations_of(report, lists, previous)) - set(observations_of(report, lists))
    assert not [one for one in added if one.severity != "notice"]


def test_a_report_compared_with_itself_is_not_called_carried_over() -> None:
    report = _report(2022, one="全年开展执法检查131次，发现隐患47处，下发整改通知31份，全部整改到位。")
    assert observations_of(report, words_only(), report) == observations_of(report, words_only())
