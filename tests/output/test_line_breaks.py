import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from desktop.output.line_breaks import NO_LINE_END, NO_LINE_START, break_lines, may_break

LETTERS = "法治政府建设年度报告，。、；：！？）》”（《“〔〕％…—12098.,%-ABcd年 \u3000"
texts = st.text(st.sampled_from(LETTERS), max_size=200)


def widths_of(text: str) -> list[float]:
    return [10.0 if unicodedata.east_asian_width(one) in "WFA" else 5.0 for one in text]


def shown(text: str, width: float) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, widths_of(text), width, width)]


@given(texts, st.integers(2, 30))
def test_nothing_but_white_space_between_lines_is_left_out(text: str, letters: int) -> None:
    assert "".join("".join(shown(text, letters * 10.0)).split()) == "".join(text.split())


@given(texts, st.integers(1, 30))
@example("。。。。。。。。", 1)
def test_no_line_is_wider_than_its_room(text: str, letters: int) -> None:
    for line in shown(text, letters * 10.0):
        assert len(line) == 1 or sum(widths_of(line)) <= letters * 10.0


@given(texts, st.integers(2, 30))
def test_a_line_ends_where_the_rules_allow_it_unless_a_word_fills_it(text: str, letters: int) -> None:
    spans = break_lines(text, widths_of(text), letters * 10.0, letters * 10.0)
    for (start, end), (following, _) in zip(spans, spans[1:], strict=False):
        inner = [at for at in range(start + 1, end) if may_break(text, at)]
        if inner:
            assert may_break(text, following)


@given(texts)
def test_sixteen_letters_a_line_are_room_enough_for_every_rule(text: str) -> None:
    # Runs of signs without an end are no Chinese; every other text keeps the rules.
    runs = "".join(one if one in NO_LINE_START | NO_LINE_END or one.isascii() else " " for one in text).split()
    if max((len(one) for one in runs), default=0) > 12:
        return
    lines = shown(text, 160.0)
    assert not any(line[0] in NO_LINE_START for line in lines[1:] if line)
    assert not any(line[-1] in NO_LINE_END for line in lines[:-1] if line)


def test_stops_stay_with_the_word_before() -> None:
    assert shown("全面推进法治，建设政府。", 60.0) == ["全面推进法", "治，建设政", "府。"]


def test_opening_marks_go_to_the_next_line() -> None:
    assert shown("印发了文件《工作要点》", 60.0) == ["印发了文件", "《工作要点》"]


def test_numbers_and_words_are_not_cut() -> None:
    assert shown("罚没款1,234.56元", 60.0) == ["罚没款", "1,234.56元"]
    assert shown("通过Internet公开", 60.0) == ["通过Internet", "公开"]
    assert shown("合格率是98.5%以上", 60.0) == ["合格率是", "98.5%以上"]


def test_a_place_in_the_report_is_not_parted() -> None:
    assert shown("第一二章四、（二）", 60.0) == ["第一二章", "四、（二）"]
    assert shown("执法现象。”〔第四部分〕", 100.0) == ["执法现象。”", "〔第四部分〕"]
    assert shown("“执法”〔一、（四）16〕", 100.0) == ["“执法”", "〔一、（四）16〕"]
    assert shown("一〔二三四五六七八九十一二三四〕", 60.0) == ["一〔二三四五", "六七八九十一", "二三四〕"]


def test_dots_and_dashes_are_not_parted() -> None:
    assert shown("一二三四五……六", 60.0) == ["一二三四", "五……六"]
    assert shown("一二三四五——六", 60.0) == ["一二三四", "五——六"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert shown("abcdefghijklmnop", 40.0) == ["abcdefgh", "ijklmnop"]


def test_white_space_takes_no_room_at_a_lines_end() -> None:
    assert shown("一二三四 五六", 40.0) == ["一二三四", "五六"]
    assert shown("", 40.0) == []
