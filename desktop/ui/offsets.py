"""Our offsets are Python characters, Qt's positions are UTF-16 units: one map between the two."""

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# Qt would start a new paragraph at these, or fold two into one; every offset after them would be wrong.
_BREAKING = str.maketrans(dict.fromkeys("\0\r\u2028\u2029\ufdd0\ufdd1", " "))


def shown_text(text: str) -> str:
    """``text`` with the characters Qt treats as paragraph marks shown as blanks; as long as before."""
    return text.translate(_BREAKING)


class OffsetMap:
    """Converts offsets into one text both ways."""

    def __init__(self, text: str) -> None:
        self._wide = [found.start() for found in _ASTRAL.finditer(text)]
        self._wide_units = [start + before for before, start in enumerate(self._wide)]
        self.characters = len(text)
        self.units = len(text) + len(self._wide)

    def to_units(self, offset: int) -> int:
        """The UTF-16 position of the character at ``offset``."""
        return offset + bisect_left(self._wide, offset)

    def to_characters(self, position: int) -> int:
        """The offset of the character at a UTF-16 position; from inside a pair, that pair's character."""
        index = bisect_right(self._wide_units, position - 1)
        if index and self._wide_units[index - 1] == position - 1:
            return self._wide[index - 1]
        return position - index
