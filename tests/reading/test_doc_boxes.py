"""Text boxes of Word 97–2003 documents: once, and where they hang."""

from .doc_writer import DELETED, SPECIAL, P, R, doc, record
from .test_doc_file import cell, drawing, row_end, shape, texts

BOX = [P("框里的话。"), P("第二段。")]


def test_text_boxes_stand_once_after_their_paragraph() -> None:
    data = doc(
        P(["前", R("\x08", SPECIAL), "后。"]), "下段。", boxes=[(1026, BOX), (7, [P("无主。")])], anchors=[(1, 1026)]
    )
    assert texts(data) == ["前后。", "框里的话。", "第二段。", "下段。", "无主。"]


def test_a_text_box_in_a_cell_belongs_to_the_cell() -> None:
    data = doc(cell(["甲", R("\x08", SPECIAL)]), cell("乙"), row_end(), boxes=[(5, BOX)], anchors=[(1, 5)])
    assert texts(data) == ["甲 框里的话。 第二段。\t乙"]


def test_positions_are_counted_as_the_file_counts_them() -> None:
    data = doc(P(["𠮷\x0b𠮷", R("\x08", SPECIAL), R("\x08", SPECIAL)]), "后。", boxes=[(5, BOX)], anchors=[(6, 5)])
    assert texts(data) == ["𠮷", "𠮷", "框里的话。", "第二段。", "后。"]
    crowded = P("𠮷\x08\x08", mark_properties=b"")
    assert texts(doc(crowded, "后。", boxes=[(5, BOX)], anchors=[(3, 5)])) == ["𠮷", "框里的话。", "第二段。", "后。"]


def test_a_deleted_text_box_is_out() -> None:
    data = doc(P(["甲", R("\x08", SPECIAL + DELETED)]), boxes=[(5, BOX)], anchors=[(1, 5)])
    assert texts(data) == ["甲"]


def test_boxes_in_a_group_hang_where_the_group_hangs() -> None:
    group = record(0xF003, shape(10, 0) + shape(11) + record(0xF003, shape(12, 0) + shape(13)))
    data = doc(
        P(["前", R("\x08", SPECIAL)]),
        "后。",
        boxes=[(13, [P("组内二。")]), (11, [P("组内一。")])],
        anchors=[(1, 10)],
        parts=drawing(shape(1, 0), group),
    )
    assert texts(data) == ["前", "组内二。", "组内一。", "后。"]


def test_an_anchor_inside_a_box_is_no_circle() -> None:
    data = doc("前。", boxes=[(5, [P([R("\x08", SPECIAL), "框。"])])], anchors=[(3, 5)])
    assert texts(data) == ["前。", "框。"]
