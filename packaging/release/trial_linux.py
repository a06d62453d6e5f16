"""The Linux archive on this Linux: unpacked where names are Chinese, tried, put into the menu, removed."""

import os
import shutil
import statistics
import subprocess
import tarfile
import time
from dataclasses import dataclass
from pathlib import Path

from release.fetch import locked_files
from release.installer import linux_name
from release.ledger import Ledger
from release.own_list import TITLE, put_own_list
from release.places import DIST, LINUX, MEGABYTE, NAME, ROOT, build_python, empty, files_below, size_of
from release.stage import unpack
from release.trial_windows import MOST_SLOWER, ROUNDS, SEED


@dataclass(frozen=True, slots=True)
class Done:
    """How one command ended."""

    status: int
    printed: str
    seconds: float


class LinuxTrial:
    """One unpacked program with a home folder of its own."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self.ledger = ledger
        self.folder = folder
        self.home = folder / "用户 家"
        self.place = folder / "程序 文件" / linux_name()

    def run(self) -> None:
        """Every part, in order."""
        parts = {
            "Linux：解开": self._unpack,
            "Linux：自检": self._selftests,
            "Linux：速度": self._speed,
            "Linux：开始菜单": self._menu,
            "Linux：便携": self._portable,
        }
        for title, work in parts.items():
            self.ledger.part(title, work)

    def _unpack(self) -> None:
        empty(self.folder)
        self.home.mkdir()
        with tarfile.open(DIST / f"{linux_name()}.tar.gz") as archive:
            archive.extractall(self.place.parent, filter="tar")
        wanted = {one.relative_to(LINUX.stage) for one in files_below(LINUX.stage)}
        there = {one.relative_to(self.place) for one in files_below(self.place)}
        self.ledger.find(
            "文件一个不多、一个不少", wanted == there, f"{len(there)} 个，{size_of(self.place) / MEGABYTE:.1f} MB"
        )

    def _selftests(self) -> None:
        program = str(self.place / "fazhi")
        self._selftest("没有网络", "unshare", "-n", program)
        self._selftest("系统时间是 2030 年", "faketime", "-f", "@2030-03-01 09:00:00", program)
        screen = ("xvfb-run", "-a", "-s", "-screen 0 1280x900x24", program)
        text = self._selftest("真窗口（xcb，Xvfb）", *screen, QT_QPA_PLATFORM="xcb")
        self.ledger.find("用的是屏幕，不是 offscreen", "xcb" in text)
        where = self.home / ".local" / "share" / "fazhi"
        self.ledger.find("数据在用户自己的文件夹", (where / "fazhi.log").is_file())

    def _speed(self) -> None:
        packages = self.folder / "plain"
        for one in locked_files(LINUX.lock):
            unpack(one, packages)
        plain = [build_python(), "-X", "utf8", "-m", "desktop"]
        rest = ["check", str(SEED), "--format", "json", "--no-save"]
        path = os.pathsep.join((str(ROOT), str(packages)))
        rounds = [
            (self._start(*plain, *rest, PYTHONPATH=path), self._start(str(self.place / "fazhi"), *rest))
            for _ in range(ROUNDS + 1)
        ][1:]
        same = len({one.printed for pair in rounds for one in pair}) == 1
        self.ledger.find("与普通 Python 的结果逐字节相同", same)
        times = [statistics.median(pair[at].seconds for pair in rounds) for at in (0, 1)]
        detail = f"{times[1]:.2f} 秒，普通 Python {times[0]:.2f} 秒，{times[1] / times[0]:.2f} 倍"
        fast = times[1] / times[0] <= MOST_SLOWER
        self.ledger.find(f"检查一份样例不慢于普通 Python 的 {MOST_SLOWER} 倍", fast, detail)

    def _menu(self) -> None:
        script = str(self.place / "add-to-menu.sh")
        entry = self.home / ".local" / "share" / "applications" / "fazhi.desktop"
        self._start(script)
        text = entry.read_text(encoding="utf-8")
        self.ledger.find("开始菜单里有一项", f"Name={NAME}\n" in text and f'Exec="{self.place}/fazhi" %f\n' in text)
        valid = self._start("desktop-file-validate", str(entry))
        self.ledger.find("写法合规（desktop-file-validate）", valid.status == 0, valid.printed.strip())
        self._start(script, "remove")
        self.ledger.find("取消后没有了", not entry.exists())

    def _portable(self) -> None:
        shutil.rmtree(self.home)
        self.home.mkdir()
        (self.place / "portable").touch()
        text = self._selftest("便携", str(self.place / "fazhi"))
        put_own_list(self.place / "data")
        checked = self._start(str(self.place / "fazhi"), "check", str(SEED))
        self.ledger.find("旁边的自备清单用上了", TITLE in checked.printed)
        kept = (self.place / "data" / "history.sqlite").is_file()
        self.ledger.find("数据在程序旁边", kept and "程序旁边（便携）" in text)
        written = [str(one.relative_to(self.home)) for one in files_below(self.home)]
        self.ledger.find("别处没有写过一个文件", not written, "、".join(written[:4]))
        new = {one.relative_to(self.place).as_posix() for one in files_below(self.place)}
        new -= {one.relative_to(LINUX.stage).as_posix() for one in files_below(LINUX.stage)}
        outside = {one for one in new if not one.startswith("data/")} - {"portable"}
        self.ledger.find("程序文件夹里只多了 data", not outside, "、".join(sorted(outside)[:4]))

    def _selftest(self, name: str, *command: str, **environment: str) -> str:
        out = self.folder / "自检 结果.txt"
        out.unlink(missing_ok=True)
        done = self._start(*command, "selftest", "--out", str(out), **environment)
        text = out.read_text(encoding="utf-8") if out.is_file() else done.printed
        last = text.splitlines()[-1] if text else "没有写出结果"
        bad = "；".join(line[:300] for line in text.splitlines() if line.startswith("不行"))
        good = last.startswith("全部通过") and done.status == 0
        self.ledger.find(f"自检（{name}）", good, f"{last}，退出码 {done.status}，{done.seconds:.1f} 秒 {bad}".strip())
        return text

    def _start(self, *command: str, **environment: str) -> Done:
        begun = time.perf_counter()
        # Of this machine's environment only what every desktop has.
        variables = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8", **environment}
        done = subprocess.run(
            command, env=variables, capture_output=True, timeout=300, check=False, stdin=subprocess.DEVNULL
        )
        return Done(done.returncode, done.stdout.decode("utf-8", "replace"), time.perf_counter() - begun)
