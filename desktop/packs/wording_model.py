"""The words and dates that observations on wording rest on: citations, terms, names, slips of the pen. Frozen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that began or ended in a month: ``since`` is (year, month), ``instead`` what to write or ""."""

    name: str
    since: tuple[int, int]
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A document with its number."""

    number: str
    title: str


@dataclass(frozen=True, eq=False, slots=True)
class CitationWords:
    """words/observations/citation.yaml says what each list is for; ``policies`` has the known instruments too.

    ``numbers`` are all documents with their numbers, instruments and orders of the State Council too (国务院令第713号);
    a title may have several. ``amending`` are orders that changed many regulations at once.
    """

    repealed: tuple[Dated, ...] = ()
    issued: tuple[Dated, ...] = ()
    laws: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    numbers: tuple[Numbered, ...] = ()
    amending: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are out of date since ``since``; only a notice where ``doubtful``."""

    words: tuple[str, ...]
    since: tuple[int, int]
    instead: str
    doubtful: bool = False
    unless_after: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class TermWords:
    """words/observations/term.yaml says what each list is for."""

    superseded: tuple[Term, ...] = ()
    ideas: tuple[Dated, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A body renamed in ``since``; ``settled`` is the first report year in which the old name cannot be right."""

    old: tuple[str, ...]
    new: str
    since: tuple[int, int]
    settled: int
    local: bool


@dataclass(frozen=True, slots=True)
class OwnWords:
    """How a unit whose name ends in one of ``units`` never speaks of itself."""

    units: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Zone:
    """A kind of development zone: its short name, and what stands in the full names of such zones."""

    short: str
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class NameWords:
    """words/observations/name.yaml says what each list is for."""

    renamed: tuple[Body, ...] = ()
    silent: tuple[str, ...] = ()
    own: tuple[OwnWords, ...] = ()
    own_not_before: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    short_forms: tuple[tuple[str, str], ...] = ()
    no_body: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    no_person: str = ""
    not_a_place: tuple[str, ...] = ()
    place_slogans: tuple[str, ...] = ()
    not_place_names: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    zone_brands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that is wrong in itself; not where the text goes on or begins as ``not_before``/``not_after`` say."""

    wrong: str
    right: str
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """A word that is wrong when one of ``before`` stands right after it."""

    wrong: str
    right: str
    before: tuple[str, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A phrase always written alike; ``accept`` are other right forms."""

    phrase: str
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class TypoWords:
    """words/observations/typo.yaml says what each list is for."""

    slips: tuple[Slip, ...] = ()
    contexts: tuple[Context, ...] = ()
    phrases: tuple[SetPhrase, ...] = ()
    doubled_right: tuple[str, ...] = ()
