"""Figures that do not agree with each other within one passage."""

from collections.abc import Iterator
from itertools import chain

from desktop.checking.observations.above import sums_above
from desktop.checking.observations.averages import averages
from desktop.checking.observations.changes import changes
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.shares import shares
from desktop.checking.observations.sums import sums


def arithmetic(material: Material) -> Iterator[Seen]:
    """Sums, changes and shares that do not come out; of two that end with the same figure the first."""
    ends: set[int] = set()
    for one in chain(sums_above(material), sums(material), changes(material), shares(material), averages(material)):
        if one.end not in ends:
            ends.add(one.end)
            yield one
