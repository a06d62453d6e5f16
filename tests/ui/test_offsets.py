from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.offsets import OffsetMap, shown_text

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
mixed = st.text(st.sampled_from("法治a\n𠮷😀㊀，"), max_size=60)


@given(texts | mixed)
def test_every_offset_is_where_utf_16_has_it(text: str) -> None:
    offsets = OffsetMap(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert offsets.to_units(offset) == units
        assert offsets.to_characters(units) == offset
    assert offsets.units == len(text.encode("utf-16-le")) // 2


def test_a_position_inside_a_pair_is_that_character() -> None:
    assert [OffsetMap("法𠮷治").to_characters(position) for position in range(5)] == [0, 1, 1, 2, 3]


@given(texts)
def test_shown_text_is_as_long_and_has_only_line_feeds_as_breaks(text: str) -> None:
    shown = shown_text(text)
    assert len(shown) == len(text)
    assert shown.count("\n") == text.count("\n")
    assert not set(shown) & set("\r\u2028\u2029\0")
