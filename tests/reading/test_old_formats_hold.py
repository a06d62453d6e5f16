"""What holds for every .doc and .rtf: damaged anywhere, it is read or refused in one sentence, and soon."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import DraftError
from desktop.reading.doc_file import read_doc
from desktop.reading.gather import Gatherer
from desktop.reading.lines import BLANKS, Line
from desktop.reading.rtf_file import read_rtf

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

FILES = Path(__file__).parent / "files"
DOC, RTF = (FILES / "traps.doc").read_bytes(), (FILES / "traps.rtf").read_bytes()
READERS = {"doc": (read_doc, DOC), "rtf": (read_rtf, RTF)}
VALUES = (0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF)


def holds(kind: str, data: bytes) -> None:
    """The file is read into lines that can be used, or refused with one sentence."""
    try:
        lines, notices = READERS[kind][0](data)
    except DraftError as error:
        assert re.fullmatch("[^。]+。", str(error))
        return
    assert all(line.text and "\n" not in line.text for line in lines)
    assert all(line.row or line.text == line.text.strip(BLANKS) for line in lines)
    "".join(line.text for line in lines).encode()
    assert all(notice and not notice.endswith("。") for notice in notices)


@pytest.mark.parametrize("kind", READERS)
def test_any_bytes_may_change(kind: str) -> None:
    chance = random.Random(5)
    whole = READERS[kind][1]
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 5, 30))):
            data[chance.randrange(len(data))] = chance.choice((*VALUES, chance.randrange(256)))
        holds(kind, bytes(data))


@pytest.mark.parametrize("kind", READERS)
def test_any_part_may_be_missing_doubled_or_elsewhere(kind: str) -> None:
    chance = random.Random(6)
    whole = READERS[kind][1]
    for _ in range(60):
        one, two, three = sorted(chance.randrange(len(whole)) for _ in range(3))
        holds(kind, whole[:one] + whole[two:])
        holds(kind, whole[:one] + whole[two:three] + whole[one:])
        holds(kind, whole[:one])


def test_every_number_of_the_header_may_lie() -> None:
    start = 512 * (1 + DOC[512:].find(b"\xec\xa5") // 512)
    for at in range(start, start + 900, 2):
        for value in (b"\0\0", b"\xff\xff"):
            holds("doc", DOC[:at] + value + DOC[at + 2 :])


WORDS = st.sampled_from(
    [
        *("{", "}", "\\par ", "\\cell ", "\\row ", "\\nestcell ", "\\nestrow ", "\\trowd ", "\\itap2 ", "\\itap99 "),
        *("\\intbl ", "\\pard ", "\\v ", "\\deleted ", "\\plain ", "\\u-1?", "\\u55296?", "\\uc9 ", "\\'b7", "\\'a8"),
        *("{\\shptxt ", "{\\*\\shpinst ", "{\\listtext ", "{\\*\\fldinst ", "{\\footnote ", "{\\header ", "\\s1 "),
        *("\\bin3 ", "\\*", "\\upr", "{\\stylesheet ", "{\\fonttbl ", "\\f1 ", "\\fcharset2 ", "文", "x", "\\", ";"),
    ]
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=60).map("".join))
def test_any_words_of_rtf_may_follow_each_other(body: str) -> None:
    holds("rtf", b"{\\rtf1\\ansi\\ansicpg936 " + body.encode("gb18030") + b"}")


STEPS = st.one_of(
    st.tuples(st.just("paragraph"), st.text("文 \t\n\f　", max_size=4), st.integers(0, 4)),
    st.tuples(st.sampled_from(["run_on"]), st.text("文\n", max_size=3), st.integers(0, 4)),
    st.tuples(st.sampled_from(["end_cell", "end_row"]), st.just(""), st.integers(0, 4)),
)


@given(st.lists(STEPS, max_size=40))
def test_no_word_is_lost_or_doubled_whatever_the_order_of_cells_and_rows(steps: list[tuple[str, str, int]]) -> None:
    gatherer = Gatherer()
    for step, text, depth in steps:
        if step == "paragraph":
            gatherer.paragraph(text, depth=depth)
        elif step == "run_on":
            gatherer.run_on(text, depth)
        else:
            getattr(gatherer, step)(depth)
    given_words = "".join(text for _, text, _ in steps).count("文")
    assert sum(line.text.count("文") for line in gatherer.finish()) == given_words


def test_far_too_many_paragraphs_are_given_up() -> None:
    with pytest.raises(DraftError, match="段落"):
        read_rtf(b"{\\rtf1 " + b"a\\par " * 60_001 + b"}")


def test_the_depth_of_tables_has_an_end() -> None:
    gatherer = Gatherer()
    gatherer.paragraph("深。", depth=2**31)
    assert gatherer.finish() == [Line("深。", row=True)]
