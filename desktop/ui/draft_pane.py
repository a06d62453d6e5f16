"""The middle pane: the empty page, and the draft once there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.empty_page import EmptyPage

if TYPE_CHECKING:
    from desktop.checking.result import CheckResult
    from desktop.reading.draft import Draft
    from desktop.ui.draft_page import DraftPage


class DraftPane(QStackedWidget):
    """Shows one of two pages. The draft's is built late: an empty window is on the screen sooner without it."""

    picked = Signal(tuple)
    """The user clicked on words that stand for these keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyPage()
        self.addWidget(self.empty)
        self._page: DraftPage | None = None

    @property
    def page(self) -> DraftPage:
        """The draft's page, built the first time."""
        if self._page is None:
            from desktop.ui.draft_page import DraftPage

            self._page = DraftPage()
            self._page.refresh()
            self._page.picked.connect(self.picked)
            self.addWidget(self._page)
        return self._page

    def show_draft(self, draft: Draft, result: CheckResult, covered_too: bool) -> None:
        """Show a draft with its marks; ``covered_too`` marks the passages of covered items as well."""
        self.setCurrentWidget(self.page)
        self.page.show_draft(draft)
        self.page.show_result(result, covered_too)

    def show_current(self, stretches: tuple[tuple[int, int], ...], jump: bool) -> None:
        """Stress these stretches; ``jump`` also brings the first one into view."""
        self.page.show_current(stretches, jump)

    def jump_to(self, start: int, end: int) -> None:
        """Bring a stretch of the draft into view and let it flash."""
        self.page.view.jump_to(start, end)

    def refresh(self) -> None:
        """Take the colours of the theme."""
        self.empty.refresh()
        if self._page is not None:
            self._page.refresh()
