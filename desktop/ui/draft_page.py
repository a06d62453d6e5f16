"""The draft with its overview strip and the search bar below. Built when the first draft comes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.checking.result import CheckResult
from desktop.reading.draft import Draft
from desktop.ui import words
from desktop.ui.draft_view import DraftView
from desktop.ui.find_bar import FindBar
from desktop.ui.marks import evidence_marks, observation_key, observation_spots
from desktop.ui.overview_strip import OverviewStrip


class DraftPage(QWidget):
    """Shows one draft and its marks."""

    picked = Signal(tuple)
    """The user clicked on words that stand for these keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._current: tuple[tuple[int, int], ...] = ()
        self.view = DraftView()
        self.strip = OverviewStrip(self.view)
        self.find_bar = FindBar()
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.view, 1)
        line.addWidget(self.strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line, 1)
        layout.addWidget(self.find_bar)
        self.view.picked.connect(self._pick)
        self.strip.asked.connect(self._show_mark)
        self.find_bar.found.connect(self._show_hits)
        self.find_bar.closed.connect(self.view.setFocus)

    def show_draft(self, draft: Draft) -> None:
        """Show another draft; the same text stays where it was scrolled to."""
        if self._draft is None or self._draft.text != draft.text:
            self.view.show_draft(draft)
            self.find_bar.set_text(draft.text)
        self._draft = draft

    def show_result(self, result: CheckResult, covered_too: bool) -> None:
        """Mark the result's passages; ``covered_too`` marks those of covered items as well."""
        marks = tuple(one for one in evidence_marks(result) if covered_too or one.layer.name != "COVERED")
        spots = observation_spots(result)
        titles = {one.id: f"{words.status_words(one)}：{one.title}" for one in result.items}
        for number, one in enumerate(result.observations):
            titles[observation_key(number)] = f"{words.SEVERITY[one.severity]}：{one.message}"
        self.view.show_marks(marks, spots, titles)
        self.strip.show_marks(marks, spots)
        self.show_current((), jump=False)

    def show_current(self, stretches: tuple[tuple[int, int], ...], jump: bool) -> None:
        """Stress these stretches; ``jump`` also brings the first one into view."""
        self._current = stretches
        self.view.show_current(stretches)
        self.strip.show_current(stretches)
        if jump and stretches:
            self.view.jump_to(*stretches[0])

    def open_find(self) -> None:
        """Open the search bar with the words selected in the draft."""
        if self._draft is not None:
            self.find_bar.open_bar(self.view.textCursor().selectedText())

    def refresh(self) -> None:
        """Take the colours of the theme."""
        self.view.refresh()
        self.strip.update()
        self.find_bar.refresh()

    def _pick(self, offset: int) -> None:
        keys = self.view.keys_at(offset)
        if keys:
            self.picked.emit(keys)

    def _show_mark(self, offset: int) -> None:
        self.view.reveal(offset)
        self._pick(offset)

    def _show_hits(self, hits: tuple[tuple[int, int], ...], number: int) -> None:
        self.view.show_found(hits)
        if number >= 0:
            self.view.jump_to(*hits[number])
