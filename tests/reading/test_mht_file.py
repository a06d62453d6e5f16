"""Web archives: the first page inside, in whatever way it was packed."""

import base64
import quopri
import random
from pathlib import Path

import pytest

from desktop.errors import DraftError
from desktop.reading.mht_file import read_mht
from desktop.reading.open_draft import open_draft

PAGE = "<html><body><h1>某局2023年报告</h1><p>全年办理案件12件，罚款＝3元。</p></body></html>"
WORDS = ["某局2023年报告", "全年办理案件12件，罚款＝3元。"]


def part(kind: str, data: bytes, packing: str = "base64") -> bytes:
    packed = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[packing](data)
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {packing}\r\n\r\n".encode() + packed + b"\r\n"


def archive(*parts: bytes, head: bytes = b"") -> bytes:
    opening = head + b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_b"; type="text/html"\r\n\r\n'
    return opening + b"".join(b"--=_b\r\n" + one for one in parts) + b"--=_b--\r\n"


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_mht(data)[0]]


@pytest.mark.parametrize("packing", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_ways_of_packing(packing: str, encoding: str) -> None:
    named = "gb2312" if encoding == "gb18030" else encoding
    assert texts(archive(part(f'text/html; charset="{named}"', PAGE.encode(encoding), packing))) == WORDS
    assert texts(archive(part("text/html", PAGE.encode(encoding), packing))) == WORDS


def test_the_first_page_counts_and_nothing_else() -> None:
    parts = part("image/png", b"x" * 90), part("text/html", PAGE.encode()), part("text/html", b"<p>other</p>")
    assert texts(archive(*parts)) == WORDS


@pytest.mark.parametrize("head", [b"", b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.b/c\r\n"])
def test_an_archive_named_doc_is_opened(head: bytes, tmp_path: Path) -> None:
    path = tmp_path / "报告.doc"
    path.write_bytes(archive(part("text/html", PAGE.encode()), head=head))
    assert open_draft(path).text == "\n".join(WORDS)


def test_a_page_alone_with_its_header() -> None:
    assert (
        texts(b"MIME-Version: 1.0\r\n" + part("text/html; charset=utf-8", PAGE.encode(), "quoted-printable")) == WORDS
    )


@pytest.mark.parametrize("data", [b"MIME-Version: 1.0\r\n\r\nplain", archive(part("image/png", b"x")), archive()])
def test_archives_without_a_page(data: bytes) -> None:
    with pytest.raises(DraftError, match="没有网页正文"):
        read_mht(data)


def test_deep_nesting_ends() -> None:
    data = b"MIME-Version: 1.0\r\n"
    for at in range(3000):
        data += f'Content-Type: multipart/mixed; boundary="{at}"\r\n\r\n--{at}\r\n'.encode()
    with pytest.raises(DraftError):
        read_mht(data)


def test_damaged_bytes_only_raise_draft_errors() -> None:
    whole = archive(
        part("text/html; charset=gb2312", PAGE.encode("gb18030"), "quoted-printable"), part("image/png", b"x")
    )
    chance = random.Random(4)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 9)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_mht(bytes(data))
        except DraftError as error:
            assert str(error).endswith("。")
