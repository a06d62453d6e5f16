"""Zip files made to burst, to lie, to nest and to call home: none of them gets anywhere."""

import io
import re
import socket
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import DraftError
from desktop.reading import package as package_module
from desktop.reading.lines import MOST_LINES
from desktop.reading.open_draft import open_draft, read_lines
from desktop.reading.package import LARGEST_PART, open_package, parse_xml

from .word_file import blocks, docx, opened, p, packed

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refused(data: bytes, word: str) -> None:
    with pytest.raises(DraftError, match=word) as caught:
        read_lines(data)
    assert str(caught.value).count("。") == 1


def stored(data: bytes) -> bytes:
    """The same parts, not packed, so that sizes can be looked at and lied about."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return target.getvalue()


@pytest.mark.parametrize("again", ["word/document.xml", "WORD/document.xml", "word\\document.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_twice_is_refused(again: str) -> None:
    target = io.BytesIO(docx(p("给人看的。")))
    with zipfile.ZipFile(target, "a") as archive:
        other = zipfile.ZipFile(io.BytesIO(docx(p("给程序看的。")))).read("word/document.xml")
        archive.writestr(zipfile.ZipInfo(again), other)
    refused(target.getvalue(), "损坏")


def test_parts_that_share_their_bytes_are_refused() -> None:
    data = bytearray(stored(docx(p("正文。"), word__styles_xml="<x/>")))
    entries = [found.start() for found in re.finditer(b"PK\x01\x02", bytes(data))]
    offsets = [data[at + 42 : at + 46] for at in entries]
    main = next(at for at in entries if data[at + 46 :].startswith(b"word/document.xml"))
    data[main + 42 : main + 46] = offsets[0]
    refused(bytes(data), "损坏")


@pytest.mark.parametrize("size", [3, 0x7FFFFFFF])
@pytest.mark.parametrize("field", [20, 24])
def test_sizes_that_are_not_so_add_no_words(field: int, size: int) -> None:
    data = bytearray(stored(docx(p("正文。"))))
    at = next(
        at for at in re.finditer(b"PK\x01\x02", bytes(data)) if data[at.start() + 46 :].startswith(b"word/d")
    ).start()
    data[at + field : at + field + 4] = struct.pack("<I", size)
    try:
        assert [line.text for line in read_lines(bytes(data))[0]] == ["正文。"]
    except DraftError as error:
        assert re.search("损坏|大得不正常", str(error))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_no_office_program_uses_are_refused(method: int) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("word/document.xml", zipfile.ZipFile(io.BytesIO(docx(p("正文。")))).read("word/document.xml"))
    refused(target.getvalue(), "损坏")


def test_parts_that_are_each_allowed_and_together_too_much() -> None:
    """No single part is over the limit, and none unpacks suspiciously far."""
    part = b"<x>" + b" " * (LARGEST_PART - 10) + b"</x>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(3):
            archive.writestr(f"word/{number}.xml", part)
    package = open_package(target.getvalue())
    assert len(package.bytes_of("word/0.xml")) == len(part)
    assert len(package.bytes_of("word/1.xml")) == len(part)
    with pytest.raises(DraftError, match="大得不正常"):
        package.bytes_of("word/2.xml")


@pytest.mark.parametrize("piece", [b"<w:p/>", b"<w:p w:a='1' w:b='2'/>"])
def test_a_tree_too_large_for_memory_is_not_built(piece: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module.etree, "fromstring", lambda *_: pytest.fail("was parsed"))
    with pytest.raises(DraftError, match="大得不正常"):
        parse_xml(b"<x>" + piece * 2_000_000 + b"</x>")


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
    ],
)
def test_depth_costs_no_more_than_a_sentence(opening: str, closing: str) -> None:
    per_level = opening.count("<")
    deepest = 240 // per_level
    lines, _ = read_lines(docx(opening * deepest + p("深。") + closing * deepest))
    assert [line.text for line in lines] == ["深。"]
    refused(docx(opening * 20_000 + p("深。") + closing * 20_000), "损坏")


@pytest.mark.uncounted
def test_far_too_many_paragraphs_are_refused() -> None:
    assert len(read_lines(docx(p("文") * MOST_LINES))[0]) == MOST_LINES
    refused(docx(p("文") * (MOST_LINES + 1)), "6万多个段落")
    refused(("文\n" * (MOST_LINES + 1)).encode(), "6万多个段落")
    refused(b"\x0c" * 3_000_000, "段落")


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Somebody who listens on this machine, and is never to be called."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


def test_nothing_is_fetched_and_no_other_file_is_read(server: socket.socket, tmp_path: Path) -> None:
    """Templates, pictures, subdocuments, fields and entities that lie elsewhere stay there."""
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
    kinds = (
        "attachedTemplate",
        "image",
        "subDocument",
        "oleObject",
        "styles",
        "numbering",
        "header",
        "footnotes",
        "frame",
    )
    where = (address, secret.as_uri(), "\\\\127.0.0.1\\x\\y.dotm", "../../secret.txt")
    relations = "".join(
        f'<Relationship Id="r{kind}{at}" Type="{R}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for kind in kinds
        for at, target in enumerate(where)
        for mode in (("External", "Internal") if at else ("External",))
    )
    parts = {"word___rels__document.xml.rels": f"<Relationships>{relations}</Relationships>"}
    include = f'<w:fldSimple w:instr=" INCLUDETEXT &quot;{secret}&quot; "/>'
    linked = f'<w:r><w:drawing><a:blip xmlns:a="a" xmlns:r="{R}" r:link="rimage0"/></w:drawing></w:r>'
    inclusion = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    draft = opened(
        tmp_path, docx(p("正文。", include, linked, '<w:subDoc r:id="rsubDocument0" xmlns:r="x"/>', inclusion), **parts)
    )
    assert draft.text == "正文。"
    for target in (address, secret.as_uri()):
        entity = (
            f'<!DOCTYPE d [<!ENTITY e SYSTEM "{target}">]><w:document xmlns:w="w"><w:body>&e;</w:body></w:document>'
        )
        refused(packed({"word/document.xml": entity.encode()}), "文档类型声明")
        late = f"<?xml version='1.0'?><!--{'x' * 9000}-->{entity}"
        refused(packed({"word/document.xml": late.encode()}), "文档类型声明")
    with pytest.raises(BlockingIOError):
        server.accept()


def test_a_part_of_another_file_is_no_part_of_this_one() -> None:
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{R}/styles" Target="{target}" TargetMode="{mode}"/>'
        for at, (target, mode) in enumerate((("styles.xml", "External"), ("own.xml", "Internal")))
    )
    data = docx(p("正文。"), **{"word___rels__document.xml.rels": f"<Relationships>{relations}</Relationships>"})
    assert open_package(data).related("word/document.xml", "styles") == "word/own.xml"


@pytest.mark.parametrize(("main", "word"), [("xl/workbook.xml", "电子表格"), ("ppt/presentation.xml", "演示文稿")])
def test_other_office_files_are_called_what_they_are(main: str, word: str) -> None:
    relations = f'<Relationships><Relationship Type="{R}/officeDocument" Target="{main}"/></Relationships>'
    refused(packed({"_rels/.rels": relations.encode(), main: b"<workbook/>"}), word)


def test_macros_are_not_even_unpacked(tmp_path: Path) -> None:
    target = io.BytesIO(docx(p("正文。")))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"A" * 500)
    data = target.getvalue()
    at = data.index(b"word/vbaProject.bin")
    broken = data[: at + 19] + b"\xff" * 40 + data[at + 59 :]
    assert blocks(opened(tmp_path, broken, "稿.docm")) == ["正文。"]


def test_a_damaged_picture_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(docx(p("正文。"), word__media__image1_xml="x"))
    assert open_draft(path).text == "正文。"
