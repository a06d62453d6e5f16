"""Light or dark: follows the desktop, unless the user chose otherwise under 显示."""

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.ui import theme
from desktop.ui.theme import Appearance


class Looks(QObject):
    """Applies the chosen theme; ``changed`` asks everybody who paints with its colours to do so anew."""

    changed = Signal()

    def __init__(self, choices: QActionGroup, stored: str, parent: QObject) -> None:
        super().__init__(parent)
        self.chosen = Appearance(stored) if stored in set(Appearance) else Appearance.SYSTEM
        for action in choices.actions():
            action.setChecked(action.data() == self.chosen.value)
        choices.triggered.connect(lambda action: self.choose(Appearance(action.data())))
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self._follow())
        theme.apply(cast(QApplication, QApplication.instance()), theme.choose(self.chosen))

    def choose(self, appearance: Appearance) -> None:
        """Use this one from now on."""
        self.chosen = appearance
        theme.apply(cast(QApplication, QApplication.instance()), theme.choose(appearance))
        self.changed.emit()

    def _follow(self) -> None:
        if self.chosen is Appearance.SYSTEM:
            self.choose(Appearance.SYSTEM)
