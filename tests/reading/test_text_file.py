"""Encodings and page numbers of text files."""

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


@pytest.mark.parametrize(
    "number",
    ["— 3 —", "-3-", "－３－", "—3—", "第 3 页", "第3页 共10页", "第3页，共10页", "Page 3 of 9", "· 3 ·", "– 3 –"],
)
def test_dressed_page_numbers_go(number: str) -> None:
    assert [line.text for line in split_lines(f"前文。\n\n{number}\n\n后文。")] == ["前文。", "后文。"]


def test_bare_page_numbers_go_in_a_rising_row() -> None:
    page = "\n".join(f"第{one}行的内容。" for one in "甲乙丙丁戊己庚")
    text = f"{page}\n1\n{page}\n2\n{page}\n3\n"
    assert not any(line.text.isdigit() for line in split_lines(text))


def test_bare_numbers_beside_a_form_feed_go() -> None:
    assert [line.text for line in split_lines("前文。\n7\f后文。")] == ["前文。", "后文。"]
    assert [line.text for line in split_lines("前文。\f\n8\n后文。")] == ["前文。", "后文。"]


@pytest.mark.parametrize("text", ["序号\n1\n甲\n2\n乙", "办理\n12\n件", "2022\n年", "第三页写明", "—— 第一 ——"])
def test_other_numbers_stay(text: str) -> None:
    assert "".join(line.text for line in split_lines(text)) == text.replace("\n", "")


@pytest.mark.parametrize("artefact", ["{ PAGE \\* MERGEFORMAT }", "&nbsp;", "错误！未找到引用源。", "[插图]"])
def test_artefacts_stay(artefact: str) -> None:
    assert artefact in draft_from_text(f"一、主要工作\n办理案件12件。\n\n— 1 —\n\n{artefact}\n后文。").text


def test_tabbed_lines_are_table_rows() -> None:
    draft = draft_from_text("统计如下。\n事项\t件数\n许可\t12\n一、\t主要工作\n办理案件。")
    assert [block.kind.value for block in draft.blocks][:3] == ["paragraph", "table-row", "table-row"]


def test_control_characters_go() -> None:
    assert draft_from_text("甲\x07乙\x00丙。").text == "甲乙丙。"
