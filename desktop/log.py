"""The log and the crash report. Neither holds words of a draft: messages of errors lose all but ASCII."""

import logging
import re
import traceback
from datetime import datetime
from pathlib import Path

from desktop import __version__

LOG_NAME = "fazhi.log"
CRASH_NAME = "crash.txt"

logger = logging.getLogger("fazhi")
logger.addHandler(logging.NullHandler())
logger.propagate = False

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


class _WithoutDraftText(logging.Formatter):
    """Writes where an error came from and its kind, with the Chinese of its message left out."""

    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have left its own wording of the error in the record.
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: object) -> str:  # noqa: N802 - the name is logging's
        error = ei[1] if isinstance(ei, tuple) else None
        return describe_error(error) if isinstance(error, BaseException) else ""


def start_log(folder: Path) -> Path | None:
    """Write the log into ``folder`` from now on (three files of 500 KB); None if that is impossible."""
    from logging.handlers import RotatingFileHandler  # with its sockets and queues it costs the window 10 ms

    path = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        return None
    # A full disk must not put logging's own traceback before the user.
    logging.raiseExceptions = False
    handler.setFormatter(_WithoutDraftText("%(asctime)s %(levelname)s %(message)s"))
    for old in [one for one in logger.handlers if isinstance(one, RotatingFileHandler)]:
        logger.removeHandler(old)
        old.close()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return path


def describe_error(error: BaseException) -> str:
    """The error's path through the code and its kind, without any words of a draft."""
    parts = []
    for one in _chain(error):
        frames = "".join(traceback.format_tb(one.__traceback__))
        message = _NOT_ASCII.sub("…", str(one))[:300]
        parts.append(f"{frames}{type(one).__name__}: {message}")
    return "\n\n".join(parts)


def crash_text(error: BaseException) -> str:
    """What a user can copy and send: versions and the error, nothing of the draft."""
    import platform

    head = f"法治报告自检 {__version__}，Python {platform.python_version()}，{platform.platform()}"
    return f"{head}\n{datetime.now():%Y-%m-%d %H:%M:%S}\n\n{describe_error(error)}\n"


def write_crash_report(folder: Path, error: BaseException) -> Path | None:
    """Keep ``crash_text`` in ``folder`` and in the log; None if it cannot be written."""
    logger.error("unexpected error", exc_info=error)
    path = folder / CRASH_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(crash_text(error), encoding="utf-8")
    except OSError:
        return None
    return path


def _chain(error: BaseException) -> list[BaseException]:
    """The error after whatever caused it."""
    chain = [error]
    while (before := chain[0].__cause__ or chain[0].__context__) is not None and before not in chain:
        chain.insert(0, before)
    return chain
