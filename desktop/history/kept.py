"""What the history gives back, free of any database: a line of the list of past checks, and a whole check."""

from dataclasses import dataclass
from datetime import datetime

from desktop.checking.result import CheckResult


@dataclass(frozen=True, slots=True)
class PastCheck:
    """One line of the list: what was checked, when, and how many items have each status."""

    id: int
    draft_name: str
    title: str | None
    unit: str | None
    year: int | None
    covered: int
    partial: int
    missing: int
    not_applicable: int
    observations: int
    checked_at: datetime
    seconds: float
    sha256: str

    @property
    def gaps(self) -> int:
        """How many items are 待完善: partial or missing."""
        return self.partial + self.missing


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report that was checked before: the name it was checked under and its words."""

    draft_name: str
    text: str


@dataclass(frozen=True, slots=True)
class KeptCheck:
    """A check as it was saved, with the draft's text: it can be shown when the file is gone."""

    id: int
    draft_name: str
    draft_text: str
    result: CheckResult
    checked_at: datetime
    seconds: float
