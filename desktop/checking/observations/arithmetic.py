"""Figures that do not agree with each other within one passage."""

from collections.abc import Iterator
from itertools import chain

from desktop.checking.observations.above import sums_above
from desktop.checking.observations.averages import averages
from desktop.checking.observations.changes import changes
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.shares import shares
from desktop.checking.observations.sums import sums
from desktop.checking.observations.table_sums import table_sums


def arithmetic(material: Material) -> Iterator[Seen]:
    """Sums, changes and shares that do not come out; of two that end with the same figure the first."""
    ends: set[int] = set()
    in_prose = sums_above(material), sums(material), changes(material), shares(material), averages(material)
    for one in chain(*in_prose, table_sums(material)):
        if one.end not in ends:
            ends.add(one.end)
            yield one
