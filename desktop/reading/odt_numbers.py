"""Automatic numbers of an OpenDocument text as a reader sees them: 一、, （二）, 3., ④."""

import re
from dataclasses import dataclass, field

from lxml import etree

from desktop.reading.docx_numbers import format_number
from desktop.reading.odt_names import attribute, name_of, whole_number

_LEVELS = 10
_PLACE = re.compile(r"%(\d{1,2})%")
_KINDS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCounting",
    "壹": "chineseLegalSimplified",
    "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "１": "decimalFullWidth",
    "01": "decimalZero",
}


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level is numbered; ``pattern`` is newer files' "第%1%章", None in others."""

    kind: str
    prefix: str
    suffix: str
    shown: int
    start: int
    pattern: str | None


@dataclass
class Counts:
    """How far one list has been counted, level by level."""

    at: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass
class ListNumbers:
    """Numbers list paragraphs; ``styles`` are the document's list styles."""

    styles: dict[str, etree._Element]
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)

    def label(self, style: str, depth: int, counts: Counts, start: int | None) -> str:
        """Count one paragraph at ``depth`` (0 the outermost) and give its number, "" for a bullet or none."""
        element = self.styles.get(style)
        if element is None or not 0 <= depth < _LEVELS:
            return ""
        if style not in self._levels:
            self._levels[style] = levels_of(element)
        return count(self._levels[style], depth, counts, start)


def count(levels: dict[int, _Level], depth: int, counts: Counts, start: int | None) -> str:
    """Count one paragraph of a list and give its number as text."""
    level = levels.get(depth)
    if level is None:
        return ""
    before = counts.at[depth]
    if start is not None:
        counts.at[depth] = start
    else:
        counts.at[depth] = level.start if before is None else before + 1
    for upper in range(depth):
        if counts.at[upper] is None:
            counts.at[upper] = levels[upper].start if upper in levels else 1
    counts.at[depth + 1 :] = [None] * (_LEVELS - depth - 1)
    return _label(levels, level, depth, counts)


def _label(levels: dict[int, _Level], level: _Level, depth: int, counts: Counts) -> str:
    if not level.kind:
        return ""

    def shown(at: int) -> str:
        upper = levels.get(at)
        return format_number(counts.at[at] or 0, upper.kind if upper is not None and upper.kind else level.kind)

    if level.pattern is not None:

        def put(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            return shown(at) if 0 <= at <= depth else ""

        return _PLACE.sub(put, level.pattern).strip()
    first = max(depth - level.shown + 1, 0)
    parts = [shown(at) for at in range(first, depth + 1) if at == depth or (at in levels and levels[at].kind)]
    return f"{level.prefix}{'.'.join(parts)}{level.suffix}".strip()


def levels_of(style: etree._Element) -> dict[int, _Level]:
    """The levels of a list style or of the outline style; bullets have no kind."""
    levels = {}
    for one in style:
        at = whole_number(one, "text:level")
        if at is None or not 1 <= at <= _LEVELS or not name_of(one).endswith(("-style-number", "-level-style")):
            continue
        start = whole_number(one, "text:start-value")
        levels[at - 1] = _Level(
            _kind(attribute(one, "style:num-format") or ""),
            attribute(one, "style:num-prefix") or "",
            attribute(one, "style:num-suffix") or "",
            whole_number(one, "text:display-levels") or 1,
            1 if start is None else start,
            attribute(one, "loext:num-list-format"),
        )
    return levels


def _kind(sign: str) -> str:
    """The kind of number that a sample such as "一, 二, 三, ..." stands for, "" for none."""
    sample = re.split("[,，、 ]", sign.strip())[0]
    return _KINDS.get(sample, "decimal") if sample else ""
