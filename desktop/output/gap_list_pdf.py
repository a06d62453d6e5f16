"""The gap checklist as a PDF on A4 across: what a clerk hands to the sections that must fill the gaps.

Heavy (reportlab): import it only when a PDF is made.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table

from desktop.checking.result import CheckResult, Evidence, ItemResult, Observation, Status
from desktop.output.gap_list import (
    TITLE,
    ChecklistSummary,
    advice_sentences,
    basis_line,
    excerpt,
    full_names,
    full_stop,
    gap_sentence,
    present_state,
    quoted,
    summaries,
    summary_sentences,
)
from desktop.output.ruled_table import PADDING, Cell, Row, RuledTable
from desktop.output.sheet import HEIGHT, WIDTH, Sheet
from desktop.output.words import LEVEL, REMINDERS, SEVERITY, kind_word, status_words, unit_kind_word
from desktop.output.write_file import write_file

_GAP_HEADER = ("序号", "检查项", "依据", "现状（摘录与位置）", "差距", "建议", "责任科室", "完成时限", "销号")
_GAP_WIDTHS = [one * mm for one in (10.5, 24, 38.5, 39, 35, 75, 17, 17, 11)]
_OBSERVATION_HEADER = ("序号", "类别", "程度", "原文（位置）", "说明", "处理情况")
_OBSERVATION_WIDTHS = [one * mm for one in (11, 26, 15, 90, 91, 34)]
_SUMMARY_HEADER = ("检查清单", "检查项", "已覆盖", "不充分", "缺失", "不适用", "待完善")
_SUMMARY_WIDTHS = [one * mm for one in (87, 30, 30, 30, 30, 30, 30)]
_NOTE = (
    "说明：本清单由程序根据稿件文字列出，供核对修改时使用。“缺失”是指稿件中没有找到有关表述，不等于没有开展这项工作；"
    "请责任科室核实后补充，填写完成时限，改好后销号。参考句只供套用，属实的才写，空格处填本单位的数据。"
)
_NOTE_ON_NUMBERS = "依据只列文号的，全称见“待完善的检查项”之后。"
_GAPS, _OBSERVATIONS = "待完善的检查项", "差错和疑点"
_ABOVE, _LEAST_ABOVE, _SHORT = 9 * mm, 3 * mm, 15 * mm
_NONE: Mapping[str, Evidence] = {}
# reportlab keeps its fonts and their subsets in the process: one PDF at a time.
_one_at_a_time = Lock()


def write_gap_list(
    result: CheckResult,
    draft_name: str,
    printed_on: date,
    path: Path,
    closest: Mapping[str, Evidence] = _NONE,
    settled: int = 0,
) -> None:
    """Write the checklist of ``result`` to ``path``; equal input gives equal bytes.

    ``closest`` has the passages that come closest to missing items, by the item's id; ``settled`` is how many
    observations were found to be none and are not listed.
    Raises OutputError with one sentence when no font is there or the file cannot be written; a file that
    stood there before is then unchanged.
    """
    write_file(path, gap_list_pdf(result, draft_name, printed_on, closest, settled))


def gap_list_pdf(
    result: CheckResult,
    draft_name: str,
    printed_on: date,
    closest: Mapping[str, Evidence] = _NONE,
    settled: int = 0,
) -> bytes:
    """The PDF's bytes. Raises OutputError when there is no Chinese font."""
    with _one_at_a_time:
        sheet = Sheet()
        story: list[Any] = [sheet.title(TITLE), Spacer(1, 5 * mm)]
        story += [_about(sheet, result, draft_name, printed_on), Spacer(1, 4 * mm)]
        story += _summary(sheet, result, settled)
        story += _gaps(sheet, result, closest)
        story += _observations(sheet, result)
        story += _reminders(sheet, result)
        # One of many lines may run over the page's end, as it may anywhere.
        short = isinstance(story[-1], Paragraph) and story[-1].wrap(WIDTH, HEIGHT)[1] <= _SHORT
        story.append(_Ending(story.pop() if short else None, _signatures(sheet)))
        return sheet.pdf(story, TITLE, draft_name)


def _about(sheet: Sheet, result: CheckResult, draft_name: str, printed_on: date) -> Table:
    draft = result.draft
    year = f"{draft.year}年度" if draft.year is not None else "未识别"
    printed = f"{printed_on.year}年{printed_on.month}月{printed_on.day}日"
    versions = "、".join(f"{one.title}（{one.version}）" for one in result.checklists) or "无"
    pairs = [
        (("稿件", excerpt(draft_name)), ("报告年度", year)),
        (("报告标题", excerpt(draft.title or "未识别")), ("单位类别", unit_kind_word(draft.unit_kind))),
        (
            ("单位", excerpt(draft.unit or "未识别")),
            ("打印日期", printed),
        ),
    ]
    rows = [[part for name, value in pair for part in (sheet.label(name), sheet.cell(value))] for pair in pairs]
    wide = [("检查清单", versions)] + [("提示", full_stop(excerpt(notice, 200))) for notice in draft.notices]
    rows += [[sheet.label(name), sheet.cell(value), [], []] for name, value in wide]
    spans = [("SPAN", (1, row), (-1, row)) for row in range(len(pairs), len(rows))]
    sides = [(f"{side}PADDING", (0, 0), (-1, -1), PADDING) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    style = [("GRID", (0, 0), (-1, -1), 0.6, black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *sides, *spans]
    style.append(_own_font(sheet))
    widths = [22 * mm, 135 * mm, 22 * mm, WIDTH - 179 * mm]
    return Table(rows, colWidths=widths, style=style)


def _summary(sheet: Sheet, result: CheckResult, settled: int) -> list[Any]:
    story: list[Any] = [sheet.body("".join(summary_sentences(result, settled))), Spacer(1, 3 * mm)]
    if result.items:
        header = Row([sheet.label(name, centred=True) for name in _SUMMARY_HEADER], _SUMMARY_WIDTHS)
        rows = [_summary_row(sheet, one) for one in summaries(result)]
        whole = ChecklistSummary("合计", result.items, tuple(item for item in result.items if item.status.is_gap))
        if len(rows) > 1:
            rows.append(_summary_row(sheet, whole))
        story += [RuledTable(header, rows, HEIGHT), Spacer(1, 3 * mm)]
    if any(item.status.is_gap for item in result.items):
        note = _NOTE + (_NOTE_ON_NUMBERS if full_names(result) else "")
        story += [sheet.body(note), Spacer(1, 4 * mm)]
    return story


def _summary_row(sheet: Sheet, one: ChecklistSummary) -> Row:
    order = (Status.COVERED, Status.PARTIAL, Status.MISSING, Status.NOT_APPLICABLE)
    numbers = [len(one.items), *(one.count(status) for status in order), len(one.gaps)]
    return Row([sheet.cell(one.title), *(sheet.cell(str(one), centred=True) for one in numbers)], _SUMMARY_WIDTHS)


def _gaps(sheet: Sheet, result: CheckResult, closest: Mapping[str, Evidence]) -> list[Any]:
    with_gaps = [one for one in summaries(result) if one.gaps]
    if not with_gaps:
        return []
    rows: list[Row] = []
    number = 0
    for one in with_gaps:
        name = f"{one.title}（共{len(one.items)}项，待完善{len(one.gaps)}项）"
        rows.append(Row([sheet.label(name)], _GAP_WIDTHS, again=sheet.label(f"{one.title}（续）")))
        for item in one.gaps:
            number += 1
            rows.append(_gap_row(sheet, number, item, closest.get(item.id)))
    names = full_names(result)
    listed = [Spacer(1, 3 * mm), KeepTogether([sheet.body(f"依据全称：{'；'.join(names)}。")])] if names else []
    return [*_part(sheet, _heading(result, _GAPS), _GAP_HEADER, rows, _GAP_WIDTHS), *listed]


def _gap_row(sheet: Sheet, number: int, item: ItemResult, closest: Evidence | None) -> Row:
    cells = (
        sheet.cell(str(number), centred=True),
        sheet.label(item.title) + sheet.cell(f"（{LEVEL[item.level]}）"),
        sheet.cell(*[basis_line(one) for one in item.basis] or ["—"]),
        sheet.cell(*present_state(item, closest)),
        sheet.label(status_words(item)) + sheet.cell(gap_sentence(item)),
        sheet.cell(*advice_sentences(item)),
    )
    return Row((*cells, *_blank(3)), _GAP_WIDTHS)


def _observations(sheet: Sheet, result: CheckResult) -> list[Any]:
    if not result.observations:
        return []
    rows = [_observation_row(sheet, number, one) for number, one in enumerate(result.observations, 1)]
    title = _heading(result, _OBSERVATIONS)
    return [Spacer(1, 6 * mm), *_part(sheet, title, _OBSERVATION_HEADER, rows, _OBSERVATION_WIDTHS)]


def _observation_row(sheet: Sheet, number: int, one: Observation) -> Row:
    related = [f"另见：“{excerpt(other.text)}”" for other in one.related]
    cells = (
        sheet.cell(str(number), centred=True),
        sheet.cell(kind_word(one.kind)),
        sheet.cell(SEVERITY[one.severity], centred=True),
        sheet.cell(quoted(one.text, one.where, 120), *related),
        sheet.cell(full_stop(one.message)),
    )
    return Row((*cells, *_blank(1)), _OBSERVATION_WIDTHS)


def _reminders(sheet: Sheet, result: CheckResult) -> list[Any]:
    if not result.draft.reminders:
        return []
    lines = [sheet.body(f"{number}. {one}") for number, one in enumerate(result.draft.reminders, 1)]
    heading = [sheet.part(_heading(result, REMINDERS)), Spacer(1, 1 * mm)]
    return [Spacer(1, 6 * mm), KeepTogether([*heading, lines[0]]), *lines[1:]]


def _heading(result: CheckResult, name: str) -> str:
    """The name of a part, numbered where there are several."""
    there = {
        _GAPS: any(item.status.is_gap for item in result.items),
        _OBSERVATIONS: bool(result.observations),
        REMINDERS: bool(result.draft.reminders),
    }
    names = [one for one, has in there.items() if has]
    return f"第{'一二三'[names.index(name)]}部分　{name}" if len(names) > 1 else name


def _part(sheet: Sheet, title: str, names: tuple[str, ...], rows: list[Row], widths: list[float]) -> list[Any]:
    """A part's heading and table, on a new page where not even the table's beginning fits under the heading."""
    table = RuledTable(Row([sheet.label(name, centred=True) for name in names], widths), rows, HEIGHT)
    heading = sheet.part(title)
    gap = 2 * mm
    needed = heading.wrap(WIDTH, HEIGHT)[1] + gap + table.opening()
    # A row higher than a page has to be split anyway.
    pause = [CondPageBreak(needed)] if needed < HEIGHT else []
    return [*pause, heading, Spacer(1, gap), table]


class _Ending(Flowable):  # type: ignore[misc]
    """The line to sign below the ``last`` paragraph: well below it, but closer rather than on another page.

    Where both do not fit they go there together: nobody signs an empty page.
    """

    def __init__(self, last: Flowable | None, line: Table) -> None:
        super().__init__()
        self._last, self._line = last, line

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size with the room between them, in points."""
        self._down = self._line.wrap(width, height)[1]
        above = self._last.wrap(width, height)[1] if self._last is not None else 0.0
        room = min(max(height - self._down - above, _LEAST_ABOVE), _ABOVE)
        self.width, self.height = width, above + room + self._down
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line at the bottom of what ``wrap`` asked for, and the paragraph at its top."""
        self._line.drawOn(self.canv, 0, 0)
        if self._last is not None:
            self._last.drawOn(self.canv, 0, self.height - self._last.height)


def _signatures(sheet: Sheet) -> Table:
    cells = [sheet.cell("填表人：______________"), sheet.cell("审核人：______________")]
    cells.append(sheet.cell("日期：________年____月____日"))
    return Table([cells], colWidths=[WIDTH / 3] * 3, style=[_own_font(sheet)])


def _own_font(sheet: Sheet) -> tuple[Any, ...]:
    """Keeps reportlab's table from naming Helvetica, which is not embedded, though its cells bring their own fonts."""
    return ("FONTNAME", (0, 0), (-1, -1), sheet.fonts.body_name)


def _blank(count: int) -> list[Cell]:
    return [[] for _ in range(count)]
