"""Automatic numbers of Word 97–2003 documents."""

import struct

from .doc_writer import IN_TABLE, Level, P, Style, doc, listed, lists, prl
from .test_doc_file import cell, row_end, texts

CHINESE = [Level(39, "\0、"), Level(39, "（\1）"), Level(0, "\2.", 3)]
FILL = [Level()] * 6


def test_automatic_numbers_are_text() -> None:
    data = doc(
        P("领导", listed(1)),
        P("责任", listed(1, 1)),
        P("制度", listed(1, 1)),
        P("细项", listed(1, 2)),
        P("监督", listed(1)),
        P("又一", listed(1, 1)),
        P("点", listed(2)),
        P("不编号", prl(0x460B, 0, 2)),
        P("旧编号", prl(0x460B, 0x7FF, 2)),
        **lists([[*CHINESE, *FILL], [Level(23, "●")]], [(0, b"", 0), (1, b"", 0)]),
    )
    assert texts(data) == [
        *("一、领导", "（一）责任", "（二）制度", "3.细项", "二、监督", "（一）又一"),
        *("点", "不编号", "旧编号"),
    ]


def test_a_use_of_a_list_can_start_anew_and_look_different() -> None:
    starts = struct.pack("<iI", 5, 0x10)
    formats = struct.pack("<iI", 0, 0x20) + Level(1, "第\0部分", 2).bytes()
    data = doc(
        *(P("甲", listed(1)), P("乙", listed(2)), P("丙", listed(1)), P("丁", listed(3))),
        **lists([[Level(39, "\0、")]], [(0, b"", 0), (0, starts, 1), (0, formats, 1)]),
    )
    assert texts(data) == ["一、甲", "五、乙", "六、丙", "第VII部分 丁"]


def test_a_level_can_count_on_where_an_upper_one_goes_on() -> None:
    data = doc(
        *(P("甲", listed(1)), P("乙", listed(1, 1)), P("丙", listed(1)), P("丁", listed(1, 1))),
        **lists([[Level(39, "\0、"), Level(0, "\1.", flags=8), *FILL, Level()]], [(0, b"", 0)]),
    )
    assert texts(data) == ["一、甲", "1.乙", "二、丙", "2.丁"]


def test_absurd_numbers_stay_short() -> None:
    level = Level(4, "\0" * 5000, start=2_000_000_000)
    assert texts(doc(*[P("甲", listed(1))] * 3, **lists([[level]], [(0, b"", 0)])))[2].count("2000000002") == 60


def test_a_style_can_number_its_paragraphs() -> None:
    styles = [Style(0, "Normal"), Style(1, "heading 1", paragraph=listed(1))]
    data = doc(
        P("甲", style=1), P("乙", prl(0x460B, 0, 2), style=1), styles=styles, **lists([[CHINESE[0]]], [(0, b"", 0)])
    )
    assert texts(data) == ["一、甲", "乙"]


def test_the_number_of_an_empty_cell_numbers_the_row() -> None:
    data = doc(
        *(cell("", IN_TABLE + listed(1)), cell("甲"), row_end(), P("", listed(1)), P("乙", listed(1))),
        **lists([[Level()]], [(0, b"", 0)]),
    )
    assert texts(data) == ["1.\t甲", "3.乙"]
