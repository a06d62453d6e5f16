import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.engine import Engine

from desktop.checking.result import (
    CheckedDraft,
    CheckResult,
    Evidence,
    ItemResult,
    Mood,
    Observation,
    Related,
    Severity,
    ShownBasis,
    Status,
    UsedChecklist,
)
from desktop.errors import HistoryError
from desktop.history.store import History
from desktop.packs.kinds import Level
from tests.made_results import TEXT, made_result

NOON = datetime(2026, 11, 21, 12, 0, 1, 250)
ROOT = Path(__file__).resolve().parent.parent.parent

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | words
offsets = st.integers(-(2**63), 2**63 - 1)
tuples = st.lists(words, max_size=3).map(tuple)
evidence = st.builds(Evidence, words, offsets, offsets, words, st.sampled_from(Mood))
bases = st.builds(ShownBasis, words, words, maybe, maybe)
items = st.builds(
    ItemResult,
    id=words,
    checklist=words,
    title=words,
    level=st.sampled_from(Level),
    status=st.sampled_from(Status),
    evidence=st.lists(evidence, max_size=3).map(tuple),
    absent_elements=tuples,
    reason=words,
    asks=words,
    advice=words,
    model=words,
    write_in=words,
    basis=st.lists(bases, max_size=2).map(tuple),
    sure=st.booleans(),
)
related = st.builds(Related, words, offsets, offsets)
observations = st.builds(
    Observation,
    kind=words,
    severity=st.sampled_from(Severity),
    text=words,
    start=offsets,
    end=offsets,
    message=words,
    where=words,
    related=st.lists(related, max_size=2).map(tuple),
)
drafts = st.builds(CheckedDraft, words, maybe, maybe, st.none() | offsets, offsets, maybe, maybe, tuples)
checklists = st.lists(st.builds(UsedChecklist, words, words, words), max_size=3).map(tuple)
results = st.builds(
    CheckResult,
    drafts,
    checklists,
    st.lists(items, max_size=4).map(tuple),
    st.lists(observations, max_size=3).map(tuple),
)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History(tmp_path / "历史 记录" / "history.sqlite") as opened:
        yield opened


def save(history: History, result: CheckResult | None = None, name: str = "稿.docx", text: str = TEXT) -> int:
    return history.save(result or made_result(), name, text, NOON, 0.25)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(results, words, words, st.datetimes(), st.floats(0, 1e9))
def test_what_is_read_equals_what_was_saved(
    history: History, result: CheckResult, name: str, text: str, when: datetime, seconds: float
) -> None:
    kept = history.load(history.save(result, name, text, when, seconds))
    assert kept.result == result
    assert (kept.draft_name, kept.draft_text, kept.checked_at, kept.seconds) == (name, text, when, seconds)


def test_a_real_check_comes_back_equal_after_the_file_was_closed(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with History(path) as history:
        number = save(history)
    # Nothing but the one file is left behind.
    assert [one.name for one in tmp_path.iterdir()] == ["history.sqlite"]
    with History(path) as history:
        kept = history.load(number)
    assert kept.result == made_result()
    assert kept.draft_text == TEXT
    assert kept.checked_at == NOON


def test_the_list_has_the_newest_first_with_counts(history: History) -> None:
    first = save(history, made_result(gaps=40, observations=12), "一.docx")
    save(history, made_result(gaps=0, observations=0, items=0), "二.docx")
    third = save(history, made_result(gaps=0, observations=0), "三.docx")
    listed = history.recent(10)
    assert [one.draft_name for one in listed] == ["三.docx", "二.docx", "一.docx"]
    assert [one.id for one in history.recent(2)] == [third, third - 1]
    last = listed[-1]
    assert (last.id, last.title) == (first, made_result().draft.title)
    assert (last.covered, last.partial, last.missing, last.not_applicable) == (44, 20, 20, 4)
    assert (last.gaps, last.observations, last.year, last.unit) == (40, 12, 2021, "云岭县人民政府")
    assert (last.checked_at, last.seconds, last.sha256) == (NOON, 0.25, made_result().draft.sha256)
    nothing = listed[1]
    assert (nothing.covered, nothing.partial, nothing.missing, nothing.not_applicable) == (0, 0, 0, 0)


def test_a_time_with_its_zone_keeps_it(history: History) -> None:
    when = datetime(2026, 1, 1, 8, tzinfo=UTC)
    assert history.load(history.save(made_result(), "稿", TEXT, when, 1)).checked_at == when


def test_a_deleted_check_is_gone_with_its_words_and_others_stay(history: History) -> None:
    secret = "尚未公开的一句话" * 50
    gone = save(history, text=secret)
    stays = save(history, text="别的稿子")
    same = save(history, text="别的稿子")
    history.delete(gone)
    history.delete(gone)
    with pytest.raises(HistoryError, match="已不在历史记录里"):
        history.load(gone)
    assert history.load(stays).result == history.load(same).result == made_result()
    history.delete(stays)
    assert history.load(same).draft_text == "别的稿子"
    history.delete(same)
    history.close()
    with closing(sqlite3.connect(history.path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in tables}
    assert len(counts) == 9
    assert not any(counts.values())
    assert "尚未公开".encode() not in history.path.read_bytes()


def test_a_number_is_never_used_twice(history: History) -> None:
    number = save(history)
    history.delete(number)
    assert save(history) == number + 1


def test_the_same_words_are_kept_once(history: History) -> None:
    for _ in range(5):
        save(history)
    history.close()
    with closing(sqlite3.connect(history.path)) as connection:
        assert connection.execute("SELECT count(*) FROM draft_texts").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM item_texts").fetchone()[0] <= 88
        assert connection.execute("SELECT count(*) FROM item_results").fetchone() == (5 * 88,)


def test_reading_takes_a_fixed_number_of_questions(history: History) -> None:
    few = save(history, made_result(gaps=5, observations=1, items=10))
    many = save(history, made_result(gaps=80, observations=300))
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        counts = []
        for read in (lambda: history.load(few), lambda: history.load(many), history.recent):
            asked.clear()
            read()
            counts.append(len([one for one in asked if one.startswith("SELECT")]))
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert counts[0] == counts[1] <= 7
    assert counts[2] == 1


def test_a_save_that_fails_leaves_nothing(history: History) -> None:
    half_a_letter = replace(made_result(), observations=(Observation("x", Severity.ERROR, "\ud800", 0, 1, "m"),))
    too_large = replace(made_result(), draft=replace(made_result().draft, year=2**70))
    for result in (half_a_letter, too_large):
        with pytest.raises(HistoryError, match="不能存入或读出；检查不受影响"):
            save(history, result)
    assert history.recent() == ()


def test_many_threads_save_and_read_at_once(history: History) -> None:
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda number: save(history, name=f"{number}.docx"), range(24)))
        loaded = list(pool.map(history.load, numbers))
    assert sorted(numbers) == list(range(1, 25))
    assert {one.draft_name for one in loaded} == {f"{number}.docx" for number in range(24)}
    assert len(history.recent()) == 24


def test_several_programs_make_and_fill_one_file(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    code = """
import sys
from datetime import datetime
from pathlib import Path
from desktop.history.store import History
from tests.made_results import made_result
with History(Path(sys.argv[1])) as history:
    for number in range(10):
        history.save(made_result(), f"{sys.argv[2]}-{number}", "text", datetime(2026, 1, 1), 0.0)
"""
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(path), str(number)], cwd=ROOT, stderr=subprocess.PIPE)
        for number in range(3)
    ]
    for one in running:
        _, errors = one.communicate(timeout=60)
        assert one.returncode == 0, errors.decode(errors="replace")
    with History(path) as history:
        assert len({one.draft_name for one in history.recent()}) == 30


def test_another_program_that_writes_is_waited_for(history: History) -> None:
    save(history)
    with closing(sqlite3.connect(history.path, isolation_level=None)) as other, ThreadPoolExecutor(1) as pool:
        other.execute("BEGIN IMMEDIATE")
        waiting = pool.submit(save, history)
        # Readers do not wait.
        assert len(history.recent()) == 1
        assert not waiting.done()
        other.execute("COMMIT")
        assert waiting.result(timeout=30) == 2


def test_a_folder_or_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    for path in (tmp_path / "folder", tmp_path / "file" / "history.sqlite"):
        with pytest.raises(HistoryError, match="不能打开或写入历史记录.*检查不受影响。$"):
            History(path)


def test_a_file_that_is_no_database_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    path.write_bytes(b"not a database at all " * 100)
    with pytest.raises(HistoryError, match="历史记录文件已损坏，请把.*移到别处"):
        History(path)
    assert path.read_bytes() == b"not a database at all " * 100


def test_damage_inside_the_file_is_told(history: History) -> None:
    number = save(history)
    history.close()
    content = bytearray(history.path.read_bytes())
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    history.path.write_bytes(content)
    with pytest.raises(HistoryError, match="检查不受影响"), History(history.path) as damaged:
        damaged.load(number)


def test_words_this_program_does_not_know_are_told(history: History) -> None:
    number = save(history)
    with closing(sqlite3.connect(history.path)) as connection:
        connection.execute("UPDATE item_results SET status = 'unheard-of'")
        connection.commit()
    with pytest.raises(HistoryError, match="格式不符"):
        history.load(number)


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
def test_a_full_disk_is_told_and_what_was_kept_stays(history: History) -> None:
    save(history)
    code = """
import resource, sys
from datetime import datetime
from pathlib import Path
from desktop.errors import HistoryError
from desktop.history.store import History
from tests.made_results import made_result
path = Path(sys.argv[1])
with History(path) as history:
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, path.stat().st_size))
    try:
        history.save(made_result(), "large", "字" * 1_000_000, datetime(2026, 1, 1), 0.0)
    except HistoryError as error:
        sys.stdout.buffer.write(str(error).encode())
"""
    done = subprocess.run([sys.executable, "-c", code, str(history.path)], cwd=ROOT, capture_output=True, check=True)
    assert "检查不受影响。" in done.stdout.decode()
    assert [one.draft_name for one in history.recent()] == ["稿.docx"]
    assert history.load(1).result == made_result()


def test_settled_observations_are_remembered_as_digests_and_forgotten_when_asked(history: History) -> None:
    assert history.settled() == frozenset()
    history.settle("a" * 64, True)
    history.settle("a" * 64, True)
    history.settle("b" * 64, True)
    history.settle("a" * 64, False)
    history.settle("c" * 64, False)
    assert history.settled() == {"b" * 64}
