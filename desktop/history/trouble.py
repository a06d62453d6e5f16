"""What went wrong with the history file, in one sentence that says what to do."""

import errno
import sqlite3
from pathlib import Path

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_FULL = {sqlite3.SQLITE_FULL}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_REFUSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def history_trouble(path: Path, error: Exception) -> str:
    """The sentence for what SQLAlchemy, SQLite or the system raised."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, (ValueError, OverflowError)):
        return "这次检查的内容与历史记录的格式不符，不能存入或读出；检查不受影响。"
    # The low byte is the kind of error, the rest says more than is needed.
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return "历史记录正被另一个程序占用，请稍后再试；检查不受影响。"
    if code in _FULL or getattr(cause, "errno", None) in _FULL_DISK:
        return f"磁盘空间不足，历史记录没有存成，请清理“{path.parent}”所在的磁盘；检查不受影响。"
    if code in _BROKEN:
        return f"历史记录文件已损坏，请把“{path}”移到别处，程序会新建一份；检查不受影响。"
    if code in _REFUSED or isinstance(cause, OSError):
        return f"不能打开或写入历史记录“{path}”，请检查这个位置能否写入；检查不受影响。"
    return f"历史记录“{path}”读写出错，磁盘可能已满或已断开，请检查后再试；检查不受影响。"
