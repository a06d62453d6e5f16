"""The numbers that open headings and points: 第一部分, 一、, （一）, 1., 1.1, （1）, ①."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

CHINESE_DIGITS = "〇零一二三四五六七八九十百"
_DIGIT_VALUES = {"〇": 0, "零": 0} | {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}


class Rank(IntEnum):
    """The kinds of numbers, outermost first; the gaps leave room for headings without a number."""

    PART = 10
    CHINESE = 20
    CHINESE_BRACKETS = 30
    ARABIC = 40
    DECIMAL = 45
    ARABIC_BRACKETS = 50
    CIRCLED = 60


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of a text; ``end`` is where the words after it begin.

    ``label`` is the number as a clerk writes it, without spaces, ``value`` its place in the row.
    """

    rank: Rank
    label: str
    value: int
    end: int


_CHINESE = r"[一二三四五六七八九十百](?:\s?[一二三四五六七八九十百]){0,3}"
_NUMBER = re.compile(
    rf"(?P<part>第\s?(?P<v1>{_CHINESE})\s?(?:部分|章|编|篇))[\s、：:]{{0,4}}"
    rf"|(?P<chinese>(?P<v2>{_CHINESE})\s?[、．.])\s{{0,4}}(?!第?[一二三四五六七八九十两]{{1,2}}(?:季|级|类|线|产|审|期|批|是|、))"
    rf"|(?P<brackets>[（(]\s?(?P<v3>{_CHINESE})\s?[）)])(?![项款条目])[\s、．.]{{0,4}}"
    r"|(?P<decimal>(?P<v4>\d{1,2}(?:[.．]\d{1,2}){1,3})[.．、]?)\s{1,4}(?=[^\W\d]{2})(?![万亿千百个件元吨米公])"
    r"|(?P<arabic>(?P<v5>\d{1,2})\s?[、．.])(?:\s{1,4}|(?=(?:19|20)\d\d年|123\d\d(?!\d))|(?!\d))(?!$)"
    r"|(?P<round>[（(]\s?(?P<v6>\d{1,2})\s?[）)])[\s、．.]{0,4}"
    r"|(?P<half>(?P<v7>\d{1,2})\s?[）)])[\s、．.]{0,4}"
    r"|(?P<circled>[①-⑳㉑-㉟⑴-⒇⒈-⒛㈠-㈩])[\s、．.]{0,4}"
)
_FIRST_SIGNS = frozenset("第一二三四五六七八九十百（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_KINDS = {
    "part": (Rank.PART, "v1"),
    "chinese": (Rank.CHINESE, "v2"),
    "brackets": (Rank.CHINESE_BRACKETS, "v3"),
    "decimal": (Rank.DECIMAL, "v4"),
    "arabic": (Rank.ARABIC, "v5"),
    "round": (Rank.ARABIC_BRACKETS, "v6"),
    "half": (Rank.ARABIC_BRACKETS, "v7"),
    "circled": (Rank.CIRCLED, None),
}
_CIRCLED_ROWS = (
    ("①", "⑳", 1),
    ("㉑", "㉟", 21),
    ("⑴", "⒇", 1),
    ("⒈", "⒛", 1),
    ("㈠", "㈩", 1),
)


def read_number(text: str, start: int = 0) -> Number | None:
    """The number that opens ``text`` at ``start``, None if there is none."""
    first = text[start : start + 1]
    if first not in _FIRST_SIGNS and not first.isdigit() and not "⑴" <= first <= "⒛" and not "㈠" <= first <= "㉟":
        return None
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    kind = str(match.lastgroup)
    digits_group = _KINDS[kind][1]
    rank, label, value = _told_by(kind, match[kind], match[digits_group] if digits_group is not None else "")
    return Number(rank, label, value, match.end())


@lru_cache(maxsize=2000)
def _told_by(kind: str, sign: str, digits: str) -> tuple[Rank, str, int]:
    """Rank, label and value of a number written as ``sign``; a report has the same few over and over."""
    rank, digits_group = _KINDS[kind]
    if digits_group is None:
        value = next(ord(sign) - ord(first) + base for first, last, base in _CIRCLED_ROWS if first <= sign <= last)
        if sign >= "㈠":
            rank = Rank.CHINESE_BRACKETS
        elif sign >= "⒈":
            rank = Rank.ARABIC
    else:
        digits = "".join(digits.split())
        value = int(re.split("[.．]", digits)[-1]) if digits[0].isdecimal() else chinese_value(digits)
    return rank, _label(sign, rank), value


def chinese_value(digits: str) -> int:
    """The value of a Chinese number below a thousand: 十二 is 12, 一百零三 is 103, 二一 is 21."""
    total = current = 0
    for sign in digits:
        if sign == "百":
            total, current = total + (current or 1) * 100, 0
        elif sign == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = current * 10 + _DIGIT_VALUES.get(sign, 0)
    return total + current


def _label(sign: str, rank: Rank) -> str:
    """``sign`` without spaces and with the usual brackets and stops."""
    tight = "".join(sign.split())
    if rank is Rank.CHINESE:
        return tight[:-1] + "、"
    if rank in (Rank.CHINESE_BRACKETS, Rank.ARABIC_BRACKETS):
        return tight.replace("(", "（").replace(")", "）")
    return tight.replace("．", ".")
