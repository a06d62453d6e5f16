"""Word documents in one XML file: "flat" packages of parts, Word 2003's own XML, and flat OpenDocument texts."""

import io
import zipfile

from lxml import etree

from desktop.errors import DraftError
from desktop.reading.lines import Line
from desktop.reading.package import open_package, parse_xml

_PARTS = "http://schemas.microsoft.com/office/2006/xmlPackage"
_WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_NO_WORDS = "是 XML 文件，里面找不到 Word 正文；请用 WPS 或 Word 打开后另存为 .docx 再试。"


def read_word_xml(data: bytes) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of a document in one XML file, and what to tell the user; raises DraftError for any other XML."""
    root = parse_xml(data)
    if root.tag == f"{{{_PARTS}}}package":
        from desktop.reading.docx_file import read_docx

        package = open_package(_packed(root))
        main = package.main_part()
        if main is not None:
            return read_docx(package, main)
    if root.tag == f"{{{_WORD_2003}}}wordDocument":
        from desktop.reading.word_2003 import read_word_2003

        return read_word_2003(root)
    if root.tag == f"{{{_OFFICE}}}document":
        from desktop.reading.odt_file import read_odt_parts

        return read_odt_parts(root)
    raise DraftError(_NO_WORDS)


def _packed(root: etree._Element) -> bytes:
    """The XML parts of a flat package as the zip file they stand for."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        written = set()
        for part in root:
            name = str(part.get(f"{{{_PARTS}}}name", "")).lstrip("/")
            held = next((one for one in part if one.tag == f"{{{_PARTS}}}xmlData"), None)
            if name and name not in written and held is not None and len(held):
                written.add(name)
                archive.writestr(name, etree.tostring(held[0]))
    return target.getvalue()
