"""The few things the program remembers between two runs: one small JSON file in the data folder."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

FILE_NAME = "settings.json"
RECENT_LIMIT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered.

    ``unit_of_kind`` names the unit that ``unit_kind`` was chosen for; ``geometry`` and ``layout`` are Qt's own bytes
    in base64, empty when unknown.
    """

    recent_drafts: tuple[str, ...] = field(default=(), metadata={"of": str})
    last_folder: str = ""
    unit_kind: str = ""
    unit_of_kind: str = ""
    only_gaps: bool = True
    appearance: str = "system"
    geometry: str = ""
    layout: str = ""
    splitter: tuple[int, ...] = field(default=(), metadata={"of": int})

    def with_recent(self, draft: Path) -> "Settings":
        """The same with ``draft`` first among the recent drafts."""
        name = str(draft.absolute())
        others = tuple(one for one in self.recent_drafts if one != name)
        return replace(self, recent_drafts=(name, *others)[:RECENT_LIMIT], last_folder=str(draft.absolute().parent))


def load_settings(folder: Path) -> Settings:
    """The settings in ``folder``. What is absent, damaged or of another type is as if never set."""
    try:
        stored = json.loads((folder / FILE_NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known: dict[str, Any] = {}
    for one in fields(Settings):
        value = stored.get(one.name)
        if "of" in one.metadata:
            if isinstance(value, list) and all(type(part) is one.metadata["of"] for part in value):
                known[one.name] = tuple(value)
        elif type(value) is type(one.default):
            known[one.name] = value
    return Settings(**known)


def save_settings(folder: Path, settings: Settings) -> bool:
    """Write the settings as a whole or not at all; False when they could not be written."""
    target = folder / FILE_NAME
    draft = folder / f"{FILE_NAME}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        draft.replace(target)
    except (OSError, UnicodeError):
        with suppress(OSError):
            draft.unlink()
        return False
    return True
