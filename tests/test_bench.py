from pathlib import Path

import pytest

from desktop import bench
from desktop.packs.load import load_checklists
from desktop.paths import seeds_folder
from tests.loaded import the_checklists


def test_the_phrases_are_the_same_on_every_run() -> None:
    checklists = the_checklists()
    words = bench.phrases(checklists)
    assert words == bench.phrases(load_checklists())
    assert len(set(words)) == bench.PHRASES
    assert not any(word.startswith("#") for word in words)
    assert words != bench.phrases(checklists, seed=1)


def test_a_draft_is_opened_and_checked() -> None:
    result = bench.open_and_check(sorted(seeds_folder().glob("*.docx"))[0])
    assert len(result.items) == 88


def test_works_take_turns_and_the_first_turn_is_not_counted() -> None:
    calls: list[str] = []
    times = bench.measured(lambda: calls.append("a"), lambda: calls.append("b"))
    assert calls == ["a", "b"] * (bench.TIMES + 1)
    assert bench.TIMES_SMALL >= bench.TIMES >= 9
    assert len(times) == 2


def test_the_window_starts_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How fast it is, only ``dev.py bench`` can say; what it loads is the same everywhere."""
    monkeypatch.setattr(bench, "TIMES", 1)
    figures = {one.name: one for one in bench.starting(tmp_path)}
    loaded = figures["启动时已载入的重模块"]
    assert loaded.passed, loaded.how
    assert 0 <= figures["空闲内存"].value < 120


def test_files_are_cut_between_characters(tmp_path: Path) -> None:
    path = bench._file(tmp_path / "x", "法治".encode()[:5])
    assert path.read_text(encoding="utf-8") == "法"


def test_a_figure_beyond_its_gate_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    good = bench.Figure("甲", 1.0, "倍", 2, 1, "1 / 1")
    near = bench.Figure("乙", 1.5, "倍", 2, 1, "3 / 2")
    bad = bench.Figure("丙", 3.0, "倍", 2, 1, "3 / 1")
    monkeypatch.setattr(bench, "starting", lambda folder: [good, near])
    monkeypatch.setattr(bench, "reading_and_matching", lambda folder: [bad])
    monkeypatch.setattr(bench, "reading_pdf", lambda: [])
    assert bench.main() == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["达到目标", "通过", "没有通过"]
    monkeypatch.setattr(bench, "reading_and_matching", lambda folder: [])
    assert bench.main() == 0


def test_the_long_pdf_is_a_draft_of_its_length() -> None:
    text, _ = bench.longest_seed()
    data = bench.long_pdf(text)
    assert bench.library_text(data) >= 30_000
    assert bench.page_texts(data) == bench.library_text(data)
    assert 50 < bench.paragraphs(data) < 500
