from collections.abc import Callable

import pytest
from generators import observations_of, words_only

from desktop.checking.result import Observation
from desktop.packs.model import Checklists

Look = Callable[..., tuple[Observation, ...]]


@pytest.fixture(scope="session")
def observation_lists() -> Checklists:
    return words_only()


@pytest.fixture(scope="session")
def look(observation_lists: Checklists) -> Look:
    """What is observed in a text: ``look(text, kind)``."""

    def observed(text: str, kind: str | None = None) -> tuple[Observation, ...]:
        return tuple(one for one in observations_of(text, observation_lists) if kind in (None, one.kind))

    return observed
