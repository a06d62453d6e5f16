"""The words of a stretch and what stands around it: shared by the observations on wording."""

from collections.abc import Iterable

from desktop.checking.observations.material import Material, Stretch

_STOPS = ",;:。!?\n"


def around(stretch: Stretch, material: Material, before: int = 6, after: int = 6) -> Stretch:
    """``stretch`` with a few characters on either side, inside its clause."""
    text = material.text
    low, high = stretch
    least, most = max(0, low - before), min(len(text), high + after)
    while low > least and text[low - 1] not in _STOPS:
        low -= 1
    while high < most and text[high] not in _STOPS:
        high += 1
    return low, high


def written(stretch: Stretch, material: Material) -> str:
    """The words of a stretch as the draft has them, without blanks."""
    start, end = material.squeezed.original_span(*stretch)
    return "".join(material.draft.text[start:end].split())


def says(words: Iterable[str], at: int, material: Material, reach: int = 60) -> bool:
    """Whether the sentence around ``at`` has one of ``words``, at most ``reach`` characters away."""
    sentence = material.text[slice(*material.sentence(at, reach))]
    return any(word in sentence for word in words)
