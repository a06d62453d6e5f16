"""The two choices at the top right: the report's year and the kind of unit."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.packs.kinds import UnitKind
from desktop.ui import words
from desktop.ui.tasks import Choice

FIRST_YEAR = 2015


class ChoiceBar(QWidget):
    """Says what the user chose; a draft's own year is shown, never chosen for the user."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = QComboBox()
        self.year.setAccessibleName("报告年度")
        self.year.setToolTip("报告年度：决定查哪些检查项、引用哪一期纲要。“自动”按草稿标题和正文判断。")
        self.year.addItem("年度自动判断", None)
        for year in range(date.today().year + 1, FIRST_YEAR - 1, -1):
            self.year.addItem(f"{year} 年度", year)
        self.kind = QComboBox()
        self.kind.setAccessibleName("单位类别")
        self.kind.setToolTip("单位类别：不限定时每一项都查；选定后只查对这类单位适用的检查项。")
        self.kind.addItem("单位类别不限", None)
        for kind, word in words.UNIT_KIND.items():
            self.kind.addItem(word, kind)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        for box in (self.year, self.kind):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            layout.addWidget(box)
            box.activated.connect(lambda _: self.changed.emit())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def choice(self) -> Choice:
        """What is chosen now."""
        kind = self.kind.currentData()
        return Choice(self.year.currentData(), UnitKind(kind) if kind is not None else None)

    def show_choice(self, choice: Choice) -> None:
        """Set both boxes without telling anybody."""
        if choice.year is not None and self.year.findData(choice.year) < 0:
            self.year.addItem(f"{choice.year} 年度", choice.year)
        self.year.setCurrentIndex(max(self.year.findData(choice.year), 0))
        self.kind.setCurrentIndex(max(self.kind.findData(choice.unit_kind), 0))

    def show_found_year(self, year: int | None, known: bool) -> None:
        """Say beside "auto" which year was found; ``known`` is False before any check."""
        text = "年度自动判断" if not known else f"{year} 年度（自动）" if year else "年度未识别（自动）"
        self.year.setItemText(0, text)
