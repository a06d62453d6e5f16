"""Cache + project → the whole folder of the program: Python, libraries, code, checklists, resources, samples."""

import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from release.compiled import compile_tree
from release.fetch import locked_files
from release.places import (
    LICENCE,
    LINUX,
    MANUAL,
    MEGABYTE,
    OWN_FOLDERS,
    PLATFORMS,
    ROOT,
    WINDOWS,
    Platform,
    build_python,
    empty,
    files_below,
    run,
    say,
    size_of,
    step,
)
from release.runtime import linux_runtime, windows_runtime

LIBRARIES = "libraries"
FORMATS = ROOT / "tests" / "reading" / "formats" / "files"
"""One folder a format, with the same reports in each; the smallest goes along for the self-test."""

SAMPLE_STEM = "sample-2"
SAMPLES = "seeds/formats"
NOT_YET = "暂不能直接读取"
"""In the sentence the program says of a format without a reader."""

USER_ERROR = 2
SCREEN_FOLDER = "libraries/PySide6/Qt/lib"
HELPERS = "libraries/shiboken6/files.dir"
"""Modules of Qt's binding; from inside its library they would be compiled at every start."""


def stage(platform: Platform, runtime: Path | None) -> None:
    """Lay out the folder of ``platform``; ``runtime`` is python.org's file for Windows."""
    with step(f"摆放：{platform.name}") as note:
        root = empty(platform.stage)
        for one in locked_files(platform.lock):
            unpack(one, root / LIBRARIES)
        if platform is WINDOWS:
            note(f"Python 取自 {windows_runtime(root / 'python', runtime)}")
        else:
            note(f"Python 取自 {linux_runtime(root / 'python', root / SCREEN_FOLDER)}")
        for name in own_files():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)
        for one in sorted(FORMATS.glob(f"*/{SAMPLE_STEM}.*")):
            target = root / SAMPLES / one.parent.name / one.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(one, target)
        shutil.copy2(ROOT / "LICENSE", root / LICENCE)
        shutil.copy2(ROOT / "docs" / MANUAL, root / MANUAL)
        note(f"{len(files_below(root))} 个文件，{size_of(root) / MEGABYTE:.0f} MB")


def leave_out_unreadable(program: Sequence[str]) -> None:
    """Delete from every stage the samples of formats that ``program`` says it cannot read yet; other errors stay."""
    for one in sorted((LINUX.stage / SAMPLES).glob("*/*")):
        done = subprocess.run([*program, "text", str(one)], capture_output=True, check=False)
        if done.returncode == USER_ERROR and NOT_YET in done.stderr.decode("utf-8", errors="replace"):
            say(f"   {one.parent.name} 暂不能读，自检里没有它的样例")
            for platform in PLATFORMS:
                shutil.rmtree(platform.stage / SAMPLES / one.parent.name)


def compile_stage(platform: Platform) -> None:
    """Bytecode for what is left after pruning."""
    with step(f"编译：{platform.name}") as note:
        lay_out_helpers(platform)
        for name in (LIBRARIES, "desktop"):
            compile_tree(platform.stage / name)
        note(f"{sum(one.suffix == '.pyc' for one in files_below(platform.stage))} 个模块")


def lay_out_helpers(platform: Platform) -> None:
    """Let the binding of the Linux stage, which runs here, put its helper modules into files; they fit every system."""
    source, target = LINUX.stage / HELPERS, platform.stage / HELPERS
    command = ["env", "SBK_EMBED=0", f"PYTHONPATH={LINUX.stage / LIBRARIES}", "PYTHONDONTWRITEBYTECODE=1"]
    run([*command, build_python(), "-c", "import shiboken6"], "Qt 的辅助模块取不出来。")
    if target != source:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)


def own_files() -> list[str]:
    """The project's own files that are shipped, as git knows them, with paths from the root."""
    command = ["git", "ls-files", "-z", "--cached", "--", *OWN_FOLDERS]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
        names = [one for one in listed.split("\0") if one]
    except (OSError, subprocess.CalledProcessError):
        names = [str(one.relative_to(ROOT)) for folder in OWN_FOLDERS for one in files_below(ROOT / folder)]
    return sorted(one for one in names if (ROOT / one).is_file() and "__pycache__" not in one)


def unpack(package: Path, libraries: Path) -> None:
    """Put the modules of a wheel, or of a source archive of pure Python, into ``libraries``."""
    libraries.mkdir(parents=True, exist_ok=True)
    if package.suffix == ".whl":
        _unpack_wheel(package, libraries)
    else:
        _unpack_source(package, libraries)


def _unpack_wheel(package: Path, libraries: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        for one in archive.infolist():
            parts = PurePosixPath(one.filename).parts
            if one.is_dir() or ".." in parts or parts[0].startswith("/"):
                continue
            if parts[0].endswith(".data"):
                if parts[1] not in ("purelib", "platlib"):
                    continue
                parts = parts[2:]
            target = libraries.joinpath(*parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(one))


def _unpack_source(package: Path, libraries: Path) -> None:
    """The folders that hold modules, and what the archive says of itself where a wheel would say it."""
    with tarfile.open(package) as archive:
        top = package.name.removesuffix(".tar.gz")
        name = top.rpartition("-")[0]
        for one in archive:
            parts = PurePosixPath(one.name).parts
            if not one.isfile() or parts[0] != top or ".." in parts:
                continue
            if parts[1] == name:
                target = libraries.joinpath(*parts[1:])
            elif len(parts) == 2 and parts[1] == "PKG-INFO":
                target = libraries / f"{top}.dist-info" / "METADATA"
            else:
                continue
            source = archive.extractfile(one)
            if source is not None:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read())
