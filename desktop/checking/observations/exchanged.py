"""Two digits exchanged in one of two places: 1127家养老机构 … 1172家养老机构; 败诉78件 … 87件败诉案件."""

from collections import defaultdict
from collections.abc import Iterator
from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.figures import is_exchange
from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity
from desktop.reading.draft import Role

_KIND = "contradiction"
_AFTER = pattern("的?(?:各类|全部)?(?P<noun>[一-鿿]{2,4})")
_BEFORE = pattern("(?P<noun>[一-鿿]{2,4}?)(?:共计|共有|现有|仅有|总数|数量|案件|共|计|达到|达|为|有|了)*$")
_NOUN = 3
_SURE = 100
"""From this figure on two characters of the noun are enough."""
_UNITS = frozenset(("件", "家", "个", "人", "名", "户", "所", "处", "台", "辆", "起", "宗", "份", "项", "条", "卷"))
_OTHER = pattern("上年|去年|同比|[比较]20|20[0-9]{2}年|其中|平均|合计")
_MOST = 400


def exchanged(material: Material) -> Iterator[Seen]:
    """Figures of one thing that differ by two neighbouring digits in another order."""
    text = material.text
    found: dict[tuple[str, str], list[Amount]] = defaultdict(list)
    told: set[int] = set()
    counted = [one for one in material.amounts.all if _counts(one)]
    for one in counted[:_MOST]:
        if material.role(one.start) is Role.NEXT_YEAR or material.in_table(one.start):
            continue
        for noun in _nouns(one, material):
            for other in found[noun, one.unit]:
                if one.start in told or not is_exchange(int(one.low), int(other.low)):
                    continue
                if material.sentence(one.start) == material.sentence(other.start):
                    continue
                if any(_OTHER.search(text, *material.clauses.clause(each.start)) for each in (one, other)):
                    continue
                told.add(one.start)
                low = material.clauses.clause(one.start)[0]
                end = min(material.clauses.clause(one.start)[1], one.end + 8)
                stated = text[other.start : other.end], text[one.start : one.end]
                message = f"“{noun}”前面写{stated[0]}，这里写{stated[1]}，两位数字次序不同，请核对。"
                yield Seen(_KIND, Severity.NOTICE, max(low, one.start - 14), end, message, ((other.start, other.end),))
            found[noun, one.unit].append(one)


def _counts(one: Amount) -> bool:
    return one.exact and not one.chinese and one.unit in _UNITS and one.low >= 10 and one.low % 1 == 0 and one.step == 1


def _nouns(one: Amount, material: Material) -> list[str]:
    """What a figure counts, longest first: the first characters behind it and the last before it."""
    text = material.text
    start = material.clauses.clause(one.start)[0]
    nouns = set()
    after, before = _AFTER.match(text, one.end), _BEFORE.search(text[max(start, one.start - 12) : one.start])
    for noun, from_end in ((after["noun"] if after else "", False), (before["noun"] if before else "", True)):
        for size in (2, 3, 4):
            least = 2 if one.low >= _SURE or "诉" in noun else _NOUN
            if least <= size <= len(noun):
                nouns.add(noun[-size:] if from_end else noun[:size])
    return sorted(nouns, key=lambda noun: (-len(noun), noun))
