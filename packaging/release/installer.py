"""The finished stages → Setup.exe, the portable zip, the Linux archive and the list of their SHA-256."""

import gzip
import shutil
import subprocess
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from release.fetch import sha256_of
from release.launcher import ICON
from release.places import (
    DIST,
    LINUX,
    MEGABYTE,
    PACKAGING,
    PUBLISHER,
    ROOT,
    WINDOWS,
    Stop,
    empty,
    files_below,
    need,
    run,
    size_of,
    step,
    version,
)

SETUP = "Setup.exe"
SUMS = "SHA256SUMS"
LARGEST_SETUP = 60 * MEGABYTE
PORTABLE_MARK = "portable"


@dataclass(frozen=True, slots=True)
class Setup:
    """What one installer is made of."""

    stage: Path
    output: Path
    version: str
    icon: Path
    compressor: str = "/SOLID lzma"


def portable_name() -> str:
    """The portable zip, without its suffix; also the folder inside."""
    return f"fazhi-{version()}-portable"


def linux_name() -> str:
    """The Linux archive, without its suffix; also the folder inside."""
    return f"fazhi-{version()}-linux-x86_64"


def installer() -> None:
    """Make everything in ``dist/`` anew."""
    empty(DIST)
    made = [DIST / SETUP, DIST / f"{portable_name()}.zip", DIST / f"{linux_name()}.tar.gz"]
    with step("安装程序") as note:
        make_setup(Setup(WINDOWS.stage, made[0], version(), ICON))
        note(_size(made[0]))
        if made[0].stat().st_size > LARGEST_SETUP:
            raise Stop(f"{SETUP} 超过 {LARGEST_SETUP / MEGABYTE:.0f} MB，请看 prune.txt 还能去掉什么。")
    with step("便携版") as note:
        make_portable(WINDOWS.stage, made[1], portable_name())
        note(_size(made[1]))
    with step("Linux 版") as note:
        make_archive(LINUX.stage, made[2], linux_name())
        note(_size(made[2]))
    text = "".join(f"{sha256_of(one)}  {one.name}\n" for one in made)
    (DIST / SUMS).write_text(text, encoding="utf-8", newline="\n")


def make_setup(setup: Setup) -> None:
    """Compile installer.nsi. Raises Stop with makensis's own words."""
    names = [one.relative_to(setup.stage).as_posix() for one in files_below(setup.stage)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "files.nsh").write_text(install_lines(setup.stage, names), encoding="utf-8-sig")
        (folder / "remove.nsh").write_text(remove_lines(names), encoding="utf-8-sig")
        defined = {
            "VERSION": setup.version,
            "PUBLISHER": PUBLISHER,
            "FILES": str(folder / "files.nsh"),
            "REMOVE": str(folder / "remove.nsh"),
            "OUTPUT": str(folder / "fazhi-install.exe"),
            "ICON": str(setup.icon),
            "SIZE": str(size_of(setup.stage) // 1024),
            "COMPRESSOR": setup.compressor,
        }
        # makensis refuses the name Setup.exe, for which Windows loads helpers of old programs; our manifest forbids.
        compile_script(PACKAGING / "installer.nsi", defined)
        shutil.move(folder / "fazhi-install.exe", setup.output)


def compile_script(script: Path, defined: Mapping[str, str]) -> None:
    """Run makensis, for which a warning is an error."""
    command = [need("makensis", "nsis"), "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    run([*command, *(f"-D{name}={value}" for name, value in defined.items()), str(script)], "没有做成安装程序。")


def install_lines(stage: Path, names: Iterable[str]) -> str:
    """The script lines that copy the files, folder after folder."""
    lines, before = [], None
    for name in sorted(names, key=lambda one: (PurePosixPath(one).parent.as_posix(), one)):
        folder = PurePosixPath(name).parent.as_posix()
        if folder != before:
            lines.append(f'SetOutPath "{_inside(folder)}"')
            before = folder
        lines.append(f'File "{_unquoted(str(stage / name))}"')
    return "\n".join(lines) + "\n"


def remove_lines(names: Iterable[str]) -> str:
    """The script lines that delete exactly these files, then the folders that are empty: never a folder as a whole."""
    listed = sorted(names)
    folders = {parent.as_posix() for name in listed for parent in PurePosixPath(name).parents} - {"."}
    lines = [f'Delete "{_inside(name)}"' for name in listed]
    deepest_first = sorted(folders, key=lambda one: (-one.count("/"), one))
    return "\n".join([*lines, *(f'RMDir "{_inside(one)}"' for one in deepest_first)]) + "\n"


def make_portable(stage: Path, target: Path, inside: str) -> None:
    """Zip the stage with the mark that keeps all data beside the program."""
    when = time.gmtime(commit_time())[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for one in files_below(stage):
            entry = zipfile.ZipInfo(f"{inside}/{one.relative_to(stage).as_posix()}", when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, one.read_bytes())
        archive.writestr(zipfile.ZipInfo(f"{inside}/{PORTABLE_MARK}", when), b"")


def make_archive(stage: Path, target: Path, inside: str) -> None:
    """Pack the Linux stage; owners and dates of the building machine stay out."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = commit_time()
        entry.mode = 0o755 if entry.mode & 0o100 else 0o644
        return entry

    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for one in files_below(stage):
            archive.add(one, f"{inside}/{one.relative_to(stage).as_posix()}", filter=plain)


def commit_time() -> int:
    """When the code was committed, in seconds since 1970, so that equal code gives equal archives."""
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        return int(done.stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return int(time.time())


def _inside(name: str) -> str:
    return "$INSTDIR" if name == "." else "$INSTDIR\\" + _quoted(name).replace("/", "\\")


def _quoted(name: str) -> str:
    return _unquoted(name).replace("$", "$$")


def _unquoted(name: str) -> str:
    """A name the script may hold. Raises Stop for one with a quotation mark or what looks like a definition."""
    if '"' in name or "${" in name:
        raise Stop(f"文件名里有引号或 ${{：{name}")
    return name


def _size(path: Path) -> str:
    return f"{path.name}：{path.stat().st_size / MEGABYTE:.1f} MB"
