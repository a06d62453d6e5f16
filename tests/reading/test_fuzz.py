"""A slice of the fuzzing that ``python -m tests.reading.fuzz`` does at length, and whether it would notice."""

import json
from pathlib import Path

import pytest

from desktop.reading.contents import refusal

from . import fuzz
from .fuzz import Tally, hostile_file, is_clear

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

COUNT = 300


def test_no_hostile_file_does_harm() -> None:
    tally = fuzz.run(seed=20, first=0, count=COUNT)
    # How long a file takes depends on the machine; what takes too long for anybody the reader itself gives up.
    assert not tally.crashes and not tally.unclear, fuzz.report(tally, 0)
    assert tally.megabytes <= fuzz.MOST_MEMORY, fuzz.report(tally, 0)
    # The files are neither all sound nor all rubbish.
    assert COUNT // 5 < tally.outcomes["refused"] < COUNT
    assert tally.outcomes["draft"] > COUNT // 5


def test_memory_of_whoever_started_it_is_not_counted() -> None:
    ballast = b"x" * (400 * 1024 * 1024)
    tally = fuzz.run(seed=20, first=1, count=2, only=".txt")
    assert len(ballast) > 0 and 0 <= tally.megabytes < fuzz.MOST_MEMORY


def test_a_seed_says_it_all() -> None:
    assert hostile_file(1, 7) == hostile_file(1, 7)
    assert hostile_file(1, 7) != hostile_file(2, 7)
    assert hostile_file(1, 7, ".docx")[0] == "稿7.docx"


@pytest.mark.parametrize(
    "sentence",
    [
        "list index out of range",
        "“甲.docx”读取失败。",
        "“甲.docx”坏了；请重试",
        "“甲.docx”坏了；请重试。第二句。",
        "“甲.docx”KeyError；请重试。",
    ],
)
def test_an_unclear_sentence_is_noticed(sentence: str) -> None:
    assert not is_clear(sentence)


def test_our_refusals_are_clear() -> None:
    from desktop.reading import contents

    for kind in contents._REFUSALS:
        assert is_clear(f"“甲.docx”{refusal(kind)}"), kind


def said(**what: object) -> dict[str, object]:
    return {"number": 1, "outcome": "draft", "said": "", "seconds": 0.1, "megabytes": 50.0, **what}


@pytest.mark.parametrize(
    "what",
    [{"outcome": "crash"}, {"seconds": 6.0}, {"megabytes": 301.0}, {"outcome": "refused", "said": "Error"}],
)
def test_harm_is_noticed(what: dict[str, object]) -> None:
    tally = Tally()
    tally.add(said())
    assert tally.passed()
    tally.add(said(**what))
    assert not tally.passed()


def test_a_worker_that_dies_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the worker is one that ends at its second file."""
    script = tmp_path / "worker.py"
    script.write_text(
        "import json, sys, os\n"
        "first = int(sys.argv[sys.argv.index('--first') + 1])\n"
        "if '--keep' in sys.argv: sys.exit(0)\n"
        "for number in range(first, 4):\n"
        "    print(json.dumps({'begin': number}), flush=True)\n"
        "    if number == 1: os.abort()\n"
        f"    print(json.dumps({{**json.loads({json.dumps(json.dumps(said()))}), 'number': number}}), flush=True)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(fuzz, "COMMAND", (fuzz.sys.executable, str(script)))
    monkeypatch.setattr(fuzz, "EVERY", 1000)
    tally = fuzz.run(seed=1, first=1, count=3)
    assert [one.split(":")[0] for one in tally.crashes] == ["1"]
    assert tally.outcomes["draft"] == 2
