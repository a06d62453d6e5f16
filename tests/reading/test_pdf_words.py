"""Characters of text layers."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.pdf_words import LOST, is_usual, legible, usual


def test_ordinary_characters_stay_as_they_are() -> None:
    text = "一、２０２５年，依法行政（全面）：“三项制度” 100%；①㎡…—"
    assert is_usual(text) and usual(text) == text


def test_radicals_compatibility_characters_and_ligatures() -> None:
    assert usual("⼀⼆⽅⻅⻋⻓⻔") == "一二方见车长门"
    assert usual("ﬁle\u2f08\uf9dd") == "file人利"
    assert usual("co\x02operate\xad") == "co-operate-"


def test_what_nobody_can_name_is_marked() -> None:
    assert usual("法\x00治\x07") == f"法{LOST}治{LOST}"
    assert usual("\ud83d\ude00\ud83d") == "😀" + LOST


def test_writing_and_garbage() -> None:
    assert legible("法治政府建设" * 20)
    assert legible("Annual report of the year 2025 on the rule of law and good government in the city")
    assert legible('!"#')
    assert legible("")
    assert not legible("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~" * 3)
    assert not legible("\ue000\ue001\ue002法")
    assert not legible("\x00" * 30 + "法治")


@given(st.text())
def test_any_text_can_be_made_usual(text: str) -> None:
    once = usual(text)
    assert usual(once) == once
    once.encode("utf-8")
