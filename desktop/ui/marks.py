"""CheckResult → the stretches of the draft that are marked, none overlapping another. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from heapq import heapify, heappop
from typing import TYPE_CHECKING, NamedTuple

from desktop.checking.status import Status

if TYPE_CHECKING:
    from desktop.checking.result import CheckResult


class Layer(IntEnum):
    """What a mark says. Where two meet, the higher one is drawn."""

    COVERED = 1
    PARTIAL = 2


class Mark(NamedTuple):
    """A stretch of the draft that is evidence of the items named by ``keys``, in checklist order."""

    start: int
    end: int
    layer: Layer
    keys: tuple[str, ...]


class Spot(NamedTuple):
    """An observation's stretch of the draft; ``key`` is its row in the list of observations."""

    start: int
    end: int
    key: str


def observation_key(index: int) -> str:
    """The key by which the window knows the observation at ``index`` of the result."""
    return f"observation/{index}"


def settled_key(index: int) -> str:
    """The key by which the window knows the observation at ``index`` of those set apart."""
    return f"settled/{index}"


def reminder_key(index: int) -> str:
    """The key by which the window knows the reminder at ``index``."""
    return f"reminder/{index}"


def number_of(key: str) -> tuple[str, int]:
    """What a key that is no item's stands for: its kind and index, -1 where it has none."""
    kind, _, number = key.partition("/")
    return kind, int(number) if number.isdecimal() else -1


def evidence_marks(result: CheckResult) -> tuple[Mark, ...]:
    """All evidence of the result, cut where passages overlap, in the order of the text."""
    pieces: list[tuple[int, int, Layer, int, str]] = []
    for order, item in enumerate(result.items):
        layer = Layer.COVERED if item.status is Status.COVERED else Layer.PARTIAL
        if item.status in (Status.COVERED, Status.PARTIAL):
            pieces.extend((one.start, one.end, layer, order, item.id) for one in item.evidence if one.end > one.start)
    return tuple(_cut(pieces))


def observation_spots(result: CheckResult) -> tuple[Spot, ...]:
    """The stretches of all observations, in the order of the text."""
    spots = [Spot(one.start, one.end, observation_key(n)) for n, one in enumerate(result.observations)]
    return tuple(sorted((one for one in spots if one.end > one.start), key=lambda one: (one.start, one.end)))


def _cut(pieces: list[tuple[int, int, Layer, int, str]]) -> Iterable[Mark]:
    """Sweep over all borders; between two borders the set of passages does not change."""
    borders = sorted({border for piece in pieces for border in piece[:2]})
    heapify(pieces)
    active: list[tuple[int, int, Layer, int, str]] = []
    for start, end in zip(borders, borders[1:], strict=False):
        active = [piece for piece in active if piece[1] > start]
        while pieces and pieces[0][0] == start:
            active.append(heappop(pieces))
        if active:
            # The weaker status first: a click on the words leads to what is still to be done.
            ranked = sorted(active, key=lambda piece: (-piece[2], piece[3]))
            yield Mark(start, end, ranked[0][2], tuple(dict.fromkeys(piece[4] for piece in ranked)))
