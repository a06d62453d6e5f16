"""A whole and its parts: 共31件，其中A 20件、B 11件; A 20件和B 11件，共31件; 31件…，办结29件，其余2件.

Writers state parts in many ways, so every sensible reading is tried first; only when none of them adds up
is the plainest one reported. Parts that need not be all (closed by 等, or far below the whole) stay unsaid.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import compile as pattern

from desktop.checking.observations.amounts import Amount, same_thing
from desktop.checking.observations.figures import added, shown, slip_explains
from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.result import Severity
from desktop.packs.observation_model import ArithmeticWords, Partition

_KIND = "arithmetic"
_REACH = 400
_LABEL = 60
_MANY = 30
_ENDS_LIST = pattern(
    "同比|[比较](?:上|去|20)|上年|去年|均[已为按获在]|全部|都已|累计|合计|总计|共计|共(?=[0-9])|此外|另有|另外|同时|平均|每[个年月人件]"
    "|率[为达]?[0-9]|人均|提出|发出|下发|召开"
)
_OPEN_LIST = pattern("^[^,;。)]{0,10}等|^[^,;。)]{0,16}等[,;。)]")
_OPEN_MARK = pattern("主要|包括但|较大|典型|重点|影响|涉及|仅|有")
_TOTAL = pattern(r"(?:共计|合计|总计|总共|共)(?:为|达|有|是)?(?=[0-9两三四五六七八九十百])")
_REST = ("剩余", "其余", "余下", "剩下", "尚余", "还剩")
_STOPS = pattern("[,;、。)\n]")
_JOINS = pattern(r"[,;、(和及与:]")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A whole with the parts that are said of it, and how the parts were told: 其中, 共, 其余, a partition."""

    whole: Amount
    parts: tuple[Amount, ...]
    told: str
    complete: bool
    start: int


def sums(material: Material) -> Iterator[Seen]:
    """Wholes whose parts do not add up."""
    told: set[Stretch] = set()
    for claim in _claims(material):
        seen = _judged(claim, material)
        if seen is None or any(seen.start < end and start < seen.end for start, end in told):
            continue
        told.add((seen.start, seen.end))
        yield seen


def _claims(material: Material) -> Iterator[_Claim]:
    text = material.text
    for mark in material.places("其中"):
        yield from _after_mark(mark, mark + 2, material)
    for amount in material.amounts.all:
        after = text[amount.end : amount.end + 1]
        if after and after in ":(" and not text.startswith("其中", amount.end + 1):
            yield from _after_mark(amount.end, amount.end + 1, material)
    for word in ("共", "合计", "总计"):
        for mark in material.places(word):
            found = _TOTAL.match(text, mark)
            if found:
                yield from _before_total(mark, found.end(), material)
    for word in _REST:
        for mark in material.places(word):
            yield from _with_rest(mark, mark + len(word), material)
    yield from _partitioned(material)


# --- 其中 ---------------------------------------------------------------------------------------------------------


def _after_mark(mark: int, after: int, material: Material) -> Iterator[_Claim]:
    """What is said after 其中, a colon or an opening bracket of a whole before it."""
    text = material.text
    region = _region(mark, after, material)
    inside = [one for one in material.amounts.between(after, region[1])[:_MANY] if one.family not in ("%", "百分点")]
    if not inside or inside[0].start - after > _LABEL or _rated(inside[0], text):
        return
    wholes = _wholes_before(mark, inside[0], material)
    if not wholes:
        return
    parts = [one for one in inside if same_thing(one, inside[0])]
    level = [one for one in parts if _depth(text, after, one.start) == 0]
    level = _without_nested(level or parts, after, region[1], text)
    readings = [level, parts, [one for one in level if not one.chinese]]
    if any(_adds_up(whole, reading) for whole in wholes for reading in readings):
        return
    if text[mark] in ":(" and len(level) < 2:
        return
    natural = _natural([one for one in level if one.chinese == wholes[0].chinese or not wholes[0].exact], after, text)
    if not natural:
        return
    if len(natural) == 1 and any(one.high >= natural[0].low for one in wholes):
        return
    whole = min(wholes, key=lambda one: abs(one.low - sum(part.low for part in natural)))
    if len(natural) > 1 and _may_overlap(natural, after, material):
        return
    closed = not _OPEN_LIST.match(text, natural[-1].end) and not _OPEN_MARK.match(text, after)
    start = material.clauses.clause(whole.start)[0]
    yield _Claim(whole, tuple(natural), "其中" if text.startswith("其中", mark) else "所列", closed, start)


def _region(mark: int, after: int, material: Material) -> Stretch:
    """Where the parts can stand: to the end of the sentence, or to the bracket that closes around ``mark``."""
    text = material.text
    end = min(material.sentence(after)[1] if after < len(text) else after, after + _REACH)
    opened = text.rfind("(", max(0, mark - 8), after)
    if opened >= 0 and ")" not in text[opened:mark]:
        closing = _closing(text, after, end)
        end = closing if closing >= 0 else end
    return after, end


def _closing(text: str, start: int, end: int) -> int:
    depth = 0
    for index in range(start, end):
        if text[index] == "(":
            depth += 1
        elif text[index] == ")":
            if depth == 0:
                return index
            depth -= 1
    return -1


def _depth(text: str, start: int, index: int) -> int:
    return max(0, text.count("(", start, index) - text.count(")", start, index))


def _wholes_before(mark: int, part: Amount, material: Material) -> list[Amount]:
    """What the parts can be parts of, nearest first: amounts of one kind in this sentence or the one before."""
    text = material.text
    start = material.sentence(mark)[0]
    opens = mark == start
    if opens and mark > 0 and text[mark - 1] == "。":
        start = material.sentence(mark - 1)[0]
    before = [one for one in material.amounts.between(start, mark) if one.end <= mark and same_thing(one, part)]
    return before[::-1][:4]


def _without_nested(parts: list[Amount], start: int, end: int, text: str) -> list[Amount]:
    """``parts`` without those told after another 其中, which are parts of a part."""
    inner = text.find("其中", start, end)
    if inner < 0:
        return parts
    outer = [one for one in parts if one.start < inner]
    if not outer:
        return parts
    nested = [one for one in parts if one.start >= inner]
    stop = text.find(";", inner, end)
    for count in range(1, len(nested) + 1):
        if sum(one.low for one in nested[:count]) == outer[-1].low:
            return outer + nested[count:]
    return outer + [one for one in nested if 0 <= stop < one.start]


def _natural(parts: list[Amount], start: int, text: str) -> list[Amount]:
    """The parts up to the first that is told in another manner."""
    kept: list[Amount] = []
    at = start
    for one in parts:
        gap = text[at : one.start]
        if len(gap) > _LABEL or _ENDS_LIST.search(gap) or _rated(one, text) or (kept and not _JOINS.search(gap)):
            break
        kept.append(one)
        at = one.end
    return kept


def _may_overlap(parts: list[Amount], start: int, material: Material) -> bool:
    """Whether one thing can be counted in two parts: 本科50人、35岁以下20人."""
    words = material.words.arithmetic
    kinds = set()
    for one in parts:
        label = _label(one, start, material.text)
        start = one.end
        if any(word in label for word in words.overlapping):
            return True
        kinds.add(next((index for index, row in enumerate(words.dimensions) if any(w in label for w in row)), -1))
    return len(kinds) > 1


def _label(one: Amount, start: int, text: str) -> str:
    """The words around an amount that say what it counts."""
    tail = _STOPS.search(text, one.end, one.end + 12)
    return text[max(start, one.start - 24) : tail.start() if tail else one.end + 12]


def _rated(one: Amount, text: str) -> bool:
    """Whether an amount is a rate (每, 平均) rather than a count."""
    return text[one.start - 1 : one.start] in ("每", "均") or text[max(0, one.start - 6) : one.start].find("平均") >= 0


# --- 共 -----------------------------------------------------------------------------------------------------------


def _before_total(mark: int, after: int, material: Material) -> Iterator[_Claim]:
    """A和B，共31件: the parts stand before the whole."""
    text = material.text
    if mark == 0 or text[mark - 1] not in ",;、)" and not text[mark - 1].isalnum():
        return
    whole = next(iter(material.amounts.between(after, after + 1)), None)
    start = material.sentence(mark)[0]
    before = [one for one in material.amounts.between(start, mark) if one.end <= mark]
    if whole is None or not before or not same_thing(before[-1], whole) or mark - before[-1].end > 8:
        return
    if text[mark - 1] not in ",;、)" and mark - before[-1].end > 4:
        return
    parts = [one for one in before if same_thing(one, whole)][-_MANY:]
    if any(_adds_up(whole, parts[-count:]) for count in range(2, len(parts) + 1)):
        return
    natural = [parts[-1]]
    for one in parts[-2::-1]:
        gap = text[one.end : natural[0].start]
        if len(gap) > _LABEL or not pattern("[、和及与,]").search(gap) or _ENDS_LIST.search(gap) or ";" in gap:
            break
        natural.insert(0, one)
    if len(natural) < 2:
        return
    nearest = min(range(2, len(natural) + 1), key=lambda count: abs(sum(p.low for p in natural[-count:]) - whole.low))
    natural = natural[-nearest:]
    yield _Claim(whole, tuple(natural), "共", True, material.clauses.clause(natural[0].start)[0])


# --- 其余 ---------------------------------------------------------------------------------------------------------


def _with_rest(mark: int, after: int, material: Material) -> Iterator[_Claim]:
    """47个…已销号45个，其余2个: what is done and what is left make the whole."""
    text = material.text
    rest = next((one for one in material.amounts.between(after, after + 8)), None)
    if rest is None or pattern("[,;。]").search(text, after, rest.start):
        return
    start = max(material.sentence(mark)[0], mark - 160)
    before = [one for one in material.amounts.between(start, mark) if one.end <= mark and one.family == rest.family]
    before = before[-8:]
    if len(before) < 2 or mark - before[-1].end > 30 or "其中" in text[before[0].end : mark]:
        return
    for index, whole in enumerate(before[:-1]):
        if any(_adds_up(whole, [*before[index + 1 : last], rest]) for last in range(index + 2, len(before) + 1)):
            return
        if _adds_up(whole, [before[-1], rest]):
            return
    whole = before[-2]
    between = text[whole.end : before[-1].start]
    if len(between) > _LABEL or _ENDS_LIST.search(between) or before[-1].low > 1.1 * whole.high:
        return
    yield _Claim(whole, (before[-1], rest), "其余", True, material.clauses.clause(whole.start)[0])


# --- 优秀、合格、不合格 ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _closing_words(words: ArithmeticWords) -> tuple[tuple[str, Partition], ...]:
    return tuple((word, one) for one in words.partitions for word in one.closing)


def _partitioned(material: Material) -> Iterator[_Claim]:
    """320卷，优秀96卷、合格211卷、不合格13卷: no mark, but the words divide a whole."""
    text = material.text
    for word, partition in _closing_words(material.words.arithmetic):
        for at in material.places(word):
            sentence = material.sentence(at)
            amounts = list(material.amounts.between(*sentence))
            index = _labelled(word, at, amounts, text)
            if index is not None:
                yield from _run(index, amounts, partition, sentence, material)


def _labelled(word: str, at: int, amounts: list[Amount], text: str) -> int | None:
    """The index of the amount that the word at ``at`` labels, the one after it before the one ahead of it."""
    for index, one in enumerate(amounts):
        if 0 <= one.start - at - len(word) <= 6 and not _STOPS.search(text, at, one.start):
            return index
    for index, one in enumerate(amounts):
        if 0 <= at - one.end <= 4 and not _STOPS.search(text, one.end, at):
            return index
    return None


def _run(
    index: int, amounts: list[Amount], partition: Partition, sentence: Stretch, material: Material
) -> Iterator[_Claim]:
    text = material.text
    family = amounts[index].family

    def belongs(number: int) -> bool:
        one = amounts[number]
        if one.family != family:
            return False
        low = amounts[number - 1].end if number else sentence[0]
        label = text[max(low, one.start - 14) : one.end]
        label = label[max(label.rfind(mark) for mark in ",;、") + 1 :]
        high = amounts[number + 1].start if number + 1 < len(amounts) else sentence[1]
        tail = pattern("[,;、。]").split(text[one.end : min(high, one.end + 12)])[0]
        return any(word in label or word in tail for word in (*partition.parts, *partition.closing))

    first = last = index
    while first > 0 and belongs(first - 1):
        first -= 1
    while last + 1 < len(amounts) and belongs(last + 1):
        last += 1
    run = amounts[first : last + 1][:_MANY]
    if first == 0 or len(run) < 2 or amounts[first - 1].family != family:
        return
    whole = amounts[first - 1]
    earlier = [one for one in amounts[:first] if one.family == family][-4:]
    closing = index - first
    readings = [run[low:high] for low in range(closing + 1) for high in range(closing + 1, len(run) + 1)]
    if any(_makes(one, reading) for one in earlier for reading in readings):
        return
    gap = text[whole.end : run[0].start]
    if len(gap) > _LABEL or "其中" in gap or _ENDS_LIST.search(text[max(sentence[0], whole.start - 6) : whole.start]):
        return
    yield _Claim(whole, tuple(run), "分项", len(run) > 2, material.clauses.clause(whole.start)[0])


# --- judging ------------------------------------------------------------------------------------------------------


def _adds_up(whole: Amount, parts: Iterable[Amount]) -> bool:
    """Whether the first parts of a reading, two or more or all of them, can make the whole."""
    low = high = 0.0
    count = 0
    for count, part in enumerate(parts, 1):
        low, high = low + part.low, high + part.high
        if count >= 2 and whole.may_be(low, high):
            return True
    return count == 1 and whole.may_be(low, high)


def _makes(whole: Amount, parts: list[Amount]) -> bool:
    """Whether all of ``parts`` together can make the whole."""
    return whole.may_be(sum(one.low for one in parts), sum(one.high for one in parts))


def _judged(claim: _Claim, material: Material) -> Seen | None:
    whole, parts = claim.whole, claim.parts
    low, high = sum(one.low for one in parts), sum(one.high for one in parts)
    if whole.low <= 0 or low == float("inf"):
        return None
    over = low > whole.high
    if not over and (not claim.complete or high >= whole.low):
        return None
    severity = _severity(claim, over, low if over else high)
    if severity is None:
        return None
    end = max(whole.end, parts[-1].end)
    return Seen(_KIND, severity, min(claim.start, parts[0].start), end, _message(claim, over, material))


def _severity(claim: _Claim, over: bool, total: float) -> Severity | None:
    """How sure it is that the parts were meant to make the whole; None where it is not likely enough."""
    whole, parts = claim.whole, claim.parts
    share = total / whole.value
    slip = whole.exact and slip_explains(whole, parts)
    if over:
        if len(parts) == 1:
            single = whole.exact and parts[0].exact and whole.unit == parts[0].unit
            return Severity.WARNING if single and whole.family not in ("次", "人次") else None
        return Severity.WARNING if share <= 1.5 or slip else None
    if len(parts) == 1:
        return None
    if claim.told in ("共", "其余") or share >= 0.9 or (slip and share >= 0.75 and whole.low >= 200):
        return Severity.WARNING if share >= 0.6 else None
    return Severity.NOTICE if len(parts) >= 3 and share >= 0.7 else None


def _message(claim: _Claim, over: bool, material: Material) -> str:
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
