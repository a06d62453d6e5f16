"""What the gap checklist says, free of paper: the gaps of each checklist, and the sentences about them."""

import re
from dataclasses import dataclass

from desktop.checking.result import CheckResult, Evidence, ItemResult, ShownBasis, Status, quotable
from desktop.output.words import STATUS
from desktop.packs.kinds import Level

TITLE = "法治政府建设年度报告自检整改清单"

_LEVEL_ORDER = {level: number for number, level in enumerate(Level)}
_EXCERPT = 80
_EXCERPTS_SHOWN = 2
_LONG_TITLE = 16
_WHOLE_PART = re.compile("([一二三四五六七八九十]+)、")


@dataclass(frozen=True, slots=True)
class ChecklistSummary:
    """One checklist: its title, all its items, and of these the gaps, must first."""

    title: str
    items: tuple[ItemResult, ...]
    gaps: tuple[ItemResult, ...]

    def count(self, status: Status) -> int:
        """How many items have ``status``."""
        return sum(item.status is status for item in self.items)


def summaries(result: CheckResult) -> tuple[ChecklistSummary, ...]:
    """The checklists that were run, in their order; an item of no known checklist comes under its checklist's id."""
    titles = {one.id: one.title for one in result.checklists}
    for item in result.items:
        titles.setdefault(item.checklist, item.checklist)
    return tuple(_summary(title, tuple(i for i in result.items if i.checklist == one)) for one, title in titles.items())


def _summary(title: str, items: tuple[ItemResult, ...]) -> ChecklistSummary:
    gaps = sorted((item for item in items if item.status.is_gap), key=lambda item: _LEVEL_ORDER[item.level])
    return ChecklistSummary(title, items, tuple(gaps))


def summary_sentences(result: CheckResult, settled: int = 0) -> tuple[str, ...]:
    """The result in words: the counts, what is urgent, and that observations follow.

    ``settled`` is how many observations were found to be none and are not listed.
    """
    if not result.items:
        return ("本次没有运行任何检查项。", *_observation_sentences(result, settled))
    counts = "、".join(f"{STATUS[one]}{result.count(one)}项" for one in Status if one is not Status.NOT_APPLICABLE)
    left_out = result.count(Status.NOT_APPLICABLE)
    not_applicable = f"，另有{left_out}项不适用于本报告" if left_out else ""
    sentences = [f"本次自检共{len(result.items)}项：{counts}{not_applicable}。"]
    gaps = result.count(Status.PARTIAL) + result.count(Status.MISSING)
    if not gaps:
        sentences.append("没有待完善的项目。")
    else:
        sentences.append(f"待完善（不充分和缺失）共{gaps}项{_must_words(result)}。")
    return (*sentences, *_observation_sentences(result, settled))


def _must_words(result: CheckResult) -> str:
    if not result.must_gaps:
        return "，其中没有必备项"
    absent = sum(item.status is Status.MISSING for item in result.must_gaps)
    lacking = f"（缺项{absent}项）" if absent else ""
    return f"，其中必备项{len(result.must_gaps)}项{lacking}，请先补齐"


def _observation_sentences(result: CheckResult, settled: int) -> tuple[str, ...]:
    listed = (f"另有差错和疑点{len(result.observations)}处，附后。",) if result.observations else ()
    return (*listed, f"有{settled}处疑点已经人工核对无误，没有列入。") if settled else listed


def present_state(item: ItemResult, closest: Evidence | None = None) -> tuple[str, ...]:
    """What the draft says now: excerpts with their place, one line each; for want of any the ``closest`` passage."""
    if not item.evidence and closest is not None:
        return (f"未见表述；最接近的一处：{quoted(closest.text, closest.where)}",)
    if not item.evidence:
        return ("全文未见有关表述。",)
    lines = [quoted(one.text, one.where) for one in item.evidence[:_EXCERPTS_SHOWN]]
    left = len(item.evidence) - len(lines)
    return (*lines, f"另有{left}处。") if left else tuple(lines)


def gap_sentence(item: ItemResult) -> str:
    """Why the item is a gap. Words of the draft that the reason opens with stand in ``present_state`` already."""
    reason = _without_quotation(item.reason, item.evidence[0]) if item.evidence else item.reason
    if item.absent_elements and "还缺" not in reason and item.status is Status.PARTIAL:
        reason = f"{reason.rstrip('。')}；还缺{'、'.join(item.absent_elements)}"
    return full_stop(reason)


def _without_quotation(reason: str, evidence: Evidence) -> str:
    opening = f"{evidence.where}“"
    if not reason.startswith(opening):
        return reason
    words = "".join(evidence.text.split())
    at = len(opening)
    shared = 0
    while shared < len(words) and reason[at + shared : at + shared + 1] == words[shared]:
        shared += 1
    rest = reason[at + shared :].removeprefix("……")
    return rest[1:] if shared and rest.startswith("”") and len(rest) > 1 else reason


def advice_sentences(item: ItemResult) -> tuple[str, ...]:
    """What to write and where, then the model sentence with its blanks."""
    lines = [full_stop(item.advice)] if item.advice else []
    if item.write_in and item.write_in.rstrip("。") not in item.advice:
        lines.append(f"写在{full_stop(item.write_in)}")
    if item.model:
        lines.append(f"参考句：{item.model}")
    return tuple(lines)


def basis_line(basis: ShownBasis) -> str:
    """A legal basis for a narrow column: 《名称》第几条, or the number alone where the title is long."""
    if basis.number and _is_long(basis):
        return f"{basis.number} {basis.locator or ''}".rstrip()
    return f"{_name(basis)}{basis.locator or ''}"


def full_names(result: CheckResult) -> tuple[str, ...]:
    """The full titles of what ``basis_line`` names by number alone, once each, in the order of the gaps."""
    shown = (basis for one in summaries(result) for item in one.gaps for basis in item.basis)
    return tuple(
        dict.fromkeys(f"{basis.number}为{_title(basis)}" for basis in shown if basis.number and _is_long(basis))
    )


def _is_long(basis: ShownBasis) -> bool:
    return len(basis.title) > _LONG_TITLE


def _name(basis: ShownBasis) -> str:
    return f"{_title(basis)}（{basis.number}）" if basis.number else _title(basis)


def _title(basis: ShownBasis) -> str:
    return basis.title if basis.title.startswith("《") else f"《{basis.title}》"


def quoted(text: str, where: str, most: int = _EXCERPT) -> str:
    """Words of the draft in quotation marks with their place, if it is known."""
    return f"“{quotable(excerpt(text, most))}”{f'〔{place_words(where)}〕' if where else ''}"


def place_words(where: str) -> str:
    """A place without the mark its number ends with: 第十部分 for "十、", 一、（四）14 for "一、（四）14."."""
    whole = _WHOLE_PART.fullmatch(where)
    return f"第{whole[1]}部分" if whole else where.rstrip("、.．")


def excerpt(text: str, most: int = _EXCERPT) -> str:
    """The first ``most`` characters of a passage, white space (tabs of a table row, line feeds) made one space."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most]}……"


def full_stop(sentence: str) -> str:
    """The sentence with one full stop at its end."""
    return sentence if sentence.endswith(("。", "！", "？", "；", "……")) else f"{sentence}。"
