"""Punctuation: brackets and quotation marks without a partner, doubled marks, two widths in one text."""

from collections.abc import Iterator
from re import compile as pattern

from desktop.checking.observations.literals import every
from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.observations.passages import around, written
from desktop.checking.result import Severity
from desktop.reading.draft import BlockKind

_KIND = "typo"
_SIDE_BY_SIDE = pattern("[,:;。、](?:(?<=、)(?=[、,。;])|(?<=[^、])(?=[,:;。])|(?<=[,。;])(?=、))")
_TWO = pattern("[，。；：、]{2,}|[，、；][,;]|[,;][，、；。]|。[.,;]")
_ENTITY = pattern("&#?[a-zA-Z0-9]{2,8};")
_HALF = pattern("(?<=[一-鿿])[,;](?=[一-鿿])")
_NUMERAL = frozenset("0123456789一二三四五六七八九十①②③ ")
_ENDS = "。！？；：…”’）)》】〕.!?;:、，,"
_FEW = 2
_MANY = 5


def marks(material: Material) -> Iterator[Seen]:
    """Marks of punctuation that are not as they should be."""
    yield from _brackets(material)
    yield from _quotes(material)
    yield from _doubled(material)
    yield from _half_commas(material)
    yield from _no_stop(material)


def _seen(stretch: Stretch, severity: Severity, said: str, material: Material, *more: Stretch) -> Seen:
    """An observation of a stretch of the draft, told by offsets into the draft."""
    low, high = (_squeezed(one, material) for one in stretch)
    related = tuple((_squeezed(one, material), _squeezed(two, material)) for one, two in more)
    return Seen(_KIND, severity, low, max(high, low + 1), said, related)


def _squeezed(offset: int, material: Material) -> int:
    return min(material.squeezed.index_of(offset), len(material.text) - 1)


def _around(start: int, end: int, material: Material, before: int = 8, after: int = 10) -> Stretch:
    low, high = _squeezed(start, material), _squeezed(end, material)
    low, high = around((low, max(high, low + 1)), material, before, after)
    return material.squeezed.original_span(low, high)


# --- 括号 ---------------------------------------------------------------------------------------------------------


def _brackets(material: Material) -> Iterator[Seen]:
    text = material.draft.text
    stack: list[int] = []
    half: list[Stretch] = []
    full = 0
    mixed: list[Stretch] = []
    last = 0
    for at in every("(（)）", text):
        sign = text[at]
        if stack and text.find("\n", last, at) >= 0:
            yield _lone(stack[0], "左", material)
            stack = []
        last = at
        if sign in "(（":
            stack.append(at)
        elif stack:
            start = stack.pop()
            inside = text[start + 1 : at]
            same = (text[start] == "(") == (sign == ")")
            if set(inside) <= _NUMERAL:
                continue
            if not same:
                mixed.append((start, at + 1))
            elif sign == ")":
                half += [(start, at + 1)] if any("一" <= one <= "鿿" for one in inside) else []
            else:
                full += 1
        elif not _numbers_a_point(at, text):
            yield _lone(at, "右", material)
    if stack:
        yield _lone(stack[0], "左", material)
    if mixed:
        said = "括号一半是全角、一半是半角，应当统一用全角。"
        yield _seen(mixed[0], Severity.NOTICE, said, material, *mixed[1:])
    yield from _half_brackets(half, full, material)


def _half_brackets(half: list[Stretch], full: int, material: Material) -> Iterator[Seen]:
    if not half or not full:
        return
    odd = len(half) <= _FEW and full >= _MANY
    said = "这里用了半角括号，与全文的全角括号不一致。" if odd else "全文的括号有全角有半角，请统一用全角。"
    severity = Severity.WARNING if odd else Severity.NOTICE
    yield _seen(half[0], severity, said, material, *(half[1:] if odd else ()))


def _numbers_a_point(at: int, text: str) -> bool:
    """Whether the closing bracket at ``at`` belongs to 1) or 一）."""
    start = at
    while start > 0 and text[start - 1] in _NUMERAL and at - start < 4:
        start -= 1
    return start < at


def _lone(at: int, side: str, material: Material) -> Seen:
    said = f"这里的{side}括号没有另一半，请核对。"
    stretch = _around(at, at + 1, material, 2, 14) if side == "左" else _around(at, at + 1, material, 14, 2)
    return _seen(stretch, Severity.WARNING, said, material)


def _quotes(material: Material) -> Iterator[Seen]:
    """“ and ” take turns inside a paragraph; one report has many slips or none, so that they are told once."""
    text = material.draft.text
    opened = -1
    wrong: list[int] = []
    for at in every("“”", text):
        mark = text[at]
        if opened >= 0 and (mark == "“" or text.find("\n", opened, at) >= 0):
            wrong.append(opened)
            opened = -1
        if mark == "“":
            opened = at
        else:
            if opened < 0:
                wrong.append(at)
            opened = -1
    if opened >= 0:
        wrong.append(opened)
    if wrong:
        stretches = [_around(at, at + 1, material, 8, 10) for at in wrong]
        said = "引号没有成对，请核对。"
        yield _seen(stretches[0], Severity.WARNING, said, material, *stretches[1:8])


# --- 标点 ---------------------------------------------------------------------------------------------------------


def _doubled(material: Material) -> Iterator[Seen]:
    """Two marks side by side."""
    last = -1
    for pair in _SIDE_BY_SIDE.finditer(material.text):
        low = material.squeezed.original_offset(pair.start())
        found = _TWO.match(material.draft.text, low) if low >= last else None
        if found is None:
            continue
        last = found.end()
        entity = _ENTITY.search(material.draft.text, max(0, low - 8), low + 1)
        if len(found.group()) > 3 or found.group().startswith("。。。") or entity:
            continue
        said = f"标点“{found.group()}”连用，请删去多余的。"
        yield _seen(_around(*found.span(), material), Severity.WARNING, said, material)


def _half_commas(material: Material) -> Iterator[Seen]:
    text = material.draft.text
    found = [(at, at + 1) for at in every(",;", text) if _HALF.match(text, at)]
    if found and text.count("，") > 4 * len(found):
        stretches = [_around(*one, material, 6, 6) for one in found]
        count = f"（共{len(found)}处）" if len(found) > 1 else ""
        said = f"句子里用了半角标点{count}，与全文不一致，请改为全角。"
        yield _seen(stretches[0], Severity.NOTICE, said, material, *stretches[1:4])


def _no_stop(material: Material) -> Iterator[Seen]:
    """A closing 特此报告 or a paragraph of whole sentences without a mark at its end."""
    text = material.draft.text
    for block in material.draft.blocks:
        if block.kind is not BlockKind.PARAGRAPH or block.end - block.start < 4:
            continue
        if text[block.end - 1] in _ENDS:
            continue
        words = text[block.start : block.end].strip()
        closing = words in ("特此报告", "特此汇报", "以上报告，请审阅", "特此报告，请审阅")
        if closing or (len(words) > 60 and "。" in words and words[-1:].isalpha()):
            low, high = _squeezed(block.start, material), _squeezed(block.end - 1, material) + 1
            start = low if closing else max(low, high - 14)
            said = f"“{written((start, high), material)}”后面缺少句号。"
            yield Seen(_KIND, Severity.NOTICE, start, high, said)
