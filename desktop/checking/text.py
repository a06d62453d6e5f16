"""One draft made ready for matching: squeezed, cut, scanned once."""

from dataclasses import dataclass

from desktop.checking.clauses import Clauses, cut
from desktop.checking.compiled import compile_words
from desktop.checking.hits import WordHits
from desktop.checking.moods import MoodReader
from desktop.checking.roles import Roles
from desktop.checking.squeeze import Squeezed, squeeze
from desktop.packs.model import Checklists
from desktop.reading.draft import Draft


@dataclass(frozen=True, eq=False)
class Scanned:
    """A draft with everything later steps look up in it."""

    draft: Draft
    squeezed: Squeezed
    clauses: Clauses
    roles: Roles
    hits: WordHits
    moods: MoodReader
    addressee: tuple[int, int]
    """The squeezed span of the body the report is sent to; (0, 0) where there is none."""


def scan(draft: Draft, checklists: Checklists, year: int | None = None) -> Scanned:
    """Squeeze the draft's text, cut it into clauses and find every word of the checklists in one pass.

    ``year`` is the year the report is for where it is not the one found in the draft.
    """
    squeezed = squeeze(draft.text)
    clauses = cut(squeezed.text)
    hits = WordHits(compile_words(checklists), squeezed.text, clauses)
    roles = Roles(draft, squeezed)
    told_for = draft.year if year is None else year
    moods = MoodReader(squeezed.text, (draft.unit, told_for), roles, clauses, hits, checklists.moods)
    to = draft.addressee
    addressee = (squeezed.index_of(to.start), squeezed.index_of(to.end)) if to is not None else (0, 0)
    return Scanned(draft, squeezed, clauses, roles, hits, moods, addressee)
