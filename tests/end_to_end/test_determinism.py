"""Same file, same checklists, same year: the same bytes, on every run."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.end_to_end.whole_program import ROOT, SAMPLE, SAMPLES, fazhi

DRAFTS = [*SAMPLES, *(one.with_suffix(".txt") for one in SAMPLES)]


def test_the_same_bytes_whatever_the_seed_of_hashes(tmp_path: Path) -> None:
    runs = [
        fazhi("check", SAMPLE, "--format", "json", data=tmp_path, PYTHONHASHSEED=seed) for seed in ("0", "1", "random")
    ]
    assert len({hashlib.sha256(run.out).hexdigest() for run in runs}) == 1
    assert runs[0].out.endswith(b"}\n")


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_the_result_speaks_of_the_text_that_is_printed(draft: Path, tmp_path: Path) -> None:
    before = draft.read_bytes()
    run = fazhi("check", draft, "--no-save", "--format", "json", data=tmp_path)
    assert (run.status in (0, 1), run.err) == (True, "")
    stored = json.loads(run.out)
    assert stored["draft"]["sha256"] == hashlib.sha256(before).hexdigest()
    text = fazhi("text", draft, data=tmp_path).out.decode("utf-8")
    quoted = [one for item in stored["items"] for one in item["evidence"]]
    quoted += [one for seen in stored["observations"] for one in (seen, *seen["related"])]
    assert quoted
    for one in quoted:
        assert text[one["start"] : one["end"]] == one["text"]
    assert len(stored["items"]) == 88
    assert len({item["id"] for item in stored["items"]}) == 88
    assert sum(stored["summary"].values()) == 88
    must = [item for item in stored["items"] if item["level"] == "must" and item["status"] in ("partial", "missing")]
    assert run.status == (1 if must else 0)
    assert draft.read_bytes() == before


def test_an_ascii_code_page_changes_nothing(tmp_path: Path) -> None:
    narrow = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    plain = fazhi("check", SAMPLE, "--no-save", "--format", "json", data=tmp_path)
    assert fazhi("check", SAMPLE, "--no-save", "--format", "json", data=tmp_path, **narrow).out == plain.out
    assert fazhi("check", SAMPLE, "--no-save", data=tmp_path, **narrow).status == plain.status


def test_the_current_folder_and_the_time_change_nothing(tmp_path: Path) -> None:
    elsewhere = f"import os\nos.chdir({str(ROOT)!r})"
    first = fazhi("check", SAMPLE, "--no-save", "--format", "json", data=tmp_path, TZ="Asia/Shanghai")
    second = fazhi(
        "check", SAMPLE, "--no-save", "--format", "json", data=tmp_path / "b", before=elsewhere, TZ="Pacific/Apia"
    )
    assert first.out == second.out
