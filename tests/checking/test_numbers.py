import pytest

from desktop.checking.numbers import counts, unit_fits


@pytest.mark.parametrize(
    ("text", "found", "unit"),
    [
        ("办理复议案件12件", "12件", "件"),
        ("开展培训20余次", "20余次", "次"),
        ("聘请律师两名", "两名", "名"),
        ("发放资料1.2万份", "1.2万份", "份"),
        ("出庭率100%", "100%", "%"),
        ("出庭率百分之九十八", "百分之九十八", "%"),
        ("培训执法人员百余人", "百余人", "人"),
        ("安排经费15.5万元", "15.5万元", "万元"),
        ("追回欠薪3亿元", "3亿元", "亿元"),
        ("受理1,234件", "1,234件", "件"),
    ],
)
def test_numbers_with_units(text: str, found: str, unit: str) -> None:
    assert [(text[start:end], one) for start, end, one in counts(text)] == [(found, unit)]


@pytest.mark.parametrize(
    "text", ["一次办结", "最多跑一次", "办好一件事", "2021年", "四个意识", "九部门", "三分之二", "三项制度", "四个亲自"]
)
def test_what_is_no_count(text: str) -> None:
    assert counts(text) == ()


def test_families_of_units() -> None:
    assert unit_fits("件", "起") and unit_fits("人", "名") and unit_fits("", "台")
    assert not unit_fits("件", "人")


def test_long_runs_of_digits_take_no_time_to_speak_of() -> None:
    text = "1,1" * 200_000
    assert counts(text) == ()
    assert counts(text + "件") == ((0, len(text) + 1, "件"),)
