"""The pages of a PDF as pictures, for the window's preview and for its printer: the paper equals the PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.errors import OutputError
from desktop.pdfium import one_at_a_time


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: ``height`` rows of ``stride`` bytes, each row ``width`` pixels of red, green, blue.

    ``number`` counts from 1 of ``pages``; ``points_wide`` and ``points_high`` are the paper's size in 1/72 inch.
    """

    number: int
    pages: int
    width: int
    height: int
    stride: int
    pixels: bytes
    points_wide: float
    points_high: float


def page_images(pdf: Path, scale: float) -> Iterator[PageImage]:
    """The pages of ``pdf`` one by one; ``scale`` is pixels per 1/72 inch (1: 72 dpi, 300 / 72: a printer's 300 dpi).

    Raises OutputError when the file cannot be read. Only the page asked for is in memory.
    """
    document = _opened(pdf)
    try:
        with one_at_a_time:
            pages = len(document)
        for number in range(1, pages + 1):
            with one_at_a_time:
                image = _rendered(document, number, pages, scale)
            yield image
    finally:
        with one_at_a_time:
            document.close()


def _opened(pdf: Path) -> Any:
    import pypdfium2

    try:
        # The bytes, not the path: pdfium on Windows has trouble with Chinese names, and the file stays free.
        content = pdf.read_bytes()
        with one_at_a_time:
            return pypdfium2.PdfDocument(content)
    except (OSError, pypdfium2.PdfiumError) as error:
        raise OutputError(f"不能读取“{pdf.name}”，文件可能已被移走或改动，请重新生成清单后再打印。") from error


def _rendered(document: Any, number: int, pages: int, scale: float) -> PageImage:
    page = document[number - 1]
    points_wide, points_high = page.get_size()
    bitmap = page.render(scale=scale, rev_byteorder=True, draw_annots=False)
    if bitmap.n_channels != 3:
        raise AssertionError(f"pages are rendered in three channels, not {bitmap.n_channels}")
    image = PageImage(
        number, pages, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), points_wide, points_high
    )
    bitmap.close()
    page.close()
    return image
