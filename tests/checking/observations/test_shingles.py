from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.checking.observations.shingles import LEAST_RUN, SHINGLE, repeated_runs, repeated_shingles, shared_runs

_ONCE = st.text("甲乙丙丁的法,\n", max_size=40)
_PIECES = st.lists(
    st.one_of(_ONCE, st.sampled_from(("全面推进依法行政的工作", "对执法人员进行了培训。\n"))), max_size=12
)


@given(_PIECES, st.integers(1, 4))
def test_the_shingles_of_a_text_that_repeats_itself_are_those_found_one_by_one(pieces: list[str], times: int) -> None:
    text = "".join(pieces) * times
    places = [
        at
        for at, sign in enumerate(text)
        if sign in "的法行政和对工了案为与有不人在,、;" and "\n" not in text[at + 1 : at + SHINGLE]
        if at + SHINGLE <= len(text)
    ]
    tails = [text[at + 1 : at + SHINGLE] for at in places]
    assert repeated_shingles(text) == [at for at, tail in zip(places, tails, strict=True) if tails.count(tail) > 1]


@given(_PIECES)
def test_a_run_is_the_same_words_twice_in_one_line(pieces: list[str]) -> None:
    text = "".join(pieces)
    for run in repeated_runs(text):
        words = text[run.first : run.first + run.size]
        assert run.first < run.second
        assert words == text[run.second : run.second + run.size]
        assert "\n" not in words
        assert run.size >= LEAST_RUN


@given(st.text("甲乙丙丁戊己", min_size=20, max_size=60), st.text("子丑寅卯", max_size=60))
def test_a_sentence_of_last_year_is_found_again_whole(own: str, beside: str) -> None:
    sentence = f"{own}的工作,对执法人员"
    runs = list(shared_runs(f"{sentence}。\n", f"{beside}\n{sentence}。\n"))
    assert any(run.first == 0 and run.size >= len(sentence) for run in runs)
    assert all(one.second + one.size <= other.second + other.size for one, other in pairwise(runs))
