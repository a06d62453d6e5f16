"""Text files: bytes → lines. Encodings by trial, page numbers of a PDF extraction left out."""

import codecs
import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.errors import DraftError
from desktop.reading.lines import BLANKS, Line, indent_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNREADABLE = "里面不是能认出的文字（文字编码不明或已损坏）；请用 WPS 或 Word 打开后另存为 .docx 再试。"
_SAMPLE = 65536
_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ue000-\uf8ff\ufffd]+")
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")
_LINE_ENDS = re.compile("\r\n|[\r\n\v\x85\u2028\u2029]")
_CONTROLS = tuple(chr(code) for code in (*range(9), *range(14, 32), 0x7F))
_DRESSED_NUMBER = re.compile(
    r"[-—–－─‐―一·•~～]{1,3}\s{0,3}\d{1,4}\s{0,3}[-—–－─‐―一·•~～]{1,3}"
    r"|第\s{0,3}\d{1,4}\s{0,3}页(?:\s{0,3}[,，/／]?\s{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?"
    r"|[Pp]age\s{1,3}\d{1,4}(?:\s{1,3}of\s{1,3}\d{1,4})?"
)
_BARE_NUMBER = re.compile(r"\d{1,4}(?:\s?/\s?\d{1,4})?")


def decode(data: bytes) -> str:
    """The text of ``data``: byte order mark, then UTF-8, UTF-16 by its share of zero bytes, GB18030.

    Raises DraftError when the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data:
        return _wide(data)
    for encoding in ("utf-8", "gb18030"):
        try:
            return _plausible(data.decode(encoding))
        except (UnicodeDecodeError, DraftError):
            continue
    return _wide(data)


def _wide(data: bytes) -> str:
    """The text of UTF-16 without a mark: the half with more zero bytes is the high one, Chinese must prevail."""
    odd, even = data[1:_SAMPLE:2].count(0), data[0:_SAMPLE:2].count(0)
    order = ("utf-16-le", "utf-16-be") if odd >= even else ("utf-16-be", "utf-16-le")
    for encoding in order:
        text = data[:_SAMPLE].decode(encoding, "replace")
        if _chinese_share(text) > 0.5 or abs(odd - even) * 5 > len(data[:_SAMPLE]):
            return _plausible(_strictly(data, encoding))
    raise DraftError(_UNREADABLE)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DraftError(_UNREADABLE) from error


def _plausible(text: str) -> str:
    """``text`` if it can be writing: hardly any control characters, private or unassigned signs."""
    sample = text[:_SAMPLE]
    strange = sum(map(len, _STRANGE.findall(sample)))
    if strange * 20 > len(sample):
        raise DraftError(_UNREADABLE)
    return text


def _chinese_share(text: str) -> float:
    sample = text[:_SAMPLE]
    return sum(map(len, _CHINESE.findall(sample))) / max(len(sample), 1)


def split_lines(text: str) -> list[Line]:
    """The lines of ``text`` that hold something, without the page numbers of a PDF extraction."""
    for control in _CONTROLS:
        text = text.replace(control, "")
    lines: list[Line] = []
    for page, sheet in enumerate(text.split("\f")):
        gap, fresh = 0, page > 0
        for raw in _LINE_ENDS.split(sheet):
            words = raw.strip(BLANKS)
            if not words:
                gap += 1
                continue
            lines.append(Line(words, gap, indent_of(raw), fresh))
            gap, fresh = 0, False
    return _table_rows(_without_page_numbers(lines))


def _without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without page numbers; the line after one is marked as the start of a page.

    Numbers in dashes and "第 3 页" always count; a bare number only beside a form feed, or in a row of
    bare numbers that rises by one with at least five other lines between them.
    """
    bare = _bare_page_numbers(lines)
    kept: list[Line] = []
    page_break, gap = False, 0
    for index, line in enumerate(lines):
        if index in bare or (len(line.text) <= 24 and _DRESSED_NUMBER.fullmatch(line.text)):
            page_break, gap = True, max(gap, line.gap)
        else:
            if page_break:
                line = replace(line, page_break=True, gap=max(gap, line.gap))
            kept.append(line)
            page_break, gap = False, 0
    return kept


def _bare_page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of lines that hold nothing but a page number without dress."""
    numbers = [
        (index, int(line.text.split("/")[0]))
        for index, line in enumerate(lines)
        if len(line.text) <= 9 and _BARE_NUMBER.fullmatch(line.text)
    ]
    found = set()
    for (index, value), (later, more) in zip(numbers, numbers[1:], strict=False):
        if more == value + 1 and later - index > 5:
            found |= {index, later}
    for index, _ in numbers:
        opens = lines[index].page_break
        closes = index + 1 < len(lines) and lines[index + 1].page_break
        if opens or closes:
            found.add(index)
    return frozenset(found)


def _table_rows(lines: list[Line]) -> list[Line]:
    """``lines`` with two or more neighbouring lines of tabbed cells marked as table rows."""
    tabbed = ["\t" in line.text for line in lines]
    for index, line in enumerate(lines):
        beside = (index > 0 and tabbed[index - 1]) or (index + 1 < len(lines) and tabbed[index + 1])
        if tabbed[index] and beside:
            lines[index] = replace(line, row=True)
    return lines
