import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from desktop.errors import HistoryError
from desktop.history import store, upgrades
from desktop.history.store import History
from desktop.history.tables import Base
from desktop.history.upgrades import UPGRADES, backup_path, bring_up_to_date
from tests.history.test_store import save
from tests.made_results import made_result

NOW = len(UPGRADES)
NEXT = (*UPGRADES, ("ALTER TABLE checks ADD COLUMN remark VARCHAR", "UPDATE checks SET remark = draft_name"))


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def test_the_upgrades_make_the_tables_the_program_uses(tmp_path: Path) -> None:
    bring_up_to_date(tmp_path / "made.sqlite")
    engine = create_engine(f"sqlite:///{tmp_path / 'described.sqlite'}")
    Base.metadata.create_all(engine)
    engine.dispose()
    for name in Base.metadata.tables:
        for what in ("table_info", "foreign_key_list", "index_list"):
            made, described = (
                ask(tmp_path / f"{one}.sqlite", f"PRAGMA {what}({name})") for one in ("made", "described")
            )
            assert sorted(made, key=str) == sorted(described, key=str)
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    assert ask(tmp_path / "made.sqlite", tables) == ask(tmp_path / "described.sqlite", tables)


def test_a_new_file_is_marked_and_writes_ahead(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "history.sqlite"
    History(path).close()
    assert ask(path, "PRAGMA user_version") == [(len(UPGRADES),)]
    assert ask(path, "PRAGMA application_id") == [(upgrades.APPLICATION_ID,)]
    assert ask(path, "PRAGMA journal_mode") == [("wal",)]


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    path.touch()
    with History(path) as history:
        save(history)
        assert len(history.recent()) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["history.sqlite"]


def test_an_older_file_is_copied_first_and_keeps_its_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.sqlite"
    with History(path) as history:
        number = save(history)
        # Still open, so that part of it stands in the write-ahead file.
        bring_up_to_date(path, NEXT)
    assert ask(path, "SELECT remark FROM checks") == [("稿.docx",)]
    assert ask(path, "PRAGMA user_version") == [(NOW + 1,)]
    copy = backup_path(path, NOW)
    assert copy.name == f"history.v{NOW}.backup.sqlite"
    assert ask(copy, "PRAGMA user_version") == [(NOW,)]
    with History(copy) as history:
        assert history.load(number).result == made_result()
    # The second time there is nothing to do.
    copy.unlink()
    bring_up_to_date(path, NEXT)
    assert not copy.exists()


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with History(path) as history:
        number = save(history)
    with pytest.raises(sqlite3.OperationalError):
        bring_up_to_date(path, (*UPGRADES, ("ALTER TABLE checks ADD COLUMN remark VARCHAR", "no statement")))
    with History(path) as history:
        assert history.load(number).result == made_result()
    assert ("remark",) not in ask(path, "SELECT name FROM pragma_table_info('checks')")


def test_without_a_copy_there_is_no_upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.sqlite"
    with History(path) as history:
        save(history)
    backup_path(path, NOW).mkdir()
    monkeypatch.setattr(store, "bring_up_to_date", lambda one: bring_up_to_date(one, NEXT))
    with pytest.raises(HistoryError, match="不能打开或写入历史记录"):
        History(path)
    assert ask(path, "PRAGMA user_version") == [(NOW,)]
    assert not list(tmp_path.glob("*.part"))


def test_a_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    bring_up_to_date(path, NEXT)
    before = path.read_bytes()
    with pytest.raises(
        HistoryError, match=f"由更新版本的程序写成（第{NOW + 1}版，本程序只认到第{NOW}版），请升级本程序"
    ):
        History(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, 1])
def test_a_file_of_another_program_is_refused(tmp_path: Path, version: int) -> None:
    path = tmp_path / "history.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE visits (url TEXT)")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    with pytest.raises(HistoryError, match="不是本程序的历史记录，请把它移到别处"):
        History(path)
    assert ask(path, "SELECT name FROM sqlite_master") == [("visits",)]


def test_a_file_of_the_first_version_keeps_its_checks_and_learns_to_settle(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    bring_up_to_date(path, UPGRADES[:1])
    assert ("settled_observations",) not in ask(path, "SELECT name FROM sqlite_master")
    with History(path) as history:
        number = save(history)
        history.settle("a" * 64, True)
        assert history.load(number).result == made_result()
        assert history.settled() == {"a" * 64}
