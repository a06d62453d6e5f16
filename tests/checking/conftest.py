from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.packs.load import load_checklists
from desktop.packs.model import Checklist, Checklists, Element, Item, Level
from desktop.packs.rules import RuleOptions, parse_rule
from desktop.workbench import passage_draft


@pytest.fixture(scope="session")
def real_checklists() -> Checklists:
    return load_checklists()


@pytest.fixture
def one_rule(real_checklists: Checklists) -> Callable[..., Checklists]:
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
            mentions=(),
            advice="写明试项",
            model="试项__件",
            write_in="举措部分",
            **settings,  # type: ignore[arg-type]
        )
        only = Checklist("test", "试清单", "1", (item,))
        return replace(real_checklists, lists=(only,))

    return make


__all__ = ["passage_draft"]
