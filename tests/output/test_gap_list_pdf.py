import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from desktop.checking.result import CheckResult, Evidence, Mood, Related, Status
from desktop.errors import OutputError
from desktop.output.gap_list import TITLE
from desktop.output.gap_list_pdf import gap_list_pdf, write_gap_list
from tests.made_results import made_item, made_observation, made_result

NAME = "云岭县2021年度法治政府建设情况报告（送审稿）.docx"
DAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def bundled_fonts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WINDIR", raising=False)


def pages_of(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    document.close()
    return pages


def pages(result: CheckResult) -> list[str]:
    return pages_of(gap_list_pdf(result, NAME, DAY))


def joined(page: str) -> str:
    return "".join(page.split())


def test_the_head_says_what_was_checked_and_with_what() -> None:
    head = joined(pages(made_result())[0])
    for words in (
        TITLE,
        NAME,
        "云岭县人民政府",
        "2021年度",
        "2026年11月21日",
        "行政执法三项制度（2026.1）",
        "报告年度从标题中读出",
    ):
        assert "".join(words.split()) in head
    assert "本次自检共88项：已覆盖44项、不充分20项、缺失20项" in head
    assert "合计88442020440" in head


def test_every_gap_is_there_once_under_its_checklist_with_header_and_page_number_on_every_page() -> None:
    result = made_result(gaps=40, observations=12)
    whole = pages(result)
    gaps = whole[: next(number for number, page in enumerate(whole) if "第二部分 " in page) + 1]
    for number, page in enumerate(whole, 1):
        assert f"第{number}页共{len(whole)}页" in joined(page)
    for page in whole[1:]:
        assert "责任科室" in page or "处理情况" in page or "填表人" in page
    text = "".join(joined(page) for page in gaps)
    for one in result.checklists:
        assert f"{one.title}（共" in text
    assert text.count("参考句：") == 40
    assert "（必备）" in text
    assert "填表人：" in whole[-1]
    assert "审核人：" in whole[-1]
    assert "日期：" in whole[-1]


def test_a_row_stands_on_one_page_where_it_fits() -> None:
    for page in pages(made_result(gaps=88, observations=0))[1:]:
        # Every gap has one advice that begins and one model sentence that ends it.
        assert joined(page).count("写明执法记录仪等设备") == joined(page).count("全年形成音像资料__份。")


def test_the_group_goes_on_under_its_name_on_the_next_page() -> None:
    assert any("行政执法三项制度（续）" in page for page in pages(made_result(gaps=88)))


def test_missing_items_show_the_closest_passage_and_doubtful_ones_ask_to_be_looked_at() -> None:
    result = made_result(gaps=40, observations=0)
    missing = next(item for item in result.items if item.status is Status.MISSING)
    passage = Evidence("组织执法人员培训五次。", 0, 11, "四、（二）", Mood.FACT)
    text = joined("".join(pages_of(gap_list_pdf(result, NAME, DAY, {missing.id: passage}))))
    assert text.count("未见表述；最接近的一处：“组织执法人员培训五次。”〔四、（二）〕") == 1
    doubtful = sum(item.status.is_gap and not item.sure for item in result.items)
    assert doubtful and text.count("（请人工核对）") == doubtful
    assert "把握不大" not in text


def test_without_gaps_the_sheet_says_so() -> None:
    whole = pages(made_result(gaps=0, observations=0))
    assert len(whole) == 1
    assert "没有待完善的项目。" in joined(whole[0])
    assert "填表人：" in whole[0]
    assert "责任科室" not in whole[0]


def test_nobody_signs_an_empty_page() -> None:
    result = made_result(gaps=0, observations=0)
    counts = []
    for lines in range(2, 9):
        whole = pages(replace(result, draft=replace(result.draft, reminders=("提醒",) * lines)))
        assert "填表人：" in whole[-1] and f"{lines}.提醒" in joined(whole[-1])
        counts.append(len(whole))
    assert counts == sorted(counts) and set(counts) == {1, 2}


def test_observations_alone_are_one_part() -> None:
    text = joined("".join(pages(made_result(gaps=0, observations=5))))
    assert "没有待完善的项目。" in text
    assert "第二部分" not in text
    assert "数字对不上" in text
    assert "另见：“行政复议案件二十五件”" in text


def test_reminders_come_last_under_their_heading() -> None:
    result = made_result(gaps=3, observations=2)
    reminded = replace(result.draft, reminders=("先做保密审查。", "次年3月1日前报送。" * 40))
    text = joined("".join(pages(replace(result, draft=reminded))))
    parts = ("第一部分待完善的检查项", "第二部分差错和疑点", "第三部分报送和公开提醒1.先做保密审查。2.次年3月1日前")
    places = [text.index(one) for one in (*parts, "填表人：")]
    assert places == sorted(places)
    alone = joined("".join(pages(replace(made_result(gaps=0, observations=0), draft=reminded))))
    assert "报送和公开提醒" in alone and "部分" not in alone
    assert "报送和公开提醒" not in joined("".join(pages(result)))


def test_nothing_checked_is_a_sheet_too() -> None:
    result = replace(made_result(gaps=0, observations=0, items=0), checklists=())
    nothing = replace(result, draft=replace(result.draft, title=None, unit=None, year=None, unit_kind=None, notices=()))
    text = joined(pages(nothing)[0])
    assert "本次没有运行任何检查项。" in text
    assert text.count("未识别") == 3


@pytest.mark.uncounted
def test_three_hundred_observations_are_all_listed() -> None:
    text = "".join(joined(page) for page in pages(made_result(gaps=3, observations=300)))
    assert text.count("相差2件") == 300
    assert "其他" in text


@pytest.mark.uncounted
def test_texts_longer_than_a_page_are_printed_to_their_end() -> None:
    item = replace(
        made_item(0, "outline", Status.MISSING, list(made_result().items)[0].level), advice="甲" * 5000 + "完了"
    )
    observation = replace(
        made_observation(0),
        message="乙" * 5000 + "完毕",
        text="丙" * 5000,
        where="一" * 300,
        related=tuple(Related("丁" * 5000, 0, 5000) for _ in range(30)),
    )
    result = replace(made_result(), items=(item, item), observations=(observation,))
    result = replace(
        result, draft=replace(result.draft, title="题" * 3000, unit="位" * 3000, notices=("提示" * 2000,) * 20)
    )
    text = "".join(joined(page) for page in pages_of(gap_list_pdf(result, "名" * 3000, DAY)))
    assert text.count("甲") == 10000
    assert text.count("完了") == 2
    assert text.count("乙") == 5000
    assert text.count("完毕") == 1


def test_letters_of_markup_and_without_a_glyph_are_printed() -> None:
    item = replace(made_result(gaps=88).items[0], title="<b>&甲𰻞😀", advice="a < b && c\x00")
    text = joined("".join(pages(replace(made_result(), items=(item,)))))
    assert "<b>&甲〓〓" in text
    assert "a<b&&c" in text


def test_equal_input_gives_equal_bytes_in_every_process(tmp_path: Path) -> None:
    first = gap_list_pdf(made_result(), NAME, DAY)
    assert gap_list_pdf(made_result(), NAME, DAY) == first
    code = """
import sys
from datetime import date
from pathlib import Path
from desktop.packs.kinds import Level
from tests.made_results import made_result
from desktop.output.gap_list_pdf import write_gap_list
write_gap_list(made_result(), sys.argv[1], date(2026, 11, 21), Path(sys.argv[2]))
"""
    root = str(Path(__file__).parent.parent.parent)
    surroundings = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": root}
    target = tmp_path / "另一个.pdf"
    subprocess.run([sys.executable, "-c", code, NAME, str(target)], check=True, env=surroundings)
    assert target.read_bytes() == first


def test_every_font_is_embedded() -> None:
    content = gap_list_pdf(made_result(), NAME, DAY)
    assert content.count(b"/BaseFont") == content.count(b"/FontFile2 ") >= 2
    assert b"Helvetica" not in content


def test_a_failed_write_leaves_the_old_sheet(tmp_path: Path) -> None:
    target = tmp_path / "清单.pdf"
    write_gap_list(made_result(), NAME, DAY, target)
    assert target.read_bytes().startswith(b"%PDF-")
    (tmp_path / "夹").mkdir()
    with pytest.raises(OutputError):
        write_gap_list(made_result(), NAME, DAY, tmp_path / "夹")
