"""The numbers that open headings, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.docx_numbers import chinese_number
from desktop.reading.numbering import Rank, chinese_value, read_number


@pytest.mark.parametrize(
    ("text", "rank", "label", "value"),
    [
        ("第一部分 主要工作", Rank.PART, "第一部分", 1),
        ("第十二章　附则", Rank.PART, "第十二章", 12),
        ("一、主要工作", Rank.CHINESE, "一、", 1),
        ("十二 、主要工作", Rank.CHINESE, "十二、", 12),
        ("二．主要工作", Rank.CHINESE, "二、", 2),
        ("（三）规范执法", Rank.CHINESE_BRACKETS, "（三）", 3),
        ("(十一)规范执法", Rank.CHINESE_BRACKETS, "（十一）", 11),
        ("（ 四 ）、规范执法", Rank.CHINESE_BRACKETS, "（四）", 4),
        ("1.加强学习", Rank.ARABIC, "1.", 1),
        ("2．加强学习", Rank.ARABIC, "2.", 2),
        ("3、加强学习", Rank.ARABIC, "3、", 3),
        ("16. 严格执行", Rank.ARABIC, "16.", 16),
        ("4.2022年工作安排", Rank.ARABIC, "4.", 4),
        ("1.1 组织领导", Rank.DECIMAL, "1.1", 1),
        ("2.3.4 组织领导", Rank.DECIMAL, "2.3.4", 4),
        ("（1）加强学习", Rank.ARABIC_BRACKETS, "（1）", 1),
        ("2）加强学习", Rank.ARABIC_BRACKETS, "2）", 2),
        ("③加强学习", Rank.CIRCLED, "③", 3),
        ("⒉加强学习", Rank.ARABIC, "⒉", 2),
    ],
)
def test_numbers(text: str, rank: Rank, label: str, value: int) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.rank, number.label, number.value) == (rank, label, value)
    assert text[number.end :].strip("、 　") == text[number.end :]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2.1万吨",
            "12.5%",
            "2018年",
            "2022.3.1",
            "3件",
            "一是加强学习",
            "一、二季度",
            "二、第三、四季度",
            "一、二级响应",
        ),
        *("（一）项规定", "第一责任人", "第一，加强学习", "12345热线", "1.5倍", "（2022）12号", "", "百姓", "1、2季度"),
    ],
)
def test_no_numbers(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(1, 999))
def test_chinese_values(count: int) -> None:
    assert chinese_value(chinese_number(count)) == count


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    number = read_number(text)
    assert number is None or (0 < number.end <= len(text) and number.label)
