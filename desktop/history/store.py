"""The history file: every check kept, listed, opened again. Heavy (SQLAlchemy): import it only when it is needed."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Select, case, create_engine, delete, event, func, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_here
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.checking.result import CheckResult, Status
from desktop.errors import HistoryError
from desktop.history.kept import KeptCheck, KeptReport, PastCheck
from desktop.history.rows import digest, draft_values, item_texts, result_of, rows_of
from desktop.history.tables import Check, DraftText, ItemRow, ItemText, ObservationRow, SettledRow
from desktop.history.trouble import history_trouble
from desktop.history.upgrades import WAIT_SECONDS, bring_up_to_date

_WRITES = "writes"


class History:
    """The checks in one SQLite file. Made and upgraded on opening; any thread and several programs may use it.

    Everything raises HistoryError with one Chinese sentence when the file cannot be used; a check needs none of it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _troubles(path):
            bring_up_to_date(path)
        self._engine = create_engine(
            URL.create("sqlite", database=str(path)),
            connect_args={"timeout": WAIT_SECONDS},
            json_serializer=partial(json.dumps, ensure_ascii=False),
        )
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        self._writing = self._engine.execution_options(**{_WRITES: True})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def save(self, result: CheckResult, draft_name: str, draft_text: str, checked_at: datetime, seconds: float) -> int:
        """Keep a check, as a whole or not at all; its number. ``draft_text`` is what all offsets refer to."""
        with self._session(self._writing) as session:
            text = {"digest": digest(draft_text), "text": draft_text}
            session.execute(insert_here(DraftText).on_conflict_do_nothing(), text)
            if result.items:
                session.execute(insert_here(ItemText).on_conflict_do_nothing(), item_texts(result))
            values = {
                "checked_at": checked_at.isoformat(),
                "seconds": seconds,
                "draft_name": draft_name,
                "text_digest": text["digest"],
                **draft_values(result.draft),
            }
            check_id = session.execute(insert(Check).values(values).returning(Check.id)).scalar_one()
            for table, rows in rows_of(result, check_id):
                if rows:
                    session.execute(insert(table), rows)
            return check_id

    def recent(self, limit: int = 100) -> tuple[PastCheck, ...]:
        """The ``limit`` checks saved last, the newest first."""
        with self._session(self._engine) as session:
            return tuple(_past_check(row) for row in session.execute(_recent(limit)).mappings())

    def report_of(self, unit: str, year: int) -> KeptReport | None:
        """The report of ``unit`` on ``year`` as it was checked last, None if it never was."""
        wanted = (
            select(Check.draft_name, DraftText.text)
            .join(DraftText, DraftText.digest == Check.text_digest)
            .where(Check.unit == unit, Check.year == year)
            .order_by(Check.id.desc())
            .limit(1)
        )
        with self._session(self._engine) as session:
            row = session.execute(wanted).one_or_none()
            return KeptReport(*row) if row is not None else None

    def load(self, check_id: int) -> KeptCheck:
        """A whole check, its result equal to the one saved."""
        with self._session(self._engine) as session:
            whole = (
                joinedload(Check.draft_text),
                selectinload(Check.checklists),
                selectinload(Check.items).joinedload(ItemRow.text),
                selectinload(Check.items).selectinload(ItemRow.evidence),
                selectinload(Check.observations).selectinload(ObservationRow.related),
            )
            check = session.get(Check, check_id, options=whole)
            if check is None:
                raise HistoryError("这次检查已不在历史记录里，可能已被删除，请刷新列表。")
            return KeptCheck(
                id=check.id,
                draft_name=check.draft_name,
                draft_text=check.draft_text.text,
                result=result_of(check),
                checked_at=datetime.fromisoformat(check.checked_at),
                seconds=check.seconds,
            )

    def delete(self, check_id: int) -> None:
        """Take a check out of the file, words and all; nothing happens when it is gone already."""
        with self._session(self._writing) as session:
            session.execute(delete(Check).where(Check.id == check_id))
            used_drafts = select(Check.text_digest)
            session.execute(delete(DraftText).where(DraftText.digest.not_in(used_drafts)))
            used_items = select(ItemRow.text_digest)
            session.execute(delete(ItemText).where(ItemText.digest.not_in(used_items)))

    def settled(self) -> frozenset[str]:
        """The digests of the observations that the user has settled."""
        with self._session(self._engine) as session:
            return frozenset(session.execute(select(SettledRow.digest)).scalars())

    def settle(self, observation: str, settled: bool) -> None:
        """Remember that the observation with this digest is settled, or not any more."""
        with self._session(self._writing) as session:
            if settled:
                session.execute(insert_here(SettledRow).on_conflict_do_nothing(), {"digest": observation})
            else:
                session.execute(delete(SettledRow).where(SettledRow.digest == observation))

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        """One session for one call: one transaction that holds or leaves the file as it was."""
        with _troubles(self.path), Session(engine) as session, session.begin():
            yield session


def _recent(limit: int) -> Select[Any]:
    last = select(Check).order_by(Check.id.desc()).limit(limit).subquery()
    counts = [func.count(case((ItemRow.status == status.value, 1))).label(status.value) for status in Status]
    observations = select(func.count()).where(ObservationRow.check_id == last.c.id).scalar_subquery()
    return (
        select(last, *counts, observations.label("observations"))
        .outerjoin(ItemRow, ItemRow.check_id == last.c.id)
        .group_by(last.c.id)
        .order_by(last.c.id.desc())
    )


def _past_check(row: Any) -> PastCheck:
    plain = ("id", "draft_name", "title", "unit", "year", "observations", "seconds", "sha256")
    counts = {status.value: row[status.value] for status in Status}
    return PastCheck(
        **{name: row[name] for name in plain}, **counts, checked_at=datetime.fromisoformat(row["checked_at"])
    )


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # Python's own handling of transactions would begin none for a reading one, and a late one for a writing one.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    # A deleted draft may be confidential: its words are overwritten.
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    # A writer takes its turn at once: one that begins by reading cannot wait for another and fails instead.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _troubles(path: Path) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError, ValueError, OverflowError) as error:
        raise HistoryError(history_trouble(path, error)) from error
