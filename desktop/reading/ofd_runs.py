"""Text objects of an OFD page → runs of characters in points.

The file gives where each character begins, but not how wide it is: within a piece of text it is taken to reach the
next one, as long as that stands no further away than the others of the piece do.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from lxml import etree

from desktop.reading.lines import width
from desktop.reading.ofd_xml import Matrix, local, moved, numbers
from desktop.reading.page_runs import FARTHEST, Run

_USUAL_SIZE = 3.7
_SLANTED = 0.1
_JUMP = 0.35
_WIDEST_SET = 1.5
_BLANKS_ONLY = str.maketrans("\r\n\t\u3000\xa0", "     ")
_WORDS = re.compile(r"[^ ]+")
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Type:
    """What all pieces of a text object share.

    ``size`` is the height of the type and ``wide`` the width of a Chinese character, in the object's own unit;
    ``glyphs`` tells where characters and drawn shapes do not stand one to one: (first character, characters, shapes).
    """

    size: float
    wide: float
    glyphs: tuple[tuple[int, int, int], ...] = ()


def type_of(element: etree._Element) -> Type:
    """The type of a text object."""
    size = (numbers(element.get("Size")) or [_USUAL_SIZE])[0]
    return Type(size, size * (numbers(element.get("HScale")) or [1.0])[0], tuple(_glyphs(element)))


def runs_of(code: etree._Element, start: _Point, kind: Type, place: Matrix) -> list[Run] | None:
    """The runs of one TextCode that begins at ``start``, None if it is set at an angle.

    Characters set below each other, or turned by a quarter, stand as one stack where the first one is.
    """
    text = (code.text or "").translate(_BLANKS_ONLY)
    tall, quarter = kind.size * math.hypot(place[2], place[3]), math.atan2(place[1], place[0]) / (math.pi / 2)
    if not all(map(math.isfinite, place)) or tall <= 0 or abs(quarter - round(quarter)) > _SLANTED:
        return None
    points = _points(code, text, start, kind, place)
    wide = abs(kind.wide) * math.hypot(place[0], place[1])
    if not text.strip() or not all(abs(x) < FARTHEST and abs(y) < FARTHEST for x, y in points) or tall >= FARTHEST:
        return []
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    lefts, heights = [x for x, _ in points], [y for _, y in points[first:last]]
    rising = all(later >= left for left, later in zip(lefts[first:last], lefts[first + 1 : last], strict=False))
    if rising and max(heights) - min(heights) < tall:
        return list(_level(text, lefts, heights[0], wide))
    words, left = "".join(text.split()), min(lefts[first:last])
    return [Run(words, left, left + tall, heights[0], wide, (left,) * len(words))]


def _level(text: str, lefts: Sequence[float], y: float, wide: float) -> Iterator[Run]:
    """The runs of a text that stands on one line, cut at blanks and where the next character stands far away."""
    steps = [later - left for left, later in zip(lefts, lefts[1:], strict=False)]
    usual = min(median(steps), _WIDEST_SET * wide) if steps else wide
    far = max(usual, wide) + _JUMP * wide
    for word in _WORDS.finditer(text):
        start = word.start()
        spaced = start > 0 and steps[start - 1] > 0
        for end in range(start + 1, word.end() + 1):
            if end < word.end() and steps[end - 1] <= far:
                continue
            right = lefts[end - 1] + width(text[end - 1]) * wide / 2
            right = min(right, lefts[end]) if end < len(text) else right
            yield Run(text[start:end], lefts[start], right, y, wide, tuple(lefts[start:end]), spaced)
            start, spaced = end, False


def _points(code: etree._Element, text: str, start: _Point, kind: Type, place: Matrix) -> list[_Point]:
    """Where each character of a TextCode begins, on its base line."""
    starts = _starts(len(text), kind.glyphs) if kind.glyphs else list(range(len(text)))
    shapes = starts[-1] + 1
    right, down = _deltas(code.get("DeltaX"), shapes - 1), _deltas(code.get("DeltaY"), shapes - 1)
    if len(right) < shapes - 1 and not down:
        usual = [width(sign) * kind.wide / 2 for sign in text]
        right += [usual[min(at, len(usual) - 1)] for at in range(len(right), shapes - 1)]
    xs, ys = list(_sums(start[0], right, shapes)), list(_sums(start[1], down, shapes))
    return [moved(place, xs[shape], ys[shape]) for shape in starts]


def _sums(start: float, steps: Sequence[float], count: int) -> Iterator[float]:
    yield start
    for at in range(count - 1):
        start += steps[at] if at < len(steps) else 0.0
        yield start


def _deltas(text: str | None, count: int) -> list[float]:
    """``count`` distances from an attribute such as "5 g 3 2.5": "g n d" stands for n times d."""
    found: list[float] = []
    signs = (text or "").split()[:100_000]
    at = 0
    while at < len(signs) and len(found) < count:
        if signs[at] == "g" and at + 2 < len(signs):
            times, distance = numbers(signs[at + 1]), numbers(signs[at + 2])
            if times and distance:
                found += distance[:1] * max(0, min(int(times[0]), count - len(found)))
            at += 3
            continue
        found += numbers(signs[at])[:1]
        at += 1
    return found


def _glyphs(element: etree._Element) -> list[tuple[int, int, int]]:
    found = []
    for one in element:
        if local(one) == "CGTransform":
            at, codes, shapes = (numbers(one.get(name)) for name in ("CodePosition", "CodeCount", "GlyphCount"))
            found.append((int((at or [0])[0]), int((codes or [1])[0]), int((shapes or [1])[0])))
    return [one for one in found if one[1] != one[2] and 0 <= one[0] < 100_000 and 0 < one[1] < 1000 > one[2] > 0]


def _starts(count: int, glyphs: Sequence[tuple[int, int, int]]) -> list[int]:
    """For each of ``count`` characters the number of the shape that draws it."""
    starts: list[int] = []
    shape = 0
    clusters = {at: (codes, shapes) for at, codes, shapes in glyphs}
    while len(starts) < count:
        codes, shapes = clusters.get(len(starts), (1, 1))
        starts += [shape + min(one, shapes - 1) for one in range(codes)]
        shape += shapes
    return starts[:count]
