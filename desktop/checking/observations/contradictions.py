"""One passage says there was none, another says how many; a deputy called the first responsible person."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from re import Pattern
from re import compile as pattern

from desktop.checking.observations.consequences import told_of
from desktop.checking.observations.exchanged import exchanged
from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.observations.rates import repeated_rates
from desktop.checking.observations.repeated_figures import repeated_figures
from desktop.checking.observations.wholes import wholes
from desktop.checking.observations.years import years_in
from desktop.checking.result import Severity
from desktop.packs.observation_model import ContradictionWords, Topic
from desktop.reading.draft import Role

_KIND = "contradiction"
_REACH = 30
_NEW_REACH = 6
"""Where no new cases came in, those of last year can still be heard."""
_TO_NUMBER = pattern(
    "^(?:案件|申请|案|书|事项|决定书|决定)?(?:总数|数量|数|量)?(?:共计|共|计|达到|达|为|有|了|:|,共|合计)*$"
)
_FROM_NUMBER = pattern("^(?:新|的|一审|二审)?$")
_ZERO = pattern("^(?:案件|申请|案|书|事项)?(?:发生)?(?:数量|数|量)?(?:均)?(?:为)?(?:零|0)(?![.0-9])")
_EARLIER = pattern("上年|去年|往年|同期|以来|上一年|前年")
_POINTS_OUT = pattern("(?:书)?中?(?:指出|提出|反映|反馈)的")
_WIDE = pattern("全市|全县|全区|全省|市本级|复议机关|各级|市县|市政府|县政府|区政府|全系统")
_OWN = pattern("我局|本局|我委|本委|本机关|本单位|我单位|我办|我镇|我乡|我街道|被申请人|本部门|我县|我市|我区|街道")
_FIRST_IS = pattern("(?:为|是|任|担任|作为|当|做)(?:法治建设|法治政府建设|行政执法|依法行政|执法工作)?$")


@dataclass(frozen=True, eq=False)
class _Ready:
    """The lists of contradiction.yaml as patterns."""

    none: Pattern[str]
    none_signs: frozenset[str]
    after_none: Pattern[str]
    qualified: Pattern[str]


@lru_cache(maxsize=4)
def _prepared(words: ContradictionWords) -> _Ready:
    said = "|".join(sorted((word for topic in words.topics for word in topic.words), key=len, reverse=True)) or "(?!)"
    none = "|".join(sorted(words.none, key=len, reverse=True)) or "(?!)"
    fillers = "|".join(sorted(words.fillers, key=len, reverse=True)) or "(?!)"
    thing = f"(?:{said})(?:案件|申请|书)?"
    return _Ready(
        pattern(f"(?:{none})(?:{fillers}){{0,3}}(?:{thing}(?:、|和|及|与|或|以及|及其)){{0,5}}$"),
        frozenset(word[-1] for word in words.none),
        pattern(
            rf"(?:案件|申请|案|书|事项|请求)?(?:(?:、|和|及|与|或|以及)(?:{thing}|[\u4e00-\u9fff]{{2,8}}?)(?=[、和及与或发,;。\n]|案件|$))*"
            r"(?:案件|申请|事项)?(?:的)?(?:发生|情况|情形|产生|需要[\u4e00-\u9fff]{0,6})?(?=[,;。:)\n]|$)"
        ),
        pattern("|".join(words.qualifiers) or "(?!)"),
    )


def contradiction(material: Material) -> Iterator[Seen]:
    """Passages that cannot both be true."""
    words = material.words.contradiction
    for topic in words.topics:
        yield from _none_and_some(topic, material)
    yield from _without_power(material)
    yield from _wrong_first_responsible(material)
    told = list(repeated_figures(material))
    yield from told
    yield from (
        one for one in exchanged(material) if not any(one.start < other.end and other.start < one.end for other in told)
    )
    yield from repeated_rates(material)
    yield from wholes(material)


def mentions(words: tuple[str, ...], material: Material) -> list[Stretch]:
    """Where any of ``words`` stands, the longest at each place, outside titles in 《》."""
    found: dict[int, int] = {}
    ends: dict[int, int] = {}
    for word in material.met(words):
        for at in material.places(word):
            found[at] = max(found.get(at, 0), at + len(word))
    for start in sorted(found):
        end = found[start]
        ends[end] = min(ends.get(end, start), start)
    kept = sorted((start, end) for end, start in ends.items())
    return [one for one in kept if not material.clauses.title_around(*one)]


def _none_and_some(topic: Topic, material: Material) -> Iterator[Seen]:
    places = mentions(topic.words, material)
    none = [one for one in places if _says_none(one, topic, material)]
    if not none:
        return
    some = [found for found in (_says_some(one, topic, material) for one in places if one not in none) if found]
    sure = [(one, Severity.WARNING) for one in some]
    implied = list(_consequences(topic, material))
    for start, end in none:
        only_no_new = "新" in material.text[max(0, start - _NEW_REACH) : start]
        follows = [] if only_no_new else implied
        told = ((one, how) for one, how in chain(sure, follows) if _same_scope((start, end), one, material))
        against, severity = next(told, (None, Severity.WARNING))
        if against is None:
            continue
        clause = material.clauses.clause(start)
        low = max(clause[0], start - _REACH)
        high = min(clause[1], end + _REACH)
        while high > end and material.text[high - 1] in ",;。:\n":
            high -= 1
        message = f"这里说没有{topic.name}，另一处写有“{material.text[slice(*against)]}”，请核对。"
        yield Seen(_KIND, severity, low, high, message, (against,))
        return


def _consequences(topic: Topic, material: Material) -> Iterator[tuple[Stretch, Severity]]:
    """What there cannot be without ``topic``, told with a number."""
    for row in material.words.contradiction.follows:
        for place in mentions(row.words, material) if row.of == topic.name else ():
            told = told_of(place, row, material)
            if told is not None:
                yield told, Severity.NOTICE if row.doubtful else Severity.WARNING


def _says_none(place: Stretch, topic: Topic, material: Material) -> bool:
    """Whether the words at ``place`` are said not to have occurred."""
    text, ready = material.text, _prepared(material.words.contradiction)
    start, end = place
    said = text[end : end + 12]
    zero = "零" in said or "0" in said
    if not zero and ready.none_signs.isdisjoint(text[max(0, start - _REACH) : start]):
        return False
    low, high = material.clauses.clause(start)
    if material.role(start) in (Role.NEXT_YEAR, Role.OPENING):
        return False
    if zero and _ZERO.match(said):
        return not _is_qualified(text[low:start], topic, ready)
    before = text[max(low, start - _REACH) : start]
    if ready.none.search(before) is None:
        return False
    after = ready.after_none.match(text, end, min(high, end + _REACH))
    return after is not None and not _is_qualified(text[low : min(high, end + _REACH)], topic, ready)


def _is_qualified(words: str, topic: Topic, ready: _Ready) -> bool:
    """Whether something other than the topic itself is said not to have occurred: 无行政复议被撤销案件."""
    return any(found.group() not in topic.words for found in ready.qualified.finditer(words))


def _says_some(place: Stretch, topic: Topic, material: Material) -> Stretch | None:
    """The words that give a number of ``topic`` in the report year, None where there are none."""
    text = material.text
    start, end = place
    if topic.name.endswith("建议") and (told := _POINTS_OUT.match(text, end)):
        role = material.role(start)
        return (start, told.end()) if role in (Role.MEASURES, Role.SHORTCOMINGS) else None
    if material.amounts.first(start - 16, end + 12) is None:
        return None
    low, high = material.clauses.clause(start)
    if material.role(start) is Role.NEXT_YEAR:
        return None
    after = material.amounts.first(end, min(high, end + 12))
    found: Stretch | None = None
    if after and after.unit in topic.units and after.low > 0 and _TO_NUMBER.match(text[end : after.start]):
        found = (start, after.end)
    for one in material.amounts.between(max(low, start - 16), start):
        if one.unit in topic.units and one.low > 0 and one.end <= start and _FROM_NUMBER.match(text[one.end : start]):
            found = (one.start, end)
    if (
        found is None
        or material.amounts.between(end, end + 12)[:1]
        and found[0] != start
        and after
        and after.start == end
    ):
        return found if found and found[0] == start else None
    before = text[low : found[0]]
    if _EARLIER.search(before) or any(one.year != material.year for one in years_in(text, low, found[0])):
        return None
    if topic.doing and not any(word in text[max(low, found[0] - 12) : found[0]] for word in topic.doing):
        return None
    return max(low, found[0] - 8), found[1]


def _same_scope(none: Stretch, some: Stretch, material: Material) -> bool:
    """Whether the two passages can speak of the same unit: 我局无复议 beside 全市复议500件 is no contradiction."""
    first = material.text[slice(*material.clauses.clause(none[0]))]
    second = material.text[slice(*material.clauses.clause(some[0]))]
    return not ((_WIDE.search(second) and not _WIDE.search(first)) or (_WIDE.search(first) and _OWN.search(second)))


def _without_power(material: Material) -> Iterator[Seen]:
    """不承担行政执法职能 beside 行政处罚案件12件."""
    words = material.words.contradiction
    said = [(at, at + len(word)) for word in material.met(words.no_power) for at in material.places(word)]
    if not said:
        return
    topic = next(one for one in words.topics if one.name == words.power_shown_by)
    for place in mentions(topic.words, material):
        some = _says_some(place, topic, material)
        if some is not None:
            told = material.text[slice(*some)]
            message = f"这里说没有执法职权，另一处写有“{told}”，请核对。"
            yield Seen(_KIND, Severity.WARNING, *min(said), message, (some,))
            return


def _wrong_first_responsible(material: Material) -> Iterator[Seen]:
    """分管领导为第一责任人: only the head of the unit can be."""
    text, words = material.text, material.words.contradiction
    for at in material.places("第一责任人"):
        low = material.clauses.clause(at)[0]
        joined = _FIRST_IS.search(text[max(low, at - 12) : at])
        if joined is None:
            continue
        subject = text[max(low, at - 30) : at - len(joined.group())]
        subject = subject[max(subject.rfind(mark) for mark in "、(") + 1 :]
        who = next((one for one in words.deputies if subject.endswith(one)), None)
        sentence = text[slice(*material.sentence(at, 80))]
        if who is not None and not any(one in sentence for one in words.other_duties):
            start = max(low, at - 30)
            message = f"推进法治建设第一责任人是党政（单位）主要负责人，这里写成了“{who}”，请核对。"
            yield Seen(_KIND, Severity.WARNING, start, at + 5, message)
