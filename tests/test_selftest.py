"""The program tries itself: what it says, its exit status, and what it leaves behind."""

import shutil
from pathlib import Path

import pytest

from desktop.selftest import Finding, drafts_below, report
from tests.end_to_end.whole_program import ROOT, Run, fazhi

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

SEEDS = ROOT / "seeds"


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """One report as plain text, and the same in a folder of another format."""
    folder = tmp_path / "样例 一"
    (folder / "formats" / "docx").mkdir(parents=True)
    shutil.copy(SEEDS / "sample-2.txt", folder)
    shutil.copy(SEEDS / "README.md", folder)
    shutil.copy(SEEDS / "sample-2.docx", folder / "formats" / "docx")
    return folder


def _selftest(samples: Path, data: Path, out: Path) -> tuple[Run, list[str]]:
    run = fazhi("selftest", "--samples", samples, "--out", out, data=data)
    return run, out.read_text(encoding="utf-8").splitlines()


def test_all_is_well_and_nothing_stays_behind(samples: Path, tmp_path: Path) -> None:
    run, lines = _selftest(samples, tmp_path / "data", tmp_path / "结果.txt")
    assert (run.status, run.out) == (0, b""), run.err
    assert lines[-1] == "全部通过：10 项"
    assert not [line for line in lines if line.startswith("不行")]
    assert any("formats/docx/sample-2.docx：" in line and "88 项" in line for line in lines)
    assert {one.name for one in (tmp_path / "data").iterdir()} <= {"fazhi.log", "jieba.cache"}


def test_a_format_that_loses_words_is_found(samples: Path, tmp_path: Path) -> None:
    text = (samples / "sample-2.txt").read_text(encoding="utf-8")
    (samples / "formats" / "short").mkdir()
    (samples / "formats" / "short" / "sample-2.txt").write_text(text[: len(text) * 9 // 10], encoding="utf-8")
    (samples / "formats" / "docx" / "sample-2.docx").write_bytes(b"PK\3\4 torn")
    run, lines = _selftest(samples, tmp_path / "data", tmp_path / "out.txt")
    assert run.status == 1
    failed = [line for line in lines if line.startswith("不行")]
    assert [line.split("：")[0].split("/")[1] for line in failed] == ["short", "docx"]
    assert lines[-1].startswith("没有通过：11 项里有 2 项不行：")


def test_an_empty_folder_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run, lines = _selftest(tmp_path / "empty", tmp_path / "data", tmp_path / "out.txt")
    assert run.status == 1
    assert "样例" in lines[-1]


def test_files_that_tell_about_the_samples_are_no_samples(samples: Path) -> None:
    assert [one.name for one in drafts_below(samples)] == ["sample-2.docx", "sample-2.txt"]


def test_the_last_line_counts_what_failed() -> None:
    good, bad = Finding("甲", True, "好"), Finding("乙", False, "坏")
    assert report((good,), Path("数据")).endswith("通过  甲：好\n全部通过：1 项\n")
    assert report((good, bad), Path("数据")).endswith("不行  乙：坏\n没有通过：2 项里有 1 项不行：乙\n")
