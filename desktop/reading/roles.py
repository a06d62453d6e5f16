"""The words by which a heading tells which part of the report it opens."""

import re
from functools import lru_cache

from desktop.reading.draft import Role

LACK = "不足|问题|短板|差距|困难|薄弱|弱项|欠缺|困境|瓶颈|症结|欠账|软肋"
NEXT = "下一步|接下来|下步|下一年|下年度|下一阶段|下阶段|下一时期|下一个年度|明年|来年|新一年|新的一年"
_TASKS = "安排|打算|思路|计划|设想|展望|规划|谋划|部署|重点|任务|举措|措施|目标|工作|方向|要点"
_JOIN = "(?:[和及与、以]|以及|及其|并)"

_DEALT_WITH = re.compile(
    "(?:解决|化解|整改|聚焦|着力|补齐|突破|破解|坚持|针对|围绕|瞄准|查找|排查|消除|回应|导向|研究|直面|正视|办理|清零|攻克|紧盯|抓住)"
    f"[^，。]{{0,12}}(?:{LACK})|(?:问题|不足|短板)[^，。及和与、]{{0,4}}(?:整改(?!措施)|导向|清零|销号|治理|化解|解决|办理|清单)"
)
_SHORTCOMINGS = (
    re.compile(f"(?:存在|面临|现存|尚有|尚存|仍有|还有)[^，。]{{0,14}}(?:{LACK})"),
    re.compile(
        f"^(?:主要|工作|当前|目前|突出|的|中)*(?:{LACK})(?:之处|环节|点)?(?:$|{_JOIN}|{LACK}|原因|成因|分析|检视|查摆|剖析|反思|梳理|在哪|是什么|有哪些)"
    ),
    re.compile(
        f"(?:工作|建设|推进|方面|情况|行政)(?:中|过程中|方面)?的?(?:主要|突出)?(?:{LACK})(?:之处|环节)?"
        f"(?:$|{_JOIN}[^，。]{{0,4}}(?:{LACK}|原因|成因|下|整改|改进|对策)|的?(?:原因|成因))"
    ),
    re.compile(
        "还(?:差|欠)(?:在|什么|些|哪)|[没未](?:有)?(?:干|做|抓|办)(?:好|到位)|(?:做|干|抓)得(?:还)?不(?:够|好)"
        "|(?:还需|仍需|有待|需要|尚需|需|待)(?:努力|改进|提升|加强|完善|提高)的(?:地方|方面|环节)$"
    ),
)
_HEADS = (
    "主要负责|主要领导|一把手|党政领导|负责同志|负责人|党组书记|党委书记|工委书记|书记"
    "|局长|厅长|县长|市长|区长|州长|主任|镇长|乡长"
)
_FIRST = re.compile(
    f"第一责任|(?:{_HEADS})[^，。]{{0,20}}(?:履行|落实|履职|尽责|述法|推进)[^，。]{{0,24}}(?:法治|依法|履职|尽责|述法)"
    f"|(?:{_HEADS})[^，。]{{0,12}}(?:法治建设)?(?:履职|述法|履行职责)(?:尽责)?(?:情况|工作)|^述法(?:情况|工作)"
    f"|(?:{_HEADS})”?(?:带头)?(?:抓|推进|推动|做好|重视)(?:好|实)?(?:全[局县市区镇乡街道]{{1,2}})?(?:法治|依法)"
    "|关键少数”?[^，。]{0,8}(?:履职|履行|述法|抓法治)"
)
_NOT_FIRST = re.compile("出庭|应诉|^(?:抓[住牢好]|压实|督促|推动|聚焦|突出|紧盯|夯实)")
_NEXT_YEAR = re.compile(
    f"(?:{NEXT})|(?:今后|未来)[^，。]{{0,8}}(?:{_TASKS}|努力)"
    r"|(?:19|20)\d\d\s?年(?:度|的)?[^，。]{0,24}(?:安排|打算|思路|设想|展望|计划)$"
    "|^[^，。]{0,30}(?:工作|主要|重点)(?:安排|打算|思路|计划|设想|展望)(?:$|"
    f"{_JOIN}[^，。]{{1,8}}$)"
    f"|^(?:安排|打算|计划|设想|展望|(?:工作|改进)?对策(?:{_JOIN}?(?:建议|措施|打算))?|(?:工作|改进){{1,2}}建议|改进措施|整改措施)$"
    f"|(?:问题|不足|短板|困难){_JOIN}(?:改进|整改|工作)?对策|(?:{LACK}){_JOIN}(?:改进|整改|提升)$"
    f"|{_JOIN}(?:安排|打算|思路|计划|设想)$"
    "|(?:努力|改进|整改)(?:方向|措施|举措|打算|思路)$"
)
_OUTER_NEXT = re.compile(r"^(?:今后|(?:谋划|展望)?((?:19|20)\d\d)年)")
_QUOTED = re.compile("“[^“”]{1,40}”|《[^《》]{1,40}》")
_YEAR_TASKS = re.compile(rf"((?:19|20)\d\d)年(?:度|的)?，?(?=[^，。]{{0,24}}(?:{_TASKS}))")
_NOT_PLAN = re.compile(
    "(?:落实|完成|执行|实施|制定|统筹|科学|优化|加强|强化|完善|抓好|贯彻|谋划|细化|明确).{0,14}(?:安排|计划|思路|规划|部署)"
    "|情况|成效|回顾|总结|做法"
)
_DONE = "举措|总结|成效|成绩|做法|进展|回顾|(?:工作|开展|推进|落实|建设|完成|总体|基本|履职|主要|年度)(?:的)?情况"
_MEASURES = re.compile(f"{_DONE}|主要工作|重点工作|主要措施|工作措施|特色|亮点|经验|工作总结|工作开展")
_DONE_FIRST = re.compile(f"(?:{_DONE})(?:情况)?{_JOIN}")
_OPENING = re.compile("^(?:前言|引言|概述|导语)$")
_PART_LINE = re.compile(
    "^[^，。；]{0,20}?(?:主要|重点|特色|亮点)?(?:工作|举措|做法|成效|情况|措施)"
    "(?:开展|完成|推进|落实|总结|回顾)?(?:情况|成效|举措|做法)?"
    f"(?:{_JOIN}{{1,2}}(?:取得的?)?(?:主要|工作)?(?:成效|做法|举措|成绩))?$"
)
_LONGEST_PART_LINE = 40


@lru_cache(maxsize=4096)
def roles_of_heading(title: str, year: int | None, outer: bool = False) -> tuple[Role, ...]:
    """The roles the words of a heading announce, in the order they are named; empty if none.

    ``year`` is the report's year: tasks of a later year are a plan. ``outer`` is true for a heading of the
    outermost level, which need not name tasks: "2023年怎么干" in a report on 2022 is a plan.
    """
    words = "".join(title.split())
    found: list[tuple[int, Role]] = []
    lack = next(
        (match for match in (pattern.search(words) for pattern in _SHORTCOMINGS) if match),
        None,
    )
    if lack and not _DEALT_WITH.search(words):
        found.append((lack.start(), Role.SHORTCOMINGS))
    first = _FIRST.search(words)
    if first and not _NOT_FIRST.search(words):
        found.append((first.start(), Role.FIRST_RESPONSIBLE))
    plan = _plan_start(words, year, bool(lack))
    if plan is not None:
        after_lack = lack is not None and plan <= lack.start() < 2
        found.append((lack.start() + 1 if lack and after_lack else plan, Role.NEXT_YEAR))
    elif outer and not found and _is_of_coming_year(words, year):
        return (Role.NEXT_YEAR,)
    found.sort(key=lambda one: one[0])
    done = _DONE_FIRST.search(words)
    if found and found[0][1] is not Role.FIRST_RESPONSIBLE and done and done.end() <= found[0][0] + 1:
        found.insert(0, (done.start(), Role.MEASURES))
    if not found and _MEASURES.search(words):
        found.append((0, Role.MEASURES))
    if not found and _OPENING.search(words):
        found.append((0, Role.OPENING))
    return tuple(role for _, role in found)


def _is_of_coming_year(words: str, year: int | None) -> bool:
    """True if an outer heading opens with the time to come."""
    match = _OUTER_NEXT.match(words)
    return match is not None and (match[1] is None or (year is not None and int(match[1]) == year + 1))


def _plan_start(words: str, year: int | None, lack: bool) -> int | None:
    """Where in ``words`` a plan is announced, None if nowhere."""
    words = _QUOTED.sub(lambda quoted: "某" * len(quoted[0]), words)
    for tasks in _YEAR_TASKS.finditer(words):
        if year is not None and int(tasks[1]) > year:
            return tasks.start()
    match = _NEXT_YEAR.search(words)
    if match is None or (
        match[0][:2] not in ("下一", "下步", "下年", "下阶", "明年", "来年", "接下") and _NOT_PLAN.search(words)
    ):
        return None
    if match[0][:2] in ("改进", "整改") and not lack and not words.startswith(match[0][:2]):
        return None
    return match.start()


def names_a_part(text: str) -> bool:
    """True if words name a part of the report and nothing else, as headings without a number do."""
    words = "".join(text.split())
    if len(words) > _LONGEST_PART_LINE or "。" in words:
        return False
    roles = roles_of_heading(words, None)
    if Role.FIRST_RESPONSIBLE in roles:
        return words.endswith(("情况", "职责", "责任", "工作", "有关情况"))
    if "，" in words or not roles:
        return False
    return any(role is not Role.MEASURES for role in roles) or _PART_LINE.search(words) is not None
