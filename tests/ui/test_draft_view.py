from dataclasses import replace
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from desktop.reading.open_draft import draft_from_text
from desktop.ui.draft_view import DraftView
from desktop.ui.highlights import Highlight, Look, flatten, looks_format
from desktop.ui.marks import evidence_marks, observation_spots
from desktop.ui.overview_strip import OverviewStrip
from desktop.ui.theme import DARK, LIGHT

from .samples import sample_draft, sample_result


@pytest.fixture
def view(qtbot: QtBot) -> DraftView:
    view = DraftView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def weights(view: DraftView) -> list[bool]:
    block, found = view.document().begin(), []
    while block.isValid():
        found.append(any(one.format.fontWeight() > QFont.Weight.Normal for one in block.textFormats()))
        block = block.next()
    return found


def test_headings_are_bold_and_a_second_draft_is_set_as_plainly_as_the_first(view: DraftView) -> None:
    view.show_draft(sample_draft())
    first = weights(view)
    assert [number for number, bold in enumerate(first) if bold] == [0, 3, 4, 7, 9, 11]
    view.show_draft(sample_draft())
    assert weights(view) == first


def test_the_scroll_bar_reaches_the_end(view: DraftView) -> None:
    draft = draft_from_text("\n".join(f"第{n}段，" + "执法" * 60 + "。" for n in range(80)))
    view.show_draft(draft)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    corner = view.viewport().rect().bottomLeft()
    assert view.cursorForPosition(corner).block().blockNumber() == view.document().blockCount() - 1
    assert 0.9 < view.line_share(len(draft.text) - 1) <= 1


def test_jump_shows_the_place(view: DraftView) -> None:
    draft = draft_from_text("\n".join(f"第{n}段，" + "执法" * 60 + "。" for n in range(80)))
    view.show_draft(draft)
    start = draft.text.index("第60段")
    view.jump_to(start, start + 4)
    assert view.viewport().rect().contains(view.cursorRect())
    view.resize(300, 400)
    view.jump_to(start, start + 4)
    assert view.viewport().rect().contains(view.cursorRect())


def test_a_tooltip_names_every_item_behind_the_words(view: DraftView) -> None:
    view.show_draft(sample_draft())
    result = sample_result()
    view.show_marks(evidence_marks(result), observation_spots(result), {"disclosure.onsite": "不充分：事中公示"})
    place = next(one for one in result.items if one.id == "disclosure.onsite").evidence[0].start
    assert view.describe(place) == "不充分：事中公示"
    assert view.describe(0) == ""


def test_a_click_in_the_strip_asks_for_the_nearest_mark(view: DraftView, qtbot: QtBot) -> None:
    view.show_draft(sample_draft())
    strip = OverviewStrip(view)
    qtbot.addWidget(strip)
    strip.resize(20, 400)
    strip.show_marks((), observation_spots(sample_result())[:1])
    strip.show()
    place = sample_result().observations[1].start
    y = round(view.line_share(place) * 400)
    with qtbot.waitSignal(strip.asked) as asked:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect().topLeft() + type(strip.pos())(5, y))
    assert asked.args == [place]


@pytest.mark.parametrize("lines", [1, 20_000])
def test_a_megabyte_is_shown_quickly(view: DraftView, lines: int) -> None:
    piece = "全面落实行政执法公示制度" * (1_000_000 // 12 // lines)
    draft = draft_from_text("\n".join(f"{n}{piece}" for n in range(lines)))
    began = process_time()
    view.show_draft(replace(draft, sections=()))
    view.grab()
    assert process_time() - began < 5


def highlight(start: int, length: int, look: Look) -> Highlight:
    return Highlight(start, start + length, look)


highlights = st.lists(st.builds(highlight, st.integers(0, 30), st.integers(0, 9), st.sampled_from(Look)))


@given(highlights)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_flattened_stretches_do_not_overlap_and_lose_nothing(parts: list[Highlight]) -> None:
    flat = list(flatten(parts))
    assert all(before[1] <= after[0] for before, after in zip(flat, flat[1:], strict=False))
    for offset in range(45):
        wanted = {one.look for one in parts if one.start <= offset < one.end}
        assert set().union(*(looks for start, end, looks in flat if start <= offset < end)) == wanted


def test_statuses_differ_by_more_than_colour() -> None:
    for shades in (LIGHT, DARK):
        lines = [
            looks_format(frozenset({look}), shades, 0).underlineStyle()
            for look in (Look.COVERED, Look.PARTIAL, Look.OBSERVATION)
        ]
        assert len(set(lines)) == 3
