"""Work off the window's thread. Answers come back on the window's thread; stale ones are dropped."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from desktop.errors import Cancelled

Answer = TypeVar("Answer")

# One for the work the user waits for, one so that work given up does not stand in its way.
THREADS = 2


class _Waiting(NamedTuple):
    kind: str
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class _Run(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], report: Callable[[int, Any, Exception | None], None]):
        super().__init__()
        self._number, self._work, self._report = number, work, report

    def run(self) -> None:
        answer, error = None, None
        try:
            answer = self._work()
        except Exception as problem:
            error = problem
        self._report(self._number, answer, error)


class Jobs(QObject):
    """Runs functions that know no widget. Of each kind only the latest job's answer counts."""

    changed = Signal()
    """Some job began, ended or was dropped."""

    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._waiting: dict[int, _Waiting] = {}
        self._last = 0
        self._finished.connect(self._deliver)

    def start(
        self,
        kind: str,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> int:
        """Run ``work`` elsewhere, then ``done`` or ``failed`` here. An earlier job of ``kind`` is dropped."""
        self._forget(kind)
        self._last += 1
        self._waiting[self._last] = _Waiting(kind, done, failed)
        self._pool.start(_Run(self._last, work, self._report))
        self.changed.emit()
        return self._last

    def drop(self, kind: str) -> bool:
        """Give up the job of ``kind``: its answer will be ignored. False if there is none."""
        dropped = self._forget(kind)
        if dropped:
            self.changed.emit()
        return dropped

    def running(self, kind: str) -> bool:
        """Whether an answer of this kind is still awaited."""
        return any(one.kind == kind for one in self._waiting.values())

    def finish(self, milliseconds: int) -> bool:
        """Let all work end, its answers ignored; False if some is not done after that time."""
        self._waiting.clear()
        return self._pool.waitForDone(milliseconds)

    def _forget(self, kind: str) -> bool:
        old = [number for number, one in self._waiting.items() if one.kind == kind]
        for number in old:
            del self._waiting[number]
        return bool(old)

    def _report(self, number: int, answer: object, error: Exception | None) -> None:
        try:
            self._finished.emit(number, answer, error)
        except RuntimeError:
            # The window is gone, and with it whoever wanted to know.
            return

    def _deliver(self, number: int, answer: object, error: Exception | None) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is None:
            return
        self.changed.emit()
        if error is None:
            waiting.done(answer)
        elif not isinstance(error, Cancelled):
            waiting.failed(error)
