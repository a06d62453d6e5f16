"""What a check found. Frozen and free of time and place: equal input gives an equal result."""

from dataclasses import dataclass

from desktop.checking.status import Mood as Mood
from desktop.checking.status import Severity as Severity
from desktop.checking.status import Status as Status
from desktop.packs.kinds import Level


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the draft that a status rests on: ``draft.text[start:end] == text``."""

    text: str
    start: int
    end: int
    where: str
    mood: Mood


@dataclass(frozen=True, slots=True)
class ShownBasis:
    """A legal basis that fits the report's year."""

    instrument: str
    title: str
    number: str | None
    locator: str | None


@dataclass(frozen=True, slots=True)
class ItemResult:
    """The verdict on one item. ``sure`` is False where only loose wording decided."""

    id: str
    checklist: str
    title: str
    level: Level
    status: Status
    evidence: tuple[Evidence, ...]
    absent_elements: tuple[str, ...]
    reason: str
    asks: str
    advice: str
    model: str
    write_in: str
    basis: tuple[ShownBasis, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """The other passage an observation speaks of."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Observation:
    """Something in the draft that contradicts itself or looks wrong."""

    kind: str
    severity: Severity
    text: str
    start: int
    end: int
    message: str
    where: str = ""
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """What the result says of the draft itself. ``unit_kind_guess`` is offered, never applied.

    ``reminders`` are things to think of when the report is handed in; no verdict rests on them.
    """

    sha256: str
    title: str | None
    unit: str | None
    year: int | None
    characters: int
    unit_kind: str | None = None
    unit_kind_guess: str | None = None
    notices: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UsedChecklist:
    """A checklist that was run, with its version."""

    id: str
    title: str
    version: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: every item of the checklists that were run, once each, in checklist order."""

    draft: CheckedDraft
    checklists: tuple[UsedChecklist, ...]
    items: tuple[ItemResult, ...]
    observations: tuple[Observation, ...] = ()

    def count(self, status: Status) -> int:
        """How many items have ``status``."""
        return sum(item.status is status for item in self.items)

    @property
    def must_gaps(self) -> tuple[ItemResult, ...]:
        """The items of level must that are partial or missing."""
        return tuple(i for i in self.items if i.level is Level.MUST and i.status.is_gap)


def quotable(words: str) -> str:
    """``words`` of a draft as they stand inside “”: pairs of such marks in them become ‘’."""
    return words.translate(_INNER) if "“" in words and words.count("“") == words.count("”") else words


_INNER = str.maketrans("“”", "‘’")
