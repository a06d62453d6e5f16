import pytest

from desktop.checking.unit_kind import guess_unit_kind
from desktop.packs.model import Checklists


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("甲县人民政府", "government"),
        ("甲镇人民政府", "township"),
        ("甲街道办事处", "township"),
        ("甲市市场监督管理局", "enforcing-department"),
        ("甲县信访局", "non-enforcing-department"),
        ("某某中心", None),
        (None, None),
    ],
)
def test_the_kind_is_guessed_from_the_name(word_lists: Checklists, unit: str | None, kind: str | None) -> None:
    guess = guess_unit_kind(unit, word_lists.unit_kinds)
    assert (guess.value if guess else None) == kind
