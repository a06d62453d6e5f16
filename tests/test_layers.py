"""Imports point one way, and Qt stays in the window: read from the code itself."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EVERYBODY = {"errors", "pdfium", "paths", "settings", "log", "__version__"}
ALLOWED = {
    "reading": set[str](),
    "packs": {"reading.draft"},
    "checking": {
        "reading.draft",
        "reading.points",
        "reading.numbering",
        "packs.kinds",
        "packs.model",
        "packs.observation_model",
        "packs.wording_model",
        "packs.choose",
    },
    "output": {"checking.result", "checking.status", "packs.kinds", "packs.model", "reading.draft"},
    "history": {"checking.result", "checking.status", "packs.kinds", "packs.model", "reading.draft"},
    "ui": {"output", "history", "checking", "packs", "reading"},
}
LATE = {"sqlalchemy", "reportlab", "jieba", "lxml", "docx", "rich", "pypdfium2"}
"""Modules that cost more to import than the whole command line."""


def _modules(folder: str = "") -> list[Path]:
    return sorted((ROOT / "desktop" / folder).rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    """Dotted names this module imports; ours without the package's own name in front."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module if node.module != "desktop" else f"desktop.{node.names[0].name}"


@pytest.mark.parametrize("room", ALLOWED)
def test_imports_point_one_way(room: str) -> None:
    wrong = []
    for path in _modules(room):
        for name in _imports(path):
            if not name.startswith("desktop."):
                continue
            target = name.removeprefix("desktop.")
            first = target.split(".")[0]
            if first != room and first not in EVERYBODY and not {target, first} & ALLOWED[room]:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong


def test_every_room_has_its_rule() -> None:
    rooms = {one.name for one in (ROOT / "desktop").iterdir() if (one / "__init__.py").is_file()}
    assert rooms == set(ALLOWED)


def test_qt_lives_in_the_window_alone() -> None:
    users = {path for path in _modules() if any(name.split(".")[0] == "PySide6" for name in _imports(path))}
    # app.py makes the window's process, and nothing else.
    assert {path for path in users if ROOT / "desktop" / "ui" not in path.parents} <= {ROOT / "desktop" / "app.py"}


def test_the_command_line_starts_without_heavy_modules() -> None:
    code = "import sys, desktop.cli; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not set(done.stdout.split()) & (LATE | {"PySide6", "yaml", "ahocorasick"})
