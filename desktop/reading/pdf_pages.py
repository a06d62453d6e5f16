"""The text layer of a PDF page: stretches of characters with their places, read in bulk.

The page is turned as it is read (see page_runs.py). pdfium tells the place of one character per call; the calls are
made in one go over arrays, because calling and unpacking them one by one would take longer than the rest.
"""

import ctypes
import re
from array import array
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from math import pi
from operator import sub
from statistics import median
from typing import Any

from desktop.reading.page_runs import FARTHEST, Page, Run
from desktop.reading.pdf_drawings import read_drawings
from desktop.reading.pdf_words import is_usual, usual

MOST_CHARACTERS = 200_000
"""On one page; a page of a report has a thousand."""

_QUARTER = pi / 2
_WORDS = re.compile(r"\S+")
_UNSEEN = 3
_BOX_BYTES = 16
_WIDE = "\u2e80"
"""Chinese characters begin here."""

_LEVEL = 0.1
_LOOKED_AT = 400
_ANGLES_LOOKED_AT = 15
_USUAL_SIZE = 16.0
_LARGEST_OVERLAP = 0.25
_WIDEST_GAP = 0.35


@dataclass(frozen=True, slots=True)
class PdfPage(Page):
    """A page of a PDF.

    ``text`` is everything in the order of the file, ``unseen`` counts characters drawn invisibly or beside
    the paper, ``turned`` those that run in another direction than most.
    """

    text: str = ""
    unseen: int = 0
    turned: int = 0


@dataclass(frozen=True, slots=True)
class _Calls:
    """pdfium's functions with plain integers for addresses, which costs half of what its own bindings cost."""

    box: Any
    unicode: Any
    origin: Any
    angle: Any
    object: Any
    mode: Any


@lru_cache(maxsize=1)
def _calls() -> _Calls:
    import pypdfium2.raw as raw

    def prototype(function: Any, result: Any, *arguments: Any) -> Any:
        address = ctypes.cast(function, ctypes.c_void_p).value or 0
        return ctypes.PYFUNCTYPE(result, *arguments)(address)

    address, number = ctypes.c_void_p, ctypes.c_int
    return _Calls(
        box=prototype(raw.FPDFText_GetLooseCharBox, number, address, number, address),
        unicode=prototype(raw.FPDFText_GetUnicode, ctypes.c_uint, address, number),
        origin=prototype(raw.FPDFText_GetCharOrigin, number, address, number, address, address),
        angle=prototype(raw.FPDFText_GetCharAngle, ctypes.c_float, address, number),
        object=prototype(raw.FPDFText_GetTextObject, address, address, number),
        mode=prototype(raw.FPDFTextObj_GetTextRenderMode, number, address),
    )


def text_of(textpage: Any) -> str:
    """The characters of a page, exactly one for each that pdfium counts."""
    import pypdfium2.raw as raw

    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    count = min(count, MOST_CHARACTERS)
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) != count:
        # pdfium leaves out what it cannot name, and counts pairs on some systems.
        codes = map(_calls().unicode, repeat(_address(textpage)), range(count))
        text = "".join(chr(code) if code < 0x110000 else "\0" for code in codes)
    return text


def read_page(page: Any, number: int) -> PdfPage:
    """The page numbered ``number``, an open pypdfium2 page."""
    textpage = page.get_textpage()
    try:
        text = text_of(textpage.raw)
        frame = _frame(page)
        turns = _turns(textpage.raw, text) if text else 0
        places = _Places(textpage.raw, len(text), turns, frame)
        runs, unseen, turned = _runs(places, text)
        drawings = read_drawings(page, places.turn_box)
    finally:
        textpage.close()
    return PdfPage(number, places.width, places.height, tuple(runs), drawings, text, unseen, turned)


def _frame(page: Any) -> tuple[float, ...]:
    """Left, bottom, right and top of the paper in the file; A4 where the file says nonsense."""
    frame = tuple(float(side) for side in page.get_bbox())
    sound = all(abs(side) < FARTHEST for side in frame) and frame[2] - frame[0] > 1 and frame[3] - frame[1] > 1
    return frame if sound else (0.0, 0.0, 595.0, 842.0)


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _turns(textpage: Any, text: str) -> int:
    """By how many quarters, counted clockwise, most characters of the page are turned."""
    sample = [at for at in range(0, len(text), max(1, len(text) // _ANGLES_LOOKED_AT)) if not text[at].isspace()]
    angle, address = _calls().angle, _address(textpage)
    quarters = Counter(round(angle(address, index) / _QUARTER) % 4 for index in sample)
    return quarters.most_common(1)[0][0] if quarters else 0


class _Places:
    """Where the characters of one page are, the page turned so that most of them stand upright."""

    def __init__(self, textpage: Any, count: int, turns: int, frame: tuple[float, ...]) -> None:
        self.turns = turns
        self.address = _address(textpage)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at = (ctypes.addressof(self._x), ctypes.addressof(self._y))
        self._corner = (0.0, 0.0)
        left, top, right, bottom = self.turn_box(frame)
        self.width, self.height = right - left, bottom - top
        self._corner = (left, top)
        numbers = array("f", bytes(_BOX_BYTES * count))
        base, _ = numbers.buffer_info()
        calls = map(
            _calls().box, repeat(self.address), range(count), range(base, base + _BOX_BYTES * count, _BOX_BYTES)
        )
        deque(calls, maxlen=0)
        # pdfium's order is left, top, right, bottom, with y up.
        sides = [numbers[side::4].tolist() for side in range(4)]
        if turns == 0:
            shift = -left
            self.lefts, self.rights = sides[0], sides[2]
            if shift:
                self.lefts, self.rights = [one + shift for one in sides[0]], [one + shift for one in sides[2]]
            self.bottoms = sides[3]
            self.raise_by = -top
            return
        turned = [self.turn_box((a, d, c, b)) for a, b, c, d in zip(*sides, strict=True)]
        self.lefts, self.rights = [one[0] for one in turned], [one[2] for one in turned]
        self.bottoms = [-one[3] for one in turned]
        self.raise_by = 0.0

    def turn(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file (y up) on the page as it is read (y down)."""
        across, down = ((x, -y), (-y, -x), (-x, y), (y, x))[self.turns]
        return across - self._corner[0], down - self._corner[1]

    def turn_box(self, box: tuple[float, ...]) -> tuple[float, float, float, float]:
        """Left, top, right, bottom on the page as it is read, from left, bottom, right, top of the file."""
        (x0, y0), (x1, y1) = self.turn(box[0], box[1]), self.turn(box[2], box[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def base_line(self, index: int) -> float:
        """The height of the line on which the character at ``index`` stands."""
        _calls().origin(self.address, index, *self._at)
        return self.turn(self._x.value, self._y.value)[1]

    def kind(self, index: int, last: int) -> str:
        """How the run of characters from ``index`` to ``last`` is drawn: "", "unseen" or "turned"."""
        calls = _calls()
        rise = abs(self.bottoms[last] - self.bottoms[index])
        level = last > index and rise < _LEVEL * (self.lefts[last] - self.lefts[index])
        if not level and (calls.angle(self.address, index) / _QUARTER - self.turns + 0.1) % 4 > 0.2:
            return "turned"
        drawn_by = calls.object(self.address, index)
        if drawn_by and calls.mode(drawn_by) == _UNSEEN:
            return "unseen"
        # A place that is no number is inside of nothing.
        inside = self.rights[last] >= 0 and self.lefts[index] <= self.width
        down = self.raise_by - self.bottoms[index]
        return "" if inside and 0 <= down <= self.height * 1.02 else "unseen"


def _runs(places: _Places, text: str) -> tuple[list[Run], int, int]:
    """The runs of a page in the order of the file, how many characters are unseen, and how many turned."""
    page_size = _size(text, places)
    odd = not is_usual(text)
    runs: list[Run] = []
    hidden: list[Run] = []
    counts = {"": 0, "unseen": 0, "turned": 0}
    for start, end in _stretches(text, places, page_size):
        words = text[start:end]
        kind = places.kind(start, end - 1)
        counts[kind] += end - start
        if kind == "turned":
            continue
        lefts, rights = places.lefts[start:end], places.rights[start:end]
        if words[0] >= _WIDE:
            size = rights[0] - lefts[0]
        else:
            size = page_size if words.isascii() else max(map(sub, rights, lefts))
        spaced = start > 0 and text[start - 1].isspace() and places.rights[start - 1] > places.lefts[start - 1]
        words = usual(words) if odd else words
        if not all(abs(place) < FARTHEST for place in (lefts[0], rights[-1], places.bottoms[start])):
            continue
        run = Run(words, lefts[0], rights[-1], places.base_line(start), size, tuple(lefts), spaced)
        (hidden if kind else runs).append(run)
    if counts["unseen"] > counts[""]:
        # Words drawn invisibly over a scan: what a program has recognised, and all there is.
        return hidden + runs, counts["unseen"], counts["turned"]
    return runs, counts["unseen"], counts["turned"]


def _size(text: str, places: _Places) -> float:
    """The width of most Chinese characters on the page."""
    widths = [
        right - left
        for sign, left, right in zip(text[:_LOOKED_AT], places.lefts, places.rights, strict=False)
        if sign >= _WIDE and right > left
    ]
    return median(widths) if widths else _USUAL_SIZE


def _stretches(text: str, places: _Places, size: float) -> Iterator[tuple[int, int]]:
    """Where the runs begin and end: at blanks, and where the next character is not just beside the last one."""
    far, near, step = _WIDEST_GAP * size, -_LARGEST_OVERLAP * size, size / 2
    lefts, rights, bottoms = places.lefts, places.rights, places.bottoms
    cuts = [
        index
        for index, (left, right, low, low_before) in enumerate(
            zip(lefts[1:], rights, bottoms[1:], bottoms, strict=False), 1
        )
        if not near < left - right < far or not -step < low - low_before < step
    ]
    cuts.append(len(text))
    at = 0
    for word in _WORDS.finditer(text):
        start, end = word.span()
        while cuts[at] <= start:
            at += 1
        while cuts[at] < end:
            yield start, cuts[at]
            start = cuts[at]
            at += 1
        yield start, end
