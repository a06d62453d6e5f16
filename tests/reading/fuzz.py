"""``python -m tests.reading.fuzz --count 10000``: opens mutated files of every format and tells what came of it.

The originals are the sample drafts, documents built here and every file below ``tests/reading/formats/files``. File
number N of a seed is always the same; ``--first N --count 1 --keep FOLDER`` makes it again and keeps it. Workers open
a hundred files each; the readers that have a process of their own run inside the worker, which has the same
memory, so that starting processes does not dominate, and every fiftieth file, and every one that killed a
worker, is opened the way the program does it.

Printed: how many files became drafts or were refused; crashes; hangs (over 5 s of processor time, which a busy machine
does not lengthen, or a minute on the clock); the peak memory of a worker;
refusals that are no clear sentence; and mistakes of readers that only their process of their own made a sentence of.
Exit status 1 if a crash, a hang, an unclear sentence or more than 300 MB was seen.
"""

import argparse
import faulthandler
import importlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from desktop.errors import DraftError
from desktop.paths import seeds_folder
from desktop.reading import isolated
from desktop.reading.lines import Line
from desktop.reading.open_draft import open_draft

from . import samples
from .mutations import mutate

HANG_SECONDS = 5.0
DEAD_SECONDS = 60.0
MOST_MEMORY = 300
"""Megabytes a worker may have needed at its worst."""
BATCH = 100
COMMAND = (sys.executable, "-m", "tests.reading.fuzz")
EVERY = 50
FRESH = 40 * 1024 * 1024
"""Bytes a process needs that has read nothing yet."""
TRAPS = Path(__file__).parent / "files"
FORMATS = Path(__file__).parent / "formats" / "files"
ROOT = Path(__file__).resolve().parents[2]
_SENTENCE = re.compile("“[^“”]+”[^。\n]{4,}[；，、][^。\n]{0,60}(?:请|没有再等)[^。\n]*。|[^。\n]{0,30}请[^。\n]+。")
_FOREIGN = re.compile(r"Error|Exception|Traceback|errno|0x|None|\bline \d", re.IGNORECASE)


@lru_cache(maxsize=1)
def originals() -> tuple[tuple[str, bytes], ...]:
    """Suffix and bytes of every sound file that is mutated."""
    files = [*sorted(seeds_folder().glob("sample*")), *sorted(TRAPS.glob("traps.*"))]
    files += [*(sorted(FORMATS.rglob("*.*")) if FORMATS.is_dir() else [])]
    found = [(path.suffix.lower(), path.read_bytes()) for path in files if path.suffix != ".json"]
    for path in sorted(seeds_folder().glob("*.txt")):
        found += [(".txt", path.read_text(encoding="utf-8").encode(one)) for one in ("gb18030", "utf-16")]
    return (*found, *((".docx", data) for data in samples.documents()))


def hostile_file(seed: int, number: int, only: str = "") -> tuple[str, bytes]:
    """Name and bytes of file ``number``; ``only`` keeps to originals with that suffix."""
    random = Random(f"{seed}/{number}")
    chosen = [one for one in originals() if not only or one[0] == only]
    # Every format as often as any other, however many originals it has.
    suffix = random.choice(sorted({one[0] for one in chosen}))
    data = random.choice([one[1] for one in chosen if one[0] == suffix])
    return f"稿{number}{suffix}", mutate(random, data)


def is_clear(sentence: str) -> bool:
    """True for one Chinese sentence that says what happened and what to do."""
    return _SENTENCE.fullmatch(sentence) is not None and _FOREIGN.search(sentence) is None


@dataclass
class Tally:
    """What came of some files; places are ``number: what``."""

    outcomes: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, -1)
    megabytes: float = 0.0
    heaviest: int = -1

    def add(self, one: dict[str, Any]) -> None:
        """Count what a worker said of one file."""
        number = one["number"]
        self.outcomes[one["outcome"]] += 1
        self.slowest = max(self.slowest, (one["seconds"], number))
        if one["megabytes"] > self.megabytes:
            self.megabytes, self.heaviest = one["megabytes"], number
        if one["seconds"] > HANG_SECONDS:
            self.hangs.append(f"{number}: {one['seconds']:.1f} s")
        if one["outcome"] == "refused":
            self.sentences[re.sub("“[^“”]*”|\\d+", "…", one["said"])] += 1
            if not is_clear(one["said"]):
                self.unclear.append(f"{number}: {one['said']}")
        elif one["outcome"] == "crash":
            self.crashes.append(f"{number}: {one['said']}")
        elif one["outcome"] == "mistake":
            self.mistakes.append(f"{number}: {one['said']}")

    def passed(self) -> bool:
        """True if nothing was seen that must not be."""
        return not (self.crashes or self.hangs or self.unclear) and self.megabytes <= MOST_MEMORY


class _Mistake(Exception):
    """A reader raised something else than a DraftError."""


def _read_here(
    reader: str, data: bytes, options: dict[str, Any] | None = None, on_page: object = None, **_: object
) -> tuple[list[Line], tuple[str, ...]]:
    """What ``read_isolated`` does, in this process."""
    module, _, function = reader.partition(":")
    options = {**(options or {}), **({"on_page": on_page} if on_page is not None else {})}
    memory = isolated.LIMITS.memory + isolated.LIMITS.per_byte * len(data)
    try:
        with _no_more_than(memory):
            read = getattr(importlib.import_module(module), function)
            found: tuple[list[Line], tuple[str, ...]] = read(data, **options)
    except DraftError:
        raise
    except MemoryError as error:
        raise DraftError(
            "读取时要用的内存多得不正常，为安全起见没有读下去；请用 WPS 或 Word 打开后另存为 .docx 再试。"
        ) from error
    except Exception as error:
        raise _Mistake(f"{type(error).__name__} {reader}") from error
    return found


@contextmanager
def _no_more_than(memory: int) -> Iterator[None]:
    """Leave this process about as much memory as a fresh one has that may have ``memory`` in all."""
    status = Path("/proc/self/status")
    if not status.is_file():
        yield
        return
    import resource

    now = next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith("VmSize"))
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (now + memory - FRESH, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def opened(number: int, path: Path) -> dict[str, Any]:
    """What comes of opening the file at ``path``."""
    began = _processor_seconds()
    outcome, said = "draft", ""
    try:
        open_draft(path)
    except DraftError as error:
        outcome, said = "refused", str(error)
    except _Mistake as error:
        outcome, said = "mistake", str(error)
    except BaseException as error:
        outcome, said = "crash", f"{type(error).__name__}: {error}"
    seconds = _processor_seconds() - began
    return {"number": number, "outcome": outcome, "said": said, "seconds": seconds, "megabytes": _peak_megabytes()}


def _processor_seconds() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _peak_megabytes() -> float:
    """The most memory this process or one it started had at a time."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    import resource

    # The system's own figure for a process begins with that of the process it was forked from.
    own = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(int(own), children) / 1024


def keep(asked: argparse.Namespace) -> None:
    """Write the files asked for into the folder ``keep``."""
    for number in range(asked.first, asked.first + asked.count * asked.step, asked.step):
        name, data = hostile_file(asked.seed, number, asked.only)
        (asked.keep / name).write_bytes(data)


def work(asked: argparse.Namespace) -> None:
    """A worker's life: the files of the folder ``worker`` from ``first`` on, a line of JSON before and after each."""
    in_a_process_of_its_own = isolated.read_isolated
    if not asked.real:
        isolated.read_isolated = _read_here  # type: ignore[assignment]
    for number, path in _numbered(asked.worker):
        if number < asked.first:
            continue
        print(json.dumps({"begin": number}), flush=True)
        # A watch of its own ends the process also where Python never gets its turn again.
        faulthandler.dump_traceback_later(DEAD_SECONDS, exit=True)
        said = opened(number, path)
        if said["seconds"] > HANG_SECONDS and not asked.real:
            # What counts is how long a user waits: their reader is ended from outside.
            isolated.read_isolated = in_a_process_of_its_own
            said = opened(number, path)
            isolated.read_isolated = _read_here  # type: ignore[assignment]
        faulthandler.cancel_dump_traceback_later()
        print(json.dumps(said), flush=True)


def _numbered(folder: Path) -> list[tuple[int, Path]]:
    return sorted((int(path.stem.removeprefix("稿")), path) for path in folder.iterdir())


def run(seed: int, first: int, count: int, only: str = "", workers: int = 2) -> Tally:
    """Open ``count`` files from ``first`` on and tell what came of them."""
    tally = Tally()
    starts = range(first, first + count, BATCH)
    batches = [_Batch(seed, start, min(BATCH, first + count - start), only) for start in starts]
    with ThreadPoolExecutor(workers) as pool:
        for said in pool.map(lambda batch: list(_said_of(batch)), batches):
            for one in said:
                tally.add(one)
    sample = -(-first // EVERY) * EVERY
    real = [_Batch(seed, sample, len(range(sample, first + count, EVERY)), only, True, EVERY)]
    real += [_Batch(seed, int(one.split(":")[0]), 1, only, True) for one in tally.mistakes]
    for batch in real:
        for one in _said_of(batch):
            tally.add({**one, "outcome": one["outcome"] if one["outcome"] != "draft" else "draft again"})
    return tally


@dataclass(frozen=True, slots=True)
class _Batch:
    """``count`` files from ``first`` on, every ``step``th; ``real`` ones are opened the way the program does it."""

    seed: int
    first: int
    count: int
    only: str = ""
    real: bool = False
    step: int = 1


def _said_of(batch: _Batch) -> Iterator[dict[str, Any]]:
    """What workers say of these files; where one dies, the next goes on behind the file that killed it."""
    with tempfile.TemporaryDirectory() as folder:
        # Making the files takes memory of its own, which is not to be mistaken for the readers'.
        made = ["--seed", str(batch.seed), "--only", batch.only, "--first", str(batch.first)]
        made += ["--count", str(batch.count), "--step", str(batch.step), "--keep", folder]
        subprocess.run([*COMMAND, *made], cwd=ROOT, check=True)
        first, end = batch.first, batch.first + batch.count * batch.step
        while first < end:
            opening = ["--worker", folder, "--first", str(first), *(["--real"] if batch.real else [])]
            done = subprocess.run([*COMMAND, *opening], cwd=ROOT, capture_output=True, text=True, check=False)
            said = [json.loads(line) for line in done.stdout.splitlines()]
            yield from (one for one in said if "outcome" in one)
            if done.returncode == 0:
                return
            killer = next((one["begin"] for one in reversed(said) if "begin" in one), first)
            yield from _of_killer(replace(batch, first=killer, count=1, step=1), done)
            first = killer + 1


def _of_killer(batch: _Batch, done: subprocess.CompletedProcess[str]) -> Iterator[dict[str, Any]]:
    """What to say of a file that killed a worker; one with a process of its own gets it and makes a sentence."""
    hung = "Timeout" in done.stderr
    again = [] if batch.real or hung else list(_said_of(replace(batch, real=True)))
    if again and again[0]["outcome"] == "refused":
        yield again[0]
        yield {**again[0], "outcome": "mistake", "said": f"status {done.returncode}"}
    else:
        why = done.stderr.strip().splitlines()[-1:] or [f"status {done.returncode}"]
        seconds = DEAD_SECONDS if hung else 0.0
        outcome = "hang" if hung else "crash"
        yield {"number": batch.first, "outcome": outcome, "said": why[0], "seconds": seconds, "megabytes": 0.0}


def report(tally: Tally, seconds: float) -> str:
    """The figures, and the files behind those that must not be."""
    lines = [
        f"outcomes: {dict(sorted(tally.outcomes.items()))} in {seconds:.0f} s, {len(tally.sentences)} sentences",
        f"crashes: {len(tally.crashes)}",
        f"hangs over {HANG_SECONDS:.0f} s: {len(tally.hangs)} (slowest {tally.slowest[0]:.2f} s, {tally.slowest[1]})",
        f"peak memory: {tally.megabytes:.0f} MB of {MOST_MEMORY} (file {tally.heaviest})",
        f"unclear sentences: {len(tally.unclear)}",
        f"mistakes caught by a process of their own: {len(tally.mistakes)}",
    ]
    for name in ("crashes", "hangs", "unclear", "mistakes"):
        lines += [f"  {name} {one}" for one in getattr(tally, name)[:20]]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command (see above)."""
    parser = argparse.ArgumentParser(prog="python -m tests.reading.fuzz")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--step", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--only", default="", metavar="SUFFIX", help="only this format: .docx")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the files there and open none")
    parser.add_argument("--sentences", action="store_true", help="print every refusal and how often it was seen")
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--real", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.keep:
        keep(asked)
        return 0
    if asked.worker:
        work(asked)
        return 0
    began = time.monotonic()
    tally = run(asked.seed, asked.first, asked.count, asked.only, asked.workers)
    print(report(tally, time.monotonic() - began))
    if asked.sentences:
        print("\n".join(f"{count:6} {sentence}" for sentence, count in tally.sentences.most_common()))
    return 0 if tally.passed() else 1


if __name__ == "__main__":
    sys.exit(main())
