import pytest

_TITLE = "云溪县水务局{}年度法治政府建设工作情况报告\n{}年，我局扎实推进法治政府建设。\n一、主要工作和成效\n"


def _report(year: int, sentence: str) -> str:
    return _TITLE.format(year, year) + f"（一）健全制度。{sentence}定期调度，各项任务按计划推进。\n"


@pytest.mark.parametrize(
    ("year", "sentence", "severity"),
    [
        (2018, "深入学习贯彻习近平法治思想。", "warning"),
        (2019, "启动“八五”普法规划。", "warning"),
        (2022, "广泛开展法制宣传教育。", "warning"),
        (2022, "编制重大执法决定法治审核清单。", "warning"),
        (2022, "执法严明、公开公正、廉洁高效、守法诚信。", "warning"),
        (2021, "执法严明、公开公正、廉洁高效、守法诚信。", "notice"),
        (2019, "公开公正、智能高效、廉洁诚信、人民满意。", "warning"),
        (2022, "增强全民法制意识。", "notice"),
        (2022, "规范新农保待遇发放。", "notice"),
    ],
)
def test_a_term_of_another_time_is_told(look, year, sentence, severity) -> None:
    (seen,) = look(_report(year, sentence), "term")
    assert seen.severity == severity


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        (2022, "深入学习贯彻习近平法治思想。"),
        (2022, "健全学法用法制度和法制审核制度，充实法制机构。"),
        (2018, "执法严明、公开公正、廉洁高效、守法诚信。"),
        (2018, "规范新农合基金使用。"),
        (2022, "学习《关于加强法制宣传教育的决议》。"),
    ],
)
def test_a_term_in_its_time_is_let_be(look, year, sentence) -> None:
    assert look(_report(year, sentence), "term") == ()


def test_many_places_are_told_once(look) -> None:
    (seen,) = look(_report(2022, "开展法制宣传教育。加强法制宣传教育。做好法制宣传教育。"), "term")
    assert len(seen.related) == 2
    assert "3处" in seen.message
