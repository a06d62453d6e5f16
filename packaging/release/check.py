"""A look at the finished stage: what must be there, what must not, what every DLL wants, size."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from release import pe
from release.places import (
    CONSOLE_PROGRAM,
    LICENCE,
    LINUX,
    MANUAL,
    MEGABYTE,
    NOTICES,
    WINDOW_PROGRAM,
    WINDOWS,
    Platform,
    Stop,
    files_below,
    size_of,
    step,
)
from release.prune import LIST, goes, read_patterns
from release.runtime import LIBRARY_ZIP, SEARCH_PATHS
from release.stage import HELPERS, own_files

LARGEST_STAGE = 200 * MEGABYTE
LARGEST_LINUX_STAGE = 300 * MEGABYTE

NEEDED = (
    *(LICENCE, MANUAL, NOTICES, "desktop/cli.py", "resources/fonts/wqy-microhei.ttc", "libraries/jieba/dict.txt"),
    f"{HELPERS}/shibokensupport/signature/loader.py",
)
NEEDED_ON_WINDOWS = (
    *(WINDOW_PROGRAM, CONSOLE_PROGRAM),
    *(f"python/{name}" for name in ("python311.dll", "python3.dll", "vcruntime140.dll", LIBRARY_ZIP, SEARCH_PATHS)),
    *(f"python/{name}" for name in ("_sqlite3.pyd", "sqlite3.dll", "_ctypes.pyd", "libffi-8.dll", "LICENSE.txt")),
    *(f"libraries/PySide6/plugins/{name}" for name in ("platforms/qwindows.dll", "platforms/qoffscreen.dll")),
    *("libraries/PySide6/plugins/iconengines/qsvgicon.dll", "libraries/PySide6/translations/qtbase_zh_CN.qm"),
)
NEEDED_ON_LINUX = (
    *(
        "fazhi",
        "fazhi.desktop",
        "add-to-menu.sh",
        "python/bin/python3.11",
        "libraries/PySide6/Qt/lib/libxcb-cursor.so.0",
    ),
    *(f"libraries/PySide6/Qt/plugins/platforms/{name}" for name in ("libqxcb.so", "libqoffscreen.so")),
    "libraries/PySide6/Qt/translations/qtbase_zh_CN.qm",
)

_PART_OF_WINDOWS = (
    *("advapi32", "authz", "bcrypt", "cabinet", "cfgmgr32", "comctl32", "comdlg32", "crypt32"),
    *("d2d1", "d3d11", "d3d12", "d3d9", "dnsapi", "dwmapi", "dwrite", "dxgi"),
    *("gdi32", "imm32", "iphlpapi", "kernel32", "mpr", "msi", "msvcrt", "netapi32"),
    *("ntdll", "ole32", "oleaut32", "opengl32", "powrprof", "propsys", "psapi", "rpcrt4"),
    *("secur32", "setupapi", "shcore", "shell32", "shlwapi", "ucrtbase", "uiautomationcore", "user32"),
    *("userenv", "uxtheme", "version", "wevtapi", "winhttp", "winmm", "winspool.drv", "wintrust"),
    *("ws2_32", "wtsapi32"),
)
_PART_OF_DESKTOPS = re.compile(
    r"(ld-linux-x86-64|libc|libm|libdl|libpthread|librt|libutil|libgcc_s|libstdc\+\+|libGL|libEGL|libGLX|libOpenGL|libX11"
    r"|libX11-xcb|libxcb|libxcb-(glx|randr|render|shape|shm|sync|xfixes|xinput)|libSM|libICE|libxkbcommon|libfontconfig"
    r"|libfreetype|libdbus-1|libglib-2\.0|libgthread-2\.0|libcups|libgssapi_krb5)\.so[.\d]*"
)


def check(platform: Platform) -> None:
    """Raises Stop with everything that is wrong with the stage."""
    with step(f"核对：{platform.name}") as note:
        names = frozenset(one.relative_to(platform.stage).as_posix() for one in files_below(platform.stage))
        problems = [*missing(platform, names), *left_over(names)]
        if platform is WINDOWS:
            problems += [*unmet_dlls(platform.stage), *wrong_subsystems(platform.stage)]
            note("每个 DLL 要的 DLL 都有；窗口程序不开控制台")
        else:
            problems += unmet_libraries(platform.stage)
            note(f"要 glibc {newest_glibc(platform.stage)} 或更高")
        size = size_of(platform.stage)
        if size > (LARGEST_STAGE if platform is WINDOWS else LARGEST_LINUX_STAGE):
            problems.append(f"太大：{size / MEGABYTE:.0f} MB")
        if problems:
            raise Stop("摆好的文件夹有问题：\n" + "\n".join(problems))
        note(f"{len(names)} 个文件，{size / MEGABYTE:.1f} MB")


def missing(platform: Platform, names: Iterable[str]) -> list[str]:
    """What the program cannot do without and is not there."""
    patterns = read_patterns(LIST.read_text(encoding="utf-8").splitlines())
    own = [one for one in own_files() if not goes(one, patterns)]
    needed = dict.fromkeys((*NEEDED, *(NEEDED_ON_LINUX if platform is LINUX else NEEDED_ON_WINDOWS), *own))
    there = set(names)
    return [f"缺少：{one}" for one in needed if one not in there]


def left_over(names: Iterable[str]) -> list[str]:
    """What prune.txt names and is there all the same; bytecode apart, which comes after pruning."""
    patterns = read_patterns(LIST.read_text(encoding="utf-8").splitlines())
    return [f"多余：{one}" for one in names if "__pycache__/" not in one and goes(one, patterns)]


def unmet_dlls(root: Path) -> list[str]:
    """DLLs wanted by something in the stage, neither part of Windows 10 nor in the stage."""
    images = [one for one in files_below(root) if one.suffix.lower() in (".exe", ".dll", ".pyd")]
    there = {one.name.lower() for one in images}
    unmet = []
    for one in images:
        for name in pe.imported_dlls(one):
            known = name.startswith(("api-ms-win-", "ext-ms-")) or name.removesuffix(".dll") in _PART_OF_WINDOWS
            if not known and name not in there:
                unmet.append(f"{one.relative_to(root).as_posix()} 要的 {name} 没有")
    return unmet


def wrong_subsystems(root: Path) -> list[str]:
    """A window program that would open a console, or a console program without one."""
    wanted = ((WINDOW_PROGRAM, pe.WINDOW), (CONSOLE_PROGRAM, pe.CONSOLE))
    return [
        f"{name} 的类型不对" for name, kind in wanted if (root / name).is_file() and pe.subsystem(root / name) != kind
    ]


def unmet_libraries(root: Path) -> list[str]:
    """Shared libraries wanted by something in the stage, neither of every desktop nor in the stage."""
    images = [one for one in files_below(root) if is_elf(one)]
    there = {one.name for one in images}
    unmet = []
    for one in images:
        wanted = subprocess.run(["patchelf", "--print-needed", str(one)], capture_output=True, text=True, check=True)
        for name in wanted.stdout.split():
            if name not in there and not _PART_OF_DESKTOPS.fullmatch(name):
                unmet.append(f"{one.relative_to(root).as_posix()} 要的 {name} 没有")
    return unmet


def newest_glibc(root: Path) -> str:
    """The oldest C library the program runs with."""
    versions = {(0, 0)}
    for one in files_below(root):
        if is_elf(one):
            found = re.findall(rb"\0GLIBC_(\d+)\.(\d+)(?:\.\d+)?(?=\0)", one.read_bytes())
            versions |= {(int(major), int(minor)) for major, minor in found}
    return "{}.{}".format(*max(versions))


def is_elf(path: Path) -> bool:
    """Whether ``path`` is a program or shared library of Linux."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
