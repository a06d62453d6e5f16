"""Stretches of text that tell no fact of the year: what somebody demanded, what is put off.

Both are constructions rather than words: "会议强调，要……" runs to the end of its sentence, "列入2024年预算"
in the report for 2023 names a year that has not come. A later year with a month ("2024年1月报送") is a date
on which something was done, and one in the title of a document or at the end of a range says nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from re import Pattern
from re import compile as pattern

from desktop.checking.clauses import Clauses
from desktop.checking.observations.literals import everywhere

_DEMAND = pattern(
    r"(?<![照据实彻对行习达按])(?:会议|会上|(?<![社机协])会|讲话|同志|书记|局长|县长|区长|市长|镇长|乡长|主任)"
    r"(?:[^,。;:!?\n《》的]{0,6}(?:强调|指出)|(?:明确|进一步|还|同时)?要求)[,:]"
    r"|(?:会|会上|传达|讲话|批示|调度|部署)[^,。;:!?\n《》]{0,10},(?:并|同时|还|进一步|明确){0,2}要求"
    r"(?=[各全每]|下属|相关|有关|大家|所属|所有|干部|班子)"
)
_SENTENCE_END = pattern(r"[。;!?\n]")
_CLAUSE_END = pattern(r"[,。;:!?\n]")
_MUST = pattern(
    r"要(?:把|将|进一步|切实|严格|坚持|持续|深入|始终|不断|充分|牢牢|自觉|主动|带头|着力|大力|加快|加大"
    r"|加强|强化|健全|完善|压实|抓好|抓实|做好|紧盯|聚焦|围绕|以)"
)
_OUGHT = pattern(
    r"(?:(?<![主重需纪概摘必简扼首只就还想不又既若如凡都均是紧我吃])要"
    r"|必须|(?<![对供响反相适])应当?|(?<=[^必无])须|(?<!所)需要?)"
    r"(?=带头|亲自|做到|更加|进一步|切实|坚持|持续|始终|不断|充分|牢牢|自觉|主动|着力|大力|加快|加大|加强|强化|健全|完善|压实|抓好|抓实"
    r"|抓住|做好|用好|管好|把好|守住|守好|紧盯|聚焦|注重|深化|增强|提高|提升|推动|推进|树立|树牢|严守|严把|扎实|认真|全面|高度重视|成为"
    r"|善于|敢于|学会|严格|牢固|积极|一以贯之|常抓不懈|再上|再接再厉)"
)
"""Somebody ought to do something, in words of hope; "要经批准", "须两人到场" are rules in force."""
_RULED = pattern(r"规定|明确|要求|约定|承诺|凡|都|均|每|一律|只有|不仅|过去|以前|原来|《|“[^”]*$|是否")
_RULE_BEFORE = pattern(r"规定|明确|《|要求")
_SAME_WISH = pattern(
    r"(?:做到|确保|让|推动|推进|促进|切实|进一步|不断|始终|真正|努力|坚决|形成|严格|全面|持续|提升|提高|增强|防止|杜绝|避免|带动|引导)"
    r"[^,。;:!?\n0-9了]*[,。;:!?\n]"
)
_YEAR = pattern(r"20[0-9]{2}年")
_LONGEST_DEMAND = 24
_LONGEST_SUBJECT = 60
"""Characters before 要; where more stand there, the clause is no demand but a text without marks."""
_AROUND_YEAR = 14
_LATER = pattern(
    r"(?:列入|纳入|编入|写入|列为|排入|放入|推迟到|推迟至|延期到|延期至|延至|顺延至|安排在|安排到|制定|制订|拟定|拟订"
    r"|谋划|编制|起草)了?[^,。;:!?\n《》—~至到-]{0,4}(20[0-9]{2})年(?!\d|前|底前)"
    r"|(?<![—~至到\d-])(20[0-9]{2})年度?(?:财政预算|部门预算|年度预算|预算|工作计划|工作安排|重点工作|工作要点|工作打算)"
)

_WAITING = pattern(r"待[^,。;:!?\n]{2,40}后")
_OPENS = frozenset(",:;。\n")


class Stretches:
    """Half-open stretches of squeezed text; one that lies within another adds nothing."""

    def __init__(self, found: Iterator[tuple[int, int]]) -> None:
        """Keep the stretches of ``found``."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(found):
            if not self._ends or end > self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, index: int) -> bool:
        """Whether ``index`` lies in a stretch."""
        place = bisect_right(self._starts, index) - 1
        return place >= 0 and index < self._ends[place]


def demands(text: str, clauses: Clauses) -> Stretches:
    """What a meeting or a leader demanded, up to the end of the sentence, and clauses that say what ought to be done.

    A clause that goes on with the wish ("要规范亮证,做到先亮证") belongs to it.
    """
    return Stretches(_demands(text, clauses))


def _demands(text: str, clauses: Clauses) -> Iterator[tuple[int, int]]:
    # To look for a few plain words first is many times faster than to try the constructions at every character.
    reached = 0
    for at in sorted(chain(*(everywhere(word, text) for word in ("强调", "指出", "要求")))):
        found = _DEMAND.search(text, max(reached, at - _LONGEST_DEMAND), at + 5)
        if found is not None:
            reached = _end(_SENTENCE_END, text, found.end())
            yield found.end(), reached
    for at in everywhere("要", text):
        if (not at or text[at - 1] in _OPENS) and _MUST.match(text, at):
            yield at, _end_of_wish(text, at + 1)
    yield from _owed(text, clauses)


def _owed(text: str, clauses: Clauses) -> Iterator[tuple[int, int]]:
    """Clauses in which a subject is told what it ought to do: "主要负责人要带头讲法治课"."""
    for at in sorted(chain(*(everywhere(word, text) for word in ("要", "必须", "应", "须", "需")))):
        found = _OUGHT.match(text, at)
        if found is None:
            continue
        begin, _ = clauses.clause(at)
        if not 0 < at - begin <= _LONGEST_SUBJECT or _RULED.search(text, begin, at):
            continue
        before = clauses.clause(begin - 1)[0] if begin > clauses.sentence(begin)[0] else begin
        if _RULE_BEFORE.search(text, before, begin):
            continue
        yield begin, _end_of_wish(text, found.end())


def _end_of_wish(text: str, start: int) -> int:
    end = _end(_CLAUSE_END, text, start)
    while text[end - 1] in ",:" and (more := _SAME_WISH.match(text, end)):
        end = more.end()
    return end


def put_off(text: str, year: int | None, titles: tuple[tuple[int, int], ...]) -> Stretches:
    """Clauses that put something into a year after ``year`` (where it is known) or wait for something: "待……后"."""
    return Stretches(chain(_waiting(text), _later(text, year, titles) if year is not None else ()))


def _waiting(text: str) -> Iterator[tuple[int, int]]:
    for at in everywhere("待", text):
        found = _WAITING.match(text, at) if at == 0 or text[at - 1] in _OPENS else None
        if found is not None:
            yield at, _end(_CLAUSE_END, text, found.end())


def _later(text: str, year: int, titles: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    for named in (one.start() for one in _YEAR.finditer(text) if int(one.group()[:4]) > year):
        found = _LATER.search(text, max(0, named - _AROUND_YEAR), named + _AROUND_YEAR)
        if found is None or named not in (found.start(1), found.start(2)):
            continue
        if any(start <= named < end for start, end in titles):
            continue
        begin = max((text.rfind(mark, 0, named) for mark in ",。;:!?\n"), default=-1) + 1
        yield begin, _end(_CLAUSE_END, text, found.end())


def _end(mark: Pattern[str], text: str, start: int) -> int:
    found = mark.search(text, start)
    return found.end() if found else len(text)
