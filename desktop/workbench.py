"""A workbench for the rules: explain one item on one draft, try all examples, score against answers."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.checking.check import check
from desktop.checking.closest import closest_passages
from desktop.checking.findings import Finding, findings_of
from desktop.checking.result import Mood, Status
from desktop.checking.structure import StructureFacts
from desktop.checking.text import Scanned, scan
from desktop.errors import UsageError
from desktop.output.words import DOUBTFUL, STATUS
from desktop.packs.examples import Example
from desktop.packs.model import Checklists, Item
from desktop.reading.draft import Block, BlockKind, Draft, Part, Role

MOOD_NAMES = {
    Mood.FACT: "事实",
    Mood.NONE: "没有发生",
    Mood.PLAN: "计划",
    Mood.SHORTFALL: "不足",
    Mood.SLOGAN: "口号",
}


def passage_draft(text: str, role: Role = Role.MEASURES) -> Draft:
    """A draft of one paragraph that stands in a part of ``role``."""
    words = " ".join(text.split("\n"))
    block = Block(BlockKind.PARAGRAPH, 0, len(words))
    return Draft(words, (block,), (), (Part(role, 0, len(words)),), "")


def explain(draft: Draft, checklists: Checklists, item_id: str) -> str:
    """Every clause of ``draft`` that touches the item: its mood, what it states, and why it counts or not."""
    item = _item(checklists, item_id)
    scanned = scan(draft, checklists)
    facts = StructureFacts(scanned, checklists)
    result = next(one for one in check(draft, checklists).items if one.id == item_id)
    doubt = "" if result.sure else f"（{DOUBTFUL}）"
    lines = [f"{item.title}（{item.id}） {STATUS[result.status]}{doubt}", result.reason, ""]
    if result.status is Status.MISSING:
        lines += _closest(draft, item, checklists)
    verdict = len(lines)
    for finding in sorted(findings_of(item, scanned, facts, thorough=True), key=lambda one: (one.start, one.end)):
        lines += _explained(finding, item, scanned)
    if len(lines) == verdict:
        lines.append("没有任何分句碰到这一项的规则。")
    return "\n".join(lines)


def _closest(draft: Draft, item: Item, checklists: Checklists) -> list[str]:
    passages = closest_passages(draft, item, checklists)
    if not passages:
        return []
    return ["最接近的段落：", *(f"{one.where}  {' '.join(one.text.split())}" for one in passages), ""]


def _explained(finding: Finding, item: Item, scanned: Scanned) -> Iterator[str]:
    clauses = scanned.clauses
    start, end = clauses.clause(finding.start)[0], clauses.clause(finding.end - 1)[1]
    first, last = scanned.squeezed.original_span(start, end)
    what = "只是提到" if finding.element is None else f"要素“{item.elements[finding.element].title}”"
    words = "、".join(scanned.squeezed.text[hit[0] : hit[1]] for hit in finding.words)
    source = finding.rule.source if finding.rule is not None else f"结构：{finding.fact}"
    line = f"（第{finding.rule.line}行）" if finding.rule is not None else ""
    counted = "算" if finding.counts else ("不算：只是提到" if finding.element is None else "不算：不是事实")
    yield f"{scanned.draft.place(first)}  [{MOOD_NAMES[finding.mood]}] {counted}  {what}"
    yield f"    {' '.join(scanned.draft.text[first:last].split())}"
    yield f"    词：{words or '（整段）'}  规则{line}：{source[:80]}"


def _item(checklists: Checklists, item_id: str) -> Item:
    for item in checklists.items:
        if item.id == item_id:
            return item
    raise UsageError(f"没有检查项“{item_id}”，请用 fazhi checklists 查看各项的编号。")


@dataclass(frozen=True, slots=True)
class ExampleFault:
    """An example that did not get its status, or an element that its own example does not meet alone."""

    item: str
    line: int
    wanted: str
    got: str
    text: str


def run_examples(checklists: Checklists, examples: Iterable[Example]) -> tuple[ExampleFault, ...]:
    """Try every passage and every element's own example; what did not come out as it must."""
    known = {item.id: item for item in checklists.items}
    faults: list[ExampleFault] = []
    for one in examples:
        if one.item not in known:
            faults.append(ExampleFault(one.item, one.line, one.status, "没有这个检查项", one.text))
            continue
        got = _status_of(one, checklists).value
        if got != one.status:
            faults.append(ExampleFault(one.item, one.line, one.status, got, " ".join(one.text.split())))
    for item in checklists.items:
        faults += _element_faults(item, checklists)
    return tuple(faults)


def _status_of(example: Example, checklists: Checklists) -> Status:
    from desktop.reading.open_draft import draft_from_text

    draft = draft_from_text(example.text) if example.whole else passage_draft(example.text, example.role)
    results = check(draft, checklists, year=example.year, only=_list_of(example.item, checklists)).items
    return next(one.status for one in results if one.id == example.item)


def _list_of(item_id: str, checklists: Checklists) -> tuple[str, ...]:
    return tuple(one.id for one in checklists.lists if any(item.id == item_id for item in one.items))


def _element_faults(item: Item, checklists: Checklists) -> Iterator[ExampleFault]:
    for index, element in enumerate(item.elements):
        if element.example is None:
            continue
        role = _role_for(index, item)
        scanned = scan(passage_draft(element.example, role), checklists)
        facts = StructureFacts(scanned, checklists)
        met = {one.element for one in findings_of(item, scanned, facts) if one.counts}
        if met != {index}:
            names = "、".join(item.elements[one].title for one in sorted(n for n in met if n is not None))
            yield ExampleFault(item.id, 0, f"只满足要素“{element.title}”", names or "什么都不满足", element.example)


def _role_for(index: int, item: Item) -> Role:
    roles = {role for rule in item.elements[index].rules for role in rule.roles}
    return Role.MEASURES if not roles or Role.MEASURES in roles else sorted(roles)[0]


def evaluate(gold: Path, drafts: Path, checklists: Checklists) -> str:
    """Compare verdicts with answer files (``NAME.json`` for the draft ``NAME``): figures by item and by mood."""
    from desktop.reading.open_draft import open_draft

    tally: Counter[str] = Counter()
    wrong: dict[str, list[str]] = defaultdict(list)
    moods: Counter[tuple[str, bool]] = Counter()
    for answer in sorted(gold.glob("*.json")):
        name = answer.name.removesuffix(".json")
        said = {one.id: one for one in check(open_draft(drafts / name), checklists).items}
        for key, truth in json.loads(answer.read_text(encoding="utf-8"))["items"].items():
            got, want = said[key].status.value, truth["status"]
            tally["n"] += 1
            tally["exact"] += got == want
            tally["tp"] += got in ("missing", "partial") and want in ("missing", "partial")
            tally["fp"] += got in ("missing", "partial") and want not in ("missing", "partial")
            tally["fn"] += got not in ("missing", "partial") and want in ("missing", "partial")
            best = MOOD_NAMES[said[key].evidence[0].mood] if said[key].evidence else "（无）"
            moods[best, got == want] += 1
            if got != want:
                wrong[key].append(f"{name[:20]}: 应为 {want}，判为 {got}  {said[key].reason}")
    lines = [f"{key}  {len(rows)} 处不同\n    " + "\n    ".join(rows) for key, rows in sorted(wrong.items())]
    lines += [f"首条证据的语气 {mood}: 一致 {moods[mood, True]}，不同 {moods[mood, False]}" for mood in _moods(moods)]
    precision = tally["tp"] / max(1, tally["tp"] + tally["fp"])
    recall = tally["tp"] / max(1, tally["tp"] + tally["fn"])
    exact = tally["exact"] / max(1, tally["n"])
    lines.append(f"共{tally['n']}项  一致 {exact:.3f}  待完善：查准 {precision:.3f} 查全 {recall:.3f}")
    return "\n".join(lines)


def _moods(tally: Counter[tuple[str, bool]]) -> list[str]:
    return sorted({mood for mood, _ in tally})
