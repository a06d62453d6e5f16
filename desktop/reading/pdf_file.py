"""PDF: bytes → lines. Text from its positions; scanned pages by OCR where that is installed, else named.

A pure function of the bytes and the password, so that it can run in a process of its own.
"""

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from time import monotonic
from typing import Any

from desktop.errors import DraftError, PasswordNeeded
from desktop.pdfium import one_at_a_time
from desktop.reading import steps
from desktop.reading.lines import Line
from desktop.reading.page_layout import lines_of_pages
from desktop.reading.page_runs import Box, Run
from desktop.reading.pdf_pages import PdfPage, read_page
from desktop.reading.pdf_words import LOST, legible

MOST_PAGES = 1000
MOST_CHARACTERS = 3_000_000
"""On all pages together."""

MOST_SECONDS = 20.0
"""For all pages together, OCR apart; a report of sixty pages takes a tenth of a second."""

OnPage = Callable[[int, int], None]
"""Told before a page is recognised: the how manieth of how many. It may raise Cancelled."""

_FEWEST = 20
_SCAN_SHARE = 0.5
_PICTURE_SHARE = 0.02
_PASSWORD_ERROR = 4
_DAMAGED = "不完整或已损坏，读不出内容；请重新复制或下载一份，或打开它的 Word 原稿。"
_LOCKED = "设了打开密码；请输入密码，或先在 PDF 软件中去掉密码再打开。"
_WRONG = "的密码不对；请核对大小写和全角半角，再输一次。"
_TOO_SLOW = f"的内容太复杂，读了 {MOST_SECONDS:.0f} 秒还没有读完，没有再读下去；请打开它的 Word 原稿。"
_TOO_LONG = "里的文字太多，不像一份报告；请把报告正文单独存成一个文件再试。"
_SCAN = "是扫描图片，没有可以检查的文字"
_UNREADABLE = "里的字体没有注明是哪些字，读不出文字；请打开它的 Word 原稿，或把文字复制到 .docx 文件里再打开。"


def read_pdf(data: bytes, password: str = "", on_page: OnPage | None = None) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of the PDF in ``data`` and what to tell the user.

    Raises PasswordNeeded when it does not open with ``password``, and DraftError when it is damaged, far too
    large, or holds no words that can be read.
    """
    document = _opened(data, password)
    try:
        return _read(document, on_page)
    finally:
        with one_at_a_time, suppress(Exception):
            document.close()


def _opened(data: bytes, password: str) -> Any:
    import pypdfium2

    try:
        with one_at_a_time:
            document = pypdfium2.PdfDocument(data, password=password or None)
            pages = len(document)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD_ERROR:
            raise PasswordNeeded(_WRONG if password else _LOCKED) from error
        raise DraftError(_DAMAGED) from error
    except (ValueError, OSError) as error:
        raise DraftError(_DAMAGED) from error
    if 0 < pages <= MOST_PAGES:
        return document
    with one_at_a_time:
        document.close()
    if not pages:
        raise DraftError(_DAMAGED)
    raise DraftError(f"有{pages}页，不像一份报告；请把报告正文单独存成一个文件再试。")


def _read(document: Any, on_page: OnPage | None) -> tuple[list[Line], tuple[str, ...]]:
    pages, broken = _pages(document)
    scans = [page.number for page in pages if _is_scan(page)]
    garbled = [page.number for page in pages if page.number not in scans and not legible(page.text)]
    blind = sorted([*scans, *garbled])
    recognised: dict[int, tuple[Run, ...]] = {}
    if blind:
        from desktop.reading import ocr

        if ocr.available():
            recognised = ocr.recognise(document, blind, on_page)
    unread = [number for number in blind if not recognised.get(number)]
    seen = [page for page in pages if page.number not in unread]
    lines = lines_of_pages([replace(page, runs=recognised.get(page.number, page.runs)) for page in seen])
    words = "".join(line.text for line in lines)
    if unread and len(words) < _FEWEST:
        raise DraftError(_nothing_to_read(unread, garbled, len(pages)))
    if not lines and broken:
        raise DraftError(_DAMAGED)
    return lines, _notices(pages, broken, [one for one in scans if one in unread], garbled, recognised)


def _pages(document: Any) -> tuple[list[PdfPage], list[int]]:
    """All pages that can be read, and the numbers of those that cannot."""
    import pypdfium2

    pages: list[PdfPage] = []
    broken: list[int] = []
    characters = 0
    began = monotonic()
    with one_at_a_time:
        count = len(document)
    for number in range(1, count + 1):
        if monotonic() - began > MOST_SECONDS:
            raise DraftError(_TOO_SLOW)
        steps.begin()
        try:
            with one_at_a_time, closing(document[number - 1]) as page:
                pages.append(read_page(page, number))
        except pypdfium2.PdfiumError:
            broken.append(number)
        else:
            characters += len(pages[-1].text)
        if characters > MOST_CHARACTERS:
            raise DraftError(_TOO_LONG)
    steps.done()
    return pages, broken


def _is_scan(page: PdfPage) -> bool:
    """True if a page has hardly any words and a picture over more than half of it."""
    if len("".join(page.text.split())) >= _FEWEST:
        return False
    return _covered(page) > _SCAN_SHARE


def _covered(page: PdfPage) -> float:
    """The share of the page that its pictures cover; scanners often cut one into strips."""
    whole = max(page.width * page.height, 1.0)
    return sum(_area(box, page) for box in page.drawings.pictures) / whole


def _area(box: Box, page: PdfPage) -> float:
    across = min(box[2], page.width) - max(box[0], 0.0)
    down = min(box[3], page.height) - max(box[1], 0.0)
    return max(across, 0.0) * max(down, 0.0)


def _nothing_to_read(unread: Sequence[int], garbled: Sequence[int], pages: int) -> str:
    if not unread or set(unread) <= set(garbled):
        return _UNREADABLE
    from desktop.reading.ocr import available, hint

    whole = "整份" if len(unread) == pages else f"{_named(unread)}"
    advice = "请打开它的 Word 原稿，或换一份更清楚的扫描件" if available() else f"请打开它的 Word 原稿，{hint()}"
    return f"{whole}{_SCAN}；{advice}。"


def _notices(
    pages: Sequence[PdfPage],
    broken: Sequence[int],
    scans: Sequence[int],
    garbled: Sequence[int],
    recognised: dict[int, tuple[Run, ...]],
) -> tuple[str, ...]:
    from desktop.reading.ocr import available, hint

    notices = []
    if scans:
        advice = "" if available() else f"；{hint()}"
        notices.append(f"{_named(scans)}{_SCAN}{advice}")
    lost = [number for number in garbled if not recognised.get(number)]
    if lost:
        notices.append(f"{_named(lost)}的字体没有注明是哪些字，读不出文字，没有检查")
    read = sorted(number for number, runs in recognised.items() if runs)
    seen = [page.number for page in pages if page.unseen >= _FEWEST and _covered(page) > _SCAN_SHARE]
    if read or seen:
        notices.append(f"{_named(sorted({*read, *seen}))}的文字是从扫描图片识别出来的，可能有错字，请对照原件")
    if broken:
        notices.append(f"{_named(broken)}已损坏，读不出来，没有检查")
    unseen = [page.number for page in pages if page.unseen and page.number not in seen]
    if unseen:
        notices.append(f"{_named(unseen)}有看不见的文字，没有列入检查")
    turned = [page.number for page in pages if page.turned and not recognised.get(page.number)]
    if turned:
        notices.append(f"{_named(turned)}有斜排或竖排的文字（如水印），没有列入检查")
    unclear = sum(page.text.count("\0") + page.text.count(LOST) for page in pages if page.number not in garbled)
    if unclear:
        notices.append(f"有{unclear}个字的字体没有注明是哪个字，读不出来")
    pictures = sum(_pictures(page) for page in pages if page.number not in scans and not recognised.get(page.number))
    if pictures:
        notices.append(f"有{pictures}幅图片，图片里的文字没有检查")
    return tuple(notices)


def _pictures(page: PdfPage) -> int:
    """How many pictures large enough to hold words are on a page that is no scan."""
    if _covered(page) > _SCAN_SHARE and page.unseen >= _FEWEST:
        return 0
    least = _PICTURE_SHARE * page.width * page.height
    return sum(_area(box, page) >= least for box in page.drawings.pictures)


def _named(numbers: Sequence[int]) -> str:
    """ "第2、3页", "第2、3、4……页等12页" where there are many."""
    shown = "、".join(str(number) for number in numbers[:8])
    return f"第{shown}页" if len(numbers) <= 8 else f"第{shown}页等{len(numbers)}页"
