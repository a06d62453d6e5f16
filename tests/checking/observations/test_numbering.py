import pytest

_FRAME = "某某县水务局2022年度法治政府建设工作报告\n一、主要工作\n{}\n二、存在的不足和原因\n人手紧，主要由于编制少。"


def _headings(*lines: str) -> str:
    body = "\n".join(
        f"{line}\n围绕目标任务，明确专人负责，定期调度，各项任务按计划推进，取得了较好成效。" for line in lines
    )
    return _FRAME.format(body)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("（一）加强领导", "（三）规范执法"), "缺“（二）”"),
        (("（一）加强领导", "（二）规范执法", "（二）强化监督"), "序号“（二）”重复"),
        (("（一）加强领导", "（三）规范执法", "（二）强化监督"), "次序颠倒"),
        (("（二）加强领导", "（三）规范执法"), "前面没有“（一）”"),
        (("（一）加强领导", "1．规范执法", "3．强化监督"), "缺“2.”"),
        (("1．加强领导", "2．规范执法", "3、强化监督", "4．普法"), "写法不一致"),
    ],
)
def test_heading_numbers_that_do_not_follow(look, lines, words) -> None:
    seen = look(_headings(*lines), "numbering")
    assert words in " ".join(one.message for one in seen)
    assert all(one.related for one in seen if "前面没有" not in one.message)


@pytest.mark.parametrize(
    "lines",
    [
        ("（一）加强领导", "（二）规范执法", "（三）强化监督"),
        ("（一）加强领导", "1. 学法", "2. 述法", "（二）规范执法", "3. 公示", "4. 记录"),
        ("（一）加强领导", "1. 学法", "2. 述法", "（二）规范执法", "1. 公示", "2. 记录"),
    ],
)
def test_numbers_may_start_again_or_go_on(look, lines) -> None:
    assert not look(_headings(*lines), "numbering")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一是抓部署；二是抓落实；四是抓督查。", "缺“三是”"),
        ("一是抓部署；二是抓落实；二是抓督查。", "“二是”重复"),
        ("工作中，①抓部署；②抓落实；④抓督查。", "缺“③”"),
        ("第一，抓部署。第三，抓督查。", "缺“第二，”"),
        ("重点抓好以下三项工作：一是抓部署；二是抓落实；三是抓督查；四是抓考核。", "前面说3项，后面列了4项"),
    ],
)
def test_points_that_do_not_follow(look, text, words) -> None:
    (seen,) = look(_headings("（一）加强领导").replace("围绕目标任务", text + "围绕目标任务"), "numbering")
    assert words in seen.message


@pytest.mark.parametrize(
    "text",
    [
        "一是抓部署，一是定任务；二是定时限；三是定责任。二是抓落实。",
        "完成第一、第二、第三、四季度考核。",
        "按照“一是一、二是二”的要求办理，",
    ],
)
def test_points_that_look_wrong_and_are_right(look, text) -> None:
    seen = look(_headings("（一）加强领导").replace("围绕目标任务", text + "围绕目标任务"), "numbering")
    assert not seen


_TWO_LISTS = "一是力量弱。二是装备差。三是方式少。\n{}"


@pytest.mark.parametrize(
    ("plans", "words"),
    [
        ("一是抓学习。二是抓制度。三是抓监管。四是抓考核。四是抓宣传。", "“四是”重复"),
        ("一是抓学习。二是抓制度。四是抓监管。", "缺“三是”"),
    ],
)
def test_a_list_does_not_go_on_in_another_paragraphs_list(look, plans, words) -> None:
    (seen,) = look(_headings("（一）加强领导").replace("围绕目标任务", _TWO_LISTS.format(plans)), "numbering")
    assert words in seen.message


def test_a_list_goes_on_where_a_paragraph_begins(look) -> None:
    text = _TWO_LISTS.format("四是经费少，一是预算紧，二是来源少。\n五是人才缺。")
    assert not look(_headings("（一）加强领导").replace("围绕目标任务", text), "numbering")


def test_a_promise_is_kept_by_headings_too(look) -> None:
    text = _FRAME.format("重点抓好以下三项工作：\n（一）加强领导\n定期研究。\n（二）规范执法\n亮证执法。")
    (seen,) = look(text, "numbering")
    assert "前面说3项，后面列了2项" in seen.message


def test_a_table_of_contents_is_no_second_row(look) -> None:
    text = "云溪县水务局2022年度法治政府建设工作报告\n一、主要工作........1\n二、存在的不足........5\n"
    assert not look(text + _headings("（一）加强领导", "（二）规范执法").partition("\n")[2], "numbering")
