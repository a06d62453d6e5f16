"""Where the steps of a release find and put things, and what the results are called."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build" / "packaging"
CACHE = BUILD / "cache"
TOOLS = BUILD / "tools"
DIST = ROOT / "dist"

NAME = "法治报告自检"
PUBLISHER = "法治报告自检项目"
WINDOW_PROGRAM = f"{NAME}.exe"
CONSOLE_PROGRAM = "fazhi-cli.exe"
UNINSTALLER = "uninstall.exe"
MANUAL = "安装说明.md"
NOTICES = "第三方许可.txt"
LICENCE = "LICENSE.txt"

OWN_FOLDERS = ("desktop", "checklists", "resources", "seeds")
"""What of the project itself goes into the program's folder."""

PYTHON = (3, 11)
MEGABYTE = 1_000_000


class Stop(Exception):
    """The release cannot go on: one Chinese sentence, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Platform:
    """One system the program is packaged for."""

    name: str
    wheels: tuple[str, ...]
    """The tags pip is asked for."""

    python: str
    """The folder of Python's own modules that are compiled, from the stage's root."""

    @property
    def lock(self) -> Path:
        """The packages with one hash each."""
        return PACKAGING / f"{self.name}.lock"

    @property
    def stage(self) -> Path:
        """The folder that becomes the program's folder."""
        return BUILD / self.name


WINDOWS = Platform("windows", ("win_amd64",), "python")
LINUX = Platform("linux", ("manylinux_2_28_x86_64", "manylinux2014_x86_64"), "python/lib/python3.11")
PLATFORMS = (WINDOWS, LINUX)


def version() -> str:
    """The program's version, read without importing it."""
    source = (ROOT / "desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', source, re.MULTILINE)
    if not found:
        raise Stop('desktop/__init__.py 里没有 __version__ = "数.数.数"，请补上版本号。')
    return found[1]


def say(line: str) -> None:
    """Print a line of the log at once."""
    print(line, flush=True)


@contextmanager
def step(title: str) -> Iterator[Callable[[str], None]]:
    """Print ``title``, then what the step says of itself, then the time it took."""
    say(f"== {title}")
    begun = time.monotonic()
    yield lambda line: say(f"   {line}")
    say(f"   用时 {time.monotonic() - begun:.1f} 秒")


def run(command: Sequence[str | Path], trouble: str, cwd: Path | None = None) -> str:
    """Run ``command`` and give what it printed. Raises Stop with ``trouble`` and the last lines when it fails."""
    try:
        done = subprocess.run([str(one) for one in command], cwd=cwd, capture_output=True, check=False)
    except OSError as error:
        raise Stop(f"{trouble}（没有命令 {command[0]}）") from error
    text = (done.stdout + done.stderr).decode("utf-8", errors="replace")
    if done.returncode != 0:
        raise Stop(f"{trouble}\n" + "\n".join(text.splitlines()[-12:]))
    return text


def need(command: str, package: str) -> str:
    """The path of ``command``. Raises Stop that names the Debian package when it is missing."""
    found = shutil.which(command)
    if not found:
        raise Stop(f"没有命令 {command}，请先安装：apt-get install -y --no-install-recommends {package}")
    return found


def build_python() -> str:
    """A CPython 3.11, whose standard library and compiler fit the packaged one. Raises Stop."""
    if sys.version_info[:2] == PYTHON and sys.implementation.name == "cpython":
        return str(Path(sys.base_prefix) / "bin" / "python3.11")
    return need("python3.11", "python3.11 python3.11-venv")


def files_below(folder: Path) -> list[Path]:
    """All files below ``folder``, sorted, links to files included."""
    return sorted(one for one in folder.rglob("*") if one.is_file())


def size_of(folder: Path) -> int:
    """Bytes of all files below ``folder``."""
    return sum(one.stat().st_size for one in files_below(folder) if not one.is_symlink())


def empty(folder: Path) -> Path:
    """``folder``, made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
