"""The words and dates that observations rest on, as read from words/observations/. Frozen, empty without files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partition:
    """Words for the parts that make up a whole (优秀、合格、不合格).

    ``closing`` are those that a writer names only when the whole is divided (不合格, 不予受理).
    """

    parts: tuple[str, ...]
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArithmeticWords:
    """words/observations/arithmetic.yaml says what each list is for."""

    partitions: tuple[Partition, ...] = ()
    overlapping: tuple[str, ...] = ()
    dimensions: tuple[tuple[str, ...], ...] = ()
    rising: tuple[str, ...] = ()
    falling: tuple[str, ...] = ()
    never_above_100: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class ObservationWords:
    """Everything under words/observations/; compared by identity, so that it can be the key of a cache."""

    arithmetic: ArithmeticWords = ArithmeticWords()
