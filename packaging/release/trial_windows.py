"""Setup.exe and the portable zip under Wine."""

import filecmp
import os
import shutil
import statistics
import time
import zipfile
from pathlib import Path

from release import pe
from release.installer import SETUP, Setup, make_setup, portable_name
from release.launcher import ICON
from release.ledger import Ledger
from release.own_list import TITLE, put_own_list
from release.places import (
    BUILD,
    CONSOLE_PROGRAM,
    DIST,
    MEGABYTE,
    NAME,
    ROOT,
    UNINSTALLER,
    WINDOW_PROGRAM,
    WINDOWS,
    empty,
    files_below,
    size_of,
    version,
)
from release.wine import Wine, make_plain_python, seen

SEED = ROOT / "seeds" / "sample-1.docx"
OLD_VERSION = "0.0.1"
TYPES = (".docx", ".doc", ".wps", ".pdf", ".ofd", ".txt")
MOST_SLOWER = 1.5
ROUNDS = 5
LONGEST_REMOVAL = 180
ENTRY = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\fazhi"
MENU = "Software\\Classes\\SystemFileAssociations\\{}\\shell\\fazhi"


class WindowsTrial:
    """One prefix, used from the first installation to the last removal."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self.ledger = ledger
        self.folder = folder
        self.wine = Wine(folder)
        self.setup = folder / "安装 文件" / SETUP

    def run(self) -> None:
        """Every part, in order."""
        parts = {
            "Windows：准备 Wine": self._prepare,
            "Windows：静默安装到默认文件夹": self._install,
            "Windows：在默认文件夹自检": self._selftest_default,
            "Windows：双击草稿，运行时不许覆盖": self._window_and_refusal,
            "Windows：速度": self._speed,
            "Windows：卸载": self._remove,
            "Windows：装在有汉字和空格的文件夹": self._install_elsewhere,
            "Windows：从旧版升级": self._upgrade,
            "Windows：便携版": self._portable,
            "Windows：系统时间是 2030 年": self._in_2030,
        }
        try:
            for title, work in parts.items():
                self.ledger.part(title, work)
        finally:
            self.wine.stop()

    # --- parts -----------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        empty(self.folder)
        make_plain_python(self.folder / "plain")
        self.setup.parent.mkdir()
        shutil.copy2(DIST / SETUP, self.setup)
        self.wine.make()
        self.before_files, self.before_registry = self.wine.files(), self.wine.registry()
        self.ledger.figure(self.wine.start("--version").strip() or "wine")

    def _install(self) -> None:
        done = self.wine.run(f'"{seen(self.setup)}" /S')
        self.ledger.find("安装程序的退出码是 0", done["status"] == 0, f"{done['seconds']:.1f} 秒")
        self._compare(self.default, ())
        values = self.wine.registry()
        self.ledger.find(
            "登记了卸载", values.get(f"{ENTRY}\\DisplayVersion") == version(), str(values.get(f"{ENTRY}\\DisplayName"))
        )
        menus = [values.get(f"{MENU.format(one)}\\command\\") for one in TYPES]
        wanted = f'"{self.wine.seen(self.default / WINDOW_PROGRAM)}" "%1"'
        self.ledger.find("六种文件的右键菜单", menus == [wanted] * len(TYPES), f"用{NAME}检查")
        new = {one for one in values if one not in self.before_registry}
        ours = {one for one in new if one.startswith((ENTRY, *(MENU.format(one) for one in TYPES)))}
        self.ledger.find("注册表里没有别的", new == ours, f"{len(new)} 个值，全在 HKCU 下")
        self.ledger.find("开始菜单", self._links() == {"开始菜单", "桌面"}, "、".join(sorted(self._links())))
        self._identity(self.default)

    def _selftest_default(self) -> None:
        for program in (CONSOLE_PROGRAM, WINDOW_PROGRAM):
            self._selftest(self.default / program, program)

    def _window_and_refusal(self) -> None:
        draft = self.wine.user / "我的 草稿" / "年度 报告.docx"
        draft.parent.mkdir(parents=True)
        shutil.copy2(SEED, draft)
        line = f'"{self.wine.seen(self.default / WINDOW_PROGRAM)}" "{self.wine.seen(draft)}" -platform offscreen'
        history = self.wine.local / "fazhi" / "history.sqlite"
        history.unlink(missing_ok=True)
        order = {
            "kind": "meanwhile",
            "line": line,
            "until": self.wine.seen(history),
            "then": f'"{seen(self.setup)}" /S',
        }
        done = self.wine.ask(order)[0]
        self.ledger.find("窗口打开草稿并存入历史", done["there"] and done["alive"])
        self.ledger.find("程序开着时安装程序退出，代码 2", done["status"] == 2, f"退出码 {done['status']}")
        self._compare(self.default, ())

    def _speed(self) -> None:
        plain = f'"{seen(self.folder / "plain" / "python.exe")}" -X utf8 -m desktop'
        packaged = f'"{self.wine.seen(self.default / CONSOLE_PROGRAM)}"'
        rest = f' check "{seen(SEED)}" --format json --no-save'
        orders = [{"kind": "run", "line": one + rest} for _ in range(ROUNDS + 1) for one in (plain, packaged)]
        # The first of each fills caches.
        done = self.wine.ask(*orders)[2:]
        same = len({one["printed"] for one in done}) == 1
        self.ledger.find("与普通 Python 的结果逐字节相同", same, f"{len(done[0]['printed'])} 字")
        times = [statistics.median(one["seconds"] for one in done[at::2]) for at in (0, 1)]
        ratio = times[1] / times[0]
        detail = f"{times[1]:.2f} 秒，普通 Python {times[0]:.2f} 秒，{ratio:.2f} 倍"
        self.ledger.find(f"检查一份样例不慢于普通 Python 的 {MOST_SLOWER} 倍", ratio <= MOST_SLOWER, detail)

    def _remove(self) -> None:
        data = self.wine.local / "fazhi"
        self._uninstall(self.default, "")
        self.ledger.find("历史和设置还在", (data / "history.sqlite").is_file())
        self._nothing_left((data, self.wine.user / "我的 草稿"))

    def _install_elsewhere(self) -> None:
        place = self.wine.drive / "程序 文件" / "法治 自检（试用）"
        done = self.wine.run(f'"{seen(self.setup)}" /S /NODESKTOP /NOMENU /D={self.wine.seen(place)}')
        self.ledger.find("装到指定的文件夹", done["status"] == 0, f"{done['seconds']:.1f} 秒")
        self._compare(place, ())
        self.ledger.find("不要桌面图标就没有", self._links() == {"开始菜单"})
        self._selftest(place / CONSOLE_PROGRAM, "在这个文件夹里")
        self._uninstall(place, "/DATA")
        self.ledger.find("要求时历史和设置也删除", not (self.wine.local / "fazhi").exists())
        place.parent.rmdir()
        self._nothing_left((self.wine.user / "我的 草稿",))

    def _upgrade(self) -> None:
        old = self._make_old()
        done = self.wine.run(f'"{seen(old)}" /S')
        self.ledger.find(f"装上 {OLD_VERSION}", done["status"] == 0, f"{done['seconds']:.1f} 秒")
        stale = self.default / "libraries" / "old_library" / "__init__.py"
        self.ledger.find("旧版有一个新版没有的库", stale.is_file())
        program = self.wine.seen(self.default / CONSOLE_PROGRAM)
        checked = self.wine.run(f'"{program}" check "{seen(SEED)}" --year 2020')
        self.ledger.find("旧版检查一次", checked["status"] in (0, 1))
        settings = self.wine.local / "fazhi" / "settings.json"
        settings.write_text('{"appearance": "dark"}', encoding="utf-8")
        (self.default / "我的笔记.txt").write_text("别删", encoding="utf-8")
        (self.wine.user / "Desktop" / f"{NAME}.lnk").unlink()
        done = self.wine.run(f'"{seen(self.setup)}" /S')
        self.ledger.find("升级", done["status"] == 0, f"{done['seconds']:.1f} 秒")
        self.ledger.find("旧库不在了", not stale.exists() and not stale.parent.exists())
        self._compare(self.default, ("我的笔记.txt",))
        self.ledger.find("用户删掉的桌面图标没有再放", self._links() == {"开始菜单"})
        listed = self.wine.run(f'"{program}" history')["printed"]
        self.ledger.find("历史还在，新版读得出", "sample-1.docx" in listed)
        self.ledger.find("设置没有动", settings.read_text(encoding="utf-8") == '{"appearance": "dark"}')
        shown = self.wine.registry().get(f"{ENTRY}\\DisplayVersion")
        self.ledger.find("登记的是新版", shown == version(), str(shown))
        self._selftest(self.default / CONSOLE_PROGRAM, "升级以后")
        self._uninstall(self.default, "")
        self.ledger.find("别人的文件没有删", (self.default / "我的笔记.txt").is_file())
        shutil.rmtree(self.default)
        shutil.rmtree(self.wine.local / "fazhi")
        self._nothing_left((self.wine.user / "我的 草稿",))

    def _portable(self) -> None:
        stick = self.wine.drive / "U盘 一"
        with zipfile.ZipFile(DIST / f"{portable_name()}.zip") as archive:
            archive.extractall(stick)
        place = stick / portable_name()
        before = self._stamps((stick,))
        registry = self.wine.registry()
        text = self._selftest(place / CONSOLE_PROGRAM, "便携版")
        self.ledger.find("数据在程序旁边", "程序旁边（便携）" in text)
        put_own_list(place / "data")
        checked = self.wine.run(f'"{self.wine.seen(place / CONSOLE_PROGRAM)}" check "{seen(SEED)}"')
        self.ledger.find("检查一次", checked["status"] in (0, 1) and (place / "data" / "history.sqlite").is_file())
        self.ledger.find("旁边的自备清单用上了", TITLE in checked["printed"])
        after = self._stamps((stick,))
        changed = sorted(
            str(one.relative_to(self.wine.drive)) for one, stamp in after.items() if before.get(one) != stamp
        )
        self.ledger.find("别处没有写过一个文件", not changed, "、".join(changed[:4]))
        self.ledger.find("注册表没有动", self.wine.registry() == registry)
        new = {one.relative_to(place).as_posix() for one in files_below(place)}
        new -= {one.relative_to(WINDOWS.stage).as_posix() for one in files_below(WINDOWS.stage)}
        outside = {one for one in new if not one.startswith("data/")} - {"portable"}
        self.ledger.find("程序文件夹里只多了 data", not outside, "、".join(sorted(new)[:8]))
        self.ledger.find("data 里没有留下临时文件", not [one for one in new if one.startswith("data/temp/")])

    def _in_2030(self) -> None:
        self.wine.stop()
        place = self.wine.drive / "U盘 一" / portable_name()
        later = Wine(self.folder, before=("faketime", "-f", "@2030-03-01 09:00:00"))
        out = self.folder / "2030.txt"
        out.unlink(missing_ok=True)
        later.start(seen(place / CONSOLE_PROGRAM), "selftest", "--out", seen(out), "-platform", "offscreen")
        lines = out.read_text(encoding="utf-8").splitlines()
        self.ledger.find("自检", lines[-1].startswith("全部通过"), f"{lines[1]}，{lines[-1]}")
        self.ledger.find("程序看到的是 2030 年", "2030-03-01" in lines[1])
        later.stop()

    # --- what several parts ask ------------------------------------------------------------------------------

    @property
    def default(self) -> Path:
        """Where the program goes when nobody says otherwise."""
        return self.wine.local / "Programs" / "fazhi"

    def _compare(self, place: Path, others: tuple[str, ...]) -> None:
        """The files of ``place`` against the stage, byte by byte."""
        wanted = {one.relative_to(WINDOWS.stage).as_posix() for one in files_below(WINDOWS.stage)}
        there = {one.relative_to(place).as_posix() for one in files_below(place)}
        differ = [one for one in wanted & there if not filecmp.cmp(WINDOWS.stage / one, place / one, shallow=False)]
        wrong = sorted((wanted | {UNINSTALLER, *others}) ^ there) + differ
        detail = f"{len(there)} 个，{size_of(place) / MEGABYTE:.1f} MB" if not wrong else "、".join(wrong[:5])
        self.ledger.find("文件一个不多、一个不少、内容一样", not wrong, detail)

    def _identity(self, place: Path) -> None:
        """Name, version and icon in the three programs and the installer."""
        icon = ICON.read_bytes()
        length, start = (int.from_bytes(icon[at : at + 4], "little") for at in (14, 18))
        picture = icon[start : start + length]
        for path in (place / WINDOW_PROGRAM, place / CONSOLE_PROGRAM, place / UNINSTALLER, self.setup):
            words = pe.stated(path, "ProductName", NAME) and pe.stated(path, "FileVersion", version())
            self.ledger.find(f"{path.name} 有名称、版本、图标", words and picture in path.read_bytes())

    def _selftest(self, program: Path, name: str) -> str:
        out = self.folder / "自检 结果.txt"
        out.unlink(missing_ok=True)
        done = self.wine.run(f'"{self.wine.seen(program)}" selftest --out "{seen(out)}" -platform offscreen')
        text = out.read_text(encoding="utf-8") if out.is_file() else done["printed"]
        last = text.splitlines()[-1] if text else "没有写出结果"
        bad = "；".join(line[:300] for line in text.splitlines() if line.startswith("不行"))
        good = last.startswith("全部通过") and done["status"] == 0
        self.ledger.find(
            f"自检（{name}）", good, f"{last}，退出码 {done['status']}，{done['seconds']:.1f} 秒 {bad}".strip()
        )
        return text

    def _uninstall(self, place: Path, option: str) -> None:
        done = self.wine.run(f'"{self.wine.seen(place / UNINSTALLER)}" /S {option}'.rstrip())
        # It copies itself into the folder of temporary files and goes on there, after the first has ended.
        until = time.monotonic() + LONGEST_REMOVAL
        while (place / UNINSTALLER).exists() and time.monotonic() < until:
            time.sleep(0.5)
        gone = not (place / UNINSTALLER).exists()
        self.ledger.find("卸载程序做完了", gone and done["status"] == 0, f"退出码 {done['status']}")
        self.wine.settle()

    def _nothing_left(self, kept: tuple[Path, ...]) -> None:
        # NSIS's own copy of the uninstaller, which Windows deletes when it starts next.
        copies = (self.wine.local / "Temp", self.wine.user / "Temp")
        left = sorted(
            str(one.relative_to(self.wine.drive)) for one in self.wine.files((*kept, *copies)) - self.before_files
        )
        self.ledger.find("没有留下一个文件", not left, "、".join(left[:5]))
        self.ledger.find("程序文件夹也没有了", not self.default.exists())
        values = self.wine.registry()
        self.ledger.find("注册表回到原样", values == self.before_registry)

    def _links(self) -> set[str]:
        """Where a shortcut lies."""
        places = {"桌面": self.wine.user / "Desktop"}
        places["开始菜单"] = self.wine.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
        return {name for name, folder in places.items() if (folder / f"{NAME}.lnk").is_file()}

    def _stamps(self, without: tuple[Path, ...]) -> dict[Path, int]:
        return {one: one.stat().st_mtime_ns for one in self.wine.files(without)}

    def _make_old(self) -> Path:
        """An installer of a version before this one: the same program, another number, and a library that went away."""
        stage = BUILD / "old-version"
        shutil.rmtree(stage, ignore_errors=True)
        shutil.copytree(WINDOWS.stage, stage, copy_function=os.link)
        module = stage / "desktop" / "__init__.py"
        text = module.read_text(encoding="utf-8").replace(version(), OLD_VERSION)
        module.unlink()
        module.write_text(text, encoding="utf-8")
        (stage / "libraries" / "old_library").mkdir()
        (stage / "libraries" / "old_library" / "__init__.py").write_text("gone = True\n", encoding="utf-8")
        output = self.folder / "old.exe"
        make_setup(Setup(stage, output, OLD_VERSION, ICON, compressor="zlib"))
        shutil.rmtree(stage)
        return output
