"""Shares worked out from counts: 412件，化解398件，化解率96.6%; 183件，其中52件，占28.4%; 100% beside a remainder."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import Match, Pattern
from re import compile as pattern

from desktop.checking.observations.amounts import Amount, same_thing
from desktop.checking.observations.claims import STOPS
from desktop.checking.observations.figures import plain
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.subjects import subjects_in
from desktop.checking.result import Severity
from desktop.packs.observation_model import ArithmeticWords

_KIND = "arithmetic"
_SHARE = pattern("占(?:比|[^,;。0-9]{0,10}总[数量额]的?|(?P<of>[^,;。0-9]{0,16}?)的)?(?:例)?(?:为|达|到|约|了|均)*$")
_RATE = pattern(
    "(?P<name>[^,;。、0-9()的]{1,14})率(?:均|都|分别)?(?:为|达到|达|约|保持在?|稳定在|高达|超过?|近|到|是|实现)*$"
)
_IN_TIME = pattern("按时|按期|及时|限期|当场|一次|首次|如期|即时|办事|服务|群众|回访|自动")
_GROWS = pattern("增|升|提高|同比|超额|投资|计划|目标|进度")
_REST = pattern(
    r"(?:剩余|其余|余下|尚有|还有|剩下)[^,;。0-9]{0,6}(?=[0-9])|未(?:办结|完成|整改|化解|答复)[^,;。0-9]{0,6}(?=[0-9])"
)
_LICENSED = pattern("持证|持有?[^应]{0,8}证")
_NOT_LICENSED = pattern("应持|新|考|未|拟")
_ASIDE = pattern("[(含]|辅助|协管|工勤|借调|另有")
_LONGEST_TAIL = 14
_MANY = 10
_NEAR = 8
_BESIDE = 24
_OF = ("的", "的比例为", "总数的")
_OF_COUNT = pattern("占[^,;。0-9]{0,12}$")


@lru_cache(maxsize=4)
def _limited(words: ArithmeticWords) -> Pattern[str]:
    """Rates that cannot be above 100%."""
    return pattern(f"(?:{'|'.join(words.never_above_100) or '(?!)'}).{{0,4}}$")


def shares(material: Material) -> Iterator[Seen]:
    """Shares and rates that the counts beside them do not give."""
    text, amounts = material.text, material.amounts.all
    limited = _limited(material.words.arithmetic)
    for index, rate in enumerate(amounts):
        if rate.family != "%":
            continue
        before = amounts[index - 1].end if index else 0
        label = text[max(before, rate.start - 40) : rate.start]
        share, name = _SHARE.search(label), _RATE.search(label)
        if name and rate.low > 100 and limited.search(name["name"]) and not _GROWS.search(name["name"]):
            start = material.clauses.clause(rate.start)[0]
            message = f"{name['name'][-6:]}率为{text[rate.start : rate.end]}，超过了100%，请核对。"
            yield Seen(_KIND, Severity.WARNING, start, rate.end, message)
        elif share or name or label in _OF:
            yield from _checked(index, share, name, material)


def _checked(index: int, share: Match[str] | None, name: Match[str] | None, material: Material) -> Iterator[Seen]:
    text, amounts = material.text, material.amounts.all
    rate = amounts[index]
    start, end = material.sentence(rate.start)
    if name and rate.low == 100 and rate.exact:
        yield from _remainder(rate, name["name"], end, material)
    if rate.family != "%" or not rate.exact:
        return
    low = max(start - 200, text.rfind("\n", 0, start) + 1)
    counts = [one for one in material.amounts.between(low, rate.start) if one.family not in ("%", "百分点")][-_MANY:]
    if not counts or _some_pair(counts, rate):
        return
    yield from _share_of(index, start, material)
    part = amounts[index - 1]
    if part.start < start or part.family == "%" or not part.exact:
        return
    gap = text[part.end : rate.start]
    wholes = [one for one in counts if one.start >= start and one.end <= part.start and one.family == part.family]
    whole = next((one for one in reversed(wholes) if one.low > part.low), wholes[-1] if wholes else None)
    if whole is None or not whole.exact or "%" in text[whole.end : part.start]:
        return
    between = text[whole.end : part.start]
    beside = "其中" in between or (amounts[index - 2] is whole and len(between) <= _BESIDE and "," in between)
    told = share is not None and share["of"] is None and len(gap) <= _NEAR and beside
    if not told and name and len(gap) - _behind(part, rate, text) <= _NEAR + len(name["name"]):
        told = _of_part(name["name"], part, whole, material)
    if told and not _of_others(whole, part, rate, material):
        yield _seen(part, whole, rate, material)


def _of_others(whole: Amount, part: Amount, rate: Amount, material: Material) -> bool:
    """Whether a rate is said of somebody of whom the counts are not: 县政府…31件，…17件；全县…出庭应诉率97.4%."""
    text = material.text
    own = text[max(part.end, material.clauses.clause(rate.start)[0]) : rate.start]
    before = text[material.sentence(whole.start)[0] : rate.start - len(own)]
    return any(word not in before for word in subjects_in(own, material))


def _share_of(index: int, start: int, material: Material) -> Iterator[Seen]:
    """87家完成清理，占应清理90家的98%: the whole stands between 占 and the rate."""
    text, amounts = material.text, material.amounts.all
    rate, whole, part = amounts[index], amounts[index - 1], amounts[index - 2]
    if index < 2 or part.start < start or not same_thing(part, whole) or not (part.exact and whole.exact):
        return
    if _OF_COUNT.search(text[part.end : whole.start]) and text[whole.end : rate.start] in _OF:
        yield _seen(part, whole, rate, material)


def _some_pair(counts: Sequence[Amount], rate: Amount) -> bool:
    """Whether any count, or any run of counts, over another gives the rate."""
    for whole in counts:
        for first in range(len(counts)):
            part = 0.0
            for one in counts[first : first + 4]:
                if not same_thing(one, whole):
                    break
                part += one.value
                if one is not whole and (
                    _fits(part, whole.value, rate) or _fits(whole.value - part, whole.value, rate)
                ):
                    return True
                if one is not whole and _fits(part, part + whole.value, rate):
                    return True
    for first, one in enumerate(counts):
        runs = [other.value for other in counts[first:] if same_thing(one, other)]
        total, size = sum(runs), len(runs)
        ends = ((low, high) for low in range(size) for high in range(low + 1, size + 1) if high - low < size)
        if any(_fits(sum(runs[low:high]), total, rate) for low, high in ends):
            return True
    return False


def _fits(part: float, whole: float, rate: Amount) -> bool:
    if whole <= 0 or part < 0:
        return False
    share = part / whole * 100
    return rate.may_be(share - rate.step * 0.999, share + rate.step * 0.999)


def _behind(part: Amount, rate: Amount, text: str) -> int:
    """How many characters behind a part say what it counts: 41名持有执法证."""
    stop = STOPS.search(text, part.end, min(part.end + _LONGEST_TAIL, rate.start))
    return stop.start() - part.end if stop else 0


def _of_part(name: str, part: Amount, whole: Amount, material: Material) -> bool:
    """Whether the rate is named after what the part counts: 化解398件，化解率; 41起已化解，化解率."""
    text = material.text
    label = text[max(whole.end, part.start - 14) : part.start]
    label = label[max(label.rfind(mark) for mark in ",;、") + 1 :]
    tail = text[part.end : part.end + _LONGEST_TAIL]
    tail = tail[: stop.start()] if (stop := STOPS.search(tail)) else ""
    if "持证" in name:
        return _licensed(label + tail, whole, part, text)
    if not label.strip("其中有的已"):
        label += tail if tail.removeprefix("已").startswith(name[-2:]) else ""
    if _IN_TIME.search(name) and not _IN_TIME.search(label):
        return False
    named = any(word in name and word in label for word in material.words.arithmetic.never_above_100)
    return (named or name[-2:] in label) and not pattern("同比|上年|去年|增|减").search(label)


def _licensed(label: str, whole: Amount, part: Amount, text: str) -> bool:
    """Whether the part are those of the law enforcers that have their papers."""
    stop = STOPS.search(text, whole.end, part.start)
    start = max(text.rfind(mark, 0, whole.start) for mark in ",;。\n") + 1
    staff = text[start : stop.start() if stop else part.start]
    enforcers = "执法" in staff or "应持" in staff
    others = _NOT_LICENSED.search(label) or _ASIDE.search(text, whole.end, part.start)
    return enforcers and _LICENSED.search(label) is not None and not others


def _seen(part: Amount, whole: Amount, rate: Amount, material: Material) -> Seen:
    share = f"{part.value / whole.value * 100:.2f}".rstrip("0").rstrip(".")
    stated = material.text[rate.start : rate.end]
    message = f"{plain(part.value)}÷{plain(whole.value)}＝{share}%，与所写的{stated}不一致，请核对。"
    return Seen(_KIND, Severity.WARNING, material.clauses.clause(whole.start)[0], rate.end, message)


def _remainder(rate: Amount, name: str, end: int, material: Material) -> Iterator[Seen]:
    """100% beside something that is left."""
    if not pattern("整改|办结|化解|完成|答复|回复|销号").search(name) or _IN_TIME.search(name):
        return
    text = material.text
    start = material.sentence(rate.start)[0]
    for low, high in ((rate.end, end), (max(start, rate.start - 60), rate.start)):
        found = _REST.search(text, low, high)
        left = material.amounts.first(found.end(), found.end() + 1) if found else None
        if found and left is not None and left.low > 0:
            message = f"既写{name[-6:]}率100%，又写{text[found.start() : left.end]}，请核对。"
            yield Seen(
                _KIND,
                Severity.WARNING,
                min(found.start(), rate.start - len(name) - 1),
                max(left.end, rate.end),
                message,
            )
            return
