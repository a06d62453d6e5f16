"""Which paragraphs are headings, by style, by number and by wording; one paragraph at a time.

A numbered paragraph is a heading when it is short and holds no sentence. When it opens with a short
sentence and text follows ("（一）加强领导。年初……"), that sentence is a run-in heading; so is a short phrase
that no text follows ("（三）开展案卷评查。"), which says no more than a heading does. A short
line without a number is a heading when it names a part of the report, or stands between paragraphs of
text. A sentence with a figure, or one that says something was (not) done, is a statement, not a heading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.reading.lines import ends_sentence
from desktop.reading.numbering import Number, Rank
from desktop.reading.roles import LACK, names_a_part
from desktop.reading.words import Words

_STOPS = re.compile("[。！？；]")
_LONGEST_HEADING = 60
_LONGEST_RUN_IN = 38
_LONGEST_BARE = 30
_SHORTEST_PHRASE = 4
_LONGEST_PHRASE = 18
_STATEMENT = re.compile(
    r"\d|(?:未|没有)(?:发生|出现|收到|受理|涉及|制定|出台|开展|接到|产生|发现|办理|引发)|已|不涉及|不存在|(?:^|，)[均皆]?无"
)
_PHRASE_ENDS = re.compile(
    "[，：；]|了(?!解)|过(?!程)|完成|全部|全覆盖|达到|达标|合格|没有|没|[未无零均已]|[一二两三四五六七八九十百千][次件名人个项起场期份部条篇处家户]"
    f"|{LACK}|不[强够高深力足多实细严匀]|有待|(?<!拖)欠|滞后|较[弱少慢低]|偏[弱少慢低]|缺"
)
"""What makes a short numbered sentence a statement: clauses, something done, a number, something lacking."""
_QUOTED = re.compile("《[^《》]{1,60}》|“[^“”]{1,40}”|〔[^〔〕]{1,8}〕")
_COLON = re.compile("：")
STYLE_RANKS = (0, 20, 30, 40, 50, 60, 70, 80, 90, 100)
"""The rank of a heading without a number, by the level its style gives."""
NAMED_PART_RANK = 20
BARE_RANK = 25


@dataclass(frozen=True, slots=True)
class Found:
    """What a paragraph is: ``rank`` None for plain text; ``heading_end`` is where the heading words end.

    ``whole`` tells a heading of its own from a run-in one; a numbered paragraph without a heading
    sentence has ``heading_end`` at the end of its number.
    """

    text: str
    rank: int | None = None
    number: Number | None = None
    heading_end: int = 0
    whole: bool = False

    @property
    def title(self) -> str:
        """The words of the heading without number and stop; of a numbered paragraph its first clause."""
        start = self.number.end if self.number else 0
        if self.number and self.heading_end <= self.number.end:
            return re.split("[，。；：、]", self.text[start : start + 30], maxsplit=1)[0]
        return self.text[start : self.heading_end].strip("【】").rstrip("。：；")


def find_headings(words: Sequence[Words], first: int) -> list[Found]:
    """What each paragraph is; those before the one numbered ``first`` (title, addressee) are no headings."""
    found = [
        Found(one.text) if index < first or one.row or one.contents else _judge(words, index)
        for index, one in enumerate(words)
    ]
    return _styles_join_numbers(found, words)


def _judge(words: Sequence[Words], index: int) -> Found:
    one = words[index]
    text, number = one.text, one.number
    styled = one.level is not None and one.level > 0 and len(text) <= 2 * _LONGEST_HEADING
    if number is None:
        if styled and not (_STOPS.search(text[:-1]) and len(text) > _LONGEST_BARE):
            return Found(text, STYLE_RANKS[min(one.level or 1, 9)], None, len(text), True)
        return _judge_bare(words, index)
    if styled and not _STOPS.search(text[:-1]):
        return Found(text, number.rank, number, len(text), True)
    return _judge_numbered(text, number, words, index)


def _judge_numbered(text: str, number: Number, words: Sequence[Words], index: int) -> Found:
    colon = _COLON.search(text, number.end, number.end + _LONGEST_BARE)
    if colon and colon.end() < len(text) and names_a_part(text[number.end : colon.start()]):
        return Found(text, number.rank, number, colon.end())
    stop = _STOPS.search(text, number.end, number.end + 2 * _LONGEST_HEADING)
    limit = _LONGEST_HEADING if number.rank <= Rank.CHINESE_BRACKETS else _LONGEST_BARE + 10
    if stop is None:
        whole = len(text) - number.end <= limit and text[-1] not in "，、,"
        return Found(text, number.rank, number, len(text) if whole else number.end, whole)
    end = stop.end()
    sentence = text[number.end : end]
    statement = _STATEMENT.search(_QUOTED.sub("", sentence)) is not None
    if end == len(text):
        short = stop[0] == "。" and len(sentence) <= _LONGEST_BARE
        whole = short and not statement and _has_body(words, index, number)
        phrase = short and not statement and _SHORTEST_PHRASE <= len(sentence) <= _LONGEST_PHRASE
        heading = whole or (phrase and not _PHRASE_ENDS.search(_QUOTED.sub("", sentence)))
        return Found(text, number.rank, number, len(text) if heading else number.end, whole)
    run_in = stop[0] == "。" and len(sentence) <= _LONGEST_RUN_IN and not statement
    return Found(text, number.rank, number, end if run_in else number.end)


def _has_body(words: Sequence[Words], index: int, number: Number) -> bool:
    """True if text or deeper points follow before the next number of the same kind."""
    if index + 1 >= len(words):
        return False
    after = words[index + 1]
    return len(after.text) > _LONGEST_BARE if after.number is None else after.number.rank > number.rank


def _judge_bare(words: Sequence[Words], index: int) -> Found:
    """A line without number and style: a heading if it names a part or stands over a paragraph of text."""
    text = words[index].text
    if not 2 <= len(text) <= _LONGEST_BARE or ends_sentence(text) or _STOPS.search(text):
        return Found(text)
    if text[-1] in "，、" or index + 1 >= len(words):
        return Found(text)
    if names_a_part(text.strip("【】：")):
        return Found(text, NAMED_PART_RANK, None, len(text), True)
    if text[-1] == "：":
        return Found(text)
    after = words[index + 1]
    before = words[index - 1] if index else None
    body_follows = len(after.text) > 2 * _LONGEST_BARE and not after.row and after.number is None
    follows_text = before is None or ends_sentence(before.text) or before.number or names_a_part(before.text)
    if body_follows and follows_text and "，" not in text and not _STATEMENT.search(text):
        return Found(text, BARE_RANK, None, len(text), True)
    return Found(text)


def _styles_join_numbers(found: list[Found], words: Sequence[Words]) -> list[Found]:
    """Headings without a number take the rank that numbered headings of their style have here."""
    ranks: dict[int, int] = {}
    for one, line in zip(found, words, strict=True):
        if line.level and one.number is not None and one.whole:
            ranks.setdefault(line.level, one.number.rank)
    if not ranks:
        return found
    return [
        replace(one, rank=ranks.get(line.level, one.rank)) if line.level and one.whole and one.number is None else one
        for one, line in zip(found, words, strict=True)
    ]
