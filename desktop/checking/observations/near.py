"""Names that are nearly a known name: an abbreviation of it, one character off, a few characters off."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from operator import add

_MOST_EDITS = 4
_REMEMBERED = 4000
"""Names whose neighbours are remembered: reports cite the same few hundred laws and documents."""


class Near:
    """An index of known names; every look-up costs a few steps per character, however many names there are."""

    def __init__(self, names: Iterable[str]) -> None:
        """``names`` in squeezed writing."""
        self.names = sorted(set(names))
        self._known = set(self.names)
        self._shortened: dict[str, list[str]] = defaultdict(list)
        self._pairs: dict[str, frozenset[str]] = {}
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._all_pairs: set[str] = set()
        self._first: dict[str, list[str]] = defaultdict(list)
        self.resembling = lru_cache(_REMEMBERED)(self._resembling)
        self.one_off = lru_cache(_REMEMBERED)(self._one_off)
        for name in self.names:
            self._first[name[0]].append(name)
            for at in range(len(name)):
                self._shortened[name[:at] + name[at + 1 :]].append(name)
            self._pairs[name] = _pairs(name)
            self._all_pairs |= self._pairs[name]
            self._by_length[len(name)].append(name)

    def abbreviated(self, text: str) -> str | None:
        """The only longer name with the first and last character of ``text`` that holds all of it in order."""
        found = [name for name in self._first.get(text[0], ()) if len(name) > len(text) and _holds(name, text)]
        return found[0] if len(found) == 1 and text not in self._known else None

    def _resembling(self, text: str) -> tuple[str, ...]:
        """The names of much the same length that have more than half of the pairs of characters of ``text``."""
        pairs = _pairs(text)
        least = 0.55 * len(pairs)
        if len(pairs & self._all_pairs) < least:
            return ()
        return tuple(
            name
            for length in range(len(text) - _MOST_EDITS, len(text) + _MOST_EDITS + 1)
            for name in self._by_length.get(length, ())
            if len(pairs & self._pairs[name]) >= least
        )

    def _one_off(self, text: str) -> str | None:
        """A name that ``text`` becomes when one character is put in, taken out or changed; None if it is a name."""
        if text in self._known:
            return None
        if text in self._shortened:
            return self._shortened[text][0]
        for at in range(len(text)):
            rest = text[:at] + text[at + 1 :]
            if rest in self._known:
                return rest
            for name in self._shortened.get(rest, ()):
                if len(name) == len(text) and name[:at] == text[:at] and name[at + 1 :] == text[at + 1 :]:
                    return name
        return None

    def few_off(self, text: str) -> str | None:
        """A name that differs in up to four single characters or lost pairs, never at its beginning."""
        if text in self._known or len(text) < 8:
            return None
        return next((name for name in sorted(self.resembling(text)) if _few_edits(name, text)), None)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map(add, text, text[1:]))


def near_index(names: Iterable[str]) -> Near:
    """The index of ``names``."""
    return Near(names)


def _holds(name: str, text: str) -> bool:
    if name[-1] != text[-1]:
        return False
    signs = iter(name)
    return all(sign in signs for sign in text)


def _few_edits(name: str, text: str) -> bool:
    edited = 0
    for tag, low, high, start, end in SequenceMatcher(None, name, text, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        size = max(high - low, end - start)
        lone = tag == "replace" and (high - low, end - start) == (1, 1)
        if low == 0 or (tag == "replace" and not lone) or size > 2 or (tag == "insert" and low == len(name)):
            return False
        edited += size
    return 0 < edited <= min(_MOST_EDITS, len(name) // 3)
