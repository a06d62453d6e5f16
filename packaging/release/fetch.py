"""Locks → files in the cache, each with the hash the lock names; what is there already is not fetched again."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from release.lock import RUNTIME_LOCK, read_lock
from release.places import CACHE, MEGABYTE, PLATFORMS, WINDOWS, Platform, Stop, run, step
from release.tools import tool_python


def fetch(runtime: Path | None, platforms: Sequence[Platform] = PLATFORMS) -> None:
    """Have every package of ``platforms`` in the cache, and Python for Windows unless ``runtime`` is its file."""
    CACHE.mkdir(parents=True, exist_ok=True)
    for platform in platforms:
        with step(f"取得依赖：{platform.name}") as note:
            locks = [platform.lock, *([RUNTIME_LOCK] if platform is WINDOWS and runtime is None else [])]
            for lock in locks:
                _fetch_lock(lock, platform)
            files = [one for lock in locks for one in locked_files(lock)]
            note(f"{len(files)} 个文件，{sum(one.stat().st_size for one in files) / MEGABYTE:.1f} MB，散列都对")


def locked_files(lock: Path) -> list[Path]:
    """The cached file of every line of ``lock``. Raises Stop when one is missing."""
    there = _cached()
    files = []
    for name, (version, hashes) in read_lock(lock).items():
        found = next((there[one] for one in hashes if one in there), None)
        if found is None:
            raise Stop(f"缓存里没有 {name} {version}，请先运行 python3 packaging/build.py fetch。")
        files.append(found)
    return files


def _fetch_lock(lock: Path, platform: Platform) -> None:
    there = _cached()
    if all(hashes & there.keys() for _, hashes in read_lock(lock).values()):
        return
    command: list[str | Path] = [
        tool_python(),
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "--dest",
        CACHE,
    ]
    # The one package without a wheel must not fetch an unhashed build tool on the way.
    command += ["--no-build-isolation", "--python-version", "3.11", "--implementation", "cp", "--requirement", lock]
    for tag in platform.wheels:
        command += ["--platform", tag]
    run(command, "依赖没有取全，请检查网络和 pip 的设置后重试。")


def _cached() -> dict[str, Path]:
    """Hash → file of everything in the cache."""
    return {sha256_of(one): one for one in sorted(CACHE.glob("*")) if one.is_file()}


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
