"""Text files: bytes → lines. Encodings by trial."""

import codecs
import re

from desktop.errors import DraftError
from desktop.reading.lines import BLANKS, TOO_MANY_LINES, Line, indent_of, refuse_crowd

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
_BREAKS = "\n\r\f\v\x85\u2028\u2029"
_MOST_BREAKS = 2_000_000
_CONTROLS = tuple(chr(code) for code in (*range(9), *range(14, 32), 0x7F))


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
    """The lines of ``text`` that hold something; raises DraftError when they are far too many."""
    for control in _CONTROLS:
        text = text.replace(control, "")
    if sum(map(text.count, _BREAKS)) > _MOST_BREAKS:
        raise DraftError(TOO_MANY_LINES)
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
            refuse_crowd(lines)
    return lines
