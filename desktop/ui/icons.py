"""The drawn icons in resources/icons, in the colours of the theme."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.checking.status import Status
from desktop.paths import resources_folder
from desktop.ui import theme

SIZES = (16, 24)
"""Sizes in device-independent pixels every icon is drawn in; Qt picks the nearest."""

STATUS_ICON = {
    Status.COVERED: "status-covered",
    Status.PARTIAL: "status-partial",
    Status.MISSING: "status-missing",
    Status.NOT_APPLICABLE: "status-not-applicable",
}


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon called ``name``, in ``colour`` or the theme's text colour, greyed where disabled."""
    shades = theme.current()
    return _icon(name, colour or shades.text, shades.not_applicable)


def status_icon(status: Status) -> QIcon:
    """The icon of a status: its shape alone tells it from the others."""
    return icon(STATUS_ICON[status], theme.current().status(status))


def large_icon(name: str, colour: str, size: int) -> QPixmap:
    """One picture of ``size`` device-independent pixels."""
    return _drawn(_renderer(name, colour), size, 1.0)


def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = _source(name).replace("currentColor", colour)
    if theme.current().dark:
        source = source.replace("#ffffff", theme.DARK.paper)
    return QSvgRenderer(QByteArray(source.encode()))


@cache
def _source(name: str) -> str:
    path: Path = resources_folder() / "icons" / f"{name}.svg"
    return path.read_text(encoding="utf-8")


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    usual, greyed = _renderer(name, colour), _renderer(name, disabled)
    for size in SIZES:
        pixmap = _drawn(usual, size, 1.0)
        made.addPixmap(pixmap, QIcon.Mode.Normal)
        # Without a picture of its own, a selected row's icon would be tinted past recognition.
        made.addPixmap(pixmap, QIcon.Mode.Selected)
        made.addPixmap(_drawn(greyed, size, 0.45), QIcon.Mode.Disabled)
    return made


def _drawn(renderer: QSvgRenderer, size: int, opacity: float) -> QPixmap:
    # A window moved to a denser screen still gets a sharp icon: draw for the densest one there is.
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
