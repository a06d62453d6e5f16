import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.checking.check import check
from desktop.checking.closest import LONGEST_PASSAGE, closest_passages, closest_to_missing
from desktop.checking.result import Mood, Status
from desktop.packs.kinds import Level
from desktop.packs.model import Element, Item, Rule
from desktop.reading.draft import Block, BlockKind, Draft, Part, Role
from desktop.reading.open_draft import draft_from_text
from tests.loaded import the_checklists

ITEM = Item(
    id="record.audiovisual",
    checklist="three-systems",
    title="全过程记录：音像记录",
    level=Level.KEY,
    asks="写明执法记录仪、音像设备的配备和使用",
    thin_when="只有制度名称",
    elements=(Element("配备执法记录仪", (Rule("", (("执法记录仪", "音像设备"), ("配备", "#台"))),)),),
    mentions=(Rule("", (("全过程记录",),)),),
    advice="",
    model="",
    write_in="",
)
WORDS = """某县某局2023年法治政府建设年度报告
一、主要举措和成效
全年召开会议12次，研究部署法治建设工作。
为一线执法人员购置记录设备，检查时全程摄像；广泛开展普法宣传。
二、下一步打算
明年继续为基层中队添置执法记录仪。
"""


def test_the_sentences_with_most_of_the_items_words_come_first() -> None:
    draft = draft_from_text(WORDS)
    first, second, *_ = closest_passages(draft, ITEM)
    assert first.text == "明年继续为基层中队添置执法记录仪。"
    assert (first.mood, first.where) == (Mood.PLAN, draft.place(first.start))
    assert second.text == "为一线执法人员购置记录设备，检查时全程摄像；"
    assert second.mood is Mood.FACT
    for one in (first, second):
        assert draft.text[one.start : one.end] == one.text


def test_nothing_close_is_nothing() -> None:
    assert closest_passages(draft_from_text("今日天气晴朗。"), ITEM) == ()


def test_count_limits_and_equal_scores_keep_the_order_of_the_draft() -> None:
    draft = draft_from_text("配备执法记录仪。\n配备执法记录仪。\n配备执法记录仪。\n今日天气晴朗。")
    passages = closest_passages(draft, ITEM, count=2)
    assert [one.start for one in passages] == [0, 9]


def test_a_sentence_too_long_to_read_falls_into_clauses() -> None:
    long = "研究部署年度重点工作任务，" * 30 + "配备执法记录仪，" + "推进各项改革任务落地见效，" * 30
    passage = closest_passages(draft_from_text(long), ITEM)[0]
    assert "执法记录仪" in passage.text
    assert len(passage.text) <= LONGEST_PASSAGE


def _draft(text: str) -> Draft:
    return Draft(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), (), (Part(Role.MEASURES, 0, len(text)),), "")


@given(st.text(alphabet=st.sampled_from("执法记录仪配备。，；\n 　a1 😀"), max_size=400))
def test_every_passage_is_the_drafts_own_words(text: str) -> None:
    draft = _draft(text)
    passages = closest_passages(draft, ITEM, count=50)
    assert passages == closest_passages(draft, ITEM, count=50)
    for one in passages:
        assert draft.text[one.start : one.end] == one.text == one.text.strip()
        assert "\n" not in one.text


def test_the_word_list_stays_in_the_data_folder_and_says_nothing(tmp_path: Path) -> None:
    code = "from desktop.checking.closest import warm_up; warm_up()"
    environment = {"FAZHI_DATA": str(tmp_path / "数据"), "TMPDIR": str(tmp_path / "shared"), "PATH": "/usr/bin"}
    (tmp_path / "shared").mkdir()
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert done.stdout + done.stderr == b""
    assert [one.name for one in (tmp_path / "数据").iterdir()] == ["jieba.cache"]
    assert not list((tmp_path / "shared").iterdir())


def test_a_data_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code = "from desktop.checking.closest import warm_up; warm_up()"
    environment = {"FAZHI_DATA": str(tmp_path / "file" / "x"), "PATH": "/usr/bin"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert done.stdout + done.stderr == b""


def test_an_item_that_asks_for_a_part_of_the_report_has_none() -> None:
    part = Element("文末有成文日期", (), structure="signature-date")
    assert closest_passages(draft_from_text(WORDS), replace(ITEM, elements=(part,), mentions=())) == ()


def test_none_asked_for_is_none() -> None:
    assert closest_passages(draft_from_text(WORDS), ITEM, count=0) == ()


def test_missing_items_made_of_words_get_their_closest_passage() -> None:
    draft, checklists = draft_from_text(WORDS), the_checklists()
    result = check(draft, checklists)
    found = closest_to_missing(draft, result, checklists)
    missing = {item.id for item in result.items if item.status is Status.MISSING}
    assert set(found) <= missing
    assert "structure.signature" in missing and "structure.signature" not in found
    items = {item.id: item for item in checklists.items}
    assert all(closest_passages(draft, items[key], checklists)[0] == passage for key, passage in found.items())
    assert len(found) >= 3


def test_words_that_most_items_share_make_nothing_close() -> None:
    checklists = the_checklists()
    items = {item.id: item for item in checklists.items}
    draft = draft_from_text(
        WORDS + "全年依法办理各项工作，推进法治建设，情况良好。\n组织对重点工作开展专项督查，下发督办单9份。\n"
    )
    (passage, *_) = closest_passages(draft, items["supervision.inspection"], checklists)
    assert "督办单9份" in passage.text
    assert closest_passages(draft, items["enforcement.criminal-link"], checklists) == ()
    assert closest_passages(draft, items["enforcement.criminal-link"]) != ()
