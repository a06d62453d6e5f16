"""The word lists under words/ that belong to no single checklist: moods, and what structure is told by."""

from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from desktop.packs.model import MoodWords, StructureWords, UnitKindWords
from desktop.packs.yaml_nodes import read_yaml

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


def _load(root: Path, name: str, kind: type[Lists]) -> Lists:
    names = tuple(field.name for field in fields(kind))
    lists = read_yaml(root / "words" / name, f"words/{name}").fields(names)
    return kind(**{one: tuple(word.text() for word in lists[one].items()) for one in names})
