import pytest

from desktop.paths import seeds_folder
from desktop.reading.open_draft import open_draft
from tests.checking.metamorphic import cases, shares
from tests.loaded import the_checklists

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

_LEAST = 0.95
_SAME = ("加无关段落", "改换行", "加空格", "改全角半角", "改存为.docx")


@pytest.mark.parametrize("name", ["sample-2", "sample-3"])
def test_verdicts_follow_known_changes_of_a_sample_draft(name: str) -> None:
    """The longest sample takes half a minute: ``python -m tests.checking.metamorphic seeds`` does all three."""
    path = seeds_folder() / f"{name}.txt"
    for kind, (number, held, wrong) in shares(cases(name, open_draft(path), the_checklists())).items():
        assert number >= 10
        least = 0.99 if kind in _SAME else _LEAST
        assert held / number >= least, (kind, wrong)
