"""Years and dates as they are written: 2022年, 二〇二二年, 2022年6月30日."""

from collections.abc import Iterator
from re import compile as pattern
from typing import NamedTuple

from desktop.reading.numbering import chinese_value

_YEAR = pattern(
    "(?=[12一二])(?:(?<![0-9])(?P<arabic>(?:19|20)[0-9]{2})年|(?P<chinese>[二一][零九][零一二三四五六七八九]{2})年)"
)
_DATE = pattern("(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|(?P<end>底|末))?")
_CHINESE_DATE = pattern(
    "(?P<year>[二一][零九][零一二三四五六七八九]{2})年(?P<month>[一二三四五六七八九十]{1,2})月"
    "(?:(?P<day>[一二三四五六七八九十]{1,3})日|(?P<end>底|末))?"
)
_DOTTED_DATE = pattern(
    "(?P<year>(?:19|20)[0-9]{2})(?P<sep>[./-])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![0-9])"
)
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
    match = _DATE.match(text, start) or _CHINESE_DATE.match(text, start) or _DOTTED_DATE.match(text, start)
    if match is None or not 1 <= _number(match["month"]) <= 12:
        return None
    year, month = int(match["year"].translate(_CHINESE)), _number(match["month"])
    day = _number(match["day"]) if match["day"] else _DAYS[month - 1]
    return Day(year, month, day, match["day"] is not None), match.end()


def first_day(text: str, start: int, end: int) -> tuple[int, Day, int] | None:
    """Where the first date between ``start`` and ``end`` begins, the date, and where it ends."""
    for at in range(start, end):
        found = day_in(text, at) if text[at] in "12二一" else None
        if found is not None:
            return at, *found
    return None


def _number(digits: str) -> int:
    return int(digits) if digits.isdecimal() else chinese_value(digits)


def days_of(month: int, year: int | None) -> int:
    """How many days a month has; without a year February has 29."""
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 28 if month == 2 and not leap else _DAYS[month - 1]
