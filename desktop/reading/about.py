"""What a draft says of itself: title, unit, report year, addressee, signature and its date."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reading.closing import find_closing, signed_unit
from desktop.reading.dates import is_date
from desktop.reading.lines import is_salutation
from desktop.reading.titles import WEB_LINE, find_title, letterhead
from desktop.reading.unit_names import fuller_name, mentioned_unit, unit_in_title
from desktop.reading.words import Words

_YEAR = re.compile(r"((?:19|20)\d\d)年")
_CHINESE_YEAR = re.compile("([二一][〇○零九][〇○零一二三四五六七八九]{2})年")
_NOT_OWN_YEAR = re.compile("《[^《》]{1,80}》|〔[^〔〕]{1,12}〕|（[^（）]{1,40}）")
_REPORTED = re.compile(r"现将[^。]{0,30}?((?:19|20)\d\d)年")
_YEAR_NAMED = re.compile(r"年度：((?:19|20)\d\d)年?")
_YEAR_OPENS = re.compile(r"^((?:19|20)\d\d)年")
_PLANNED = re.compile("安排|打算|计划|思路|展望")
_LATE = re.compile(r"年(?:1[012]|十[一二]?)月|^\d{4}\D1[012]\D")
_CLAUSE_END = re.compile("[，。；：]")
_LONGEST_SCAN = 600
_MENTION_LINES = 6
_ARABIC_DIGITS = str.maketrans("〇○Oo零一二三四五六七八九", "00000123456789")


@dataclass(frozen=True, slots=True)
class About:
    """Line ranges and facts. ``title`` is a range of lines; the others are line numbers or None."""

    title: tuple[int, int] | None
    title_text: str | None
    unit: str | None
    year: int | None
    addressee: int | None
    signature: int | None
    signature_date: int | None
    body: int
    closing: int


def look_about(lines: Sequence[Words]) -> About:
    """Find title, addressee, signature and date among ``lines``, and from them unit and year."""
    title = find_title(lines)
    start = title[1] if title else 0
    title_text = "".join(line.text for line in lines[title[0] : title[1]]) if title else None
    addressee = _find_addressee(lines, start)
    body = max(start, addressee + 1 if addressee is not None else 0)
    closing = find_closing(lines, body)
    date = closing.date
    if date is None:
        top = range(start, min(start + 3, len(lines)))
        date = next((index for index in top if is_date(lines[index].text)), None)
    if date is not None and body <= date < closing.start:
        body = date + 1
    while body < closing.start and len(lines[body].text) <= 80 and WEB_LINE.search(lines[body].text):
        body += 1
    unit = _find_unit(lines, title, title_text, closing.signature)
    year = _find_year(lines, title_text, body, closing.start, date)
    return About(title, title_text, unit, year, addressee, closing.signature, date, body, closing.start)


def _find_addressee(lines: Sequence[Words], start: int) -> int | None:
    for index in range(start, min(start + 4, len(lines))):
        text = lines[index].text
        if WEB_LINE.search(text[:80]):
            continue
        if is_salutation(text) and lines[index].number is None:
            return index
    return None


def _find_unit(
    lines: Sequence[Words], title: tuple[int, int] | None, title_text: str | None, signature: int | None
) -> str | None:
    """The unit that reports: from title, signature, letterhead or the opening, by the fullest name it gives itself."""
    named = (unit_in_title(title_text) if title_text else None, signed_unit(lines, signature), letterhead(lines, title))
    for name in named:
        if name is not None:
            return fuller_name(name, named)
    start = title[1] if title else 0
    texts = (line.text[:_LONGEST_SCAN] for line in lines[start : start + _MENTION_LINES])
    return mentioned_unit(clause for text in texts for clause in _CLAUSE_END.split(text))


def _find_year(lines: Sequence[Words], title: str | None, body: int, closing: int, date: int | None) -> int | None:
    """The report's year: title, opening, headings of the parts, date less one, commonest year of the text."""
    if title:
        years = _years(title)
        if years:
            return years[0]
    for line in lines[:_MENTION_LINES]:
        match = _YEAR_NAMED.search(line.text[:_LONGEST_SCAN])
        if match:
            return int(match[1])
    opening = [line.text[:800] for line in lines[body : min(body + 4, closing)]]
    for text in opening:
        match = _REPORTED.search(text)
        if match:
            return int(match[1])
    for text in opening:
        match = _YEAR_OPENS.match(text)
        if match:
            return int(match[1])
    planned = [(year, line.text) for line in lines[body:closing] if len(line.text) <= 40 for year in _years(line.text)]
    for year, text in planned:
        if _PLANNED.search(text):
            return year - 1
    if date is not None:
        return _reported_year(_bare(lines[date].text))
    counts = Counter(year for line in lines[:2000] for year in _years(line.text[:4000]))
    return max(counts, key=lambda year: (counts[year], year)) if counts else None


def _reported_year(date: str) -> int | None:
    """The year a report of this date is about: the year before, in the last three months the same year."""
    years = re.findall("^[0-9]{4}", date) or [_plain(found) for found in _CHINESE_YEAR.findall(date)]
    if not years:
        return None
    return int(years[0]) if _LATE.search(date) else int(years[0]) - 1


def _bare(text: str) -> str:
    """``text`` without brackets around it."""
    return text.strip("（）")


def _years(text: str) -> list[int]:
    """The years named in ``text`` outside titles of documents and brackets."""
    text = _NOT_OWN_YEAR.sub("", text)
    years = [int(found) for found in _YEAR.findall(text)]
    return years or [int(_plain(found)) for found in _CHINESE_YEAR.findall(text)]


def _plain(chinese: str) -> str:
    """Chinese year digits as ordinary ones: 二〇二三 is 2023."""
    return chinese.translate(_ARABIC_DIGITS)
