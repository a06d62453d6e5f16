"""From A to B with a rate or a difference: 由140次降到96次，下降31.4%; 142件，较上年的160件下降11.25%."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Match, Pattern
from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.figures import plain
from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity
from desktop.packs.observation_model import ArithmeticWords

_KIND = "arithmetic"
_NUMBER = r"[0-9]++(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+"
_SCALE = {"": 1.0, "十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "亿": 1e8, "百万": 1e6, "千万": 1e7}
_SCALES = "(?:百万|千万|[十百千万亿])?"
_WORDS = r"[^0-9,;。()\n]"
_YEAR = rf"(?:20[0-9]{{2}}年{_WORDS}{{0,8}}?)?"
_UNITS = (
    "个百分点|百分点|个工作日|工作日|个小时|小时|分钟|人次|%|倍|[件起宗例人名位次场期份项条个家户台套部天元类处米吨]"
)
_LAST_YEAR = pattern(r"(?:[比较](?:上年|去年|上一年|前年|同期|20[0-9]{2}年)|上年|去年|上一年)[^0-9,;。\n]{0,10}$")
_SURE_FALL = pattern("减|降|压缩|缩短")
_SURE_RISE = pattern("^增|上升|上涨|增长")
_OTHER_RATE = pattern("效率|满意|占|办结|分别|平均|累计|其中|每|全")
_PLAIN = pattern("同比|较上年|比上年|总体|整体|平均|分别|共|降幅|增幅|减|压缩|取消|时限|数量|总数|人数|件数|次数")
_LONGEST = 15


@dataclass(frozen=True, slots=True)
class _Change:
    """``before`` and ``after`` as intervals with their place; ``unit`` the unit of both."""

    before: tuple[float, float]
    after: tuple[float, float]
    shown: tuple[str, str]
    unit: str
    start: int
    end: int


@lru_cache(maxsize=4)
def _patterns(words: ArithmeticWords) -> tuple[Pattern[str], Pattern[str]]:
    verbs = "|".join(sorted((*words.falling, *words.rising), key=len, reverse=True)) or "(?!)"
    change = pattern(
        rf"[由从]{_WORDS}{{0,24}}?{_YEAR}(?P<a>{_NUMBER})(?P<sa>{_SCALES})(?P<ua>{_UNITS})?{_WORDS}{{0,10}}?(?P<verb>{verbs})"
        rf"{_WORDS}{{0,4}}?[到至为]{_WORDS}{{0,8}}?{_YEAR}(?P<b>{_NUMBER})(?P<sb>{_SCALES})(?P<ub>{_UNITS})"
    )
    rate = pattern(
        rf"{_WORDS}{{0,6}}[,;(]?(?P<label>{_WORDS}{{0,12}}?(?:{verbs}|提速|比例|幅度){_WORDS}{{0,8}}?)"
        rf"(?P<r>{_NUMBER})(?P<sr>{_SCALES})(?P<ru>{_UNITS})(?P<above>以上|左右)?"
    )
    return change, rate


def changes(material: Material) -> Iterator[Seen]:
    """Changes whose rate, difference or direction does not come out."""
    change, rate = _patterns(material.words.arithmetic)
    text = material.text
    for mark in sorted((*material.places("由"), *material.places("从"))):
        found = change.match(text, mark)
        if found is None or max(len(found["a"]), len(found["b"])) > _LONGEST or "第" in text[mark : found.start("a")]:
            continue
        unit = found["ub"]
        if found["ua"] and found["ua"] != unit:
            continue
        yield from _from_to(found, rate.match(text, found.end()), material)
    yield from _against_last_year(material)


def _from_to(found: Match[str], rate: Match[str] | None, material: Material) -> Iterator[Seen]:
    before = _worth(found["a"], found["sa"] or found["sb"])
    after = _worth(found["b"], found["sb"])
    shown = f"{found['a']}{found['sa']}", f"{found['b']}{found['sb']}"
    change = _Change((before, before), (after, after), shown, found["ub"], found.start(), found.end())
    falls, rises = _SURE_FALL.search(found["verb"]), _SURE_RISE.search(found["verb"])
    if (falls and after > before) or (rises and after < before):
        way = "变大" if falls else "变小"
        message = f"由{shown[0]}到{shown[1]}是{way}，与“{found['verb']}”不一致，请核对。"
        yield Seen(_KIND, Severity.WARNING, change.start, change.end, message)
    elif rate is not None and _same_subject(found, rate["label"], material) and len(rate["r"]) <= _LONGEST:
        stated = _worth(rate["r"], rate["sr"])
        step = 10.0 ** -len(rate["r"].partition(".")[2])
        yield from _rate(change, stated, step * _SCALE[rate["sr"]], rate)


def _same_subject(found: Match[str], label: str, material: Material) -> bool:
    """Whether the rate is that of the change: 由7个环节减到3个，材料减少40% speaks of something else."""
    if _OTHER_RATE.search(label):
        return False
    verbs = (*material.words.arithmetic.falling, *material.words.arithmetic.rising, "提速", "比例", "幅度")
    at = min((label.find(verb) for verb in verbs if verb in label), default=0)
    subject = _PLAIN.sub("", label[:at])
    start = material.clauses.clause(found.start())[0]
    return len(subject) < 2 or subject[:2] in material.text[max(start, found.start() - 30) : found.end()]


def _rate(change: _Change, stated: float, step: float, rate: Match[str]) -> Iterator[Seen]:
    """Whether the rate or difference stated after a change comes out."""
    unit = rate["ru"]
    loose = rate["above"] == "左右" or rate["label"].endswith(("近", "约", "达到约", "余"))
    above = rate["above"] == "以上" or rate["label"].endswith(("超", "超过", "逾"))
    before, after = change.before[0], change.after[0]
    if before <= 0 or loose:
        return
    difference, share = abs(after - before), abs(after - before) / before
    reckoning = (
        f"({change.shown[0]}－{change.shown[1]})" if before > after else f"({change.shown[1]}－{change.shown[0]})"
    )
    if unit == "%":
        fits = _near(share * 100, stated, step) or (change.unit == "%" and _near(difference, stated, step))
        right = f"{reckoning}÷{change.shown[0]}＝{_percent(share)}"
    elif unit in ("个百分点", "百分点") and change.unit == "%":
        fits, right = _near(difference, stated, step), f"{reckoning[1:-1]}＝{plain(difference)}个百分点"
    elif unit == "倍":
        fits = _near(share, stated, step) or _near(after / before, stated, step)
        right = f"{reckoning}÷{change.shown[0]}＝{share:.2g}倍"
    elif unit == change.unit:
        fits, right = _near(difference, stated, step), f"{reckoning[1:-1]}＝{plain(difference)}{unit}"
    else:
        return
    if above and unit == "%":
        fits = share * 100 > stated - step
    if not fits:
        message = f"{right}，与所写的{rate['r']}{rate['sr']}{unit}不一致，请核对。"
        yield Seen(_KIND, Severity.WARNING, change.start, rate.end(), message)


def _worth(digits: str, scale: str) -> float:
    return float(digits.replace(",", "")) * _SCALE[scale]


def _near(reckoned: float, stated: float, step: float) -> bool:
    """Whether a figure was rounded or cut to what is written."""
    return abs(reckoned - stated) < step * (1 + 1e-9)


def _percent(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


# --- against last year --------------------------------------------------------------------------------------------


def _against_last_year(material: Material) -> Iterator[Seen]:
    """B, 比上年的A增长R; 上年A，今年B，增长R; B，比上年增加D，增长R."""
    text, amounts = material.text, material.amounts.all
    verbs = (*material.words.arithmetic.falling, *material.words.arithmetic.rising)
    for index in range(2, len(amounts)):
        rate = amounts[index]
        if rate.family != "%" or rate.start - amounts[index - 2].start > 80:
            continue
        first, second = amounts[index - 2], amounts[index - 1]
        label = text[second.end : rate.start].lstrip(",;(")
        if first.family != second.family or not label.startswith((*verbs, "同比", "增幅", "降幅")):
            continue
        if first.family == "%" or len(label) > 12 or pattern("[。\n]").search(text, first.start, rate.start):
            continue
        seen = list(_three(first, second, rate, material))
        whole = _whole_before(first, material) if seen else None
        if whole is not None:
            # 查办412件，其中……33件，比上年的358件增长15%: it is the whole that grew, unless the part did.
            seen = list(_three(whole, second, rate, material, apart=True))
        yield from seen


def _whole_before(part: Amount, material: Material) -> Amount | None:
    """The figure before 其中 in the sentence of ``part``, None where ``part`` follows no 其中."""
    start = material.sentence(part.start)[0]
    at = material.text.rfind("其中", start, part.start)
    before = [one for one in material.amounts.between(start, at) if one.family == part.family] if at >= 0 else []
    return before[-1] if before else None


def _three(first: Amount, second: Amount, rate: Amount, material: Material, *, apart: bool = False) -> Iterator[Seen]:
    text = material.text
    gap = text[max(first.end, second.start - 30) : second.start] if apart else text[first.end : second.start]
    if first.low <= 0 or second.low <= 0 or len(gap) > 30:
        return
    if pattern("[比较同上].{0,14}(?:增加|减少|多|少|新增|下降|上升)了?$").search(gap):
        rise = pattern("增加|多|新增|上升").search(gap) is not None
        base = first.value - second.value if rise else first.value + second.value
        share, shown = second.value / base if base > 0 else 0.0, f"{plain(second.value)}÷{plain(base)}"
    elif _LAST_YEAR.search(gap):
        share = abs(first.value - second.value) / second.value
        shown = (
            f"({plain(max(first.value, second.value))}－{plain(min(first.value, second.value))})÷{plain(second.value)}"
        )
        yield from _direction((second, first), (first.start, rate), material)
    elif _LAST_YEAR.search(text[max(0, first.start - 20) : first.start]):
        share = abs(first.value - second.value) / first.value
        shown = (
            f"({plain(max(first.value, second.value))}－{plain(min(first.value, second.value))})÷{plain(first.value)}"
        )
        yield from _direction((first, second), (first.start, rate), material)
    else:
        return
    exact = first.exact and second.exact and first.low == first.high and second.low == second.high
    if not exact or rate.may_be(share * 100 - rate.step, share * 100 + rate.step):
        return
    start = material.clauses.clause(first.start)[0]
    message = f"{shown}＝{_percent(share)}，与所写的{text[rate.start : rate.end]}不一致，请核对。"
    yield Seen(_KIND, Severity.WARNING, start, rate.end, message)


def _direction(order: tuple[Amount, Amount], at: tuple[int, Amount], material: Material) -> Iterator[Seen]:
    """Whether 增长 or 下降 fits the two figures, ``order`` being last year's and this year's."""
    before, after = order
    start, rate = at
    label = material.text[max(before.end, after.end) : rate.start]
    falls, rises = _SURE_FALL.search(label), _SURE_RISE.search(label.lstrip(",;(同比"))
    if before.exact and after.exact and ((falls and after.low > before.high) or (rises and after.high < before.low)):
        way = "变大" if falls else "变小"
        message = (
            f"由上年的{plain(before.value)}到{plain(after.value)}是{way}，与“{label.lstrip(',;(')}”不一致，请核对。"
        )
        yield Seen(_KIND, Severity.WARNING, material.clauses.clause(start)[0], rate.end, message)
