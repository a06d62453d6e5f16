"""Changes to a draft whose effect on the verdicts is known, and the share of cases in which it is so.

    python -m tests.checking.metamorphic FOLDER …

runs every kind of change over every .txt draft in the folders and prints cases and shares.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import docx

from desktop.checking.check import check
from desktop.checking.evidence import clause_run
from desktop.checking.findings import Finding, findings_of, score
from desktop.checking.result import Mood, Status
from desktop.checking.structure import StructureFacts
from desktop.checking.text import Scanned, scan
from desktop.packs.model import Checklists, Item
from desktop.reading.draft import BlockKind, Draft, Role
from desktop.reading.open_draft import draft_from_text, open_draft
from desktop.workbench import passage_draft
from tests.loaded import the_checklists

_UNRELATED = (
    "全年完成造林绿化3200亩，城区道路养护维修46公里。",
    "承办全县乡村旅游文化节，接待游客12万人次，带动农产品销售800余万元。",
    "做好迎峰度夏电力保供，冬春蔬菜储备充足，市场供应总体平稳。",
)
_MOST_PLACES = 3
_PLANS = ("下一步，将", "明年将继续", "今后将进一步", "拟于来年")
_FULL_WIDTH = str.maketrans("0123456789%,()", "０１２３４５６７８９％，（）")


@dataclass(frozen=True, slots=True)
class Case:
    """One change to one draft and whether the verdicts came out as they must."""

    kind: str
    draft: str
    item: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Base:
    """A draft with what its check found."""

    name: str
    draft: Draft
    scanned: Scanned
    statuses: dict[str, Status]
    findings: dict[str, list[Finding]]


def base_of(name: str, draft: Draft, checklists: Checklists) -> Base:
    """Check ``draft`` once and keep every clause that touches an item."""
    scanned = scan(draft, checklists)
    facts = StructureFacts(scanned, checklists)
    statuses = {one.id: one.status for one in check(draft, checklists).items}
    found = {item.id: findings_of(item, scanned, facts, thorough=True) for item in checklists.items}
    return Base(name, draft, scanned, statuses, found)


def cases(name: str, draft: Draft, checklists: Checklists, seed: int = 0) -> Iterator[Case]:
    """Every case of every kind for one draft."""
    base = base_of(name, draft, checklists)
    random = Random(f"{name}{seed}")
    yield from _one_place_cases(base, checklists, random)
    yield from _synonym_cases(base, checklists, random)
    yield from _same_cases(base, checklists, random)


def _one_place_cases(base: Base, checklists: Checklists, random: Random) -> Iterator[Case]:
    for item in checklists.items:
        if item.checklist == "report-structure" or base.statuses[item.id] is not Status.COVERED:
            continue
        places = _places(base, item, checklists)
        if not 0 < len(places) <= _MOST_PLACES:
            continue
        gone, words = _without(base.draft.text, places)
        yield _case("删去证据", base, item, gone, checklists, lambda status: status is not Status.COVERED)
        below = Status.PARTIAL if item.partial_possible else Status.MISSING
        planned = _into_plan(base, gone, words, places)
        if planned is not None and _told_by_words(words, item, checklists):
            yield _case("移到安排部分", base, item, planned, checklists, lambda status, below=below: status is below)
        future = _before_each(base, places, random.choice(_PLANS), base.scanned.clauses.sentences)
        yield _case("改为将来", base, item, future, checklists, lambda status, below=below: status is below)
        if item.zero_counts:
            continue
        lacking = _before_each(base, places, "尚未", base.scanned.clauses.clauses)
        yield _case("改为尚未", base, item, lacking, checklists, lambda status: status is not Status.COVERED)


def _places(base: Base, item: Item, checklists: Checklists) -> list[tuple[int, int]]:
    """The draft's spans of all clauses that state the item, apart from each other, in order; none if unclear.

    What states it is blacked out and the rest searched again, until nothing does: a rule gives one match for each of
    its rarest words, so that a second statement beside the first shows only then.
    """
    places: list[tuple[int, int]] = []
    scanned, found = base.scanned, base.findings[item.id]
    for _ in range(_MOST_PLACES + 1):
        counting = [one for one in found if one.counts]
        if any(one.fact or one.mood is Mood.NONE for one in counting):
            return []
        if not counting:
            return _joined(places)
        places += [scanned.squeezed.original_span(*clause_run(one, scanned)) for one in counting]
        scanned = scan(replace(base.draft, text=_blacked_out(base.draft.text, places)), checklists)
        found = findings_of(item, scanned, StructureFacts(scanned, checklists), thorough=True)
    return []


def _joined(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _blacked_out(text: str, places: list[tuple[int, int]]) -> str:
    """The text with every letter of the places replaced; marks and lengths stay."""
    for start, end in places:
        text = text[:start] + re.sub(r"[^\s，。；、：！？]", "■", text[start:end]) + text[end:]
    return text


def _without(text: str, places: list[tuple[int, int]]) -> tuple[str, str]:
    words = "，".join(text[start:end].strip("，。；、：\n ") for start, end in places)
    for start, end in reversed(places):
        text = text[:start] + text[end:]
    return text, words


def _before_each(base: Base, places: list[tuple[int, int]], words: str, starts: tuple[int, ...]) -> str:
    """The text with ``words`` at the start of each place and before every sentence (or clause) that begins in it."""
    text, squeezed = base.draft.text, base.scanned.squeezed
    kept = [one for one in starts if one < len(squeezed.text)]
    inside = {squeezed.original_offset(one) for one in kept}
    points = {first for first, _ in places} | {one for one in inside if any(a <= one < b for a, b in places)}
    for point in sorted(points, reverse=True):
        text = text[:point] + words + text[point:]
    return text


def _told_by_words(words: str, item: Item, checklists: Checklists) -> bool:
    """Whether the words state the item wherever they stand, and may be a plan: they do not say that it is done."""
    scanned = scan(passage_draft(words), checklists)
    told = findings_of(item, scanned, StructureFacts(scanned, checklists), thorough=True)
    return score(item, told) >= item.needs and not any(done in words for done in checklists.moods.done)


def _into_plan(base: Base, gone: str, words: str, places: list[tuple[int, int]]) -> str | None:
    plans = [part for part in base.draft.parts if part.role is Role.NEXT_YEAR]
    if not plans:
        return None
    end = plans[-1].end - sum(last - first for first, last in places if first < plans[-1].end)
    return gone[:end].rstrip("\n") + f"\n{words}。\n" + gone[end:].lstrip("\n")


def _synonym_cases(base: Base, checklists: Checklists, random: Random) -> Iterator[Case]:
    for item in checklists.items:
        if base.statuses[item.id] is not Status.COVERED or item.needs > 1:
            continue
        counting = [one for one in base.findings[item.id] if one.counts and one.rule is not None]
        if not counting:
            continue
        finding = random.choice(counting)
        swapped = _with_synonym(base, finding, random)
        if swapped is not None:
            yield _case("换同义词", base, item, swapped, checklists, lambda status: status is Status.COVERED)


def _with_synonym(base: Base, finding: Finding, random: Random) -> str | None:
    if finding.rule is None:
        return None
    index = random.randrange(len(finding.words))
    others = [term for term in finding.rule.groups[index] if not term.startswith("#")]
    if len(others) < 2:
        return None
    first, last = base.scanned.squeezed.original_span(*finding.words[index])
    return base.draft.text[:first] + random.choice(others) + base.draft.text[last:]


def _same_cases(base: Base, checklists: Checklists, random: Random) -> Iterator[Case]:
    changes: dict[str, Callable[[str], str]] = {
        "加无关段落": lambda text: _with_unrelated(base, text, random),
        "改换行": lambda text: _wrapped(text, random.randint(26, 40)),
        "改全角半角": lambda text: text.translate(_FULL_WIDTH),
        "加空格": lambda text: _spaced(text, random),
    }
    in_word = {one.id: one.status for one in check(_as_word(base.draft), checklists).items}
    for item in checklists.items:
        yield Case("改存为.docx", base.name, item.id, in_word[item.id] is base.statuses[item.id])
    for kind, change in changes.items():
        after = _statuses(change(base.draft.text), checklists)
        for item in checklists.items:
            yield Case(kind, base.name, item.id, after[item.id] is base.statuses[item.id])


def _as_word(draft: Draft) -> Draft:
    """The draft saved as a Word document (headings by style, rows as tables) and opened again."""
    document = docx.Document()
    for block in draft.blocks:
        words = draft.text[block.start : block.end]
        if block.kind is BlockKind.TABLE_ROW:
            row = words.split("\t")
            for cell, text in zip(document.add_table(1, len(row)).rows[0].cells, row, strict=True):
                cell.text = text
        elif block.kind is BlockKind.HEADING:
            document.add_heading(words, level=block.level or 1)
        else:
            document.add_paragraph(words)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "draft.docx"
        document.save(str(path))
        return open_draft(path)


def _with_unrelated(base: Base, text: str, random: Random) -> str:
    measures = [part for part in base.draft.parts if part.role is Role.MEASURES]
    place = measures[-1].end if measures else len(text)
    return text[:place].rstrip("\n") + "\n" + random.choice(_UNRELATED) + "\n" + text[place:].lstrip("\n")


def _wrapped(text: str, width: int) -> str:
    lines = []
    for paragraph in text.split("\n"):
        lines += [paragraph[start : start + width] for start in range(0, len(paragraph), width)]
        lines.append("")
    return "\n".join(lines)


def _spaced(text: str, random: Random) -> str:
    return "".join(letter + (" " if letter != "\n" and random.random() < 0.03 else "") for letter in text)


def _case(
    kind: str, base: Base, item: Item, text: str, checklists: Checklists, right: Callable[[Status], bool]
) -> Case:
    return Case(kind, base.name, item.id, right(_statuses(text, checklists)[item.id]))


def _statuses(text: str, checklists: Checklists) -> dict[str, Status]:
    return {one.id: one.status for one in check(draft_from_text(text), checklists).items}


def shares(found: Iterator[Case]) -> dict[str, tuple[int, int, list[str]]]:
    """Cases, cases that hold, and the others by name, for every kind."""
    tally: dict[str, tuple[int, int, list[str]]] = defaultdict(lambda: (0, 0, []))
    for one in found:
        number, held, wrong = tally[one.kind]
        tally[one.kind] = number + 1, held + one.holds, wrong + ([] if one.holds else [f"{one.draft} {one.item}"])
    return dict(tally)


def main() -> None:
    """Print the figures for the drafts in the folders named on the command line."""
    checklists = the_checklists()
    paths = [path for folder in sys.argv[1:] for path in sorted(Path(folder).glob("*.txt"))]
    found = (one for path in paths for one in cases(path.stem[:12], open_draft(path), checklists))
    for kind, (number, held, wrong) in shares(found).items():
        print(f"{kind}  {number} 例  成立 {held / number:.3f}  不成立：{'；'.join(wrong[:12])}")


if __name__ == "__main__":
    main()
