"""Words of the field with one character of the same sound or look: 行政附议, 占到经营, 执法入员."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import ahocorasick

from desktop.checking.observations.material import Material, Stretch
from desktop.packs.observation_model import SoundWords


class _Automaton(Protocol):
    def iter(self, text: str) -> Iterator[tuple[int, tuple[str, ...]]]: ...


@dataclass(frozen=True, eq=False)
class _Folded:
    """``table`` turns a character into the one that stands for its group, ``terms`` finds terms in such text."""

    table: dict[int, str]
    terms: _Automaton


@lru_cache(maxsize=4)
def _folded(words: SoundWords) -> tuple[_Folded, ...]:
    """The terms by sound and by look; nothing where there are none."""
    made = []
    for groups in (words.sounds, words.looks):
        table = {ord(sign): group[0] for group in groups for sign in group}
        by_fold: dict[str, list[str]] = {}
        for term in words.terms:
            by_fold.setdefault(term.translate(table), []).append(term)
        automaton = ahocorasick.Automaton()
        for fold, terms in by_fold.items():
            automaton.add_word(fold, tuple(terms))
        if by_fold:
            automaton.make_automaton()
            made.append(_Folded(table, automaton))
    return tuple(made)


@lru_cache(maxsize=4)
def sound_table(words: SoundWords) -> dict[int, str]:
    """For ``str.translate``: every character that has others of its sound becomes the first of them."""
    return {ord(sign): group[0] for group in words.sounds for sign in group}


def sounding_alike(material: Material) -> Iterator[tuple[Stretch, str]]:
    """Where a term is written with one wrong character, and the term as it should be."""
    text, words = material.text, material.words.sound
    for folded in _folded(words):
        for last, terms in folded.terms.iter(text.translate(folded.table)):
            end = last + 1
            start = end - len(terms[0])
            written = text[start:end]
            if written in terms or material.clauses.title_around(start, end):
                continue
            for term in terms:
                if sum(map(str.__ne__, written, term)) == 1 and not any(one in written for one in words.natural):
                    yield (start, end), term
                    break
