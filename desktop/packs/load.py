"""checklists/ → Checklists. Strict: a wrong key, name or rule is refused with file, line and likely fix."""

from collections.abc import Container
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from desktop.errors import ChecklistError
from desktop.packs.kinds import Level, UnitKind
from desktop.packs.model import Across, Basis, Checklist, Checklists, Element, Instrument, Item, Rule
from desktop.packs.observation_words import load_observation_words
from desktop.packs.reminders import load_reminders
from desktop.packs.rules import RuleFault, RuleOptions, Vocabulary, parse_rule
from desktop.packs.word_lists import load_moods, load_names, load_structure_words, load_unit_kind_words
from desktop.packs.yaml_nodes import Node, read_yaml
from desktop.paths import checklists_folder
from desktop.reading.draft import Role

ORDER = ("report-structure", "three-systems", "legal-counsel", "court-appearance", "accountability", "outline")
"""The order checklists are run and shown in; a folder not named here comes after these, by name."""

_OWN = "（自备）"

STRUCTURE_FACTS = (
    "measures-part",
    "measures-scattered",
    "shortcomings-point",
    "shortcomings-mentioned",
    "cause-given",
    "cause-announced",
    "first-responsible-part",
    "first-responsible-mentioned",
    "plans-two",
    "plan-one",
    "title-year",
    "title-subject",
    "title-genre",
    "signature-unit",
    "signature-date",
    "addressee",
)
"""The facts about a draft's own parts that an element can rest on (found by checking/structure.py)."""

Choice = TypeVar("Choice", bound=StrEnum)


def load_checklists(folder: Path | None = None, own: Path | None = None) -> Checklists:
    """Read every checklist below ``folder`` (default: the ones that come with the program).

    ``own`` is where an office may have put checklists of its own: they come after the others and use their word
    lists, and their bases may stand in an ``instruments.yaml`` beside them. Raises ChecklistError for the first
    thing that is wrong.
    """
    root = folder or checklists_folder()
    instruments = _instruments(root / "instruments.yaml")
    vocabulary = load_vocabulary(root)
    folders = _folders(root)
    if not folders:
        raise ChecklistError(f"在 {root.name} 里没有找到检查清单，请重新安装程序或检查清单文件夹。")
    folders.sort(key=lambda one: (ORDER.index(one.name) if one.name in ORDER else len(ORDER), one.name))
    lists = tuple(_checklist(one, instruments, vocabulary) for one in folders)
    if own is not None and (own_folders := _folders(own)):
        if (own / "instruments.yaml").is_file():
            instruments |= _instruments(own / "instruments.yaml", instruments)
        taken = {one.id for one in lists}
        if twice := next((one.name for one in own_folders if one.name in taken), None):
            raise ChecklistError(f"自备清单“{twice}”与程序自带的清单同名，请给它的文件夹和编号换一个名称。")
        lists += tuple(_checklist(one, instruments, vocabulary, _OWN) for one in sorted(own_folders))
    _refuse_twice(lists)
    words = load_moods(root), load_structure_words(root), load_unit_kind_words(root), load_observation_words(root)
    reminders = load_reminders(root, instruments)
    return Checklists(lists, tuple(instruments.values()), *words, reminders=reminders, names=load_names(root))


def _folders(root: Path) -> list[Path]:
    try:
        return [one for one in root.iterdir() if (one / "checklist.yaml").is_file()]
    except OSError:
        return []


def load_vocabulary(root: Path) -> Vocabulary:
    """The shared word lists under words/vocabulary/, by name."""
    words: dict[str, tuple[str, ...]] = {}
    for path in sorted((root / "words" / "vocabulary").glob("*.yaml")):
        for key, value in read_yaml(path, f"words/vocabulary/{path.name}").pairs():
            if key.text() in words:
                raise key.fault(f"词表“{key.text()}”已经定义过，请换一个名称或合并")
            members = tuple(one.text() for one in value.items())
            words[key.text()] = tuple(dict.fromkeys(members))
    return words


def _refuse_twice(lists: tuple[Checklist, ...]) -> None:
    seen: dict[str, str] = {}
    for one in lists:
        for item in one.items:
            if item.id in seen:
                both = f"{seen[item.id]} 和 {one.id}"
                raise ChecklistError(f"检查项“{item.id}”在 {both} 里各写了一次，请改其中一个的编号。")
            seen[item.id] = one.id


def _instruments(path: Path, known: Container[str] = ()) -> dict[str, Instrument]:
    found: dict[str, Instrument] = {}
    for node in read_yaml(path, f"{_OWN if known else ''}{path.name}").items():
        fields = node.fields(("id", "title"), ("number", "issuer", "note", "effective", "report_years"))
        name = fields["id"].text()
        if name in found or name in known:
            raise node.fault(f"依据“{name}”写了两次")
        found[name] = Instrument(
            id=name,
            title=fields["title"].text(),
            number=fields.get("number", _optional_text, None),
            issuer=fields.get("issuer", _optional_text, None),
            note=fields.get("note", _optional_text, None),
            effective=fields.get("effective", _date, None),
            report_years=fields.get("report_years", _years, None),
        )
    return found


def _optional_text(node: Node) -> str | None:
    return node.text()


def _date(node: Node) -> str | None:
    parts = node.text().split("-")
    if [len(part) for part in parts] not in ([4, 2], [4, 2, 2]) or not all(part.isdigit() for part in parts):
        raise node.fault(f"日期“{node.text()}”应写成 '2019-04-15' 或 '2019-04'")
    return node.text()


def _years(node: Node) -> tuple[int, int] | None:
    years = tuple(one.text() for one in node.items())
    if len(years) != 2 or not all(year.isdigit() and len(year) == 4 for year in years):
        raise node.fault("年度应写成 ['2021', '2025']")
    return int(years[0]), int(years[1])


def _checklist(folder: Path, instruments: dict[str, Instrument], vocabulary: Vocabulary, whose: str = "") -> Checklist:
    head = read_yaml(folder / "checklist.yaml", f"{whose}{folder.name}/checklist.yaml")
    fields = head.fields(("id", "title", "version"))
    if fields["id"].text() != folder.name:
        raise fields["id"].fault(f"编号应与文件夹同名，写成“{folder.name}”")
    files = [folder / "items.yaml"] if (folder / "items.yaml").is_file() else sorted((folder / "items").glob("*.yaml"))
    reader = _ItemReader(folder.name, instruments, vocabulary)
    items = tuple(
        reader.item(node)
        for path in files
        for node in read_yaml(path, f"{whose}{path.relative_to(folder.parent).as_posix()}").items()
    )
    return Checklist(folder.name, fields["title"].text(), fields["version"].text(), items)


class _ItemReader:
    """Reads the items of one checklist against the known instruments and word lists."""

    def __init__(self, checklist: str, instruments: dict[str, Instrument], vocabulary: Vocabulary) -> None:
        self._checklist = checklist
        self._instruments = instruments
        self._vocabulary = vocabulary

    def item(self, node: Node) -> Item:
        fields = node.fields(
            ("id", "title", "level", "asks", "thin_when", "elements", "advice", "model", "write_in"),
            ("needs", "applies_to", "since", "zero_counts", "partial_possible", "basis", "mentions")
            + ("mention_structure",),
        )
        item = Item(
            id=fields["id"].text(),
            checklist=self._checklist,
            title=fields["title"].text(),
            level=_choice(fields["level"], Level),
            asks=fields["asks"].text(),
            thin_when=fields["thin_when"].text(),
            elements=tuple(self._element(one) for one in fields["elements"].items()),
            mentions=fields.get("mentions", self._rules, ()),
            advice=fields["advice"].text(),
            model=fields["model"].text(),
            write_in=fields["write_in"].text(),
            needs=fields.get("needs", Node.number, 1),
            applies_to=fields.get("applies_to", _unit_kinds, ()),
            since=fields.get("since", _optional_number, None),
            zero_counts=fields.get("zero_counts", Node.truth, False),
            partial_possible=fields.get("partial_possible", Node.truth, True),
            basis=fields.get("basis", self._bases, ()),
            mention_structure=fields.get("mention_structure", _structure_facts, ()),
        )
        if sum(one.counts for one in item.elements) < item.needs:
            raise node.fault(f"“{item.id}”的要素加起来不到 needs: {item.needs}，永远不会判为已覆盖")
        return item

    def _element(self, node: Node) -> Element:
        fields = node.fields(("title",), ("rules", "structure", "example", "counts", "none_counts"))
        no_rules: tuple[Rule, ...] = ()
        rules = fields.get("rules", self._rules, no_rules)
        structure = fields.get("structure", _structure_fact, None)
        if not rules and structure is None:
            raise node.fault("要素要有 rules 或 structure")
        return Element(
            title=fields["title"].text(),
            rules=rules,
            counts=fields.get("counts", Node.number, 1),
            structure=structure,
            none_counts=fields.get("none_counts", _optional_truth, None),
            example=fields.get("example", _optional_text, None),
        )

    def _rules(self, node: Node) -> tuple[Rule, ...]:
        return tuple(self._rule(one) for one in node.items())

    def _rule(self, node: Node) -> Rule:
        find, options = node, RuleOptions()
        if node.is_mapping():
            fields = node.fields(("find",), ("within", "across", "in", "unless"))
            find = fields["find"]
            options = RuleOptions(
                within=fields.get("within", Node.number, 40),
                across=fields.get("across", lambda one: _choice(one, Across), Across.SENTENCE),
                roles=fields.get("in", lambda one: tuple(_choice(role, Role) for role in one.items()), ()),
                unless=fields.get("unless", _optional_text, None),
            )
        try:
            return parse_rule(find.text(), self._vocabulary, options, node.line)
        except RuleFault as fault:
            raise find.fault(str(fault)) from fault

    def _bases(self, node: Node) -> tuple[Basis, ...]:
        bases = []
        for one in node.items():
            fields = one.fields(("instrument",), ("locator",))
            name = fields["instrument"].text()
            if name not in self._instruments:
                near = get_close_matches(name, self._instruments, n=1, cutoff=0.5)
                hint = f"，是不是“{near[0]}”" if near else ""
                raise fields["instrument"].fault(f"instruments.yaml 里没有“{name}”{hint}")
            bases.append(Basis(self._instruments[name], fields.get("locator", _optional_text, None)))
        return tuple(bases)


def _choice(node: Node, kind: type[Choice]) -> Choice:
    allowed = {member.value: member for member in kind}
    text = node.text()
    if text not in allowed:
        near = get_close_matches(text, allowed, n=1, cutoff=0.5)
        hint = f"，是不是“{near[0]}”" if near else f"，可用的有：{'、'.join(allowed)}"
        raise node.fault(f"不认识“{text}”{hint}")
    return allowed[text]


def _unit_kinds(node: Node) -> tuple[UnitKind, ...]:
    return tuple(_choice(one, UnitKind) for one in node.items())


def _structure_fact(node: Node) -> str | None:
    if node.text() not in STRUCTURE_FACTS:
        raise node.fault(f"不认识的结构事实“{node.text()}”，可用的有：{'、'.join(STRUCTURE_FACTS)}")
    return node.text()


def _structure_facts(node: Node) -> tuple[str, ...]:
    return tuple(one.text() for one in node.items() if _structure_fact(one))


def _optional_number(node: Node) -> int | None:
    return node.number()


def _optional_truth(node: Node) -> bool | None:
    return node.truth()
