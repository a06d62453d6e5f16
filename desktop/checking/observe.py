"""What a careful editor would notice: every kind of observation in turn, put in order and tied to the draft."""

from collections.abc import Callable, Iterable
from itertools import chain, islice

from desktop.checking.observations.arithmetic import arithmetic
from desktop.checking.observations.artefact import artefact
from desktop.checking.observations.citations import citation
from desktop.checking.observations.contradictions import contradiction
from desktop.checking.observations.dates import date
from desktop.checking.observations.duplicates import duplicate
from desktop.checking.observations.material import MOST_OF_A_KIND, Material, Seen, Stretch
from desktop.checking.observations.names import name
from desktop.checking.observations.numbering import numbering
from desktop.checking.observations.placeholder import placeholder
from desktop.checking.observations.previous import carried_over
from desktop.checking.observations.privacy import privacy
from desktop.checking.observations.structure import structure
from desktop.checking.observations.terms import term
from desktop.checking.observations.typos import typo
from desktop.checking.result import Observation, Related
from desktop.checking.squeeze import Squeezed
from desktop.checking.structure import StructureFacts
from desktop.checking.text import Scanned
from desktop.packs.observation_model import ObservationWords
from desktop.reading.draft import Draft

LONGEST_TEXT = 120
"""The most characters without white space that an observation quotes."""

KINDS: tuple[Callable[[Material], Iterable[Seen]], ...] = (
    arithmetic,
    numbering,
    placeholder,
    artefact,
    date,
    contradiction,
    duplicate,
    structure,
    privacy,
    citation,
    term,
    name,
    typo,
)
"""Every kind of observation; where two see the same words for the same reason, the earlier one speaks."""


def observe(
    scanned: Scanned,
    facts: StructureFacts,
    words: ObservationWords,
    year: int | None,
    previous: Draft | None = None,
) -> tuple[Observation, ...]:
    """Everything that looks wrong in a draft, in the order of the text.

    ``year`` is the report year, None when not known; ``previous`` is last year's report, of which it is told what
    was carried over unchanged. Equal input gives an equal result.
    """
    material = Material(scanned.draft, scanned.squeezed, scanned.clauses, facts, words, year, scanned.hits.literals)
    seen = [islice(kind(material), MOST_OF_A_KIND) for kind in KINDS]
    if previous is not None:
        seen.append(islice(carried_over(material, previous), MOST_OF_A_KIND))
    return _in_order(chain.from_iterable(seen), scanned)


def _in_order(seen: Iterable[Seen], scanned: Scanned) -> tuple[Observation, ...]:
    found: dict[tuple[str, int, int], Seen] = {}
    for one in seen:
        found.setdefault((one.kind, one.start, one.end), one)
    in_order = sorted(found.values(), key=lambda one: (one.start, one.end, one.kind, one.message))
    return tuple(_tied(one, scanned) for one in in_order)


def _tied(one: Seen, scanned: Scanned) -> Observation:
    squeezed = scanned.squeezed
    first, rest = cut_short((one.start, one.end), squeezed)
    start, end = squeezed.original_span(*first)
    related = [squeezed.original_span(*cut_short(other, squeezed)[0]) for other in (*rest, *one.related)]
    text = scanned.draft.text
    return Observation(
        kind=one.kind,
        severity=one.severity,
        text=text[start:end],
        start=start,
        end=end,
        message=one.message,
        where=scanned.draft.place(start),
        related=tuple(Related(text[low:high], low, high) for low, high in related),
    )


def cut_short(stretch: Stretch, squeezed: Squeezed) -> tuple[Stretch, tuple[Stretch, ...]]:
    """``stretch`` if it is short enough to quote, else its beginning up to a stop, and the rest."""
    start, end = stretch
    if end - start <= LONGEST_TEXT and _length(squeezed, squeezed.original_span(start, end)) <= LONGEST_TEXT:
        return stretch, ()
    last = min(end, start + LONGEST_TEXT)
    while last > start + 1:
        # Marks that are quoted but not counted make a stretch longer; what is too much is at least to be taken away.
        beyond = _length(squeezed, squeezed.original_span(start, last)) - LONGEST_TEXT
        if beyond <= 0:
            break
        last = max(last - beyond, start + 1)
    for stops in ("。!?;\n", ","):
        stop = max(squeezed.text.rfind(mark, start + 8, last) for mark in stops)
        if stop >= 0:
            last = stop + 1
            break
    return (start, last), ((last, end),)


def _length(squeezed: Squeezed, span: Stretch) -> int:
    """Characters without white space of a span of the draft."""
    return len("".join(squeezed.original[span[0] : span[1]].split()))
