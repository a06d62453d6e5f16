"""Plans that end before they begin, and plans for years that are over: 力争2022年底前 in what is planned for 2023."""

from collections.abc import Iterator
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.years import years_in
from desktop.checking.result import Severity
from desktop.packs.observation_model import FiveYears
from desktop.reading.draft import Role

_KIND = "date"
_BEFORE = pattern(
    "(?:年?底|年?末|年内|[0-9]{1,2}月(?:底|末|[0-9]{1,2}日)?|上半年|下半年|第?[一二三四]季度|[春夏秋冬]季(?:学期|开学)?|(?:国庆|春节|汛期|开学)(?:节|来临)?)?(?:之|以)?前|年?底(?=完成|实现|建成|达到)|年?内"
    "|(?:上半年|下半年|第?[一二三四]季度|[0-9]{1,2}月份?)(?=(?:全面|全部|基本)?(?:完成|实现|建成|达到|出台|启动|组织))"
)
_OF_THEN = pattern("[^,。;\n]{0,8}的(?!目标|任务|要求)")
"""2022年底前印发的文件: what was there by then, not what is to be done."""
_LOOKS_BACK = pattern("已|截至|自20|以来|上年|去年|未完成|未能|原定|以前年度|遗留|建成于")
_BEGINS = pattern("(?:启动|开启|谋划|编制|制定|出台)(?:实施|好|并实施|本地区?)?$")
_WORKS = pattern("(?:规划|工作)?的?(?:全面|深入|扎实|有效|顺利)?(?:实施|推进|落实|开展)")
_OVER = pattern(
    "总结|收官|圆满|完成|评估|终期|衔接|期满|届满|五年来|期间|以来|验收|表彰|先进|荣获|成果|经验|接续|谋划|九五|八五"
)


def deadlines(year: int, material: Material) -> Iterator[Seen]:
    """A date in the plans by which something is to be done and which the report's year already left behind."""
    text = material.text
    for part in material.draft.parts:
        if part.role is not Role.NEXT_YEAR:
            continue
        start, end = material.squeezed.index_of(part.start), material.squeezed.index_of(part.end)
        for one in years_in(text, start, end):
            found = _BEFORE.match(text, one.end)
            if found is None or not year - 2 <= one.year <= year:
                continue
            clause = material.clauses.clause(one.start)
            if material.clauses.title_around(one.start, one.end) or _LOOKS_BACK.search(text, *clause):
                continue
            if not _OF_THEN.match(text, found.end()):
                said = f"下一年度（{year + 1}年）的安排里，完成时限写的是{one.year}年，请核对年份。"
                yield Seen(_KIND, Severity.WARNING, clause[0], _stop(clause, text), said)


def _stop(clause: tuple[int, int], text: str) -> int:
    return clause[1] - 1 if text[clause[1] - 1] in ",;:。!?\n" and clause[1] - clause[0] > 1 else clause[1]


def plan_over(plan: FiveYears, at: int, spoken: int | None, material: Material) -> Iterator[Seen]:
    """启动八五普法 in 2026, 七五普法规划的全面实施 in 2021; ``at`` is where the plan's name stands."""
    if spoken is None or not plan.followed_by:
        return
    text = material.text
    start, stop = material.sentence(at, 120)
    first, last = plan.period
    follows = text.find(plan.followed_by, at + len(plan.name), at + len(plan.name) + 6)
    end = follows + len(plan.followed_by)
    begins = _BEGINS.search(text[max(start, at - 6) : at].replace("、", ""))
    works = _WORKS.match(text, end)
    sentence = text[start:at] + text[end:stop]
    if begins and spoken > first + 1:
        said = f"“{plan.name}”{plan.followed_by}是{first}—{last}年，{spoken}年不会才{begins.group()[:2]}，请核对。"
    elif works and spoken > last and not _OVER.search(sentence):
        said = f"“{plan.name}”{plan.followed_by}是{first}—{last}年，{spoken}年已经结束，请核对。"
    else:
        return
    low = at - len(begins.group()) if begins else at
    yield Seen(_KIND, Severity.NOTICE, low, works.end() if works else end, said)
