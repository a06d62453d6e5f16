"""The words by which a sentence, without any heading, turns to shortcomings, to plans or to the head's duties."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.reading.draft import Role
from desktop.reading.roles import LACK, NEXT

_SENTENCE_END = "。！？\n"
_NEXT_WORDS = tuple(NEXT.split("|")) + ("今后", "针对")
_NEXT = re.compile(
    f"(?:同时，|为此，|因此，|对此，|在)?(?:{NEXT}|今后)"
    "|针对[^。，]{0,4}(?:上述|以上|存在|这些|目前)[^。，]{0,12}(?:问题|不足|短板|差距|困难)[^。]{0,24}(?:将|下一步|拟)"
)
_YEAR = re.compile(r"\s{0,4}(?:在|进入)?((?:19|20)\d\d)\s{0,2}年")
_PLAN_WORDS = re.compile("将|要|继续|进一步|拟|打算|计划|重点|力争|着力|持续|加强|做好|抓好|以下|努力|深入|推进")
_HALT = ("，", "：")
_PLAN_NEAR = 120
_YEAR_PLAN = re.compile(
    "争取|力争|我[局县市区镇乡省州委院办旗]{1,3}将|街道将|将|拟|要|重点|打算|计划|继续|进一步"
    "|(?:工作|主要|重点)(?:举措|安排|任务|思路|工作)"
)
_LACK = re.compile(
    f"(?:还|仍|尚|也|依然|但|工作中|主要|建设中|中)存在[^。；\\n]{{0,24}}(?:{LACK})"
    f"|存在(?:着)?(?:以下|如下|一些|一定|不少|的主要)[^。；\\n]{{0,14}}(?:{LACK})"
    f"|(?:还有|仍有|尚有)[^。；\\n]{{0,16}}(?:差距|不足|短板|薄弱)"
    f"|(?:不足之处|主要不足|主要问题|存在的(?:主要)?(?:问题|不足))(?:有|是|表现|主要|：)"
)
_LACK_WORDS = ("存在", "还有", "仍有", "尚有", "不足", "主要问题")
_NO_LACK = re.compile("整改|已解决|逐一|排查|发现|反馈|督促|约谈|查摆|不存在|处罚|查处|检查|案件")
_MENDED = re.compile("[^。；\\n]{0,30}(?:已|全部|逐[一项]|完成|督促)[^。；，\\n]{0,6}(?:整改|解决|办结|销号)")
_FIRST = re.compile(
    "[^。；\\n]{0,24}(?:主要负责人|主要负责同志|主要领导|一把手|书记|局长|主任|镇长|乡长|县长|区长|市长)"
    "[^。；\\n]{0,30}(?:履行|落实|扛[牢起])[^。；\\n]{0,24}第一责任"
)
_DEMAND = re.compile("(?<!主)要|将|继续|进一步|压实|推动|督促|不断")
_SENTENCE_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Cue:
    """From ``start`` the text turns to ``role``; ``opens`` is true at the start of a paragraph."""

    start: int
    role: Role
    opens: bool


def plan_places(text: str, year: int | None) -> list[int]:
    """Where in ``text`` words of coming times stand, in order; ``year`` is the report's year."""
    coming = () if year is None else (str(year + 1),)
    return sorted({at for word in (*_NEXT_WORDS, *coming) for at in _places(text, word)})


def _speaks_of_plans(text: str, after: int, end: int) -> bool:
    halted = text[after : after + 1] in _HALT
    return halted or _PLAN_WORDS.search(text, after - 1, min(after + _PLAN_NEAR, end)) is not None


def plan_cues(text: str, start: int, end: int, places: Sequence[int], year: int | None) -> Iterator[Cue]:
    """Where sentences of the paragraph ``text[start:end]`` turn to what comes next; ``places`` are the whole text's."""
    first = bisect_left(places, start)
    if first == len(places) or places[first] >= end:
        return
    coming = str(year + 1) if year is not None else None
    inside = places[first : bisect_left(places, end)]
    for at in sorted({_sentence_start(text, start, place) for place in inside}):
        match = _NEXT.match(text, at, end)
        if match and _speaks_of_plans(text, match.end(), end):
            yield Cue(at, Role.NEXT_YEAR, at == start)
            continue
        dated = _YEAR.match(text, at, end)
        if dated and dated[1] == coming and _YEAR_PLAN.search(text, dated.end(), min(dated.end() + 60, end)):
            yield Cue(at, Role.NEXT_YEAR, at == start)


def lack_cues(text: str, start: int, end: int) -> Iterator[Cue]:
    """Where sentences of the paragraph ``text[start:end]`` begin to admit shortcomings."""
    paragraph = text[start:end]
    if not any(word in paragraph for word in _LACK_WORDS):
        return
    for match in _LACK.finditer(paragraph):
        at = _sentence_start(text, start, start + match.start())
        end = start + match.end()
        if not _NO_LACK.search(text, at, min(end, at + _SENTENCE_SHOWN)) and not _MENDED.match(text, end):
            yield Cue(at, Role.SHORTCOMINGS, at == start)
            return


def first_responsible_opens(text: str, start: int, end: int) -> bool:
    """True if the paragraph ``text[start:end]`` opens with the head's duty as first responsible person."""
    return _FIRST.match(text, start, end) is not None


def asks_of_first_responsible(text: str, start: int, end: int) -> bool:
    """True if the paragraph ``text[start:end]`` tells what the head is to do, not what was done."""
    match = _FIRST.match(text, start, end)
    return match is not None and _DEMAND.search(match[0]) is not None


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _sentence_start(text: str, start: int, at: int) -> int:
    """Where the sentence that holds ``at`` begins, not before ``start``."""
    begin = max(text.rfind(sign, max(start, at - 400), at) for sign in _SENTENCE_END) + 1
    return begin if begin > 0 else start if at - start <= 400 else at
