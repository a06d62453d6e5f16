"""prune.txt → what leaves the stage. A list of patterns; the last one that fits a file decides."""

import fnmatch
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from release.places import MEGABYTE, PACKAGING, Platform, files_below, size_of, step

LIST = PACKAGING / "prune.txt"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line: files that fit go, or stay where ``keeps``."""

    text: str
    keeps: bool
    fits: re.Pattern[str]


def read_patterns(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """The patterns of a prune list, in order; ``*`` crosses folders and capitals count."""
    patterns = []
    for line in (one.strip() for one in lines):
        if line and not line.startswith("#"):
            text = line.removeprefix("!")
            patterns.append(Pattern(text, line.startswith("!"), re.compile(fnmatch.translate(text))))
    return tuple(patterns)


def goes(name: str, patterns: Iterable[Pattern]) -> bool:
    """Whether the file at ``name`` (from the stage's root, with slashes) is left out."""
    decided = False
    for one in patterns:
        if one.fits.match(name):
            decided = not one.keeps
    return decided


def prune(platform: Platform) -> None:
    """Delete from the stage what the list names, and the folders that are empty then."""
    with step(f"修剪：{platform.name}") as note:
        patterns = read_patterns(LIST.read_text(encoding="utf-8").splitlines())
        before = size_of(platform.stage)
        for one in files_below(platform.stage):
            if goes(one.relative_to(platform.stage).as_posix(), patterns):
                one.unlink()
        _remove_empty(platform.stage)
        after = size_of(platform.stage)
        note(f"{before / MEGABYTE:.0f} MB → {after / MEGABYTE:.0f} MB，{len(files_below(platform.stage))} 个文件")


def _remove_empty(root: Path) -> None:
    for folder in sorted((one for one in root.rglob("*") if one.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            shutil.rmtree(folder)
