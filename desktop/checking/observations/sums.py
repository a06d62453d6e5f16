"""A whole and its parts: 共31件，其中A 20件、B 11件; A 20件和B 11件，共31件; 31件…，办结29件，其余2件.

Writers state parts in many ways, so every sensible reading is tried first; only when none of them adds up
is the plainest one reported. Parts that need not be all (closed by 等, or far below the whole) stay unsaid.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from re import compile as pattern

from desktop.checking.observations.amounts import Amount, same_thing
from desktop.checking.observations.claims import LONGEST_LABEL, MANY, STOPS, Claim, adds_up, ends_list, judged, makes
from desktop.checking.observations.material import Material, Seen, Stretch, thinned
from desktop.checking.observations.partitions import partitions

_REACH = 400
_CROWD = 12
_OPEN_LIST = pattern("^[^,;。)]{0,10}等|^[^,;。)]{0,16}等[,;。)]")
_OPEN_MARK = pattern("主要|包括但|较大|典型|重点|影响|涉及|仅|有")
_CLOSED = pattern("(?:审结|办结|结案)(?:案件)?(?:了|共)?$")
_STILL_OPEN = pattern("正在|尚|未|在办|不予|其他|另|上年|去年|结转|同时|超期")
_EARLIER = pattern("去年|上年|同期|20[0-9]{2}年的?$")
_TOTAL = pattern(r"(?:共计|合计|总计|总共|共)(?:为|达|有|是)?(?=[0-9两三四五六七八九十百])")
_LONGEST_TAIL = 16
_NAME_OF_KIND = 4
"""So much behind a figure can still be the name of a kind (40件维持原判); what is longer says something of it."""
_JOINS = pattern(r"[,;、(和及与:]")


def sums(material: Material) -> Iterator[Seen]:
    """Wholes whose parts do not add up."""
    told: set[Stretch] = set()
    for claim in _claims(material):
        seen = judged(claim, material)
        if seen is None or any(seen.start < end and start < seen.end for start, end in told):
            continue
        told.add((seen.start, seen.end))
        yield seen


def _claims(material: Material) -> Iterator[Claim]:
    text = material.text
    for mark in material.places("其中"):
        yield from _after_mark(mark, mark + 2, material)
    for word in material.words.arithmetic.divided:
        for mark in material.places(word):
            if text.startswith((",", ":"), mark + len(word)):
                yield from _after_mark(mark, mark + len(word) + 1, material)
    ends = [one.end for one in material.amounts.all if text[one.end : one.end + 1] in (":", "(")]
    for mark in thinned(ends, _CROWD):
        if not text.startswith("其中", mark + 1):
            yield from _after_mark(mark, mark + 1, material)
    for word in ("共", "合计", "总计"):
        for mark in material.places(word):
            found = _TOTAL.match(text, mark)
            if found:
                yield from _before_total(mark, found.end(), material)
    yield from partitions(material)


# --- 其中 ---------------------------------------------------------------------------------------------------------


def _after_mark(mark: int, after: int, material: Material) -> Iterator[Claim]:
    """What is said after 其中, a colon or an opening bracket of a whole before it."""
    text = material.text
    region = _region(mark, after, material)
    inside = [one for one in material.amounts.between(after, region[1])[:MANY] if one.family not in ("%", "百分点")]
    if not inside or inside[0].start - after > LONGEST_LABEL or _rated(inside[0], text):
        return
    wholes = _wholes_before(mark, inside[0], material)
    if not wholes:
        return
    parts = [one for one in inside if same_thing(one, inside[0])]
    level = [one for one in parts if _depth(text, after, one.start) == 0]
    level = _without_nested(level or parts, after, region[1], text)
    readings = [level, parts, [one for one in level if not one.chinese]]
    plainly = _natural(level, after, material)
    if _more_than_closed(wholes[0], plainly, mark, after, material):
        yield Claim(wholes[0], tuple(plainly), "其中", True, material.clauses.clause(wholes[0].start)[0])
        return
    if any(adds_up(whole, reading) for whole in wholes for reading in readings):
        yield from _beside(wholes, level, inside, mark, material)
        return
    if text[mark] in ":(" and len(level) < 2:
        return
    natural = _natural(
        [one for one in level if one.chinese == wholes[0].chinese or not wholes[0].exact], after, material
    )
    if not natural:
        return
    if len(natural) == 1 and any(one.high >= natural[0].low for one in wholes):
        return
    whole = _nearest(wholes, natural)
    if len(natural) > 1 and (_may_overlap(natural, after, material) or _at_once(natural, whole, material)):
        return
    closed = not _OPEN_LIST.match(text, natural[-1].end) and not _OPEN_MARK.match(text, after)
    start = material.clauses.clause(whole.start)[0]
    yield Claim(whole, tuple(natural), "其中" if text.startswith("其中", mark) else "所列", closed, start)


def _nearest(wholes: list[Amount], parts: list[Amount]) -> Amount:
    """The whole that parts are parts of: the one told last that has room for the largest, counted in their unit."""
    largest = max(one.low for one in parts)
    roomy = [one for one in wholes if one.high >= largest]
    alike = [one for one in roomy if one.unit == parts[0].unit]
    return next(iter(alike or roomy or wholes))


def _more_than_closed(whole: Amount, parts: list[Amount], mark: int, after: int, material: Material) -> bool:
    """Whether more is told of than was closed, each part closed: 收到11件，审结10件，其中维持9件、撤销2件."""
    text = material.text
    if not text.startswith("其中", mark) or mark - whole.end > 1 or len(parts) < 2:
        return False
    if any(not one.exact for one in (whole, *parts)) or sum(one.low for one in parts) <= whole.low:
        return False
    closed = _CLOSED.search(text, max(material.clauses.clause(whole.start)[0], whole.start - 8), whole.start)
    label = text[after : parts[-1].end + 4]
    alike = all(one.unit == whole.unit for one in parts)
    twice = any(word in label for word in material.words.arithmetic.counted_twice)
    return bool(closed) and alike and not _STILL_OPEN.search(label) and not twice


def _beside(
    wholes: list[Amount], level: list[Amount], inside: Sequence[Amount], mark: int, material: Material
) -> Iterator[Claim]:
    """1126处、31.5万平方米，其中412处、6.8万平方米，714处、25.7万平方米: the second figure of each pair."""
    amounts = material.amounts
    whole = next((one for one in wholes if len(level) > 1 and makes(one, level)), None)
    other = amounts.first(whole.end, whole.end + 3) if whole is not None else None
    if other is None or other.family in ("%", "百分点") or other.end > mark or whole is None:
        return
    pairs = [amounts.first(one.end, one.end + 3) for one in level]
    parts = tuple(one for one in pairs if one is not None and one.family == other.family and one in inside)
    if other.family != whole.family and len(parts) == len(level):
        yield Claim(other, parts, "成对", True, material.clauses.clause(whole.start)[0])


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
    before = [one for one in before if not _EARLIER.search(text[max(0, one.start - 8) : one.start])]
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


def _natural(parts: list[Amount], start: int, material: Material) -> list[Amount]:
    """The parts up to the first that is told in another manner, or counts another kind of thing."""
    text = material.text
    kept: list[Amount] = []
    at = start
    first_join = first_kind = -1
    for one in parts:
        gap = text[at : one.start]
        if len(gap) > LONGEST_LABEL or ends_list(gap) or _rated(one, text):
            break
        kind, join = _kind(one, at, material), _join(gap)
        if kept and (join < 0 or kind != first_kind or (len(kept) > 1 and join > first_join)):
            break
        if kept and _told_otherwise(kept[0], start, one, gap, text):
            break
        if len(kept) == 1:
            first_join = join
        first_kind = kind if not kept else first_kind
        kept.append(one)
        at = one.end
    return kept


def _told_otherwise(first: Amount, start: int, one: Amount, gap: str, text: str) -> bool:
    """Whether the first part goes on to say something and this one begins anew: 其中5个…列入清单，查摆个人问题10个."""
    if first.start != start or "," not in gap:
        return False
    goes_on = STOPS.match(text, first.end + 3) is None and text[first.end : first.end + 3].isalpha()
    return goes_on and len(gap[gap.rfind(",") + 1 :]) > 3 and STOPS.match(text, one.end) is not None


def _join(gap: str) -> int:
    """How widely two parts are set apart: 、 less than a comma, a comma less than a semicolon; -1 not at all."""
    if ";" in gap:
        return 2
    if "," in gap:
        return 1
    return 0 if _JOINS.search(gap) else -1


def _kind(one: Amount, start: int, material: Material) -> int:
    """What a part is told apart by (schooling, age, …), -1 where it is nothing in particular."""
    label = _label(one, start, material.text)
    rows = material.words.arithmetic.dimensions
    return next((index for index, row in enumerate(rows) if any(word in label for word in row)), -1)


def _may_overlap(parts: list[Amount], start: int, material: Material) -> bool:
    """Whether one thing can be counted in two parts: 涉企20件、当场处罚30件."""
    for one in parts:
        label = _label(one, start, material.text)
        start = one.end
        if any(word in label for word in material.words.arithmetic.overlapping):
            return True
    return False


def _at_once(parts: list[Amount], whole: Amount, material: Material) -> bool:
    """Whether the parts are told with what is true of each, which can be true of one thing at once.

    83项实现全程网办，42项可就近办; where they are more than the whole also 48件适用简易程序，30件当场缴纳.
    """
    text = material.text
    tails = []
    for one in parts:
        stop = STOPS.search(text, one.end, one.end + _LONGEST_TAIL)
        tails.append(text[one.end : stop.start() if stop else one.end + _LONGEST_TAIL])
    if any(tail.startswith(material.words.arithmetic.properties) for tail in tails):
        return True
    told = [tail[:2] for tail in tails if len(tail) > _NAME_OF_KIND]
    return len(set(told)) > 1 and sum(one.low for one in parts) > whole.high


def _label(one: Amount, start: int, text: str) -> str:
    """The words around an amount that say what it counts."""
    tail = STOPS.search(text, one.end, one.end + 12)
    label = text[max(start, one.start - 24) : one.start]
    label = label[max(label.rfind(mark) for mark in ",;") + 1 :]
    return label + text[one.start : tail.start() if tail else one.end + 12]


def _rated(one: Amount, text: str) -> bool:
    """Whether an amount is a rate (每, 平均) rather than a count."""
    return text[one.start - 1 : one.start] in ("每", "均") or text[max(0, one.start - 6) : one.start].find("平均") >= 0


# --- 共 -----------------------------------------------------------------------------------------------------------


def _before_total(mark: int, after: int, material: Material) -> Iterator[Claim]:
    """A和B，共31件: the parts stand before the whole."""
    text = material.text
    if mark == 0 or text[mark - 1] not in ",;、)" and not text[mark - 1].isalnum():
        return
    whole = material.amounts.first(after, after + 1)
    start = material.sentence(mark)[0]
    before = [one for one in material.amounts.between(start, mark) if one.end <= mark]
    if whole is None or not before or not same_thing(before[-1], whole) or mark - before[-1].end > 8:
        return
    if text[mark - 1] not in ",;、)" and mark - before[-1].end > 4:
        return
    parts = [one for one in before if same_thing(one, whole)][-MANY:]
    if any(adds_up(whole, parts[-count:]) for count in range(2, len(parts) + 1)):
        return
    natural = [parts[-1]]
    for one in parts[-2::-1]:
        gap = text[one.end : natural[0].start]
        if len(gap) > LONGEST_LABEL or not pattern("[、和及与,]").search(gap) or ends_list(gap) or ";" in gap:
            break
        natural.insert(0, one)
    if len(natural) < 2:
        return
    totals = list(accumulate(one.low for one in reversed(natural)))
    nearest = min(range(2, len(natural) + 1), key=lambda count: abs(totals[count - 1] - whole.low))
    natural = natural[-nearest:]
    yield Claim(whole, tuple(natural), "共", True, material.clauses.clause(natural[0].start)[0])
