"""The bytes of a file on a disk, a stick or a network drive, and one sentence where they cannot be had."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from desktop.errors import DraftError
from desktop.reading.contents import Contents, look_at

LARGEST_FILE = 300 * 1024 * 1024
LARGEST_TEXT = 12 * 1024 * 1024
HEAD = 4096
_LARGEST_OWNER_FILE = 512
_HELD_BY_OTHERS = (32, 33)
"""Windows' error numbers for a file that another program has open, or a part of it locked."""


def read_bytes(path: Path) -> bytes:
    """The bytes at ``path``, its kind and size looked at first; raises DraftError, which names the file."""
    name = path.name or str(path)
    try:
        if not path.exists():
            raise DraftError(f"找不到文件“{path}”；请检查名称和位置，或重新选择文件。")
        if path.is_dir():
            raise DraftError(f"“{name}”是文件夹，不是文件；请选择里面的报告文件。")
        if not path.is_file():
            raise DraftError(f"“{name}”不是普通文件；请选择 .docx 或 .txt 格式的报告。")
        size = path.stat().st_size
        _refuse_size(name, size)
        file = _open(path)
    except OSError as error:
        raise DraftError(_cannot_open(name, error)) from error
    except ValueError as error:
        raise DraftError("文件名里有不能用的字符；请重新选择文件。") from error
    try:
        with file:
            head = file.read(HEAD)
            if look_at(head) is Contents.TEXT and size > LARGEST_TEXT:
                raise DraftError(f"“{name}”{too_large_text(size)}")
            data = head + file.read(LARGEST_FILE)
    except OSError as error:
        raise DraftError(
            f"“{name}”读到一半读不下去了，可能 U 盘松动、网络盘断开或磁盘有坏处；请先复制到本机磁盘再打开。"
        ) from error
    if len(data) != size:
        raise DraftError(f"“{name}”正在变化，可能还在保存或复制；请等它保存完，再试一次。")
    return data


def too_large_text(size: int) -> str:
    """Why a text of ``size`` bytes is not read, without the file's name."""
    return f"有{_megabytes(size)}，超过{_megabytes(LARGEST_TEXT)}，不像一份报告；请把报告正文单独存成一个文件再试。"


def _refuse_size(name: str, size: int) -> None:
    if size == 0:
        raise DraftError(f"“{name}”是空文件，里面没有文字；请确认报告已经保存，再重新打开。")
    if size > LARGEST_FILE:
        raise DraftError(
            f"“{name}”有{_megabytes(size)}，超过{_megabytes(LARGEST_FILE)}，太大了；请删去图片等附件后再试。"
        )
    if size <= _LARGEST_OWNER_FILE and name.startswith(("~$", ".~")):
        raise DraftError(
            f"“{name}”是文稿打开着的时候留下的临时文件，不是报告；请选择旁边名字里没有“{name[:2]}”的那一个。"
        )


def _open(path: Path) -> BinaryIO:
    """The file, opened so that others who have it open are no hindrance where the system allows it."""
    if sys.platform == "win32":
        from desktop.reading.windows import open_shared

        return _open_first(lambda: path.open("rb"), lambda: open_shared(str(path)))
    return path.open("rb")


def _open_first(usual: Callable[[], BinaryIO], shared: Callable[[], BinaryIO]) -> BinaryIO:
    """The file the ``usual`` way, and where another program holds it, the ``shared`` way."""
    try:
        return usual()
    except OSError as error:
        if getattr(error, "winerror", None) not in _HELD_BY_OTHERS and not isinstance(error, PermissionError):
            raise
        return shared()


def _cannot_open(name: str, error: OSError) -> str:
    if getattr(error, "winerror", None) in _HELD_BY_OTHERS:
        return f"“{name}”正被其他程序（多半是 WPS 或 Word）打开着，读不出来；请先保存并关闭它，再试一次。"
    if isinstance(error, PermissionError):
        return f"“{name}”没有权限读取；请先保存并关闭打开它的程序，或复制到自己的文件夹里再打开。"
    return f"读不出“{name}”；请确认文件还在、U 盘或网络盘连着、没有被其他程序占用，再试一次。"


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB"
