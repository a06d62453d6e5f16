"""Years and dates as they are written: 2022年, 二〇二二年, 2022年6月30日."""

from collections.abc import Iterator
from re import compile as pattern
from typing import NamedTuple

_YEAR = pattern(
    "(?=[12一二])(?:(?<![0-9])(?P<arabic>(?:19|20)[0-9]{2})年|(?P<chinese>[二一][零九][零一二三四五六七八九]{2})年)"
)
_DATE = pattern("(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|(?P<end>底|末))?")
_CHINESE = str.maketrans("零一二三四五六七八九", "0123456789")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class YearMention(NamedTuple):
    """A year in squeezed text; ``end`` is after 年."""

    start: int
    end: int
    year: int


class Day(NamedTuple):
    """A date; without a day written it is the last of the month (``exact`` False)."""

    year: int
    month: int
    day: int
    exact: bool


def years_in(text: str, start: int = 0, end: int | None = None) -> Iterator[YearMention]:
    """Every year between ``start`` and ``end``."""
    for match in _YEAR.finditer(text, start, len(text) if end is None else end):
        digits = match["arabic"] or match["chinese"].translate(_CHINESE)
        yield YearMention(match.start(), match.end(), int(digits))


def day_in(text: str, start: int = 0) -> tuple[Day, int] | None:
    """The date that begins at ``start`` and where it ends, None if there is none."""
    match = _DATE.match(text, start)
    if match is None or not 1 <= int(match["month"]) <= 12:
        return None
    month = int(match["month"])
    day = int(match["day"]) if match["day"] else _DAYS[month - 1]
    return Day(int(match["year"]), month, day, match["day"] is not None), match.end()


def days_of(month: int, year: int | None) -> int:
    """How many days a month has; without a year February has 29."""
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 28 if month == 2 and not leap else _DAYS[month - 1]
