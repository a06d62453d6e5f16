"""One page of an OFD file (GB/T 33190): its XML → the text, rulings and pictures that are drawn on it, in points."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.ofd_runs import runs_of, type_of
from desktop.reading.ofd_xml import NUMBER, Matrix, local, matrix_of, moved, numbers, then
from desktop.reading.page_runs import FARTHEST, SHORTEST, Ruling, Run

_MOST_OBJECTS = 200_000
_MOST_SIGNS = 60_000
"""On one page; a page of the smallest print holds a tenth of it."""
_DEEPEST = 8
_STRAIGHT = 0.85
_FAINT = 16
_TOO_MANY = "一页里的内容多得不正常，为安全起见没有打开；请把正文复制到一个新的 .docx 文件里再试。"
_PATH = re.compile(f"[A-Za-z]|{NUMBER}")
_POINTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_OBJECTS = frozenset({"TextObject", "PathObject", "ImageObject", "CompositeObject"})


@dataclass
class Drawing:
    """What is drawn on a page; one object collects the page's own content and its templates'.

    ``unit`` finds the content of a composite object by its id. ``unseen`` holds text that is not visible, as
    scanned pages with recognised text have it; ``covered`` is how much the pictures cover; ``turned`` counts signs
    set at an angle, such as watermarks, ``quarters`` the signs by the quarter turns they are set with.
    """

    unit: Callable[[str], etree._Element | None]
    runs: list[Run] = field(default_factory=list)
    unseen: list[Run] = field(default_factory=list)
    across: list[Ruling] = field(default_factory=list)
    down: list[Ruling] = field(default_factory=list)
    pictures: int = 0
    covered: float = 0.0
    turned: int = 0
    signs: int = 0
    quarters: Counter[int] = field(default_factory=Counter)
    _objects: int = 0

    def add(self, content: etree._Element, outer: Matrix, depth: int = 0) -> None:
        """Draw everything below ``content``; ``outer`` takes its millimetres to points on the page as it is read."""
        for element in content.iter():
            name = local(element)
            if name not in _OBJECTS:
                continue
            self._objects += 1
            if self._objects > _MOST_OBJECTS:
                raise DraftError(_TOO_MANY)
            box = numbers(element.get("Boundary"))
            x, y = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
            place = then(then(matrix_of(element.get("CTM")), (1.0, 0.0, 0.0, 1.0, x, y)), outer)
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
        kind = type_of(element)
        into = self.runs if _is_shown(element) and not _is_clear(element) else self.unseen
        quarter = round(math.atan2(place[1], place[0]) / (math.pi / 2)) % 4 if all(map(math.isfinite, place)) else 0
        x = y = 0.0
        for code in element:
            if local(code) != "TextCode" or not code.text:
                continue
            self.signs += len(code.text)
            if self.signs > _MOST_SIGNS:
                raise DraftError(_TOO_MANY)
            x, y = (numbers(code.get("X")) or [x])[0], (numbers(code.get("Y")) or [y])[0]
            self.quarters[quarter] += len(code.text)
            runs = runs_of(code, (x, y), kind, place)
            if runs is None:
                self.turned += len(code.text.strip())
            else:
                into += runs

    def _path(self, element: etree._Element, place: Matrix) -> None:
        data = next((one.text for one in element if local(one) == "AbbreviatedData"), None)
        if not data or not _is_shown(element):
            return
        for start, end in _straight_lines(data):
            (ax, ay), (bx, by) = moved(place, *start), moved(place, *end)
            if not all(abs(one) < FARTHEST for one in (ax, ay, bx, by)):
                continue
            if abs(ay - by) < _STRAIGHT and abs(ax - bx) >= SHORTEST:
                self.across.append((ay, min(ax, bx), max(ax, bx)))
            elif abs(ax - bx) < _STRAIGHT and abs(ay - by) >= SHORTEST:
                self.down.append((ax, min(ay, by), max(ay, by)))


def _is_shown(element: etree._Element) -> bool:
    return (element.get("Visible") or "true").lower() not in ("false", "0")


def _is_clear(element: etree._Element) -> bool:
    """True if nothing of the text is to be seen: fully transparent, or neither filled nor drawn."""
    alpha = numbers(element.get("Alpha"))
    if alpha and alpha[0] < _FAINT:
        return True
    fill, stroke = element.get("Fill"), element.get("Stroke")
    return fill in ("false", "0") and stroke in (None, "false", "0")


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
