"""6期、420人次，平均每期70人次: the average against what it was worked out from."""

from collections.abc import Iterator

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.figures import plain
from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity

_KIND = "arithmetic"
_MARK = "平均每"


def averages(material: Material) -> Iterator[Seen]:
    """Averages that their counts do not give."""
    text = material.text
    for at in material.places(_MARK):
        after = at + len(_MARK)
        average = material.amounts.first(after, after + 12)
        start = material.sentence(at)[0]
        before = [one for one in material.amounts.between(max(start, at - 120), at) if one.end <= at]
        if average is None or not average.exact or len(before) < 2:
            continue
        per = text[after : average.start]
        counted = [one for one in before if per.startswith(one.unit)]
        totals = [one for one in before if one.unit == average.unit and not per.startswith(one.unit)]
        if len(counted) == 1 and len(totals) == 1 and not _comes_out(totals[0], counted[0], average):
            reckoned = plain(round(totals[0].value / counted[0].value, 1))
            reckoning = f"{plain(totals[0].value)}÷{plain(counted[0].value)}＝{reckoned}"
            stated = text[average.start : average.end]
            message = f"{reckoning}，与所写的平均{stated}不一致，请核对。"
            first = min(totals[0].start, counted[0].start)
            yield Seen(_KIND, Severity.WARNING, material.clauses.clause(first)[0], average.end, message)


def _comes_out(total: Amount, count: Amount, average: Amount) -> bool:
    if count.low <= 0 or not (total.exact and count.exact):
        return True
    low, high = total.low / count.high, total.high / count.low
    return average.may_be(low - average.step * 0.999, high + average.step * 0.999)
