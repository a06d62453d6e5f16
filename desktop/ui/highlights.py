"""Overlapping stretches → stretches that do not overlap, each with one look.

Qt draws the words once for every extra selection: two over the same words would make them bolder.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtGui import QColor, QTextCharFormat

from desktop.ui.theme import Theme

_HALF = 0.5


class Look(IntEnum):
    """Why a stretch is highlighted; of two backgrounds the higher one is seen."""

    COVERED = 1
    PARTIAL = 2
    CURRENT = 3
    OBSERVATION = 4
    FOUND = 5
    FLASH = 6


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of the draft and why it is highlighted."""

    start: int
    end: int
    look: Look


def flatten(highlights: Sequence[Highlight]) -> Iterator[tuple[int, int, frozenset[Look]]]:
    """Cut at every border; neighbours with the same looks are joined again."""
    opening: dict[int, list[Look]] = {}
    closing: dict[int, list[Look]] = {}
    for one in highlights:
        if one.start < one.end:
            opening.setdefault(one.start, []).append(one.look)
            closing.setdefault(one.end, []).append(one.look)
    count = dict.fromkeys(Look, 0)
    start, looks = 0, frozenset[Look]()
    for border in sorted({*opening, *closing}):
        for look in closing.get(border, ()):
            count[look] -= 1
        for look in opening.get(border, ()):
            count[look] += 1
        now = frozenset(look for look, number in count.items() if number)
        if now != looks:
            if looks:
                yield start, border, looks
            start, looks = border, now


def looks_format(looks: frozenset[Look], shades: Theme, strength: float) -> QTextCharFormat:
    """How such a stretch is drawn. ``strength`` from 1 to 0 is how far a flash has faded.

    Colour never stands alone: covered words have a plain line below, thin ones dashes,
    observations a wave.
    """
    style = QTextCharFormat.UnderlineStyle
    made = QTextCharFormat()
    grounds = {
        Look.COVERED: shades.covered_soft,
        Look.PARTIAL: shades.partial_soft,
        Look.CURRENT: shades.current,
        Look.FOUND: shades.found,
    }
    ground = next((grounds[look] for look in sorted(looks, reverse=True) if look in grounds), None)
    if Look.FLASH in looks and strength > _HALF:
        made.setBackground(_between(shades.paper, shades.found, (strength - _HALF) / _HALF))
    elif Look.FLASH in looks:
        # By way of the paper: yellow and blue would meet in a grey that looks switched off.
        made.setBackground(_between(ground or shades.paper, shades.paper, strength / _HALF))
    elif ground is not None:
        made.setBackground(QColor(ground))
    lines = (
        (Look.OBSERVATION, style.WaveUnderline, shades.observation),
        (Look.PARTIAL, style.DashUnderline, shades.partial),
        (Look.COVERED, style.SingleUnderline, shades.covered),
        (Look.CURRENT, style.SingleUnderline, shades.accent),
    )
    for look, line, colour in lines:
        if look in looks:
            made.setUnderlineStyle(line)
            made.setUnderlineColor(QColor(colour))
            break
    return made


def _between(low: str, high: str, share: float) -> QColor:
    one, other = QColor(low), QColor(high)
    parts = (
        round(a + (b - a) * share)
        for a, b in ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    )
    return QColor(*parts)
