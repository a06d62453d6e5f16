import pytest

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
