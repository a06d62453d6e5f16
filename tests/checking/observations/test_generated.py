"""A slice of the planted defects and their sound twins; generators.py runs thousands."""

import pytest
from generators import MAKERS, alarms, missed

from desktop.packs.model import Checklists

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

_SLICE = 60


@pytest.mark.parametrize("kind", MAKERS)
def test_planted_defects_are_found(kind: str, observation_lists: Checklists) -> None:
    lost = [one[1] for one in (missed(kind, number, observation_lists) for number in range(_SLICE)) if one]
    assert len(lost) <= 2, lost


@pytest.mark.parametrize("kind", MAKERS)
def test_sound_twins_raise_no_alarm(kind: str, observation_lists: Checklists) -> None:
    false = [
        (one.kind, one.text, one.message) for number in range(_SLICE) for one in alarms(kind, number, observation_lists)
    ]
    assert not false
