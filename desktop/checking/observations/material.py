"""What every kind of observation looks at, and what it hands back."""

from dataclasses import dataclass
from functools import cached_property

from desktop.checking.clauses import Clauses
from desktop.checking.observations.amounts import Amounts, find_amounts
from desktop.checking.result import Severity
from desktop.checking.squeeze import Squeezed
from desktop.checking.structure import StructureFacts
from desktop.packs.observation_model import ObservationWords
from desktop.reading.draft import Draft

Stretch = tuple[int, int]
"""Start and end in squeezed text."""


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


def places_of(word: str, text: str, crowd: int = 12) -> list[int]:
    """The starts of ``word`` in ``text``, at most ``crowd`` of them within any 400 characters."""
    found: list[int] = []
    at = text.find(word)
    while at >= 0:
        if len(found) < crowd or at - found[-crowd] > 400:
            found.append(at)
        at = text.find(word, at + len(word))
    return found
