"""What there cannot be without something else: without litigation nobody appears in court and none is lost."""

from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.material import Material, Stretch
from desktop.checking.observations.years import years_in
from desktop.packs.observation_model import Consequence
from desktop.reading.draft import Role

_EARLIER = pattern("上年|去年|往年|同期|(?<!今年)以来|上一年|前年|历年|累计")
_TO_NUMBER = pattern("(?:案件|了|共|计|达到?|为|有|:|的|共计|合计|全部|均)*")
_REACH = 8
_SENTENCE = 120


def told_of(place: Stretch, row: Consequence, material: Material) -> Stretch | None:
    """The words that tell how many of ``row`` there were in the report year; None where ``place`` tells no number."""
    text = material.text
    start, end = place
    low, high = material.clauses.clause(start)
    counted = _after(end, high, row, material) or _before(max(low, start - _REACH), start, row, material)
    if counted is None or material.role(start) is Role.NEXT_YEAR:
        return None
    opens, closes = material.sentence(start, _SENTENCE)
    sentence = text[opens:closes]
    if row.beside and not any(word in sentence for word in row.beside):
        return None
    if any(word in sentence for word in row.not_beside) or _EARLIER.search(sentence):
        return None
    if any(one.year != material.year for one in years_in(text, opens, start)):
        return None
    return max(low, min(start, counted.start) - _REACH), max(end, counted.end)


def _after(end: int, high: int, row: Consequence, material: Material) -> Amount | None:
    """败诉1件."""
    one = material.amounts.first(end, min(high, end + _REACH))
    told = one is not None and _counts(one, row) and _TO_NUMBER.fullmatch(material.text, end, one.start)
    return one if told else None


def _before(low: int, start: int, row: Consequence, material: Material) -> Amount | None:
    """1件败诉."""
    found = material.amounts.between(low, start)
    return found[-1] if found and found[-1].end == start and _counts(found[-1], row) else None


def _counts(one: Amount, row: Consequence) -> bool:
    return one.unit in row.units and one.low > 0
