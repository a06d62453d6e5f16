"""Encodings and line ends of text files."""

import codecs

import pytest

from desktop.errors import DraftError
from desktop.reading.open_draft import draft_from_text
from desktop.reading.text_file import decode, split_lines

TEXT = "某某县司法局2022年法治政府建设年度报告\n2022年，我局办理案件12件，出庭应诉率100%。\n"
NO_LATIN = "全县法治政府建设取得新的成效，依法行政水平稳步提高。" * 8


@pytest.mark.parametrize("text", [TEXT, NO_LATIN, "法治" * 50 + "\n", TEXT * 50])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encodings(text: str, encoding: str) -> None:
    if encoding in ("utf-16-le", "utf-16-be") and "\n" not in text:
        pytest.skip("without a line break or a digit nothing tells the two orders apart")
    assert decode(text.encode(encoding)) == text


def test_big_endian_with_a_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


def test_rare_characters_of_gb18030() -> None:
    text = "㐂𠀀镇" + TEXT
    assert decode(text.encode("gb18030")) == text


@pytest.mark.parametrize("data", [b"\x00\x01\x02" * 500, bytes(4000), b"\xff\xfe\x00\xd8\x00", b"\xef\xbb\xbf\xff\xff"])
def test_rubbish(data: bytes) -> None:
    with pytest.raises(DraftError, match="文字编码"):
        decode(data)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028", "\x85"])
def test_line_ends(end: str) -> None:
    assert [line.text for line in split_lines(f"甲。{end}{end}乙。{end}")] == ["甲。", "乙。"]
    assert split_lines(f"甲。{end}{end}乙。")[1].gap == 1


def test_blanks_around_lines_go_and_inside_stay() -> None:
    lines = split_lines("　　2018 年，市  局\xa0\n\t乙。")
    assert [line.text for line in lines] == ["2018 年，市  局", "乙。"]
    assert lines[0].indented


def test_control_characters_go() -> None:
    assert draft_from_text("甲\x07乙\x00丙。").text == "甲乙丙。"
