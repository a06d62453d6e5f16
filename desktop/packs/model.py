"""What a checklist says, as read from its YAML files. Frozen; built only by the loader and by tests."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.packs.kinds import Level, UnitKind
from desktop.packs.observation_model import ObservationWords
from desktop.reading.draft import Role


class Across(StrEnum):
    """How far apart the words of one rule may stand."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that must stand near each other for an element to be stated.

    ``groups`` are alternatives: one term of every group must be there, none overlapping another.
    A term is a literal, or "#unit" for a number with that unit ("#件"; "#" for a number with any unit).
    ``ordered`` asks for the groups in the order given. ``within`` is the greatest distance in
    characters without white space from the first word to the last. ``roles`` limits the rule to parts
    of these roles (empty: anywhere). ``unless`` are terms that must not stand in the clauses matched.
    """

    source: str
    groups: tuple[tuple[str, ...], ...]
    ordered: bool = False
    within: int = 40
    across: Across = Across.SENTENCE
    roles: tuple[Role, ...] = ()
    unless: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Element:
    """Something a sentence can state that counts toward an item.

    ``counts`` is what it adds toward ``Item.needs`` (0: welcome, but not asked for). ``structure`` names
    a fact about the draft's own parts instead of words (see checking/structure.py). ``none_counts``
    says that a statement of "there was none" states this element (None: as the item says).
    """

    title: str
    rules: tuple[Rule, ...]
    counts: int = 1
    structure: str | None = None
    none_counts: bool | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law or policy. ``effective`` is an ISO date or month; outlines name their report years instead."""

    id: str
    title: str
    number: str | None = None
    issuer: str | None = None
    note: str | None = None
    effective: str | None = None
    report_years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """One legal basis of an item: an instrument and, where verified, the place in it."""

    instrument: Instrument
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a report is checked for.

    ``asks`` says what is looked for and ``thin_when`` what is not enough; ``mentions`` are rules that show
    the subject is touched without being stated; ``advice`` says what to write, ``model`` is a sentence
    with blanks, ``write_in`` the section it belongs in. ``partial_possible`` is False for items that are
    either there or not. ``applies_to`` empty means every kind of unit.
    """

    id: str
    checklist: str
    title: str
    level: Level
    asks: str
    thin_when: str
    elements: tuple[Element, ...]
    mentions: tuple[Rule, ...]
    advice: str
    model: str
    write_in: str
    needs: int = 1
    applies_to: tuple[UnitKind, ...] = ()
    since: int | None = None
    zero_counts: bool = False
    partial_possible: bool = True
    basis: tuple[Basis, ...] = ()
    mention_structure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """One folder under checklists/: a named, versioned list of items."""

    id: str
    title: str
    version: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class MoodWords:
    """Words that show how a clause speaks; what each list is for stands in words/moods.yaml."""

    plan: tuple[str, ...]
    after_will: tuple[str, ...]
    will_is_ba: tuple[str, ...]
    shortfall: tuple[str, ...]
    remedied: tuple[str, ...]
    none_before: tuple[str, ...]
    none_after: tuple[str, ...]
    not_none: tuple[str, ...]
    in_force: tuple[str, ...]
    done: tuple[str, ...]
    slogan: tuple[str, ...]
    heading_fact: tuple[str, ...]
    by_document: tuple[str, ...]
    made_document: tuple[str, ...]
    mechanisms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StructureWords:
    """Words that show what a report's parts contain; what each list is for stands in words/structure.yaml."""

    vague_shortfall: tuple[str, ...]
    shortcoming_preface: tuple[str, ...]
    cause: tuple[str, ...]
    cause_heading: tuple[str, ...]
    cause_hint: tuple[str, ...]
    first_responsible: tuple[str, ...]
    first_responsible_context: tuple[str, ...]
    head: tuple[str, ...]
    head_acts: tuple[str, ...]
    head_matters: tuple[str, ...]
    title_subject: tuple[str, ...]
    title_genre: tuple[str, ...]
    plan_verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitKindWords:
    """Endings and words of units' names that tell their kind (words/unit-kinds.yaml)."""

    township: tuple[str, ...]
    government: tuple[str, ...]
    enforcing: tuple[str, ...]
    non_enforcing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetName:
    """A name whose ``inner`` words do not count by themselves; followed by one of ``not_before`` it is no name."""

    name: str
    inner: tuple[str, ...]
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to think of when a report is handed in, by report year and kind of unit; no verdict rests on it.

    With ``words`` it is shown only where one of them stands in the draft.
    """

    id: str
    text: str
    since: int | None = None
    until: int | None = None
    applies_to: tuple[UnitKind, ...] = ()
    words: tuple[str, ...] = ()
    instrument: Instrument | None = None


@dataclass(frozen=True, eq=False)
class Checklists:
    """Everything loaded from the checklists folder, in the order the checks are shown."""

    lists: tuple[Checklist, ...]
    instruments: tuple[Instrument, ...]
    moods: MoodWords
    structure: StructureWords
    unit_kinds: UnitKindWords
    reminders: tuple[Reminder, ...] = field(default=(), kw_only=True)
    names: tuple[SetName, ...] = field(default=(), kw_only=True)
    observations: ObservationWords = ObservationWords()

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of every checklist, in order."""
        return tuple(item for one in self.lists for item in one.items)
