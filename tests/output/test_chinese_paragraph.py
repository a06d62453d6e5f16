from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle

from desktop.output.chinese_paragraph import ChineseParagraph
from desktop.output.line_breaks import NO_LINE_END, NO_LINE_START
from desktop.output.paper_fonts import load_paper_fonts
from tests.made_results import PASSAGES

FONTS = load_paper_fonts()
STYLE = ParagraphStyle("x", fontName=FONTS.body_name, fontSize=10, leading=14, wordWrap="CJK")


def lines_of(paragraph: ChineseParagraph) -> list[str]:
    return ["".join(word.text for word in line.words) for line in paragraph.blPara.lines]


def made(text: str, width: float) -> ChineseParagraph:
    paragraph = ChineseParagraph(FONTS.markup(text), STYLE)
    paragraph.wrap(width, 1000)
    return paragraph


@settings(deadline=None)
@given(st.sampled_from(PASSAGES), st.floats(100, 400))
def test_no_line_of_a_report_breaks_the_rules(text: str, width: float) -> None:
    lines = lines_of(made(text, width))
    assert "".join(lines) == text
    assert not any(line[0] in NO_LINE_START for line in lines)
    assert not any(line[-1] in NO_LINE_END for line in lines)
    for before, after in zip(lines, lines[1:], strict=False):
        assert not (before[-1].isascii() and after[0].isascii())


def test_letters_of_two_fonts_stand_in_one_line() -> None:
    paragraph = made("張三等5人", 200)
    assert lines_of(paragraph) == ["張三等5人"]
    assert len({word.fontName for word in paragraph.blPara.lines[0].words}) == 2


def test_breaks_asked_for_are_kept_and_no_text_has_no_line() -> None:
    assert lines_of(made("甲\n\n乙", 200)) == ["甲", "", "乙"]
    assert made("", 200).height == 0


def test_the_halves_of_a_paragraph_hold_the_same_lines() -> None:
    paragraph = made(PASSAGES[1] * 3, 120)
    whole = lines_of(paragraph)
    above, below = paragraph.split(120, 14 * 3 + 5)
    assert lines_of(above) == whole[:3]
    below.wrap(120, 1000)
    assert lines_of(below) == whole[3:]
    assert paragraph.split(120, 5) == []
    assert paragraph.split(120, 1000) == [paragraph]
