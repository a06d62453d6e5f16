"""A file → Draft: the reader is chosen by the file's content, never by its name.

Limits, looked at before anything is read or unpacked: files up to 300 MB, text files up to 12 MB (about
four million characters; a long report has thirty thousand). Text and .docx are read here, every other format
in a process of its own.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from desktop.errors import DraftError
from desktop.reading.assemble import assemble
from desktop.reading.contents import Contents, kind_of_ole, kind_of_zip, look_at, refusal
from desktop.reading.draft import Draft
from desktop.reading.file_bytes import HEAD, LARGEST_TEXT, read_bytes, too_large_text
from desktop.reading.lines import Line
from desktop.reading.markdown import text_lines
from desktop.reading.page_marks import without_invisible_signs
from desktop.reading.text_file import decode

READERS: dict[Contents, str] = {
    Contents.DOC: "desktop.reading.doc_file:read_doc",
    Contents.RTF: "desktop.reading.rtf_file:read_rtf",
    Contents.OFD: "desktop.reading.ofd_file:read_ofd_bytes",
    Contents.ODT: "desktop.reading.odt_file:read_odt_bytes",
    Contents.WEB_PAGE: "desktop.reading.html_file:read_html",
    Contents.WEB_ARCHIVE: "desktop.reading.mht_file:read_mht",
    Contents.PDF: "desktop.reading.pdf_file:read_pdf",
    Contents.XML: "desktop.reading.word_xml:read_word_xml",
}
"""Which function, as "module:function", reads a format; each runs in a process of its own (isolated.py)."""

WITH_PASSWORD = frozenset({Contents.PDF})
"""Formats whose reader takes the option ``password``."""

WITH_PAGES = frozenset({Contents.PDF})
"""Formats whose reader takes the option ``on_page`` and calls it before each page that takes long."""

OnPage = Callable[[int, int], None]
"""Told before a page that takes long: the how manieth of how many. It may raise Cancelled."""

_NO_WORDS = "里面没有文字，可能是空白文档或扫描图片；请确认打开的是写好的报告。"


def open_draft(
    path: Path,
    *,
    password: str = "",
    on_page: OnPage | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Draft:
    """Read the draft at ``path``; ``password`` opens a locked file of a format that can be read with one.

    Raises DraftError, one Chinese sentence that names the file, when there is nothing there, it is no
    report in a format that can be read, or it is damaged or unreasonably large; PasswordNeeded when it is locked
    and ``password`` does not open it; Cancelled soon after
    ``cancelled()``, asked now and then from this thread, says so; what ``on_page`` raises.
    """
    data = read_bytes(path)
    try:
        lines, notices = read_lines(data, password, on_page, cancelled)
    except DraftError as error:
        raise type(error)(f"“{path.name}”{error}") from error
    lines = without_invisible_signs(lines)
    if not lines:
        raise DraftError(f"“{path.name}”{_NO_WORDS}")
    return assemble(lines, hashlib.sha256(data).hexdigest(), notices)


def draft_from_text(text: str, sha256: str = "") -> Draft:
    """The draft that ``text`` makes, as if it had been read from a text file.

    Raises DraftError when it holds nothing or is longer than a text file may be.
    """
    if len(text) > LARGEST_TEXT:
        raise DraftError(f"文字{too_large_text(len(text))}")
    lines = without_invisible_signs(text_lines(text))
    if not lines:
        raise DraftError("没有文字可以检查；请粘贴或打开写好的报告，再试一次。")
    return assemble(lines, sha256)


def read_lines(
    data: bytes, password: str = "", on_page: OnPage | None = None, cancelled: Callable[[], bool] | None = None
) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of a file with these bytes and what to tell the user; errors without the file's name."""
    kind = look_at(data[:HEAD])
    if kind is Contents.TEXT:
        return text_lines(decode(data)), ()
    if kind is Contents.ZIP:
        from desktop.reading.docx_file import read_docx  # loads lxml
        from desktop.reading.package import open_package

        package = open_package(data)
        main = package.main_part()
        if main is not None:
            return read_docx(package, main)
        kind = kind_of_zip(package.names)
    elif kind is Contents.OLE:
        kind = kind_of_ole(data)
    reader = READERS.get(kind)
    if reader is None:
        raise DraftError(refusal(kind))
    from desktop.reading.isolated import read_isolated

    options = {"password": password} if kind in WITH_PASSWORD else {}
    pages = (on_page or _nobody) if kind in WITH_PAGES else None
    return read_isolated(reader, data, options, cancelled=cancelled, on_page=pages)


def _nobody(_number: int, _count: int) -> None:
    return
