"""Markdown: the marks go, the words stay; ordinary text is left as it is."""

import pytest

from desktop.reading.markdown import is_markdown, text_lines
from desktop.reading.open_draft import draft_from_text
from desktop.reading.text_file import split_lines


def texts(text: str) -> list[str]:
    return [line.text for line in text_lines(text)]


def test_headings_and_the_title() -> None:
    found = text_lines("# 某局2023年报告\n\n## 一、主要工作\n正文。\n### （一）学习 ##\n\n## 二、不足\n")
    assert [(line.text, line.level) for line in found] == [
        *(("某局2023年报告", 0), ("一、主要工作", 1), ("正文。", None), ("（一）学习", 2), ("二、不足", 1)),
    ]
    assert [line.level for line in text_lines("## 一、主要工作\n## 二、不足")] == [2, 2]


def test_underlined_headings() -> None:
    found = text_lines("# 甲\n\n报告\n====\n\n一、工作\n------\n正文\n\n---\n尾")
    assert [(line.text, line.level) for line in found] == [
        *(("甲", 0), ("报告", 0), ("一、工作", 1), ("正文", None), ("尾", None)),
    ]


def test_marks_inside_the_text() -> None:
    body = "**（一）加强领导。**年初*专题*研究`制度`，见[办法](https://a.cn/b)![图](x.png)~~旧~~，__注意__，1\\. 5\\*3"
    assert texts("# 标\n" + body)[1:] == ["（一）加强领导。年初专题研究制度，见办法旧，注意，1. 5*3"]


def test_points_quotes_and_fences() -> None:
    body = "# 标\n- 甲\n  * 乙\n+ [x] 丙\n1. 丁\n> 戊\n```\n# 己\n```\n庚<br>辛\n***\n"
    assert texts(body)[1:] == ["甲", "乙", "丙", "1. 丁", "戊", "# 己", "庚 辛"]


def test_tables_are_rows_of_cells() -> None:
    found = text_lines("| 项目 | **数量** |\n|:--|--:|\n| 处罚 | 3\\|4 |\n| 检查 | |\n\n甲 | 乙")
    assert [(line.text, line.row) for line in found] == [
        *(("项目\t数量", True), ("处罚\t3|4", True), ("检查", True), ("甲 | 乙", False)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一、主要工作\n1. 学习\n- 说明\n",
        "#号 不是标题\n第 1# 楼 2 # 楼\n",
        "单位____年__月__日，联系人____\n",
        "全年 3*4*5 = 60 件，A*B*C\n",
        "甲 | 乙\n---------\n",
        "**\n** 仅此一处 **重点** 而已\n",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert not is_markdown(text)
    assert text_lines(text) == split_lines(text)


def test_signs_that_are_no_marks_stay() -> None:
    body = "联系人____，____年__月，<条例>的办法，3 * 4 * 5，a_b_c，a>b，大-小，-5℃"
    assert texts("# 标\n" + body)[1:] == [body]


def test_words_in_asterisks_alone_make_markdown() -> None:
    assert texts("**一、主要工作**\n正文。\n**二、不足**") == ["一、主要工作", "正文。", "二、不足"]


def test_pasted_text_is_read_so_too() -> None:
    draft = draft_from_text(
        "# 某某局2023年法治政府建设年度报告\n\n## 一、主要工作\n办理案件12件。\n\n## 二、不足\n人手少。"
    )
    assert draft.title_text == "某某局2023年法治政府建设年度报告"
    assert [section.label for section in draft.sections] == ["一、", "二、"]


@pytest.mark.parametrize("hostile", ["*", "**a ", "`", "[", "|-", "> ", "![](", "#", "__", "~~a", "<br"])
def test_hostile_text_comes_to_an_end(hostile: str) -> None:
    text_lines("# 标\n" + hostile * 60_000)
