"""Page numbers and tabbed tables among the lines of a file."""

from pathlib import Path

import pytest

from desktop.errors import DraftError
from desktop.reading.draft import BlockKind
from desktop.reading.lines import Line
from desktop.reading.open_draft import draft_from_text
from desktop.reading.page_marks import without_page_numbers
from desktop.reading.text_file import split_lines

from .word_file import blocks, docx, opened, p


def kept(text: str) -> list[Line]:
    return without_page_numbers(split_lines(text))


@pytest.mark.parametrize(
    "number",
    ["— 3 —", "-3-", "－３－", "—3—", "第 3 页", "第3页 共10页", "第3页，共10页", "Page 3 of 9", "· 3 ·", "– 3 –"],
)
def test_dressed_page_numbers_go(number: str) -> None:
    assert [line.text for line in kept(f"前文。\n\n{number}\n\n后文。")] == ["前文。", "后文。"]


def test_bare_page_numbers_go_in_a_rising_row() -> None:
    page = "\n".join(f"第{one}行的内容。" for one in "甲乙丙丁戊己庚")
    text = f"{page}\n1\n{page}\n2\n{page}\n3\n"
    assert not any(line.text.isdigit() for line in kept(text))


def test_bare_numbers_beside_a_form_feed_go() -> None:
    assert [line.text for line in kept("前文。\n7\f后文。")] == ["前文。", "后文。"]
    assert [line.text for line in kept("前文。\f\n8\n后文。")] == ["前文。", "后文。"]


@pytest.mark.parametrize("text", ["序号\n1\n甲\n2\n乙", "办理\n12\n件", "2022\n年", "第三页写明", "—— 第一 ——"])
def test_other_numbers_stay(text: str) -> None:
    assert "".join(line.text for line in kept(text)) == text.replace("\n", "")


@pytest.mark.parametrize("artefact", ["{ PAGE \\* MERGEFORMAT }", "&nbsp;", "错误！未找到引用源。", "[插图]"])
def test_artefacts_stay(artefact: str) -> None:
    assert artefact in draft_from_text(f"一、主要工作\n办理案件12件。\n\n— 1 —\n\n{artefact}\n后文。").text


def test_tabbed_lines_are_table_rows() -> None:
    draft = draft_from_text("统计如下。\n事项\t件数\n许可\t12\n一、\t主要工作\n办理案件。")
    assert [block.kind.value for block in draft.blocks][:3] == ["paragraph", "table-row", "table-row"]


def test_a_tab_after_a_number_makes_no_table() -> None:
    draft = draft_from_text("一、\t主要工作\n（一）\t规范执法\n办理案件12件。")
    assert not any(block.kind is BlockKind.TABLE_ROW for block in draft.blocks)
    assert [one.title for one in draft.sections] == ["主要工作", "规范执法"]


def test_documents_lose_their_page_numbers_too(tmp_path: Path) -> None:
    """The same words make the same text, whatever the file."""
    lines = ["一、主要工作", "办理案件12件。", "— 1 —", "二、存在问题"]
    document = opened(tmp_path, docx("".join(p(line) for line in lines)))
    assert blocks(document) == blocks(draft_from_text("\n".join(lines))) == [*lines[:2], lines[3]]


def test_a_file_of_page_numbers_alone_stays() -> None:
    assert draft_from_text("— 1 —").text == "— 1 —"


def test_invisible_signs_are_left_out_whatever_the_format() -> None:
    draft = draft_from_text("\u200b\n行\u00ad政\u200b执法\ufe0f。\n\u2060\n完\u200d。")
    assert draft.text == "行政执法。\n完。"
    with pytest.raises(DraftError, match="没有文字"):
        draft_from_text("\u200b\n\u2060")
