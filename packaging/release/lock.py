"""requirements.lock → one lock a platform: only what the program runs with, one file and one hash a package."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from release.places import PACKAGING, PLATFORMS, ROOT, Platform, Stop, run, step
from release.tools import tool_python

HEAD = "# 由 python3 packaging/build.py lock 生成，不手改。\n"
WHOLE_LOCK = ROOT / "requirements.lock"
RUNTIME_LOCK = PACKAGING / "windows-runtime.lock"
SOURCE_ONLY = ("jieba",)
"""Packages without a wheel: pure Python, taken from the source archive as they are."""


def normal(name: str) -> str:
    """A package's name as locks spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(path: Path) -> dict[str, tuple[str, frozenset[str]]]:
    """Name → version and hashes (hex) of a lock file."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        head = re.match(r"([\w.-]+)==([\w.]+)", line)
        if head:
            found[normal(head[1])] = (head[2], frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", line)))
    return found


def wanted() -> tuple[str, ...]:
    """What pyproject.toml asks for to run the program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return tuple(project["dependencies"])


def write_locks() -> None:
    """Write the lock of every platform."""
    whole = read_lock(WHOLE_LOCK)
    for platform in PLATFORMS:
        with step(f"依赖锁 {platform.lock.name}") as note:
            chosen = {**_resolved(platform, whole), **{name: whole[name] for name in SOURCE_ONLY}}
            platform.lock.write_text(lock_text(chosen, whole), encoding="utf-8")
            note(f"{len(chosen)} 个包")


def lock_text(chosen: Mapping[str, tuple[str, frozenset[str]]], whole: Mapping[str, tuple[str, frozenset[str]]]) -> str:
    """The lock's text. Raises Stop when a package is not the one that requirements.lock holds."""
    lines = []
    for name, (version, hashes) in sorted(chosen.items()):
        if len(hashes) != 1 or name not in whole or whole[name][0] != version or not hashes <= whole[name][1]:
            raise Stop(f"{name} {version} 不在 requirements.lock 里，请先运行 python3 dev.py lock。")
        lines.append(f"{name}=={version} --hash=sha256:{min(hashes)}\n")
    return HEAD + "".join(lines)


def _resolved(
    platform: Platform, whole: Mapping[str, tuple[str, frozenset[str]]]
) -> dict[str, tuple[str, frozenset[str]]]:
    """What pip would take for ``platform``, with the versions of requirements.lock; nothing is downloaded."""
    limits = platform.lock.parent.parent / "build" / "packaging" / "versions.txt"
    limits.parent.mkdir(parents=True, exist_ok=True)
    limits.write_text("".join(f"{name}=={version}\n" for name, (version, _) in whole.items()), encoding="utf-8")
    report = limits.with_name("report.json")
    asked = [one for one in wanted() if normal(re.split(r"[=<>~!\[;]", one)[0]) not in SOURCE_ONLY]
    command: list[str | Path] = [
        tool_python(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--dry-run",
        "--ignore-installed",
        "--no-cache-dir",
    ]
    command += ["--target", limits.with_name("nothing"), "--report", report, "--constraint", limits]
    command += ["--python-version", "3.11", "--implementation", "cp", "--only-binary=:all:"]
    for tag in platform.wheels:
        command += ["--platform", tag]
    run([*command, *asked], "没有得到依赖的清单，请检查网络和 pip 的设置。")
    found = {}
    for one in json.loads(report.read_text(encoding="utf-8"))["install"]:
        hashes = one["download_info"]["archive_info"]["hashes"]
        found[normal(one["metadata"]["name"])] = (one["metadata"]["version"], frozenset([hashes["sha256"]]))
    return found
