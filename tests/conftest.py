"""What holds for every test: no window on a screen, and nothing written where the user's own data lies."""

import os

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
