"""The example passages beside a checklist's items (examples/<item>.yaml), read only to try the rules."""

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import ChecklistError
from desktop.packs.yaml_nodes import Node, read_yaml
from desktop.reading.draft import Role

STATUSES = ("covered", "partial", "missing")


@dataclass(frozen=True, slots=True)
class Example:
    """A passage and the status its item must get. ``whole`` passages are reports with lines of their own."""

    item: str
    status: str
    text: str
    role: Role = Role.MEASURES
    whole: bool = False
    year: int | None = None
    line: int = 0


def load_examples(root: Path) -> tuple[Example, ...]:
    """Every example of every checklist below ``root``. Raises ChecklistError naming file and line."""
    found: list[Example] = []
    for path in sorted(root.glob("*/examples/*.yaml")):
        fields = read_yaml(path, path.relative_to(root).as_posix()).fields((), STATUSES)
        for status in STATUSES:
            if status in fields.values:
                found += (_example(path.stem, status, one) for one in fields[status].items())
    if not found:
        raise ChecklistError(f"在 {root.name} 里没有找到例子（examples 文件夹），请补上各检查项的例子。")
    return tuple(found)


def _example(item: str, status: str, node: Node) -> Example:
    if not node.is_mapping():
        return Example(item, status, node.text(), line=node.line)
    fields = node.fields((), ("text", "whole", "part", "year"))
    if ("text" in fields.values) == ("whole" in fields.values):
        raise node.fault("例子要有 text 或 whole，二者取一")
    role = Role.MEASURES
    if "part" in fields.values:
        name = fields["part"].text()
        if name not in [one.value for one in Role]:
            raise fields["part"].fault(f"不认识的部分“{name}”，可用的有：{'、'.join(one.value for one in Role)}")
        role = Role(name)
    year = fields["year"].text() if "year" in fields.values else None
    if year is not None and not (year.isdigit() and len(year) == 4):
        raise fields["year"].fault("年度应写成 '2021'")
    whole = "whole" in fields.values
    text = fields["whole" if whole else "text"].text()
    return Example(item, status, text, role, whole, int(year) if year else None, node.line)
