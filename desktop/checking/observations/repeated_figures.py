"""The same figure given twice with different values: 行政处罚案件1642件 … 1624件处罚案件; 执法人员14名 … 仅11名."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from re import Pattern
from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.figures import is_exchange, is_slip, plain
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.same_phrases import same_phrases
from desktop.checking.result import Severity
from desktop.packs.observation_model import ContradictionWords, Quantity
from desktop.reading.draft import Role

_KIND = "contradiction"
_CONTEXT = 26
_TO_NUMBER = pattern(
    "^(?:团队|队伍|团|库|总数|数量|数)?(?:成员)?(?:共计|共有|现有|目前有|共|计|达到|达|为|有|仅有|仅|只有|了|:|已达|合计|累计|、提案)*$"
)
_FROM_NUMBER = pattern(
    "^(?:的|执业律师担任|律师担任|专职律师担任|执业律师作为|律师作为)?(?:本局|我局|街道|镇|县政府|政府|常年|外聘)?$"
)
_OTHER_YEAR = pattern("20[0-9]{2}年|上年|去年|往年|同期|以来")
_EXPLAINED = pattern(
    "增至|增加到|减至|减少到|调整为|上升到|下降到|由原来|原有|截至[0-9]{1,2}月|上半年|下半年|季度|月底"
)
_STOPS = (",", ";", "。", "、", "\n")
_NOTHING_MORE = pattern("(?:目前|现|共|有|单位|机关|\\n)*")
_KNOWN = pattern("(?:制定|制发|印发|出台|办理|审查|审核|受理|收到|查处|承办)的(?=[0-9])")
_EQUIPPED = pattern(
    "^(?:(?![新增购添])[^0-9]){0,24}(?P<doing>配备|现有|共有|配有|拥有)(?:[^、,;0-9]{2,10}[0-9]{1,4}[台部套个架辆]、)+$"
)
"""What stands before a later member of a row: 配备执法记录仪48台、无人机3架."""
_ADDED = pattern("新增|新配|新购|新添|购置|购买|采购|添置|增配|更新")
_MOVED = pattern("调出|调离|调入|退休|辞职|离职|离岗|招录|新进|换届|增补|扩充|划转|划入|划出|转隶|报废|更新换代")
"""Words that explain why a figure changed in the course of the year."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place that gives a quantity.

    ``before`` is its clause up to words and amount, ``told`` that and what stands between the two, ``around``
    the words and what stands on either side.
    """

    amount: Amount
    words: str
    before: str
    told: str
    around: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class _Ready:
    whole_staff: Pattern[str]
    whole_cases: Pattern[str]
    subset: Pattern[str]
    scope: Pattern[str]
    own: Pattern[str]
    stages: tuple[Pattern[str], ...]


@lru_cache(maxsize=4)
def _prepared(words: ContradictionWords) -> _Ready:
    def any_of(group: tuple[str, ...]) -> Pattern[str]:
        return pattern("|".join(sorted(group, key=len, reverse=True)) or "(?!)")

    stages = tuple(any_of(group) for group in words.stages)
    whole = any_of(words.whole_staff), any_of(words.whole_cases)
    return _Ready(*whole, any_of(words.subset), any_of(words.scopes), any_of(words.own_scopes), stages)


def repeated_figures(material: Material) -> Iterator[Seen]:
    """Quantities of the report year that two passages give differently."""
    ready = _prepared(material.words.contradiction)
    taken: set[int] = set()
    for quantity in material.words.contradiction.quantities:
        found = [one for one in _mentions(quantity, material, taken) if not _is_subset(one, ready)]
        if quantity.staff:
            found = [one for one in found if _stage(one, ready) is None]
        told: set[int] = set()
        for first, second in combinations(found[:12], 2):
            severity = _differ(quantity, first, second, ready, material)
            if severity is None or second.start in told:
                continue
            told.add(second.start)
            other = (first.start, first.end)
            stated = f"{plain(first.amount.value)}{first.amount.unit}"
            message = f"{quantity.name}前面写{stated}，这里写{plain(second.amount.value)}{second.amount.unit}，请核对。"
            yield Seen(_KIND, severity, second.start, second.end, message, (other,))
    yield from same_phrases(material, taken)


def _mentions(quantity: Quantity, material: Material, taken: set[int]) -> list[_Mention]:
    """Where ``quantity`` is given with an exact figure; each figure belongs to the first quantity that claims it."""
    text = material.text
    found: dict[int, _Mention] = {}
    for word in sorted(material.met(quantity.words), key=len, reverse=True):
        for at in material.places(word):
            end = at + len(word)
            amount, low, high = _beside(at, end, quantity, material)
            if amount is None or amount.start in taken or amount.start in found or not amount.exact:
                continue
            clause = material.clauses.clause(low)[0]
            before = text[max(clause, low - _CONTEXT, text.rfind("、", clause, low) + 1) : low]
            if material.in_table(at) or material.clauses.title_around(at, end) or material.role(at) is Role.NEXT_YEAR:
                continue
            if quantity.doing and not any(verb in before for verb in quantity.doing):
                continue
            after = text[high : min(material.clauses.clause(high - 1)[1], high + 8)]
            start = max(clause, low - 10)
            if quantity.staff and _ADDED.search(text[clause:low]):
                continue
            led = _EQUIPPED.search(text[clause:low]) if quantity.staff else None
            told = (led["doing"] if led else "") + before + text[low:high].replace(word, "")
            found[amount.start] = _Mention(amount, word, before, told, before + word + after, start, high)
    taken |= set(found)
    return sorted(found.values(), key=lambda one: one.start)


def _beside(start: int, end: int, quantity: Quantity, material: Material) -> tuple[Amount | None, int, int]:
    """The amount that belongs to the words, and where words and amount begin and end together."""
    text = material.text
    if material.amounts.first(max(0, start - 24), end + 10) is None:
        return None, start, end
    after = material.amounts.first(end, end + 10)
    if after is not None and after.unit in quantity.units and _TO_NUMBER.match(text[end : after.start]):
        return after, start, after.end
    for one in material.amounts.between(max(0, start - 24), start):
        if one.unit in quantity.units and one.end <= start and _FROM_NUMBER.match(text[one.end : start]):
            return one, one.start, end
    return None, start, end


def _is_subset(one: _Mention, ready: _Ready) -> bool:
    return ready.subset.search(one.around.replace(one.words, "")) is not None or (
        _OTHER_YEAR.search(one.before) is not None or _EXPLAINED.search(one.around) is not None
    )


def _differ(
    quantity: Quantity, first: _Mention, second: _Mention, ready: _Ready, material: Material
) -> Severity | None:
    """How sure it is that two mentions mean the same thing and disagree; None where they need not."""
    one, other = first.amount, second.amount
    if one.may_be(other.low, other.high) or one.family != other.family:
        return None
    sentences = material.sentence(first.start), material.sentence(second.start)
    if sentences[0] == sentences[1] or any(_MOVED.search(material.text, *one) for one in sentences):
        return None
    scopes = [ready.scope.search(ready.own.sub("", mention.before)) for mention in (first, second)]
    if scopes[0] and scopes[1] and scopes[0].group() != scopes[1].group():
        return None
    stages = [_stage(mention, ready) for mention in (first, second)]
    if None not in stages and stages[0] != stages[1]:
        return None
    larger, smaller = max(one.low, other.low), min(one.low, other.low)
    whole = ready.whole_staff if quantity.staff else ready.whole_cases
    told_whole = sum(whole.search(mention.told) is not None or _is_known(mention) for mention in (first, second))
    bare = quantity.staff and told_whole < 2 and all(_is_bare(mention, whole, ready) for mention in (first, second))
    if one.low % 1 == 0 and other.low % 1 == 0 and larger >= 10:
        exchanged = is_exchange(int(one.low), int(other.low))
        if exchanged and (larger >= 100 or told_whole):
            return Severity.WARNING if larger >= 100 or told_whole == 2 else Severity.NOTICE
        if larger >= 100 and is_slip(int(one.low), int(other.low)):
            return Severity.WARNING if larger >= 1000 else Severity.NOTICE
    if bare and (scopes[0] is None) == (scopes[1] is None) and smaller > 0:
        return Severity.NOTICE
    same = told_whole == 2 and (quantity.staff or stages[0] == stages[1])
    if same and (scopes[0] is None) == (scopes[1] is None) and smaller > 0:
        sure = first.words == second.words and not any(_is_known(mention) for mention in (first, second))
        return Severity.WARNING if sure else Severity.NOTICE
    return None


def _is_bare(one: _Mention, whole: Pattern[str], ready: _Ready) -> bool:
    """Whether nothing, or nothing but words for the whole unit, stands before a figure of staff."""
    if whole.search(one.told) is not None:
        return True
    after = one.around[len(one.before) + len(one.words) :][:1]
    alone = one.amount.end == one.end and (not after or after in _STOPS)
    return alone and _NOTHING_MORE.fullmatch(ready.own.sub("", one.before)) is not None


def _is_known(one: _Mention) -> bool:
    """制发的16件规范性文件中: speaks of what has been told, all of it."""
    return _KNOWN.search(one.told) is not None


def _stage(one: _Mention, ready: _Ready) -> int | None:
    """The last kind of doing named before the words, None where there is none."""
    best = -1
    stage = None
    for number, verbs in enumerate(ready.stages):
        for match in verbs.finditer(one.before):
            if match.end() > best:
                best, stage = match.end(), number
    return stage
