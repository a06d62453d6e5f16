from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.output.paper import PageImage, page_images
from desktop.ui import paperwork
from desktop.ui.main_window import MainWindow
from desktop.ui.printing import PaperPage, Preview, paint_pages


def test_the_preview_shows_the_pages_of_the_pdf(loaded: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "清单.pdf"
    with qtbot.waitSignal(loaded.session.ended):
        paperwork.save_list(loaded, loaded.session, target)
    assert any(str(target) in one for one in loaded.banner.sentences())
    with qtbot.waitSignal(loaded.previewed, timeout=20_000) as signal:
        loaded.print_list()
    preview = signal.args[0]
    assert isinstance(preview, Preview)
    assert preview.paper.fullPage()
    sheets = list(page_images(target, 2))
    printed = tmp_path / "printed.pdf"
    preview.paper.setOutputFileName(str(printed))
    paint_pages(preview.paper, preview.pages)
    again = list(page_images(printed, 2))
    assert len(again) == len(sheets)
    assert abs(again[0].width - sheets[0].width) <= 2 and abs(again[0].height - sheets[0].height) <= 2
    assert likeness(again[0], sheets[0]) > 0.98


def likeness(one: PageImage, other: PageImage) -> float:
    """The share of spots, each some letters wide, that are about equally dark."""
    small = []
    for page in (one, other):
        image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
        small.append(
            image.scaled(120, 85, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    points = [(x, y) for x in range(120) for y in range(85)]
    near = [abs(small[0].pixelColor(*one).lightness() - small[1].pixelColor(*one).lightness()) < 40 for one in points]
    return sum(near) / len(near)


def test_only_the_pages_asked_for_are_printed(qtbot: QtBot, loaded: MainWindow, tmp_path: Path) -> None:
    image = QImage(210, 297, QImage.Format.Format_Grayscale8)
    image.fill(200)
    preview = Preview((PaperPage(image, (595, 842)),) * 3, "清单", loaded)
    target = tmp_path / "two.pdf"
    preview.paper.setOutputFileName(str(target))
    preview.paper.setFromTo(2, 3)
    paint_pages(preview.paper, preview.pages)
    assert len(list(page_images(target, 0.2))) == 2


def test_a_pdf_that_cannot_be_written_is_one_sentence(loaded: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "清单.pdf").mkdir()
    with qtbot.waitSignal(loaded.session.failed):
        paperwork.save_list(loaded, loaded.session, tmp_path / "清单")
    assert len([one for one in loaded.banner.sentences() if "清单.pdf" in one]) == 1
    assert loaded.session.shown is not None
