"""A fresh Wine prefix without a network, and a plain Python in it that starts programs and reads the registry."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from release.fetch import locked_files
from release.places import PACKAGING, ROOT, WINDOWS, Stop, empty, need, run
from release.runtime import MINGW, library_files, standard_library, windows_runtime
from release.stage import own_files, unpack

LONGEST = 900
CHECKED_KEYS = (
    "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
    "Software\\Classes",
    "Software\\Microsoft\\Windows\\CurrentVersion\\Run",
)


@dataclass(frozen=True, slots=True)
class Wine:
    """One prefix, with its work folder beside it."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    """What stands before ``wine``: a clock of another year."""

    @property
    def prefix(self) -> Path:
        """Where Wine keeps its drives and registry."""
        return self.folder / "prefix"

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.prefix / "drive_c"

    @property
    def user(self) -> Path:
        """The user's own folder."""
        return next(one for one in sorted((self.drive / "users").iterdir()) if one.name != "Public")

    @property
    def local(self) -> Path:
        """%LOCALAPPDATA%."""
        return self.user / "AppData" / "Local"

    def make(self) -> None:
        """A new prefix that claims to be Windows 10. Raises Stop."""
        shutil.rmtree(self.prefix, ignore_errors=True)
        self.start("winecfg", "-v", "win10")
        if not self.drive.is_dir():
            raise Stop("Wine 没有建成，请确认已安装 wine 和 wine64。")

    def start(self, *words: str) -> str:
        """Run something under Wine and give what it printed; its exit status is not to be trusted."""
        command = [*_without_network(), *self.before, "wine", *words]
        # Without standard input, or with output into a file, Python dies at its start here.
        script = '"$@" </dev/null 2>&1 | cat'
        variables = {one: value for one, value in os.environ.items() if one != "DISPLAY"}
        variables |= {"WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
        variables |= {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **self.environment}
        try:
            done = subprocess.run(
                ["sh", "-c", script, "sh", *command], env=variables, capture_output=True, timeout=LONGEST, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise Stop(f"在 Wine 里等了 {LONGEST} 秒没有结束：{words[0]}") from error
        return done.stdout.decode("utf-8", errors="replace")

    def settle(self) -> None:
        """Wait until nothing runs in the prefix any more."""
        variables = dict(os.environ, WINEPREFIX=str(self.prefix))
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(["wineserver", "-w"], env=variables, capture_output=True, check=False, timeout=120)

    def stop(self) -> None:
        """End everything that runs in the prefix."""
        variables = dict(os.environ, WINEPREFIX=str(self.prefix))
        subprocess.run(["wineserver", "-k"], env=variables, capture_output=True, check=False)
        self.settle()

    def ask(self, *orders: dict[str, Any]) -> list[dict[str, Any]]:
        """Let inside_wine.py carry out ``orders``. Raises Stop when it never answered."""
        asked, answered = self.folder / "orders.json", self.folder / "answers.json"
        answered.unlink(missing_ok=True)
        asked.write_text(json.dumps(orders), encoding="utf-8")
        script = PACKAGING / "trial" / "inside_wine.py"
        printed = self.start(seen(self.folder / "plain" / "python.exe"), *map(seen, (script, asked, answered)))
        if not answered.is_file():
            raise Stop(f"Wine 里的 Python 没有答复：{printed[-600:]}")
        given: list[dict[str, Any]] = json.loads(answered.read_text(encoding="utf-8"))
        return given

    def run(self, line: str) -> dict[str, Any]:
        """Run one command line: ``status``, ``seconds``, ``printed``."""
        return self.ask({"kind": "run", "line": line})[0]

    def registry(self) -> dict[str, Any]:
        """The current user's values where an installer could leave something."""
        return self.ask({"kind": "registry", "keys": CHECKED_KEYS})[0]

    def files(self, without: Sequence[Path] = ()) -> set[Path]:
        """All files of drive C, apart from those below ``without`` and Wine's own Windows."""
        left = (self.drive / "windows", *without)
        return {one for one in self.drive.rglob("*") if one.is_file() and not any(two in one.parents for two in left)}

    def seen(self, path: Path) -> str:
        """A path on drive C as Windows names it."""
        return "C:\\" + "\\".join(path.relative_to(self.drive).parts)


def seen(path: Path) -> str:
    """Any path of this machine as Windows names it."""
    return "Z:" + str(path).replace("/", "\\")


def make_plain_python(folder: Path) -> None:
    """A Python with all packages whole and the project's code, as a developer would install it under Windows."""
    empty(folder).rmdir()
    windows_runtime(folder, None)
    for name in ("python311.zip", "python311._pth"):
        (folder / name).unlink()
    for one in library_files():
        target = folder / "Lib" / one.relative_to(standard_library())
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(one, target)
    packages = folder / "Lib" / "site-packages"
    for one in locked_files(WINDOWS.lock):
        unpack(one, packages)
    for name in own_files():
        target = packages / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target)
    command: list[str | Path] = [
        need(MINGW, "gcc-mingw-w64-x86-64"),
        "-Os",
        "-s",
        "-municode",
        "-o",
        folder / "python.exe",
    ]
    run([*command, PACKAGING / "trial" / "plain.c"], "没有编译成试验用的 python.exe。")


def _without_network() -> tuple[str, ...]:
    """What starts a process that has no network at all; nothing where the system does not allow that."""
    done = subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False)
    return ("unshare", "-n") if done.returncode == 0 else ()
