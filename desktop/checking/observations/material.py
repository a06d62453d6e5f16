"""What every kind of observation looks at, and what it hands back."""

from dataclasses import dataclass
from functools import cached_property

from desktop.checking.clauses import Clauses
from desktop.checking.observations.amounts import Amounts, find_amounts
from desktop.checking.observations.triggers import find_triggers
from desktop.checking.result import Severity
from desktop.checking.squeeze import Squeezed
from desktop.checking.structure import StructureFacts
from desktop.packs.observation_model import ObservationWords
from desktop.reading.draft import BlockKind, Draft

Stretch = tuple[int, int]
"""Start and end in squeezed text."""


_CROWDED = 400


@dataclass(frozen=True, eq=False)
class Material:
    """One draft with everything observations rest on. ``year`` is the report year, None when not known."""

    draft: Draft
    squeezed: Squeezed
    clauses: Clauses
    facts: StructureFacts
    words: ObservationWords
    year: int | None

    @property
    def text(self) -> str:
        """The squeezed text all offsets below refer to."""
        return self.squeezed.text

    @cached_property
    def amounts(self) -> Amounts:
        """Every number with its unit."""
        return find_amounts(self.squeezed.text)

    @cached_property
    def _triggers(self) -> tuple[dict[str, list[int]], frozenset[str]]:
        return find_triggers(self.squeezed.text, self.words)

    def places(self, word: str, crowd: int = 12) -> list[int]:
        """The starts of ``word``, at most ``crowd`` of them within any 400 characters."""
        found, known = self._triggers
        places = found.get(word)
        if places is None:
            return [] if word in known else _everywhere(word, self.squeezed.text)
        if len(places) <= crowd:
            return places
        kept: list[int] = []
        for at in places:
            if len(kept) < crowd or at - kept[-crowd] > _CROWDED:
                kept.append(at)
        return kept

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


def _everywhere(word: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + len(word))
    return found
