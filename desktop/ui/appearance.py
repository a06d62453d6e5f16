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

    def __init__(self, stored: str, parent: QObject) -> None:
        super().__init__(parent)
        self.chosen = Appearance(stored) if stored in set(Appearance) else Appearance.SYSTEM
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self._follow())
        self._apply()

    def offer(self, choices: QActionGroup) -> None:
        """Let the user choose by these actions, whose data name the appearances."""
        for action in choices.actions():
            action.setChecked(action.data() == self.chosen.value)
        choices.triggered.connect(lambda action: self.choose(Appearance(action.data())))

    def choose(self, appearance: Appearance) -> None:
        """Use this one from now on."""
        self.chosen = appearance
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        theme.apply(cast(QApplication, QApplication.instance()), theme.choose(self.chosen))

    def _follow(self) -> None:
        if self.chosen is Appearance.SYSTEM:
            self.choose(Appearance.SYSTEM)
