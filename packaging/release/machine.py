"""The Debian packages a release is made and tried with, installed where they are missing and root asks."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from release.places import Stop, run, step

FOR_BUILDING = {
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "patchelf": "patchelf",
    "strip": "binutils",
    "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0": "libxcb-cursor0",
    "/usr/lib/x86_64-linux-gnu/libxcb-icccm.so.4": "libxcb-icccm4",
    "/usr/lib/x86_64-linux-gnu/libxcb-image.so.0": "libxcb-image0",
    "/usr/lib/x86_64-linux-gnu/libxcb-keysyms.so.1": "libxcb-keysyms1",
    "/usr/lib/x86_64-linux-gnu/libxcb-render-util.so.0": "libxcb-render-util0",
    "/usr/lib/x86_64-linux-gnu/libxcb-util.so.1": "libxcb-util1",
    "/usr/lib/x86_64-linux-gnu/libxcb-xkb.so.1": "libxcb-xkb1",
    "/usr/lib/x86_64-linux-gnu/libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOR_TRYING = {
    "wine": "wine",
    "/usr/lib/wine/wine64": "wine64",
    "Xvfb": "xvfb",
    "faketime": "faketime",
    "desktop-file-validate": "desktop-file-utils",
    "unshare": "util-linux",
}


def prepare(wanted: Mapping[str, str]) -> None:
    """Have every command and library of ``wanted`` (what → its package). Raises Stop where that takes somebody else."""
    with step("系统软件") as note:
        lacking = sorted({package for what, package in wanted.items() if not _there(what)})
        if not lacking:
            note("都有")
            return
        command = ["apt-get", "install", "-y", "--no-install-recommends", *lacking]
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            raise Stop(f"缺少系统软件，请由管理员安装：{' '.join(command)}")
        note(f"安装 {'、'.join(lacking)}")
        run(["apt-get", "update", "-q"], "更新不了软件列表，请检查网络。")
        run(command, "系统软件没有装上，请检查网络后重试。")


def _there(what: str) -> bool:
    return Path(what).exists() if what.startswith("/") else shutil.which(what) is not None
