"""Every literal that observations start from, found in one pass over the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern, escape
from re import compile as pattern
from typing import Protocol

import ahocorasick

from desktop.checking.observations.anchors import wording_anchors
from desktop.packs.observation_model import ObservationWords

_FIXED = (
    *("其中", "合计", "总计", "剩余", "其余", "余下", "剩下", "尚余", "还剩", "还有", "尚有", "平均每"),
    *("某某", "某月某日", "mergeformat", "(20", ",即20", "年(", "截至", "截止", "于20", "在20", "同志"),
)
"""Words named in the code itself. One that is missing here is found all the same, each by itself."""

_COMMON = (
    ",法。、政的行一件人年执全作治和工市建项制实公办案府设局度开进规理部查有不事责会()在务对大个中审县学定员业要重.了次科组管上律议合发为等推动决任到依平委化报职监三关机主出范成问领新力处民用《"
    "》提单导权面文展强是信党加证区技以策专条题分督持调时入场门检习情家落解同企生改名格程体罚诉现二干方下由与过清核经级后性况把结告安网立意位统各服资评长通起月国录万台点及复众普日施好整记明量来保目"
    "高严步按自请完内没应考期%能接息求负地里第集社四坚交道我环织并书做站认宣营运镇小其系照标得见效取多传乡教参前户商收共省农于水群心份五序例本队率两校准论协履司师研计更备向室院修子元回代村批争据育"
    "划"
)
"""The commonest characters of such reports, the commonest first.

A word with any other character is looked for at that one: a scan for single characters passes over most of a text at
once, where an automaton of a thousand words takes many steps at each character.
"""

_RANK = {sign: len(_COMMON) - index for index, sign in enumerate(_COMMON)}


class _Automaton(Protocol):
    def iter(self, text: str) -> Iterator[tuple[int, str]]: ...


@dataclass(frozen=True, slots=True)
class _Literals:
    """Words ready for looking up: ``common`` those of common characters alone, all others by two characters.

    ``rare`` finds the rarest character of the other words where its neighbour fits; ``after`` holds the words by
    that character and the next, ``before`` those that end in it by it and the one before, each with its place.
    """

    common: _Automaton
    rare: Pattern[str]
    after: dict[str, tuple[tuple[str, int], ...]]
    before: dict[str, tuple[tuple[str, int], ...]]
    known: frozenset[str]


@lru_cache(maxsize=4)
def _literals(words: ObservationWords) -> _Literals:
    partitions = words.arithmetic.partitions
    known = {
        *_FIXED,
        *(word for one in partitions for word in one.closing),
        *words.placeholder.unfilled,
        *words.artefact.messages,
        *words.artefact.page_furniture,
        *words.artefact.line_starts,
        *(outline.name for outline in words.date.outlines),
        *(plan.name for plan in words.date.five_years),
        *(day.name for day in words.date.anniversaries),
    }
    known |= {word for topic in words.contradiction.topics for word in topic.words}
    known |= {word for quantity in words.contradiction.quantities for word in quantity.words}
    known |= {*words.contradiction.no_power, "第一责任人"}
    known |= {*words.privacy.private_roles, *words.privacy.offices}
    known |= set(wording_anchors(words))
    return _sorted_out(known)


def _sorted_out(known: Iterable[str]) -> _Literals:
    common = ahocorasick.Automaton()
    after: dict[str, list[tuple[str, int]]] = {}
    before: dict[str, list[tuple[str, int]]] = {}
    for word in sorted(known):
        place = min(range(len(word)), key=lambda at: _RANK.get(word[at], 0))
        if word[place] in _RANK or len(word) < 2:
            common.add_word(word, word)
        elif place + 1 < len(word):
            after.setdefault(word[place : place + 2], []).append((word, place))
        else:
            before.setdefault(word[place - 1 : place + 1], []).append((word, place))
    common.add_word("\0", "\0")
    common.make_automaton()
    signs = _any_of({pair[0] for pair in after} | {pair[1] for pair in before})
    nexts, lasts = _any_of({pair[1] for pair in after}), _any_of({pair[0] for pair in before})
    return _Literals(
        common,
        pattern(f"{signs}(?:(?={nexts})|(?<={lasts}{signs}))"),
        {pair: tuple(some) for pair, some in after.items()},
        {pair: tuple(some) for pair, some in before.items()},
        frozenset(known),
    )


def _any_of(signs: set[str]) -> str:
    return f"[{''.join(map(escape, sorted(signs)))}]" if signs else "[^\\s\\S]"


def find_literals(text: str, words: ObservationWords) -> tuple[dict[str, list[int]], frozenset[str]]:
    """The starts of every known literal in squeezed ``text``, and the literals that were looked for."""
    ready = _literals(words)
    found: dict[str, list[int]] = {}
    for last, word in ready.common.iter(text):
        found.setdefault(word, []).append(last - len(word) + 1)
    after, before = ready.after, ready.before
    for match in ready.rare.finditer(text):
        at = match.start()
        some = after.get(text[at : at + 2])
        if some is not None:
            _note(some, at, text, found)
        some = before.get(text[at - 1 : at + 1])
        if some is not None:
            _note(some, at, text, found)
    return found, ready.known


def everywhere(word: str, text: str) -> list[int]:
    """The starts of ``word`` in ``text``, those that overlap too."""
    found: list[int] = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found


def every(signs: str, text: str) -> list[int]:
    """Where any of a few characters stands; for one at a time there is nothing faster than ``find``."""
    return sorted(at for sign in signs for at in everywhere(sign, text))


def _note(words: tuple[tuple[str, int], ...], at: int, text: str, found: dict[str, list[int]]) -> None:
    for word, place in words:
        if text.startswith(word, at - place) and at >= place:
            found.setdefault(word, []).append(at - place)
