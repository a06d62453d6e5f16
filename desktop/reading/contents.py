"""What a file really is, told from its first bytes: its name may say anything."""

import re
from enum import StrEnum


class Contents(StrEnum):
    """The kinds of files people try to open; the value is what the user calls them."""

    TEXT = "文本文件"
    ZIP = "压缩包"
    OLE = "旧版 Office 文件"
    PDF = "PDF 文件"
    RTF = "RTF 文件"
    WEB_PAGE = "网页"
    WEB_ARCHIVE = "网页档案"
    XML = "XML 文件"
    PICTURE = "图片"
    PROGRAM = "程序"
    OTHER_ARCHIVE = "其他压缩包"
    DOC = "旧版 Word 或 WPS 文稿"
    LOCKED = "加密的文稿"
    OFD = "OFD 文件"
    ODT = "ODF 文稿"
    TABLES = "电子表格"
    SLIDES = "演示文稿"


_STARTS = (
    (b"PK\x03\x04", Contents.ZIP),
    (b"PK\x05\x06", Contents.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Contents.OLE),
    (b"{\\rtf", Contents.RTF),
    (b"\x89PNG", Contents.PICTURE),
    (b"\xff\xd8\xff", Contents.PICTURE),
    (b"GIF8", Contents.PICTURE),
    (b"BM", Contents.PICTURE),
    (b"II*\x00", Contents.PICTURE),
    (b"MM\x00*", Contents.PICTURE),
    (b"MZ", Contents.PROGRAM),
    (b"\x7fELF", Contents.PROGRAM),
    (b"Rar!", Contents.OTHER_ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Contents.OTHER_ARCHIVE),
    (b"\x1f\x8b", Contents.OTHER_ARCHIVE),
)
_LETTERS_ONLY = (b"BM", b"MZ")
_PAGE = re.compile(
    rb"\s{0,200}(?:<!--.{0,400}?-->\s{0,200})?"
    rb"<(?:!doctype\s{1,9}html|(?:html|head|body|meta|title|style|div|table|p|h[1-6]|span|font|center)(?=[\s>/]))",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(rb"\s{0,20}[a-z][a-z\-]{1,40}:\s", re.IGNORECASE)
_ARCHIVE = re.compile(
    rb"^(?:mime-version:\s|content-type:\s{0,9}(?:multipart/|text/html|application/xhtml))",
    re.IGNORECASE | re.MULTILINE,
)
_WIDE_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_XML = re.compile(rb"\s{0,200}<\?xml\s", re.IGNORECASE)


def look_at(head: bytes) -> Contents:
    """The kind of a file that begins with ``head`` (a few kilobytes of it)."""
    for start, kind in _STARTS:
        if head.startswith(start) and (start not in _LETTERS_ONLY or b"\x00" in head[:64]):
            return kind
    if b"%PDF-" in head[:1024]:
        return Contents.PDF
    text = head.removeprefix(b"\xef\xbb\xbf")
    for mark, encoding in _WIDE_MARKS:
        if head.startswith(mark):
            text = head[2:].decode(encoding, "ignore").encode("utf-8", "ignore")
    if _PAGE.match(text):
        return Contents.WEB_PAGE
    if _HEADER.match(text) and _ARCHIVE.search(text):
        return Contents.WEB_ARCHIVE
    if _XML.match(text):
        return Contents.WEB_PAGE if b"<html" in text.lower() else Contents.XML
    return Contents.TEXT


def kind_of_zip(names: frozenset[str]) -> Contents:
    """Which kind a zip file with these entries is that holds no Word document."""
    if "OFD.xml" in names:
        return Contents.OFD
    if any(name.startswith("xl/") for name in names):
        return Contents.TABLES
    if any(name.startswith("ppt/") for name in names):
        return Contents.SLIDES
    return Contents.ODT if "content.xml" in names else Contents.ZIP


def kind_of_ole(data: bytes) -> Contents:
    """Which kind an OLE file is, by the names in its directory."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return Contents.LOCKED
    if holds("WordDocument"):
        return Contents.DOC
    return Contents.TABLES if holds("Workbook") or holds("Book") else Contents.OLE


def refusal(kind: Contents) -> str:
    """Why a file of ``kind``, which no reader is for, is not read and what to do instead: one sentence.

    It goes on from the file's name.
    """
    return _REFUSALS[kind]


_NO_REPORT = "不是报告文稿；请选择 Word、WPS、PDF、OFD 或文本格式的报告。"
_REFUSALS = {
    Contents.OLE: "是旧版 Office 文件，但不是文稿；请选择报告的 Word 或 WPS 文件。",
    Contents.LOCKED: "已加密，没有密码打不开；请在 WPS 或 Word 中输入密码打开，去掉密码另存为 .docx 后再试。",
    Contents.TABLES: "是电子表格，" + _NO_REPORT,
    Contents.SLIDES: "是演示文稿，" + _NO_REPORT,
    Contents.PICTURE: "其实是图片，里面没有可以检查的文字；请选择 Word、WPS、PDF、OFD 或文本格式的报告。",
    Contents.PROGRAM: "是程序，" + _NO_REPORT,
    Contents.ZIP: "是压缩包，里面没有 Word 正文；请先解压，再打开其中的报告。",
    Contents.OTHER_ARCHIVE: "是压缩包；请先解压，再打开其中的报告。",
}
