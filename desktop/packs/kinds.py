"""Levels of items and kinds of unit: the two lists of words the whole program shares, cheap to import."""

from enum import StrEnum


class Level(StrEnum):
    """How strictly an item is asked for: 必备, 重点, 应写, 建议."""

    MUST = "must"
    KEY = "key"
    SHOULD = "should"
    MAY = "may"


class UnitKind(StrEnum):
    """The kinds of unit an item can be limited to."""

    GOVERNMENT = "government"
    ENFORCING = "enforcing-department"
    NON_ENFORCING = "non-enforcing-department"
    TOWNSHIP = "township"


def unit_kind_of(value: str | None) -> UnitKind | None:
    """The kind of unit stored as ``value``, None for none and for one this program does not know."""
    return UnitKind(value) if value in set(UnitKind) else None
