import pytest

_REPORT = """{title}
2022年，我局扎实推进法治政府建设。现将有关情况报告如下：
一、主要工作
（一）加强领导
{first}
（二）规范执法
亮证执法，案卷按月归档。
（三）强化监督
定期通报，严格考核。
{lacks}
{lack}
三、{plans}
{signed}"""


def _report(**changed: str) -> str:
    usual = {
        "title": "云溪县水务局2022年度法治政府建设工作报告",
        "first": "定期研究法治工作，明确专人负责。",
        "lacks": "二、存在的不足和原因",
        "lack": "人手紧，主要由于编制少。普法形式不够丰富，原因是创新意识不强，对群众的需求了解不够深入。",
        "plans": "下一步打算\n继续加强学习。",
        "signed": "云溪县水务局\n2023年2月17日",
    }
    return _REPORT.format(**(usual | changed))


_NO_CAUSE = "执法力量薄弱，夜间巡查难以全覆盖。普法形式不够丰富，针对性有待增强。信息化手段运用不够，数据共享不充分。"


@pytest.mark.parametrize(
    ("changed", "words", "quoted"),
    [
        ({"title": "云溪县水务局法治政府建设工作报告"}, "没有写报告年度", "云溪县水务局法治政府建设工作报告"),
        ({"signed": "云溪县水务局"}, "没有成文日期", "云溪县水务局"),
        ({"signed": "2023年2月17日"}, "没有署名", "2023年2月17日"),
        ({"signed": ""}, "没有署名和成文日期", "继续加强学习。"),
        ({"lack": _NO_CAUSE}, "没有写原因", "二、存在的不足和原因"),
        ({"lack": _NO_CAUSE, "lacks": "二、存在的问题"}, "应当写明不足和原因", "二、存在的问题"),
        ({"first": ""}, "下面没有内容", "（一）加强领导"),
        ({"plans": "下一步打算\n下一年度重点做好以下工作："}, "后面却没有", "下一年度重点做好以下工作："),
    ],
)
def test_what_is_missing_from_the_build(look, changed, words, quoted) -> None:
    (seen,) = look(_report(**changed), "structure")
    assert words in seen.message
    assert seen.text == quoted


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"lack": "虽有成效，但力量薄弱，究其原因，编制有限。" + _NO_CAUSE},
        {"lack": _NO_CAUSE, "lacks": "二、存在的问题", "title": "云溪县水务局2018年度法治政府建设工作报告"},
        {"first": "重点抓好以下几点：\n1．健全制度。\n2．加强检查。\n3．严格考核。"},
    ],
)
def test_reports_that_have_all_of_it(look, changed) -> None:
    assert not look(_report(**changed), "structure")
