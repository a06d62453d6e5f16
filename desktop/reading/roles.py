"""The words by which a heading or a sentence tells which part of the report begins."""

import re
from enum import Enum

from desktop.reading.draft import Role

_LACK = "不足|问题|短板|差距|困难|薄弱环节|弱项|薄弱点|欠缺"
_PLAN = "安排|打算|思路|计划|设想|展望|规划|目标|任务|重点|举措|措施|工作|方向|谋划|部署"
_NEXT = "下一步|下步|下一年|下年度|下一阶段|下阶段|下一时期|明年|来年|今后|未来|新一年|新的一年"
_NOT_LACK = re.compile(
    "(?:解决|化解|整改|聚焦|着力|补齐|突破|破解|坚持|针对|围绕|瞄准|查找|排查|消除|回应|导向|研究|直面|正视|办理|清零)"
    ".{0,12}(?:" + _LACK + ")|问题导向|补短板"
)
_SHORTCOMINGS = (
    re.compile(f"(?:存在|面临|现存|尚有|尚存|仍有|还有)[^，。]{{0,14}}(?:{_LACK})"),
    re.compile(
        f"^(?:主要|工作|当前|目前|的|中)*(?:{_LACK})"
        f"(?:之处)?(?:[和及与、以]*(?:及其|其)?(?:主要)?(?:{_LACK}|原因|成因|原因分析|分析|困难|建议|意见)(?:之处|分析)?)*$"
    ),
    re.compile(
        f"(?:工作|建设|推进)(?:中|过程中|方面)?的?(?:主要)?(?:{_LACK})(?:之处)?(?:[和及与、]*(?:及其)?(?:原因|成因)(?:分析)?)?$"
    ),
)
_FIRST = re.compile(
    "第一责任[人]?|(?:主要负责|主要领导|一把手|负责同志|负责人|局长|县长|市长|区长|主任|镇长|乡长)"
    "[^，。]{0,20}(?:履行|落实|履职|尽责)[^，。]{0,24}(?:法治|职责|责任|情况)|述法(?:情况|工作)"
)
_NEXT_YEAR = (
    re.compile(f"(?:{_NEXT})"),
    re.compile(r"(?:19|20)\d\d\s?年(?:度|的)?[^，。]{0,24}(?:工作)?(?:安排|打算|思路|设想|展望)$"),
    re.compile("^[^，。]{0,26}(?:工作)(?:安排|打算|思路|计划|设想|展望|谋划)(?:和[^，。]{1,8})?$"),
    re.compile("^(?:主要|重点)?(?:工作)?(?:安排|打算|思路|计划|设想|展望)$"),
    re.compile(r"(?:19|20)\d\d\s?年(?:度|的)?[^，。]{0,24}(?:工作)?计划$"),
)
_YEAR_TASKS = re.compile(r"((?:19|20)\d\d)\s?年(?:度|的)?[^，。]{0,24}(?:重点|任务|举措|措施|目标|工作|方向|要点|部署)")
_NOT_PLAN = re.compile(
    "(?:落实|完成|执行|实施|制定|统筹|科学|优化|加强|强化|完善|推进|抓好|贯彻).{0,14}(?:安排|计划|思路|规划|部署)|情况|成效|回顾|总结"
)
_MEASURES = re.compile(
    "举措|成效|成绩|做法|工作情况|开展情况|推进情况|建设情况|落实情况|进展|主要工作|重点工作|工作回顾|完成情况"
    "|总体情况|基本情况|特色|亮点|经验|主要情况"
)
_OPENING = re.compile("^(?:前言|引言|概述|概况|导语)$")
_BARE_PART = re.compile(
    "^(?:[^，。]{0,18}(?:主要|重点)?(?:工作|举措|做法|成效|情况)(?:开展|完成|推进|落实)?(?:情况|成效|举措|做法)?(?:[和及与、]+(?:取得的?)?(?:主要)?成效)?)$"
)

NEXT_CUE = re.compile(
    f"(?:^|(?<=[。！？]))\\s{{0,4}}(?:同时，|为此，|因此，|对此，|在)?(?:{_NEXT})(?:工作)?(?:中|里)?[，,、]?"
)
"""Where a sentence turns to what comes next; the reader must still find a word of planning after it."""

YEAR_CUE = re.compile(r"(?:^|(?<=[。！？]))\s{0,4}(?:进入|在)?((?:19|20)\d\d)\s?年(?:度)?[，,]?")
PLAN_WORDS = re.compile("将|要|继续|进一步|拟|打算|计划|重点|力争|着力|持续|加强|做好|抓好|以下")

LACK_CUE = re.compile(
    "(?:^|(?<=[。！？]))[^。！？]{0,80}(?:存在|仍有|还有|尚有|面临)(?:着|一些|一定|不少|的|以下|诸多|许多|如下|几个|几点|较大|较多|部分|个别|主要|以下几)*"
    f"[^。！？，：]{{0,16}}(?:{_LACK})"
)
"""A sentence that admits shortcomings."""
LACK_TURN = re.compile("但|也|仍|还|对照|清醒|对标|反思|不足|尽管|虽然")


class Combined(Enum):
    """Nothing but a name for 'no role'."""

    NONE = "none"


def roles_of_heading(title: str, year: int | None) -> tuple[Role, ...]:
    """The roles the words of a heading announce, in the order they are named; empty if none.

    ``year`` is the report's year: tasks of a later year are a plan.
    """
    words = "".join(title.split())
    found: list[tuple[int, Role]] = []
    lack = next((m for m in (p.search(words) for p in _SHORTCOMINGS) if m), None)
    if lack and not _NOT_LACK.search(words):
        found.append((lack.start(), Role.SHORTCOMINGS))
    first = _FIRST.search(words)
    if first:
        found.append((first.start(), Role.FIRST_RESPONSIBLE))
    plan = _plan_start(words, year)
    if plan is not None:
        found.append((plan, Role.NEXT_YEAR))
    if not found or len(found) < 3:
        done = _MEASURES.search(words)
        if done and (not found or (done.start() < min(found)[0] and not first and plan is None or _names_both(words))):
            found.append((done.start(), Role.MEASURES))
    if not found and _OPENING.search(words):
        found.append((0, Role.OPENING))
    return tuple(role for _, role in sorted(found, key=lambda one: one[0]))


def _names_both(words: str) -> bool:
    return (
        re.search("(?:举措|成效|做法|工作情况|开展情况|进展)(?:情况)?[和及与、以]{1,2}(?:存在|下一步|问题|不足)", words)
        is not None
    )


def _plan_start(words: str, year: int | None) -> int | None:
    """Where in ``words`` a plan is announced, None if nowhere."""
    match = _NEXT_YEAR[0].search(words)
    if match:
        return match.start()
    tasks = _YEAR_TASKS.search(words)
    if tasks and year is not None and int(tasks[1]) > year:
        return tasks.start()
    if _NOT_PLAN.search(words):
        return None
    for pattern in _NEXT_YEAR[1:]:
        match = pattern.search(words)
        if match:
            return match.start()
    return None


def names_a_part(text: str) -> bool:
    """True if a line without a number is the heading of a part of the report ("一年来的主要工作")."""
    words = "".join(text.split())
    if re.search("[，。]", words):
        return False
    if len(words) <= 24 and roles_of_heading(words, None):
        return any(role is not Role.MEASURES for role in roles_of_heading(words, None)) or (
            _BARE_PART.search(words) is not None
        )
    return False
