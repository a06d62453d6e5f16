"""Words of the same sound, places, numbers of documents, plans that are over, wholes and rates."""

import pytest
from generators import observations_of, words_only

_LISTS = words_only()
_REPORT = """黎坪县市场监督管理局{year}年度法治政府建设工作报告
{year}年，我局扎实推进法治政府建设。现将有关情况报告如下：
一、主要工作
（一）规范执法
{one}
（二）化解纠纷
{two}
二、存在的不足和原因
{three}人手紧，主要由于编制少。
三、下一步打算
（一）继续加强学习。{four}
黎坪县市场监督管理局
{after}年2月17日
"""


def seen(
    one: str = "做到不留死角。", two: str = "做好调处。", three: str = "", four: str = "", year: int = 2022
) -> list[str]:
    text = _REPORT.format(year=year, after=year + 1, one=one, two=two, three=three, four=four)
    return [f"{found.kind}：{found.text}：{found.message}" for found in observations_of(text, _LISTS)]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("全年办理行政附议案件3件。", "typo", "行政复议"),
        ("开展站道经营整治。", "typo", "占道经营"),
        ("要求执法入员亮证。", "typo", "执法人员"),
        ("把法律送进黎平县每一个集镇。", "name", "黎坪县"),
        ("让黎坪市群众满意。", "name", "黎坪县"),
        ("推动建设富美清浦县，", "name", "黎坪县"),
        ("按照岚政办发〔21〕14号要求办理。", "citation", "四位数"),
        ("落实《关于严格规范涉企行政执法的意见》（国办发〔2024〕54号）。", "citation", "涉企行政检查"),
        ("落实《国务院关于加强法治政府建设的意见》（国发〔2011〕33号）。", "citation", "国发〔2010〕33号"),
        ("做到应审尽审、应审尽审。", "duplicate", "两次"),
        ("拆除违建112处、31.5万平方米，其中新增41处、6.8万平方米，存量71处、25.7万平方米。", "arithmetic", "31.5"),
    ],
)
def test_a_slip_is_seen(sentence: str, kind: str, words: str) -> None:
    assert any(one.startswith(kind) and words in one for one in seen(sentence, year=2024))


@pytest.mark.parametrize(
    "sentence",
    [
        "向纪检监察机关移送线索，镇务公开栏按月更新，各股室负责人落实责任。",
        "建设法治示范县、平安社区，在抖音号“黎坪市监”发布视频。",
        "按照岚政办发〔2021〕14号要求办理。",
        "落实《国务院关于加强法治政府建设的意见》（国发〔2010〕33号）。",
        "拆除违建112处、32.5万平方米，其中新增41处、6.8万平方米，存量71处、25.7万平方米。",
    ],
)
def test_its_like_is_left_alone(sentence: str) -> None:
    assert not [one for one in seen(sentence, year=2024) if not one.startswith("structure")]


def test_plans_that_end_before_they_begin() -> None:
    assert any("完成时限" in one for one in seen(four="力争2022年底前全部完成。"))
    assert not any("完成时限" in one for one in seen(four="力争2023年底前全部完成，2022年底前未完成的继续推进。"))


def test_plans_for_spreading_the_law_that_are_over() -> None:
    assert any("已经结束" in one for one in seen("推动“七五”普法规划的全面实施。"))
    assert not any("普法" in one for one in seen("做好“七五”普法规划实施情况总结验收。", year=2021))
    assert any("不会才启动" in one for one in seen("启动“八五”普法工作。", year=2025))


def test_more_than_there_are() -> None:
    assert any("辖11个社区" in one for one in seen("辖11个社区、3个村。", "走访12个社区的商户。"))
    assert not any("社区" in one for one in seen("辖11个社区、3个村。", "走访5个社区的商户，全市12个社区参加。"))


def test_a_rate_given_twice() -> None:
    rates = "负责人出庭33件，出庭率84.6%。"
    assert any("84.6%" in one for one in seen(rates, "全年负责人出庭应诉率91.3%。"))
    assert not any("出庭" in one for one in seen(rates, "上年负责人出庭应诉率91.3%。"))


def test_all_licensed_and_some_not() -> None:
    assert any("没有取得证件" in one for one in seen("持证率100%。", three="目前还有17名执法人员没有取得执法证件。"))
    assert not any("证件" in one for one in seen("持证率100%。", three="5名辅助人员没有取得执法证件。"))


def test_a_quotation_begins_with_whole_words() -> None:
    (found,) = [
        one.text
        for one in observations_of(
            _REPORT.format(year=2022, after=2023, one="全面落实任务，贯切上级部署要求。", two="", three="", four=""),
            _LISTS,
        )
        if one.kind == "typo"
    ]
    assert found == "贯切上级部署要求"
