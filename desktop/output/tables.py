"""A check, the checklists and other lists as tables for the terminal, aligned with Chinese."""

import os
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from desktop.checking.result import CheckResult, ItemResult, Status
from desktop.output import words
from desktop.packs.model import Checklists

MARKS = {Status.MISSING: "✕", Status.PARTIAL: "◐", Status.COVERED: "✓", Status.NOT_APPLICABLE: "—"}
STYLES = {Status.MISSING: "red", Status.PARTIAL: "yellow"}


_CODES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Screen:
    """What the text is for: its width in columns, and whether it shows colours."""

    width: int = 120
    colours: bool = False


def screen_of(stream: TextIO) -> Screen:
    """The terminal behind ``stream``; a file or pipe is taken to be 120 columns wide."""
    if not stream.isatty():
        return Screen()
    # Older Windows consoles print the codes of colours as they stand.
    return Screen(max(shutil.get_terminal_size().columns, 60), colours=os.name != "nt")


def result_table(result: CheckResult, draft_name: str, screen: Screen) -> str:
    """The draft, the counts, what is missing or thin by checklist, and the observations."""
    console, draft = _console(screen), result.draft
    _line(console, draft.title or draft_name, "bold")
    year = f"{draft.year} 年度" if draft.year else "年度未识别"
    lists = "、".join(f"{one.title}（{one.version}）" for one in result.checklists)
    _line(console, f"{draft_name} · {draft.unit or '单位未识别'} · {year} · {draft.characters:,} 字")
    _line(console, f"检查清单：{lists}")
    for notice in draft.notices:
        _line(console, f"注意：{notice}", "yellow")
    titles = {one.id: one.title for one in result.checklists}
    for name, items in _gaps_by_checklist(result):
        _print_gaps(titles.get(name, name), items, console)
    _print_observations(result, console)
    counts = "，".join(f"{words.STATUS[status]} {result.count(status)}" for status in MARKS)
    console.print()
    console.print(_text(f"共 {len(result.items)} 项：{counts}", "bold"))
    return _printed(console)


def checklists_table(checklists: Checklists, screen: Screen, items: bool = False) -> str:
    """The checklists with their versions; with ``items`` every item too."""
    console = _console(screen)
    table = _table("编号", "检查清单", "版本", "检查项")
    for one in checklists.lists:
        table.add_row(one.id, one.title, one.version, str(len(one.items)))
    console.print(table)
    for one in checklists.lists if items else ():
        table = _table("编号", "检查项", "级别", "查什么", title=one.title)
        for item in one.items:
            table.add_row(item.id, item.title, words.LEVEL[item.level], _text(item.asks))
        console.print(table)
    return _printed(console)


def list_table(columns: Sequence[str], rows: Iterable[Sequence[str]], screen: Screen) -> str:
    """Any list: one line of head, then the rows."""
    console, table = _console(screen), _table(*columns)
    for row in rows:
        table.add_row(*map(_text, row))
    console.print(table)
    return _printed(console)


def _gaps_by_checklist(result: CheckResult) -> list[tuple[str, list[ItemResult]]]:
    groups: dict[str, list[ItemResult]] = {}
    for item in result.items:
        if item.status.is_gap:
            groups.setdefault(item.checklist, []).append(item)
    return list(groups.items())


def _print_gaps(title: str, items: list[ItemResult], console: Console) -> None:
    console.print()
    table = _table("状态", "级别", "检查项", "为什么", "怎么改", title=f"{title}：待完善 {len(items)} 项")
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    for item in items:
        table.add_row(
            _text(f"{MARKS[item.status]} {words.STATUS[item.status]}", STYLES[item.status]),
            words.LEVEL[item.level],
            _text(f"{item.title}\n{item.id}"),
            _text(item.reason),
            _text(item.advice),
        )
    console.print(table)


def _print_observations(result: CheckResult, console: Console) -> None:
    if not result.observations:
        return
    console.print()
    table = _table("", "位置", "原文", "说明", title=f"差错和疑点：{len(result.observations)} 处")
    for one in result.observations:
        table.add_row(words.SEVERITY[one.severity], one.where, _text(" ".join(one.text.split())), _text(one.message))
    console.print(table)


def _console(screen: Screen) -> Console:
    return Console(
        file=StringIO(), width=screen.width, force_terminal=screen.colours, highlight=False, emoji=False, markup=False
    )


def _printed(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().rstrip("\n").split("\n")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _table(*columns: str, title: str | None = None) -> Table:
    heading = _text(title, "bold") if title else None
    table = Table(*columns, title=heading, title_justify="left", box=box.SIMPLE_HEAD, show_lines=False, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"
    return table


def _line(console: Console, text: str, style: str = "") -> None:
    console.print(_text(text, style))


def _text(text: str, style: str = "") -> Text:
    """Words of a draft as words: a code in them must not steer the terminal."""
    return Text(_CODES.sub("", text), style=style)
