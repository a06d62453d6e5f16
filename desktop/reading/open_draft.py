"""A file → Draft: the reader is chosen by the file's content, never by its name.

Limits, looked at before anything is read or unpacked: files up to 300 MB, text files up to 20 MB (about
seven million characters; a long report has thirty thousand).
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from desktop.errors import DraftError
from desktop.reading.assemble import assemble
from desktop.reading.contents import Contents, look_at, refusal, refusal_of_zip
from desktop.reading.draft import Draft
from desktop.reading.lines import Line
from desktop.reading.text_file import decode, split_lines

OnPage = Callable[[int, int], None]
"""Told before a page that takes long: the how manieth of how many. It may raise Cancelled."""

LARGEST_FILE = 300 * 1024 * 1024
LARGEST_TEXT = 20 * 1024 * 1024
_HEAD = 4096
_NO_WORDS = "里面没有文字，可能是空白文档或扫描图片；请确认打开的是写好的报告。"


def open_draft(path: Path, *, password: str = "", on_page: OnPage | None = None) -> Draft:
    """Read the draft at ``path``; ``password`` opens a locked PDF, ``on_page`` is told of pages that take long.

    Raises DraftError, one Chinese sentence that names the file, when there is nothing there, it is no
    report in a format that can be read, or it is damaged or unreasonably large; PasswordNeeded when it is
    locked and ``password`` does not open it; whatever ``on_page`` raises to stop.
    """
    data = _read(path)
    try:
        lines, notices = _lines_of(data, password, on_page)
    except DraftError as error:
        raise type(error)(f"“{path.name}”{error}") from error
    if not lines:
        raise DraftError(f"“{path.name}”{_NO_WORDS}")
    return assemble(lines, hashlib.sha256(data).hexdigest(), notices)


def draft_from_text(text: str, sha256: str = "") -> Draft:
    """The draft that ``text`` makes, as if it had been read from a text file.

    Raises DraftError when it holds nothing or is longer than a text file may be.
    """
    if len(text) > LARGEST_TEXT:
        raise DraftError(f"文字{_too_large_text(len(text))}")
    lines = split_lines(text)
    if not lines:
        raise DraftError("没有文字可以检查；请粘贴或打开写好的报告，再试一次。")
    return assemble(lines, sha256)


def _read(path: Path) -> bytes:
    """The bytes at ``path``, its size looked at first."""
    name = path.name or str(path)
    try:
        if not path.exists():
            raise DraftError(f"找不到文件“{path}”；请检查名称和位置，或重新选择文件。")
        if path.is_dir():
            raise DraftError(f"“{name}”是文件夹，不是文件；请选择里面的报告文件。")
        if not path.is_file():
            raise DraftError(f"“{name}”不是普通文件；请选择 .docx 或 .txt 格式的报告。")
        size = path.stat().st_size
        if size == 0:
            raise DraftError(f"“{name}”是空文件，里面没有文字；请确认报告已经保存，再重新打开。")
        if size > LARGEST_FILE:
            raise DraftError(
                f"“{name}”有{_megabytes(size)}，超过{_megabytes(LARGEST_FILE)}，太大了；请删去图片等附件后再试。"
            )
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if look_at(head) is Contents.TEXT and size > LARGEST_TEXT:
                raise DraftError(f"“{name}”{_too_large_text(size)}")
            return head + file.read(LARGEST_FILE)
    except OSError as error:
        raise DraftError(f"读不出“{name}”；请确认没有被其他程序占用、有权限打开，再试一次。") from error
    except ValueError as error:
        raise DraftError("文件名里有不能用的字符；请重新选择文件。") from error


def _lines_of(data: bytes, password: str, on_page: OnPage | None) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of a file and what to tell the user; errors without the file's name."""
    kind = look_at(data[:_HEAD])
    if kind is Contents.ZIP:
        from desktop.reading.docx_file import read_docx  # loads lxml
        from desktop.reading.package import open_package

        package = open_package(data)
        main = package.main_part()
        if main is None:
            raise DraftError(refusal_of_zip(package.names))
        return read_docx(package, main)
    if kind is Contents.PDF:
        from desktop.reading.pdf_file import read_pdf

        return read_pdf(data, password, on_page)
    if kind is not Contents.TEXT:
        raise DraftError(refusal(kind, data))
    return split_lines(decode(data)), ()


def _too_large_text(size: int) -> str:
    return f"有{_megabytes(size)}，超过{_megabytes(LARGEST_TEXT)}，不像一份报告；请把报告正文单独存成一个文件再试。"


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB"
