"""What a draft says of itself: title, unit, report year, addressee, signature and its date."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reading.lines import ends_sentence, is_salutation
from desktop.reading.numbering import CHINESE_DIGITS
from desktop.reading.words import Words

_TITLE_END = re.compile("(?:报告|报告书|年报|总结|汇报|情况|公报|综述|材料)(?:（[^（）]{1,14}）)?$")
_ABOUT_TITLE = re.compile("报告|总结|汇报|公报|法治|依法")
_WEB_LINE = re.compile(
    "来源：|发布|时间：|日期：|浏览|点击|字体|字号|作者：|编辑：|打印|索引号|发文机关|公开方式|主题分类|有效性|[>＞»]"
)
_TITLE_PIECE = re.compile(r"关于|法治|依法|年度|\d年|报告|建设|推进")
_FILE_NUMBER = re.compile(r"[〔\[（]\d{4}[〕\]）]\d{1,4}号$|^签发人|^附件|^（.{1,12}）$")
_UNIT_NAME = (
    "人民政府|政府|街道办事处|办事处|管理委员会|管委会|委员会|管理局|监督局|局|厅|委|办公室|总队|支队|大队|中心|院"
    "|署|社|会|所|街道|镇|乡|处|公司|部|站"
)
_UNIT = re.compile(
    f"^(.{{1,40}}?(?:{_UNIT_NAME}))(?=关于|20|19|二〇|二○|二零|法治|依法|推进|贯彻|年度|落实|$|（|履行|全面|党组|党委)"
)
_AREA = re.compile(
    "^(.{2,24}?(?:自治区|自治州|自治县|新区|开发区|园区|省|市|县|区|州|旗|盟))(?=关于|20|19|法治|依法|人民|推进|年度)"
)
_LEADING_YEAR = re.compile(r"^(?:关于)?(?:(?:19|20)\d\d|[〇○零一二三四五六七八九]{4})年(?:度)?(?:的)?")
_MENTION = re.compile(
    "[\u4e00-\u9fff]{2,20}?(?:人民政府|街道办事处|管理委员会|管委会|委员会|[^当布结格全大出时][局厅])(?![长面部限])"
)
_DATE = re.compile(
    r"^(?:(?:19|20)\d\d|[一二三四五六七八九〇○Oo零]{4})年"
    rf"(?:\d{{1,2}}|[{CHINESE_DIGITS}]{{1,3}})月(?:(?:\d{{1,2}}|[{CHINESE_DIGITS}]{{1,3}})日)?$"
    r"|^(?:19|20)\d\d[.．/\-]\d{1,2}[.．/\-]\d{1,2}$"
)
_UNIT_LINE = re.compile(rf"^[^，。；：！？\d]{{2,40}}(?:{_UNIT_NAME})(?:（.{{1,10}}）)?$")
_SIGNED_DATE = re.compile(
    rf"^(?P<unit>[^，。；：！？\d]{{2,40}}?(?:{_UNIT_NAME}))(?:19|20)\d\d年\d{{1,2}}月(?:\d{{1,2}}日)?$"
)
_CLOSING_WORDS = re.compile(
    "^(?:特此报告|专此报告|以上报告|特此汇报|此报告|请予?审[阅议]|附件|附：|联系人|抄送|主送|抄报|以上.{0,16}请|此件"
    "|公开方式|信息公开|责任编辑|责编|编辑：|来源：|校对|打印|【打印|关闭|上一篇|下一篇|扫一扫|分享)|印发$"
)
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_CHINESE_YEAR = re.compile("([二一][〇○零九][〇○零一二三四五六七八九]{2})年")
_NOT_OWN_YEAR = re.compile("《[^《》]{1,80}》|〔[^〔〕]{1,12}〕|（[^（）]{1,40}）")
_REPORTED = re.compile(r"现将[^。]{0,30}?((?:19|20)\d\d)年")
_YEAR_OPENS = re.compile(r"^((?:19|20)\d\d)年")
_PLANNED = re.compile("安排|打算|计划|思路|展望")
_LATE = re.compile(r"年(?:1[012]|十[一二]?)月|^\d{4}\D1[012]\D")
_ARABIC_DIGITS = str.maketrans("〇○Oo零一二三四五六七八九", "00000123456789")
_TITLE_LINES = 8
_CLOSING_LINES = 12


@dataclass(frozen=True, slots=True)
class About:
    """Line ranges and facts. ``title`` is a range of lines; the others are line numbers or None."""

    title: tuple[int, int] | None
    title_text: str | None
    unit: str | None
    year: int | None
    addressee: int | None
    signature: int | None
    signature_date: int | None
    body: int
    closing: int


def look_about(lines: Sequence[Words]) -> About:
    """Find title, addressee, signature and date among ``lines``, and from them unit and year."""
    title = _find_title(lines)
    start = title[1] if title else 0
    title_text = "".join(line.text for line in lines[title[0] : title[1]]) if title else None
    addressee = _find_addressee(lines, start)
    body = max(start, addressee + 1 if addressee is not None else 0)
    closing, signature, date = _find_closing(lines, body)
    if date is None:
        top = range(start, min(start + 3, len(lines)))
        date = next((index for index in top if _DATE.match(_bare(lines[index].text))), None)
    if date is not None and body <= date < closing:
        body = date + 1
    while body < closing and len(lines[body].text) <= 80 and _WEB_LINE.search(lines[body].text):
        body += 1
    unit = _unit_of(title_text) or _signed(lines, signature) or _first_mention(lines, start)
    year = _find_year(lines, title_text, body, closing, date)
    return About(title, title_text, unit, year, addressee, signature, date, body, closing)


def _find_title(lines: Sequence[Words]) -> tuple[int, int] | None:
    """The lines that make up the title: up to the one that names the kind of paper."""
    styled = [index for index, line in enumerate(lines[:_TITLE_LINES]) if line.level == 0]
    if styled:
        return styled[0], styled[-1] + 1
    first = 0
    for index, line in enumerate(lines[:_TITLE_LINES]):
        text = line.text
        if line.row or line.level or len(text) > 90 or "。" in text or line.number or index - first > 3:
            break
        if _WEB_LINE.search(text) or _FILE_NUMBER.search(text) or text[-1] == "：" or _DATE.match(text):
            if index > first:
                break
            first = index + 1
            continue
        if _TITLE_END.search(text) and _ABOUT_TITLE.search(text):
            return _title_start(lines, first, index), index + 1
    return _short_first_line(lines)


def _title_start(lines: Sequence[Words], first: int, last: int) -> int:
    """The first line of a title that ends in line ``last``: the unit and pieces of the title stand above it."""
    start = last
    while start > first and (_TITLE_PIECE.search(lines[start - 1].text) or _UNIT_LINE.match(lines[start - 1].text)):
        start -= 1
    return start


def _short_first_line(lines: Sequence[Words]) -> tuple[int, int] | None:
    """A first line that is no sentence and no numbered heading stands for the title."""
    if len(lines) < 2:
        return None
    text = lines[0].text
    short = 4 <= len(text) <= 60 and not ends_sentence(text) and text[-1] not in "，、："
    fits = short and not lines[0].row and not lines[0].level and lines[0].number is None
    return (0, 1) if fits and "，" not in text and not _DATE.match(text) else None


def _find_addressee(lines: Sequence[Words], start: int) -> int | None:
    for index in range(start, min(start + 4, len(lines))):
        text = lines[index].text
        if _WEB_LINE.search(text[:80]):
            continue
        if is_salutation(text) and lines[index].number is None:
            return index
    return None


def _find_closing(lines: Sequence[Words], body: int) -> tuple[int, int | None, int | None]:
    """Where the closing lines begin, and which of them hold the signature and the date."""
    closing = len(lines)
    signature = date = None
    for index in range(len(lines) - 1, max(body, len(lines) - _CLOSING_LINES) - 1, -1):
        text = lines[index].text
        if len(text) > 60 or lines[index].row or lines[index].level:
            break
        if _DATE.match(_bare(text)) and date is None:
            date = index
        elif _SIGNED_DATE.match(text) and signature is None:
            signature = index
            date = index if date is None else date
        elif _UNIT_LINE.match(text) and lines[index].number is None:
            signature = index
        elif not _CLOSING_WORDS.search(_bare(text)):
            break
        closing = index
    return closing, signature, date


def _unit_of(title_text: str | None) -> str | None:
    """The unit a title opens with."""
    if title_text is None:
        return None
    words = _LEADING_YEAR.sub("", title_text)
    match = _UNIT.match(words) or _AREA.match(words)
    return match[1] if match else None


def _signed(lines: Sequence[Words], signature: int | None) -> str | None:
    if signature is None:
        return None
    tail = _SIGNED_DATE.match(lines[signature].text)
    name = tail["unit"] if tail else lines[signature].text
    return re.sub("（.{1,10}）$", "", name)


def _first_mention(lines: Sequence[Words], start: int) -> str | None:
    """The first unit named at the start of a sentence of the opening."""
    for line in lines[start : start + 6]:
        for clause in re.split("[，。；：]", line.text[:600]):
            match = _MENTION.match(_LEADING_YEAR.sub("", clause.strip()))
            if match:
                return match[0]
    return None


def _find_year(lines: Sequence[Words], title: str | None, body: int, closing: int, date: int | None) -> int | None:
    """The report's year: title, opening, headings of the parts, date less one, commonest year of the text."""
    if title:
        years = _years(title)
        if years:
            return years[0]
    opening = [line.text[:800] for line in lines[body : min(body + 4, closing)]]
    for text in opening:
        match = _REPORTED.search(text)
        if match:
            return int(match[1])
    for text in opening:
        match = _YEAR_OPENS.match(text)
        if match:
            return int(match[1])
    planned = [(year, line.text) for line in lines[body:closing] if len(line.text) <= 40 for year in _years(line.text)]
    for year, text in planned:
        if _PLANNED.search(text):
            return year - 1
    if date is not None:
        return _reported_year(_bare(lines[date].text))
    counts = Counter(year for line in lines[:2000] for year in _years(line.text[:4000]))
    return max(counts, key=lambda year: (counts[year], year)) if counts else None


def _reported_year(date: str) -> int | None:
    """The year a report of this date is about: the year before, in the last three months the same year."""
    years = re.findall("^[0-9]{4}", date) or [_plain(found) for found in _CHINESE_YEAR.findall(date)]
    if not years:
        return None
    return int(years[0]) if _LATE.search(date) else int(years[0]) - 1


def _bare(text: str) -> str:
    """``text`` without brackets around it."""
    return text.strip("（）")


def _years(text: str) -> list[int]:
    """The years named in ``text`` outside titles of documents and brackets."""
    text = _NOT_OWN_YEAR.sub("", text)
    years = [int(found) for found in _YEAR.findall(text)]
    return years or [int(_plain(found)) for found in _CHINESE_YEAR.findall(text)]


def _plain(chinese: str) -> str:
    """Chinese year digits as ordinary ones: 二〇二三 is 2023."""
    return chinese.translate(_ARABIC_DIGITS)
