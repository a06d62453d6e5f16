"""``fazhi selftest``: the installed program tries itself, and writes what it found where anybody can read it.

Every finding is one line. Whatever it has to write lies in a folder of its own below the data folder and is deleted
again; the user's history and settings are left alone.
"""

import os
import platform
import re
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from desktop import __version__
from desktop.checking.result import CheckResult
from desktop.errors import UserError
from desktop.log import describe_error
from desktop.packs.model import Checklists
from desktop.paths import is_portable, program_folder
from desktop.reading.draft import Draft

NOT_DRAFTS = (".md", ".py")
"""Endings of files directly in the folder of samples that tell about them."""

LEAST_SHARE = 0.97
"""Of the Chinese characters of a report's plain text, so many must come out of every other format."""

_REACHES_OUT = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing tried: what, whether it works, and figures or the reason."""

    name: str
    passed: bool
    detail: str

    def line(self) -> str:
        """The finding as the report has it."""
        return f"{'通过' if self.passed else '不行'}  {self.name}：{self.detail}"


@dataclass(frozen=True, slots=True)
class _Checked:
    draft: Draft
    result: CheckResult
    path: Path


def run_selftest(samples: Path, data: Path) -> tuple[Finding, ...]:
    """Try everything a user does with the drafts below ``samples``, keeping files in ``data``."""
    reached = _watch_network()
    folder = data / f"selftest-{os.getpid()}"
    trial = _Trial(samples, folder)
    findings = tuple(trial.findings())
    shutil.rmtree(folder, ignore_errors=True)
    seen = "、".join(sorted(set(reached)))
    return (*findings, Finding("不联网", not reached, seen or "没有一次连接的企图"))


def report(findings: tuple[Finding, ...], data: Path) -> str:
    """What was found as text; the last line says whether all is well, as the exit status does."""
    failed = [one.name for one in findings if not one.passed]
    place = "程序旁边（便携）" if is_portable() else "本机"
    lines = [
        f"法治报告自检 {__version__} 自检结果",
        f"时间：{datetime.now():%Y-%m-%d %H:%M:%S}",
        f"系统：{platform.platform()}，Python {platform.python_version()}",
        f"程序：{program_folder()}",
        f"数据：{data}，{place}",
        *(one.line() for one in findings),
        f"没有通过：{len(findings)} 项里有 {len(failed)} 项不行：{'、'.join(failed)}"
        if failed
        else f"全部通过：{len(findings)} 项",
    ]
    return "\n".join(lines) + "\n"


def drafts_below(samples: Path) -> tuple[Path, ...]:
    """Every sample: the files of ``samples`` and of its folders, one of which holds one format."""
    files = sorted(one for one in samples.rglob("*") if one.is_file())
    return tuple(one for one in files if one.parent != samples or one.suffix not in NOT_DRAFTS)


class _Trial:
    """The things tried, in order; later ones use what earlier ones left."""

    def __init__(self, samples: Path, folder: Path) -> None:
        self.samples = samples
        self.folder = folder
        self.checklists: Checklists | None = None
        self.checked: list[_Checked] = []
        self.plain: dict[str, Counter[str]] = {}

    def findings(self) -> Iterator[Finding]:
        yield _tried("数据文件夹", self._write)
        yield _tried("检查清单", self._load)
        drafts = drafts_below(self.samples)
        yield Finding("样例", bool(drafts), f"{len(drafts)} 份，在 {self.samples}")
        # The plain texts of the folder itself first: everything else is compared with them.
        for path in sorted(drafts, key=lambda one: (one.suffix != ".txt", one.parent != self.samples, one)):
            yield _tried(f"读取和检查 {path.relative_to(self.samples).as_posix()}", partial(self._check, path))
        yield _tried("最接近的段落", self._closest)
        yield _tried("存入历史", self._store)
        yield _tried("整改清单 PDF", self._export)
        yield _tried("窗口", self._window)

    def _write(self) -> str:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "试写.txt").write_text("可以写入", encoding="utf-8")
        return "可以写入"

    def _load(self) -> str:
        from desktop.packs.load import load_checklists

        self.checklists = load_checklists(None)
        items = sum(len(one.items) for one in self.checklists.lists)
        _must(items > 0, "里面没有检查项")
        return f"{len(self.checklists.lists)} 份，{items} 项"

    def _check(self, path: Path) -> str:
        from desktop.checking.check import check
        from desktop.reading.open_draft import open_draft

        _must(self.checklists is not None, "没有检查清单")
        assert self.checklists is not None
        draft = open_draft(path)
        result = check(draft, self.checklists)
        share = self._share(path.stem, draft.text)
        self.checked.append(_Checked(draft, result, path))
        counts = Counter(str(one.status.value) for one in result.items)
        _must(counts["covered"] > 0, "一项也没有认出来")
        _must(share >= LEAST_SHARE, f"只读出 {share:.1%} 的汉字")
        return f"{len(draft.text)} 字，{len(result.items)} 项，已覆盖 {counts['covered']}，汉字 {share:.1%}"

    def _share(self, stem: str, text: str) -> float:
        """How much of the same report's plain text is in ``text``."""
        own = Counter(re.findall(r"[\u4e00-\u9fff]", text))
        plain = self.plain.setdefault(stem, own)
        return sum((own & plain).values()) / max(1, sum(plain.values()))

    def _last(self) -> _Checked:
        _must(bool(self.checked), "没有读成的样例")
        return self.checked[-1]

    def _closest(self) -> str:
        from desktop.checking.closest import closest_to_missing

        assert self.checklists is not None
        for one in self.checked:
            found = closest_to_missing(one.draft, one.result, self.checklists)
            if found:
                return f"{one.path.name} 缺失的 {len(found)} 项都列得出"
        raise UserError("一处也没有列出来")

    def _store(self) -> str:
        from desktop.history.store import History

        one = self._last()
        file = self.folder / "history.sqlite"
        with History(file) as history:
            number = history.save(one.result, one.path.name, one.draft.text, datetime.now().astimezone(), 0.1)
        with History(file) as history:
            kept = history.load(number)
        _must(kept.result == one.result, "取出来的和存进去的不一样")
        return f"存一次、重新打开、取出来，{len(kept.result.items)} 项一样"

    def _export(self) -> str:
        from desktop.output.gap_list_pdf import write_gap_list
        from desktop.output.paper import page_images

        one = self._last()
        pdf = self.folder / "整改清单.pdf"
        write_gap_list(one.result, one.path.name, date.today(), pdf, {})
        pages = [page.pages for page in page_images(pdf, 0.5) if page.pixels.strip(b"\xff")]
        _must(bool(pages), "每一页都是空白")
        _must(b"/FontFile2" in pdf.read_bytes(), "没有内嵌字体")
        return f"{len(pages)} 页，{pdf.stat().st_size // 1000} KB，内嵌字体"

    def _window(self) -> str:
        from desktop.app import try_window

        return try_window(self._last().path, self.folder / "window")


def _tried(name: str, work: Callable[[], str]) -> Finding:
    begun = time.perf_counter()
    try:
        detail = work()
    except UserError as error:
        return Finding(name, False, str(error))
    except Exception as error:
        return Finding(name, False, describe_error(error).strip().replace("\n", " | "))
    return Finding(name, True, f"{detail}（{time.perf_counter() - begun:.2f} 秒）")


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise UserError(otherwise)


def _watch_network() -> list[str]:
    """A list that grows with every attempt of this process to reach out; sockets of the machine itself apart."""
    reached: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in _REACHES_OUT and not isinstance(arguments[-1], str | bytes):
            reached.append(event)

    sys.addaudithook(watch)
    return reached
