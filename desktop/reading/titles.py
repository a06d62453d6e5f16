"""Where the title stands: not always in the first line.

A letterhead, a document number, a signer, a date, a web page's own lines may precede. The title is the line
that says what paper it is, with the unit and the pieces of the title above it; where no line says so, the
opening line that says most of a title's words; else the first line that can be one.
"""

import re
from collections.abc import Sequence

from desktop.reading.dates import is_date
from desktop.reading.lines import ends_sentence, is_salutation
from desktop.reading.unit_names import UNIT_LINE, is_same_unit, own_name, unit_in_title
from desktop.reading.words import Words

WEB_LINE = re.compile(
    "来源：|发布|时间：|日期：|浏览|点击|字体|字号|作者：|编辑：|打印|索引号|发文机关|公开方式|主题分类|有效性|[>＞»]"
)
_TITLE_END = re.compile("(?:报告|报告书|年报|总结|汇报|情况|公报|综述|材料)(?:（[^（）]{1,14}）)?$")
_YEAR = re.compile(r"(?:19|20)\d\d|二[〇○零]")
_PAPER_END = re.compile("(?:报告|年报|总结|汇报)(?:（[^（）]{1,14}）)?$")
_ABOUT_TITLE = re.compile("报告|总结|汇报|公报|法治|依法")
_TITLE_PIECE = re.compile(r"关于|法治|依法|年度|\d年|报告|建设|推进")
_TITLE_WORDS = (
    re.compile("年度|(?:19|20)\\d\\d年|二[〇○零]"),
    re.compile("法治|依法"),
    re.compile("报告|总结|汇报|建设"),
)
_MARK = re.compile(
    r"^.{0,16}[〔【\[（]\d{4}[〕】\]）]第?\d{1,4}号(?:$|签发)|^签发人?|^附[件表]|^（.{1,12}）$|^\d{1,8}$"
    "|^(?:绝密|机密|秘密|特急|加急|急件|平急)(?:★.{0,8})?$|^(?:密级|紧急程度|缓急|份号|编号|文号)"
)
_LETTERHEAD = re.compile("(?:文件|简报|函|专报|信息|〔.{0,8}〕)$")
_LONGEST_LINE = 90
_OPENING_LINES = 12
_PIECES = 3


def find_title(lines: Sequence[Words]) -> tuple[int, int] | None:
    """The range of lines that make up the title, None if there is no title."""
    styled = [index for index, line in enumerate(lines[:_OPENING_LINES]) if line.level == 0]
    if styled:
        return _styled_start(lines, styled), styled[-1] + 1
    first = 0
    opening: list[int] = []
    for index, line in enumerate(lines[:_OPENING_LINES]):
        text = line.text
        if _ends_opening(line) and not _MARK.search(text):
            break
        if is_salutation(text) and opening:
            break
        if _MARK.search(text) or WEB_LINE.search(text) or text[-1] == "：" or is_date(text):
            first = index + 1
            continue
        opening.append(index)
        if _TITLE_END.search(text) and _ABOUT_TITLE.search(text):
            return _title_from(lines, first, index)
    best = _best_line(lines, opening)
    if best is not None:
        return _title_start(lines, min(first, best), best), best + 1
    return (opening[0], opening[0] + 1) if opening and _may_be_title(lines, opening[0]) else None


def _title_from(lines: Sequence[Words], first: int, last: int) -> tuple[int, int]:
    """The title that ends in line ``last``, or the next one if only that says the year (the name of a column above)."""
    after = lines[last + 1] if last + 1 < len(lines) else None
    paper = after is not None and not _ends_opening(after) and _PAPER_END.search(after.text)
    if after is not None and paper and _YEAR.search(after.text) and not _YEAR.search(lines[last].text):
        return last + 1, last + 2
    return _title_start(lines, first, last), last + 1


def _score(text: str) -> int:
    """How much of what titles say is said: the year, the matter, the kind of paper."""
    return sum(pattern.search(text) is not None for pattern in _TITLE_WORDS)


def letterhead(lines: Sequence[Words], title: tuple[int, int] | None) -> str | None:
    """The unit whose name stands in a line of its own above the title."""
    for line in lines[: title[0]] if title else ():
        name = _LETTERHEAD.sub("", line.text)
        if UNIT_LINE.match(name):
            return own_name(name)
    return None


def _ends_opening(line: Words) -> bool:
    """True for a line that is text or a heading, so that no title can follow."""
    return bool(line.row or line.level or len(line.text) > _LONGEST_LINE or "。" in line.text or line.number)


def _styled_start(lines: Sequence[Words], styled: Sequence[int]) -> int:
    """The first line of a title that a style marks: a letterhead and a number may bear the same style."""
    last = styled[-1]
    after = [index + 1 for index in range(styled[0], last) if _MARK.search(lines[index].text)]
    first = max(after, default=styled[0])
    start = _title_start(lines, first, last)
    named = _names_itself(lines, start)
    return start if after or (start > first and named) else first


def _title_start(lines: Sequence[Words], first: int, last: int) -> int:
    """The first line of a title that ends in line ``last``: the unit and pieces of the title stand above it."""
    start = last
    while start > max(first, last - _PIECES):
        above = lines[start - 1].text
        if UNIT_LINE.match(above):
            if _names_itself(lines, start):
                break
        elif not _TITLE_PIECE.search(above):
            break
        start -= 1
    return start


def _names_itself(lines: Sequence[Words], index: int) -> bool:
    """True if line ``index`` opens with the very unit that the line above it names, which is then a letterhead."""
    above, named = lines[index - 1].text if index else "", unit_in_title(lines[index].text)
    if named is None or not UNIT_LINE.match(above):
        return False
    return is_same_unit(named, own_name(above)) or is_same_unit(own_name(above), named)


def _best_line(lines: Sequence[Words], opening: Sequence[int]) -> int | None:
    """The opening line that says most of what titles say: the year, the matter, the kind of paper."""
    said = {
        index: _score(lines[index].text)
        for index in opening
        if not ends_sentence(lines[index].text) and lines[index].text[-1] not in "，、：" and index + 1 < len(lines)
    }
    best = max(said, key=lambda index: (said[index], -index), default=None)
    return best if best is not None and said[best] > 1 and "，" not in lines[best].text else None


def _may_be_title(lines: Sequence[Words], index: int) -> bool:
    """A first line that is no sentence and no numbered heading stands for the title."""
    text = lines[index].text
    short = 4 <= len(text) <= 60 and not ends_sentence(text) and text[-1] not in "，、："
    return short and index + 1 < len(lines) and "，" not in text
