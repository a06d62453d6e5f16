from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.checking.result import Status
from desktop.ui.marks import Layer, evidence_marks, observation_spots

from .samples import evidence, sample_result, sample_text

spans = st.tuples(st.integers(0, 60), st.integers(1, 20))
passages = st.lists(st.tuples(spans, st.sampled_from([Status.COVERED, Status.PARTIAL, Status.MISSING])), max_size=12)


@given(passages)
def test_marks_never_overlap_and_cover_every_character_of_evidence(found) -> None:  # type: ignore[no-untyped-def]
    result = sample_result()
    text = sample_text()
    items = tuple(
        replace(result.items[0], id=f"item.{n}", status=status, evidence=(evidence(text, start, start + length),))
        for n, ((start, length), status) in enumerate(found)
    )
    marks = evidence_marks(replace(result, items=items))
    assert all(before.end <= after.start for before, after in zip(marks, marks[1:], strict=False))
    shown = [one for one in items if one.status is not Status.MISSING]
    for offset in range(90):
        here = {one.id for one in shown if one.evidence[0].start <= offset < one.evidence[0].end}
        marked = [mark for mark in marks if mark.start <= offset < mark.end]
        assert (set(marked[0].keys) if marked else set()) == here
        if here:
            partial = any(one.id in here and one.status is Status.PARTIAL for one in shown)
            assert marked[0].layer is (Layer.PARTIAL if partial else Layer.COVERED)


def test_the_weaker_item_comes_first_where_two_share_words() -> None:
    text, result = sample_text(), sample_result()
    covered = replace(result.items[0], id="a", status=Status.COVERED, evidence=(evidence(text, 0, 10),))
    partial = replace(covered, id="b", status=Status.PARTIAL)
    (mark,) = evidence_marks(replace(result, items=(covered, partial)))
    assert mark.keys == ("b", "a")


def test_observations_are_spots_in_the_order_of_the_text() -> None:
    spots = observation_spots(sample_result())
    assert [one.start for one in spots] == sorted(one.start for one in spots)
    assert spots
