"""The closing lines of a report: the closing words, signature and date, and the colophon below them.

From the last line upwards every line that is a unit, a date, closing words, a colophon or a web page's own
line belongs to the closing. The signature is the unit with the date beside it; what stands in the colophon
("抄送：……", "某某局办公室 2022年12月30日印发") signs nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desktop.reading.dates import DATE, is_date
from desktop.reading.unit_names import PARTY_WORDS, UNIT_LINE, UNIT_WORDS, own_name
from desktop.reading.words import Words

_LABEL = "(?:(?:报告|报送|填报|上报|报告人|落款)?(?:单位|机关)?(?:（(?:盖章|公章)）)?：)?"
_SIGNED_DATE = re.compile(
    rf"^{_LABEL}(?P<unit>[^，。；：！？\d]{{2,40}}?(?:{UNIT_WORDS}|{PARTY_WORDS}))(?:（.{{1,10}}）)?(?:{DATE})$"
)
_DATE_SIGNED = re.compile(rf"^(?:{DATE})(?P<unit>[^，。；：！？\d]{{2,40}}(?:{UNIT_WORDS}|{PARTY_WORDS}))$")
_LABELLED = re.compile(r"^(?:报告|报送|填报|上报|落款)(?:单位|机关)(?:（.{1,6}）)?：(?P<unit>[^，。；：！？\d]{2,40})$")
_OPEN_DATE = re.compile(r"^(?:(?:19|20)\d\d)?年(?:\d{1,2})?月(?:\d{1,2})?日$")
_CLOSING_WORDS = re.compile(
    "^(?:[特专]此报告|特此汇报|[特专]此(?:呈|函)报|以上报告|(?:汇报|报告)完毕|此报告|请予?审[阅议]|[妥当]否|如无不[妥当]|附件|附表|附：|以上.{0,16}请|此件"
    "|公开方式|信息公开|责任编辑|责编|编辑：|来源：|校对|打印|【打印|关闭|上一篇|下一篇|扫一扫|分享"
    "|（?(?:联系人|联系电话|电话|经办人|填报人|审核人|签发人|报告人|邮编|地址|传真))"
)
_COLOPHON = re.compile(
    r"^(?:抄送|抄报|主送|分送|发送|印发份数|共印)[^。]{0,300}。?$|印发(?:（?共印\d{1,5}份）?)?[。）]?$"
)
_ANNEX_POINT = re.compile("^附件|^附[：:]")
_ANNEX_MARK = re.compile(r"^附[件表][\d一二三四五]{0,2}[：:]?$")
_LONGEST_LINE = 60
_LINES = 16


class _Kind(Enum):
    UNIT = auto()
    DATE = auto()
    UNIT_AND_DATE = auto()
    WORDS = auto()
    COLOPHON = auto()
    POINT = auto()


@dataclass(frozen=True, slots=True)
class Closing:
    """``start`` is the first closing line, the others are line numbers or None."""

    start: int
    signature: int | None = None
    date: int | None = None


def find_closing(lines: Sequence[Words], body: int) -> Closing:
    """The closing of ``lines``, whose text begins with line ``body``; annexes below a signature belong to it."""
    annex = _annex_start(lines, body)
    found = _closing_above(lines, body, annex)
    if annex < len(lines) and found.signature is None and found.date is None:
        return _closing_above(lines, body, len(lines))
    return found


def _annex_start(lines: Sequence[Words], body: int) -> int:
    """The line that says 附件 alone, right below a unit, a date or a contact; the end if there is none."""
    for index in range(body + 1, len(lines)):
        if _ANNEX_MARK.match(lines[index].text) and _kind(lines[index - 1]) not in (None, _Kind.POINT):
            return index
    return len(lines)


def _closing_above(lines: Sequence[Words], body: int, end: int) -> Closing:
    """The closing of the lines before line ``end``."""
    kinds: dict[int, _Kind] = {}
    for index in range(end - 1, max(body, end - _LINES) - 1, -1):
        kind = _kind(lines[index])
        if kind is None:
            break
        kinds[index] = kind
    _drop_points(lines, kinds)
    _mark_colophon(kinds)
    both = [index for index in sorted(kinds) if kinds[index] is _Kind.UNIT_AND_DATE]
    if both:
        return Closing(min(kinds), both[0], both[0])
    units = [index for index in sorted(kinds) if kinds[index] is _Kind.UNIT]
    dates = [index for index in sorted(kinds) if kinds[index] is _Kind.DATE]
    beside = [(unit, date) for unit in units for date in dates if abs(date - unit) <= _between(units, unit, date)]
    if beside:
        unit, date = min(beside, key=lambda pair: (pair[1] < pair[0], pair[0]))
        return Closing(min(kinds), _first_of_run(units, unit), date)
    return Closing(
        min(kinds, default=end),
        units[0] if units else None,
        dates[0] if dates else None,
    )


def signed_unit(lines: Sequence[Words], signature: int | None) -> str | None:
    """The unit that the signature names."""
    if signature is None:
        return None
    text = lines[signature].text.strip("（）") if is_bracketed(lines[signature].text) else lines[signature].text
    match = _SIGNED_DATE.match(text) or _DATE_SIGNED.match(text) or _LABELLED.match(text)
    return own_name(match["unit"] if match else text)


def is_bracketed(text: str) -> bool:
    """True if brackets stand around the whole text."""
    return text.startswith("（") and text.endswith("）")


def _kind(line: Words) -> _Kind | None:
    """What a closing line is, None if it is none."""
    text = line.text.strip("（）") if is_bracketed(line.text) else line.text
    if line.row or line.level:
        return None
    if _COLOPHON.search(text) and line.number is None:
        return _Kind.COLOPHON if len(text) <= 5 * _LONGEST_LINE else None
    if len(text) > _LONGEST_LINE:
        return None
    if is_date(text):
        return _Kind.DATE
    if line.number is not None:
        return None if text[-1] in "。；！" else _Kind.POINT
    if _SIGNED_DATE.match(text) or _DATE_SIGNED.match(text):
        return _Kind.UNIT_AND_DATE
    if _CLOSING_WORDS.search(text) or _OPEN_DATE.match(text):
        return _Kind.WORDS
    return _Kind.UNIT if UNIT_LINE.match(text) or _LABELLED.match(text) else None


def _drop_points(lines: Sequence[Words], kinds: dict[int, _Kind]) -> None:
    """Numbered lines belong to the closing only under "附件："; others, and all above them, are text."""
    waiting: list[int] = []
    for index in sorted(kinds, reverse=True):
        if kinds[index] is _Kind.POINT:
            waiting.append(index)
        elif waiting and _ANNEX_POINT.search(lines[index].text):
            waiting = []
        elif waiting:
            break
    if waiting:
        for index in [one for one in kinds if one <= waiting[0]]:
            del kinds[index]


def _mark_colophon(kinds: dict[int, _Kind]) -> None:
    """A unit right above the line that says 印发 printed the paper, and dates below it tell when."""
    for index in sorted(kinds):
        if kinds[index] is not _Kind.COLOPHON:
            continue
        others = [one for one in kinds if one < index and kinds[one] is _Kind.UNIT]
        if kinds.get(index - 1) is _Kind.UNIT and len(others) > 1:
            kinds[index - 1] = _Kind.COLOPHON
        for below in [one for one in kinds if one > index]:
            kinds[below] = _Kind.COLOPHON
        return


def _between(units: Sequence[int], unit: int, date: int) -> int:
    """How far the date may stand from ``unit``: beside it, or with more units of a joint signature between."""
    joint = sum(1 for one in units if min(unit, date) < one < max(unit, date))
    return 1 + joint


def _first_of_run(units: Sequence[int], unit: int) -> int:
    """The first of the units that stand right above ``unit``."""
    while unit - 1 in units:
        unit -= 1
    return unit
