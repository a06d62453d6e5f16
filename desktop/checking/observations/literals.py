"""Every literal that observations start from: they are found together with the words of the rules, in one pass."""

from functools import lru_cache

from desktop.checking.observations.anchors import wording_anchors
from desktop.packs.observation_model import ObservationWords

_FIXED = (
    *("其中", "合计", "总计", "剩余", "其余", "余下", "剩下", "尚余", "还剩", "还有", "尚有", "平均每"),
    *("某某", "某月某日", "mergeformat", "(20", ",即20", "年(", "截至", "截止", "于20", "在20", "同志"),
)
"""Words named in the code itself. One that is missing here is found all the same, each by itself."""


@lru_cache(maxsize=4)
def known_literals(words: ObservationWords) -> frozenset[str]:
    """Every word that observations start from, as it stands in squeezed text."""
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
    known |= {word for one in words.contradiction.follows for word in one.words}
    known |= {word for quantity in words.contradiction.quantities for word in quantity.words}
    known |= {*words.contradiction.no_power, "第一责任人"}
    known |= {*words.privacy.private_roles, *words.privacy.offices}
    known |= set(wording_anchors(words))
    return frozenset(known)


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
