"""Numbers with their units as intervals: 31件 is [31, 31], 百余件 [100, 199], 近50件 [40, 50], 60件以上 [60, ∞).

Left out are numbers that count nothing: years and dates, ordinals, parts of names (7×24小时, 9+X), digits
without a unit, and the little words that look like numbers (一起, 一些).
"""

from bisect import bisect_left
from dataclasses import dataclass
from re import Match
from re import compile as pattern
from typing import NamedTuple

_UNITS = (
    *("个百分点", "百分点", "个工作日", "个小时", "工作日", "平方公里", "平方米", "立方米"),
    *("人次", "件次", "台次", "辆次", "场次", "批次", "班次", "户次", "家次", "条次", "车次", "艘次", "项次", "学时"),
    *("课时", "个人", "小时", "分钟", "公里", "公顷", "公斤", "门次"),
    *"件起宗例案人名位次轮回场期份项条个家户台套部卷本篇批处所支栋册幅块辆架天元类章讲节堂课间张封句分艘只枚座种款笔组倍亩吨米页字%‰",
)
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_UNIT_SIGNS = "".join(sorted({unit[0] for unit in _UNITS}))
_NUMERALS = "零一二两三四五六七八九十百千万亿"
_NO_UNIT = (
    *("个月", "个季", "部门", "部委", "部分", "处罚", "家庭", "分别", "分之", "场所", "条例"),
    *("期间", "期限", "起施", "起实", "个人民", "个人工", "个人才", "个人社", "个人口", "个人大", "个人行", "个人力"),
)
"""Words that begin like a unit and are none."""
# It begins with a plain set of characters, which is looked for much faster than anything else; what may not stand
# before a number is asked after its first character. A number without a unit counts only where a range can begin.
_AMOUNT = pattern(
    rf"[0-9{_NUMERALS}]"
    r"(?:(?<=[0-9])(?<![0-9.a-z].)(?P<arabic>[0-9]*+(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+)"
    rf"|(?<![0-9])(?<![第{_NUMERALS}点].)(?:(?<=百)(?P<share>分之)(?P<hundredth>[{_NUMERALS}点]++)|(?P<chinese>[{_NUMERALS}]*+)))"
    rf"(?P<more>[余多几]?+)(?P<scale>[十百千]?+[万亿]?+)(?P<also>[余多]?+)"
    rf"(?:(?=[{_UNIT_SIGNS}])(?!{'|'.join(_NO_UNIT)})(?P<unit>{_UNIT})"
    r"|(?(share)|(?(arabic)(?=[-~至到])|(?!))))"
)
_FAMILIES = (
    *(("件", unit) for unit in ("件", "起", "宗", "例", "案", "件次")),
    *(("人", unit) for unit in ("人", "名", "位", "个人")),
    *(("场", unit) for unit in ("场", "场次")),
    *(("期", unit) for unit in ("期", "班次")),
    *(("工作日", unit) for unit in ("个工作日", "工作日", "天")),
    *(("百分点", unit) for unit in ("个百分点", "百分点")),
    *(("小时", unit) for unit in ("个小时", "小时")),
)
_FAMILY_OF = {unit: family for family, unit in _FAMILIES}
_COUNTERS = frozenset(("件", "个", "项", "条", "份", "部", "类", "篇", "处", "家", "户", "所", "种"))
"""Families that writers mix when they count one kind of thing ("废止3件，失效6个")."""
_SCALES = {"十": 10.0, "百": 100.0, "千": 1000.0, "万": 1e4, "亿": 1e8}
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_TIED_BEFORE = ("第", "×", "*", "+")
_TIED_AFTER = ("×", "+")
_NO_COUNT_AFTER = ("数", "几", "每", "上", "成", "这", "某")
_LONE_ONE = frozenset(("件", "名", "位", "期", "场", "份", "家", "台", "篇", "卷"))
_CHINESE_COUNTS = frozenset(
    ("人次", "台次", "场次", "件次", "户次", *"件起宗例名位人期场份家户台套篇卷次个项部条种类处")
)
_PLUS_OR_MINUS, _AT_LEAST, _AT_MOST, _NEARLY = "±", "≥", "≤", "~"
_BEFORE = (
    *((word, _PLUS_OR_MINUS) for word in ("约", "约为", "大约", "约占", "约有")),
    *((word, _NEARLY) for word in ("近", "将近", "接近", "不足", "上")),
    *((word, _AT_LEAST) for word in ("超", "超过", "逾", "突破", "不少于", "不低于", "至少", "多于", "大于", "高于")),
    *((word, _AT_MOST) for word in ("不超过", "不高于", "不多于", "最多", "至多", "低于", "少于", "小于")),
)
_BEFORE_LAST = frozenset(word[-1] for word, _ in _BEFORE)
_AFTER = (
    ("以上", _AT_LEAST),
    ("左右", _PLUS_OR_MINUS),
    ("上下", _PLUS_OR_MINUS),
    ("以内", _AT_MOST),
    ("以下", _AT_MOST),
)
_AFTER_FIRST = frozenset(word[0] for word, _ in _AFTER)
_LONGEST_NUMBER = 15
_INFINITE = float("inf")


class Amount(NamedTuple):
    """A number with a unit, squeezed offsets. ``exact`` tells a stated figure from a bound or a round one.

    ``low`` and ``high`` hold the true figure; ``step`` is the worth of the last digit written.
    ``chinese`` tells 三十五件 from 35件.
    """

    start: int
    end: int
    low: float
    high: float
    step: float
    unit: str
    family: str
    digits: str
    exact: bool
    chinese: bool

    @property
    def value(self) -> float:
        """The figure as written, or the middle of what it can be."""
        return self.low if self.high == _INFINITE else (self.low + self.high) / 2

    def may_be(self, low: float, high: float) -> bool:
        """Whether the true figure can lie in ``[low, high]``."""
        slack = 1e-9 * max(1.0, abs(low))
        return self.low <= high + slack and low <= self.high + slack


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one draft in order."""

    all: tuple[Amount, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[Amount, ...]:
        """The amounts that begin in squeezed ``[start, end)``."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def first(self, start: int, end: int) -> Amount | None:
        """The first amount that begins in squeezed ``[start, end)``."""
        number = bisect_left(self.starts, start)
        return self.all[number] if number < len(self.starts) and self.starts[number] < end else None


def same_thing(one: Amount, other: Amount) -> bool:
    """Whether the units of two amounts are the same or used for each other in counting."""
    return one.family == other.family or (one.family in _COUNTERS and other.family in _COUNTERS)


def find_amounts(text: str) -> Amounts:
    """Every amount in squeezed ``text``."""
    found: list[Amount] = []
    open_range: Match[str] | None = None
    for match in _AMOUNT.finditer(text):
        unit = match["unit"]
        if unit is None and match["share"] is None:
            open_range = match
            continue
        amount = _read(match, text)
        if amount is not None and open_range is not None and match.start() == open_range.end() + 1:
            amount = _from(open_range, amount, text)
        open_range = None
        if amount is not None:
            found.append(amount)
    return Amounts(tuple(found), tuple(one.start for one in found))


def _read(match: Match[str], text: str) -> Amount | None:
    start, end = match.span()
    unit = match["unit"] or "%"
    if match["arabic"] is not None:
        arabic = text[start : match.end("arabic")]
        if (
            len(arabic) > _LONGEST_NUMBER
            or text[start - 1 : start] in _TIED_BEFORE
            or text[end : end + 1] in _TIED_AFTER
        ):
            return None
        digits = arabic.replace(",", "")
        number = float(digits)
        if start == 0 or text[start - 1] == "\n":
            head, dot, rest = arabic.partition(".")
            if dot and len(head) <= 2 and not match["scale"]:
                start, digits, number = start + len(head) + 1, rest, float(rest)
    else:
        hundredth = match["hundredth"]
        digits = hundredth or text[start : match.end("chinese")]
        if hundredth is None and not _counts(digits, unit, text[start - 1 : start]):
            return None
        worth = _chinese_worth(digits)
        if worth is None:
            return None
        number = worth
    return _with_bounds(match, text, (start, number), digits, unit)


def _counts(digits: str, unit: str, before: str) -> bool:
    """Whether a Chinese numeral with a unit counts something (一起 and 一个 mostly do not)."""
    if unit not in _CHINESE_COUNTS or before in _NO_COUNT_AFTER:
        return False
    if digits == "一":
        return unit in _LONE_ONE
    return digits[0] not in "万亿"


def _chinese_worth(digits: str) -> float | None:
    """The worth of 三百二十, 两万, 九十五点五; None for 三五, 二二 and other digits side by side."""
    whole, _, fraction = digits.partition("点")
    total = section = 0.0
    digit: int | None = None
    for sign in whole:
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
        elif sign in "万亿":
            total = (total + section + (digit or 0)) * _SCALES[sign] or _SCALES[sign]
            section, digit = 0.0, None
        else:
            section += (1 if digit is None else digit) * _SCALES[sign]
            digit = None
    tenths = 0.0
    for place, sign in enumerate(fraction, 1):
        if sign not in _DIGITS:
            return None
        tenths += _DIGITS[sign] * 10.0**-place
    return total + section + (digit or 0) + tenths


def _with_bounds(match: Match[str], text: str, at: tuple[int, float], digits: str, unit: str) -> Amount:
    start, number = at
    scale = 1.0
    for sign in match["scale"] or "":
        scale *= _SCALES[sign]
    places = len(digits.partition(".")[2])
    step = 10.0**-places * scale
    worth = number * scale
    low = high = worth
    exact = True
    if match["more"] or match["also"]:
        low, high, exact = worth, worth + _round_place(digits, number) * scale, False
    elif scale > 1:
        low, high = worth - step / 2, worth + step / 2
    end = match.end()
    bound = _bound(text, start, end)
    if bound is not None:
        kind, end = bound
        low, high, exact = *_stretched(kind, low, high), False
    family = _FAMILY_OF.get(unit, unit)
    return Amount(start, end, low, high, step, unit, family, digits, exact, match["arabic"] is None)


def _round_place(digits: str, number: float) -> float:
    """The worth of the lowest place that is not zero: 1500余 is below 1600, 百余 below 200."""
    place = 1.0
    while number >= 10 * place and number % (10 * place) == 0:
        place *= 10
    return place if "." not in digits else 1.0


def _bound(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The kind of bound that the words around ``[start, end)`` make of a number, and where they end."""
    if text[end : end + 1] in _AFTER_FIRST:
        for word, kind in _AFTER:
            if text.startswith(word, end):
                return kind, end + len(word)
    if text[start - 1 : start] in _BEFORE_LAST:
        before = text[max(0, start - 3) : start]
        best = max((one for one in _BEFORE if before.endswith(one[0])), key=lambda one: len(one[0]), default=None)
        if best is not None:
            return best[1], end
    return None


def _stretched(kind: str, low: float, high: float) -> tuple[float, float]:
    if kind == _AT_LEAST:
        return low, _INFINITE
    if kind == _AT_MOST:
        return 0.0, high
    reach = abs(high) * 0.15
    return low - reach, high + (reach if kind == _PLUS_OR_MINUS else 0.0)


def _from(first: Match[str], last: Amount, text: str) -> Amount:
    """The range 3-5件; "由3到5件" is no range but a change."""
    arabic = text[first.start() : first.end("arabic")]
    low = float(arabic.replace(",", "")) if len(arabic) <= _LONGEST_NUMBER else last.low
    if low >= last.low or text[first.start() - 1 : first.start()] in ("由", "从"):
        return last
    return last._replace(start=first.start(), low=low, exact=False)
