from collections import Counter

import pytest

from desktop.packs.examples import load_examples
from desktop.paths import checklists_folder
from desktop.workbench import run_examples
from tests.loaded import the_checklists

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted


def test_every_example_gets_its_status_and_every_element_is_met_by_its_own() -> None:
    assert run_examples(the_checklists(), load_examples(checklists_folder())) == ()


def test_every_item_has_three_examples_of_each_status_it_can_have() -> None:
    tally = Counter((one.item, one.status) for one in load_examples(checklists_folder()))
    for item in the_checklists().items:
        for status in ("covered", "missing", *(("partial",) if item.partial_possible else ())):
            assert tally[item.id, status] >= 3, (item.id, status)


def test_every_element_found_by_words_has_an_example() -> None:
    for item in the_checklists().items:
        for element in item.elements:
            assert element.example is not None or not element.rules, (item.id, element.title)


def test_there_are_enough_elements_to_tell_what_is_absent() -> None:
    assert sum(len(item.elements) for item in the_checklists().items) >= 250
