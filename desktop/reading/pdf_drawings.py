"""What is drawn on a PDF page besides text: straight rulings and pictures."""

import ctypes
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import repeat
from typing import Any

from desktop.reading.page_runs import FARTHEST, SHORTEST, Box, Drawings

THICKEST = 3.0
"""Points; a filled rectangle no thicker than this is a ruling."""

_MOST_OBJECTS = 20_000
_MOST_POINTS = 20_000
_DEEPEST = 4
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1, 0, 0, 1, 0, 0)


def read_drawings(page: Any, turn: Callable[[tuple[float, ...]], Box]) -> Drawings:
    """The drawings of an open pypdfium2 page; ``turn`` takes a box of the file to one of the page as it is read."""
    import pypdfium2.raw as raw

    walk = _Walk()
    count = min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    calls = object_calls()
    address = ctypes.cast(page.raw, ctypes.c_void_p).value or 0
    objects = list(map(calls[0], repeat(address), range(count)))
    kinds = map(calls[1], objects)
    walk.objects(
        (ctypes.cast(one, raw.FPDF_PAGEOBJECT) for one, kind in zip(objects, kinds, strict=True) if kind != 1), _SAME, 0
    )
    across, down = [], []
    for box in walk.rulings:
        left, top, right, bottom = turn(box)
        if not all(abs(side) < FARTHEST for side in (left, top, right, bottom)):
            continue
        if bottom - top <= THICKEST and right - left >= SHORTEST:
            across.append(((top + bottom) / 2, left, right))
        elif right - left <= THICKEST and bottom - top >= SHORTEST:
            down.append(((left + right) / 2, top, bottom))
    return Drawings(tuple(across), tuple(down), tuple(turn(box) for box in walk.pictures))


@lru_cache(maxsize=1)
def object_calls() -> tuple[Any, Any]:
    """pdfium's FPDFPage_GetObject and FPDFPageObj_GetType on plain addresses, which costs far less."""
    import pypdfium2.raw as raw

    address, number = ctypes.c_void_p, ctypes.c_int
    get = ctypes.cast(raw.FPDFPage_GetObject, address).value or 0
    kind = ctypes.cast(raw.FPDFPageObj_GetType, address).value or 0
    return ctypes.PYFUNCTYPE(address, address, number)(get), ctypes.PYFUNCTYPE(number, address)(kind)


class _Walk:
    """Collects boxes (left, bottom, right, top of the file) over a page's objects and the forms inside it."""

    def __init__(self) -> None:
        self.rulings: list[tuple[float, ...]] = []
        self.pictures: list[tuple[float, ...]] = []
        self._points = 0
        self._objects = 0

    def objects(self, objects: Iterator[Any], matrix: _Matrix, depth: int) -> None:
        """Take in every object; those of a form are placed by the form's matrix."""
        import pypdfium2.raw as raw

        for one in objects:
            kind = raw.FPDFPageObj_GetType(one)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                continue
            self._objects += 1
            if self._objects > _MOST_OBJECTS:
                return
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.pictures.append(_bounds(one, matrix))
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(one, matrix)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                count = min(raw.FPDFFormObj_CountObjects(one), _MOST_OBJECTS)
                inner = (raw.FPDFFormObj_GetObject(one, index) for index in range(count))
                self.objects(inner, _product(_matrix(one), matrix), depth + 1)

    def _path(self, path: Any, matrix: _Matrix) -> None:
        left, bottom, right, top = bounds = _bounds(path, matrix)
        if min(right - left, top - bottom) <= THICKEST:
            self.rulings.append(bounds)
            return
        import pypdfium2.raw as raw

        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        segments = raw.FPDFPath_CountSegments(path)
        self._points += segments
        # One filled rectangle is shading; several in one path are the rulings of a table, or a drawing.
        if self._points > _MOST_POINTS or segments < 2 or (not stroke.value and segments <= 5):
            return
        whole = _product(_matrix(path), matrix)
        figures = _figures(path, segments, whole)
        for points in figures:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            thin = min(max(xs) - min(xs), max(ys) - min(ys)) <= THICKEST
            if thin:
                self.rulings.append((min(xs), min(ys), max(xs), max(ys)))
            elif stroke.value:
                for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
                    if abs(x0 - x1) < 1 or abs(y0 - y1) < 1:
                        self.rulings.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _figures(path: Any, segments: int, matrix: _Matrix) -> list[list[tuple[float, float]]]:
    """The corner points of each figure of a path, the first one again at the end of a closed one."""
    import pypdfium2.raw as raw

    x, y = ctypes.c_float(), ctypes.c_float()
    figures: list[list[tuple[float, float]]] = []
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if not segment or not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = _moved(x.value, y.value, matrix)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not figures:
            figures.append([point])
        else:
            figures[-1].append(point)
        if raw.FPDFPathSegment_GetClose(segment) and figures[-1][0] != point:
            figures[-1].append(figures[-1][0])
    return figures


def _bounds(one: Any, matrix: _Matrix) -> tuple[float, ...]:
    import pypdfium2.raw as raw

    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(one, *sides):
        return (0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = (side.value for side in sides)
    (x0, y0), (x1, y1) = _moved(left, bottom, matrix), _moved(right, top, matrix)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _matrix(one: Any) -> _Matrix:
    import pypdfium2.raw as raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(one, matrix):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _product(first: _Matrix, then: _Matrix) -> _Matrix:
    """The matrix that does ``first`` and ``then`` after it."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
