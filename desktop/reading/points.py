"""The points that a paragraph enumerates: 一是……；二是……, 第一，……, （1）……, ①……."""

from re import compile as pattern

from desktop.reading.draft import Span

_ORDINAL = "一二三四五六七八九十"
_MARK = pattern(
    rf"(?:(?<=[。；;：:，,！!？?\s\n])|^)(?:第?[{_ORDINAL}]+是|其[{_ORDINAL}](?:是)?|第[{_ORDINAL}]+[，、,]"
    rf"|[（(](?:[0-9]{{1,2}}|[{_ORDINAL}]{{1,3}})[）)]|[①-⑳]|[0-9]{{1,2}}[.．、](?![0-9]))"
)


def enumerated_points(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Each point between ``start`` and ``end`` from its mark to the next mark, without the blanks after it.

    A single mark is no enumeration and gives no points.
    """
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    if len(marks) < 2:
        return ()
    spans = []
    for first, following in zip(marks, [*marks[1:], end], strict=True):
        last = following
        while last > first and text[last - 1].isspace():
            last -= 1
        spans.append(Span(first, last))
    return tuple(spans)
