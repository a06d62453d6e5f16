"""The words of a stretch and what stands around it: shared by the observations on wording."""

from collections.abc import Iterable

from desktop.checking.observations.material import Material, Stretch

_STOPS = ",;:。!?\n"
_MORE = 12
"""How much further than asked a quotation may reach to show whole words."""
_JOINS = frozenset("、的了和与及对在将为是等并于从把被向以")
"""A quotation can begin behind these, and end before them."""
_OPENS = frozenset("《(")
_CLOSES = frozenset("》)等了的")


def around(stretch: Stretch, material: Material, before: int = 6, after: int = 6) -> Stretch:
    """``stretch`` with the words on either side: its whole clause where that is short.

    In a long clause the quotation begins and ends beside a word that joins or closes others (的, 、, 和 …), at
    least ``before`` and ``after`` characters away if the clause has as many.
    """
    text = material.text
    low, high = stretch
    while low > 0 and text[low - 1] not in _STOPS and stretch[0] - low < before + _MORE:
        low -= 1
    if stretch[0] - low == before + _MORE:
        least = stretch[0] - before
        low = next((at for at in range(least, low - 1, -1) if text[at - 1] in _JOINS or text[at] in _OPENS), least)
    while high < len(text) and text[high] not in _STOPS and high - stretch[1] < after + _MORE:
        high += 1
    if high - stretch[1] == after + _MORE:
        least = stretch[1] + after
        high = next(
            (at for at in range(least, high + 1) if text[at - 1] in _CLOSES or text[at : at + 1] in _JOINS), least
        )
    return low, high


def written(stretch: Stretch, material: Material) -> str:
    """The words of a stretch as the draft has them, without blanks."""
    start, end = material.squeezed.original_span(*stretch)
    return "".join(material.draft.text[start:end].split())


def says(words: Iterable[str], at: int, material: Material, reach: int = 60) -> bool:
    """Whether the sentence around ``at`` has one of ``words``, at most ``reach`` characters away."""
    sentence = material.text[slice(*material.sentence(at, reach))]
    return any(word in sentence for word in words)
