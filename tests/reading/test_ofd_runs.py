"""Text objects of OFD pages become runs in points."""

import pytest
from lxml import etree

from desktop.reading.ofd_runs import runs_of, type_of
from desktop.reading.ofd_xml import POINTS, Matrix
from desktop.reading.page_runs import Run

from .ofd_writer import SPACE

TO_POINTS: Matrix = (POINTS, 0.0, 0.0, POINTS, 0.0, 0.0)


def runs(text: str, steps: str, place: Matrix = TO_POINTS, more: str = "", down: str = "") -> list[Run] | None:
    element = etree.fromstring(
        f'<ofd:TextObject xmlns:ofd="{SPACE}" Size="5" {more}><ofd:TextCode X="10" Y="20" DeltaX="{steps}" '
        f'DeltaY="{down}">{text}</ofd:TextCode></ofd:TextObject>'
    )
    return runs_of(element[0], (10, 20), type_of(element), place)


def shown(found: list[Run] | None) -> list[tuple[str, float, float, bool]]:
    """Text, left and right in millimetres, and whether a blank stands before it."""
    return [(run.text, round(run.left / POINTS, 2), round(run.right / POINTS, 2), run.spaced) for run in found or []]


def test_millimetres_become_points() -> None:
    (run,) = runs("甲乙", "5") or []
    assert run == Run("甲乙", 10 * POINTS, 20 * POINTS, 20 * POINTS, 5 * POINTS, (10 * POINTS, 15 * POINTS))


def test_runs_hold_no_blanks() -> None:
    assert shown(runs("　甲 2\u00a0乙", "5 5 2.5 2.5 2.5")) == [
        *(("甲", 15, 20, True), ("2", 22.5, 25, True), ("乙", 27.5, 32.5, True)),
    ]
    assert shown(runs("甲 乙", "5 0")) == [("甲", 10, 15, False), ("乙", 15, 20, False)]
    assert runs("　 ", "5") == []


def test_a_character_far_away_begins_a_run() -> None:
    assert shown(runs("甲乙丙丁", "5 5 12")) == [("甲乙丙", 10, 25, False), ("丁", 32, 37, False)]
    assert shown(runs("甲乙", "40")) == [("甲", 10, 15, False), ("乙", 50, 55, False)]


def test_letters_spread_evenly_stay_together() -> None:
    assert [run.text for run in runs("2025年度", "g 5 7.5") or []] == ["2025年度"]
    assert [run.text for run in runs("2025年度", "g 5 20") or []] == list("2025年度")


def test_narrow_letters() -> None:
    (run,) = runs("甲乙", "2.5", more='HScale="0.5"') or []
    assert (run.size, run.right) == pytest.approx((2.5 * POINTS, 15 * POINTS))


def test_letters_below_each_other_are_one_stack() -> None:
    (run,) = runs(" 执法类", "g 3 0", down="g 3 6") or []
    assert (run.text, run.left, run.y) == ("执法类", 10 * POINTS, pytest.approx(26 * POINTS))
    (run,) = runs("执法类", "g 2 5", (0.0, POINTS, -POINTS, 0.0, 100.0, 0.0)) or []
    assert run.text == "执法类" and len(set(run.lefts)) == 1


def test_slanting_text_and_nonsense() -> None:
    assert runs("内部资料", "g 3 5", (2.0, 2.0, -2.0, 2.0, 0.0, 0.0)) is None
    assert runs("甲", "", (float("inf"), 0.0, 0.0, 1.0, 0.0, 0.0)) is None
    assert runs("甲乙", "1e80") == []
