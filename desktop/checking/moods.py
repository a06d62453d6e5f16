"""How a clause speaks of the words matched in it: fact, none, plan, shortfall or slogan.

The part of the report decides first (a plan section plans), then the words around the match. The words
are data (words/moods.yaml); what is here are the constructions a list cannot say: 将 as a future or as
把, a shortfall that is being mended, "未经……不得" as a rule in force, the title of a document.
"""

from re import compile as pattern
from typing import NamedTuple

from desktop.checking.clauses import Clauses
from desktop.checking.compiled import ANY_NUMBER, WILL, telling_words
from desktop.checking.empty import EmptyClauses, Told
from desktop.checking.hits import Hit, Hits, WordHits
from desktop.checking.result import Mood
from desktop.checking.roles import Roles
from desktop.checking.said import demands, put_off
from desktop.packs.model import MoodWords
from desktop.reading.draft import BlockKind, Role

_NEAR = 60
_PLAN_REACH = 160
_NONE_REACH = 30
_WEAK_NONE_REACH = 14
_NONE_AFTER_REACH = 12
_REMEDY_REACH = 12
_SUBJECT = 5
_OBJECT = 16
_ABOUT_REACH = 8
_FINISHED = pattern(r"完成|建成|20[0-9]{2}年")
_RULE_OF_TWO = 2
_STATES = ("正", "尚", "还", "仍", "刚", "待", "请求", "筹", "谋划", "即将", "着手", "准备", "有意")
_AIMED_AT = ("为", "围绕", "着眼", "瞄准", "面向", "结合")
_MENDED = pattern("(?:问题|现象|行为|情形|情况).{0,10}(?:整改|纠正|解决|改正|处理|查处|整治|治理|通报|销号|清零)")
_OBEYED = "执行"
_SAID_OF = pattern("(?:发出|发来|提出|制发|送达|出具|收到)[^,。;:]{0,8}(?:建议|意见|提案|函)")
_FAULTS = ("问题", "的问题", "等问题", "现象", "的现象", "行为", "的行为", "情形", "的情形")
_UNDONE = ("未", "没", "尚", "还", "仍", "从未", "难以", "有待", "亟")
_COMPLAINT = pattern("问题|行为|现象|情形|情况|的")
_BEFORE_NONE = "已故现年内度月局委厅办县市区镇乡会院司道门位关前间中均也亦暂并且但尚仍,、"


class _Window(NamedTuple):
    """What whole clauses say whatever is matched in them; ``by_part`` where the part alone decides.

    ``told`` is what the first of them tells, ``titled`` whether the title of a document stands in them.
    """

    mood: Mood
    by_part: bool
    says_none: bool
    told: Told
    titled: bool


class MoodReader:
    """Tells the mood of matches in one draft."""

    def __init__(
        self,
        text: str,
        reports: tuple[str | None, int | None],
        roles: Roles,
        clauses: Clauses,
        hits: WordHits,
        words: MoodWords,
    ) -> None:
        """Keep the hits of every mood list; ``text`` is squeezed, ``reports`` who reports (a name) for which year."""
        self._text = text
        self._unit, year = reports
        self._demands = demands(text, clauses)
        self._put_off = put_off(text, year, clauses.titles)
        self._roles = roles
        self._windows: dict[Hit, _Window] = {}
        self._clauses = clauses
        self._empty = EmptyClauses(text, clauses, hits.group(words.mechanisms))
        group = hits.group
        self._plan = group(words.plan)
        self._will = group((WILL,))
        self._after_will = group(words.after_will)
        self._ba = group(words.will_is_ba)
        self._shortfall = group(words.shortfall)
        self._remedied = group(words.remedied)
        self._none_before = group(words.none_before)
        self._none_after = group(words.none_after)
        self._not_none = group(words.not_none)
        self._in_force = group(words.in_force)
        self._done = group(words.done)
        self._slogan = group(words.slogan)
        self._heading_fact = group(words.heading_fact)
        self._by_document = group(words.by_document)
        self._made_document = group(words.made_document)
        self._numbers = hits.group(ANY_NUMBER)
        self._telling = hits.group(telling_words(words))

    def has_number(self, low: int, high: int) -> bool:
        """Whether a number with a unit stands in squeezed ``[low, high)``."""
        return self._numbers.any_between(low, high)

    def mood(self, match: tuple[Hit, ...], span: Hit, clauses: Hit) -> Mood:
        """The mood of a match: its words, the span from first to last, and the span of the clauses they stand in."""
        start, end = span
        low = start - _NEAR if start - _NEAR > clauses[0] else clauses[0]
        high = end + _NEAR if end + _NEAR < clauses[1] else clauses[1]
        window = self._windows.get((low, high))
        if window is None:
            mood, by_part, says_none = self._read(low, high)
            told = self._empty.told(clauses[0]) if mood is Mood.FACT else Told.SOMETHING
            titled = not by_part and self._clauses.touches_title(low, high)
            window = self._windows[low, high] = _Window(mood, by_part, says_none, told, titled)
        mood = self._mood(match, span, clauses, (low, high), window)
        if mood is not Mood.FACT or window.told is not Told.NOTHING:
            return mood
        return Mood.SLOGAN if all(self._empty.told(hit[0]) is Told.NOTHING for hit in match) else mood

    def doubtful(self, match: tuple[Hit, ...], clauses: Hit) -> bool:
        """Whether every clause of a match (they span ``clauses``) is an empty one that only its neighbours may fill."""
        if self._empty.told(clauses[0]) is Told.SOMETHING:
            return False
        return all(self._empty.told(hit[0]) is not Told.SOMETHING for hit in match)

    def _mood(self, match: tuple[Hit, ...], span: Hit, clauses: Hit, near: Hit, window: _Window) -> Mood:
        start, end = span
        if window.by_part:
            return window.mood
        if self._only_heading(start, *near):
            return Mood.SLOGAN
        if window.titled and (self._only_title(start, end) or self._leans_on_titles(match, clauses)):
            return Mood.SLOGAN
        if window.mood is Mood.FACT and "不" in self._text[max(start - 1, 0) : end]:
            for hit in match:
                if self._denied(hit):
                    return Mood.NONE
        if window.mood is Mood.PLAN or not window.says_none:
            return window.mood
        if any(self._said_none(hit) for hit in match):
            return Mood.NONE
        if window.mood is not Mood.SHORTFALL and any(self._weakly_none(hit) for hit in match):
            return Mood.NONE
        return window.mood

    def _read(self, low: int, high: int) -> tuple[Mood, bool, bool]:
        role = self._roles.at(low)
        if role is Role.NEXT_YEAR:
            return Mood.FACT if self._done_already(low, high) else Mood.PLAN, True, False
        if role is Role.SHORTCOMINGS:
            return Mood.SHORTFALL, True, False
        if role in (Role.OPENING, Role.CLOSING) and not self.has_number(low, high):
            return Mood.SLOGAN, True, False
        if self._put_off.holds(low) or self._put_off.holds(high - 1):
            return Mood.FACT if self._done_already(low, high) else Mood.PLAN, True, False
        if self._demands.holds(low):
            return Mood.SLOGAN, True, False
        sentence = max(self._clauses.sentence(low)[0], low - _PLAN_REACH)
        around = self._text[low:high]
        none = "无" in around or "没有" in around
        if not none and not self._telling.any_between(sentence, high + _NONE_AFTER_REACH):
            return Mood.FACT, False, False
        if self._is_plan(sentence, low, high) and not self._done_already(low, high):
            return Mood.PLAN, False, False
        none = (
            none
            or self._none_before.any_between(low, high)
            or self._none_after.any_between(low, high + _NONE_AFTER_REACH)
        )
        if self._is_shortfall(low, high):
            return Mood.SHORTFALL, False, none
        return Mood.SLOGAN if self._is_slogan(low, high) else Mood.FACT, False, none

    def _is_slogan(self, low: int, high: int) -> bool:
        return any(self._text[last : last + 1] != "的" for _, last in self._slogan.between(low, high))

    def _done_already(self, low: int, high: int) -> bool:
        for first, last in self._done.between(low, high):
            if self._text[first:last] != "基础上":
                return True
            if _FINISHED.search(self._text, low, first):
                return True
        return False

    def _is_plan(self, sentence: int, low: int, high: int) -> bool:
        for first, last in self._plan.between(sentence, high):
            if first < low and self._text.startswith(_STATES, first):
                continue
            before = self._text[max(self._clauses.clause(first)[0], first - _ABOUT_REACH) : first]
            if "对" not in before and not before.endswith(_AIMED_AT) and self._text[last : last + 1] != "的":
                return True
        return any(self._is_future(first, last) for first, last in self._will.between(sentence, high))

    def _is_future(self, first: int, last: int) -> bool:
        clause_end = self._clauses.clause(first)[1]
        if self._text.startswith("把", last):
            return True
        verb = any(begin == last for begin, _ in self._after_will.between(last, min(clause_end, last + 4)))
        return verb and not self._ba.any_between(last, clause_end)

    def _is_shortfall(self, low: int, high: int) -> bool:
        for first, last in self._shortfall.between(low, high):
            after = self._text[last : last + 1]
            short = last - first == 2 and self._text[first] == "不" and self._text[first:last] != "不够"
            if short and after not in ",;。:!?)、\n":
                continue
            rest = last, self._clauses.clause(first)[1]
            undone = self._text.startswith(_UNDONE, first)
            if (not undone and _MENDED.search(self._text, *rest)) or (
                after == "、" and _COMPLAINT.search(self._text, *rest)
            ):
                continue
            if after == "的" or self._text.startswith(
                ("问题", "行为", "现象", "情形", "情况", "引起", "导致", "等问题"), last
            ):
                continue
            clause, clause_end = self._clauses.clause(first)
            if self._describes(clause, first, last, clause_end):
                continue
            if any(
                self._text[other : other + 1] != "性"
                for _, other in self._remedied.between(max(clause, first - _REMEDY_REACH), first)
            ):
                continue
            return True
        return False

    def _denied(self, hit: Hit) -> bool:
        """True if 不 stands right before a word, except in a rule ("不审核不上会")."""
        if self._text[hit[0] - 1 : hit[0]] != "不" or self._text.startswith(_FAULTS, hit[1]):
            return False
        start, end = self._clauses.clause(hit[0])
        first = max(self._text.rfind("、", start, hit[0]) + 1, start)
        last = self._text.find("、", hit[1], end)
        beside = self._text.count("不", first, last if last >= 0 else end)
        return beside < _RULE_OF_TWO and not self._in_force.any_between(start, end)

    def _describes(self, clause: int, first: int, last: int, clause_end: int) -> bool:
        """Whether a shortfall only tells what something is done to or was said about.

        "对未能按期报送的企业不作处罚", "就管护不到位发出检察建议".
        """
        before = self._text[clause:first]
        if before.rfind("就") >= 0 and _SAID_OF.search(self._text, last, clause_end):
            return True
        return before.rfind("对") > before.rfind("的") and "的" in self._text[last : min(clause_end, last + _OBJECT)]

    def _said_none(self, hit: Hit) -> bool:
        clause_start, clause_end = self._clauses.clause(hit[0])
        for first, _ in self._none_before.between(max(clause_start, hit[0] - _NONE_REACH), hit[0]):
            if not self._begins(self._not_none, first):
                return True
        for first, last in self._none_after.between(hit[1], min(clause_end, hit[1] + _NONE_AFTER_REACH)):
            if not (self._text[first] == "0" and self._text[first - 1] in "0123456789."):
                return last <= clause_end
        return self._next_clause_says_none(clause_end)

    def _next_clause_says_none(self, clause_end: int) -> bool:
        if clause_end >= self._clauses.length or self._text[clause_end - 1] not in ",:":
            return False
        following = self._clauses.clause(clause_end)[1]
        if self._text[clause_end - 1] == ":" and self._begins(self._none_after, clause_end):
            return True
        if following - clause_end > _NONE_AFTER_REACH:
            return False
        return any(
            last >= following - 1 and first - clause_end <= _SUBJECT and self._text[first] not in "0零"
            for first, last in self._none_after.between(clause_end, following)
        )

    def _weakly_none(self, hit: Hit) -> bool:
        clause_start, clause_end = self._clauses.clause(hit[0])
        low = max(clause_start, hit[0] - _WEAK_NONE_REACH)
        before = self._text[low : hit[0]]
        place = max(before.rfind("无"), before.rfind("没有"))
        if place < 0 or self._begins(self._not_none, low + place):
            return False
        if before[place - 1 : place] == "有":
            return False
        if before[place] == "无" and low + place > clause_start and self._text[low + place - 1] not in _BEFORE_NONE:
            return False
        return not self._in_force.any_between(low + place, clause_end + _NONE_REACH)

    def _begins(self, words: Hits, index: int) -> bool:
        return any(first == index for first, _ in words.between(index, index + 6))

    def _only_heading(self, start: int, low: int, high: int) -> bool:
        heading = self._roles.heading_at(start)
        if heading is None:
            return False
        told = heading is not BlockKind.HEADING and self._heading_fact.any_between(low, high)
        figures = any(self._text[first].isdigit() for first, _ in self._numbers.between(low, high))
        return not told and not figures

    def _only_title(self, start: int, end: int) -> bool:
        title = self._clauses.title_around(start, end)
        if title is None:
            return False
        return not self._is_made(title)

    def _is_made(self, title: Hit) -> bool:
        """Whether the unit made the document, by the words around its title or by its name."""
        clause = max(self._clauses.clause(title[0])[0], title[0] - _NEAR)
        after = min(self._clauses.clause(title[1] - 1)[1], title[1] + _NEAR)
        made = self._made_document.any_between(clause, title[0]) or self._made_document.any_between(title[1], after)
        return made or self._is_own(title)

    def _leans_on_titles(self, match: tuple[Hit, ...], window: Hit) -> bool:
        """True if words stand in the title of a document and every clause of the match only names what was followed."""
        if not self._clauses.titles:
            return False
        titles = [self._clauses.title_around(*hit) for hit in match]
        if not any(titles):
            return False
        if window == self._clauses.clause(window[0]):
            return self._only_follows(match, titles)
        return all(self._by_document.any_between(self._clauses.clause(hit[0])[0], hit[0]) for hit in match)

    def _only_follows(self, match: tuple[Hit, ...], titles: list[Hit | None]) -> bool:
        """True if all that is matched outside titles is the word right before one: "落实《……规定》"."""
        named = [title for title in titles if title is not None]
        if any(self._is_made(title) for title in named):
            return False
        starts = {title[0] for title in named}
        return all(
            title is not None
            or (
                hit[1] in starts
                and not self._text.endswith(_OBEYED, hit[0], hit[1])
                and self._by_document.any_between(hit[0], hit[1])
            )
            for hit, title in zip(match, titles, strict=True)
        )

    def _is_own(self, title: tuple[int, int]) -> bool:
        unit = self._unit
        if unit is None:
            return False
        name = self._text[title[0] + 1 : title[1] - 1].removeprefix("关于")
        ends = [name.find(suffix) for suffix in ("局", "委", "厅", "政府", "街道", "镇", "乡") if suffix in name[:20]]
        own = name[: min(ends) + 1] if ends else ""
        return len(own) >= 2 and _is_short_for(own, unit)


def _is_short_for(short: str, full: str) -> bool:
    letters = iter(full)
    return all(letter in letters for letter in short)
