from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop.packs.kinds import Level
from desktop.ui.item_tree import Role
from desktop.ui.main_window import MainWindow

from .conftest import SampleDesk


def titles(window: MainWindow) -> list[str]:
    model, found = window.items.tree.model(), []

    def look(parent: QModelIndex) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found.append(str(index.data()))
            look(index)

    look(QModelIndex())
    return found


def test_a_search_finds_covered_items_too(loaded: MainWindow) -> None:
    assert loaded.items.only_gaps.isChecked()
    assert "聘请法律顾问" not in titles(loaded)
    loaded.items.search.setText("法律顾问")
    assert "聘请法律顾问" in titles(loaded)
    loaded.items.search.clear()
    assert "聘请法律顾问" not in titles(loaded)


def test_a_search_without_success_says_so(loaded: MainWindow) -> None:
    told = loaded.items._nothing
    assert not told.isVisible()
    loaded.items.search.setText("渔业执法 ")
    assert told.isVisible() and "“渔业执法”" in told.text()
    loaded.items.search.setText("归档")
    assert not told.isVisible()


def test_a_new_result_is_searched_as_well(loaded: MainWindow, desk: SampleDesk, qtbot: QtBot) -> None:
    loaded.items.search.setText("<b>渔业")
    assert loaded.items._nothing.isVisible()
    first, *others = desk.result.items
    desk.result = replace(desk.result, items=(replace(first, title="<b>渔业执法"), *others))
    with qtbot.waitSignal(loaded.kept):
        loaded.check_again()
    assert not loaded.items._nothing.isVisible()


def test_a_search_in_an_empty_window_says_nothing(window: MainWindow) -> None:
    window.items.search.setText("渔业执法")
    assert not window.items._nothing.isVisible()


def test_the_observations_are_counted_at_the_top_and_walked_by_f7(loaded: MainWindow, qtbot: QtBot) -> None:
    button = loaded.items.observations
    assert button.text() == "疑点 2" and button.isEnabled()
    button.click()
    assert loaded.items.current_key() == "observation/0"
    for key, modifier, after in (
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier, "observation/1"),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier, "observation/0"),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier, "observation/1"),
    ):
        qtbot.keyClick(loaded, key, modifier)
        assert loaded.items.current_key() == after


@pytest.mark.parametrize("found", [True, False])
def test_without_a_draft_or_observations_there_is_nothing_to_walk(
    window: MainWindow, desk: SampleDesk, qtbot: QtBot, found: bool
) -> None:
    assert window.items.observations.text() == "疑点 —" and not window.items.observations.isEnabled()
    window.next_observation()
    desk.result = replace(desk.result, observations=desk.result.observations if found else ())
    with qtbot.waitSignal(window.kept):
        window.check_text("草稿")
    assert window.items.observations.isEnabled() is found
    window.previous_observation()
    assert window.items.current_key().startswith("observation") is found


def test_gaps_that_must_not_be_left_out_say_so_in_their_row(window: MainWindow, desk: SampleDesk, qtbot: QtBot) -> None:
    levels = {"structure.causes": Level.MUST, "disclosure.onsite": Level.KEY, "record.archive": Level.MAY}
    items = tuple(replace(one, level=levels.get(one.id, Level.MUST)) for one in desk.result.items)
    desk.result = replace(desk.result, items=items)
    with qtbot.waitSignal(window.kept):
        window.check_text("草稿")
    window.items.only_gaps.setChecked(False)
    model = window.items._model
    shown = {one.id: model.index_of(one.id).data(Role.WORD) for one in items}
    assert shown["structure.causes"] == "必备 缺失"
    assert shown["disclosure.onsite"] == "重点 不充分"
    assert shown["record.archive"] == "缺失"
    assert shown["counsel.engaged"] == "已覆盖"


def test_in_a_narrow_window_the_draft_keeps_more_than_a_third(window: MainWindow) -> None:
    assert window.width() < window.fontMetrics().height() * 60
    assert window.splitter.sizes()[1] > 0.35 * window.width()
