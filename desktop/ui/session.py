"""The draft the window is about: what is checked, kept and looked up for it. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.errors import PasswordNeeded
from desktop.packs.kinds import unit_kind_of
from desktop.ui.jobs import Jobs
from desktop.ui.tasks import Checked, Choice, Desk, Source
from desktop.ui.watch import Watch

if TYPE_CHECKING:
    from desktop.checking.result import Evidence, Observation

Answer = TypeVar("Answer")


class Session(QObject):
    """Starts the work and holds the last result; an answer about another draft is dropped."""

    began = Signal(str)
    """Work the user waits for began: what is being done, as a sentence."""

    ended = Signal()
    """That work ended, failed or was given up."""

    changed = Signal(object)
    """There is a new result (``Checked``)."""

    kept = Signal(object, object)
    """This ``Checked`` is in the history; with an exception: it is not, for this reason."""

    last_year = Signal(object, object)
    """For this ``Checked`` last year's report of the same unit is in the history (``Source``)."""

    failed = Signal(object)
    """The work failed with this exception; what was shown still holds."""

    locked = Signal(object, object, object)
    """This ``Source``, to be checked with this ``Choice``, needs a password; the exception says why."""

    progressed = Signal(int, int)
    """Of the work the user waits for, a page that takes long began: which one of how many."""

    _paged = Signal(object, int, int)

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self.desk = Desk(data_folder)
        self.shown: Checked | None = None
        self.choice = Choice()
        self._closest: dict[str, tuple[Evidence, ...]] = {}
        self._watch: Watch | None = None
        self._paged.connect(self._tell_page)

    def load_ahead(self) -> None:
        """Read the checklists while the user looks for a draft."""
        self.jobs.start("ahead", self.desk.checklists, lambda _: None, self.failed.emit)

    def check(self, source: Source, choice: Choice) -> None:
        """Read and check a draft; what is shown stays until the result is there."""
        watch = Watch(self._paged.emit)

        def fail(error: Exception) -> None:
            if isinstance(error, PasswordNeeded):
                self.locked.emit(source, choice, error)
            else:
                self.failed.emit(error)

        self.work(
            f"正在检查 {source.name}……",
            lambda: self.desk.check_source(source, choice, watch),
            lambda checked: self._take(checked, choice),
            fail,
        )
        self._watch = watch

    def check_again(self) -> None:
        """Read the draft anew and check it."""
        if self.shown is not None:
            self.check(self.shown.source, self.choice)

    def check_with(self, choice: Choice) -> None:
        """Check the words already read for another year or kind of unit."""
        if self.shown is None:
            self.choice = choice
            return
        source, draft = self.shown.source, self.shown.draft

        def take(checked: Checked) -> None:
            if self.shown is not None and self.shown.draft.sha256 == checked.result.draft.sha256:
                self._take(checked, choice)

        self.work("正在重新检查……", lambda: self.desk.check_draft(source, draft, choice), take)

    def compare_with(self, previous: Source) -> None:
        """Check the words already read once more, beside last year's report."""
        self.check_with(replace(self.choice, previous=previous))

    def show_past(self, number: int) -> None:
        """Show a check from the history."""

        def take(past: Checked) -> None:
            # Its year and kind of unit are those it was made with, and change nothing the user chose.
            self._take(past, self.choice)

        self.work("正在打开历史检查……", lambda: self.desk.past(number), take)

    def work(
        self,
        doing: str,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do something the user waits for and can give up; a newer such thing takes its place."""
        tell = failed or self.failed.emit

        def finish(answer: Answer) -> None:
            self.ended.emit()
            done(answer)

        def fail(error: Exception) -> None:
            self.ended.emit()
            tell(error)

        self._give_up()
        self.began.emit(doing)
        self.jobs.start("work", work, finish, fail)

    def cancel(self) -> None:
        """Give up what the user is waiting for."""
        self._give_up()
        if self.jobs.drop("work"):
            self.ended.emit()

    def _give_up(self) -> None:
        if self._watch is not None:
            self._watch.give_up()
            self._watch = None

    def _tell_page(self, watch: Watch, number: int, pages: int) -> None:
        if watch is self._watch:
            self.progressed.emit(number, pages)

    def look_for_closest(self, key: str, show: Callable[[tuple[Evidence, ...]], None]) -> None:
        """Find the passages closest to the item ``key``; ``show`` is not called if the draft changed meanwhile."""
        checked = self.shown
        if checked is None:
            return
        if key in self._closest:
            show(self._closest[key])
            return

        def take(passages: tuple[Evidence, ...]) -> None:
            if self.shown is not None and self.shown.draft is checked.draft:
                self._closest[key] = passages
                show(passages)

        self.jobs.start("closest", lambda: self.desk.closest(checked.draft, key), take, self.failed.emit)

    def _take(self, checked: Checked, choice: Choice) -> None:
        if checked.result.draft.sha256 != checked.draft.sha256:
            return
        if self.shown is None or self.shown.draft is not checked.draft:
            self._closest = {}
        if not checked.past:
            choice = replace(choice, unit_kind=unit_kind_of(checked.result.draft.unit_kind), chosen_for=None)
        self.shown, self.choice = checked, choice
        self.changed.emit(checked)
        if not checked.past:
            self._keep(checked)

    def settle(self, one: Observation, settled: bool) -> None:
        """Set an observation apart for this unit's drafts, or put it back."""
        checked = self.shown
        if checked is None:
            return

        def take(parted: Checked) -> None:
            # Keeping the check may meanwhile have set others apart; what is settled was read after all of that.
            shown = self.shown
            if shown is not None and (shown.draft, shown.checked_at) == (checked.draft, checked.checked_at):
                self._show_again(shown, parted)
            self.kept.emit(parted, None)

        self.jobs.start("settle", lambda: self.desk.settle(checked, one, settled), take, self.failed.emit)

    def _show_again(self, checked: Checked, parted: Checked) -> None:
        """Show ``parted`` for ``checked``: the same check with other observations set apart."""
        if self.shown is checked and parted is not checked:
            self.shown = parted
            self.changed.emit(parted)

    def _keep(self, checked: Checked) -> None:
        """Put the check into the history; what only helps later is loaded after that."""

        def keep() -> tuple[Checked, Source | None]:
            self.desk.save(checked)
            found = self.desk.last_year(checked) if self.choice.previous is None else None
            return self.desk.without_settled(checked), found

        def tell(answer: tuple[Checked, Source | None]) -> None:
            parted, found = answer
            self._show_again(checked, parted)
            self.kept.emit(parted, None)
            if found is not None and self.shown is parted:
                self.last_year.emit(parted, found)
            warm()

        def fail(error: Exception) -> None:
            self.kept.emit(checked, error)
            warm()

        def warm() -> None:
            self.jobs.start("warm", self.desk.warm_up, lambda _: None, self.failed.emit)

        self.jobs.start("keep", keep, tell, fail)
