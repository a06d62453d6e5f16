from hypothesis import given
from hypothesis import strategies as st

from desktop.checking.squeeze import squeeze, squeeze_words

_TEXTS = st.text(alphabet='法治 政府\u3000“”"\n，。１2Ａb（）\t\xa0零〇', max_size=80)


@given(_TEXTS)
def test_every_kept_character_stands_for_one_of_the_draft(text: str) -> None:
    squeezed = squeeze(text)
    for index, kept in enumerate(squeezed.text):
        original = text[squeezed.original_offset(index)]
        assert squeeze_words(original) == kept or (original == kept == "\n")


@given(_TEXTS)
def test_offsets_go_there_and_back(text: str) -> None:
    squeezed = squeeze(text)
    for index in range(len(squeezed.text)):
        assert squeezed.index_of(squeezed.original_offset(index)) == index


@given(_TEXTS)
def test_index_of_is_the_first_kept_character_at_or_after(text: str) -> None:
    squeezed = squeeze(text)
    for offset in range(len(text) + 1):
        index = squeezed.index_of(offset)
        before = [i for i in range(len(squeezed.text)) if squeezed.original_offset(i) < offset]
        assert index == len(before)


def test_blanks_widths_and_quotation_marks_do_not_matter() -> None:
    assert squeeze("２０２１ 年“互联网 ＋监管”").text == "2021年互联网+监管"


def test_line_feeds_between_blocks_stay() -> None:
    assert squeeze("法治\n政府").text == "法治\n政府"


def test_a_span_takes_the_quotation_marks_that_belong_to_it() -> None:
    text = "落实“三项制度”，"
    squeezed = squeeze(text)
    first, last = squeezed.original_span(2, 6)
    assert text[first:last] == "“三项制度”"
