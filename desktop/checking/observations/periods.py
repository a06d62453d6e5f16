"""Plans with a period: outlines with the wrong years or of another time, 八五普法第三年, 第九个国家宪法日."""

from collections.abc import Iterator
from re import Match
from re import compile as pattern

from desktop.checking.observations.deadlines import plan_over
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.years import years_in
from desktop.checking.result import Severity
from desktop.packs.observation_model import FiveYears, Outline
from desktop.reading.draft import Role
from desktop.reading.numbering import chinese_value

_KIND = "date"
_PERIOD = pattern(r"\(?((?:19|20)[0-9]{2})年?[-至]((?:19|20)[0-9]{2})年?\)?")
_ISSUER = pattern("(?:^|[《〈\n,。;:、])(?:中共中央|国务院|关于|印发|贯彻|落实|实施|推进|全面|、)*$")
_PASSED = pattern("总结|收官|圆满|完成|评估|终期|衔接|期满|届满|五年来|期间|以来|起")
_STAGE = pattern(
    "(?P<nth>第(?P<count>[一二三四五1-5])年(?!度))|(?P<first>(?P<opening>开局之年|开局年)|启动之年|启动年|起步之年|起步年|首年)"
    "|(?P<last>收官之年|收官年|收官|最后一年|终期|总结验收|圆满结束)|(?P<middle>中期)"
)
_BREAK = pattern("[,。;\n]")
_COUNTED = "第(?P<count>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})(?:个|届|次)?[^第,。;\n]{0,6}?"
_STAGE_REACH = 16


def periods(year: int, material: Material) -> Iterator[Seen]:
    """What is said of plans and counted days against the calendar and the report ``year``."""
    words = material.words.date
    for outline in words.outlines:
        for at in material.places(outline.name):
            yield from _outline(outline, at, year, material)
    for plan in words.five_years:
        for at in material.places(plan.name):
            yield from _five_years(plan, at, year, material)
    for day in words.anniversaries:
        for at in material.places(day.name):
            low = max(0, at - 16)
            found = pattern(_COUNTED + "$").search(material.text[low:at])
            if found:
                yield from _counted(day.name, day.first, (low + found.start(), at), found, year, material)


def _outline(outline: Outline, at: int, year: int, material: Material) -> Iterator[Seen]:
    text = material.text
    match = _PERIOD.match(text, at + len(outline.name))
    if match is None or not _ISSUER.search(text[max(0, at - 20) : at]):
        return
    first, last = int(match[1]), int(match[2])
    start = at
    while start > 0 and text[start - 1] in "《〈":
        start -= 1
    right = outline.periods
    if (first, last) not in right:
        if first > last:
            return
        named = "或".join(f"{low}—{high}年" for low, high in right)
        message = f"《{outline.name}》的起止年份是{named}，这里写的是{first}—{last}年，请核对。"
        yield Seen(_KIND, Severity.ERROR, start, match.end(), message)
    elif last < year and len(right) > 1 and any(low <= year <= high for low, high in right):
        stop = material.sentence(at, 120)
        passed = _PASSED.search(text, *stop) is not None or year == last + 1
        message = f"报告年度是{year}年，{first}—{last}年的《{outline.name}》规划期已满，请核对是否引用了新的纲要。"
        yield Seen(_KIND, Severity.NOTICE if passed else Severity.WARNING, start, match.end(), message)
    elif first > year and material.role(at) is not Role.NEXT_YEAR:
        message = f"报告年度是{year}年，{first}—{last}年的《{outline.name}》当时还没有出台，请核对。"
        yield Seen(_KIND, Severity.WARNING, start, match.end(), message)


def _five_years(plan: FiveYears, at: int, year: int, material: Material) -> Iterator[Seen]:
    """八五普法第二年, 十四五开局之年 against the year spoken of."""
    text = material.text
    after = at + len(plan.name)
    if text[at - 1 : at] in "一二三四五六七八九十第" and at:
        return
    if plan.followed_by:
        follows = text.find(plan.followed_by, after, after + 6)
        if follows < 0:
            return
        after = follows + len(plan.followed_by)
        yield from plan_over(plan, at, _spoken_year(at, year, material), material)
    stop = _BREAK.search(text, after, after + _STAGE_REACH)
    stage = _STAGE.search(text, after, stop.start() if stop else after + _STAGE_REACH)
    if stage is None or _PERIOD.search(text, after, stage.start()):
        return
    spoken = _spoken_year(at, year, material)
    right = _stage_years(stage, plan)
    if spoken is not None and spoken not in right:
        first, last = plan.period
        message = f"“{plan.name}”{plan.followed_by}是{first}—{last}年，{spoken}年不是其{stage.group()}，请核对。"
        yield Seen(_KIND, Severity.WARNING, at, stage.end(), message)


def _stage_years(stage: Match[str], plan: FiveYears) -> range:
    """The years of which the words can be said; a plan for spreading the law is begun and closed less punctually."""
    first, last = plan.period
    loose = 1 if plan.followed_by else 0
    if stage["nth"]:
        count = int(stage["count"]) if stage["count"].isdigit() else chinese_value(stage["count"])
        return range(first + count - 1, first + count)
    if stage["first"]:
        return range(first, first + 1 + (0 if stage["opening"] else loose))
    if stage["last"]:
        return range(last - loose, last + 1 + loose)
    return range(first + 1, last)


def _spoken_year(at: int, year: int, material: Material) -> int | None:
    """The year a sentence speaks of: the one it names before ``at``, last year, next year, else the report year."""
    start, end = material.sentence(at, 120)
    named = [one.year for one in years_in(material.text, start, at)]
    if named:
        return named[-1] if len(set(named)) == 1 else None
    before = material.text[start:at]
    if pattern("去年|上年|上一年").search(before):
        return year - 1
    role = material.role(at)
    if role is Role.NEXT_YEAR or pattern("明年|来年|下一?年|即将").search(before):
        return year + 1
    return None if role is Role.SHORTCOMINGS else year


def _counted(
    name: str, first: int, stretch: tuple[int, int], found: Match[str], year: int, material: Material
) -> Iterator[Seen]:
    count = int(found["count"]) if found["count"].isdigit() else chinese_value(found["count"])
    spoken = _spoken_year(stretch[0], year, material)
    if spoken is None or count == spoken - first + 1 or not 1 <= count <= 100:
        return
    right = spoken - first + 1
    if right < 1:
        message = f"{name}从{first}年才有，{spoken}年不会是第{found['count']}个，请核对。"
    else:
        message = f"第一个{name}是{first}年，{spoken}年是第{right}个，这里写的是第{count}个，请核对。"
    yield Seen(_KIND, Severity.WARNING, stretch[0], stretch[1] + len(name), message)
