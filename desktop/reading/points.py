"""The points that a text enumerates: 一是……；二是……, 第一，……, 其一……, 首先……, （1）……, ①……, 1.……"""

import re

from desktop.reading.draft import Span
from desktop.reading.numbering import chinese_value, read_number

_CHINESE = "[一二三四五六七八九十]{1,3}"
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
_BOUNDARY = "(?:^|(?<=[。；：，、！？;:,!?\\s]))"
_MARK = re.compile(
    f"{_BOUNDARY}(?:第?(?P<shi>{_CHINESE})是(?!否)|其(?P<qi>[一二三四五六七八九])(?:是|[，,、：:])?"
    f"|第(?P<di>{_CHINESE})[，,、]|(?P<word>首先|其次|再次|最后)[是，,]?"
    f"|(?P<number>[（(]\\s?(?:\\d{{1,2}}|{_CHINESE})\\s?[）)]|[①-⑳]|\\d{{1,2}}\\s?[.．、）)](?!\\d)))"
)


def enumerated_points(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Each point between ``start`` and ``end`` from its mark to the next mark, without the blanks after it.

    Of several kinds of marks the one that counts first is followed, so that ① inside 一是 does not cut it. A
    row begins with one and goes up by one; a later row of the same kind begins again with one. A single
    mark is no enumeration and gives no points.
    """
    rows: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for match in _MARK.finditer(text, start, end):
        family, value = _family_and_value(match)
        if value == 1 or value == last.get(family, -1) + 1:
            rows.setdefault(family, []).append(match.start())
            last[family] = value
    several = [row for row in rows.values() if len(row) > 1]
    if not several:
        return ()
    starts = min(several)
    return tuple(Span(one, _trimmed(text, one, after)) for one, after in zip(starts, [*starts[1:], end], strict=True))


def _family_and_value(match: re.Match[str]) -> tuple[str, int]:
    """The kind of a mark and its place in the row."""
    if match["word"]:
        return "word", _WORDS[match["word"]]
    for family in ("shi", "qi", "di"):
        if match[family]:
            return family, chinese_value(match[family])
    number = read_number(match["number"] + "某")
    return (number.rank.name, number.value) if number is not None else ("", 0)


def _trimmed(text: str, start: int, end: int) -> int:
    """``end`` without the white space before it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
