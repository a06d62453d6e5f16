"""The word lists under words/ that belong to no single checklist: moods, and what structure is told by."""

from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from desktop.packs.model import MoodWords, SetName, StructureWords, UnitKindWords
from desktop.packs.yaml_nodes import Node, read_yaml

Lists = TypeVar("Lists", MoodWords, StructureWords, UnitKindWords)


def load_moods(root: Path) -> MoodWords:
    """Read words/moods.yaml. Raises ChecklistError naming file and line."""
    return _load(root, "moods.yaml", MoodWords)


def load_structure_words(root: Path) -> StructureWords:
    """Read words/structure.yaml. Raises ChecklistError naming file and line."""
    return _load(root, "structure.yaml", StructureWords)


def load_unit_kind_words(root: Path) -> UnitKindWords:
    """Read words/unit-kinds.yaml. Raises ChecklistError naming file and line."""
    return _load(root, "unit-kinds.yaml", UnitKindWords)


def load_names(root: Path) -> tuple[SetName, ...]:
    """Read words/names.yaml, which need not be there. Raises ChecklistError naming file and line."""
    path = root / "words" / "names.yaml"
    if not path.is_file():
        return ()
    names = []
    for node in read_yaml(path, "words/names.yaml").items():
        fields = node.fields(("name", "inner"), ("not_before",))
        name = fields["name"].text()
        inner = tuple(one.text() for one in fields["inner"].items())
        for word in inner:
            if word not in name:
                raise fields["inner"].fault(f"“{name}”里没有“{word}”")
        names.append(SetName(name, inner, fields.get("not_before", _texts, ())))
    return tuple(names)


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(one.text() for one in node.items())


def _load(root: Path, name: str, kind: type[Lists]) -> Lists:
    names = tuple(field.name for field in fields(kind))
    lists = read_yaml(root / "words" / name, f"words/{name}").fields(names)
    return kind(**{one: tuple(word.text() for word in lists[one].items()) for one in names})
