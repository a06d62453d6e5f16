"""Web archives (.mht, .mhtml, also named .doc): the first web page inside → lines. Nothing is ever fetched."""

import email
import email.policy
from email.message import Message

from desktop.errors import DraftError
from desktop.reading.html_file import read_html
from desktop.reading.lines import Line

LARGEST = 100 * 1024 * 1024
_DAMAGED = "是网页档案（.mht），但内容已损坏，读不出来；请用浏览器或 Word 打开后另存为 .docx 再试。"
_NO_PAGE = "是网页档案或邮件，里面没有网页正文；请把报告文字复制到 .docx 或 .txt 文件里再打开。"
_TOO_LARGE = "是网页档案，大得不正常；请删去图片等附件，或把文字复制到 .docx 或 .txt 文件里再试。"
_MOST_PARTS = 2000


def read_mht(data: bytes) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of the first page in a web archive, and what to tell the user; raises DraftError."""
    if len(data) > LARGEST:
        raise DraftError(_TOO_LARGE)
    try:
        page = _first_page(email.message_from_bytes(data, policy=email.policy.compat32))
        content = page.get_payload(decode=True) if page is not None else None
        charset = page.get_content_charset() if page is not None else None
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        raise DraftError(_DAMAGED) from error
    if not isinstance(content, bytes):
        raise DraftError(_NO_PAGE)
    return read_html(content, charset)


def _first_page(message: Message) -> Message | None:
    """The first part that is a web page."""
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and not part.is_multipart():
            return part
    return None
