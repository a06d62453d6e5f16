"""What holds for every test: no window on a screen, and nothing written where the user's own data lies."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def data_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("FAZHI_DATA")
    os.environ["FAZHI_DATA"] = str(tmp_path_factory.mktemp("data"))
    yield
    os.environ.pop("FAZHI_DATA")
    if before is not None:
        os.environ["FAZHI_DATA"] = before


@pytest.fixture(autouse=True)
def uncounted(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests marked ``uncounted`` run without lines being counted.

    ``no_cover`` of pytest-cov does not do that in several processes, where one count is begun inside another.
    """
    if request.node.get_closest_marker("uncounted") is None:
        yield
        return
    counting = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(counting)
