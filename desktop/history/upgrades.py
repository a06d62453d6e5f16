"""The history file's form, version by version. A published version is never changed: append the next one.

The version stands in the file (``PRAGMA user_version``); ``tables.py`` describes what the last one makes.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from desktop.errors import HistoryError

# "FZJC", so that a file of another program is never touched.
APPLICATION_ID = 0x465A4A43
WAIT_SECONDS = 5.0

Upgrade = tuple[str, ...]

_VERSION_1: Upgrade = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    """CREATE TABLE draft_texts (
        digest VARCHAR NOT NULL PRIMARY KEY,
        text VARCHAR NOT NULL
    )""",
    """CREATE TABLE checks (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        checked_at VARCHAR NOT NULL,
        seconds DOUBLE NOT NULL,
        draft_name VARCHAR NOT NULL,
        text_digest VARCHAR NOT NULL REFERENCES draft_texts (digest),
        sha256 VARCHAR NOT NULL,
        title VARCHAR,
        unit VARCHAR,
        year INTEGER,
        characters INTEGER NOT NULL,
        unit_kind VARCHAR,
        unit_kind_guess VARCHAR,
        notices JSON NOT NULL,
        reminders JSON NOT NULL
    )""",
    "CREATE INDEX checks_by_text ON checks (text_digest)",
    """CREATE TABLE used_checklists (
        check_id INTEGER NOT NULL REFERENCES checks (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        checklist VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        version VARCHAR NOT NULL,
        PRIMARY KEY (check_id, position)
    )""",
    """CREATE TABLE item_texts (
        digest VARCHAR NOT NULL PRIMARY KEY,
        title VARCHAR NOT NULL,
        level VARCHAR NOT NULL,
        asks VARCHAR NOT NULL,
        advice VARCHAR NOT NULL,
        model VARCHAR NOT NULL,
        write_in VARCHAR NOT NULL,
        basis JSON NOT NULL
    )""",
    """CREATE TABLE item_results (
        check_id INTEGER NOT NULL REFERENCES checks (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        item VARCHAR NOT NULL,
        checklist VARCHAR NOT NULL,
        status VARCHAR NOT NULL,
        sure BOOLEAN NOT NULL,
        reason VARCHAR NOT NULL,
        absent_elements JSON NOT NULL,
        text_digest VARCHAR NOT NULL REFERENCES item_texts (digest),
        PRIMARY KEY (check_id, position)
    )""",
    "CREATE INDEX item_results_by_text ON item_results (text_digest)",
    """CREATE TABLE evidence (
        check_id INTEGER NOT NULL,
        item_position INTEGER NOT NULL,
        position INTEGER NOT NULL,
        text VARCHAR NOT NULL,
        start_offset INTEGER NOT NULL,
        end_offset INTEGER NOT NULL,
        place VARCHAR NOT NULL,
        mood VARCHAR NOT NULL,
        PRIMARY KEY (check_id, item_position, position),
        FOREIGN KEY (check_id, item_position) REFERENCES item_results (check_id, position) ON DELETE CASCADE
    )""",
    """CREATE TABLE observations (
        check_id INTEGER NOT NULL REFERENCES checks (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        severity VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        start_offset INTEGER NOT NULL,
        end_offset INTEGER NOT NULL,
        message VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        PRIMARY KEY (check_id, position)
    )""",
    """CREATE TABLE related_passages (
        check_id INTEGER NOT NULL,
        observation_position INTEGER NOT NULL,
        position INTEGER NOT NULL,
        text VARCHAR NOT NULL,
        start_offset INTEGER NOT NULL,
        end_offset INTEGER NOT NULL,
        PRIMARY KEY (check_id, observation_position, position),
        FOREIGN KEY (check_id, observation_position) REFERENCES observations (check_id, position) ON DELETE CASCADE
    )""",
)

_VERSION_2: Upgrade = ("CREATE TABLE settled_observations (digest VARCHAR NOT NULL PRIMARY KEY)",)

UPGRADES: tuple[Upgrade, ...] = (_VERSION_1, _VERSION_2)


def bring_up_to_date(path: Path, upgrades: Sequence[Upgrade] = UPGRADES) -> None:
    """Make the file at ``path`` or bring it to the last version, in one step that holds or leaves it as it was.

    Before a file with checks in it is changed, it is copied to ``backup_path``. Two programs may do this at once.
    Raises HistoryError for a file of a newer version or of another program, sqlite3.Error and OSError as they come.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)) as connection:
        # In one transaction: another program may be making the file between two questions.
        with _transaction(connection, "BEGIN"):
            version = _version(connection, path, len(upgrades))
        if version == len(upgrades):
            return
        _write_ahead(connection)
        with _transaction(connection, "BEGIN IMMEDIATE"):
            # Again, now that no other program can change it.
            version = _version(connection, path, len(upgrades))
            if 0 < version < len(upgrades):
                _back_up(path, backup_path(path, version))
            for statements in upgrades[version:]:
                for statement in statements:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(upgrades)}")


def backup_path(path: Path, version: int) -> Path:
    """Where the file of ``version`` is copied to before it is upgraded."""
    return path.with_name(f"{path.stem}.v{version}.backup{path.suffix}")


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has done it by itself when the disk is full.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    program = int(connection.execute("PRAGMA application_id").fetchone()[0])
    is_empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if is_empty and version == 0:
        return 0
    if program != APPLICATION_ID or version == 0:
        raise HistoryError(f"“{path}”不是本程序的历史记录，请把它移到别处，程序会新建一份；检查不受影响。")
    if version > newest:
        raise HistoryError(
            f"历史记录由更新版本的程序写成（第{version}版，本程序只认到第{newest}版），请升级本程序后再看；检查不受影响。"
        )
    return version


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers and a writer do not wait for each other. SQLite does not wait by itself when two programs ask for it."""
    deadline = monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or monotonic() > deadline:
                raise
        sleep(0.02)


def _back_up(path: Path, target: Path) -> None:
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
        part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink()
