"""How the window stood when it was closed, into the settings and back."""

from dataclasses import replace

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from desktop.settings import Settings
from desktop.ui.theme import Appearance

USUAL_SIZE = (90, 51)
"""Width and height of a window never opened before, in heights of a line; fits a screen of 1366 × 768."""


def restore_layout(settings: Settings, window: QMainWindow, splitter: QSplitter) -> None:
    """Put the window where it stood; what is unknown or does not fit any more is left out."""
    em = window.fontMetrics().height()
    room = window.screen().availableSize()
    window.resize(min(em * USUAL_SIZE[0], room.width()), min(em * USUAL_SIZE[1], room.height()))
    if settings.geometry:
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(settings.geometry.encode())))
    if len(settings.splitter) == splitter.count() and all(settings.splitter):
        splitter.setSizes(list(settings.splitter))
    else:
        # On a narrow screen the columns beside the draft leave it the greater part.
        left, right = (min(sizes, round(window.width() * share)) for sizes, share in _sides(em))
        splitter.setSizes([left, window.width() - left - right, right])


def _sides(em: int) -> tuple[tuple[int, float], tuple[int, float]]:
    """How wide the list and the panel are at most, in pixels and as a share of the window."""
    return (em * 25, 0.3), (em * 23, 0.26)


def with_layout(
    settings: Settings, window: QMainWindow, splitter: QSplitter, only_gaps: bool, appearance: Appearance
) -> Settings:
    """The settings with the window as it stands now."""
    return replace(
        settings,
        geometry=bytes(window.saveGeometry().toBase64().data()).decode("ascii"),
        splitter=tuple(splitter.sizes()),
        only_gaps=only_gaps,
        appearance=appearance.value,
    )
