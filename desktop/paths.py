"""Where things lie: what came with the program, and the folder that keeps the user's own data."""

import os
import sys
from contextlib import suppress
from pathlib import Path

DATA_VARIABLE = "FAZHI_DATA"
PORTABLE_MARK = "portable"


def program_folder() -> Path:
    """The folder that holds ``desktop/``, ``checklists/``, ``resources/`` and ``seeds/``."""
    return Path(__file__).resolve().parent.parent


def checklists_folder() -> Path:
    """The checklists that came with the program."""
    return program_folder() / "checklists"


def resources_folder() -> Path:
    """Icons, fonts and word lists that came with the program."""
    return program_folder() / "resources"


def seeds_folder() -> Path:
    """The sample drafts that came with the program."""
    return program_folder() / "seeds"


def data_folder(override: str | os.PathLike[str] | None = None) -> Path:
    """The folder for history, settings and log; made if it can be.

    In this order: ``override`` (the option --data), FAZHI_DATA, ``data`` beside a file named
    ``portable``, the user's local data folder. That it could not be made is no error here: whoever
    writes into it says so, and a check needs nothing from it.
    """
    chosen = override or os.environ.get(DATA_VARIABLE)
    folder = Path(chosen).expanduser().absolute() if chosen else _portable_folder() or _local_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def is_portable() -> bool:
    """Whether a file named ``portable`` lies beside the program and nothing else was asked for."""
    return not os.environ.get(DATA_VARIABLE) and _portable_folder() is not None


def keep_temporary_files_inside(folder: Path) -> None:
    """Let temporary files lie below ``folder``, so that a USB stick leaves nothing on the machine it is used on."""
    import tempfile

    inside = folder / "temp"
    with suppress(OSError):
        inside.mkdir(parents=True, exist_ok=True)
        tempfile.tempdir = str(inside)
        for name in ("TMP", "TEMP", "TMPDIR"):
            os.environ[name] = str(inside)


def use_data_folder(override: str | os.PathLike[str]) -> Path:
    """Let every later ``data_folder()`` of this process and its children be ``override``."""
    folder = data_folder(override)
    os.environ[DATA_VARIABLE] = str(folder)
    return folder


def own_checklists_folder(folder: Path | None = None) -> Path:
    """Where an office may put checklists of its own, beside those that come with the program; it need not be there."""
    return (folder or data_folder()) / "checklists"


def history_file(folder: Path | None = None) -> Path:
    """The SQLite file with the past checks."""
    return (folder or data_folder()) / "history.sqlite"


def _portable_folder() -> Path | None:
    """``data`` beside the mark; the launcher may lie above the folder of the program's code."""
    for place in (program_folder(), Path(sys.executable).parent):
        if (place / PORTABLE_MARK).is_file():
            return place / "data"
    return None


def _local_folder() -> Path:
    # Only needed here, and 5 ms to import.
    from platformdirs import user_data_path

    return user_data_path("fazhi", appauthor=False)
