"""Every literal that observations start from, found in one pass over the text."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

import ahocorasick

from desktop.checking.observations.anchors import wording_anchors
from desktop.packs.observation_model import ObservationWords

_FIXED = (
    *("其中", "共", "合计", "总计", "剩余", "其余", "余下", "剩下", "尚余", "还剩", "还有", "尚有", "平均每"),
    *("由", "从", "某某", "某月某日", "[", "【", "(", "〔", "<", "mergeformat"),
    *("(20", ",即20", "年(", "截至", "截止", "、", "于20", "在20"),
    *("同志", "住", "地址", "卡号", "账号", "银行卡", "身份证"),
)
"""Words and signs named in the code itself. One that is missing here is found all the same, only slower."""


class _Automaton(Protocol):
    def iter(self, text: str) -> Iterator[tuple[int, str]]: ...


@lru_cache(maxsize=4)
def _automaton(words: ObservationWords) -> tuple[_Automaton, frozenset[str]]:
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
    automaton = ahocorasick.Automaton()
    for word in sorted(known):
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton, frozenset(known)


def find_triggers(text: str, words: ObservationWords) -> tuple[dict[str, list[int]], frozenset[str]]:
    """The starts of every known literal in squeezed ``text``, and the literals that were looked for."""
    automaton, known = _automaton(words)
    found: dict[str, list[int]] = {}
    for last, word in automaton.iter(text):
        start = last - len(word) + 1
        if word in found:
            found[word].append(start)
        else:
            found[word] = [start]
    return found, known
