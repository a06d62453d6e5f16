import pytest

from desktop.checking.observations.cited_numbers import core_title
from desktop.packs.observation_words import load_observation_words
from desktop.paths import checklists_folder

_TITLE = "云溪县水务局{}年度法治政府建设工作情况报告\n{}年，我局扎实推进法治政府建设。\n一、主要工作和成效\n"


def _report(year: int, sentence: str) -> str:
    return _TITLE.format(year, year) + f"（一）健全制度。{sentence}定期调度，各项任务按计划推进。\n"


@pytest.mark.parametrize(
    ("year", "sentence", "told"),
    [
        (2022, "按照国办发[2018]37号要求清理文件。", "六角括号"),
        (2022, "按照国办发201837号要求清理文件。", "缺少年份的六角括号"),
        (2022, "按照国办发〔201837号要求清理文件。", "没有配对"),
        (2022, "印发《关于贯彻《会议制度》的意见》。", "内层"),
        (2022, "学习《会议制度、《公文制度》。", "不成对"),
        (2025, "按照《信访条例》的规定办理。", "2022年5月"),
        (2018, "学习《外商投资法》。", "2019年3月"),
        (2022, "学习《中华人民共和国科技进步法》。", "科学技术进步法"),
        (2022, "学习《中华人民共和国社区矫正条例》。", "社区矫正法"),
        (2022, "执行《重大行政决策程序暂行办法》。", "重大行政决策程序暂行条例"),
        (2018, "学习《学校食品安全与营养健康管理规定》。", "2019年2月"),
        (2022, "学习《法治政府实施纲要（2021—2025年）》。", "法治政府建设实施纲要"),
        (2018, "按照市政府令2020年第9号执行。", "2020年的文件"),
    ],
)
def test_a_wrong_citation_is_told(look, year, sentence, told) -> None:
    (seen,) = look(_report(year, sentence), "citation")
    assert told in seen.message


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        (2022, "按照国办发〔2018〕37号要求清理文件。"),
        (2021, "按照《信访条例》的规定办理。"),
        (2025, "对依据《信访条例》制定的文件予以废止。"),
        (2022, "学习《科技进步法》《行政处罚法》。"),
        (2022, "落实《社区矫正办法》《云溪市重大行政决策程序暂行办法》《云溪市公共信用信息管理暂行办法》。"),
        (2022, "印发《关于贯彻〈会议制度〉的意见》。"),
        (2022, "落实《云溪市信访条例》《法治云溪建设规划（2021—2025年）》。"),
        (2022, "法院作出（2022）粤01行初12号判决。"),
    ],
)
def test_a_right_citation_is_let_be(look, year, sentence) -> None:
    assert look(_report(year, sentence), "citation") == ()


def test_the_same_title_is_told_once_with_its_other_places(look) -> None:
    text = _report(2025, "按照《信访条例》的规定办理。按照《信访条例》的规定答复。")
    (seen,) = look(text, "citation")
    assert len(seen.related) == 1


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("执行《农药管理条例》（国务院令第667号）。", "国务院令第677号"),
        ("执行《农药管理条例》（中华人民共和国国务院令第667号）。", "国务院令第677号"),
        ("执行《农药管理条例》（国令第667号）。", "国务院令第677号"),
        ("执行《农药管理条例》（国务院第667号令）。", "国务院令第677号"),
        ("执行《农药管理条例》（2017年国务院令第667号修订）。", "国务院令第677号"),
        ("执行《农药管理条例》国务院令第667号。", "国务院令第677号"),
        ("执行国务院令第731号公布的《重大行政决策程序暂行条例》。", "国务院令第713号"),
        ("执行国务院令第731号《重大行政决策程序暂行条例》。", "国务院令第713号"),
        ("执行国务院第731号令公布施行的《重大行政决策程序暂行条例》。", "国务院令第713号"),
        ("执行《政府信息公开条例》（国务院令第713号）。", "是《重大行政决策程序暂行条例》"),
        ("执行《规章制定程序条例》（国务院令第321号公布，国务院令第694号修订）。", "是《行政法规制定程序条例》"),
        ("执行《关于严格规范涉企行政检查的意见》（国办发〔2024〕45号，以下简称《意见》）。", "国办发〔2024〕54号"),
        ("执行国办发〔2018〕73号《关于加强行政规范性文件制定和监督管理工作的通知》。", "国办发〔2018〕37号"),
    ],
)
def test_a_number_that_is_not_the_titles_own_is_told(look, sentence, told) -> None:
    (seen,) = look(_report(2025, sentence), "citation")
    assert told in seen.message


@pytest.mark.parametrize(
    "sentence",
    [
        # Right numbers, the older and the newer, and both.
        "执行《农药管理条例》（国务院令第677号）、《政府信息公开条例》（国务院令第492号）。",
        "执行《政府信息公开条例》（国令第711号）、国务院令第713号公布的《重大行政决策程序暂行条例》。",
        "执行《规章制定程序条例》（2001年11月16日国务院令第322号公布，国务院令第695号修订）。",
        # Amendments of many regulations at once, and such as are not in the lists.
        "执行《兽药管理条例》（国务院令第726号修订）、《农药管理条例》（国务院令第752号）。",
        "执行《优化营商环境条例》（国务院令第899号）、《殡葬管理条例》（国务院令第833号）。",
        # Numbers of one document beside the title of one that follows from it.
        "根据国务院令第711号修订《云溪市政府信息公开指南》，按照国办发〔2018〕37号文件印发《云溪市文件管理规定》。",
        "落实国务院令第713号的《云溪市重大行政决策目录》，制定《云溪市公开指南》（国务院令第711号修订后）。",
        # More than one title or number: which belongs to which is not certain.
        "执行国务院令第711号、国务院令第713号公布的《政府信息公开条例》《重大行政决策程序暂行条例》。",
        "执行《优化营商环境条例》和国务院令第713号公布的《重大行政决策程序暂行条例》。",
        "《重大行政决策程序暂行条例》由国务院令第713号公布，《优化营商环境条例》随后施行。",
        "执行《云溪市行政执法监督办法》（市政府令第713号）、《农药管理条例实施办法》（农业部令第667号）。",
        "学习《条例》（国务院令第711号）和《国务院关于修改〈规章制定程序条例〉的决定》（国务院令第695号）。",
        "学习《国务院关于进一步贯彻实施《中华人民共和国行政处罚法》的通知》（国发〔2021〕26号）。",
    ],
)
def test_a_number_that_may_be_right_is_let_be(look, sentence) -> None:
    told = [one.message for one in look(_report(2025, sentence), "citation")]
    assert not [message for message in told if "文号是" in message or "不一致" in message]


def test_no_number_is_that_of_two_documents() -> None:
    found: dict[str, set[str]] = {}
    for one in load_observation_words(checklists_folder()).citation.numbers:
        found.setdefault(one.number, set()).add(core_title(one.title))
    assert {number: titles for number, titles in found.items() if len(titles) > 1} == {}
