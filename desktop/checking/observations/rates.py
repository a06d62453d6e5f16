"""One rate of the year given twice: 出庭率84.6% … 在今年91.3%的基础上."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern, escape
from re import compile as pattern

from desktop.checking.observations.amounts import Amount
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.subjects import subject_of
from desktop.checking.result import Severity
from desktop.checking.squeeze import squeeze_words
from desktop.packs.observation_model import ContradictionWords, Rate
from desktop.reading.draft import Role

_KIND = "contradiction"
_OTHER = pattern(
    "上年|去年|同期|同比|以前|原来|不低于|不少于|以上|目标|力争|要求|确保|提升至|提高到|达标|国家|全省|全市|其中|部分|[0-9]月|季度|20[0-9]{2}年"
)
_THIS_YEAR = pattern("今年|本年度?|目前|现有")
_REACH = 40


@dataclass(frozen=True, eq=False)
class _Ready:
    """The rates of contradiction.yaml: a pattern of all their words, and each word with its rate."""

    names: Pattern[str]
    rate_of: dict[str, Rate]


@lru_cache(maxsize=4)
def _prepared(words: ContradictionWords) -> _Ready:
    rate_of = {squeeze_words(word): rate for rate in words.rates for word in (rate.name, *rate.also)}
    longest_first = sorted(rate_of, key=len, reverse=True)
    return _Ready(pattern(f"(?P<name>{'|'.join(map(escape, longest_first)) or '(?!)'})率"), rate_of)


def repeated_rates(material: Material) -> Iterator[Seen]:
    """Rates of the year itself that two sentences give differently."""
    text, ready = material.text, _prepared(material.words.contradiction)
    found: dict[str, list[tuple[Amount, int]]] = {}
    for one in material.amounts.all:
        if one.family != "%" or not one.exact or material.in_table(one.start):
            continue
        start, end = material.clauses.clause(one.start)
        start, end = max(start, one.start - _REACH), min(end, one.end + _REACH)
        names = list(ready.names.finditer(text, start, one.start))
        if not names or one.start - names[-1].end() > 8 or len(names) > 1:
            continue
        future = material.role(one.start) is Role.NEXT_YEAR
        around = text[start:end]
        if _OTHER.search(_THIS_YEAR.sub("", around) if future else around) and not (
            future and _THIS_YEAR.search(around)
        ):
            continue
        if future and not _THIS_YEAR.search(text, start, one.start):
            continue
        rate = ready.rate_of[names[-1]["name"]]
        key = rate.name if rate.whole else text[max(start, names[-1].start() - 6) : names[-1].start()] + rate.name
        if rate.whole or names[-1].start() - start >= 2:
            found.setdefault(key, []).append((one, names[-1].start()))
    for mentions in found.values():
        first, at = mentions[0]
        for other, place in mentions[1:]:
            if material.sentence(at) == material.sentence(place) or first.may_be(other.low, other.high):
                continue
            whose = subject_of(at, material), subject_of(place, material)
            if all(whose) and whose[0].isdisjoint(whose[1]):
                continue
            stated = text[first.start : first.end], text[other.start : other.end]
            message = f"前面写“{text[at : first.start]}{stated[0]}”，这里写{stated[1]}，请核对。"
            low = material.clauses.clause(place)[0]
            yield Seen(_KIND, Severity.NOTICE, max(low, place - 12), other.end, message, ((at, first.end),))
            break
