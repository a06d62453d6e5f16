import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("加强监督。\n{ PAGE \\* MERGEFORMAT }\n二、问题", "{ PAGE \\* MERGEFORMAT }"),
        ("转移居民214人&nbsp;，未发生伤亡。", "&nbsp;"),
        ("数据详见错误！未找到引用源。", "错误！未找到引用源"),
        ("<p style='a'>加强领导。", "<p style='a'>"),
        ("《某市实施<消防条例>办法》", "《某市实施<消防条例>办法》"),
        ("公开的范围和— 3 —方式", "— 3 —"),
        ("落实制度第3页共8页并检查", "第3页共8页"),
        ("加强\ufffd\ufffd建设", "\ufffd\ufffd"),
        ("**重点工作**是执法", "**重点工作**"),
        ("法治??政府", "??"),
        ("见[图片]所示", "[图片]"),
        ("水平明显提高。(责任编辑：办公室)落实责任", "责任编辑："),
        ("加强领导[1]，落实责任。", "[1]"),
        ("加强制度建设。 PAGE 3 明确责任", "PAGE 3"),
        ('{ HYPERLINK "http://a.cn" }网站', '{ HYPERLINK "http://a.cn" }'),
        ('在网站“权力事项”栏目 HYPERLINK "http://a.example/qlsx" 列示', 'HYPERLINK "http://a.example/qlsx'),
    ],
)
def test_leftovers_are_marked_exactly(look, text, words) -> None:
    (seen,) = look(text, "artefact")
    assert seen.text == words


@pytest.mark.parametrize(
    "text",
    [
        "联系邮箱fzb_2022@a.cn，推广A&B经验。",
        "浓度<35微克，满意率98.6%、99.2%。",
        "《某市实施〈消防条例〉办法》",
        "热线0536-208-110开通。",
        "刊登在《手册》第3页。",
        "群众满意吗？群众说了算！",
        "网页点击量达3万次，扫一扫即可评价。",
    ],
)
def test_signs_that_belong_are_left_alone(look, text) -> None:
    assert not look(text, "artefact")


def test_a_line_of_the_web_page_is_seen(look) -> None:
    (seen,) = look("第一责任人切实履行职责。\n责任编辑：办公室 浏览次数：12\n特此报告。", "artefact")
    assert seen.text == "责任编辑：办公室 浏览次数：12"
