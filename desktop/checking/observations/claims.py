"""A whole and the parts said of it: do they add up, and how sure is it that they should?"""

from collections.abc import Iterable
from dataclasses import dataclass
from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.figures import added, exchange_explains, shown, slip_explains
from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity

LONGEST_LABEL = 60
"""The most characters that can stand between two figures of one list."""
MANY = 30
"""More figures than this are not looked at together."""
STOPS = pattern("[,;、。)\n]")
ENDS_LIST = pattern(
    "同比|[比较](?:上|去|20)|上年|去年|均[已为按获在]|全部|都已|累计|合计|总计|共计|共(?=[0-9])|此外|另有|另外|同时|平均|每[个年月人件]"
    "|率[为达]?[0-9]|人均|提出|发出|下发|召开"
)
"""Words after which a figure is no further part of the list before it."""
_SURE = 0.9
_LIKELY = 0.7


def ends_list(gap: str) -> bool:
    """Whether the words before a figure say that it is no further part of a list; 结转上年3件 is one."""
    return ENDS_LIST.search(gap.replace("上年", "") if "结转" in gap or "上年转" in gap else gap) is not None


@dataclass(frozen=True, slots=True)
class Claim:
    """A whole with the parts that are said of it, and how the parts were told: 其中, 共, 其余, 分项, 并列,
    成对 (beside others that do add up).

    ``complete`` is False where the parts need not be all; ``start`` is where a quotation should begin.
    """

    whole: Amount
    parts: tuple[Amount, ...]
    told: str
    complete: bool
    start: int


def adds_up(whole: Amount, parts: Iterable[Amount]) -> bool:
    """Whether the first parts of a reading, two or more or all of them, can make the whole."""
    low = high = 0.0
    count = 0
    for count, part in enumerate(parts, 1):
        low, high = low + part.low, high + part.high
        if count >= 2 and whole.may_be(low, high):
            return True
        if count >= 2 and low > whole.high:
            return False
    return count == 1 and whole.may_be(low, high)


def makes(whole: Amount, parts: list[Amount]) -> bool:
    """Whether all of ``parts`` together can make the whole."""
    return whole.may_be(sum(one.low for one in parts), sum(one.high for one in parts))


def judged(claim: Claim, material: Material) -> Seen | None:
    """The observation a claim makes, None where it adds up or need not."""
    whole, parts = claim.whole, claim.parts
    low, high = sum(one.low for one in parts), sum(one.high for one in parts)
    if whole.low <= 0 or low == float("inf"):
        return None
    over = low > whole.high
    if not over and (not claim.complete or high >= whole.low):
        return None
    severity = how_sure(claim, over, low if over else high)
    if severity is None:
        return None
    end = max(whole.end, parts[-1].end)
    return Seen("arithmetic", severity, min(claim.start, parts[0].start), end, _message(claim, over, material))


def how_sure(claim: Claim, over: bool, total: float) -> Severity | None:
    """How sure it is that the parts were meant to make the whole; None where it is not likely enough."""
    whole, parts = claim.whole, claim.parts
    share = total / whole.value
    slip = whole.exact and slip_explains(whole, parts)
    exchanged = whole.exact and exchange_explains(whole, parts)
    if over:
        if len(parts) == 1:
            single = whole.exact and parts[0].exact and whole.unit == parts[0].unit
            return Severity.WARNING if single and whole.family not in ("次", "人次") else None
        if claim.told == "并列":
            return Severity.NOTICE if share <= 1.05 or (exchanged and share <= 2) else None
        return Severity.WARNING if share <= 1.5 or slip else None
    if len(parts) == 1:
        return None
    if claim.told in ("共", "其余", "成对"):
        return Severity.WARNING if share >= 0.6 else None
    if claim.told == "并列":
        return Severity.NOTICE if share >= 0.95 or (exchanged and share >= 0.5) else None
    if exchanged and share >= 0.5 and whole.low >= 20:
        return Severity.WARNING
    if share >= _SURE or (slip and share >= 0.75 and whole.low >= 200):
        return Severity.NOTICE if claim.told == "分项" and len(parts) == 2 else Severity.WARNING
    return Severity.NOTICE if len(parts) >= 3 and share >= _LIKELY else None


def _message(claim: Claim, over: bool, material: Material) -> str:
    whole, parts, text = claim.whole, claim.parts, material.text
    stated = shown(whole, text)
    if len(parts) == 1:
        return f"“其中”的{shown(parts[0], text)}{parts[0].unit}多于总数{stated}{whole.unit}，请核对。"
    reckoning = added(parts, text)
    if claim.told == "其余":
        return f"前后两部分相加为{reckoning}，与总数{stated}{whole.unit}不一致，请核对。"
    named = {"其中": "“其中”所列各项", "共": "前面各项"}.get(claim.told, "所列各项")
    ask = "请核对" if over or claim.told == "共" else "请核对数字或是否列全"
    return f"{named}相加为{reckoning}，与总数{stated}{whole.unit}不一致，{ask}。"
