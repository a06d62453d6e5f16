from hypothesis import given
from hypothesis import strategies as st

from desktop.checking.clauses import cut
from desktop.checking.compiled import compile_words
from desktop.checking.hits import WordHits
from desktop.checking.observations.doubled import doubled_at
from desktop.checking.observations.literals import every, everywhere, known_literals
from tests.loaded import the_checklists

_CHECKLISTS = the_checklists()
_WORDS = compile_words(_CHECKLISTS)
_KNOWN = sorted(known_literals(_CHECKLISTS.observations))


@given(st.lists(st.one_of(st.sampled_from(_KNOWN), st.text("法行政件的一案执共深人", max_size=4)), max_size=40))
def test_every_known_word_is_found_wherever_it_stands(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = WordHits(_WORDS, text, cut(text)).literals
    assert {word: everywhere(word, text) for word in _KNOWN if word in text} == found


@given(st.text("甲乙𠮷", max_size=40), st.sampled_from((1, 2, 3)))
def test_doubled_runs_are_those_that_stand_twice_in_a_row(text: str, size: int) -> None:
    wanted = [at for at in range(len(text)) if text[at : at + size] == text[at + size : at + 2 * size] != ""]
    assert sorted(doubled_at(text, size)) == wanted


def test_single_signs_are_found_in_order() -> None:
    assert every("（)", "a)（b)") == [1, 2, 4]
