"""Runs of characters become rows: what stands on one base line, from left to right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.reading.page_runs import Run

WIDE_GAP = 0.9
"""In Chinese characters; justified text has none as wide, columns and cells of a table are further apart."""

STARTS = 24
"""Of how many characters a row knows where they begin."""

_SAME_LINE = 0.45
_WORD_GAP = 0.15
_SAME_PLACE = 0.4
_LONGEST_MERGED = 1000


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a row without a wide gap; ``y`` and ``size`` are its own base line and width of a character."""

    text: str
    left: float
    right: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one base line. ``y`` is that line, ``size`` the width of its Chinese characters.

    ``text`` has a blank where a wide gap is, ``left`` and ``right`` are where it begins and ends, ``starts``
    where its first characters begin.
    """

    page: int
    y: float
    size: float
    segments: tuple[Segment, ...]
    text: str
    left: float
    right: float
    starts: tuple[float, ...] = ()


_NARROWEST = 0.5
"""In points; print that small is not meant to be read."""


def row_of(page: int, y: float, size: float, segments: tuple[Segment, ...], starts: tuple[float, ...]) -> Row:
    """The row that ``segments`` make, which stand from left to right."""
    text = " ".join([segment.text for segment in segments])
    # Letters squashed to nothing are no measure of what stands beside them.
    return Row(page, y, max(size, _NARROWEST), segments, text, segments[0].left, segments[-1].right, starts)


def rows_of(runs: Iterable[Run], page: int) -> list[Row]:
    """The rows that ``runs`` make, from top to bottom. Words printed twice at one place are taken once."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.y, run.left)):
        if rows and run.y - rows[-1][0].y <= _SAME_LINE * max(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_row(sorted(row, key=lambda run: run.left), page) for row in rows]


def _row(runs: Sequence[Run], page: int) -> Row:
    widest = max(runs, key=lambda run: run.right - run.left)
    segments: list[Segment] = []
    starts: list[float] = []
    for run in _once(runs):
        if not segments:
            segments.append(Segment(run.text, run.left, run.right, run.y, run.size))
            starts += run.lefts
            continue
        last = segments[-1]
        gap = run.left - last.right
        if gap > WIDE_GAP * widest.size:
            starts += (last.right, *run.lefts)
            segments.append(Segment(run.text, run.left, run.right, run.y, run.size))
            continue
        latin = last.text[-1].isascii() and run.text[0].isascii()
        apart = run.spaced or (latin and gap > _WORD_GAP * widest.size)
        text = f"{last.text} {run.text}" if apart else last.text + run.text
        starts += (last.right, *run.lefts) if apart else run.lefts
        segments[-1] = Segment(text, last.left, max(last.right, run.right), last.y, max(last.size, run.size))
    return row_of(page, widest.y, widest.size, tuple(segments), tuple(starts[:STARTS]))


def _once(runs: Sequence[Run]) -> list[Run]:
    """``runs``, those that lie over each other merged: bold letters are often made by printing them twice."""
    kept: list[Run] = []
    for run in runs:
        over = kept and run.left < kept[-1].right - _SAME_PLACE * run.size
        if over and len(kept[-1].text) < _LONGEST_MERGED:
            kept[-1] = _merged(kept[-1], run)
        else:
            kept.append(run)
    return kept


def _merged(first: Run, second: Run) -> Run:
    """The characters of both from left to right; one that stands at its own place a second time is left out."""
    if len(first.text) != len(first.lefts) or len(second.text) != len(second.lefts):
        # A ligature became several letters: their places are not known one by one.
        same = second.text in first.text
        return first if same else replace(first, text=first.text + second.text, right=max(first.right, second.right))
    signs = sorted(zip(first.lefts + second.lefts, first.text + second.text, strict=True))
    kept: list[tuple[float, str]] = []
    near = _SAME_PLACE * first.size
    for left, sign in signs:
        if not any(sign == other and left - at < near for at, other in kept[-3:]):
            kept.append((left, sign))
    text = "".join(sign for _, sign in kept)
    lefts = tuple(left for left, _ in kept)
    return replace(first, text=text, lefts=lefts, right=max(first.right, second.right))
