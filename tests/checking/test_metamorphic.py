from itertools import chain

import pytest

from desktop.paths import seeds_folder
from desktop.reading.open_draft import open_draft
from tests.checking.metamorphic import cases, shares
from tests.loaded import the_checklists

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

_LEAST = 0.95
_SAME = ("加无关段落", "改换行", "加空格", "改全角半角", "改存为.docx")


def test_verdicts_follow_known_changes_of_the_sample_drafts() -> None:
    checklists = the_checklists()
    paths = sorted(seeds_folder().glob("*.txt"))
    found = list(chain.from_iterable(cases(path.stem, open_draft(path), checklists) for path in paths))
    for kind, (number, held, wrong) in shares(iter(found)).items():
        assert number >= 10
        least = 0.99 if kind in _SAME else _LEAST
        assert held / number >= least, (kind, wrong)
