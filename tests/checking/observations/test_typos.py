import pytest

_TITLE = "云溪县水务局2022年度法治政府建设工作情况报告\n2022年，我局扎实推进法治政府建设。\n一、主要工作和成效\n"


def _report(sentence: str) -> str:
    return _TITLE + f"（一）健全制度。{sentence}定期调度，各项任务按计划推进。\n"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("依法签定协议。", "签订"),
        ("截止12月底全部完成。", "截至"),
        ("回应人名群众期盼。", "人民群众"),
        ("由“管理”想“服务”转变。", "向"),
        ("落实“谁执法谁普及”责任制。", "谁执法谁普法"),
        ("履行第一责任职责清单。", "第一责任人职责"),
        ("违规干预司法或送、插手具体案件处理。", "固定说法"),
        ("一体推进不敢腐、能腐、不想腐。", "固定说法"),
        ("进行对窗口工作进行自查。", "重复"),
        ("目前有无无证执法现象。", "讲不通"),
        ("加强执法执法监督。", "重复"),
        ("完善制度，，压实责任。", "连用"),
        ("完善制度（含清单，压实责任。", "左括号"),
        ("完善“一件事机制，压实责任。", "引号"),
    ],
)
def test_a_slip_is_told(look, sentence, told) -> None:
    (seen,) = look(_report(sentence), "typo")
    assert told in seen.message


@pytest.mark.parametrize(
    "sentence",
    [
        "报名截止日期为6月，截至6月共收到五条。",
        "重点检查有无无证经营问题。",
        "一项一项抓落实，为了了解情况开展走访。",
        "落实“双随机一公开”和谁执法谁普法责任制。",
        "自己经营，预防犯罪，资深人士参与。",
        "把普法成效作为衡量干部工作实绩的内容。",
        "开展执法检查自查自纠。",
        "举办法治云溪、法治政府、法治社会一体建设培训班。",
        "组建镇综合执法中心，全年办结申诉案件3件。",
        "修改完善规范性文件制订程序，使各项工作合理有序。",
        "推进黑臭水体溯源治理，开展“一案说法”。",
        "1）入户走访，2）集中宣讲。",
        "印发《实施〈档案条例〉的办法》。",
        "带头做到不违规干预司法活动，不插手具体案件处理。",
        "领导干部不得干预司法活动以及不得插手具体案件处理。",
        "提升获得感、幸福感，安全感，形成共建、共治共享格局。",
    ],
)
def test_what_only_looks_like_a_slip_is_let_be(look, sentence) -> None:
    assert look(_report(sentence), "typo") == ()


def test_one_half_width_bracket_among_many_is_told(look) -> None:
    text = _report("第一（甲项）第二（乙项）第三（丙项）第四（丁项）第五（戊项）第六(己项)完成。")
    (seen,) = look(text, "typo")
    assert seen.severity == "warning"
    assert "(己项)" in seen.text
