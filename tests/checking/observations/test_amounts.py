import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.checking.observations.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "low", "high", "family"),
    [
        ("31件", 31, 31, "件"),
        ("1,234名", 1234, 1234, "人"),
        ("由18.5个工作日", 18.5, 18.5, "工作日"),
        ("三十五件", 35, 35, "件"),
        ("一百零三份", 103, 103, "份"),
        ("两名", 2, 2, "人"),
        ("百余件", 100, 200, "件"),
        ("1260余人次", 1260, 1270, "人次"),
        ("2.9万件", 28500, 29500, "件"),
        ("60%以上", 60, float("inf"), "%"),
        ("不超过30件", 0, 30, "件"),
        ("百分之九十五", 95, 95, "%"),
        ("3-5件", 3, 5, "件"),
        ("\n1.24项许可", 24, 24, "项"),
    ],
)
def test_a_number_is_read_as_an_interval(text: str, low: float, high: float, family: str) -> None:
    (one,) = find_amounts(text).all
    assert (one.low, one.high, one.family) == (low, high, family)


@pytest.mark.parametrize(
    "text", ["2021年", "第3次", "一起学习", "7×24小时", "9+3项", "6个月", "五部门", "数十件", "三五个", "12345热线"]
)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert not find_amounts(text).all


@given(st.text(alphabet="0123456789.,一二十百万亿余近约件%第-至", max_size=40))
def test_amounts_stand_in_order_and_apart(text: str) -> None:
    found = find_amounts(text).all
    assert all(one.start < one.end and one.low <= one.high for one in found)
    assert all(before.end <= after.start for before, after in zip(found, found[1:], strict=False))
