"""One page of an OFD file (GB/T 33190): its XML → the pieces of text, lines and pictures that are drawn on it."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.lines import width
from desktop.reading.printed import Piece, Rule, sign_width

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = a·x + c·y + e, y' = b·x + d·y + f."""

UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MOST_OBJECTS = 200_000
_MOST_SIGNS = 60_000
"""On one page; a page of the smallest print holds a tenth of it."""
_DEEPEST = 8
_USUAL_SIZE = 3.7
_STRAIGHT = 0.3
_SLANTED = 0.1
_FAINT = 16
_TOO_MANY = "一页里的内容多得不正常，为安全起见没有打开；请把正文复制到一个新的 .docx 文件里再试。"
_NUMBER = re.compile(r"[-+]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE][-+]?\d{1,2})?")
_PATH = re.compile(r"[A-Za-z]|[-+]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE][-+]?\d{1,2})?")
_POINTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_BLANKS_ONLY = str.maketrans("\r\n\t\u3000\xa0", "     ")


def local(element: etree._Element) -> str:
    """The name of ``element`` without its namespace, whose address makers vary."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def numbers(text: str | None) -> list[float]:
    """The numbers in an attribute such as "0 0 210 297"."""
    return [float(one) for one in _NUMBER.findall(text or "")[:10_000]]


def matrix_of(text: str | None) -> Matrix:
    """The matrix an attribute gives; what is no matrix changes nothing."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else UPRIGHT


def _then(inner: Matrix, outer: Matrix) -> Matrix:
    """First ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


@dataclass
class Drawing:
    """What is drawn on a page; one object collects the page's own content and its templates'.

    ``unit`` finds the content of a composite object by its id. ``unseen`` holds text that is not visible, as
    scanned pages with recognised text have it; ``turned`` counts signs set at an angle, such as watermarks,
    ``quarters`` the signs by the quarter turns they are set with.
    """

    unit: Callable[[str], etree._Element | None]
    pieces: list[Piece] = field(default_factory=list)
    unseen: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: int = 0
    covered: float = 0.0
    turned: int = 0
    signs: int = 0
    quarters: Counter[int] = field(default_factory=Counter)
    _objects: int = 0

    def add(self, content: etree._Element, outer: Matrix = UPRIGHT, depth: int = 0) -> None:
        """Draw everything below ``content``."""
        for element in content.iter():
            name = local(element)
            if name not in _OBJECTS:
                continue
            self._objects += 1
            if self._objects > _MOST_OBJECTS:
                raise DraftError(_TOO_MANY)
            box = numbers(element.get("Boundary"))
            x, y = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
            place = _then(_then(matrix_of(element.get("CTM")), (1.0, 0.0, 0.0, 1.0, x, y)), outer)
            if name == "TextObject":
                self._text(element, place)
            elif name == "PathObject":
                self._path(element, place)
            elif name == "ImageObject":
                self.pictures += 1
                if len(box) == 4:
                    self.covered += abs(box[2] * box[3] * (outer[0] * outer[3] - outer[1] * outer[2]))
            elif depth < _DEEPEST and _is_shown(element):
                unit = self.unit(element.get("ResourceID") or "")
                if unit is not None:
                    self.add(unit, place, depth + 1)

    def _text(self, element: etree._Element, place: Matrix) -> None:
        size = (numbers(element.get("Size")) or [_USUAL_SIZE])[0]
        across = (numbers(element.get("HScale")) or [1.0])[0]
        glyphs = _glyphs(element)
        x = y = 0.0
        for code in element:
            if local(code) != "TextCode" or not code.text:
                continue
            self.signs += len(code.text)
            if self.signs > _MOST_SIGNS:
                raise DraftError(_TOO_MANY)
            x, y = (numbers(code.get("X")) or [x])[0], (numbers(code.get("Y")) or [y])[0]
            piece = _piece(code, glyphs, (x, y, size, across), place)
            self.quarters[round(math.atan2(place[1], place[0]) / (math.pi / 2)) % 4] += len(code.text)
            if piece is None:
                self.turned += len(code.text.strip())
            elif piece.text:
                (self.pieces if _is_shown(element) and not _is_clear(element) else self.unseen).append(piece)

    def _path(self, element: etree._Element, place: Matrix) -> None:
        data = next((one.text for one in element if local(one) == "AbbreviatedData"), None)
        if not data or not _is_shown(element):
            return
        for (x0, y0), (x1, y1) in _straight_lines(data):
            ax, ay = _at(place, x0, y0)
            bx, by = _at(place, x1, y1)
            if abs(ay - by) < _STRAIGHT and abs(ax - bx) > _STRAIGHT:
                self.rules.append(Rule(min(ax, bx), ay, max(ax, bx), ay))
            elif abs(ax - bx) < _STRAIGHT and abs(ay - by) > _STRAIGHT:
                self.rules.append(Rule(ax, min(ay, by), ax, max(ay, by)))


_OBJECTS = frozenset({"TextObject", "PathObject", "ImageObject", "CompositeObject"})


def _at(place: Matrix, x: float, y: float) -> tuple[float, float]:
    return place[0] * x + place[2] * y + place[4], place[1] * x + place[3] * y + place[5]


def _is_shown(element: etree._Element) -> bool:
    return (element.get("Visible") or "true").lower() not in ("false", "0")


def _is_clear(element: etree._Element) -> bool:
    """True if nothing of the text is to be seen: fully transparent, or neither filled nor drawn."""
    alpha = numbers(element.get("Alpha"))
    if alpha and alpha[0] < _FAINT:
        return True
    fill, stroke = element.get("Fill"), element.get("Stroke")
    return fill in ("false", "0") and stroke in (None, "false", "0")


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
    """Where signs and drawn shapes do not stand one to one: (first sign, signs, shapes)."""
    found = []
    for one in element:
        if local(one) == "CGTransform":
            at, codes, shapes = (numbers(one.get(name)) for name in ("CodePosition", "CodeCount", "GlyphCount"))
            found.append((int((at or [0])[0]), int((codes or [1])[0]), int((shapes or [1])[0])))
    return [one for one in found if one[1] != one[2] and 0 <= one[0] < 100_000 and 0 < one[1] < 1000 > one[2] > 0]


def _starts(count: int, glyphs: Sequence[tuple[int, int, int]]) -> list[int]:
    """For each of ``count`` signs the number of the shape that draws it."""
    starts: list[int] = []
    shape = 0
    clusters = {at: (codes, shapes) for at, codes, shapes in glyphs}
    while len(starts) < count:
        codes, shapes = clusters.get(len(starts), (1, 1))
        starts += [shape + min(one, shapes - 1) for one in range(codes)]
        shape += shapes
    return starts[:count]


def _piece(
    code: etree._Element,
    glyphs: Sequence[tuple[int, int, int]],
    geometry: tuple[float, float, float, float],
    place: Matrix,
) -> Piece | None:
    """The text of one TextCode where it stands on the page, None if it is set at an angle."""
    x, y, size, across = geometry
    text = (code.text or "").translate(_BLANKS_ONLY)
    starts = _starts(len(text), glyphs) if glyphs else list(range(len(text)))
    shapes = starts[-1] + 1
    right, down = _deltas(code.get("DeltaX"), shapes - 1), _deltas(code.get("DeltaY"), shapes - 1)
    if len(right) < shapes - 1 and not down:
        usual = [sign_width(sign, size * across) for sign in text]
        right += [usual[min(at, len(usual) - 1)] for at in range(len(right), shapes - 1)]
    xs, ys = list(_sums(x, right, shapes)), list(_sums(y, down, shapes))
    stretch, turn = math.hypot(place[0], place[1]), math.atan2(place[1], place[0])
    quarter = turn / (math.pi / 2)
    tall = size * math.hypot(place[2], place[3])
    if abs(quarter - round(quarter)) > _SLANTED or tall <= 0 or not all(map(math.isfinite, place)):
        return None
    points = [_at(place, xs[shape], ys[shape]) for shape in starts]
    last = sign_width(text[-1], size * across * stretch)
    return _set(text, points, tall, last)


def _set(text: str, points: Sequence[tuple[float, float]], tall: float, last: float) -> Piece:
    """A piece from the places of its signs; signs set below each other, or turned, stand as one stack."""
    start = len(text) - len(text.lstrip())
    text, points = text.strip(), points[start:]
    if not text:
        return Piece("", (0.0,), 0.0, 0.0, tall)
    points = points[: len(text)]
    lefts = [point[0] for point in points]
    level = max(point[1] for point in points) - min(point[1] for point in points) < tall
    rising = all(later >= left for left, later in zip(lefts, lefts[1:], strict=False))
    if not level or not rising:
        left = min(lefts)
        return Piece(text, (left,) * len(text), left + tall, points[0][1], tall)
    return Piece(text, tuple(lefts), lefts[-1] + (last if width(text[-1]) else tall / 4), points[0][1], tall)


def _sums(start: float, steps: Sequence[float], count: int) -> Iterator[float]:
    yield start
    for at in range(count - 1):
        start += steps[at] if at < len(steps) else 0.0
        yield start


def _straight_lines(data: str) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of a path such as "M 0 0 L 80 0 L 80 9 C"."""
    at = begun = (0.0, 0.0)
    signs = _PATH.findall(data[:200_000])
    index = 0
    while index < len(signs):
        sign = signs[index]
        wants = _POINTS.get(sign)
        index += 1
        if wants is None:
            continue
        points = [float(one) for one in signs[index : index + wants] if not one.isalpha()]
        index += len(points)
        if len(points) < wants:
            continue
        if sign == "C":
            yield at, begun
            at = begun
        elif sign in "SM":
            at = begun = (points[0], points[1])
        else:
            after = (points[-2], points[-1])
            if sign == "L":
                yield at, after
            at = after
