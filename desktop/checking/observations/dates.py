"""Years and dates that cannot be, or do not fit the report year, the signature or each other."""

from collections.abc import Iterator
from re import compile as pattern

from desktop.checking.observations.deadlines import deadlines
from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.observations.own_names import own_names
from desktop.checking.observations.periods import periods
from desktop.checking.observations.years import Day, day_in, days_of, first_day, years_in
from desktop.checking.result import Severity
from desktop.checking.squeeze import squeeze_words
from desktop.reading.draft import Role, Section, Span
from desktop.reading.numbering import chinese_value

_KIND = "date"
_MONTH_DAY = pattern(
    r"(?=[0-9])(?<![0-9./-])(?:(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
    r"|(?P<py>(?:19|20)[0-9]{2})(?P<sep>[./-])(?P<pm>[0-9]{1,2})(?P=sep)(?P<pd>[0-9]{1,2})(?![0-9./-]))"
)
_DIGITS = pattern("[0-9](?<![0-9./-].)(?=[0-9]{0,3}[年月][0-9]|[0-9]{3}[./-][0-9])")
"""Where a date can begin. Like the patterns below it begins with plain characters, which are looked for much faster."""
_CHINESE_DAY = pattern(
    "[一二三四五六七八九十](?<![一二三四五六七八九十百].)[一二三四五六七八九十]{0,2}月[一二三四五六七八九十]{1,4}日"
)
_JOINED = pattern(r"[12](?<![0-9].)(?:(?<=1)9|(?<=2)0)[0-9]{2}(?:19|20)[0-9]{2}(?=年|\))")
_REVERSED = pattern("[12](?<![0-9].)(?:(?<=1)9|(?<=2)0)[0-9]{2}年?[-至到~](?:19|20)[0-9]{2}(?=年)")
_STRANGE = pattern("2(?<![0-9].)(?:0[0-9]{3}|0[0-9]|[1-9][0-9]{2}|0[6-9][0-9])年(?=度|[0-9]{1,2}月)")
_RELATIVE_WORD = pattern("(?:下一?年度?|明年|来年|上一?年度?|去年|本年度?|今年)")
_RELATIVE_YEAR = pattern("(?:下一?年度?|明年|来年|上一?年度?|去年|本年度?|今年)$")
_UNTIL = pattern("截[至止]到?(?=20[0-9]{2}年)")
_REPORTED = pattern("现[将就][^。,]{0,12}?(20[0-9]{2})年(?:度)?[^。]{0,40}?(?:报告|汇报|总结)")
_YEAR_OPENS = pattern("\n(20[0-9]{2})年(?:度|以来|来)?,")
_OPENS_WITH = pattern("我|全|在|县|市|区|街道|镇|乡|本")
_HONOURED = pattern("被|荣获|获评|获得|荣膺|入选|授予|启动|挂牌|组建|成立(?!以来)")
"""What an earlier year is named for."""
_PLANNED = pattern("将|要|继续|进一步|计划|拟|着力|重点")
_UNIT_WILL = pattern(
    "\n(?P<year>20[0-9]{2})年度?,[^,。;\n]{0,20}将(?:继续|进一步|以(?=[^,。]{2,40}为)|围绕|紧紧围绕|紧扣|着力|重点|坚持|按照|持续)"
)
_OPENS = pattern("度?(?:,|我|全|将)")
_OTHER_YEAR_OPENS = pattern("[。\n](?P<year>20[0-9]{2})年(?:度|全年|以来)?,(?=我|全|共|累计|新增|完成|办理|开展|受理)")
_OF_OTHER_YEAR = pattern(
    "20[0-9]{2}年.{1,60}20[0-9]{2}年|同比|[比较]上年|[比较]去年|截至|目前|将|计划|拟|启动|历年|连续"
)
_YEARS_PLAN = pattern(
    "20(?<![0-9-至]20)[0-9]{2}年(?:度)?(?![-至0-9以])[^《》,。;、0-9]{0,18}?(?P<what>工作要点|要点|工作计划|任务分工|任务清单|工作安排)"
)
_OF_LAST_YEAR = pattern("上年|去年|上一年|总结|完成情况|回顾|自20|连续|历年|以来")
_NOT_OWN = pattern(r"《[^《》]{1,120}》|\([^()]{1,60}\)|〔[^〔〕]{1,12}〕|\[[0-9]{4}\]")
_PART_OF_YEAR = pattern("半年|季度|[0-9一二三四]季|[0-9]{1,2}月")
_DONE_HEADING = pattern("情况|成效|举措|做法|总结|回顾|工作|进展")
_PLANS_TOO = pattern(
    "(?:(?P<lacks>不足|问题|短板|困难)|[和及与]|(?<![一二三四五六七八九十])、)[^,。;]{0,8}(?P<year>20[0-9]{2})年度?"
    "(?:的|法治政府建设|法治建设|依法行政|重点)*(?:工作)?(?:(?P<plan>思路|打算|安排|计划|设想|展望)|重点|举措|措施|目标|任务)"
)
"""A heading that looks back and ahead: 存在的不足及2024年工作思路."""
_LOOKS_BACK = (Role.MEASURES, Role.FIRST_RESPONSIBLE, Role.SHORTCOMINGS)
_LATER = pattern("将|拟|计划|预计|力争|确保|前|底前|到期|届满|至")
_LATEST_EARLY_DAY = (12, 20)


def date(material: Material) -> Iterator[Seen]:
    """Everything about years and dates."""
    yield from _impossible(material)
    yield from _misspelt(material)
    yield from _ranges(material)
    if material.year is not None:
        yield from _headings(material.year, material)
        yield from _announced_year(material.year, material)
        yield from _plan_opens(material.year, material)
        yield from _plan_within(material.year, material)
        yield from _stale(material.year, material)
        yield from _old_plans(material.year, material)
        yield from _relative(material.year, material)
        yield from _signature(material.year, material)
        yield from periods(material.year, material)
        yield from deadlines(material.year, material)
    yield from _until(material)


def _impossible(material: Material) -> Iterator[Seen]:
    end = 0
    for found in _DIGITS.finditer(material.text):
        match = _MONTH_DAY.match(material.text, found.start())
        if match is None or found.start() < end:
            continue
        end = match.end()
        year = match["year"] or match["py"]
        month, day = int(match["month"] or match["pm"]), int(match["day"] or match["pd"])
        yield from _no_such_day(int(year) if year else None, month, day, match.span())
    for match in _CHINESE_DAY.finditer(material.text):
        written_month, _, written_day = match.group()[:-1].partition("月")
        yield from _no_such_day(None, chinese_value(written_month), chinese_value(written_day), match.span())


def _no_such_day(year: int | None, month: int, day: int, stretch: Stretch) -> Iterator[Seen]:
    if 1 <= month <= 12 and 1 <= day <= days_of(month, year):
        return
    if not 1 <= month <= 12:
        why = f"没有{month}月"
    else:
        leap = f"{year}年" if year and month == 2 and day == 29 else ""
        why = f"{leap}{month}月没有{day}日"
    yield Seen(_KIND, Severity.ERROR, *stretch, f"{why}，请核对日期。")


def _misspelt(material: Material) -> Iterator[Seen]:
    for match in _JOINED.finditer(material.text):
        first, last = match.group()[:4], match.group()[4:]
        if int(first) < int(last):
            end = match.end() + 1
            message = f"“{material.text[match.start() : end].rstrip(')')}”疑似漏了连接号，应为“{first}—{last}年”。"
            yield Seen(_KIND, Severity.ERROR, match.start(), end, message)
    for match in _STRANGE.finditer(material.text):
        yield Seen(_KIND, Severity.WARNING, match.start(), match.end(), f"“{match.group()}”不像年份，请核对。")


def _ranges(material: Material) -> Iterator[Seen]:
    for match in _REVERSED.finditer(material.text):
        first, last = match.group()[:4], match.group()[-4:]
        if int(first) > int(last):
            message = f"起止年份颠倒：{first}年在{last}年之后，请核对。"
            yield Seen(_KIND, Severity.WARNING, match.start(), match.end() + 1, message)


def own_years(text: str) -> list[tuple[int, int, int]]:
    """Start, end and year of the years that a heading itself names, not those in titles, brackets or ranges."""
    masked = _NOT_OWN.sub(lambda match: "　" * len(match.group()), text)
    found = []
    for one in years_in(masked):
        ranged = masked[one.start - 1 : one.start] in ("-", "至", "~") or masked[one.end : one.end + 1] in ("-", "至")
        if not ranged and not masked.startswith(("以来", "起", "底", "末"), one.end):
            found.append((one.start, one.end, one.year))
    return found


def _headings(year: int, material: Material) -> Iterator[Seen]:
    """Headings of parts that name another year: 四、2018年工作安排 in the report for 2018."""
    draft = material.draft
    for section in draft.sections:
        if section.parent is not None and section.level > 2:
            continue
        start, end = _squeezed(section.heading, material)
        named = own_years(material.text[start:end]) if material.text.find("年", start, end) >= 0 else ()
        if not named or _PART_OF_YEAR.search(material.text[start:end]):
            continue
        role = _role(section, material)
        first = named[0][2]
        if role is Role.NEXT_YEAR and all(one[2] != year + 1 for one in named) and first <= year:
            message = f"报告年度是{year}年，下一年度安排应为{year + 1}年，这里写的是{first}年。"
            yield Seen(_KIND, Severity.ERROR, start, end, message, _title(material))
        elif role is Role.NEXT_YEAR and len(named) == 1 and first > year + 1:
            message = f"报告年度是{year}年，下一年度是{year + 1}年，这里写的是{first}年，请核对。"
            yield Seen(_KIND, Severity.WARNING, start, end, message, _title(material))
        elif plans := _PLANS_TOO.search(material.text, start, end):
            ahead = int(plans["year"])
            if plans["lacks"] and plans["plan"] and len(named) == 1 and year - 1 <= ahead <= year:
                message = f"报告年度是{year}年，下一年度安排应为{year + 1}年，这里写的是{ahead}年。"
                yield Seen(_KIND, Severity.ERROR, start, end, message, _title(material))
        elif role in _LOOKS_BACK and len(named) == 1 and first != year and abs(first - year) <= 2:
            message = f"报告年度是{year}年，这个标题写的是{first}年，请核对。"
            if _DONE_HEADING.search(material.text, start, end):
                yield Seen(_KIND, Severity.WARNING, start, end, message, _title(material))


def _role(section: Section, material: Material) -> Role:
    return material.draft.part_at(section.heading.start).role


def _title(material: Material) -> tuple[Stretch, ...]:
    title = material.draft.title
    return () if title is None else (_squeezed(title, material),)


def _squeezed(span: Span, material: Material) -> Stretch:
    start = material.squeezed.index_of(span.start)
    return start, max(start + 1, material.squeezed.index_of(span.end))


def _announced_year(year: int, material: Material) -> Iterator[Seen]:
    """现将2020年度…报告如下 in the report for 2021, and an opening that begins with another year."""
    text = material.text
    match = _REPORTED.search(text, 0, 1500)
    if match and int(match[1]) != year:
        yield Seen(
            _KIND,
            Severity.ERROR,
            match.start(),
            match.end(),
            f"报告年度是{year}年，这里写的是{match[1]}年，请核对。",
            _title(material),
        )
    title = material.draft.title
    start = _squeezed(title, material)[1] if title else 0
    for line in _YEAR_OPENS.finditer(text, start, start + 200):
        if int(line[1]) == year - 1 and (
            _OPENS_WITH.match(text, line.end()) or _unit_opens(line.end(), year, material)
        ):
            message = f"报告年度是{year}年，开头写的是{line[1]}年，请核对。"
            yield Seen(_KIND, Severity.WARNING, line.start() + 1, line.end(), message, _title(material))


def _unit_opens(at: int, year: int, material: Material) -> bool:
    """Whether the unit is named at ``at`` and told of as in a year's report, not with an earlier year's honours."""
    text = material.text
    named = own_names(squeeze_words(material.draft.unit or ""), material.words.name.short_forms).match(text, at)
    if named is None:
        return False
    stop = material.clauses.sentence(at)[1]
    paragraph = text.find("\n", at)
    return _HONOURED.search(text, at, stop) is None and f"{year}年," not in text[stop : max(paragraph, stop)]


def _plan_opens(year: int, material: Material) -> Iterator[Seen]:
    """2018年，我局将继续… at the head of what is planned after 2018."""
    text = material.text
    for part in material.draft.parts:
        if part.role is not Role.NEXT_YEAR:
            continue
        start, end = material.squeezed.index_of(part.start), material.squeezed.index_of(part.end)
        for one in years_in(text, start, min(end, start + 160)):
            if text[one.start - 1 : one.start] not in "\n。" or one.year > year or not _OPENS.match(text, one.end):
                continue
            stop = material.clauses.sentence(one.start)[1]
            if _PLANNED.search(text, one.end, min(stop, one.end + 60)):
                message = f"报告年度是{year}年，下一年度是{year + 1}年，这里写的是{one.year}年，请核对。"
                yield Seen(_KIND, Severity.WARNING, one.start, min(stop, one.end + 30), message, _title(material))


def _plan_within(year: int, material: Material) -> Iterator[Seen]:
    """2016年，某县人民政府将以…为主线 after the shortcomings of 2016, in one part with them."""
    for match in _UNIT_WILL.finditer(material.text):
        if int(match["year"]) == year and material.role(match.start() + 1) is Role.SHORTCOMINGS:
            message = f"报告年度是{year}年，下一年度是{year + 1}年，这里写的是{year}年，请核对。"
            yield Seen(_KIND, Severity.WARNING, match.start() + 1, match.end(), message, _title(material))


def _stale(year: int, material: Material) -> Iterator[Seen]:
    """2020年，我局新增… among what was done in 2022; 2023年，全年开展… before that year began."""
    text = material.text
    for match in _OTHER_YEAR_OPENS.finditer(text):
        named = int(match["year"])
        role = material.role(match.start() + 1)
        if named == year or abs(named - year) > 3 or role not in _LOOKS_BACK:
            continue
        stop = min(material.clauses.sentence(match.end())[1], match.end() + 80)
        if _OF_OTHER_YEAR.search(text, match.start(), stop) or not material.amounts.first(match.end(), stop):
            continue
        message = f"报告年度是{year}年，这里写的是{named}年的情况，请核对。"
        yield Seen(_KIND, Severity.NOTICE, match.start() + 1, min(stop, match.end() + 30), message)


def _old_plans(year: int, material: Material) -> Iterator[Seen]:
    """落实2019年度法治建设工作要点 in the report for 2022."""
    text = material.text
    for match in _YEARS_PLAN.finditer(text):
        named = int(match.group()[:4])
        role = material.role(match.start())
        if not year - 4 <= named < year or role not in (*_LOOKS_BACK, Role.OPENING):
            continue
        if not _OF_LAST_YEAR.search(text, *material.sentence(match.start(), 60)):
            message = f"报告年度是{year}年，这里依据的是{named}年的{match['what']}，请核对。"
            yield Seen(_KIND, Severity.NOTICE, match.start(), match.end(), message)


def _relative(year: int, material: Material) -> Iterator[Seen]:
    """下一年度（2022年） where the report is for 2022."""
    text = material.text
    for mark in ("(20", ",即20"):
        for at in material.places(mark):
            word = _RELATIVE_YEAR.search(text[max(0, at - 5) : at])
            named = next(years_in(text, at + len(mark) - 2, at + len(mark) + 5), None)
            if word and named and named.start == at + len(mark) - 2:
                yield from _not_relative(word.group(), named.year, year, (at - len(word.group()), named.end))
    for at in material.places("年("):
        after = _RELATIVE_WORD.match(text, at + 2)
        named = next(years_in(text, max(0, at - 4), at + 1), None)
        if after and named and text.startswith(")", after.end()):
            yield from _not_relative(after.group(), named.year, year, (named.start, after.end() + 1))


def _not_relative(word: str, named: int, year: int, stretch: Stretch) -> Iterator[Seen]:
    shift = 1 if word[0] in "下明来" else -1 if word[0] in "上去" else 0
    if named != year + shift and not (word == "今年" and named == year + 1):
        message = f"报告年度是{year}年，“{word}”应为{year + shift}年，这里写的是{named}年，请核对。"
        yield Seen(_KIND, Severity.WARNING, *stretch, message)


def _signature(year: int, material: Material) -> Iterator[Seen]:
    """The date of the signature against the report year."""
    span = material.draft.signature_date
    if span is None or _PART_OF_YEAR.search("".join((material.draft.title_text or "").split())):
        return
    start, end = _squeezed(span, material)
    found = first_day(material.text, start, end)
    if found is None:
        return
    at, day, _ = found
    written = material.text[at:end]
    if day.year < year or (day.year == year and day.month <= 10):
        message = f"成文日期{written}早于{year}年度结束，年份可能没有改，请核对。"
        yield Seen(_KIND, Severity.ERROR, at, end, message, _title(material))
    elif day.year == year and (day.month, day.day) < _LATEST_EARLY_DAY:
        message = f"成文日期{written}时{year}年度还没有结束，请核对全年数据是否完整。"
        yield Seen(_KIND, Severity.NOTICE, at, end, message, _title(material))
    elif day.year > year + 1:
        message = f"{year}年度的报告，成文日期是{written}，请核对年份。"
        yield Seen(_KIND, Severity.WARNING, at, end, message, _title(material))


def _until(material: Material) -> Iterator[Seen]:
    """截至2022年12月底 in a report signed before that day."""
    span = material.draft.signature_date
    signed = None
    if span is not None:
        found = first_day(material.text, *_squeezed(span, material))
        signed = found[1] if found else None
    if signed is not None:
        yield from _after_signature(signed, material)
    for at in sorted((*material.places("截至"), *material.places("截止"))):
        match = _UNTIL.match(material.text, at)
        until = day_in(material.text, match.end()) if match else None
        if match is None or until is None:
            continue
        day, end = until
        if signed is not None and signed.exact and day[: 3 if day.exact else 2] > signed[: 3 if day.exact else 2]:
            message = f"截止日期在成文日期{signed.year}年{signed.month}月{signed.day}日之后，请核对。"
            yield Seen(_KIND, Severity.WARNING, match.start(), end, message)
        elif material.year is not None and day.year > material.year + 1:
            message = f"报告年度是{material.year}年，截止日期却在{day.year}年，请核对。"
            yield Seen(_KIND, Severity.WARNING, match.start(), end, message)


def _after_signature(signed: Day, material: Material) -> Iterator[Seen]:
    """于2023年10月开展评查 in a report signed in February 2023."""
    text = material.text
    for mark in ("于20", "在20"):
        for at in material.places(mark):
            found = day_in(text, at + 1)
            role = material.role(at)
            if found is None or role not in _LOOKS_BACK or found[0][:2] <= signed[:2]:
                continue
            day, end = found
            if not _LATER.search(text, *material.clauses.clause(at)):
                told = f"{signed.year}年{signed.month}月"
                message = f"{day.year}年{day.month}月在成文日期（{told}）之后，请核对。"
                yield Seen(_KIND, Severity.WARNING, at, min(end + 12, material.clauses.clause(end)[1]), message)
