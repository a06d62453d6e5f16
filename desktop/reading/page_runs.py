"""What stands on a page, whatever file it comes from: stretches of characters, rulings and pictures at their places.

Places are in points (1/72 inch), x to the right and y *down* from the page's upper left corner as the page
is read, so that reading order is ascending.
"""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Ruling = tuple[float, float, float]
"""Where a straight line stands, and from where to where it runs."""

SHORTEST = 6.0
"""What is shorter is no ruling."""

FARTHEST = 100_000.0
"""A place beyond is nonsense."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that follow each other without a blank or a jump.

    ``y`` is the base line, ``size`` the width of a Chinese character, ``lefts`` where each character
    begins, ``spaced`` whether a real blank stands before it.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    lefts: tuple[float, ...]
    spaced: bool = False

    @property
    def middle(self) -> float:
        """The height at which half of a Chinese character is above."""
        return self.y - 0.35 * self.size


@dataclass(frozen=True, slots=True)
class Drawings:
    """Rulings ``across`` at a height and ``down`` at a distance from the left, and where the pictures are."""

    across: tuple[Ruling, ...] = ()
    down: tuple[Ruling, ...] = ()
    pictures: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page; its runs may be in any order. ``number`` counts from 1."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    drawings: Drawings
