import pytest

_TITLE = "{}{}年度法治政府建设工作情况报告\n{}年，扎实推进法治政府建设。\n一、主要工作和成效\n"


def _report(unit: str, year: int, sentence: str) -> str:
    return _TITLE.format(unit, year, year) + f"（一）健全制度。{sentence}定期调度，各项任务按计划推进。\n"


@pytest.mark.parametrize(
    ("unit", "year", "sentence", "severity"),
    [
        ("枕溪街道办事处", 2025, "提升我镇依法治理水平。", "warning"),
        ("云溪县人民政府", 2022, "我局加强执法检查。", "warning"),
        ("云溪县水务局", 2022, "会同县环保局开展检查。", "warning"),
        ("云溪县水务局", 2019, "会同县环保局开展检查。", "notice"),
        ("云溪市水务局", 2022, "落实《过溪市人民政府实施细则》。", "notice"),
        ("云溪县水务局", 2022, "县农业综合执法大队开展检查。县农业执法综合大队开展检查。", "warning"),
        ("云溪县水务局", 2022, "市营商环境建设局牵头。市营商环境监督建设局开展检查。", "notice"),
        ("云溪县水务局", 2022, "局长陶启岩主持会议。陶启研同志讲授法治课。", "warning"),
    ],
)
def test_a_wrong_name_is_told(look, unit, year, sentence, severity) -> None:
    (seen,) = look(_report(unit, year, sentence), "name")
    assert seen.severity == severity


@pytest.mark.parametrize(
    ("unit", "year", "sentence"),
    [
        ("枕溪街道办事处", 2025, "我市我区部署安排，街道认真落实。"),
        ("云溪县人民政府", 2022, "自我局限没有克服，我委托律师办理。"),
        ("云溪县水务局", 2018, "会同县环保局开展检查。"),
        ("云溪县水务局", 2022, "原县环保局职能划入县生态环境局，县文化和旅游局参与。"),
        ("云溪县水务局", 2022, "市市场监管局和市市场监督管理局的文件。"),
        ("云溪县水务局", 2022, "局长陶启岩主持会议。陶启岩同志讲授法治课，陶文明同志参加。"),
    ],
)
def test_a_right_name_is_let_be(look, unit, year, sentence) -> None:
    assert look(_report(unit, year, sentence), "name") == ()
