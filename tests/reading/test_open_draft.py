"""Whatever is opened: a draft, or one Chinese sentence that says what happened and what to do."""

import hashlib
import io
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import DraftError
from desktop.reading.contents import Contents, refusal
from desktop.reading.open_draft import READERS, draft_from_text, open_draft

from .word_file import docx, opened, p, packed, styled

REPORT = (
    "某某县司法局2022年法治政府建设年度报告\n"
    "2022年，我局认真履行职责。现将情况报告如下：\n"
    "一、主要工作\n办理案件12件。\n"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(512)


def bomb() -> bytes:
    """A small file whose document unpacks to 200 MB."""
    target = io.BytesIO()
    archive = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
    with archive, archive.open("word/document.xml", "w") as part:
        for _ in range(200):
            part.write(b" " * 1_000_000)
    return target.getvalue()


def crowd() -> bytes:
    """A file with very many entries."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        for number in range(10_001):
            archive.writestr(f"word/{number}.xml", b"")
    return target.getvalue()


def locked() -> bytes:
    """A zip file whose document is marked as encrypted."""
    data = bytearray(docx(p("正文。")))
    archive = zipfile.ZipFile(io.BytesIO(bytes(data)))
    for info in archive.infolist():
        data[info.header_offset + 6] |= 1
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def broken_part() -> bytes:
    """A file whose document was damaged after it was packed."""
    data = bytearray(docx(p("正文。" * 500)))
    info = zipfile.ZipFile(io.BytesIO(bytes(data))).getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename)
    data[start + 5 : start + 60] = bytes(55)
    return bytes(data)


def raw(document: str) -> bytes:
    return packed({"word/document.xml": document.encode()})


DEEP = "<w:sdt>" * 300 + "</w:sdt>" * 300
ENTITY = '<!DOCTYPE d [<!ENTITY a "法法法法"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
DOCTYPE_LATE = "<?xml version='1.0'?><!--" + "x" * 9000 + "--><!DOCTYPE d><d/>"

BAD: dict[str, tuple[bytes, str]] = {
    "空.txt": (b"", "空文件"),
    "空白.txt": ("  \n\n　　\r\n".encode(), "没有文字"),
    "图.docx": (b"\x89PNG\r\n\x1a\n" + bytes(3000), "图片"),
    "照片.docx": (b"\xff\xd8\xff\xe0" + bytes(3000), "图片"),
    "断.docx": (docx(p("正文。" * 2000))[:-200], "损坏"),
    "断在开头.docx": (docx(p("正文。"))[:20], "损坏"),
    "坏.docx": (broken_part(), "损坏"),
    "不是XML.docx": (raw("<w:document><w:body>"), "损坏"),
    "没有正文.docx": (raw("<document/>"), "正文"),
    "空白.docx": (docx(p("")), "没有文字"),
    "加密.docx": (ole("EncryptedPackage"), "加密"),
    "加密的压缩.docx": (locked(), "密码"),
    "炸弹.docx": (bomb(), "大得不正常"),
    "一大群.docx": (crowd(), "大得不正常"),
    "太深.docx": (docx(DEEP), "损坏"),
    "实体.docx": (raw(ENTITY), "文档类型声明"),
    "声明藏在后面.docx": (raw(DOCTYPE_LATE), "文档类型声明"),
    "样式里的实体.docx": (docx(styled("a", "文"), word__styles_xml=ENTITY), "文档类型声明"),
    "旧.doc": (ole("WordDocument"), "另存为 .docx"),
    "表.xls": (ole("Workbook"), "表格"),
    "旧.ppt": (ole("PowerPoint Document"), "请选择报告的 Word 或 WPS 文件"),
    "报告.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(900), "损坏"),
    "报告.ofd": (packed({"OFD.xml": b"<ofd/>"}), "损坏"),
    "表.xlsx": (packed({"xl/workbook.xml": b"<a/>"}), "表格"),
    "演示.pptx": (packed({"ppt/presentation.xml": b"<a/>"}), "演示"),
    "稿.odt": (packed({"mimetype": b"application/vnd.oasis", "content.xml": b"<a/>"}), "另存为 .docx"),
    "压缩.zip": (packed({"报告.docx": docx(p("正文。"))}), "解压"),
    "压缩.rar": (b"Rar!\x1a\x07\x00" + bytes(100), "解压"),
    "断的RTF.doc": (b"{\\rtf1\\ansi " + b"a" * 400, "损坏"),
    "其实是网页.doc": (b"\xef\xbb\xbf <!DOCTYPE html><html><body>" + b"<br>" * 300, "没有文字"),
    "网页.mht": (b"MIME-Version: 1.0\r\n\r\n" + b"a" * 300, "网页档案"),
    "旧XML.doc": (b'<?xml version="1.0"?><w:wordDocument/>', "另存为 .docx"),
    "程序.docx": (b"MZ\x90\x00" + bytes(600), "程序"),
    "乱码.txt": (bytes(range(256)) * 40, "认出"),
    "乱码二.txt": (bytes((i * 97 + 13) % 256 for i in range(5000)), "认出"),
    "很大.txt": (b"a\n" * (11 * 1024 * 1024), "太大|超过"),
}


def sentence_of(path: Path) -> str:
    with pytest.raises(DraftError) as caught:
        open_draft(path)
    return str(caught.value)


@pytest.mark.parametrize("name", BAD)
def test_bad_files_give_one_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name][0])
    said = sentence_of(path)
    assert re.search(BAD[name][1], said), said
    assert name in said and said.count("。") == 1 and said.endswith("。") and "\n" not in said
    assert path.read_bytes() == BAD[name][0]


def test_a_missing_file(tmp_path: Path) -> None:
    assert "找不到" in sentence_of(tmp_path / "没有.docx")
    assert "找不到" in sentence_of(Path("甲" * 50 + ".txt"))


def test_a_name_that_cannot_be(tmp_path: Path) -> None:
    assert sentence_of(tmp_path / ("长" * 300)).endswith("。")
    assert sentence_of(Path("a\0b.txt")).endswith("。")


def test_a_folder(tmp_path: Path) -> None:
    assert "文件夹" in sentence_of(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    assert "普通文件" in sentence_of(tmp_path / "管道.txt")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "巨大.docx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(301 * 1024 * 1024)
    assert "太大" in sentence_of(path)


def test_an_honest_large_document_is_read(tmp_path: Path) -> None:
    draft = opened(tmp_path, docx(p("一、主要工作") + p("全年办理案件12件。" * 40) * 800))
    assert len(draft.text) > 300_000


@pytest.mark.parametrize("name", ["报告.txt", "报告.docx", "报告.doc", "报告"])
def test_the_name_decides_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(REPORT, encoding="utf-8")
    assert open_draft(tmp_path / name).year == 2022
    (tmp_path / name).write_bytes(docx("".join(p(line) for line in REPORT.splitlines())))
    assert open_draft(tmp_path / name).year == 2022


def test_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text(REPORT, encoding="gb18030")
    draft = open_draft(tmp_path / "报告.txt")
    assert draft.sha256 == hashlib.sha256(REPORT.encode("gb18030")).hexdigest()


def test_text_and_file_make_the_same_draft(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text(REPORT, encoding="utf-8")
    draft = open_draft(tmp_path / "报告.txt")
    assert draft_from_text(REPORT, draft.sha256) == draft


def test_a_short_draft_is_read_with_a_notice() -> None:
    draft = draft_from_text("某某局2023年法治政府建设年度报告如下。")
    assert draft.notices == ("正文只有21字，太短，不像一份完整的报告",)
    assert draft_from_text(REPORT * 4).notices == ()


@pytest.mark.parametrize("text", ["", " \n\n　", "\ufeff"])
def test_text_without_words(text: str) -> None:
    with pytest.raises(DraftError, match="没有文字"):
        draft_from_text(text)


def test_damage_anywhere_is_a_draft_error(tmp_path: Path) -> None:
    """Cut or overwrite a real document at many places: a draft or a DraftError, never anything else."""
    whole = docx("".join(p(f"第{number}段的话。") for number in range(60)), styles="<w:style w:styleId='a'/>")
    damages: list[Callable[[int], bytes]] = [
        lambda at: whole[:at],
        lambda at: whole[:at] + b"\xff" + whole[at + 1 :],
        lambda at: whole[:at] + bytes(8) + whole[at + 8 :],
    ]
    path = tmp_path / "伤.docx"
    for at in range(1, len(whole), max(1, len(whole) // 150)):
        for damage in damages:
            path.write_bytes(damage(at))
            try:
                open_draft(path)
            except DraftError as error:
                assert str(error).endswith("。")


def test_every_kind_of_file_is_either_read_or_refused() -> None:
    in_this_process = {Contents.TEXT}
    refused = {kind for kind in Contents if kind not in READERS and kind not in in_this_process}
    assert all(refusal(kind) for kind in refused)
    for kind in (*READERS, *in_this_process):
        with pytest.raises(KeyError):
            refusal(kind)
