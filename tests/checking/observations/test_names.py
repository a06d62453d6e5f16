import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from generators import observations_of

from desktop.packs.model import Checklists
from desktop.packs.observation_words import load_observation_words
from desktop.paths import checklists_folder

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
        ("云溪街道办事处", 2022, "综合行政执法队定期巡查。街道综合执法中队每季度组织培训。", "notice"),
        ("云溪区水务局", 2022, "区水利综合行政执法支队已经挂牌。区水利综合执法大队案多人少。", "notice"),
        ("云溪高新技术产业开发区", 2022, "办好“法治高新”公众号，扎实建设平安经开。", "notice"),
        ("云溪区水务局", 2022, "全面提升清浦区水务系统依法行政能力。", "notice"),
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
        ("云溪区水务局", 2022, "办事指南在省政务服务网和区政务大厅窗口公开，简报推送至辖区各村。"),
        ("云溪区水务局", 2022, "区委理论学习中心组集中学法。区委理论中心组开展研讨。"),
        ("云溪镇人民政府", 2022, "镇综合行政执法大队定期巡查。综合执法队配备记录仪。"),
        ("云溪镇人民政府", 2022, "镇综合行政执法队定期巡查。会同县局派驻镇综合执法中队开展检查。"),
        ("云溪市水务局", 2022, "市水利综合执法支队下设两个大队。县水利综合执法大队参加比武。"),
        ("云溪县人民政府", 2022, "推动解决县综合执法局办公用房等难题，促进配合县直部门执法，提升保障县重点工程能力。"),
        ("云溪区水务局", 2022, "助力申请区重点项目，支持区人民群众、帮助区全域治理，推动督促区属企业整改。"),
        ("云溪镇人民政府", 2022, "服务支持镇全部村庄，推动协调镇综合执法。"),
        ("云溪经济技术开发区", 2022, "建设法治经开、平安经开，支持高新技术企业，学习法治高新企业做法。"),
    ],
)
def test_a_right_name_is_let_be(look, unit, year, sentence) -> None:
    assert look(_report(unit, year, sentence), "name") == ()


@pytest.mark.parametrize(
    ("unit", "sentence", "old", "new"),
    [
        ("云溪区水务局", "建设美丽清浦区，定期宣传。", "[富美, 美丽, ", "[富美, "),
        ("云溪区水务局", "建设美丽清浦区，定期宣传。", "not_place_names: [", "not_place_names: [清浦, "),
        ("云溪市水务局", "云溪县直单位参加。", "not_a_place: [", "not_a_place: [县直, "),
        ("云溪经济技术开发区", "办好法治高新公众号。", "zone_brands: [法治, ", "zone_brands: ["),
        ("云溪经济技术开发区", "办好法治高新公众号。", "- {short: 高新, ", "- {short: 科创, "),
    ],
)
def test_the_lists_of_places_can_be_edited(
    observation_lists: Checklists, tmp_path: Path, unit: str, sentence: str, old: str, new: str
) -> None:
    text = _report(unit, 2022, sentence)
    assert [one.kind for one in observations_of(text, observation_lists)].count("name") == 1
    lists = tmp_path / "lists"
    shutil.copytree(checklists_folder(), lists)
    path = lists / "words/observations/name.yaml"
    written = path.read_text(encoding="utf-8")
    assert written.count(old) == 1
    path.write_text(written.replace(old, new), encoding="utf-8")
    edited = replace(observation_lists, observations=load_observation_words(lists))
    assert [one.kind for one in observations_of(text, edited)].count("name") == 0
