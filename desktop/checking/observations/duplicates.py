"""Paragraphs and long runs that occur twice, clauses and list members said twice in a row."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from re import Pattern
from re import compile as pattern

from desktop.checking.observations.material import MOST_OF_A_KIND, Material, Seen, Stretch
from desktop.checking.observations.shingles import Run, repeated_runs
from desktop.checking.result import Severity
from desktop.checking.squeeze import squeeze_words
from desktop.packs.observation_model import DuplicateWords
from desktop.reading.draft import Role

_KIND = "duplicate"
_LEAST_PARAGRAPH = 50
_SHARE_OF_PARAGRAPH = 0.75
_LEAST_PLANNED = 24
_LEAST_REPEATED = 40
_LEAST_SURE = 100
_LEAST_LACK = 14
_LACK_TAIL = 9
_LEAST_CLAUSE = 6
_LEAST_MEMBER = 2
_LONGEST_MEMBER = 16
_TITLE = pattern("《[^《》]{1,100}》")
_LIST = pattern("(?:[^,;。:、]{2,20}、){2,}[^,;。:、]{2,20}")
_MEMBER = pattern("、[^、,;。:()《》和及与等\n]{0,17}")
_VERB = pattern(
    "(?:明确|包括|涉及|包含|开展|组织|推进|完善|加强|规范|落实|围绕|聚焦|按照|制定|建立|健全|强化|做好|抓好|坚持|突出|通过|利用|对|将|把|在|向)了?$"
)
_CHAIN = pattern("、[^、,;。:()《》和及与等\\n]{0,17}(?:、[^、,;。:()《》和及与等\\n]{0,17})*")
_LAST_PAIRS = frozenset(("活动", "工作", "方面", "情况", "制度", "事项", "内容", "机制", "措施", "建设"))
_LAST = pattern("(?<=..)(?:活动|工作|方面|情况|制度|事项|内容|机制|措施|建设|等)$")
_MEMBER_START = pattern("[、,;。:()《》\n]")
_NUMBERED = pattern(
    r"\n?(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、]|[一二三四五六七八九十]{1,2}是)?"
)
_DONE = (Role.MEASURES, Role.FIRST_RESPONSIBLE)


@lru_cache(maxsize=4)
def set_phrases(words: DuplicateWords) -> Pattern[str]:
    """The phrases that may be repeated, longest first, as they stand in squeezed text."""
    phrases = sorted((squeeze_words(phrase) for phrase in words.set_phrases), key=len, reverse=True)
    return pattern("|".join(phrases) or "(?!)")


def duplicate(material: Material) -> Iterator[Seen]:
    """What is said twice."""
    runs = repeated_runs(material.text)
    whole = list(islice(_paragraphs(runs, material), MOST_OF_A_KIND))
    yield from (seen for seen, _ in whole)
    taken = sorted(stretch for _, stretch in whole)
    yield from _runs(runs, taken, material)
    yield from _lacks(runs, material)
    yield from _neighbours(material)
    yield from _members(material)
    yield from _headings(material)


def own_length(words: str, phrases: DuplicateWords) -> int:
    """How many characters are left of ``words`` without set phrases, titles of documents and lists."""
    return len(_LIST.sub("", _TITLE.sub("", set_phrases(phrases).sub("", words))))


def _paragraphs(runs: list[Run], material: Material) -> Iterator[tuple[Seen, Stretch]]:
    """Paragraphs of which the greater part stands in an earlier one."""
    starts = material.clauses.paragraphs
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for run in runs:
        first, second = bisect_right(starts, run.first) - 1, bisect_right(starts, run.second) - 1
        if first != second:
            shared[first, second] += run.size
    told: set[int] = set()
    lengths: dict[str, int] = {}
    for (first, second), size in sorted(shared.items()):
        one, other = _paragraph(first, material), _paragraph(second, material)
        least = min(one[1] - one[0], other[1] - other[0])
        if least < _LEAST_PARAGRAPH or second in told or size < _SHARE_OF_PARAGRAPH * (other[1] - other[0]):
            continue
        words = material.text[slice(*other)]
        if words not in lengths:
            lengths[words] = own_length(words, material.words.duplicate)
        if lengths[words] < _LEAST_PARAGRAPH // 2:
            continue
        told.add(second)
        place = material.draft.place(material.squeezed.original_offset(one[0]))
        alike = "完全相同" if material.text[slice(*one)] == material.text[slice(*other)] else "大部分相同"
        message = f"这一段与前面（{place}）的一段{alike}，请核对是否重复。"
        yield Seen(_KIND, Severity.WARNING, *other, message, (one,)), other


def _paragraph(number: int, material: Material) -> Stretch:
    starts = material.clauses.paragraphs
    end = starts[number + 1] - 1 if number + 1 < len(starts) else len(material.text)
    return starts[number], max(end, starts[number])


def _runs(runs: list[Run], taken: list[Stretch], material: Material) -> Iterator[Seen]:
    """Long runs outside repeated paragraphs; what was done and is planned in the same words."""
    told = -1
    for run in runs:
        doubled = run.second == run.first + run.size
        if (run.size < _LEAST_PLANNED and not doubled) or run.second < told:
            continue
        if _inside(run.second, taken):
            continue
        words = material.text[run.second : run.second + run.size]
        own = own_length(words, material.words.duplicate)
        if doubled and not set("、,;。") & set(words):
            told = run.second + run.size
            message = f"“{words[:20]}”连写了两遍，请删去一处。"
            yield Seen(_KIND, Severity.WARNING, run.first, told, message)
            continue
        roles = material.role(run.first), material.role(run.second)
        start, end = _trimmed(run.second, run.second + run.size, material.text)
        first = _trimmed(run.first, run.first + run.size, material.text)
        if roles[0] in _DONE and roles[1] is Role.NEXT_YEAR and own >= _LEAST_PLANNED:
            message = "这句话前面写作已经做的工作，这里又写作下一年度的安排，请核对。"
        elif own >= _LEAST_REPEATED:
            place = material.draft.place(material.squeezed.original_offset(run.first))
            message = f"这段话与前面（{place}）的一段相同，请核对是否重复。"
        else:
            continue
        told = run.second + run.size
        severity = Severity.WARNING if run.size >= _LEAST_SURE and roles[1] is not Role.NEXT_YEAR else Severity.NOTICE
        yield Seen(_KIND, severity, start, end, message, (first,))


def _inside(index: int, stretches: list[Stretch]) -> bool:
    """Whether ``index`` lies in one of ``stretches``, which are in order and apart."""
    number = bisect_right(stretches, (index, len(stretches) + index)) - 1
    return number >= 0 and stretches[number][0] <= index < stretches[number][1]


def _trimmed(start: int, end: int, text: str) -> Stretch:
    while start < end and text[start] in ",;。:、)":
        start += 1
    return start, end


def _lacks(runs: list[Run], material: Material) -> Iterator[Seen]:
    """Three shortcomings told in one and the same words."""
    found: dict[int, list[Run]] = defaultdict(list)
    for part in material.draft.parts:
        if part.role is not Role.SHORTCOMINGS:
            continue
        low, high = material.squeezed.index_of(part.start), material.squeezed.index_of(part.end)
        for run in runs:
            if low <= run.first and run.second < high:
                own = own_length(material.text[run.second : run.second + run.size], material.words.duplicate)
                if own >= _LEAST_LACK:
                    found[low].append(run)
    for some in found.values():
        tails: dict[str, list[Run]] = defaultdict(list)
        for run in some:
            words = material.text[run.second : run.second + run.size].rstrip(",;。:")
            tails[words[-_LACK_TAIL:]].append(run)
        for group in tails.values():
            if len(group) >= 2:
                last, first = group[-1], group[0]
                message = f"同一句话在不足部分至少出现了{len(group) + 1}次，各条不足没有写出区别，请核对。"
                stretch = _trimmed(last.second, last.second + last.size, material.text)
                yield Seen(_KIND, Severity.NOTICE, *stretch, message, ((first.first, first.first + first.size),))
                break


def _neighbours(material: Material) -> Iterator[Seen]:
    """A clause that repeats the one before it, or the heading above it."""
    text, starts = material.text, material.clauses.clauses
    size, start = 0, 0
    for end in (*starts[1:], len(text)):
        length = end - start - 1
        same = _LEAST_CLAUSE <= length <= size and text[start - 2] == text[end - 2]
        if same and text.startswith(text[start : end - 1], start - 1 - length):
            clause = text[start : start + length]
            lead = text[start - 1 - size : start - 1 - length]
            numbered = bool(lead) and _NUMBERED.fullmatch(lead) is not None
            if numbered or (not lead and text[start - 1] != "\n"):
                before = (start - 1 - length, start - 1)
                if numbered or text[start - 1] == "。" and _opens_line(before[0], text):
                    message, severity = "这句话与小标题一字不差，可以删去或改写。", Severity.NOTICE
                else:
                    message, severity = f"“{clause[:20]}”连写了两遍，请删去一处。", Severity.WARNING
                yield Seen(_KIND, severity, before[0], start + length, message, (before,))
        size, start = length, end


def _opens_line(index: int, text: str) -> bool:
    return index == 0 or text[index - 1] == "\n"


def _members(material: Material) -> Iterator[Seen]:
    """A member of a list that stands in it twice: 普法对象、普法对象."""
    text = material.text
    for found in _CHAIN.finditer(text):
        start, members = found.start(), found.group().split("、")[1:]
        last, before = members[-1], text[max(0, start - _LONGEST_MEMBER - 6) : start]
        # Most lists are sound, and this is enough to see it.
        if (
            len(set(members)) < len(members)
            or before.endswith(tuple(one for one in members if one))
            or (last[-2:] in _LAST_PAIRS and _LAST.sub("", last) != last)
            or max(map(len, members)) > _LONGEST_MEMBER
        ):
            yield from _members_of(found.span(), material)


def _members_of(stretch: Stretch, material: Material) -> Iterator[Seen]:
    """The repeated members of the list that begins with its first 、 at the start of ``stretch``."""
    text = material.text
    chain: dict[str, int] = {}
    last_end = lead = -1
    for found in _MEMBER.finditer(text, *stretch):
        at, end = found.span()
        if end - at > _LONGEST_MEMBER + 1 or end == len(text):
            end = at + 1
        member = text[at + 1 : end]
        if last_end != at:
            low = _start_of_member(at, text)
            first = text[low:at]
            chain = {first: low} if len(first) >= _LEAST_MEMBER else {}
            lead = at
        last_end = end
        if len(member) < _LEAST_MEMBER:
            continue
        if member not in chain and text[end : end + 1] != "、" and _LAST.sub("", member) in chain:
            member = _LAST.sub("", member)
            end = at + 1 + len(member)
        before = chain.get(member)
        if before is None and len(member) >= 4 and text.endswith(member, max(0, lead - len(member) - 6), lead):
            verb = _VERB.search(text[max(0, lead - len(member) - 6) : lead - len(member)])
            before = lead - len(member) if verb or lead == at else None
        if before is not None and (before + len(member) == at or len(member) >= 3):
            start = min(before, at + 1 - len(member) - 1)
            message = f"“{member}”在并列的各项里出现了两次，请核对。"
            yield Seen(_KIND, Severity.WARNING, max(start, end - 60), end, message, ((before, before + len(member)),))
        chain[member] = at + 1


def _start_of_member(at: int, text: str) -> int:
    low = max(0, at - _LONGEST_MEMBER)
    last = low
    for match in _MEMBER_START.finditer(text, low, at):
        last = match.end()
    return last


def _headings(material: Material) -> Iterator[Seen]:
    """Two sections of one level under one heading with the same words."""
    seen: dict[tuple[int | None, str], int] = {}
    for number, section in enumerate(material.draft.sections):
        title = "".join(section.title.split())
        key = (section.parent, title)
        if section.heading.end - section.heading.start < len(title):
            continue
        if not material.draft.text[section.heading.end : section.end].strip():
            continue
        if len(title) >= 4 and key in seen:
            first = material.draft.sections[seen[key]]
            message = f"标题“{title[:20]}”与“{first.label}”的标题相同，请核对是否重复。"
            yield Seen(
                _KIND,
                Severity.WARNING,
                *_span(section.heading.start, section.heading.end, material),
                message,
                (_span(first.heading.start, first.heading.end, material),),
            )
        seen.setdefault(key, number)


def _span(start: int, end: int, material: Material) -> Stretch:
    low = material.squeezed.index_of(start)
    return low, max(low + 1, material.squeezed.index_of(end))
