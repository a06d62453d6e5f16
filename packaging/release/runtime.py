"""CPython for the packaged program: the same layout below ``python/`` wherever it comes from.

Windows: python.org's embeddable zip (``--runtime``), or the CPython in the wheel of windows-runtime.lock, which lacks
python3.dll and the standard library; the first is made here, the second is the building Python's own.
Linux: the building Python, with the shared libraries it needs and a system may lack.
"""

import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from release.compiled import compile_into_zip, compile_tree
from release.fetch import locked_files, sha256_of
from release.lock import RUNTIME_LOCK
from release.pe import exported_names
from release.places import Stop, build_python, need, run

EMBEDDABLE = "python-3.11.9-embed-amd64.zip"
EMBEDDABLE_SHA256 = "009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b"
LIBRARY_ZIP = "python311.zip"
SEARCH_PATHS = "python311._pth"
MINGW = "x86_64-w64-mingw32-gcc"

LINUX_LIBRARIES = ("libffi", "libsqlite3", "libbz2", "liblzma", "libz", "libuuid")
SCREEN_LIBRARIES = (
    *("libxcb-cursor", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-render-util", "libxcb-util"),
    *("libxcb-xkb", "libxkbcommon-x11", "libzstd"),
)
"""What Qt on Linux loads and older desktops lack."""

_NOT_SHIPPED = ("test", "idlelib", "lib2to3", "ensurepip", "tkinter", "turtledemo", "pydoc_data", "distutils", "venv")
_NOT_SHIPPED_MODULES = ("turtle.py", "pydoc.py", "antigravity.py", "this.py")


def windows_runtime(python: Path, embeddable: Path | None) -> str:
    """Fill ``python`` (the stage's folder) and say where it came from. Raises Stop."""
    python.mkdir(parents=True)
    source = _from_wheel(python) if embeddable is None else _from_embeddable(python, embeddable)
    # Nothing but these four places is searched, and no environment variable is heard.
    (python / SEARCH_PATHS).write_text(f"{LIBRARY_ZIP}\n.\n..\\libraries\n..\n", encoding="utf-8")
    return source


def _from_embeddable(python: Path, embeddable: Path) -> str:
    if not embeddable.is_file():
        raise Stop(f"没有文件 {embeddable}，请核对 --runtime 后面的路径。")
    if sha256_of(embeddable) != EMBEDDABLE_SHA256:
        raise Stop(f"{embeddable.name} 的 SHA-256 不是 {EMBEDDABLE} 的，请从 python.org 重新下载。")
    with zipfile.ZipFile(embeddable) as archive:
        archive.extractall(python)
    for name in ("python.exe", "pythonw.exe", "python.cat"):
        (python / name).unlink(missing_ok=True)
    return EMBEDDABLE


def _from_wheel(python: Path) -> str:
    wheel = locked_files(RUNTIME_LOCK)[0]
    with zipfile.ZipFile(wheel) as archive:
        for one in archive.namelist():
            name = one.removeprefix("deploy_libs/")
            if name != one and re.fullmatch(r"[\w-]+\.(pyd|dll)", name) and _is_of_python(name):
                # Windows does not mind capitals, the check of the stage does.
                lower = name.lower() if name.lower().startswith("vcruntime") else name
                (python / lower).write_bytes(archive.read(one))
    make_stable_dll(python / "python311.dll", python / "python3.dll")
    compile_into_zip(library_files(), python / LIBRARY_ZIP)
    shutil.copy2(standard_library() / "LICENSE.txt", python / "LICENSE.txt")
    return wheel.name


def _is_of_python(name: str) -> bool:
    return name.endswith(".pyd") or name.lower().startswith(("python311", "vcruntime", "libffi", "sqlite3", "lib"))


def make_stable_dll(python311: Path, target: Path) -> None:
    """Make python3.dll, which hands every name on to python311.dll: libraries of the stable ABI ask for it."""
    lines = ["LIBRARY python3.dll", "EXPORTS", *(f"{name}=python311.{name}" for name in exported_names(python311))]
    with tempfile.TemporaryDirectory() as folder:
        definition = Path(folder) / "python3.def"
        definition.write_text("\n".join(lines) + "\n", encoding="ascii")
        empty = Path(folder) / "empty.c"
        empty.write_text("int DllMainCRTStartup(void *a, int b, void *c) { return 1; }\n", encoding="ascii")
        command = [need(MINGW, "gcc-mingw-w64-x86-64"), "-shared", "-nostdlib", "-s", "-e", "DllMainCRTStartup"]
        run([*command, "-o", target, empty, definition], "没有做成 python3.dll。")


def linux_runtime(python: Path, screen: Path) -> str:
    """Fill ``python`` from the building Python, and ``screen`` (Qt's libraries) with what a desktop may lack."""
    binary = Path(build_python()).resolve()
    root = binary.parent.parent
    library = python / "lib" / "python3.11"
    (python / "bin").mkdir(parents=True)
    shutil.copy2(binary, python / "bin" / "python3.11")
    for one in library_files():
        _copy(one, library / one.relative_to(standard_library()))
    for one in sorted((standard_library() / "lib-dynload").glob("*.so")):
        _copy(one, library / "lib-dynload" / one.name)
    _copy(standard_library() / "LICENSE.txt", python / "LICENSE.txt")
    for one in sorted((root / "lib").glob("libpython3.11.so*")):
        _copy(one.resolve(), python / "lib" / "libpython3.11.so.1.0")
    compile_tree(library)
    # A plain path file: both folders lie above, wherever the whole is unpacked.
    places = library / "site-packages"
    places.mkdir()
    (places / "program.pth").write_text("../../../../libraries\n../../../..\n", encoding="utf-8")
    run(
        [need("strip", "binutils"), "--strip-unneeded", python / "lib" / "libpython3.11.so.1.0"], "缩不小 Python 的库。"
    )
    for name in LINUX_LIBRARIES:
        copy_system_library(name, python / "lib")
    for name in SCREEN_LIBRARIES:
        copy_system_library(name, screen)
    _set_run_paths(python)
    return (
        "打包用的 Python "
        + run([binary, "-c", "import platform; print(platform.python_version())"], "Python 启动不了。").strip()
    )


@cache
def standard_library() -> Path:
    """The building Python's ``Lib``."""
    return Path(run([build_python(), "-c", "import os; print(os.__file__)"], "找不到 Python 3.11。").strip()).parent


def library_files() -> Iterable[Path]:
    """The modules of the standard library that are shipped."""
    root = standard_library()
    for folder, names, files in os.walk(root):
        here = Path(folder)
        if here == root:
            names[:] = [one for one in names if one not in (*_NOT_SHIPPED, "site-packages", "lib-dynload")]
        names[:] = sorted(one for one in names if one not in ("__pycache__", "tests") and not one.startswith("config-"))
        for name in sorted(files):
            if name.endswith(".py") and not (here == root and name in _NOT_SHIPPED_MODULES):
                yield here / name


def copy_system_library(name: str, target: Path) -> None:
    """Copy the shared library called ``name`` into ``target`` under the name others ask for it."""
    for one in _system_libraries():
        if one.name.startswith(f"{name}.so."):
            _copy(one.resolve(), target / one.name)
            return


def _system_libraries() -> list[Path]:
    listed = run(["/sbin/ldconfig", "-p"], "列不出系统的共享库。")
    return [Path(one) for one in re.findall(r"x86-64.*=> (\S+)", listed)]


def _set_run_paths(python: Path) -> None:
    patch = [need("patchelf", "patchelf"), "--set-rpath"]
    for one in sorted((python / "lib" / "python3.11" / "lib-dynload").glob("*.so")):
        run([*patch, "$ORIGIN/../..", one], f"改不了 {one.name} 的库路径。")
    run([*patch, "$ORIGIN/../lib", python / "bin" / "python3.11"], "改不了 Python 的库路径。")
    for one in sorted((python / "lib").glob("*.so.*")):
        run([*patch, "$ORIGIN", one], f"改不了 {one.name} 的库路径。")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)
