"""The programs a user starts: for Windows a window program and its console twin, for Linux a short script."""

import shutil
import tempfile
from pathlib import Path

from release.icon import draw_icon
from release.places import (
    BUILD,
    CONSOLE_PROGRAM,
    LINUX,
    NAME,
    PACKAGING,
    PUBLISHER,
    WINDOW_PROGRAM,
    WINDOWS,
    need,
    run,
    step,
    version,
)
from release.runtime import MINGW
from release.stage import leave_out_unreadable

ICON = BUILD / "program.ico"
WINDRES = "x86_64-w64-mingw32-windres"
LINUX_FILES = ("fazhi", "add-to-menu.sh", "fazhi.desktop")


def launcher() -> None:
    """Put the programs into both stages; the icon is drawn by the packaged Linux Python."""
    with step("启动程序") as note:
        draw_icon(linux_python(LINUX.stage), ICON)
        compile_launchers(WINDOWS.stage, ICON)
        for name in LINUX_FILES:
            shutil.copy2(PACKAGING / "linux" / name, LINUX.stage / name)
        for name in ("fazhi", "add-to-menu.sh"):
            (LINUX.stage / name).chmod(0o755)
        leave_out_unreadable([str(LINUX.stage / "fazhi"), "--data", str(BUILD / "data")])
        note(f"{WINDOW_PROGRAM}、{CONSOLE_PROGRAM}、fazhi")


def linux_python(stage: Path) -> list[str]:
    """The command that starts the packaged Python."""
    return [str(stage / "python" / "bin" / "python3.11"), "-I", "-X", "utf8", "-B"]


def compile_launchers(target: Path, icon: Path) -> None:
    """Compile launcher.c twice into ``target``. Raises Stop."""
    shapes: tuple[tuple[str, str, list[str]], ...] = (
        (WINDOW_PROGRAM, NAME, ["-DWINDOW_PROGRAM", "-mwindows"]),
        (CONSOLE_PROGRAM, f"{NAME}（命令行）", []),
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy2(icon, folder / "program.ico")
        shutil.copy2(PACKAGING / "launcher.manifest", folder / "launcher.manifest")
        for file, description, options in shapes:
            (folder / "launcher.rc").write_text(resource_text(file, description), encoding="utf-8")
            windres = [
                need(WINDRES, "gcc-mingw-w64-x86-64"),
                "launcher.rc",
                "-c",
                "65001",
                "-O",
                "coff",
                "-o",
                "launcher.o",
            ]
            run(windres, "没有做成版本信息。", cwd=folder)
            command: list[str | Path] = [
                need(MINGW, "gcc-mingw-w64-x86-64"),
                "-Os",
                "-s",
                "-municode",
                "-static",
                "-Wall",
                "-Wextra",
            ]
            command += ["-Werror", *options, PACKAGING / "launcher.c", folder / "launcher.o", "-o", folder / "made.exe"]
            run([*command, "-lshell32"], "没有编译成启动程序。")
            shutil.copy2(folder / "made.exe", target / file)


def resource_text(file: str, description: str) -> str:
    """The resource script of one program."""
    words = {
        "@NUMBERS@": version().replace(".", ","),
        "@VERSION@": version(),
        "@PUBLISHER@": PUBLISHER,
        "@NAME@": NAME,
        "@DESCRIPTION@": description,
        "@FILE@": file,
    }
    text = (PACKAGING / "launcher.rc").read_text(encoding="utf-8")
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text
