"""Points inside a text: 一是、二是、四是; （1）（2）（4）; 以下三项工作 before four of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from re import Match
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity
from desktop.reading.numbering import chinese_value

_KIND = "numbering"
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_POINT = pattern(
    r"(?=[一二三四五六七八九十其第(0-9①-⑳])(?:(?:(?<=[。;:,!?)\n])|(?<=^))(?:"
    rf"(?P<is>(?:其|第)?(?P<v1>{_NUMERAL})是)(?![一二三四五六七八九十][、,])"
    rf"|(?P<nth>第(?P<v2>{_NUMERAL}),)"
    r"|(?P<round>\((?P<v3>[0-9]{1,2})\))(?![件人次项个])"
    rf"|(?P<brackets>(?<!\n)\((?P<v4>{_NUMERAL})\))(?![项款条目])"
    r"|(?P<arabic>(?<=[。;:])(?P<v5>[0-9]{1,2})[.、](?![0-9]))"
    r")|(?P<circled>[①-⑳]))"
)
_OPENING = pattern("[一二三四五六七八九十其第(0-9①-⑳](?:(?<=[。;:,!?)\\n].)|(?<=[①-⑳]))")
"""Where a point can begin: a plain set of characters is looked for much faster than all of ``_POINT``."""
_ANNOUNCED = pattern(
    r"(?:以下|如下|下列|下面|这|重点(?:抓好|做好|抓|是|从)|着重(?:抓好|做好)|从)[^。;:,\n0-9]{0,8}?"
    r"(?P<count>[两二三四五六七八九十]|[0-9]{1,2})(?:个方面|方面|项工作|项任务|项措施|项|点|件事|条措施|个问题|个重点)[^。;:\n]{0,10}[:。,]$"
)
_QUOTE = 24
_DEEPEST = 20
"""More lists than this are not open inside each other in any report."""
_STOP = pattern("[,。;:\n]")
_FIRST_ELSEWHERE = pattern("一是|首先|第一|一方面|其一|一要|一抓|先是")


@dataclass(slots=True)
class _List:
    """One list of points as far as it has been read: kind, values and places."""

    kind: str
    values: list[int]
    starts: list[int]
    announced: tuple[int, int, int] | None = None


def points(material: Material) -> Iterator[Seen]:
    """Points that are not numbered one after the other, or are not as many as announced."""
    text = material.text
    open_lists: list[_List] = []
    scope: int | None = None
    for match in _points(text):
        kind = match.lastgroup or ""
        value = _value(kind, match[kind], match.group("v1", "v2", "v3", "v4", "v5"))
        start = match.start()
        place = _scope(start, material)
        if place != scope:
            yield from _closed(open_lists, material)
            open_lists, scope = [], place
        yield from _put(value, kind, start, open_lists, material)
        if len(open_lists) > _DEEPEST:
            yield from _closed([open_lists.pop(0)], material)
    yield from _closed(open_lists, material)


def _points(text: str) -> Iterator[Match[str]]:
    end = 0
    for at in (0, *(found.start() for found in _OPENING.finditer(text, 1))):
        match = _POINT.match(text, at) if at >= end else None
        if match is not None:
            end = match.end()
            yield match


def _value(kind: str, sign: str, values: tuple[str | None, ...]) -> int:
    if kind == "circled":
        return ord(sign) - ord("①") + 1
    digits = next(one for one in values if one)
    return int(digits) if digits.isdecimal() else chinese_value(digits)


def _scope(index: int, material: Material) -> int:
    """The section a point stands in; lists do not run over headings."""
    section = material.draft.section_at(material.squeezed.original_offset(index))
    return section.start if section is not None else -1


def _put(value: int, kind: str, start: int, lists: list[_List], material: Material) -> Iterator[Seen]:
    """Add a point to the innermost list it can belong to; say so where it fits none."""
    mine = [one for one in lists if one.kind == kind]
    for one in reversed(mine):
        if value == one.values[-1] + 1 and not (one is not mine[-1] and _within(mine[-1], one, value, start, material)):
            one.values.append(value)
            one.starts.append(start)
            while lists[-1] is not one:
                yield from _closed([lists.pop()], material)
            return
    if value == 1 or not mine:
        if value != 1:
            yield from _without_first(value, kind, start, material)
        lists.append(_List(kind, [value], [start], announced(start, material)))
        return
    last = mine[-1]
    before, words = last.values[-1], _shown(kind, value)
    related = ((last.starts[-1], _quote_end(last.starts[-1], material)),)
    if value > before + 1:
        missing = [named(kind, number) for number in range(before + 1, value)]
        if value <= before + 3 and not any(one in material.text[last.starts[-1] : start] for one in missing):
            lacks = "".join(f"“{_shown(kind, number)}”" for number in range(before + 1, value))
            message = f"分点由“{_shown(kind, before)}”跳到“{words}”，缺{lacks}。"
            yield Seen(_KIND, Severity.WARNING, start, _quote_end(start, material), message, related)
    elif value == before:
        message = f"分点“{words}”重复，请核对序号。"
        yield Seen(_KIND, Severity.WARNING, start, _quote_end(start, material), message, related)
    else:
        message = f"分点“{words}”排在“{_shown(kind, before)}”之后，请核对序号。"
        yield Seen(_KIND, Severity.WARNING, start, _quote_end(start, material), message, related)
    last.values.append(value)
    last.starts.append(start)


def _within(inner: _List, outer: _List, value: int, start: int, material: Material) -> bool:
    """Whether a point in the middle of a paragraph belongs to the list of that paragraph, not to one before it."""
    low = material.text.rfind("\n", 0, start) + 1
    mine = inner.starts[-1] >= low and outer.starts[-1] < low < start
    return mine and inner.values[-1] <= value and len(inner.values) > 1


def _without_first(value: int, kind: str, start: int, material: Material) -> Iterator[Seen]:
    """二是 with nothing before it that could be the first."""
    low = max(0, start - 600)
    if kind != "is" or value != 2 or _FIRST_ELSEWHERE.search(material.text, low, start):
        return
    message = "分点从“二是”开始，前面没有“一是”，请核对。"
    yield Seen(_KIND, Severity.WARNING, start, _quote_end(start, material), message)


def announced(start: int, material: Material) -> tuple[int, int, int] | None:
    """The number of points that the words just before the first one promise, and where."""
    low = max(0, start - 40)
    before = material.text[low:start].rstrip("\n")
    found = _ANNOUNCED.search(before) if before.endswith((":", "。", ",")) else None
    if found is None:
        return None
    digits = found["count"]
    count = int(digits) if digits.isdecimal() else 2 if digits == "两" else chinese_value(digits)
    return count, low + found.start(), low + found.end()


def _closed(lists: list[_List], material: Material) -> Iterator[Seen]:
    """Say so of lists that have ended and are not as long as announced."""
    for one in lists:
        if one.announced is None or one.values != list(range(1, len(one.values) + 1)) or len(one.values) < 2:
            continue
        count, start, end = one.announced
        if count != len(one.values) and count <= 20:
            last = (one.starts[-1], _quote_end(one.starts[-1], material))
            message = f"前面说{count}项，后面列了{len(one.values)}项，请核对。"
            yield Seen(_KIND, Severity.WARNING, start, end, message, (last,))


def named(kind: str, value: int) -> str:
    """A point's number as written (squeezed)."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(value, 10)
    words = ("" if not tens else "十" if tens == 1 else f"{digits[tens]}十") + (
        digits[ones] if ones or not tens else ""
    )
    shapes = {"is": f"{words}是", "nth": f"第{words},", "round": f"({value})", "brackets": f"({words})"}
    return shapes.get(kind, chr(ord("①") + value - 1) if kind == "circled" and value <= 20 else f"{value}.")


def _shown(kind: str, value: int) -> str:
    """A point's number as a message shows it."""
    return named(kind, value).replace(",", "，").replace("(", "（").replace(")", "）")


def _quote_end(start: int, material: Material) -> int:
    stop = _STOP.search(material.text, start + 8, start + _QUOTE)
    end = stop.end() if stop else min(len(material.text), start + _QUOTE)
    line = material.text.find("\n", start, end)
    return line if line >= 0 else end
