"""Python sources → bytecode that never looks at dates, so that the program writes nothing into its own folder."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

from release.places import build_python, run

# Runs in the building Python, whose bytecode is the packaged one's.
_ONE_BY_ONE = """
import importlib._bootstrap_external as bootstrap, importlib.util, sys
for line in sys.stdin.read().splitlines():
    source, target, shown = line.split("\\t")
    data = open(source, "rb").read()
    code = compile(data, shown, "exec", dont_inherit=True)
    made = bootstrap._code_to_hash_pyc(code, importlib.util.source_hash(data), False)
    open(target, "wb").write(made)
"""


def compile_tree(folder: Path) -> None:
    """Put bytecode into ``__pycache__`` beside every module below ``folder``; no path of this machine is in it."""
    command = [build_python(), "-m", "compileall", "-q", "-f", "--invalidation-mode", "unchecked-hash"]
    run([*command, "-s", str(folder), "-p", folder.name, "-j", "1", folder], f"{folder.name} 里有编译不了的模块。")


def compile_into_zip(sources: Iterable[Path], target: Path) -> None:
    """Put the bytecode of ``sources``, modules of one standard library, into the zip ``target``."""
    listed = sorted(sources)
    root = _root_of(listed)
    work = target.with_suffix(".work")
    work.mkdir()
    lines = []
    for number, one in enumerate(listed):
        lines.append(f"{one}\t{work / str(number)}\t{one.relative_to(root).as_posix()}")
    _run_compiler(lines)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for number, one in enumerate(listed):
            name = one.relative_to(root).with_suffix(".pyc").as_posix()
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), (work / str(number)).read_bytes())
            (work / str(number)).unlink()
    work.rmdir()


def _root_of(sources: list[Path]) -> Path:
    return next(one for one in sources if one.name == "os.py").parent


def _run_compiler(lines: list[str]) -> None:
    listing = Path(lines[0].split("\t")[1]).parent / "listing"
    listing.write_text("\n".join(lines), encoding="utf-8")
    code = _ONE_BY_ONE.replace("sys.stdin.read()", f"open({str(listing)!r}, encoding='utf-8').read()")
    run([build_python(), "-c", code], "标准库里有编译不了的模块。")
    listing.unlink()
