"""The only place where a status is decided, and the sentence that says why."""

from desktop.checking.evidence import best_first, evidence_of
from desktop.checking.findings import Finding, score, stated_elements
from desktop.checking.result import Evidence, ItemResult, Mood, ShownBasis, Status, quotable
from desktop.checking.text import Scanned
from desktop.packs.kinds import Level
from desktop.packs.model import Item

_QUOTE = 28
_MOST_NAMED = 3


def decide(
    item: Item, level: Level, findings: list[Finding], scanned: Scanned, bases: tuple[ShownBasis, ...]
) -> ItemResult:
    """The verdict on an item that is asked of this report."""
    counting = [one for one in findings if one.counts and one.element is not None]
    stated = stated_elements(findings)
    absent = tuple(element.title for index, element in enumerate(item.elements) if index not in stated)
    if score(item, findings) >= item.needs:
        status = Status.COVERED
        shown = [one for one in counting if item.elements[one.element or 0].counts > 0] or counting
    elif findings and item.partial_possible:
        status, shown = Status.PARTIAL, findings
    else:
        status, shown = Status.MISSING, []
    evidence = evidence_of(shown, scanned)
    if status is Status.COVERED:
        reason = _why_covered(item, stated, absent, evidence)
    elif status is Status.PARTIAL:
        reason = _why_partial(item, stated, absent, best_first(shown, scanned)[0], evidence)
    else:
        reason = _why_missing(item, level)
    return ItemResult(
        id=item.id,
        checklist=item.checklist,
        title=item.title,
        level=level,
        status=status,
        evidence=evidence,
        absent_elements=absent,
        reason=reason,
        asks=item.asks,
        advice=_advice(item, status, absent),
        model=item.model,
        write_in=item.write_in,
        basis=bases,
        sure=_is_sure(status, shown),
    )


def not_asked(item: Item, level: Level, why: str, bases: tuple[ShownBasis, ...]) -> ItemResult:
    """The result for an item that does not apply to this report."""
    return ItemResult(
        id=item.id,
        checklist=item.checklist,
        title=item.title,
        level=level,
        status=Status.NOT_APPLICABLE,
        evidence=(),
        absent_elements=(),
        reason=why,
        asks=item.asks,
        advice="不需要补写。",
        model=item.model,
        write_in=item.write_in,
        basis=bases,
    )


def _is_sure(status: Status, shown: list[Finding]) -> bool:
    if status is Status.PARTIAL:
        return not any(one.mood is Mood.FACT and one.element is not None for one in shown)
    return status is Status.MISSING or any(one.sure for one in shown)


def _named(titles: tuple[str, ...]) -> str:
    named = "、".join(title.removeprefix("写明") for title in titles[:_MOST_NAMED])
    return named + ("等" if len(titles) > _MOST_NAMED else "")


def _quoted(evidence: Evidence) -> str:
    cells = evidence.text.split("\t") if "\t" in evidence.text else (evidence.text,)
    words = _without_number(" ".join(filter(None, ("".join(cell.split()) for cell in cells))), evidence.where)
    return f"{evidence.where}“{quotable(words[:_QUOTE])}{'……' if len(words) > _QUOTE else ''}”"


def _without_number(words: str, where: str) -> str:
    """``words`` without the number they open with where the place ends with it, as in 四、2.“2.加快……”."""
    if words[:1] not in where:
        return words
    opens = next((where[at:] for at in range(len(where)) if words.startswith(where[at:])), "")
    return words[len(opens) :] or words


def _why_covered(item: Item, stated: set[int], absent: tuple[str, ...], evidence: tuple[Evidence, ...]) -> str:
    titles = tuple(item.elements[index].title for index in sorted(stated))
    reason = f"{_quoted(evidence[0])}写明了{_named(titles)}"
    return f"{reason}；可补充：{_named(absent)}。" if absent else f"{reason}。"


_PARTIAL_BY_MOOD = {
    Mood.PLAN: "说的是打算做的事，没有写本年度已经做了什么",
    Mood.SHORTFALL: "说的是不足，没有写本年度做了什么",
    Mood.SLOGAN: "只是开头语、标题、文件名、要求或笼统的话，没有写具体做法",
    Mood.NONE: "说的是没有做或没有发生，不能说明做到了",
    Mood.FACT: "只是提到",
}


def _why_partial(
    item: Item, stated: set[int], absent: tuple[str, ...], best: Finding, evidence: tuple[Evidence, ...]
) -> str:
    if stated:
        titles = tuple(item.elements[index].title for index in sorted(stated))
        return f"{_quoted(evidence[0])}写明了{_named(titles)}，要素不全，还缺{_named(absent)}。"
    return f"{_quoted(evidence[0])}{_PARTIAL_BY_MOOD[best.mood]}；还缺{_named(absent)}。"


def _why_missing(item: Item, level: Level) -> str:
    if level is Level.MUST:
        return f"全文没有找到“{item.title}”的内容，按督察工作规定这是年度报告必备的内容，属于缺项。"
    if all(element.structure is not None for element in item.elements):
        return f"没有找到“{item.title}”，请核对是不是漏写了。"
    return f"全文没有找到“{item.title}”这方面的内容，请核实是否有此项工作。"


def _advice(item: Item, status: Status, absent: tuple[str, ...]) -> str:
    if status is Status.COVERED:
        return f"已覆盖；可补充：{_named(absent)}。" if absent else "已覆盖，不需要补写。"
    return f"{item.advice.rstrip('。')}。写在{item.write_in.rstrip('。')}。"
