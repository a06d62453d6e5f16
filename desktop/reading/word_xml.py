"""Documents in one XML file: "flat" packages of parts, Word 2003's own XML, and flat OpenDocument texts."""

import io
import zipfile

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.lines import Line
from desktop.reading.package import open_package, parse_xml

_PARTS = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_WORD_2003 = "{http://schemas.microsoft.com/office/word/2003/wordml}wordDocument"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}document"
_NO_WORDS = "是 XML 文件，里面找不到 Word 正文；请用 WPS 或 Word 打开后另存为 .docx 再试。"


def read_word_xml(data: bytes) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of a document in one XML file, and what to tell the user; raises DraftError for any other XML."""
    root = parse_xml(data)
    if root.tag == _OFFICE:
        from desktop.reading.odt_file import read_odt_parts

        return read_odt_parts(root)
    parts: dict[str, bytes] = {}
    if root.tag == _PARTS + "package":
        parts = _parts_of(root)
    elif root.tag == _WORD_2003:
        from desktop.reading.word_2003 import parts_of

        parts = parts_of(root)
    package = open_package(_packed(parts))
    main = package.main_part()
    if main is None:
        raise DraftError(_NO_WORDS)
    from desktop.reading.docx_file import read_docx

    return read_docx(package, main)


def _parts_of(root: etree._Element) -> dict[str, bytes]:
    """The XML parts of a flat package by their names; where two have one name, the first."""
    parts: dict[str, bytes] = {}
    for part in root:
        name = str(part.get(_PARTS + "name", "")).lstrip("/")
        held = part.find(_PARTS + "xmlData")
        if name and held is not None and len(held):
            parts.setdefault(name, etree.tostring(held[0], with_tail=False))
    return parts


def _packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()
