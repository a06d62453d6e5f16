"""The zip file around a document: looked at before anything is unpacked, then read part by part.

Nothing here follows a relationship out of the file: targets marked external are passed over.
"""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from desktop.errors import DraftError

MOST_ENTRIES = 10_000
LARGEST_PART = 32 * 1024 * 1024
"""Bytes of XML in one part; a report of a million characters stays below a third of it."""
LARGEST_TOTAL = 64 * 1024 * 1024
"""Bytes of all parts read of one file."""
LARGEST_TREE = 160 * 1024 * 1024
"""Bytes of memory a part's elements and attributes may take, reckoned before it is parsed."""
RATIO_LOOKED_AT_FROM = 4 * 1024 * 1024
LARGEST_RATIO = 300
"""Unpacked bytes for one packed byte; honest documents stay below a hundred."""

_TREE_LOOKED_AT_FROM = 1024 * 1024
_ELEMENT_BYTES = 90
"""By the mark that opens or closes it; one that is empty and has no end costs twice that, and text of its own more."""
_ATTRIBUTE_BYTES = 216
_DAMAGED = "不完整或已损坏，读不出内容；请重新复制或下载一份，或用 WPS、Word 打开后另存为 .docx。"
_TOO_LARGE = "里的内容展开后大得不正常，为安全起见没有打开；请把正文复制到一个新的 .docx 文件里再试。"
_LOCKED = "设了密码，打不开；请在 WPS 或 Word 中去掉密码，另存为 .docx 后再试。"
_DOCTYPE = "里带有文档类型声明，不是正常保存的 Word 文件，为安全起见没有打开；请用 WPS 或 Word 打开后另存为 .docx。"
_ENCRYPTED_FLAG = 0x1
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What office programs use; others may ask for gigabytes before a byte is unpacked."""
_ENTRY_MARK = b"PK\x01\x02"
_DOCTYPE_MARK = re.compile(rb"<!DOCTYPE|<\x00!\x00D\x00O\x00C\x00T|<!ENTITY")
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)
_OFFICE_DOCUMENT = "officeDocument"
_OTHER_PROGRAMS = ("xl/", "ppt/", "visio/")
_USUAL_MAIN = "word/document.xml"


class Package:
    """An opened zip file whose directory has been found harmless. Parts are found whatever the case of their names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries = {_plain(info.filename): info for info in archive.infolist()}
        self.names = frozenset(info.filename for info in archive.infolist())
        self._read = 0
        self._relations: dict[str, list[tuple[str, str]]] = {}

    def xml(self, name: str) -> etree._Element | None:
        """The root element of the part ``name``, None if there is no such part; raises DraftError."""
        data = self.bytes_of(name)
        return parse_xml(data) if data else None

    def size_of(self, name: str) -> int:
        """The size in bytes that the part ``name`` says it has, 0 if there is none."""
        info = self._entries.get(_plain(name))
        return info.file_size if info is not None else 0

    def bytes_of(self, name: str) -> bytes:
        """The bytes of the part ``name``, b"" if there is none; DraftError if locked, damaged or far too large."""
        return b"".join(self.pieces_of(name, LARGEST_PART + 1))

    def pieces_of(self, name: str, size: int) -> Iterator[bytes]:
        """The same in pieces, unpacked when asked for: the first of ``size`` bytes, each twice the one before."""
        info = self._entries.get(_plain(name))
        if info is None:
            return
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise DraftError(_LOCKED)
        if info.compress_type not in _PACKINGS:
            raise DraftError(_DAMAGED)
        suspicious = info.file_size > RATIO_LOOKED_AT_FROM and info.file_size > LARGEST_RATIO * info.compress_size
        self._read += info.file_size
        if info.file_size > LARGEST_PART or suspicious or self._read > LARGEST_TOTAL:
            raise DraftError(_TOO_LARGE)
        try:
            with self._archive.open(info) as part:
                while piece := part.read(size):
                    yield piece
                    size *= 2
        except Exception as error:  # zlib.error, EOFError, and struct.error on a cut header
            raise DraftError(_DAMAGED) from error

    def main_part(self) -> str | None:
        """The name of the part that holds the document's words, None if this is no Word document."""
        for target in self.related_parts("", _OFFICE_DOCUMENT):
            if _plain(target) in self._entries and not target.startswith(_OTHER_PROGRAMS):
                return target
        return _USUAL_MAIN if _USUAL_MAIN in self._entries else None

    def related(self, main: str, kind: str) -> str:
        """The name of the part of ``kind`` ("styles", "numbering") that belongs to the part ``main``."""
        found = self.related_parts(main, kind)
        return found[0] if found else f"{posixpath.dirname(main)}/{kind}.xml"

    def related_parts(self, main: str, kind: str) -> list[str]:
        """The names of all parts of ``kind`` that belong to the part ``main``, "" for the file as a whole."""
        if main not in self._relations:
            self._relations[main] = self._relations_of(main)
        return [target for one, target in self._relations[main] if one == kind]

    def _relations_of(self, main: str) -> list[tuple[str, str]]:
        """Kind and target of each part that belongs to ``main``."""
        folder, name = posixpath.split(main)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for relation in root if root is not None else ():
            target = str(relation.get("Target", ""))
            if relation.get("TargetMode") != "External" and target:
                found.append((str(relation.get("Type", "")).rpartition("/")[2], _part_name(folder, target)))
        return found


def open_package(data: bytes) -> Package:
    """The zip file in ``data``; raises DraftError when it is damaged or made to burst."""
    if data.count(_ENTRY_MARK) > MOST_ENTRIES:
        raise DraftError(_TOO_LARGE)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # zipfile lets struct.error and IndexError through on broken directories
        raise DraftError(_DAMAGED) from error
    names = Counter(_plain(info.filename) for info in archive.infolist())
    if names and max(names.values()) > 1:
        # Which of two parts of one name is meant, each program decides for itself.
        raise DraftError(_DAMAGED)
    return Package(archive)


def _part_name(folder: str, target: str) -> str:
    """The name of the part that ``target`` means, as seen from a part in ``folder``."""
    target = unquote(target) if "%" in target else target
    inside = target.lstrip("/") if target[:1] == "/" else f"{folder}/{target}" if folder else target
    return posixpath.normpath(inside) if "." in inside.rpartition("/")[0] else inside


def _plain(name: str) -> str:
    return name.replace("\\", "/").lower()


def parse_xml(data: bytes) -> etree._Element:
    """The root element of ``data``; no entities, no network, no depth over 256; raises DraftError."""
    refuse_doctype(data)
    if len(data) > _TREE_LOOKED_AT_FROM:
        elements, attributes = data.count(b"<"), data.count(b"=")
        if elements * _ELEMENT_BYTES + attributes * _ATTRIBUTE_BYTES > LARGEST_TREE:
            raise DraftError(_TOO_LARGE)
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise DraftError(_DAMAGED) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise DraftError(_DOCTYPE)
    return root


def refuse_doctype(data: bytes) -> None:
    """Raise DraftError if ``data`` begins with a document type declaration, where entities are defined."""
    head = data[:4096]
    if (b"<!" in head or b"<\x00!" in head) and _DOCTYPE_MARK.search(head):
        raise DraftError(_DOCTYPE)
