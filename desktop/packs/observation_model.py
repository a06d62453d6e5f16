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


@dataclass(frozen=True, slots=True)
class PlaceholderWords:
    """words/observations/placeholder.yaml says what each list is for."""

    unfilled: tuple[str, ...] = ()
    in_brackets: tuple[str, ...] = ()
    in_square_brackets: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    case: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArtefactWords:
    """words/observations/artefact.yaml says what each list is for."""

    fields: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    page_furniture: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """words/observations/people.yaml: ``surnames`` is one string of single-character surnames."""

    surnames: str = ""
    double_surnames: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class ObservationWords:
    """Everything under words/observations/; compared by identity, so that it can be the key of a cache."""

    arithmetic: ArithmeticWords = ArithmeticWords()
    placeholder: PlaceholderWords = PlaceholderWords()
    artefact: ArtefactWords = ArtefactWords()
    people: PeopleWords = PeopleWords()
