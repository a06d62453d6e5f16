"""A result file is written whole or not at all."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from desktop.errors import OutputError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY}


def write_file(path: Path, content: bytes) -> None:
    """Put ``content`` into ``path``; what stood there stays until everything is written.

    Raises OutputError with one sentence when it cannot be written. A device or a pipe is written to directly.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            _replace(target, content)
    except (OSError, ValueError, RuntimeError) as error:
        raise OutputError(_sentence(path, error)) from error


def _replace(target: Path, content: bytes) -> None:
    # In the same folder, because only there a rename is one step; short, because long names are near the limit.
    part = target.with_name(f".fazhi-{os.getpid()}-{os.urandom(4).hex()}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _sentence(path: Path, error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else None
    name = f"“{_printable(path.name)}”"
    if number == errno.EISDIR:
        return f"不能写入{name}，那里是一个文件夹，请换一个文件名。"
    if number in _FULL:
        return f"{name}没有写成，磁盘空间不足，请清理磁盘或换一个位置再保存；原有文件没有改动。"
    if number in _REFUSED:
        return f"{name}没有写成，文件可能正在别的程序中打开，或者没有写入权限，请关闭后重试，或换一个文件名或位置。"
    if number in {errno.ENOENT, errno.ENOTDIR}:
        return f"{name}没有写成，文件夹“{_printable(str(path.parent))}”不存在，请换一个位置。"
    if number == errno.ENAMETOOLONG:
        return f"{name}没有写成，文件名太长，请换一个短一些的文件名。"
    return f"{name}没有写成，这个位置不能写入，请换一个文件名或位置。"


def _printable(text: str) -> str:
    """A name as it can be shown: no bytes that are no characters."""
    return text.encode("utf-8", "replace").decode("utf-8")
