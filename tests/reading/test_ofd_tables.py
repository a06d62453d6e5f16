"""Tables on printed pages: drawn lines decide which words belong to one cell."""

from desktop.reading.lines import Line
from desktop.reading.ofd_file import read_ofd_bytes

from .ofd_writer import Layout, ofd, rule, text_object

XS = (30.0, 80.0, 130.0)
YS = (50.0, 60.0, 70.0)


def lines(data: bytes) -> list[Line]:
    return read_ofd_bytes(data)[0]


def rows(data: bytes) -> list[str]:
    return [line.text for line in lines(data) if line.row]


def grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> str:
    level = "".join(rule(xs[0], y, xs[-1], y) for y in ys)
    return level + "".join(rule(x, ys[0], x, ys[-1]) for x in xs)


def cell(text: str, x: float, y: float) -> str:
    return text_object(text, x + 2, y + 7, 4)


def test_cells_of_a_row_belong_together() -> None:
    content = grid(XS, YS) + cell("处罚", 30, 60) + cell("3件", 80, 60) + cell("项目", 30, 50) + cell("数量", 80, 50)
    found = lines(ofd(text_object("统计如下：", 28, 45) + content + text_object("以上。", 28, 80)))
    assert [line.page for line in found] == [1, 1, 1, 1]
    assert [(line.text, line.row) for line in found] == [
        *(("统计如下：", False), ("项目\t数量", True), ("处罚\t3件", True), ("以上。", False)),
    ]


def test_lines_inside_a_cell_are_read_before_the_next_cell() -> None:
    content = grid(XS, (50, 80))
    for at, (left, right) in enumerate((("规范行政执法程", "开展执法监督检"), ("序的做法", "查12次"))):
        content += text_object(left, 32, 57 + 6 * at, 6) + text_object(right, 82, 57 + 6 * at, 6)
    assert rows(ofd(content)) == ["规范行政执法程序的做法\t开展执法监督检查12次"]


def test_merged_cells() -> None:
    xs, ys = (30.0, 60.0, 90.0, 120.0), (50.0, 60.0, 70.0, 80.0)
    content = "".join(rule(xs[0], y, xs[-1], y) for y in (50, 60, 80)) + rule(60, 70, 120, 70)
    content += rule(30, 50, 30, 80) + rule(120, 50, 120, 80) + rule(60, 60, 60, 80) + rule(90, 50, 90, 80)
    content += cell("跨两列", 30, 50) + cell("数", 90, 50) + cell("跨两行", 30, 65)
    content += cell("甲", 60, 60) + cell("1", 90, 60) + cell("乙", 60, 70) + cell("2", 90, 70)
    assert ys and rows(ofd(content)) == ["跨两列\t数", "跨两行\t甲\t1", "\t乙\t2"]


def test_a_table_open_at_its_sides() -> None:
    content = "".join(rule(30, y, 130, y) for y in YS) + rule(80, 50, 80, 70)
    content += cell("项目", 30, 50) + cell("数量", 80, 50) + cell("处罚", 30, 60) + cell("3件", 80, 60)
    assert rows(ofd(content)) == ["项目\t数量", "处罚\t3件"]


def test_lines_drawn_cell_by_cell_as_boxes() -> None:
    def box(x: float, y: float) -> str:
        path = "M 0 0 L 50 0 L 50 10 L 0 10 C"
        data = f"<ofd:AbbreviatedData>{path}</ofd:AbbreviatedData>"
        return f'<ofd:PathObject ID="1" Boundary="{x} {y} 50 10">{data}</ofd:PathObject>'

    content = "".join(box(x, y) + cell(f"{x:.0f}", x, y) for x in XS[:2] for y in YS[:2])
    assert rows(ofd(content)) == ["30\t80", "30\t80"]


def test_a_row_drawn_as_one_piece_is_cut_at_the_lines() -> None:
    content = grid(XS, YS) + text_object("项目数量", 62, 57, 5.5, [5.5, 14, 5.5]) + cell("处罚", 30, 60)
    assert rows(ofd(content)) == ["项目\t数量", "处罚"]


def test_a_row_drawn_as_one_piece_with_blanks_between_its_cells() -> None:
    content = grid(XS, YS) + text_object("项目　　　　数量", 62, 57, 5.5) + cell("处罚", 30, 60)
    assert rows(ofd(content)) == ["项目\t数量", "处罚"]


def test_a_label_set_upright_beside_its_rows() -> None:
    stack = (
        '<ofd:TextObject ID="1" Boundary="42 50 9 30" Size="4"><ofd:TextCode X="0" Y="6" DeltaX="g 2 0" '
        'DeltaY="g 2 5">执法类</ofd:TextCode></ofd:TextObject>'
    )
    level = "".join(rule(30, y, 130, y) for y in (50, 70)) + rule(80, 60, 130, 60)
    content = level + "".join(rule(x, 50, x, 70) for x in XS) + stack + cell("许可", 80, 50) + cell("处罚", 80, 60)
    assert rows(ofd(content)) == ["执法类\t许可", "\t处罚"]


def test_a_frame_and_an_underline_are_no_tables() -> None:
    frame = grid((20.0, 190.0), (20.0, 280.0)) + rule(28, 52, 180, 52)
    found = lines(ofd(frame + text_object("第一段。", 28, 50) + text_object("第二段。", 28, 60)))
    assert [(line.text, line.row) for line in found] == [("第一段。", False), ("第二段。", False)]


def test_a_row_cut_by_the_end_of_a_page_is_one_row() -> None:
    layout = Layout(numbers=False)
    layout.bottom = 90
    long = "全年开展行政执法监督检查，" * 30 + "完。"
    layout.table([["事项", "做法"], ["执法", long], ["普法", "全年开展宪法宣传。"]])
    assert len(layout.pages) > 2
    assert rows(layout.packed()) == ["事项\t做法", f"执法\t{long}", "普法\t全年开展宪法宣传。"]


def test_a_head_row_said_again_counts_once() -> None:
    def sheet(*names: str) -> str:
        ys = tuple(30.0 + 10 * at for at in range(len(names) + 1))
        return grid(XS, ys) + "".join(
            cell(name, 30, y) + cell("数。", 80, y) for name, y in zip(names, ys, strict=False)
        )

    assert rows(ofd(sheet("项目。", "甲。"), sheet("项目。", "乙。"))) == ["项目。\t数。", "甲。\t数。", "乙。\t数。"]
    assert rows(ofd(sheet("项目。", "甲。"), sheet("乙。", "丙。")))[2:] == ["乙。\t数。", "丙。\t数。"]


def test_very_many_lines_are_passed_over() -> None:
    many = "".join(rule(30, 50 + at / 10, 130, 50 + at / 10) for at in range(0, 2000, 20)) + rule(30, 50, 30, 250)
    assert lines(ofd(many + text_object("正文", 32, 60)))
