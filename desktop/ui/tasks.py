"""What the window has done in the background. Knows no widget; every heavy module is imported inside.

One ``Desk`` serves all jobs: it loads the checklists once. Its methods run on any thread.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING

from desktop.errors import DraftError
from desktop.packs.kinds import UnitKind
from desktop.paths import history_file, own_checklists_folder
from desktop.ui.settled import digest_of, parted, whole
from desktop.ui.watch import Watch

if TYPE_CHECKING:
    from desktop.checking.result import CheckResult, Evidence, Observation
    from desktop.history.kept import PastCheck
    from desktop.packs.model import Checklists
    from desktop.reading.draft import Draft

PASTED = "粘贴的文字"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a draft comes from: a file, or text that was pasted or kept under the name ``label``.

    ``password`` opens the file; it is kept nowhere else.
    """

    path: Path | None
    text: str | None = None
    label: str = PASTED
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """What the window calls it."""
        return self.path.name if self.path is not None else self.label


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose at the top right; None leaves it to the draft, or applies every item.

    ``previous`` is last year's report, if the draft is to be compared with it. ``chosen_for`` names the unit the kind
    was chosen for, where that was for another draft (empty: nobody knows); None when it was chosen for this one.
    """

    year: int | None = None
    unit_kind: UnitKind | None = None
    previous: Source | None = None
    chosen_for: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with its result. ``outline`` names the outline whose places are shown ("2021—2025").

    ``past`` is True for a check from the history, which is only looked at. ``settled`` are observations the user has
    found to be none, which the result no longer has. ``dropped_kind`` is the kind of unit chosen
    for another draft, where this one is not known to be of it.
    """

    source: Source
    draft: Draft
    result: CheckResult
    seconds: float
    outline: str | None
    checked_at: datetime
    past: bool = False
    dropped_kind: UnitKind | None = None
    settled: tuple[Observation, ...] = ()


class Desk:
    """The checklists and what is done with them."""

    def __init__(self, data_folder: Path) -> None:
        self._data_folder = data_folder
        self._checklists: Checklists | None = None
        self._settled: frozenset[str] = frozenset()
        self._lock = Lock()

    def checklists(self) -> Checklists:
        """The checklists, loaded the first time. Raises ChecklistError."""
        with self._lock:
            if self._checklists is None:
                from desktop.packs.load import load_checklists

                self._checklists = load_checklists(own=own_checklists_folder(self._data_folder))
            return self._checklists

    def check_source(self, source: Source, choice: Choice, watch: Watch | None = None) -> Checked:
        """Read the draft and check it. Raises DraftError and ChecklistError, and Cancelled if ``watch`` says so."""
        self.checklists()
        began = perf_counter()
        draft = _read(source, watch)
        return self.check_draft(source, draft, choice, began)

    def check_draft(self, source: Source, draft: Draft, choice: Choice, began: float | None = None) -> Checked:
        """Check a draft already read."""
        from desktop.checking.check import check

        checklists = self.checklists()
        began = perf_counter() if began is None else began
        previous = _read(choice.previous, None) if choice.previous is not None else None
        kind = choice.unit_kind if _holds(choice, draft, checklists) else None
        result = check(draft, checklists, year=choice.year, unit_kind=kind, previous=previous)
        dropped = choice.unit_kind if kind is None else None
        taken = perf_counter() - began
        checked = Checked(
            source, draft, result, taken, _outline(result, checklists), datetime.now(), dropped_kind=dropped
        )
        return parted(checked, self._settled)

    def closest(self, draft: Draft, item_id: str) -> tuple[Evidence, ...]:
        """The passages of the draft that come closest to the item."""
        from desktop.checking.closest import closest_passages

        checklists = self.checklists()
        item = next((one for one in checklists.items if one.id == item_id), None)
        return closest_passages(draft, item, checklists) if item is not None else ()

    def warm_up(self) -> None:
        """Load what the closest passages need, so that the first ones asked for are there at once."""
        from desktop.checking.closest import warm_up

        warm_up(self.checklists())

    def save(self, checked: Checked) -> None:
        """Keep the check in the history. Raises HistoryError."""
        from desktop.history.store import History

        with History(history_file(self._data_folder)) as history:
            history.save(whole(checked), checked.source.name, checked.draft.text, checked.checked_at, checked.seconds)

    def without_settled(self, checked: Checked) -> Checked:
        """``checked`` with the observations the user has settled set apart. Raises HistoryError."""
        from desktop.history.store import History

        with History(history_file(self._data_folder)) as history:
            self._settled = history.settled()
        return parted(checked, self._settled)

    def settle(self, checked: Checked, one: Observation, settled: bool) -> Checked:
        """Remember for the unit's drafts that ``one`` is none, or is one after all. Raises HistoryError."""
        from desktop.history.store import History

        with History(history_file(self._data_folder)) as history:
            history.settle(digest_of(one, checked.result.draft.unit), settled)
        return self.without_settled(checked)

    def last_year(self, checked: Checked) -> Source | None:
        """Last year's report of the same unit, if it is in the history. Raises HistoryError."""
        from desktop.history.store import History

        unit, year = checked.result.draft.unit, checked.result.draft.year
        if not unit or year is None:
            return None
        with History(history_file(self._data_folder)) as history:
            kept = history.report_of(unit, year - 1)
        return Source(None, kept.text, kept.draft_name) if kept is not None else None

    def recent(self, limit: int) -> tuple[PastCheck, ...]:
        """The checks kept last, the newest first. Raises HistoryError."""
        from desktop.history.store import History

        with History(history_file(self._data_folder)) as history:
            return history.recent(limit)

    def forget(self, number: int, limit: int) -> tuple[PastCheck, ...]:
        """Take a check out of the history; what is left of the list. Raises HistoryError."""
        from desktop.history.store import History

        with History(history_file(self._data_folder)) as history:
            history.delete(number)
            return history.recent(limit)

    def past(self, number: int) -> Checked:
        """A check from the history with the words it was made on. Raises HistoryError."""
        from desktop.history.store import History

        with History(history_file(self._data_folder)) as history:
            kept = history.load(number)
        source = Source(None, kept.draft_text, kept.draft_name)
        draft = _draft_as_kept(kept.draft_text, kept.result.draft.sha256)
        outline = _outline(kept.result, self.checklists())
        return Checked(source, draft, kept.result, kept.seconds, outline, kept.checked_at, past=True)

    def export(self, checked: Checked, target: Path) -> Path:
        """Write the gap list as PDF. Raises OutputError; what stood at ``target`` is then still there."""
        from desktop.checking.closest import closest_to_missing
        from desktop.output.gap_list_pdf import write_gap_list

        closest = closest_to_missing(checked.draft, checked.result, self.checklists())
        printed_on, settled = checked.checked_at.date(), len(checked.settled)
        write_gap_list(checked.result, checked.source.name, printed_on, target, closest, settled)
        return target


def _holds(choice: Choice, draft: Draft, checklists: Checklists) -> bool:
    """Whether the kind of unit was chosen for this draft, or for the same unit, or is what its name says as well."""
    from desktop.checking.unit_kind import guess_unit_kind

    if choice.chosen_for is None or (draft.unit and draft.unit == choice.chosen_for):
        return True
    return guess_unit_kind(draft.unit, checklists.unit_kinds) is choice.unit_kind


def _read(source: Source, watch: Watch | None) -> Draft:
    from desktop.reading.open_draft import draft_from_text, open_draft

    if source.path is not None:
        if watch is None:
            return open_draft(source.path, password=source.password)
        return open_draft(source.path, password=source.password, on_page=watch.page, cancelled=watch.given_up)
    from hashlib import sha256

    text = source.text or ""
    return draft_from_text(text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def _draft_as_kept(text: str, sha256: str) -> Draft:
    """The draft with exactly these words: all offsets of the kept result refer to them."""
    from desktop.reading.draft import Block, BlockKind, Draft, Part, Role
    from desktop.reading.open_draft import draft_from_text

    try:
        draft = draft_from_text(text, sha256)
        if draft.text == text:
            return draft
    except DraftError:
        # A program of another version kept words this one would not read.
        pass
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line) + 1
    return Draft(text, tuple(blocks), (), (Part(Role.MEASURES, 0, len(text)),), sha256)


def _outline(result: CheckResult, checklists: Checklists) -> str | None:
    """The report years of the outline that is cited, if one is."""
    cited = {basis.instrument for item in result.items for basis in item.basis}
    years = [one.report_years for one in checklists.instruments if one.report_years and one.id in cited]
    return f"{years[-1][0]}—{years[-1][1]}" if years else None
