"""Runs of characters that occur twice, found by sampled shingles: linear, and blind to what lies between."""

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from re import compile as pattern
from typing import NamedTuple

SHINGLE = 8
LEAST_RUN = 10
_LONGEST_ARM = 1000
"""A run is followed no further than this to either side: text without any full stop may repeat without end."""
_STEP = 32
_ANCHORS = "的法行政和对工了案为与有不人在,、;"
_ANCHOR_SIGNS = frozenset(_ANCHORS)
_ANCHOR = pattern(f"[{_ANCHORS}]")
"""Shingles are taken at these characters alone: common enough that no run of any length lacks them."""
_TAILS = pattern(f"{_ANCHOR.pattern}(?=(.{{{SHINGLE - 1}}}))")
_MOSTLY_ONCE = 0.8
"""With a smaller share of different shingles it is quicker to walk through the text than to look for each."""


class Run(NamedTuple):
    """``size`` equal characters at ``first`` and, further on or in another text, at ``second``."""

    first: int
    second: int
    size: int


def repeated_runs(text: str) -> list[Run]:
    """Runs within one squeezed text, each second place with the nearest place before it, in the order of these."""
    whole, rest = _repeated_lines(text)
    return sorted([*whole, *_runs_of(rest)], key=attrgetter("second", "first"))


def _repeated_lines(text: str) -> tuple[list[Run], str]:
    """Lines that stand in the text before, and the text with line ends in their place.

    A page pasted twice is found by this alone; what is left is looked through for shorter runs.
    """
    latest: dict[str, int] = {}
    found: list[Run] = []
    rest: list[str] = []
    low = 0
    for line in text.split("\n"):
        before = latest.get(line) if len(line) >= LEAST_RUN else None
        if before is not None:
            found.append(Run(before, low, len(line)))
        rest.append(line if before is None else "\n" * len(line))
        latest[line] = low
        low += len(line) + 1
    return found, "\n".join(rest) if found else text


def _runs_of(text: str) -> Iterator[Run]:
    latest: dict[str, int] = {}
    covered: dict[int, int] = {}
    seen_before, covered_to = latest.get, covered.get
    for at in repeated_shingles(text):
        shingle = text[at : at + SHINGLE]
        before = seen_before(shingle)
        latest[shingle] = at
        if before is None or covered_to(at - before, -1) >= at:
            continue
        shift = at - before
        run = _grown(text, text, before, at, shift)
        covered[shift] = run.second + run.size
        if run.size >= LEAST_RUN:
            yield run


def repeated_shingles(text: str) -> list[int]:
    """Where the shingles stand of which what follows the anchor occurs more than once.

    Most occur once; to read them all in one go and to look for the places of the others only is twice as fast, as
    long as these are few.
    """
    tails: list[str] = _TAILS.findall(text)
    counted = Counter(tails)
    often = {tail for tail, count in counted.items() if count > 1}
    if len(counted) < _MOSTLY_ONCE * len(tails):
        places = (at for low, line in _lines(text) for at, sign in enumerate(line, low) if sign in _ANCHOR_SIGNS)
        return [at for at, tail in zip(places, tails, strict=True) if tail in often]
    found = []
    at = 0
    for tail in tails:
        if tail in often:
            at = text.find(tail, at + 1)
            while text[at - 1] not in _ANCHORS:
                at = text.find(tail, at + 1)
            found.append(at - 1)
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line without its end, where no whole shingle fits any more, and where it begins."""
    low = 0
    for line in text.split("\n"):
        yield low, line[: 1 - SHINGLE]
        low += len(line) + 1


def shared_runs(old: str, new: str) -> Iterator[Run]:
    """Runs of ``new`` that stand in ``old`` too; ``first`` is the place in ``old``."""
    places: dict[str, int] = {}
    for anchor in _ANCHOR.finditer(old):
        places.setdefault(old[anchor.start() : anchor.start() + SHINGLE], anchor.start())
    done = -1
    for anchor in _ANCHOR.finditer(new):
        at = anchor.start()
        before = places.get(new[at : at + SHINGLE])
        if before is None or at < done or "\n" in new[at : at + SHINGLE]:
            continue
        run = _grown(old, new, before, at, None)
        done = run.second + run.size
        if run.size >= LEAST_RUN:
            yield run


def _grown(old: str, new: str, first: int, second: int, most: int | None) -> Run:
    """The longest equal run around two places, inside one line, no longer than ``most``."""
    limit = len(new) if most is None else most
    low = 0
    reach = min(first, second, max(limit - SHINGLE, 0), _LONGEST_ARM)
    while low < reach and old[first - low - 1] == new[second - low - 1] != "\n":
        low += 1
    high = SHINGLE
    reach = min(len(old) - first, len(new) - second, max(limit - low, SHINGLE), _LONGEST_ARM)
    while high < reach:
        step = min(_STEP, reach - high)
        piece = new[second + high : second + high + step]
        if step == 1 or old[first + high : first + high + step] != piece or "\n" in piece:
            break
        high += step
    while high < reach and old[first + high] == new[second + high] != "\n":
        high += 1
    return Run(first - low, second - low, low + high)
