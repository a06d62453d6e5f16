"""Dates that stand alone in a line, as below a title and under a signature."""

import re

from desktop.reading.numbering import CHINESE_DIGITS

_DAY = rf"(?:\d{{1,2}}|[{CHINESE_DIGITS}]{{1,3}})"
DATE = (
    rf"(?:(?:19|20)\d\d|[一二三四五六七八九〇○Oo零]{{4}})年{_DAY}月(?:(?:{_DAY})?日)?"
    r"|(?:19|20)\d\d[.．/\-]\d{1,2}[.．/\-]\d{1,2}"
)
"""A day or a month, in digits or Chinese; the day may be left open (2023年1月 日)."""

_DATE_LINE = re.compile(f"(?:{DATE})$")


def is_date(text: str) -> bool:
    """True if ``text`` is a date and nothing else, brackets around it allowed."""
    return _DATE_LINE.match(text.strip("（）")) is not None
