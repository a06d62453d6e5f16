"""Parts told without 其中: what is done and what is left, 优秀、合格、不合格, figures in a row after a whole."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.claims import LONGEST_LABEL, MANY, STOPS, Claim, adds_up, ends_list, makes
from desktop.checking.observations.material import Material, Stretch
from desktop.packs.observation_model import ArithmeticWords, Partition

_REST = ("剩余", "其余", "余下", "剩下", "尚余", "还剩")
_MORE = ("还有", "尚有")
"""What is left, perhaps not all of it: only too much is a contradiction."""
_LEAST_WHOLE = 20
_ROW_JOIN = pattern("^[^,;。、\n]{0,16}[,;、:][^,;。、\n]{1,16}$")


def partitions(material: Material) -> Iterator[Claim]:
    """Wholes and parts that no word but the parts' own joins."""
    for word in (*_REST, *_MORE):
        for mark in material.places(word):
            yield from _with_rest(mark, mark + len(word), word in _REST, material)
    yield from _partitioned(material)
    yield from _rows(material)


# --- 其余 ---------------------------------------------------------------------------------------------------------


def _with_rest(mark: int, after: int, all_left: bool, material: Material) -> Iterator[Claim]:
    """47个…已销号45个，其余2个: what is done and what is left make the whole."""
    text = material.text
    rest = material.amounts.first(after, after + 8)
    if rest is None or pattern("[,;。]").search(text, after, rest.start):
        return
    start = max(material.sentence(mark)[0], mark - 160)
    before = [one for one in material.amounts.between(start, mark) if one.end <= mark and one.family == rest.family]
    before = before[-8:]
    if len(before) < 2 or mark - before[-1].end > 30 or "其中" in text[before[0].end : mark]:
        return
    for index, whole in enumerate(before[:-1]):
        if any(adds_up(whole, [*before[index + 1 : last], rest]) for last in range(index + 2, len(before) + 1)):
            return
        if adds_up(whole, [before[-1], rest]):
            return
    whole = before[-2]
    between = text[whole.end : before[-1].start]
    if len(between) > LONGEST_LABEL or ends_list(between) or before[-1].low > 1.1 * whole.high:
        return
    yield Claim(whole, (before[-1], rest), "其余", all_left, material.clauses.clause(whole.start)[0])


# --- 优秀、合格、不合格 ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _closing_words(words: ArithmeticWords) -> tuple[tuple[str, Partition], ...]:
    return tuple((word, one) for one in words.partitions for word in one.closing)


def _partitioned(material: Material) -> Iterator[Claim]:
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
        if 0 <= one.start - at - len(word) <= 6 and not STOPS.search(text, at, one.start):
            return index
    for index, one in enumerate(amounts):
        if 0 <= at - one.end <= 4 and not STOPS.search(text, one.end, at):
            return index
    return None


def _run(
    index: int, amounts: list[Amount], partition: Partition, sentence: Stretch, material: Material
) -> Iterator[Claim]:
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
    run = amounts[first : last + 1][:MANY]
    if first == 0 or amounts[first - 1].family != family:
        first, run = first + 1, run[1:]
    if len(run) < 2 or index < first:
        return
    whole = amounts[first - 1]
    earlier = [one for one in amounts[:first] if one.family == family][-4:]
    closing = index - first
    readings = [run[low:high] for low in range(closing + 1) for high in range(closing + 1, len(run) + 1)]
    if any(makes(one, reading) for one in earlier for reading in readings):
        return
    gap = text[whole.end : run[0].start]
    if len(gap) > LONGEST_LABEL or "其中" in gap or ends_list(text[max(sentence[0], whole.start - 6) : whole.start]):
        return
    yield Claim(whole, tuple(run), "分项", True, material.clauses.clause(whole.start)[0])


# --- 45件，公开20件，部分公开5件，…… -------------------------------------------------------------------------------


def _rows(material: Material) -> Iterator[Claim]:
    """A whole with three parts or more of its unit right behind it, one after the other and nothing else."""
    text, amounts = material.text, material.amounts.all
    for number, whole in enumerate(amounts):
        if whole.low < _LEAST_WHOLE or not whole.exact or whole.chinese:
            continue
        last = number
        while last - number < MANY and last + 1 < len(amounts) and _in_row(amounts[last], amounts[last + 1], text):
            last += 1
        if last - number < 3:
            continue
        row = amounts[number + 1 : _first_group(amounts, number + 1, last, text) + 1]
        if len(row) < 3 or not all(one.exact for one in row) or whole.low < max(one.low for one in row):
            continue
        lows, highs = accumulate(one.low for one in row), accumulate(one.high for one in row)
        if not any(whole.may_be(*sums) for size, sums in enumerate(zip(lows, highs, strict=True), 1) if size >= 3):
            yield Claim(whole, row[:MANY], "并列", True, material.clauses.clause(whole.start)[0])


def _first_group(amounts: tuple[Amount, ...], first: int, last: int, text: str) -> int:
    """Where a row ends whose figures are set apart by commas: at the first semicolon."""
    joins = [";" in text[amounts[at].end : amounts[at + 1].start] for at in range(first, last)]
    return first + joins.index(True) if True in joins[1:] and not joins[0] else last


def _in_row(one: Amount, after: Amount, text: str) -> bool:
    gap = text[one.end : after.start]
    joined = one.family == after.family and one.family not in ("%", "次", "人次", "百分点")
    return joined and _ROW_JOIN.match(gap) is not None and not ends_list(gap) and "其中" not in gap
