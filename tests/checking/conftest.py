from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.packs.kinds import Level
from desktop.packs.model import Checklist, Checklists, Element, Item
from desktop.packs.rules import RuleOptions, parse_rule
from desktop.packs.word_lists import load_moods, load_structure_words, load_unit_kind_words
from desktop.paths import checklists_folder


@pytest.fixture(scope="session")
def word_lists() -> Checklists:
    """The program's own word lists without any item."""
    root = checklists_folder()
    return Checklists((), (), load_moods(root), load_structure_words(root), load_unit_kind_words(root))


@pytest.fixture
def one_rule(word_lists: Checklists) -> Callable[..., Checklists]:
    """Checklists with one item whose only element is found by one rule."""

    def make(rule: str, options: RuleOptions | None = None, **settings: object) -> Checklists:
        parsed = parse_rule(rule, {"办": ("办理", "办结")}, options or RuleOptions(), 1)
        item = Item(
            id="test.item",
            checklist="test",
            title="试项",
            level=Level.KEY,
            asks="写明试项",
            thin_when="只是提到",
            elements=(Element("试要素", (parsed,)),),
            advice="写明试项",
            model="试项__件",
            write_in="举措部分",
            mentions=(),
        )
        item = replace(item, **settings)  # type: ignore[arg-type]
        only = Checklist("test", "试清单", "1", (item,))
        return replace(word_lists, lists=(only,))

    return make
