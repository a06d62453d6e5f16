"""Which section of this draft an item should be written in. No Qt.

The checklists name the section in general words (“严格规范公正文明执法”部分); a draft words its
headings in its own way, so the heading that shares the most with those words is taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.reading.draft import Draft, Section


_NAMED = re.compile("[“‘]([^“”‘’]{3,})[”’]")
ENOUGH = 0.4
"""At least this share of the pairs of letters must be in the heading."""


def section_for(draft: Draft, write_in: str) -> Section | None:
    """The section ``write_in`` speaks of, None where no heading comes near."""
    wanted = [_pairs(name) for name in _NAMED.findall(write_in)]
    best, best_share = None, 0.0
    for section in draft.sections:
        have = _pairs(section.title)
        for pairs in wanted:
            share = len(pairs & have) / len(pairs)
            # Of two headings that share as much, the shorter one is more to the point.
            share -= len(have - pairs) / 1000
            if share > best_share:
                best, best_share = section, share
    return best if best_share >= ENOUGH else None


def _pairs(words: str) -> set[str]:
    letters = re.sub(r"\W+", "", words)
    return {letters[at : at + 2] for at in range(len(letters) - 1)}
