from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.checking.result import Status
from desktop.output.fonts import fonts_folder
from desktop.ui import icons, theme
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import DARK, LIGHT, Appearance, Theme


def drawn(letter: str, font: QFont) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return image


def test_two_chinese_letters_are_two_pictures(qapp: QApplication) -> None:
    font = qapp.font()
    font.setPixelSize(40)
    assert drawn("法", font) != drawn("治", font)
    assert drawn("法", font) != drawn(" ", font)


def test_the_font_that_came_with_the_program_can_be_registered(qapp: QApplication) -> None:
    families = theme.register_fonts(fonts_folder())
    assert families
    font = QFont(families[0])
    font.setPixelSize(40)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    assert drawn("法", font) != drawn("治", font)


def test_without_a_system_font_ours_is_used(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(theme, "has_chinese_font", lambda: False)
    monkeypatch.setattr(theme, "register_fonts", lambda folder: asked.append(folder) or [])
    before = qapp.font()
    theme.set_font(qapp)
    qapp.setFont(before)
    assert asked == [fonts_folder()]
    assert QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)


def contrast(one: str, other: str) -> float:
    def light(name: str) -> float:
        colour = QColor(name)
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("shades", [LIGHT, DARK])
def test_words_can_be_read_on_their_ground(shades: Theme) -> None:
    for ground in (shades.base, shades.paper, shades.window, shades.alternate, shades.current, shades.accent_soft):
        assert contrast(shades.text, ground) > 7
    for status in Status:
        assert contrast(shades.status(status), shades.paper) > 4.5
        assert contrast(shades.status(status), shades.current) > 3.5
    for colour, ground in (
        (shades.covered, shades.covered_soft),
        (shades.partial, shades.partial_soft),
        (shades.missing, shades.missing_soft),
        (shades.faint, shades.window),
        (shades.observation, shades.paper),
    ):
        assert contrast(colour, ground) > 4.5


def test_dark_and_light_can_be_chosen(window: MainWindow) -> None:
    window.looks.choose(Appearance.DARK)
    assert theme.current() is DARK
    window.looks.choose(Appearance.LIGHT)
    assert theme.current() is LIGHT
    window.close()
    assert '"light"' in (window.data_folder / "settings.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(fonts_folder().parent.glob("icons/*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws_something(qapp: QApplication, path: Path) -> None:
    image = icons.icon(path.stem, "#ff0000").pixmap(24, 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_status_icons_differ_in_shape(qapp: QApplication) -> None:
    shapes = set()
    for status in Status:
        image = icons.icon(icons.STATUS_ICON[status], "#000000").pixmap(24, 24).toImage()
        points = [(x, y) for x in range(image.width()) for y in range(image.height())]
        colours = [image.pixelColor(x, y) for x, y in points]
        shapes.add(tuple(one.alpha() > 99 and one.lightness() < 99 for one in colours))
    assert len(shapes) == len(Status)
