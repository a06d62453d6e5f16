"""Names that are nearly a known name: an abbreviation of it, one character off, a few characters off."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

_NONE: frozenset[str] = frozenset()


class Near:
    """An index of known names; every look-up costs a few steps per character, however many names there are."""

    def __init__(self, names: Iterable[str]) -> None:
        """``names`` in squeezed writing."""
        self.names = sorted(set(names))
        self._known = set(self.names)
        self._shortened: dict[str, list[str]] = defaultdict(list)
        self._triples: dict[str, set[str]] = {}
        self._first: dict[str, list[str]] = defaultdict(list)
        for name in self.names:
            self._first[name[0]].append(name)
            for at in range(len(name)):
                self._shortened[name[:at] + name[at + 1 :]].append(name)
            for at in range(len(name) - 2):
                self._triples.setdefault(name[at : at + 3], set()).add(name)

    def abbreviated(self, text: str) -> str | None:
        """The only longer name with the first and last character of ``text`` that holds all of it in order."""
        found = [name for name in self._first.get(text[0], ()) if len(name) > len(text) and _holds(name, text)]
        return found[0] if len(found) == 1 and text not in self._known else None

    def one_off(self, text: str) -> str | None:
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
        near: set[str] = set()
        for at in range(len(text) - 2):
            near |= self._triples.get(text[at : at + 3], _NONE)
        pairs = {text[at : at + 2] for at in range(len(text) - 1)}
        for name in sorted(near):
            alike = sum(pair in name for pair in pairs) >= 0.55 * len(pairs)
            if alike and abs(len(name) - len(text)) <= 4 and _few_edits(name, text):
                return name
        return None


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
    return 0 < edited <= min(4, len(name) // 3)
