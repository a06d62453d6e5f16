"""Reads untrusted binary formats in a child process, so that a hostile file costs a sentence, not the window.

The child (isolated_child.py) may use only so much memory and processor time, and is killed when its time is up,
when the user cancels and when this process ends. Bytes go in and lines come out through pipes, as JSON: nothing
is written to disk, and nothing the child says is run.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from desktop import errors
from desktop.errors import Cancelled, DraftError
from desktop.log import logger
from desktop.paths import program_folder
from desktop.reading.isolated_child import OUT_OF_MEMORY
from desktop.reading.lines import Line, line_from_values

HIDDEN_COMMAND = "--read-isolated"
"""What the packaged program, which is no plain Python, is called with to be the child."""

LARGEST_ANSWER = 256 * 1024 * 1024
_TOO_MUCH_SAID = b"{}"
_PAGE = b'{"page"'
_STEP = b'{"step"'
_POLL_SECONDS = 0.02
_SAVE_AS = "请用 WPS 或 Word 打开后另存为 .docx 再试。"
_DAMAGED = f"读不出内容，可能已损坏；{_SAVE_AS}"
_TOO_MUCH = f"读取时要用的内存多得不正常，为安全起见没有读下去；{_SAVE_AS}"
_TOO_LONG = "读了{}秒还没有读完，可能已损坏，没有再等；" + _SAVE_AS
_NO_CHILD = "没有读成：读取这种格式要另起一个进程，没有起来，可能被安全软件拦住了；" + _SAVE_AS


OnPage = Callable[[int, int], None]
"""Told before a page that takes long: the how manieth of how many. It may raise Cancelled."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost: bytes of memory beyond ``per_byte`` times the file, and seconds.

    Each page that is recognised from its picture may cost ``page_seconds``, and ``page_memory`` in all; any other
    page no more than ``step_seconds``.
    """

    memory: int = 256 * 1024 * 1024
    per_byte: int = 4
    seconds: float = 30.0
    step_seconds: float = 4.0
    page_memory: int = 2560 * 1024 * 1024
    page_seconds: float = 120.0


LIMITS = Limits()


def read_isolated(
    reader: str,
    data: bytes,
    options: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
    cancelled: Callable[[], bool] | None = None,
    on_page: OnPage | None = None,
) -> tuple[list[Line], tuple[str, ...]]:
    """What the function ``reader`` ("desktop.reading.rtf_file:read_rtf") makes of ``data`` and ``options``.

    With ``on_page`` the reader gets an option of that name too, and each of its calls is passed on here.
    Raises DraftError (or a kind of it that the reader raised) without the file's name, also when the child
    crashes, takes too long or too much memory; Cancelled soon after ``cancelled()`` says so; what ``on_page`` raises.
    """
    memory = limits.memory + limits.per_byte * len(data)
    order = {
        "reader": reader,
        "path": _import_path(),
        "options": dict(options or {}),
        "memory": memory,
        "seconds": int(limits.seconds) + 1,
        "pages": on_page is not None,
        "page_memory": limits.page_memory,
        "page_seconds": int(limits.page_seconds) + 1,
    }
    answer = b""
    with _Child(memory) as child:
        child.feed(json.dumps(order).encode("ascii") + b"\n", data)
        seconds, begun = limits.seconds, time.monotonic()
        until = begun + seconds
        while (said := child.said(_POLL_SECONDS)) is not None:
            if said.startswith(_PAGE) and on_page is not None:
                seconds, begun = limits.page_seconds, time.monotonic()
                until = begun + seconds
                child.allow(limits.page_memory)
                on_page(*_page_of(said))
            elif said.startswith(_STEP):
                whole = begun + seconds
                until = min(whole, time.monotonic() + limits.step_seconds) if b"true" in said else whole
            elif said:
                answer = said
            elif cancelled is not None and cancelled():
                raise Cancelled
            elif time.monotonic() > until:
                raise DraftError(_TOO_LONG.format(f"{time.monotonic() - begun:.0f}"))
        status = child.status()
    return _understood(answer, status, limits)


def _page_of(said: bytes) -> tuple[int, int]:
    try:
        number, count = json.loads(said)["page"]
        return int(number), int(count)
    except (ValueError, TypeError, KeyError) as error:
        raise DraftError(_DAMAGED) from error


def child_command() -> list[str]:
    """How to start the child: this Python with nothing loaded, or the packaged program's hidden command."""
    if Path(sys.executable).stem.lower().startswith("python"):
        return [sys.executable, "-I", "-S", str(Path(__file__).with_name("isolated_child.py"))]
    return [sys.executable, HIDDEN_COMMAND]


def _import_path() -> list[str]:
    return [str(program_folder()), *(one for one in sys.path if one and Path(one).is_absolute())]


class _Child:
    """The process, its two pipes and, on Windows, the job that limits it; nothing of it outlives the block."""

    def __init__(self, memory: int) -> None:
        try:
            self._process = subprocess.Popen(
                child_command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise DraftError(_NO_CHILD) from error
        self._job: Any = None
        if sys.platform == "win32":
            from desktop.reading.windows import Job

            with suppress(OSError):  # an old system inside another job: the time limit still holds
                self._job = Job(memory, int(self._process._handle))
        self._said: Queue[bytes | None] = Queue()
        self._threads: list[Thread] = []

    def __enter__(self) -> "_Child":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        if self._job is not None:
            self._job.close()

    def feed(self, *pieces: bytes) -> None:
        """Begin to give the child its input and to take its answer."""
        self._threads = [
            Thread(target=self._write, args=(pieces,), daemon=True),
            Thread(target=self._take, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def said(self, seconds: float) -> bytes | None:
        """The next line the child says, b"" if it says nothing for so long, None once it will say no more."""
        try:
            return self._said.get(timeout=seconds)
        except Empty:
            return b""

    def allow(self, memory: int) -> None:
        """Let it have so much memory from now on, where it does not see to that itself."""
        if self._job is not None:
            with suppress(OSError):
                self._job.limit(memory)

    def status(self) -> int:
        """Its exit status (below zero: the signal that ended it)."""
        try:
            return self._process.wait(_POLL_SECONDS * 50)
        except subprocess.TimeoutExpired:
            return 1

    def _write(self, pieces: tuple[bytes, ...]) -> None:
        stream = self._process.stdin
        with suppress(OSError, ValueError):  # a child that died early reads no more
            for piece in pieces:
                stream.write(piece)  # type: ignore[union-attr]
            stream.close()  # type: ignore[union-attr]

    def _take(self) -> None:
        left = LARGEST_ANSWER
        with suppress(OSError, ValueError):
            while left > 0 and (line := self._process.stdout.readline(left)):  # type: ignore[union-attr]
                left -= len(line)
                self._said.put(line)
        if left <= 0:
            self._said.put(_TOO_MUCH_SAID)
            # It may be waiting to say more.
            self._process.kill()
        self._said.put(None)


def _understood(answer: bytes, status: int, limits: Limits) -> tuple[list[Line], tuple[str, ...]]:
    """The child's answer, every value of it looked at; DraftError for anything but lines."""
    if status == OUT_OF_MEMORY or answer == _TOO_MUCH_SAID:
        raise DraftError(_TOO_MUCH)
    if status in (-24, 152):  # SIGXCPU
        raise DraftError(_TOO_LONG.format(f"{limits.seconds:.0f}"))
    try:
        said: dict[str, Any] = json.loads(answer) if status == 0 else {"crash": f"status {status}"}
        if "refusal" in said:
            raise _kind_of_error(said["kind"])(str(said["refusal"]))
        lines = [line_from_values(values) for values in said["lines"]] if "lines" in said else None
        notices = tuple(str(one) for one in said.get("notices", ()))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        logger.warning("a reader's process answered what is no answer: %s", type(error).__name__)
        raise DraftError(_DAMAGED) from error
    if lines is None:
        logger.warning("a reader crashed in its process: %s", str(said.get("crash"))[:500])
        raise DraftError(_DAMAGED)
    return lines, notices


def _kind_of_error(name: object) -> type[DraftError]:
    """The kind of DraftError with this name, DraftError itself for any other."""
    found = getattr(errors, str(name), None)
    return found if isinstance(found, type) and issubclass(found, DraftError) else DraftError
