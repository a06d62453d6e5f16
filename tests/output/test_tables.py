import io
from dataclasses import replace
from unicodedata import east_asian_width

import pytest

from desktop.checking.result import CheckedDraft, Status
from desktop.output.tables import Screen, checklists_table, result_table, screen_of
from desktop.packs.load import load_checklists
from tests.made_results import made_result


def _columns(line: str) -> int:
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in line)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    text = result_table(made_result(), "某某县 年度报告.docx", Screen(width))
    assert max(_columns(line) for line in text.splitlines()) <= width
    assert not any(line != line.rstrip() for line in text.splitlines())


def test_columns_stay_aligned_with_chinese() -> None:
    lines = result_table(made_result(), "报告.docx", Screen(120)).splitlines()
    heads = [(number, line) for number, line in enumerate(lines) if "检查项" in line and "为什么" in line]
    assert heads
    for number, head in heads:
        begins = _columns(head[: head.index("为什么")])
        for line in lines[number + 2 :]:
            if not line.strip():
                break
            before = ""
            for one in line:
                if _columns(before) >= begins - 1:
                    break
                before += one
            assert before.endswith(" ") or _columns(line) < begins, line


def test_every_gap_and_the_counts_are_shown() -> None:
    result = made_result()
    text = result_table(result, "报告.docx", Screen(200))
    assert sum(text.count(f"{mark} {word}") for mark, word in (("✕", "缺失"), ("◐", "不充分"))) == sum(
        item.status.is_gap for item in result.items
    )
    assert f"共 {len(result.items)} 项" in text
    assert f"缺失 {result.count(Status.MISSING)}" in text


def test_brackets_and_codes_in_a_draft_are_only_text() -> None:
    draft = CheckedDraft("", "[bold]标题[/bold] :smile: \x1b[31m", None, None, 20, notices=("[red]太短[/red]",))
    text = result_table(replace(made_result(), draft=draft), "[/]", Screen(120))
    assert "[bold]标题[/bold] :smile:" in text
    assert "[red]太短[/red]" in text
    assert "单位未识别 · 年度未识别" in text
    assert "\x1b" not in text


def test_colours_only_where_they_are_wanted() -> None:
    assert "\x1b[" not in result_table(made_result(), "x", Screen(120))
    assert "\x1b[" in result_table(made_result(), "x", Screen(120, colours=True))


def test_a_pipe_is_no_terminal() -> None:
    assert screen_of(io.StringIO()) == Screen(120, colours=False)


def test_the_checklists_are_listed() -> None:
    checklists = load_checklists()
    text = checklists_table(checklists, Screen(120))
    assert all(one.id in text and one.title in text for one in checklists.lists)
    assert "disclosure.advance" not in text
    assert "disclosure.advance" in checklists_table(checklists, Screen(160), items=True)
