"""The words a result is told in. Apart from the rest, so that a window can be painted before there is one."""

from enum import StrEnum


class Status(StrEnum):
    """The status of one item: 已覆盖, 不充分, 缺失, 不适用."""

    COVERED = "covered"
    PARTIAL = "partial"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"

    @property
    def is_gap(self) -> bool:
        """True for the two statuses that together are called 待完善."""
        return self in (Status.PARTIAL, Status.MISSING)


class Mood(StrEnum):
    """How a clause speaks of its subject."""

    FACT = "fact"
    NONE = "none"
    PLAN = "plan"
    SHORTFALL = "shortfall"
    SLOGAN = "slogan"


class Severity(StrEnum):
    """How sure an observation is that something is wrong."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
