"""A guess at the kind of unit from its name. It is offered to the user, never applied by itself."""

from desktop.packs.kinds import UnitKind
from desktop.packs.model import UnitKindWords


def guess_unit_kind(unit: str | None, words: UnitKindWords) -> UnitKind | None:
    """The likely kind of ``unit``; None where the name does not tell."""
    if not unit:
        return None
    if unit.endswith(words.township):
        return UnitKind.TOWNSHIP
    if unit.endswith(words.government):
        return UnitKind.GOVERNMENT
    if any(word in unit for word in words.non_enforcing):
        return UnitKind.NON_ENFORCING
    if any(word in unit for word in words.enforcing):
        return UnitKind.ENFORCING
    return None
