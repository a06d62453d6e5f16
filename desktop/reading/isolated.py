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
_POLL_SECONDS = 0.02
_SAVE_AS = "请用 WPS 或 Word 打开后另存为 .docx 再试。"
_DAMAGED = f"读不出内容，可能已损坏；{_SAVE_AS}"
_TOO_MUCH = f"读取时要用的内存多得不正常，为安全起见没有读下去；{_SAVE_AS}"
_TOO_LONG = "读了{}秒还没有读完，可能已损坏，没有再等；" + _SAVE_AS
_NO_CHILD = "没有读成：读取这种格式要另起一个进程，没有起来，可能被安全软件拦住了；" + _SAVE_AS


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost: bytes of memory beyond ``per_byte`` times the file, and seconds."""

    memory: int = 256 * 1024 * 1024
    per_byte: int = 4
    seconds: float = 30.0


LIMITS = Limits()


def read_isolated(
    reader: str,
    data: bytes,
    options: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[list[Line], tuple[str, ...]]:
    """What the function ``reader`` ("desktop.reading.rtf_file:read_rtf") makes of ``data`` and ``options``.

    Raises DraftError (or a kind of it that the reader raised) without the file's name, also when the child
    crashes, takes too long or too much memory; Cancelled soon after ``cancelled()`` says so.
    """
    memory = limits.memory + limits.per_byte * len(data)
    order = {
        "reader": reader,
        "path": _import_path(),
        "options": dict(options or {}),
        "memory": memory,
        "seconds": int(limits.seconds) + 1,
    }
    head = json.dumps(order).encode("ascii") + b"\n"
    with _Child(memory) as child:
        child.feed(head, data)
        until = time.monotonic() + limits.seconds
        while not child.answered(_POLL_SECONDS):
            if cancelled is not None and cancelled():
                raise Cancelled
            if time.monotonic() > until:
                raise DraftError(_TOO_LONG.format(f"{limits.seconds:.0f}"))
        answer, status = child.result()
    return _understood(answer, status, limits)


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
        self._answer = b""
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

    def answered(self, seconds: float) -> bool:
        """True once the child has closed its output; waits at most so long."""
        self._threads[1].join(seconds)
        return not self._threads[1].is_alive()

    def result(self) -> tuple[bytes, int]:
        """What it wrote, and its exit status (below zero: the signal that ended it)."""
        if len(self._answer) > LARGEST_ANSWER:
            raise DraftError(_TOO_MUCH)
        try:
            return self._answer, self._process.wait(_POLL_SECONDS * 50)
        except subprocess.TimeoutExpired:
            return self._answer, 1

    def _write(self, pieces: tuple[bytes, ...]) -> None:
        stream = self._process.stdin
        with suppress(OSError, ValueError):  # a child that died early reads no more
            for piece in pieces:
                stream.write(piece)  # type: ignore[union-attr]
            stream.close()  # type: ignore[union-attr]

    def _take(self) -> None:
        with suppress(OSError, ValueError):
            self._answer = self._process.stdout.read(LARGEST_ANSWER + 1)  # type: ignore[union-attr]


def _understood(answer: bytes, status: int, limits: Limits) -> tuple[list[Line], tuple[str, ...]]:
    """The child's answer, every value of it looked at; DraftError for anything but lines."""
    if status == OUT_OF_MEMORY:
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
        raise DraftError(_DAMAGED) from error
    if lines is None:
        logger.warning("a reader crashed in its process: %s", str(said.get("crash"))[:500])
        raise DraftError(_DAMAGED)
    return lines, notices


def _kind_of_error(name: object) -> type[DraftError]:
    """The kind of DraftError with this name, DraftError itself for any other."""
    found = getattr(errors, str(name), None)
    return found if isinstance(found, type) and issubclass(found, DraftError) else DraftError
