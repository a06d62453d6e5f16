"""A check, the checklists and other lists as tables for the terminal, aligned with Chinese."""

import os
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.containers import Lines
from rich.table import Table
from rich.text import Text

from desktop.checking.result import CheckResult, Evidence, ItemResult, Status
from desktop.output import words
from desktop.output.gap_list import place_words, quoted
from desktop.output.line_breaks import break_lines
from desktop.packs.model import Checklists

DOUBT = "？"
MARKS = {Status.MISSING: "✕", Status.PARTIAL: "◐", Status.COVERED: "✓", Status.NOT_APPLICABLE: "—"}
STYLES = {Status.MISSING: "red", Status.PARTIAL: "yellow"}
NO_PASSAGES: Mapping[str, Evidence] = {}

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


def result_table(
    result: CheckResult, draft_name: str, screen: Screen, closest: Mapping[str, Evidence] = NO_PASSAGES
) -> str:
    """The draft, what is missing or thin by checklist, doubtful verdicts, observations, reminders, the counts.

    ``closest`` has the passages that come closest to missing items, by the item's id.
    """
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
        _print_gaps(titles.get(name, name), items, closest, console)
    _print_doubtful(result, console)
    _print_observations(result, console)
    _print_reminders(result, console)
    counts = "，".join(f"{words.STATUS[status]} {result.count(status)}" for status in MARKS)
    console.print()
    console.print(_text(f"共 {len(result.items)} 项：{counts}", "bold"))
    if any(not item.sure for item in result.items):
        _line(console, f"{DOUBT}  只凭较宽泛的说法判定，{words.DOUBTFUL}。")
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


def _print_gaps(title: str, items: list[ItemResult], closest: Mapping[str, Evidence], console: Console) -> None:
    console.print()
    table = _table("状态", "级别", "检查项", "为什么", "怎么改", title=f"{title}：待完善 {len(items)} 项")
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    for item in items:
        table.add_row(
            _status(item),
            words.LEVEL[item.level],
            _text(f"{item.title}\n{item.id}"),
            _text(item.reason + _closest_words(closest.get(item.id))),
            _text(item.advice),
        )
    console.print(table)


def _print_doubtful(result: CheckResult, console: Console) -> None:
    """Doubtful gaps stand among the gaps; what is taken for covered would not be seen otherwise."""
    items = [item for item in result.items if not item.sure and not item.status.is_gap]
    if not items:
        return
    console.print()
    table = _table(
        "状态", "级别", "检查项", "为什么", title=f"{words.DOUBTFUL}：判为已覆盖但把握不大的 {len(items)} 项"
    )
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    for item in items:
        level = words.LEVEL[item.level]
        table.add_row(_status(item), level, _text(f"{item.title}\n{item.id}"), _text(item.reason))
    console.print(table)


def _print_reminders(result: CheckResult, console: Console) -> None:
    if not result.draft.reminders:
        return
    console.print()
    _line(console, words.REMINDERS, "bold")
    for number, reminder in enumerate(result.draft.reminders, 1):
        _line(console, f"{number}. {reminder}")


def _status(item: ItemResult) -> Text:
    doubt = "" if item.sure else f" {DOUBT}"
    return _text(f"{MARKS[item.status]} {words.STATUS[item.status]}{doubt}", STYLES.get(item.status, ""))


def _closest_words(passage: Evidence | None) -> str:
    return "" if passage is None else f"\n最接近的一处：{quoted(passage.text, passage.where)}"


def _print_observations(result: CheckResult, console: Console) -> None:
    if not result.observations:
        return
    console.print()
    table = _table("程度", "位置", "原文", "说明", title=f"差错和疑点：{len(result.observations)} 处")
    for one in result.observations:
        table.add_row(
            words.SEVERITY[one.severity],
            _text(place_words(one.where)),
            _text(" ".join(one.text.split())),
            _text(one.message),
        )
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
    # Printed as it is, rich would copy the words and break the lines in its own way.
    for one in _text(text, style).wrap(console, console.width):
        console.print(one)


def _text(text: str, style: str = "") -> "_ChineseText":
    """Words of a draft as words: a code in them must not steer the terminal."""
    return _ChineseText(_CODES.sub("", text), style=style)


class _ChineseText(Text):
    """Text whose lines end where Chinese allows it; rich would begin them with full stops and cut numbers."""

    def wrap(self, console: Console, width: int, **_: object) -> Lines:
        """The lines of the text, each at most ``width`` columns wide."""
        lines = Lines()
        for paragraph in self.split(allow_blank=True):
            letters = paragraph.plain
            spans = break_lines(letters, [cell_len(one) for one in letters], width, width) or [(0, 0)]
            lines.extend(paragraph[start:end] for start, end in spans)
        return lines
