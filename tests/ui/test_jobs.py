import threading
from typing import Any

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled
from desktop.ui.jobs import Jobs


def test_the_answer_comes_back_on_this_thread(qtbot: QtBot) -> None:
    jobs, got = Jobs(), []
    here = QThread.currentThread()
    jobs.start("a", threading.get_ident, lambda ident: got.append((ident, QThread.currentThread())), got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got[0][0] != threading.get_ident() and got[0][1] is here
    assert not jobs.running("a")


def test_an_error_comes_back_and_a_cancellation_says_nothing(qtbot: QtBot) -> None:
    jobs, got = Jobs(), []

    def fail(error: Exception) -> Any:
        raise error

    jobs.start("a", lambda: fail(Cancelled()), got.append, got.append)
    jobs.start("b", lambda: fail(ValueError("x")), got.append, got.append)
    qtbot.waitUntil(lambda: len(got) == 1 and not jobs.running("a"))
    assert isinstance(got[0], ValueError)


def test_of_one_kind_only_the_latest_answer_counts_and_a_dropped_one_never(qtbot: QtBot) -> None:
    jobs, got, gate = Jobs(), [], threading.Event()

    def slow() -> str:
        gate.wait(10)
        return "old"

    jobs.start("a", slow, got.append, got.append)
    jobs.start("a", lambda: "new", got.append, got.append)
    jobs.start("b", lambda: "dropped", got.append, got.append)
    assert jobs.drop("b") and not jobs.drop("b")
    qtbot.waitUntil(lambda: got == ["new"])
    gate.set()
    assert jobs.finish(5000)
    qtbot.wait(1)
    assert got == ["new"]


def test_many_jobs_in_a_row(qtbot: QtBot) -> None:
    jobs, got = Jobs(), []
    for number in range(300):
        jobs.start(str(number), lambda number=number: number, got.append, got.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: sorted(got) == list(range(300)))
