"""Numbers of headings and points: gaps, repeats, wrong order, mixed styles, fewer or more than announced."""

from collections.abc import Iterator
from dataclasses import dataclass
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.observations.points import announced, points
from desktop.checking.result import Severity
from desktop.reading.draft import Block, BlockKind, Role
from desktop.reading.numbering import Number, Rank, read_number

_KIND = "numbering"
_LONGEST_QUOTE = 40
_FURTHEST_GAP = 3
_STOP = pattern("[。；;：:，,]")
_CONTENTS = pattern("(?:\\.{3,20}|…{2,20}|·{3,20}|\t)\\s{0,4}[0-9]{1,3}\\s*$")
"""The end of a line in a table of contents."""
_COUNTING = pattern("[0-9一二三四五六七八九十百\\s]")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A block with its number; ``mark`` is the number as typed, without blanks and digits."""

    block: Block
    number: Number
    mark: str


@dataclass(slots=True)
class _Row:
    """Neighbours of one rank under one heading, as far as they have been read."""

    rank: Rank
    entries: list[_Entry]


def numbering(material: Material) -> Iterator[Seen]:
    """Numbers that do not follow each other."""
    rows: list[_Row] = []
    open_rows: list[_Row] = []
    latest: dict[Rank, _Entry] = {}
    between: list[_Entry] = []
    for entry in _entries(material):
        rank = entry.number.rank
        while open_rows and open_rows[-1].rank > rank:
            open_rows.pop()
        if open_rows and open_rows[-1].rank == rank:
            yield from _next(open_rows[-1], entry, between, material)
            if entry.number.value == 1 and open_rows[-1].entries[-1].number.value > 1:
                open_rows[-1] = _Row(rank, [])
                rows.append(open_rows[-1])
            open_rows[-1].entries.append(entry)
        else:
            yield from _first(entry, latest.get(rank), material)
            open_rows.append(_Row(rank, [entry]))
            rows.append(open_rows[-1])
        between = [one for one in between[-20:] if one.number.rank != rank] + [entry]
        latest[rank] = entry
    for row in rows:
        yield from _mixed(row, material)
        yield from _promised(row, material)
    yield from points(material)


def _entries(material: Material) -> Iterator[_Entry]:
    """The numbered blocks of the report's body."""
    draft = material.draft
    for block in draft.blocks:
        if block.kind is BlockKind.TABLE_ROW:
            continue
        number = read_number(draft.text, block.start)
        if number is None or number.end > block.end or draft.part_at(block.start).role is Role.CLOSING:
            continue
        last = draft.text[block.end - 1]
        if not last.isalpha() and _CONTENTS.search(draft.text, max(number.end, block.end - 40), block.end):
            continue
        sign = draft.text[block.start : number.end].strip()
        yield _Entry(block, number, _COUNTING.sub("", sign).replace("．", "."))


def _next(row: _Row, entry: _Entry, between: list[_Entry], material: Material) -> Iterator[Seen]:
    """What is wrong with ``entry`` after the last of its row."""
    last = row.entries[-1]
    value, before = entry.number.value, last.number.value
    if value == before + 1 or (value == 1 and before > 1):
        return
    if value == before:
        if _label(entry) == _label(last):
            message = f"序号“{_label(entry)}”重复，前一处是“{_words(last.block, material)}”。"
            yield _seen(entry, last, message, Severity.WARNING, material)
    elif value > before + 1:
        yield from _gap(last, entry, between, material)
    elif any(one.number.value == value for one in row.entries):
        earlier = next(one for one in row.entries if one.number.value == value)
        message = f"序号“{_label(entry)}”重复，前一处是“{_words(earlier.block, material)}”。"
        yield _seen(entry, earlier, message, Severity.WARNING, material)
    else:
        message = f"序号“{_label(entry)}”排在“{_label(last)}”之后，次序颠倒，请核对。"
        yield _seen(entry, last, message, Severity.WARNING, material)


def _gap(last: _Entry, entry: _Entry, between: list[_Entry], material: Material) -> Iterator[Seen]:
    value, before = entry.number.value, last.number.value
    for other in between:
        inside = last.block.start < other.block.start and other.number.rank is not entry.number.rank
        if inside and other.number.value == before + 1 and abs(other.number.rank - entry.number.rank) >= 10:
            follows = any(
                one.number.rank is other.number.rank for one in between if one.block.start < other.block.start
            )
            if value == before + 2 and not follows:
                message = f"序号“{_label(other)}”与前后的“{_label(last)}”“{_label(entry)}”写法不一致。"
                yield _seen(other, last, message, Severity.WARNING, material)
                return
    missing = [named(entry.number.rank, number, entry.mark) for number in range(before + 1, value)]
    text = material.draft.text
    if any(text.find(one, last.number.end, entry.block.start) >= 0 for one in missing):
        return
    severity = Severity.WARNING if len(missing) <= _FURTHEST_GAP else Severity.NOTICE
    lacks = f"“{missing[0]}”" if len(missing) == 1 else f"“{missing[0]}”至“{missing[-1]}”"
    message = f"序号由“{_label(last)}”跳到“{_label(entry)}”，缺{lacks}。"
    yield _seen(entry, last, message, severity, material)


def _first(entry: _Entry, latest: _Entry | None, material: Material) -> Iterator[Seen]:
    """What is wrong with the first of a row: it should be 1, or go on where the last row of its rank ended."""
    value = entry.number.value
    goes_on = latest is not None and value == latest.number.value + 1
    if value == 1 or goes_on or value > _FURTHEST_GAP or entry.number.rank is Rank.DECIMAL:
        return
    draft = material.draft
    section = draft.section_at(max(entry.block.start - 1, 0))
    start = section.start if section is not None and section.start < entry.block.start else 0
    start = max(start, latest.number.end if latest is not None else 0)
    one = named(entry.number.rank, 1, entry.mark)
    if draft.text.find(one, start, entry.block.start) >= 0:
        return
    severity = Severity.WARNING if entry.number.rank <= Rank.CHINESE_BRACKETS else Severity.NOTICE
    yield _seen(entry, None, f"序号从“{_label(entry)}”开始，前面没有“{one}”，请核对。", severity, material)


def _mixed(row: _Row, material: Material) -> Iterator[Seen]:
    """A number written unlike its neighbours: 1. 2. 3、."""
    marks = [one.mark for one in row.entries]
    if len(set(marks)) != 2 or len(marks) < 3:
        return
    rare = min(set(marks), key=lambda mark: (marks.count(mark), marks.index(mark)))
    if marks.count(rare) * 2 >= len(marks):
        return
    entry = row.entries[marks.index(rare)]
    other = next(one for one in row.entries if one.mark != rare)
    message = f"序号“{_typed(entry, material)}”与同级的“{_typed(other, material)}”写法不一致。"
    yield _seen(entry, other, message, Severity.NOTICE, material)


def _promised(row: _Row, material: Material) -> Iterator[Seen]:
    """A row that is longer or shorter than the words before it say: 以下四项工作."""
    if [one.number.value for one in row.entries] != list(range(1, len(row.entries) + 1)) or len(row.entries) < 2:
        return
    start = material.squeezed.index_of(row.entries[0].block.start)
    told = announced(start, material)
    if told is not None and told[0] != len(row.entries):
        message = f"前面说{told[0]}项，后面列了{len(row.entries)}项，请核对。"
        last = _squeezed(row.entries[-1].block, material)
        yield Seen(_KIND, Severity.WARNING, told[1], told[2], message, (last,))


def _typed(entry: _Entry, material: Material) -> str:
    return "".join(material.draft.text[entry.block.start : entry.number.end].split())


def _label(entry: _Entry) -> str:
    return entry.number.label


def named(rank: Rank, value: int, mark: str) -> str:
    """The number ``value`` as it is written at ``rank``, with the stop or brackets of ``mark``."""
    if rank is Rank.CHINESE:
        return f"{chinese_number(value)}{mark or '、'}"
    if rank is Rank.CHINESE_BRACKETS:
        return f"{mark[:1] or '（'}{chinese_number(value)}{mark[1:2] or '）'}"
    if rank is Rank.PART:
        return f"第{chinese_number(value)}{mark[1:] or '部分'}"
    if rank is Rank.ARABIC_BRACKETS:
        return f"{mark[0]}{value}{mark[1:]}" if len(mark) > 1 else f"{value}{mark or '）'}"
    if rank is Rank.CIRCLED:
        return chr(ord("①") + value - 1) if value <= 20 else str(value)
    return f"{value}{mark or '.'}"


def chinese_number(value: int) -> str:
    """A number below a hundred as headings write it: 十一, 二十."""
    tens, ones = divmod(value, 10)
    return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
        _DIGITS[ones] if ones or not tens else ""
    )


def _words(block: Block, material: Material) -> str:
    """The beginning of a block: its heading, or its first clause."""
    text = material.draft.text[slice(*_quoted(block, material))]
    return "".join(text.split())


def _quoted(block: Block, material: Material) -> Stretch:
    end = block.run_in_end if block.run_in_end is not None else block.end
    if end - block.start > _LONGEST_QUOTE:
        stop = _STOP.search(material.draft.text, block.start + 8, end)
        end = min(end, stop.end() if stop else end, block.start + _LONGEST_QUOTE)
    return block.start, end


def _seen(entry: _Entry, other: _Entry | None, message: str, severity: Severity, material: Material) -> Seen:
    related = () if other is None else (_squeezed(other.block, material),)
    return Seen(_KIND, severity, *_squeezed(entry.block, material), message, related)


def _squeezed(block: Block, material: Material) -> Stretch:
    start, end = _quoted(block, material)
    return material.squeezed.index_of(start), max(
        material.squeezed.index_of(end), material.squeezed.index_of(start) + 1
    )
