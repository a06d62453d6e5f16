"""The words and dates that observations rest on, as read from words/observations/. Frozen, empty without files.

The lists of a kind are compared by identity, so that they can be the key of a cache.
"""

from dataclasses import dataclass

from desktop.packs.wording_model import CitationWords, NameWords, TermWords, TypoWords


@dataclass(frozen=True, slots=True)
class Partition:
    """Words for the parts that make up a whole (优秀、合格、不合格).

    ``closing`` are those that a writer names only when the whole is divided (不合格, 不予受理).
    """

    parts: tuple[str, ...]
    closing: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class ArithmeticWords:
    """words/observations/arithmetic.yaml says what each list is for."""

    partitions: tuple[Partition, ...] = ()
    overlapping: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()
    dimensions: tuple[tuple[str, ...], ...] = ()
    rising: tuple[str, ...] = ()
    falling: tuple[str, ...] = ()
    never_above_100: tuple[str, ...] = ()
    table_totals: tuple[str, ...] = ()
    table_apart: tuple[str, ...] = ()
    counted_twice: tuple[str, ...] = ()
    divided: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class PlaceholderWords:
    """words/observations/placeholder.yaml says what each list is for."""

    unfilled: tuple[str, ...] = ()
    in_brackets: tuple[str, ...] = ()
    in_square_brackets: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    case: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class ArtefactWords:
    """words/observations/artefact.yaml says what each list is for."""

    fields: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    page_furniture: tuple[str, ...] = ()
    line_starts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A document with a period in its title; ``periods`` are the first and last years it really had."""

    name: str
    periods: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FiveYears:
    """A plan known by its number; ``followed_by`` must stand close behind, "" where the name is enough."""

    name: str
    period: tuple[int, int]
    followed_by: str = ""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A day that is counted year by year, and the year of the first."""

    name: str
    first: int


@dataclass(frozen=True, eq=False, slots=True)
class DateWords:
    """words/observations/date.yaml."""

    outlines: tuple[Outline, ...] = ()
    five_years: tuple[FiveYears, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """Something a report says there was none of, or so many; ``doing`` are verbs that must be there to count."""

    name: str
    words: tuple[str, ...]
    units: tuple[str, ...]
    doing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequence:
    """What there cannot be without the topic named ``of``: without litigation no appearance in court.

    One of ``beside`` (if any are named) must stand in the sentence, none of ``not_beside``; ``doubtful`` where it may
    be left over from last year.
    """

    of: str
    words: tuple[str, ...]
    units: tuple[str, ...]
    beside: tuple[str, ...] = ()
    not_beside: tuple[str, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that a report can give more than once; ``staff`` tells what there is from what was done in a year."""

    name: str
    staff: bool
    words: tuple[str, ...]
    units: tuple[str, ...]
    doing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of the year without its 率; ``also`` are other words for it, ``whole`` where a report has only one."""

    name: str
    also: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class ContradictionWords:
    """words/observations/contradiction.yaml says what each list is for."""

    none: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    follows: tuple[Consequence, ...] = ()
    no_power: tuple[str, ...] = ()
    power_shown_by: str = ""
    deputies: tuple[str, ...] = ()
    other_duties: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    whole_staff: tuple[str, ...] = ()
    whole_cases: tuple[str, ...] = ()
    stages: tuple[tuple[str, ...], ...] = ()
    subset: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    own_scopes: tuple[str, ...] = ()
    rates: tuple[Rate, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class DuplicateWords:
    """words/observations/duplicate.yaml says what the list is for."""

    set_phrases: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class PrivacyWords:
    """words/observations/privacy.yaml says what each list is for; ``surnames`` is one string."""

    private_roles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    surnames: str = ""
    not_names: tuple[str, ...] = ()
    after_name: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class PeopleWords:
    """words/observations/people.yaml: ``surnames`` is one string of single-character surnames."""

    surnames: str = ""
    double_surnames: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class SoundWords:
    """words/observations/sound.yaml: ``sounds`` and ``looks`` are groups of characters taken for each other."""

    terms: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    natural: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class ObservationWords:
    """Everything under words/observations/."""

    arithmetic: ArithmeticWords = ArithmeticWords()
    placeholder: PlaceholderWords = PlaceholderWords()
    artefact: ArtefactWords = ArtefactWords()
    people: PeopleWords = PeopleWords()
    date: DateWords = DateWords()
    contradiction: ContradictionWords = ContradictionWords()
    duplicate: DuplicateWords = DuplicateWords()
    privacy: PrivacyWords = PrivacyWords()
    citation: CitationWords = CitationWords()
    term: TermWords = TermWords()
    name: NameWords = NameWords()
    typo: TypoWords = TypoWords()
    sound: SoundWords = SoundWords()
