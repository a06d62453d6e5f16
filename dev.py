#!/usr/bin/env python3
"""The two commands of a newcomer, ``run`` and ``test``, and two more: ``bench`` and ``lock``.

Standard library alone, and syntax that Python 3.7 still reads, so that an old interpreter can say what is missing.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
LOCK_OCR = ROOT / "requirements-ocr.lock"
STAMP = VENV / "installed.stamp"
FITTING = [(3, 11), (3, 12), (3, 13)]
WINDOWS = os.name == "nt"
UV = "uv==0.13.9"
# A plain path file instead of a finder module, which every start would have to import.
PLAIN_PATH = ["--config-settings", "editable_mode=compat"]
# Qt's binding keeps some modules as sources inside its library and compiles them at every start, unless this setting
# of its own has laid them out as files; ours are compiled too, for whoever lets Python write no bytecode.
COMPILE = """
import compileall, pathlib, sys, shiboken6
for folder in (pathlib.Path(shiboken6.__file__).parent / "files.dir", pathlib.Path(sys.argv[1]) / "desktop"):
    compileall.compile_dir(str(folder), quiet=2)
"""

# What Qt loads on Linux, and the Debian package that holds it. Without the last ten only the screen is missing.
LIBRARIES_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
LIBRARIES_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


class Stop(Exception):
    """One Chinese sentence: what is missing and what to do."""


def main(arguments: list[str]) -> int:
    """Run one command and give its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    parser = argparse.ArgumentParser(prog="dev.py", description="法治报告自检：运行、测试、测速、更新依赖锁")
    commands = parser.add_subparsers(dest="command", metavar="命令")
    run = commands.add_parser("run", help="打开程序；没有显示器时在终端里完成同样的检查")
    run.add_argument("draft", nargs="?", metavar="草稿", help="报告草稿；省略时用 seeds 里的样例")
    commands.add_parser("test", help="代码检查、类型检查和全部测试")
    commands.add_parser("bench", help="测速，打印各项比值和门槛")
    lock = commands.add_parser("lock", help="按 pyproject.toml 重新生成 requirements.lock")
    lock.add_argument("--upgrade", action="store_true", help="间接依赖也换成最新版本")
    given = parser.parse_args(arguments)
    if given.command is None:
        parser.print_help()
        return 2
    try:
        python = ready_venv(install=given.command != "lock")
        if given.command == "run":
            return run_program(python, given.draft)
        if given.command == "test":
            return run_tests(python)
        if given.command == "bench":
            return subprocess.call([str(python), "-m", "desktop.bench"], cwd=str(ROOT), env=offscreen())
        return write_lock(python, given.upgrade)
    except Stop as stop:
        say(str(stop))
        return 2
    except KeyboardInterrupt:
        return 130


def say(sentence: str) -> None:
    """Print to standard error, at once."""
    print(sentence, file=sys.stderr, flush=True)


# --- the interpreter and its environment ------------------------------------------------------------------------


def ready_venv(install: bool = True) -> Path:
    """The Python of ``.venv``, made and filled where needed."""
    python = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
    mark = wanted_stamp()
    if (
        STAMP.exists()
        and STAMP.read_text(encoding="utf-8") == mark
        and version_of([str(python)], "import desktop, platformdirs")
    ):
        return python
    if VENV.exists() and not usable(python):
        say("原有的 .venv 不能用了，正在重建……")
        try:
            shutil.rmtree(str(VENV))
        except OSError as error:
            raise Stop(
                f"原有的 .venv 不能用，又删不掉（{error}），请关闭正在使用它的程序，删除 .venv 后重试。"
            ) from error
    if not VENV.exists():
        maker = find_python()
        if subprocess.call([*maker, "-m", "venv", str(VENV)]) != 0:
            raise Stop("建立 .venv 没有成功，请看上面的说明，检查磁盘空间和文件夹权限后重试。")
    if install:
        install_locked(python)
        STAMP.write_text(mark, encoding="utf-8")
    return python


def wanted_stamp() -> str:
    """What the environment must have been made from; the place counts because the project is linked, not copied."""
    if not LOCK.exists():
        return ""
    digest = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + COMPILE.encode())
    return f"{digest.hexdigest()} {ROOT}"


def usable(python: Path) -> bool:
    """True if the environment's Python starts, is of a fitting version and has pip."""
    return version_of([str(python)], "import pip") in FITTING


def find_python() -> list[str]:
    """The command of a Python 3.11–3.13 that can make environments: this one if it fits, else the first found."""
    this = getattr(sys, "_base_executable", sys.executable) or sys.executable
    candidates = [[this]]
    for major, minor in FITTING:
        name = f"{major}.{minor}"
        candidates += [["py", f"-{name}"]] if WINDOWS else []
        candidates.append([f"python{name}"])
    candidates += [["python3"], ["python"]]
    without_venv = ""
    for candidate in candidates:
        version = version_of(candidate)
        if version in FITTING:
            if version_of(candidate, "import venv, ensurepip") == version:
                return candidate
            without_venv = without_venv or "{}.{}".format(*version)
    if without_venv:
        package = f"python{without_venv}-venv"
        raise Stop(
            f"Python {without_venv} 缺少 venv，请先安装（Debian、Ubuntu：sudo apt-get install -y {package}）再重试。"
        )
    here = "{}.{}".format(*sys.version_info)
    raise Stop(
        f"本程序需要 Python 3.11、3.12 或 3.13（现在是 {here}），请从 python.org 或系统软件源安装其中一个再重试。"
    )


def version_of(command: list[str], statement: str = "pass") -> tuple[int, int] | None:
    """The version of an interpreter that can run ``statement``, None otherwise."""
    asked = f"import sys; {statement}; print(*sys.version_info[:2])"
    try:
        done = subprocess.run([*command, "-c", asked], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
        major, minor = done.stdout.split()
        return (int(major), int(minor)) if done.returncode == 0 else None
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def install_locked(python: Path) -> None:
    """Install exactly what the lock names, then link the project itself."""
    if not LOCK.exists():
        raise Stop("缺少 requirements.lock，请重新取得完整的程序代码，或运行 python3 dev.py lock。")
    say("正在安装依赖（第一次需要几分钟，以后直接启动）……")
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check"]
    pip += [] if sys.stderr.isatty() else ["--quiet"]
    # jieba comes as source only. Its build tool is locked too, so nothing unhashed is fetched on the way.
    build = ["--no-build-isolation", "--use-pep517"]
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "setuptools.txt"
        first.write_text(locked_block("setuptools"), encoding="utf-8")
        steps = [
            ["--require-hashes", "-r", str(first)],
            # The lock names everything; a resolver could only pick a newer release that has no hash here.
            ["--require-hashes", "--no-deps", *build, "-r", str(LOCK)],
            ["--no-deps", *build, *PLAIN_PATH, "--editable", str(ROOT)],
        ]
        for step in steps:
            if subprocess.call(pip + step) != 0:
                raise Stop("安装依赖没有完成，多半是连不上软件源，请检查网络和 pip 的设置后重试（原因见上面几行）。")
    # Only speed depends on it.
    subprocess.call([str(python), "-c", COMPILE, str(ROOT)], env=dict(os.environ, SBK_EMBED="0"))


def locked_block(name: str) -> str:
    """One package's lines of the lock."""
    found = re.search(rf"^{name}==(?:.*\\\n)*.*\n", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise Stop(f"requirements.lock 里没有 {name}，请运行 python3 dev.py lock 重新生成。")
    return found.group()


# --- what a window needs from the system ------------------------------------------------------------------------


def has_display() -> bool:
    """True if a window would be seen."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    return WINDOWS or sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ready_system(libraries: dict[str, str]) -> bool:
    """True if Qt finds its libraries; as root on Debian what is missing is installed, else the line is printed."""
    missing = missing_packages(libraries)
    if not missing:
        return True
    line = "apt-get install -y --no-install-recommends " + " ".join(missing)
    if shutil.which("apt-get") and os.geteuid() == 0:
        say(f"正在安装窗口需要的系统组件：{' '.join(missing)}")
        quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        subprocess.call(["apt-get", "update", "-qq"], stdout=subprocess.DEVNULL, env=quiet)
        subprocess.call(line.split(), stdout=subprocess.DEVNULL, env=quiet)
        if not missing_packages(libraries):
            return True
    say(f"窗口还缺少系统组件，请先运行：sudo {line}")
    return False


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """The Debian packages of those libraries that the system cannot load."""
    if not sys.platform.startswith("linux"):
        return []
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


# --- the commands -----------------------------------------------------------------------------------------------


def run_program(python: Path, draft: str | None) -> int:
    """Open the window with the draft, or do its job in the terminal where there is no display."""
    chosen = Path(draft) if draft else sample()
    if has_display() and ready_system({**LIBRARIES_ALWAYS, **LIBRARIES_SCREEN}):
        return subprocess.call([str(python), "-m", "desktop", *([str(chosen)] if chosen else [])])
    if chosen is None:
        raise Stop("没有显示器，seeds 里也没有样例，请写明要检查的草稿：python3 dev.py run 草稿.docx")
    say("改在终端里检查。" if has_display() else "没有显示器，改在终端里检查。")
    paper = ROOT / "build" / f"{chosen.stem} 自检整改清单.pdf"
    paper.parent.mkdir(exist_ok=True)
    status = subprocess.call([str(python), "-m", "desktop", "check", str(chosen), "--pdf", str(paper)])
    # 1 means that the draft has gaps: the job itself was done.
    return 0 if status == 1 else status


def sample() -> Path | None:
    """The draft a newcomer sees first."""
    drafts = [one for kind in ("*.docx", "*.txt") for one in sorted((ROOT / "seeds").glob(kind))]
    return drafts[0] if drafts else None


def offscreen() -> dict[str, str]:
    """The environment of a process whose window nobody sees."""
    return dict(os.environ, QT_QPA_PLATFORM="offscreen")


def run_tests(python: Path) -> int:
    """Style, types and tests; pytest's closing line comes last."""
    ready_system(LIBRARIES_ALWAYS)
    steps = [
        ("代码检查", ["ruff", "check", "--quiet"]),
        ("排版检查", ["ruff", "format", "--check", "--quiet"]),
        ("类型检查", ["mypy", "--no-error-summary"]),
        (
            "测试",
            ["pytest", "--numprocesses", "auto", "--dist", "worksteal", "--cov", "--cov-report=term:skip-covered"],
        ),
    ]
    failed = []
    for name, command in steps:
        begun = time.monotonic()
        if subprocess.call([str(python), "-m", *command], cwd=str(ROOT), env=offscreen()) != 0:
            failed.append(name)
        if name != "测试":
            result = "没有通过" if name in failed else "通过"
            print(f"{name}：{result}（{time.monotonic() - begun:.1f} 秒）", flush=True)
    return 1 if failed else 0


def write_lock(python: Path, upgrade: bool) -> int:
    """Resolve pyproject.toml for Linux and Windows and Python 3.11–3.13, with hashes, without index addresses."""
    if (
        version_of([str(python)], "import uv") is None
        and subprocess.call([str(python), "-m", "pip", "install", UV]) != 0
    ):
        raise Stop("装不上生成依赖锁的工具 uv，请检查网络后重试。")
    # The extra goes into the same environment as the program, so what they share must be the same.
    for lock, choice in ((LOCK, ["--extra", "dev"]), (LOCK_OCR, ["--extra", "ocr", "--constraint", LOCK.name])):
        command = [str(python), "-m", "uv", "pip", "compile", "pyproject.toml", *choice]
        command += ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate"]
        command += ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python3 dev.py lock"]
        command += ["--quiet", "--output-file", lock.name, *(["--upgrade"] if upgrade else [])]
        if subprocess.call(command, cwd=str(ROOT)) != 0:
            raise Stop(f"没有生成新的 {lock.name}，原来的没有改动，请按上面的说明检查 pyproject.toml 和网络。")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
