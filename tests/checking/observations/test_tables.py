from pathlib import Path

import pytest
from docx import Document
from generators import observations_of, words_only
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.checking.observe import observe
from desktop.checking.structure import StructureFacts
from desktop.checking.text import scan
from desktop.reading.open_draft import open_draft

_LISTS = words_only()
_REPORT = "云溪县水务局2025年度法治政府建设工作报告\n一、主要工作\n具体情况见下表：\n{}\n以上情况均已公开。\n"


def _table(rows: str) -> str:
    """A report with a table; ``rows`` has its cells set apart by a bar and its rows by a stroke."""
    return _REPORT.format("\n".join("\t".join(row.split("|")).rstrip("\t") for row in rows.split("/")))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            "类别|2025年（件）|2024年（件）|备注/行政许可|126|118|/行政处罚|38|45|均已结案/行政检查|412|390|含抽查60次/合计|586|553|",
            "“合计”一行“2025年（件）”一列：126＋38＋412＝576，与所写的586",
        ),
        ("类别|件数/行政许可|126/行政处罚|38/行政检查|412/合　计|586", "126＋38＋412＝576，与所写的586"),
        (
            "类别|2025|2024/行政许可|126|118/行政处罚|38|45/行政检查|412|390/总计|576|552",
            "118＋45＋390＝553，与所写的552",
        ),
        ("类别|件数/行政许可|2014/行政处罚|38/行政检查|412/合计|2454", "2014＋38＋412＝2464，与所写的2454"),
        ("类别|件数/合计|2019/行政许可|1210/行政处罚|808", "1210＋808＝2018"),
        ("类别|件数/合计|586/行政许可|126/行政处罚|38/行政检查|412", "126＋38＋412＝576"),
        ("序号|类别|件数/1|行政许可|126/2|行政处罚|38/3|行政检查|412/合计|586", "126＋38＋412＝576"),
        ("单位|许可|处罚|合计/一所|12|30|42/二所|15|21|36/三所|9|40|47", "“三所”一行“合计”一列：9＋40＝49，与所写的47"),
        ("单位|合计|许可|处罚/一所|42|12|30/二所|36|15|21/三所|47|9|40", "9＋40＝49，与所写的47"),
        ("单位|件数/一所|12/二所|15/小计|27/三所|9/四所|40/小计|48/合计|75", "9＋40＝49，与所写的48"),
        ("单位|件数/一所|12/二所|15/小计|27/三所|9/四所|40/小计|49/合计|75", "27＋49＝76，与所写的75"),
        ("类别|金额（万元）/罚款|1,226.5/没收|38.2/合计|1,246.7", "1,226.5＋38.2＝1264.7，与所写的1,246.7"),
        ("类别|件数/许可|126件/处罚|38件/检查|412件/合计|586件", "126件＋38件＋412件＝576，与所写的586件"),
        ("类别|件数/许可|126/处罚|38/类别|件数/检查|412/合计|586", "126＋38＋412＝576"),
    ],
)
def test_a_sum_in_a_table_that_does_not_come_out(look, rows, said) -> None:
    (seen,) = look(_table(rows), "arithmetic")
    assert said in seen.message
    assert seen.severity == "warning"
    assert "".join(seen.text.split()) == seen.message.partition("所写的")[2].partition("不一致")[0]


@pytest.mark.parametrize(
    "rows",
    [
        "类别|2025年（件）|2024年（件）/行政许可|126|118/行政处罚|38|45/行政检查|412|390/合计|576|553",
        "类别|2025|2024/行政许可|126|118/行政处罚|38|45/合计|164|163",
        "类别|件数/行政许可|2014/行政处罚|3038/行政检查|2412/合计|7464",
        "类别|件数/行政许可|126/其中：网上办理|110/行政处罚|38/合计|164",
        "类别|件数/行政处罚|126/——简易程序|110/——普通程序|16/行政检查|38/合计|170",
        "类别|件数/一、行政处罚|126/1.简易程序|110/2.普通程序|16/二、行政检查|38/合计|170",
        "类别|件数/行政处罚|126/简易程序|110/行政检查|38/合计|164",
        "类别|件数/处罚|126/简易|30/普通|96/许可|50/网上|20/窗口|30/检查|412/合计|588",
        "类别|件数/简易|30/普通|96/处罚|126/网上|20/窗口|30/许可|50/检查|412/合计|588",
        "类别|件数/简易|30/普通|95/处罚小计|126/检查|412/合计|538",
        "类别|件数/行政许可|126/行政处罚|—/行政检查|412/合计|586",
        "类别|件数/行政许可|126/行政处罚|/行政检查|412/合计|586",
        "类别|件数/行政许可|126/行政处罚|38（含听证2）/行政检查|412/合计|586",
        "类别|件数/行政许可|126/行政处罚|约40/行政检查|412/合计|586",
        "类别|办结率/行政许可|98/行政处罚|95/合计|97",
        "类别|办结率/行政许可|98%/行政处罚|95%/合计|97%",
        "类别|平均时限/行政许可|12/行政处罚|15/合计|14",
        "单位|件数|全县排名/一所|12|3/二所|15|5/合计|27|4",
        "内容|数量/案件（件）|126/罚没款（万元）|38/合计|184",
        "序号|类别|件数/1|行政许可|126/2|行政处罚|38/3|行政检查|412/合计||576",
        "单位|许可|处罚|合计/一所|12|30|42/二所|15|21|36/三所|9|40|49/合计|36|91|127",
        "单位|收到|办结|合计/一所|12|10|13/二所|15|12|16/三所|9|9|10",
        "单位|案件（件）|罚款（万元）|合计/一所|12|30|42/二所|15|21|37",
        "单位|许可|处罚|合计|办结/一所|12|30|42|40/二所|15|21|36|36",
        "单位|件数/一所|12/二所|15/小计|27/三所|9/四所|40/小计|49/合计|76",
        "单位|件数/一所|12/二所|15/小计|27/三所|9/四所|40/合计|76",
        "大类|小类|许可|处罚/东片|一所|12|30/西片|二所|15|21/合计|27|51",
        "类别|金额（万元）/罚款|1,226.54/没收|38.25/合计|1,264.8",
        "年份|件数/2023年|126/2024年|38/合计|164",
        "类别|件数/许可|126/处罚|38/检查类/检查|412/入户|20/合计|440",
        "姓名|年龄|人数/甲|35|12/乙|41|15/合计||27",
    ],
)
def test_a_table_that_comes_out_or_need_not(look, rows) -> None:
    assert look(_table(rows), "arithmetic") == ()


def test_a_table_broken_off_by_a_page_is_let_be(look) -> None:
    rows = (
        "类别\t件数\n行政许可\t126\n行政处罚\t38",
        "第2页共3页的续表如下",
        "类别\t件数\n行政检查\t412\n信访\t20\n合计\t596",
    )
    assert look(_REPORT.format("\n".join(rows)), "arithmetic") == ()


_CELLS = st.sampled_from(
    ("", "126", "38件", "1,226.5", "2024", "合计", "小计", "总计", "序号", "类别", "其中", "—", "1", "2")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_CELLS, min_size=1, max_size=5), min_size=2, max_size=9))
def test_any_table_is_read(rows) -> None:
    text = _REPORT.format("\n".join("\t".join(row) for row in rows))
    for one in observations_of(text, _LISTS):
        if one.message.startswith("表中"):
            assert "".join(one.text.split()) in ("126", "38件", "1,226.5", "2024", "1", "2")


def test_two_tables_one_after_the_other(look) -> None:
    rows = "类别|件数/许可|126/处罚|38/合计|164/单位|人数/一所|12/二所|15/合计|28"
    (seen,) = look(_table(rows), "arithmetic")
    assert "12＋15＝27，与所写的28" in seen.message


def test_the_cell_of_a_word_file_is_marked(tmp_path: Path) -> None:
    document = Document()
    for words in _REPORT.partition("{}")[0].strip().split("\n"):
        document.add_paragraph(words)
    rows = (("类别", "件数", ""), ("行政处罚", "简易程序", "126"), ("", "普通程序", "38"), ("合计", "", "174"))
    table = document.add_table(rows=4, cols=3)
    for cells, row in zip(rows, table.rows, strict=True):
        for words, cell in zip(cells, row.cells, strict=True):
            cell.text = words
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 1))
    document.save(str(tmp_path / "a.docx"))
    draft = open_draft(tmp_path / "a.docx")
    scanned = scan(draft, _LISTS)
    seen = observe(scanned, StructureFacts(scanned, _LISTS), _LISTS.observations, 2025)
    (one,) = [one for one in seen if one.kind == "arithmetic"]
    assert (one.text, one.where) == ("174", "一、")
    assert "126＋38＝164" in one.message


def test_prose_with_tabs_is_no_table() -> None:
    assert not [one for one in observations_of("合计\t三项，\n126\t件。", _LISTS) if one.kind == "arithmetic"]
