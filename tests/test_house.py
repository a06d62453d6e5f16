"""The sizes the code keeps to, and what must not be in the project."""

import ast
import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _own_files(*endings: str) -> list[Path]:
    """Files that belong to the project: everything but what .gitignore names."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True
        )
        names = listed.stdout.decode("utf-8").split("\0") if listed.returncode == 0 else []
    except OSError:
        names = []
    if not names:
        pytest.skip("not a git clone")
    return [ROOT / name for name in names if name.endswith(endings) and (ROOT / name).is_file()]


def _length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_modules_are_short() -> None:
    modules = [path for path in _own_files(".py") if path.name != "__init__.py"]
    assert {str(path.relative_to(ROOT)): _length(path) for path in modules if _length(path) > 400} == {}
    assert statistics.median(_length(path) for path in modules) <= 150


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in (ROOT / "desktop").rglob("*.py") if not ast.get_docstring(ast.parse(path.read_bytes()))]
    assert silent == []


def test_nothing_of_one_machine_is_in_the_project() -> None:
    # Written apart, or this very file would be found.
    banned = re.compile(
        "|".join(("/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/", "files\\.pythonho" + "sted", "pypi\\.o" + "rg"))
    )
    found = []
    for path in _own_files(".py", ".md", ".yaml", ".toml", ".lock", ".nsi", ".txt", ".sh", "run"):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if banned.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line[:80]}")
    assert found == []
