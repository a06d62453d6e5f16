"""Set phrases compared fuzzily: found by their pieces, of which a slip always leaves one untouched."""

from collections.abc import Iterator
from re import compile as pattern

from desktop.checking.observations.anchors import Phrase, phrases_of
from desktop.checking.observations.material import Material, Stretch

_JOINTS = pattern("[、,和与及或并]")
_JOINTS_AND_NOT = pattern("不得|没有|[、,和与及或并也不未]")


def nearly(material: Material) -> Iterator[tuple[Stretch, str]]:
    """Where a set phrase is written a little differently, and the phrase as it should be."""
    text = material.text
    told: list[Stretch] = []
    for phrase in phrases_of(material.words):
        if not material.met([piece for _, piece in phrase.pieces]):
            continue
        whole = set(material.places(phrase.text))
        seen: set[int] = set()
        for offset, piece in phrase.pieces:
            for at in material.places(piece):
                start = at - offset
                if start in whole or any(start + shift in seen for shift in range(-2, 3)):
                    continue
                low = max(0, start - phrase.slack)
                window = text[low : start + len(phrase.text) + phrase.slack]
                beside = text[max(0, low - 4) : start + 40]
                if phrase.text in window or any(right in beside for right in phrase.accept):
                    continue
                seen.add(start)
                found = _closest(phrase, window)
                if found is None:
                    continue
                stretch = low + found[0], low + found[1]
                if not any(first < stretch[1] and stretch[0] < last for first, last in told):
                    told.append(stretch)
                    yield stretch, phrase.shown


def _closest(phrase: Phrase, window: str) -> tuple[int, int] | None:
    """The part of ``window`` that is the phrase with a few characters changed, lost or put in; None if none is.

    Its first and last two characters stand as they should, or only its last one differs.
    """
    want = phrase.text
    if (
        len(phrase.signs.difference(window)) > phrase.slack
        or sum(sign in window for sign in want) < len(want) - phrase.slack
    ):
        return None
    start = window.find(want[:2])
    if start >= 0 and window.startswith(want[:-1], start) and window[start + len(want) - 1 :][:1].isalpha():
        return start, start + len(want)
    end = window.rfind(want[-2:])
    if start < 0 or end < start + 2 or abs(end + 2 - start - len(want)) > phrase.slack:
        return None
    part = window[start : end + 2]
    edits = _distance(part, want, phrase.slack)
    if not 0 < edits <= phrase.slack or "\n" in part or _is_meant(part, want):
        return None
    return start, end + 2


def _is_meant(part: str, want: str) -> bool:
    """Whether somebody who knows the phrase may have written ``part``: other words, joints, or a word put in."""
    return _other_word(part, want) or _same_words(part, want) or _word_put_in(part, want)


def _word_put_in(part: str, want: str) -> bool:
    """Whether nothing but one more word stands in it: 主要负责人（将、切实）履行; a sign typed twice is none."""
    more = len(part) - len(want)
    if more < 1:
        return False
    at = next((at for at, sign in enumerate(want) if part[at] != sign), len(want))
    put_in = part[at : at + more]
    return part[:at] + part[at + more :] == want and not set(put_in) & set(
        part[max(0, at - 1) : at] + want[at : at + 1]
    )


def _same_words(part: str, want: str) -> bool:
    """Whether only marks and the words that join differ, or each member has a 不 of its own: a matter of style."""
    joints = _JOINTS if "不" in want else _JOINTS_AND_NOT
    return joints.sub("", part) == joints.sub("", want)


def _other_word(part: str, want: str) -> bool:
    """Whether one member of a row is another word altogether: 法治某县 in place of 法治国家 is meant so."""
    if len(part) != len(want):
        return False
    apart = [at for at, sign in enumerate(part) if sign != want[at]]
    if len(apart) != 2 or apart[1] != apart[0] + 1 or set(part[apart[0] : apart[1] + 1]) & set(want):
        return False
    return want.count(want[max(0, apart[0] - 2) : apart[0]]) > 1


def _distance(one: str, other: str, most: int) -> int:
    """How many characters have to be changed, taken out or put in; ``most`` + 1 when more than ``most``."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if max(len(one), len(other)) > 3 * most:
        return most + 1
    row = list(range(len(other) + 1))
    for index, sign in enumerate(one, 1):
        last, row[0] = row[0], index
        for at, counter in enumerate(other, 1):
            last, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, last + (sign != counter))
    return row[-1]
