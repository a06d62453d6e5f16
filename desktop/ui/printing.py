"""Printing: the preview's pages and the paper's are the PDF's own pages, as pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page as a picture, with the paper's size in points."""

    image: QImage
    points: tuple[float, float]


def pages_of(write: Callable[[Path], object]) -> tuple[PaperPage, ...]:
    """Let ``write`` make a PDF and give its pages; needs no window and runs on any thread."""
    from desktop.output.paper import page_images

    with TemporaryDirectory(prefix="fazhi-", ignore_cleanup_errors=True) as folder:
        pdf = Path(folder) / "list.pdf"
        write(pdf)
        pages = []
        for page in page_images(pdf, DOTS_PER_INCH / POINTS_PER_INCH):
            colours = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
            # Grey pages take a third of the memory; either way the bytes are copied before they go.
            image = colours.convertToFormat(QImage.Format.Format_Grayscale8) if colours.allGray() else colours.copy()
            pages.append(PaperPage(image, (page.points_wide, page.points_high)))
    return tuple(pages)


class Preview(QPrintPreviewDialog):
    """The preview, from which the system's print dialog is reached."""

    def __init__(self, pages: tuple[PaperPage, ...], title: str, parent: QWidget) -> None:
        # Qt keeps a bare pointer to the printer it is given.
        self.pages = pages
        self.paper = _new_printer(pages, title)
        super().__init__(self.paper, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"打印预览：{title}")
        self.paintRequested.connect(lambda printer: paint_pages(printer, pages))
        em = parent.fontMetrics().height()
        self.resize(em * 62, em * 50)


def _new_printer(pages: tuple[PaperPage, ...], title: str) -> QPrinter:
    """A printer set to the pages' paper, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    wide, high = pages[0].points
    size = QPageSize(QSizeF(min(wide, high), max(wide, high)), QPageSize.Unit.Point)
    lying = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, lying, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    return printer


def paint_pages(printer: QPrinter, pages: tuple[PaperPage, ...]) -> None:
    """Draw the pages the user asked for, each over its whole sheet."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    chosen = pages[first - 1 : last]
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, page in enumerate(chosen):
        if number:
            printer.newPage()
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        whole = QRectF(0, 0, sheet.width(), sheet.height())
        share = min(whole.width() / page.image.width(), whole.height() / page.image.height())
        painter.drawImage(QRectF(0, 0, page.image.width() * share, page.image.height() * share), page.image)
    painter.end()
