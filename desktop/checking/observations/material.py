"""What every kind of observation looks at, and what it hands back."""

from bisect import bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property
from re import compile as pattern

from desktop.checking.clauses import Clauses
from desktop.checking.observations.amounts import Amounts, find_amounts
from desktop.checking.observations.literals import everywhere, known_literals
from desktop.checking.result import Severity
from desktop.checking.squeeze import Squeezed
from desktop.checking.structure import StructureFacts
from desktop.packs.observation_model import ObservationWords
from desktop.reading.draft import BlockKind, Draft, Role

Stretch = tuple[int, int]
"""Start and end in squeezed text."""

MOST_OF_A_KIND = 100
"""A draft with more of one kind than this is no report; the first ones are enough."""

_CROWDED = 400
_LATIN = pattern("[a-z][a-z]*")


@dataclass(frozen=True, eq=False)
class Material:
    """One draft with everything observations rest on. ``year`` is the report year, None when not known.

    ``literals`` are the starts of every known literal that stands in the text.
    """

    draft: Draft
    squeezed: Squeezed
    clauses: Clauses
    facts: StructureFacts
    words: ObservationWords
    year: int | None
    literals: dict[str, list[int]]

    @property
    def text(self) -> str:
        """The squeezed text all offsets below refer to."""
        return self.squeezed.text

    @cached_property
    def amounts(self) -> Amounts:
        """Every number with its unit."""
        return find_amounts(self.squeezed.text)

    @cached_property
    def _others(self) -> dict[str, list[int]]:
        """The starts of words that are no known literals, as they are asked for."""
        return {}

    def met(self, words: Iterable[str]) -> list[str]:
        """Those of ``words`` that may stand in the text, in their order."""
        found, known = self.literals, known_literals(self.words)
        return [word for word in words if word in found or word not in known]

    def standing(self, words: Container[str]) -> list[str]:
        """The known literals that stand in the text and are among ``words``."""
        return [word for word in self.literals if word in words]

    def places(self, word: str, crowd: int = 12) -> list[int]:
        """The starts of ``word``, at most ``crowd`` of them within any 400 characters."""
        places = self.literals.get(word)
        if places is None:
            if word in known_literals(self.words):
                return []
            places = self._others.get(word)
        if places is None:
            places = self._others[word] = everywhere(word, self.squeezed.text)
        return thinned(places, crowd)

    @cached_property
    def latin(self) -> list[Stretch]:
        """Every run of the letters a to z (squeezed text has no capitals)."""
        return [match.span() for match in _LATIN.finditer(self.squeezed.text)]

    @cached_property
    def _part_starts(self) -> list[int]:
        return [self.squeezed.index_of(part.start) for part in self.draft.parts]

    def role(self, index: int) -> Role:
        """The role of the part that holds ``index``."""
        return self.draft.parts[max(bisect_right(self._part_starts, index) - 1, 0)].role

    def in_table(self, index: int) -> bool:
        """Whether ``index`` lies in a row of a table."""
        block = self.draft.block_at(self.squeezed.original_offset(index))
        return block is not None and block.kind is BlockKind.TABLE_ROW

    def sentence(self, index: int, reach: int = 400) -> Stretch:
        """The sentence that holds ``index``, semicolons inside it, at most ``reach`` characters each way."""
        text = self.text
        start, end = self.clauses.sentence(index)
        while start > 0 and text[start - 1] == ";" and start > index - reach:
            start = self.clauses.sentence(start - 1)[0]
        while end < len(text) and text[end - 1] == ";" and end < index + reach:
            end = self.clauses.sentence(end)[1]
        return max(start, index - reach), min(end, index + reach)


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation before it is tied to the draft: squeezed offsets, ``message`` one Chinese sentence."""

    kind: str
    severity: Severity
    start: int
    end: int
    message: str
    related: tuple[Stretch, ...] = ()


def thinned(places: list[int], crowd: int) -> list[int]:
    """``places``, which are in order, without those of which ``crowd`` others stand in the 400 characters before."""
    if len(places) <= crowd:
        return places
    kept = places[:crowd]
    for at in places[crowd:]:
        if at - kept[-crowd] > _CROWDED:
            kept.append(at)
    return kept
