"""Where an opening without a heading after it ends and the measures begin."""

import re
from collections.abc import Sequence

from desktop.reading.outline import Placed

_ANNOUNCED = re.compile("(?:报告|报送|汇报|总结|情况|做法|成效|工作|公布|公开)[^。，]{0,6}如下[：:。]")
_PHRASE = re.compile(
    "为指导|为指引|领导下|指导下|支持下|深入贯彻|认真贯彻|全面贯彻|贯彻落实|深入学习|坚持以|紧紧围绕|紧扣|现将|之年|根据|按照"
    "|成效明显|显著成效|新成效|新进展|新提升|有序推进|稳步推进"
)
_DEED = re.compile(
    r"\d(?:\.\d{1,3})?(?:[万亿]?[件次份人名户家场个项起期部条篇处本宗]|%|万?元|余|多)|了[\d一两二三四五六七八九十]"
)
_SENTENCE = re.compile("[^。！？\n]{1,4000}[。！？]?")
_LONG_PARAGRAPH = 40
_OPENING_PARAGRAPHS = 8


def measures_start(blocks: Sequence[Placed], alone: bool) -> int | None:
    """Where the measures begin among ``blocks``, the paragraphs below title and addressee; None if nowhere.

    They begin after the sentence that announces the report, else with the second long paragraph. ``alone``
    tells that the draft has no heading: then they begin at the latest after the first sentence, or with it
    where it tells a deed and is more than set phrases.
    """
    for index, one in enumerate(blocks[:_OPENING_PARAGRAPHS]):
        announced = _ANNOUNCED.search(one.found.text)
        if announced is None:
            continue
        if announced.end() == len(one.found.text):
            return blocks[index + 1].start if index + 1 < len(blocks) else None
        if alone:
            return one.start + announced.end()
    long = [one.start for one in blocks if len(one.found.text) > _LONG_PARAGRAPH]
    second = long[1] if len(long) > 1 else None
    if not alone:
        return second
    told = _after_phrases(blocks, deeds_only=second is not None)
    return min((start for start in (told, second) if start is not None), default=None)


def _after_phrases(blocks: Sequence[Placed], deeds_only: bool) -> int | None:
    """Where the first sentence stands that tells a deed or, unless ``deeds_only``, a later one that is no phrase."""
    for index, one in enumerate(blocks):
        for sentence in _SENTENCE.finditer(one.found.text):
            plain = not deeds_only and (index > 0 or sentence.start() > 0)
            if _DEED.search(sentence[0]) or (plain and not _PHRASE.search(sentence[0])):
                return one.start + sentence.start()
    return None
