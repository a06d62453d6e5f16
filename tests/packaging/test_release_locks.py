"""The locks of the packaged program against the lock that is tested."""

import tomllib
from pathlib import Path

import pytest
from release.lock import RUNTIME_LOCK, WHOLE_LOCK, lock_text, normal, read_lock
from release.places import PLATFORMS, ROOT, Platform, Stop

ONE = "0" * 64
TWO = "1" * 64


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda one: one.name)
def test_what_is_packaged_is_what_is_tested(platform: Platform) -> None:
    whole, chosen = read_lock(WHOLE_LOCK), read_lock(platform.lock)
    for name, (version, hashes) in chosen.items():
        assert len(hashes) == 1
        assert version == whole[name][0], f"{name}: run python3 packaging/build.py lock"
        assert hashes <= whole[name][1], f"{name}: run python3 packaging/build.py lock"


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda one: one.name)
def test_everything_the_program_asks_for_is_packaged(platform: Platform) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {normal(one.split("==")[0]) for one in project["dependencies"]}
    missing = asked - read_lock(platform.lock).keys()
    assert not missing, "run python3 packaging/build.py lock"


def test_no_tool_of_developers_is_packaged() -> None:
    for platform in PLATFORMS:
        assert not read_lock(platform.lock).keys() & {"pytest", "mypy", "ruff", "hypothesis", "setuptools", "coverage"}


def test_python_for_windows_has_one_hash() -> None:
    assert [len(hashes) for _, hashes in read_lock(RUNTIME_LOCK).values()] == [1]


def test_a_lock_is_sorted_and_has_no_addresses() -> None:
    whole = {name: ("1.0", frozenset((ONE, TWO))) for name in ("b", "a")}
    text = lock_text({"b": ("1.0", frozenset([ONE])), "a": ("1.0", frozenset([TWO]))}, whole)
    assert text.splitlines()[1:] == [f"a==1.0 --hash=sha256:{TWO}", f"b==1.0 --hash=sha256:{ONE}"]
    for platform in PLATFORMS:
        assert "://" not in platform.lock.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "chosen",
    [("2.0", frozenset([ONE])), ("1.0", frozenset(["2" * 64])), ("1.0", frozenset([ONE, TWO]))],
    ids=["another version", "another file", "two files"],
)
def test_a_package_that_is_not_the_tested_one_stops_the_lock(chosen: tuple[str, frozenset[str]]) -> None:
    with pytest.raises(Stop, match="a "):
        lock_text({"a": chosen}, {"a": ("1.0", frozenset((ONE, TWO)))})


def test_a_lock_of_many_lines_is_read(tmp_path: Path) -> None:
    lock = tmp_path / "x.lock"
    text = f"# words\nPy_Yaml==6.0 ; x \\\n    --hash=sha256:{ONE} \\\n    --hash=sha256:{TWO}\n"
    lock.write_text(text, encoding="utf-8")
    assert read_lock(lock) == {"py-yaml": ("6.0", frozenset((ONE, TWO)))}
