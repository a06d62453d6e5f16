import io
from dataclasses import replace
from unicodedata import east_asian_width

import pytest

from desktop.checking.result import CheckedDraft, Evidence, Mood, Status
from desktop.output.tables import Screen, checklists_table, result_table, screen_of
from tests.loaded import the_checklists
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


@pytest.mark.parametrize("width", [80, 120])
def test_lines_keep_the_rules_of_chinese(width: int) -> None:
    sentence = "检查清单：年度报告结构（2026.1）、行政执法三项制度（2026.1）、法律顾问和公职律师（2026.1）。" * 3
    for shift in range(24):
        lines = wrapped("甲" * shift + sentence, width)
        assert "".join(lines) == "甲" * shift + sentence
        assert not any(line[0] in "。、：）" or line[-1] == "（" for line in lines)
        assert sum(line.count("2026.1") for line in lines) == 9


def wrapped(sentence: str, width: int) -> list[str]:
    reminding = replace(made_result(gaps=0, observations=0).draft, reminders=(sentence,), notices=())
    result = replace(made_result(gaps=0, observations=0), draft=reminding)
    text = result_table(result, "报告.docx", Screen(width)).split("报送和公开提醒\n")[1].split("\n\n")[0]
    return text.removeprefix("1. ").splitlines()


def test_doubtful_verdicts_are_marked_with_a_legend() -> None:
    result = made_result()
    text = result_table(result, "报告.docx", Screen(200))
    shown = [item for item in result.items if not item.sure]
    assert shown and text.count("？") == len(shown) + 1
    covered = [item for item in shown if item.status is Status.COVERED]
    assert covered and all(item.id in text for item in covered)
    sure = replace(result, items=tuple(replace(item, sure=True) for item in result.items))
    assert "？" not in result_table(sure, "报告.docx", Screen(200))
    assert "请人工核对" not in result_table(sure, "报告.docx", Screen(200))


def test_missing_items_show_the_closest_passage_that_was_looked_up() -> None:
    result = made_result()
    item = next(one for one in result.items if one.status is Status.MISSING)
    passage = Evidence("组织培训五次。", 0, 7, "四、（二）", Mood.FACT)
    text = result_table(result, "报告.docx", Screen(400), {item.id: passage})
    assert text.count("最接近的一处：“组织培训五次。”〔四、（二）〕") == 1


def test_reminders_follow_the_findings() -> None:
    result = made_result()
    result = replace(result, draft=replace(result.draft, reminders=("先做保密审查。", "三月一日前报送。")))
    text = result_table(result, "报告.docx", Screen(120))
    assert text.index("差错和疑点：") < text.index("报送和公开提醒\n1. 先做保密审查。\n2. 三月一日前报送。\n")
    assert "报送和公开提醒" not in result_table(made_result(), "报告.docx", Screen(120))


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
    checklists = the_checklists()
    text = checklists_table(checklists, Screen(120))
    assert all(one.id in text and one.title in text for one in checklists.lists)
    assert "disclosure.advance" not in text
    assert "disclosure.advance" in checklists_table(checklists, Screen(160), items=True)
