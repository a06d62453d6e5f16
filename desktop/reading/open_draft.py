"""A file → Draft: the reader is chosen by the file's content, never by its name."""

import hashlib
from pathlib import Path

from desktop.errors import DraftError
from desktop.reading.assemble import assemble
from desktop.reading.draft import Draft
from desktop.reading.text_file import decode, split_lines


def open_draft(path: Path) -> Draft:
    """Read the draft at ``path``; raises DraftError with one sentence when it cannot be read."""
    data = path.read_bytes()
    return draft_from_text(decode(data), hashlib.sha256(data).hexdigest())


def draft_from_text(text: str, sha256: str = "") -> Draft:
    """The draft that ``text`` makes, as if it had been read from a text file."""
    lines = split_lines(text)
    if not lines:
        raise DraftError("文件里没有文字；请确认打开的是写好的报告，再试一次。")
    return assemble(lines, sha256)
