"""The zip file around a document: looked at before anything is unpacked, then read part by part."""

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from desktop.errors import DraftError

MOST_ENTRIES = 10_000
LARGEST_PART = 32 * 1024 * 1024
"""Bytes of XML in one part; a report of a million characters stays below a third of it."""
RATIO_LOOKED_AT_FROM = 4 * 1024 * 1024
LARGEST_RATIO = 300
"""Unpacked bytes for one packed byte; honest documents stay below a hundred."""

_DAMAGED = "不完整或已损坏，读不出内容；请重新复制或下载一份，或用 WPS、Word 打开后另存为 .docx。"
_TOO_LARGE = "里的内容展开后大得不正常，为安全起见没有打开；请把正文复制到一个新的 .docx 文件里再试。"
_LOCKED = "设了密码，打不开；请在 WPS 或 Word 中去掉密码，另存为 .docx 后再试。"
_DOCTYPE = "里带有文档类型声明，不是正常保存的 Word 文件，为安全起见没有打开；请用 WPS 或 Word 打开后另存为 .docx。"
_ENCRYPTED_FLAG = 0x1
_DOCTYPE_MARK = re.compile(rb"<!DOCTYPE|<\x00!\x00D\x00O\x00C\x00T|<!ENTITY")
_OFFICE_DOCUMENT = "/relationships/officeDocument"


@dataclass(frozen=True)
class Package:
    """An opened zip file whose directory has been found harmless."""

    archive: zipfile.ZipFile
    names: frozenset[str]

    def xml(self, name: str) -> etree._Element | None:
        """The root element of the part ``name``, None if there is no such part; raises DraftError."""
        data = self.bytes_of(name)
        return parse_xml(data) if data else None

    def bytes_of(self, name: str) -> bytes:
        """The bytes of the part ``name``, b"" if there is none; DraftError if locked, damaged or far too large."""
        if name not in self.names:
            return b""
        info = self.archive.getinfo(name)
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise DraftError(_LOCKED)
        suspicious = info.file_size > RATIO_LOOKED_AT_FROM and info.file_size > LARGEST_RATIO * info.compress_size
        if info.file_size > LARGEST_PART or suspicious:
            raise DraftError(_TOO_LARGE)
        try:
            with self.archive.open(info) as part:
                return part.read(LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            ValueError,
        ) as error:
            raise DraftError(_DAMAGED) from error

    def main_part(self) -> str | None:
        """The name of the part that holds the document's words, None if this is no Word document."""
        root = self.xml("_rels/.rels")
        for relation in root if root is not None else ():
            if str(relation.get("Type", "")).endswith(_OFFICE_DOCUMENT):
                target = str(relation.get("Target", "")).lstrip("/")
                if target in self.names and posixpath.basename(target).startswith("document"):
                    return target
        return "word/document.xml" if "word/document.xml" in self.names else None

    def related(self, main: str, kind: str) -> str:
        """The name of the part of ``kind`` ("styles", "numbering") that belongs to the part ``main``."""
        folder, name = posixpath.split(main)
        root = self.xml(f"{folder}/_rels/{name}.rels")
        for relation in root if root is not None else ():
            if str(relation.get("Type", "")).endswith("/relationships/" + kind):
                target = str(relation.get("Target", ""))
                return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        return f"{folder}/{kind}.xml"


def open_package(data: bytes) -> Package:
    """The zip file in ``data``; raises DraftError when it is damaged or made to burst."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = frozenset(archive.namelist())
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        OSError,
        ValueError,
        EOFError,
        OverflowError,
    ) as error:
        raise DraftError(_DAMAGED) from error
    except Exception as error:  # zipfile lets struct.error and IndexError through on broken directories
        raise DraftError(_DAMAGED) from error
    if len(names) > MOST_ENTRIES:
        raise DraftError(_TOO_LARGE)
    return Package(archive, names)


def parse_xml(data: bytes) -> etree._Element:
    """The root element of ``data``; no entities, no network, no depth over 256; raises DraftError."""
    refuse_doctype(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise DraftError(_DAMAGED) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise DraftError(_DOCTYPE)
    return root


def refuse_doctype(data: bytes) -> None:
    """Raise DraftError if ``data`` begins with a document type declaration, where entities are defined."""
    if _DOCTYPE_MARK.search(data, 0, 4096):
        raise DraftError(_DOCTYPE)
