"""What was carried over from last year's report: unchanged figures, years that were not changed, whole paragraphs."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from desktop.checking.clauses import Clauses
from desktop.checking.observations.amounts import find_amounts
from desktop.checking.observations.duplicates import own_length
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.shingles import Run, shared_runs
from desktop.checking.observations.years import years_in
from desktop.checking.result import Severity
from desktop.checking.squeeze import Squeezed, squeeze
from desktop.packs.observation_model import DuplicateWords
from desktop.reading.draft import Draft, Role

_KIND = "duplicate"
_LEAST_RUN = 24
_LEAST_PARAGRAPH = 50
_SHARE = 0.9
_MANY_FIGURES = 3


def carried_over(material: Material, previous: Draft) -> Iterator[Seen]:
    """Passages of the draft that stand in ``previous`` too; one observation for a paragraph, the gravest."""
    squeezed, clauses, words = material.squeezed, material.clauses, material.words.duplicate
    old = squeeze(previous.text)
    if old.text == squeezed.text:
        return
    by_paragraph: dict[int, list[Run]] = defaultdict(list)
    for run in shared_runs(old.text, squeezed.text):
        by_paragraph[bisect_right(clauses.paragraphs, run.second) - 1].append(run)
    for number, runs in sorted(by_paragraph.items()):
        role = material.role(runs[0].second)
        if role in (Role.OPENING, Role.CLOSING):
            continue
        long = [run for run in runs if run.size >= _LEAST_RUN]
        seen = _stale_year(long, squeezed.text, material.year, previous.year) or _same_figures(
            long, squeezed.text, words
        )
        if seen is None:
            seen = _whole(number, runs, (squeezed, clauses), role, words)
        if seen is not None:
            yield seen


def _stale_year(runs: list[Run], text: str, year: int | None, before: int | None) -> Seen | None:
    """A sentence kept from last year with last year's year in it."""
    if before is None or year is None or before >= year:
        return None
    for run in runs:
        for one in years_in(text, run.second, run.second + run.size):
            later = text.startswith(("以来", "起", "-", "至", "印发", "底", "出台"), one.end)
            if one.year == before and not later and not _in_title(one.start, text):
                message = f"这句话与上年的报告一字不差，其中的“{before}年”没有改，请核对。"
                return Seen(_KIND, Severity.WARNING, run.second, run.second + run.size, message)
    return None


def _in_title(index: int, text: str) -> bool:
    """Whether ``index`` lies between 《 and 》 or in brackets."""
    low = max(0, index - 60)
    return any(text.rfind(mark, low, index) > text.rfind(end, low, index) for mark, end in ("《》", "()", "〔〕"))


def _same_figures(runs: list[Run], text: str, words: DuplicateWords) -> Seen | None:
    """Figures of a year's work that are last year's to the digit."""
    for run in runs:
        told = text[run.second : run.second + run.size]
        figures = [one for one in find_amounts(told).all if one.exact and not one.chinese and one.low >= 10]
        if not figures or own_length(told, words) < _LEAST_RUN or (len(figures) == 1 and figures[0].family == "%"):
            continue
        severity = Severity.WARNING if len(figures) >= _MANY_FIGURES else Severity.NOTICE
        shown = "、".join(told[one.start : one.end] for one in figures[:_MANY_FIGURES])
        message = f"这段话与上年的报告一字不差，数字也相同（{shown}），请核对是否更新。"
        return Seen(_KIND, severity, run.second, run.second + run.size, message)
    return None


def _whole(
    number: int, runs: list[Run], text: tuple[Squeezed, Clauses], role: Role, words: DuplicateWords
) -> Seen | None:
    """A whole paragraph without figures that was kept."""
    squeezed, clauses = text
    start = clauses.paragraphs[number]
    end = clauses.paragraphs[number + 1] - 1 if number + 1 < len(clauses.paragraphs) else clauses.length
    paragraph = squeezed.text[start:end]
    if len(paragraph) < _LEAST_PARAGRAPH or sum(run.size for run in runs) < _SHARE * len(paragraph):
        return None
    if own_length(paragraph, words) < _LEAST_PARAGRAPH // 2:
        return None
    what = "这一条下一年度安排" if role is Role.NEXT_YEAR else "这一段"
    return Seen(_KIND, Severity.NOTICE, start, end, f"{what}与上年的报告相同，请核对是否是本年度的情况。")


def told_of(draft: Draft, year: int | None, previous: Draft) -> str:
    """What the reader should know about the report a draft was compared with, one sentence in Chinese."""
    if squeeze(draft.text).text == squeeze(previous.text).text:
        return "用来对照的报告与这份草稿一字不差，请核对是否选错了文件。"
    if draft.unit and previous.unit and draft.unit != previous.unit:
        return f"用来对照的是“{previous.unit}”的报告，与本报告的单位“{draft.unit}”不同，请核对是否选错了文件。"
    if year and previous.year and previous.year != year - 1:
        return f"用来对照的是{previous.year}年度的报告，不是上一年度（{year - 1}年度），请核对是否选错了文件。"
    named = f"{previous.year}年度" if previous.year else "上一年度"
    return f"已与{named}的报告对照，一字未改的段落列在疑点里。"
