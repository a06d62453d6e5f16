"""Reading scanned pages: an optional extra (rapidocr), which works offline with the models it brings along.

It needs about 400 MB of disk, 900 MB of memory and several seconds a page, so it is no part of the program.
"""

import sys
from collections.abc import Sequence
from contextlib import closing
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from desktop.pdfium import one_at_a_time

if TYPE_CHECKING:
    from desktop.reading.page_runs import Run
    from desktop.reading.pdf_file import OnPage

_ELSEWHERE = "先用扫描软件识别成文字"
DOTS_PER_INCH = 200
_MOST_PIXELS = 5000
_LEAST_SCORE = 0.5


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether scanned pages can be read here."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def hint() -> str:
    """What to do about a scanned page where the extra is missing; the packaged program cannot take it in."""
    if getattr(sys, "frozen", False):
        return f"要读扫描件，请{_ELSEWHERE}"
    return f"要读扫描件，请安装扫描识别组件（见使用说明“扫描件”），或{_ELSEWHERE}"


def recognise(document: Any, numbers: Sequence[int], on_page: "OnPage | None") -> "dict[int, tuple[Run, ...]]":
    """What is written on the pages ``numbers`` of an open pypdfium2 document: a run for each line of words.

    ``on_page`` is told before each page and may raise Cancelled. A page that cannot be read has no runs.
    """
    found: dict[int, tuple[Run, ...]] = {}
    for done, number in enumerate(numbers):
        if on_page is not None:
            on_page(done + 1, len(numbers))
        found[number] = _page(document, number)
    return found


def _page(document: Any, number: int) -> "tuple[Run, ...]":
    import pypdfium2

    from desktop.reading.page_runs import Run

    try:
        with one_at_a_time, closing(document[number - 1]) as page:
            longest = max(page.get_size())
            scale = min(DOTS_PER_INCH / 72, _MOST_PIXELS / max(longest, 1.0))
            with closing(page.render(scale=scale)) as bitmap:
                picture = _pixels(bitmap)
    except pypdfium2.PdfiumError:
        return ()
    answer = _engine()(picture)
    if answer is None or answer.txts is None:
        return ()
    runs = []
    for box, text, score in zip(answer.boxes, answer.txts, answer.scores, strict=True):
        words = "".join(text.split()) if not text.isascii() else " ".join(text.split())
        if not words or score < _LEAST_SCORE:
            continue
        xs, ys = [float(point[0]) / scale for point in box], [float(point[1]) / scale for point in box]
        runs.append(_run(Run, words, (min(xs), min(ys), max(xs), max(ys))))
    return tuple(runs)


def _pixels(bitmap: Any) -> Any:
    """A rendered page as the array of colours the engine takes."""
    return bitmap.to_numpy()[:, :, :3].copy()


def _run(make: "type[Run]", words: str, box: tuple[float, float, float, float]) -> "Run":
    """A run from a line's box, its characters spread evenly over it."""
    left, top, right, bottom = box
    units = sum(2 if sign >= "\u2e80" else 1 for sign in words)
    half = (right - left) / max(units, 1)
    lefts, at = [], left
    for sign in words:
        lefts.append(at)
        at += half * (2 if sign >= "\u2e80" else 1)
    return make(words, left, right, bottom - 0.15 * (bottom - top), 2 * half, tuple(lefts))


@lru_cache(maxsize=1)
def _engine() -> Any:
    """The reader with its models, loaded once."""
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})
