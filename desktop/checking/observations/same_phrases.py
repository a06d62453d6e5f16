"""One and the same phrase with two figures: 组织法治培训8场次 … 全年组织法治培训6场次."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.figures import plain
from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity
from desktop.reading.draft import Role

_KIND = "contradiction"
_REACH = 30
_LEAST_KEY = 4
_SHORT = 3
_GENERAL = pattern(
    "^(?:全年|年内|本年度|今年以来|一年来|今年|本年|我局|本局|街道|我镇|我县|我市|我区|全局|全县|全市|全区|全镇|共|累计|总计|已|先后|还|并|同时)*"
)
_WHOLE = pattern("全年|年内|本年度|今年以来|一年来|共|累计|总计")
_BEFORE_NUMBER = pattern("(?:共计|共|计|达到|达|为|有|了|约|:|已|累计|合计|总计|多达)*$")
_DOING = pattern("组织开展|组织召开|组织举办|开展|组织|举办|召开|举行|进行")
_AFTER = pattern("[,;。、)(\n]")
_PART = pattern(
    "其中|上年|去年|同比|平均|每|[0-9]月|季度|期间|当天|20[0-9]{2}年|行动|专项|分别|第[一二三四]|剩余|其余|拟|计划|将|新增|另|部分"
)
_NOTHING = pattern("[0-9a-z%]")


@dataclass(frozen=True, slots=True)
class _Phrase:
    amount: Amount
    start: int
    end: int
    whole: bool


def same_phrases(material: Material, told: set[int]) -> Iterator[Seen]:
    """Phrases that stand in two sentences with different figures; ``told`` are figures already spoken of."""
    found: dict[tuple[str, str], list[_Phrase]] = defaultdict(list)
    last = 0
    for amount in material.amounts.all:
        phrase = _phrase(amount, last, material) if amount.exact and amount.family != "%" else None
        last = amount.end
        if phrase is not None and amount.start not in told:
            key, one = phrase
            found[key, amount.family].append(one)
    for (key, _), alike in found.items():
        phrases = [one for one in alike if _is_whole(one, material)] if len(alike) > 1 else ()
        if not phrases:
            continue
        first = phrases[0]
        for other in phrases[1:]:
            if first.amount.may_be(other.amount.low, other.amount.high):
                continue
            if material.sentence(first.start) == material.sentence(other.start):
                continue
            stated = f"{plain(first.amount.value)}{first.amount.unit}"
            message = f"“{key}”前面写{stated}，这里写{plain(other.amount.value)}{other.amount.unit}，请核对。"
            severity = Severity.WARNING if first.whole and other.whole else Severity.NOTICE
            yield Seen(_KIND, severity, other.start, other.end, message, ((first.start, first.end),))
            break


def _phrase(amount: Amount, last: int, material: Material) -> tuple[str, _Phrase] | None:
    """The words a figure counts, without what says that it is the year's whole; None where they are not plain."""
    text = material.text
    clause, stop = material.clauses.clause(amount.start)
    sentence = material.clauses.sentence(amount.start)[0]
    low = max(clause, last, text.rfind("、", clause, amount.start) + 1, text.rfind("(", clause, amount.start) + 1)
    if low != clause or amount.start - low > _REACH:
        return None
    before = text[low : amount.start]
    whole = _WHOLE.search(before) is not None
    if clause != sentence and not whole:
        return None
    words = _GENERAL.sub("", _BEFORE_NUMBER.sub("", before).replace("\n", ""))
    end = amount.end
    if len(words) <= _SHORT:
        tail = _AFTER.search(text, amount.end, stop)
        end = min(tail.start() if tail else stop, amount.end + 14)
        words += text[amount.end : end].removeprefix("的")
    key = _DOING.sub("", words, count=1)
    if len(key) < _LEAST_KEY or len(words) < _LEAST_KEY + 1 or _NOTHING.search(key):
        return None
    role = material.role(amount.start)
    if (
        role is Role.NEXT_YEAR
        or material.in_table(amount.start)
        or material.clauses.title_around(amount.start, amount.end)
    ):
        return None
    return key, _Phrase(amount, clause, end, whole)


def _is_whole(phrase: _Phrase, material: Material) -> bool:
    """Whether nothing in the sentence says that the figure is that of a part or of another time."""
    start = phrase.amount.start
    return _PART.search(material.text, material.clauses.sentence(start)[0], start) is None
