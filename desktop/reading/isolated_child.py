"""The other end of isolated.py: one file is read in this process, which may die of it.

Standard input holds a line of JSON (``order``: what to do, see ``isolated.py``) and then the file's bytes;
standard output gets a line of JSON: ``lines`` and ``notices``, or ``refusal`` and ``kind`` for a DraftError, or
``crash`` with the place of a mistake; before it a line with ``page`` for each page that takes long, and lines with
``step`` (steps.py). Run as a
script by a Python with nothing on its path, so that starting takes little; the packaged program comes here
through its own hidden command.
"""

import importlib
import json
import os
import sys
from typing import Any, BinaryIO

OUT_OF_MEMORY = 77
"""Exit status of a child that asked for more memory than it may have."""


def main() -> int:
    """Read one file as standard input asks; the exit status."""
    answer = _own_output()
    source = os.fdopen(0, "rb")
    order = json.loads(source.readline())
    sys.path[:] = [*order["path"], *(one for one in sys.path if one not in order["path"])]
    module, _, function = order["reader"].partition(":")
    reader = getattr(importlib.import_module(module), function)
    _limit(order["memory"], order["seconds"])
    steps = importlib.import_module("desktop.reading.steps")
    steps.listen(lambda working: _tell(answer, {"step": working}))
    options = dict(order["options"])
    if order["pages"]:

        def on_page(number: int, count: int) -> None:
            # Recognising pictures takes more of everything; the parent watches the time of each page.
            _limit(order["page_memory"], order["page_seconds"] * count)
            _tell(answer, {"page": [number, count]})

        options["on_page"] = on_page
    try:
        _tell(answer, _read(reader, source.read(), options))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    return 0


def _tell(answer: BinaryIO, said: dict[str, Any]) -> None:
    answer.write(json.dumps(said).encode("ascii") + b"\n")
    answer.flush()


def _own_output() -> BinaryIO:
    """Standard output for the answer alone: what a library prints goes nowhere."""
    # The numbers are the streams' whether or not Python made objects for them, as in a program without a console.
    answer = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answer


def _limit(memory: int, seconds: int) -> None:
    """Take memory, processor time and files away from this process; on Windows the parent's job does."""
    try:
        import resource
    except ImportError:
        return
    wanted = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in wanted:
        hard = resource.getrlimit(kind)[1]
        # Only the soft limit: a page that is recognised gets more.
        resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))


def _read(reader: Any, data: bytes, options: dict[str, Any]) -> dict[str, Any]:
    from desktop.errors import DraftError
    from desktop.reading.lines import line_values

    try:
        lines, notices = reader(data, **options)
        return {"lines": [line_values(line) for line in lines], "notices": list(notices)}
    except DraftError as error:
        return {"refusal": str(error), "kind": type(error).__name__}
    except MemoryError:
        raise
    except Exception as error:
        return {"crash": _place_of(error)}


def _place_of(error: Exception) -> str:
    """Kind and places of a mistake, without the message, which may hold words of the draft."""
    places, trace = [], error.__traceback__
    while trace is not None:
        places.append(f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}")  # noqa: PTH119
        trace = trace.tb_next
    return f"{type(error).__name__} {' '.join(places[-6:])}"


if __name__ == "__main__":
    sys.exit(main())
