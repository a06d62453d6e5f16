"""No ``__init__.py`` here: a package of this name would stand before the library ``packaging`` that pytest uses."""

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def icon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's icon, drawn once."""
    from release.icon import draw_icon

    target = tmp_path_factory.mktemp("icon") / "program.ico"
    draw_icon([sys.executable], target)
    return target


@pytest.fixture
def mingw() -> None:
    """Skips where Windows programs cannot be compiled."""
    if not shutil.which("x86_64-w64-mingw32-gcc"):
        pytest.skip("mingw is not installed: python3 packaging/build.py machine")


@pytest.fixture
def nsis() -> None:
    """Skips where installers cannot be compiled."""
    if not shutil.which("makensis"):
        pytest.skip("nsis is not installed: python3 packaging/build.py machine")
