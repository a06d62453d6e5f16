"""The automatic numbers of a Word 97–2003 document: its lists ([MS-DOC] LSTF, LVL) and their uses (LFO).

They become the same Numbering that counts in .docx files; a list's identifier stands for the abstract list, the
place of a use among the uses, from 1 on, for the list that paragraphs choose.
"""

import struct

from desktop.errors import DraftError
from desktop.reading.doc_header import LIST_USES, LISTS, Header
from desktop.reading.docx_numbers import Level, Numbering
from desktop.reading.ole_file import DAMAGED

_LEVELS = 9
_LIST, _LEVEL, _USE = 28, 28, 16
_NO_STYLE = 0xFFF
_LONGEST_TEXT = 60
"""Characters around and between the numbers of a level; Word shows far fewer."""
_SIMPLE, _LEGAL, _OWN_RESTART = 1, 4, 8
_STARTS, _FORMATS = 0x10, 0x20
_KINDS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 16: "japaneseLegal",
    17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero",
    23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 41: "koreanCounting",
    57: "numberInDash", 255: "none",
}  # fmt: skip
"""Number formats ([MS-OSHARED] MSONFC) by the names they have in .docx; others are shown as Arabic digits."""


def read_lists(header: Header) -> Numbering:
    """The lists of the document; none if it has none. Raises DraftError where they are cut off."""
    numbering = Numbering()
    start, size = header.place(LISTS)
    if size < 2:
        return numbering
    table = header.table
    count = struct.unpack_from("<H", table, start)[0]
    if 2 + count * _LIST > size:
        raise DraftError(DAMAGED)
    at = start + size
    for number in range(count):
        place = start + 2 + number * _LIST
        identifier = struct.unpack_from("<i", table, place)[0]
        styles = struct.unpack_from("<9H", table, place + 8)
        levels: dict[int, Level] = {}
        for level in range(1 if table[place + 26] & _SIMPLE else _LEVELS):
            style = None if styles[level] == _NO_STYLE else str(styles[level])
            levels[level], at = _read_level(table, at, style)
        numbering.lists[identifier] = levels
    _read_uses(header.part(LIST_USES), numbering)
    return numbering


def _read_level(table: bytes, at: int, style: str | None) -> tuple[Level, int]:
    """One level of a list and where the next one begins."""
    if at + _LEVEL + 2 > len(table):
        raise DraftError(DAMAGED)
    begin, kind, flags = struct.unpack_from("<iBB", table, at)
    text_at = at + _LEVEL + table[at + 24] + table[at + 25]
    if text_at + 2 > len(table):
        raise DraftError(DAMAGED)
    length = struct.unpack_from("<H", table, text_at)[0]
    end = text_at + 2 + 2 * length
    if end > len(table):
        raise DraftError(DAMAGED)
    text = table[text_at + 2 : end].decode("utf-16-le", "replace")[:_LONGEST_TEXT]
    # A character below nine stands for the number of that level; .docx writes it as %1 to %9.
    pattern = "".join(f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in text)
    restart = table[at + 26] if flags & _OWN_RESTART else None
    return Level(_KINDS.get(kind, "decimal"), pattern, begin, bool(flags & _LEGAL), style, restart), end


def _read_uses(uses: bytes, numbering: Numbering) -> None:
    """Which list each use takes, and what it changes."""
    if len(uses) < 4:
        return
    count = struct.unpack_from("<I", uses)[0]
    at = 4 + count * _USE
    if at > len(uses):
        raise DraftError(DAMAGED)
    for number in range(1, count + 1):
        place = 4 + (number - 1) * _USE
        numbering.list_of[number] = struct.unpack_from("<i", uses, place)[0]
        changed = uses[place + 12]
        at += 4
        for _ in range(changed):
            at = _read_change(uses, at, number, numbering)


def _read_change(uses: bytes, at: int, number: int, numbering: Numbering) -> int:
    """One level that a use numbers in its own way; where the next one begins."""
    if at + 8 > len(uses):
        raise DraftError(DAMAGED)
    begin, flags = struct.unpack_from("<iI", uses, at)
    level, at = flags & 15, at + 8
    if flags & _FORMATS:
        own, at = _read_level(uses, at, None)
        begin = own.start
        numbering.own_levels.setdefault(number, {})[level] = own
    if flags & _STARTS:
        numbering.starts.setdefault(number, {})[level] = begin
    return at
