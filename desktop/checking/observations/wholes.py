"""More than there are, and exceptions to what all have: 辖11个社区 … 12个社区; 持证率100% … 17名没有取得证件."""

from collections.abc import Iterator
from re import Match
from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.figures import plain
from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity
from desktop.reading.draft import Role

_KIND = "contradiction"
_HAS = pattern("(?:下辖|管辖|所辖|辖区内?有|辖)(?:区内)?(?:共有|有|共)?")
_REACH = 40
_THING = pattern(
    r"(?P<thing>(?:行政)?村(?:\((?:社区|居)\)|居)?|社区(?:\(村\))?|乡镇(?:\(街道\))?|镇街|街镇|镇\(街道?\)|街道(?:\(镇\))?|镇|乡)"
    "(?![民委小组干部级务规居医办公人工网党综治(])"
)
_OTHERS = pattern(
    "全市|全省|全国|全州|全县|全区|周边|邻近|相邻|外地|去年|上年|合并|撤并|调整|原有|原来|累计|试点|示范|新增|改造|其他"
)
_EVERY = pattern("全部|均已?|都已?|全覆盖")
_PART = pattern("[其余外另和、及]|涉及|选取|确定|第[一二三]批|首批")
_LEAST = 5
_NEAR = 2
"""Figures further apart may well count two kinds of thing."""
_ALL_LICENSED = pattern(
    "持证(?:上岗|执法)?率(?:均|都|已)?(?:为|达到?|保持在?|实现)?100%|(?:全部|全员|均|百分之百)(?:实现|做到)?持证(?:上岗|执法)"
)
_UNLICENSED = pattern(
    "(?P<count>[0-9]{1,4}[名人位](?:[^,。;\\n]{0,12}?))(?:还|仍|暂|均|都)?(?:没有|尚未|未能?|还未)(?:取得|领取|持有|办理|考取|申领)[^,。;\\n]{0,8}?证"
)
_NOT_HERE = pattern("村|社区|辅助|协管|新招|其他单位|合同制|辅警")


def wholes(material: Material) -> Iterator[Seen]:
    """Figures above what there is in all, and some without what all are said to have."""
    yield from _more_than_all(material)
    yield from _all_of_them(material)
    yield from _not_all(material)


def _more_than_all(material: Material) -> Iterator[Seen]:
    """12个社区 in a street that has 11."""
    text, amounts = material.text, material.amounts
    there: dict[str, tuple[Amount, Match[str]]] = {}
    for at in material.places("辖"):
        has = _HAS.match(text, at) or _HAS.match(text, at - 1)
        if has is None:
            continue
        stop = min(material.clauses.clause(at)[1], has.end() + _REACH)
        for one in amounts.between(has.end(), stop):
            thing = _THING.match(text, one.end)
            if thing and one.unit == "个" and one.exact:
                there.setdefault(_named(thing), (one, thing))
    if not there:
        return
    for one in amounts.all:
        thing = _THING.match(text, one.end) if one.unit == "个" and one.exact else None
        whole = there.get(_named(thing)) if thing else None
        if thing is None or whole is None or one.low <= whole[0].high or material.role(one.start) is Role.NEXT_YEAR:
            continue
        start, end = material.sentence(one.start, 60)
        if start <= whole[0].start < end or _OTHERS.search(text, start, end):
            continue
        said = f"前面写辖{plain(whole[0].low)}个{thing['thing']}，这里写{plain(one.low)}个，请核对。"
        low = max(material.clauses.clause(one.start)[0], one.start - 10)
        related = (whole[0].start, whole[1].end())
        yield Seen(
            _KIND, Severity.NOTICE, low, min(thing.end() + 8, material.clauses.clause(one.start)[1]), said, (related,)
        )


def _named(thing: Match[str]) -> str:
    """What is counted, one word for each way to write it."""
    name = thing["thing"].removeprefix("行政")
    if name in ("村(社区)", "村(居)", "村居", "社区(村)"):
        return "村(社区)"
    return "镇街" if name in ("乡镇(街道)", "镇街", "街镇", "镇(街道)", "镇(街)", "街道(镇)") else name


def _all_of_them(material: Material) -> Iterator[Seen]:
    """13个村(社区)全部开通 … 12个村(社区)全部落实: both are said to be all, and one is a few less."""
    found: dict[str, list[tuple[Amount, Match[str], int]]] = {}
    for one in material.amounts.all:
        thing = _THING.match(material.text, one.end) if one.unit == "个" and one.exact and one.low >= _LEAST else None
        stop = min(material.clauses.clause(one.end)[1], one.end + _REACH // 2) if thing else 0
        every = _EVERY.search(material.text, thing.end(), stop) if thing else None
        if thing is None or every is None or _PART.search(material.text, max(0, one.start - 6), one.start):
            continue
        if not _OTHERS.search(material.text, *material.sentence(one.start, 60)):
            found.setdefault(_named(thing), []).append((one, thing, every.end()))
    for places in found.values():
        first, thing, end = places[0]
        for other, _, last in places[1:]:
            near = 0 < abs(other.low - first.low) <= _NEAR
            if near and material.sentence(first.start) != material.sentence(other.start):
                said = f"前面写{plain(first.low)}个{thing['thing']}全部，这里写{plain(other.low)}个，请核对。"
                yield Seen(_KIND, Severity.NOTICE, other.start, last, said, ((first.start, end),))
                break


def _not_all(material: Material) -> Iterator[Seen]:
    """17名执法人员没有取得执法证件 beside 持证率100%."""
    text = material.text
    if "持证" not in text:
        return
    every = _ALL_LICENSED.search(text)
    some = _UNLICENSED.search(text) if every else None
    if every is None or some is None or _NOT_HERE.search(text, *some.span()):
        return
    if material.role(some.start()) is Role.NEXT_YEAR or material.sentence(every.start()) == material.sentence(
        some.start()
    ):
        return
    message = f"这里说还有人没有取得证件，另一处写“{every.group()}”，请核对。"
    yield Seen(_KIND, Severity.WARNING, some.start(), some.end(), message, (every.span(),))
