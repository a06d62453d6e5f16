"""Words of the field with one character of the same sound or look: 行政附议, 占到经营, 执法入员."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Protocol

import ahocorasick

from desktop.checking.observations.anchors import by_look
from desktop.checking.observations.material import Material, Stretch
from desktop.packs.observation_model import SoundWords


class _Automaton(Protocol):
    def iter(self, text: str) -> Iterator[tuple[int, tuple[str, ...]]]: ...


@lru_cache(maxsize=4)
def sound_table(words: SoundWords) -> dict[int, str]:
    """For ``str.translate``: every character that has others of its sound becomes the first of them."""
    return {ord(sign): group[0] for group in words.sounds for sign in group}


@lru_cache(maxsize=4)
def _sound_list(words: SoundWords) -> list[int | str]:
    """``sound_table`` for characters of the first plane: to look into a list is quicker than not to find in a dict."""
    table: list[int | str] = list(range(0x10000))
    for sign, first in sound_table(words).items():
        if sign < len(table):
            table[sign] = first
    return table


@lru_cache(maxsize=4)
def _by_sound(words: SoundWords) -> _Automaton | None:
    """The terms as they read after ``sound_table``, None where there are none."""
    by_fold: dict[str, list[str]] = {}
    for term in words.terms:
        by_fold.setdefault(term.translate(sound_table(words)), []).append(term)
    automaton = ahocorasick.Automaton()
    for fold, terms in by_fold.items():
        automaton.add_word(fold, tuple(terms))
    automaton.make_automaton()
    return automaton if by_fold else None


def sounding_alike(material: Material) -> Iterator[tuple[Stretch, str]]:
    """Where a term is written with one wrong character, and the term as it should be."""
    for stretch, term in (*_found_by_sound(material), *_found_by_look(material)):
        written = material.text[slice(*stretch)]
        natural = any(one in written for one in material.words.sound.natural)
        if not natural and not material.clauses.title_around(*stretch):
            yield stretch, term


def _found_by_sound(material: Material) -> Iterator[tuple[Stretch, str]]:
    text, words = material.text, material.words.sound
    automaton = _by_sound(words)
    if automaton is None:
        return
    for last, terms in automaton.iter(text.translate(_sound_list(words))):
        start, end = last + 1 - len(terms[0]), last + 1
        written = text[start:end]
        if written not in terms:
            one_off = (term for term in terms if sum(map(str.__ne__, written, term)) == 1)
            yield from (((start, end), term) for term in islice(one_off, 1))


def _found_by_look(material: Material) -> Iterator[tuple[Stretch, str]]:
    forms = by_look(material.words.sound)
    for wrong in material.standing(forms):
        yield from (((at, at + len(wrong)), forms[wrong]) for at in material.places(wrong))
