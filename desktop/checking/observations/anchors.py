"""The literals that observations on wording start from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop.checking.squeeze import squeeze_words
from desktop.packs.observation_model import ObservationWords, SoundWords

_LONG = 12
"""From this many characters on a phrase may be two characters off."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as shown and squeezed, how many characters it may be off, and its pieces with their places in it."""

    shown: str
    text: str
    slack: int
    accept: tuple[str, ...]
    pieces: tuple[tuple[int, str], ...]
    signs: frozenset[str]


@lru_cache(maxsize=4)
def phrases_of(words: ObservationWords) -> tuple[Phrase, ...]:
    """The phrases of typo.yaml, each with its pieces and where they begin in it, the longest first."""
    made = []
    for one in words.typo.phrases:
        text = squeeze_words(one.phrase)
        slack = 2 if len(text) >= _LONG else 1
        cuts = [round(number * len(text) / (slack + 1)) for number in range(slack + 2)]
        pieces = tuple((low, text[low:high]) for low, high in zip(cuts, cuts[1:], strict=False))
        made.append(Phrase(one.phrase, text, slack, tuple(map(squeeze_words, one.accept)), pieces, frozenset(text)))
    return tuple(sorted(made, key=lambda one: -len(one.text)))


@lru_cache(maxsize=4)
def by_look(words: SoundWords) -> dict[str, str]:
    """The terms with one character changed for one of its look, each with the term."""
    alike = {sign: group for group in words.looks for sign in group}
    wrong: dict[str, str] = {}
    for term in words.terms:
        for at, sign in enumerate(term):
            for other in alike.get(sign, "").replace(sign, ""):
                wrong.setdefault(term[:at] + other + term[at + 1 :], term)
    return {form: term for form, term in wrong.items() if form not in words.terms}


def wording_anchors(words: ObservationWords) -> Iterator[str]:
    """Every word of term, name and typo that is looked for in squeezed text."""
    yield from ("法治审核", "同志", "有无无", "想")
    for term in words.term.superseded:
        yield from map(squeeze_words, term.words)
    for idea in words.term.ideas:
        yield squeeze_words(idea.name)
    for body in words.name.renamed:
        yield from body.old
    for own in words.name.own:
        yield from own.never
    yield from words.name.posts
    for slip in words.typo.slips:
        yield slip.wrong
    for context in words.typo.contexts:
        yield context.wrong
    for phrase in phrases_of(words):
        yield phrase.text
        yield from (piece for _, piece in phrase.pieces)
    yield from by_look(words.sound)
