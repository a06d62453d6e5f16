"""words/observations/*.yaml → ObservationWords. Strict: an unknown file, key or value is refused with its line."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from desktop.errors import ChecklistError
from desktop.packs.observation_model import (
    ArithmeticWords,
    ArtefactWords,
    ObservationWords,
    Partition,
    PeopleWords,
    PlaceholderWords,
)
from desktop.packs.yaml_nodes import Node, read_yaml

Lists = TypeVar("Lists", PlaceholderWords, ArtefactWords)


def load_observation_words(root: Path) -> ObservationWords:
    """Read every list below ``root``/words/observations; without that folder there are no words.

    Raises ChecklistError naming file and line.
    """
    folder = root / "words" / "observations"
    if not folder.is_dir():
        return ObservationWords()
    known = [field.name for field in fields(ObservationWords)]
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in known:
            names = "、".join(f"{name}.yaml" for name in known)
            raise ChecklistError(f"检查清单 words/observations/{path.name} 不认识，这里可用的文件有：{names}。")

    def root_of(name: str) -> Node:
        return read_yaml(folder / f"{name}.yaml", f"words/observations/{name}.yaml")

    return ObservationWords(
        arithmetic=_arithmetic(root_of("arithmetic")),
        placeholder=_lists(root_of("placeholder"), PlaceholderWords),
        artefact=_lists(root_of("artefact"), ArtefactWords),
        people=_people(root_of("people")),
    )


def _words(node: Node) -> tuple[str, ...]:
    return tuple(one.text() for one in node.items())


def _lists(node: Node, kind: type[Lists]) -> Lists:
    """A file that holds one list of words for every field of ``kind``."""
    names = tuple(field.name for field in fields(kind))
    lists = node.fields(names)
    return kind(**{name: _words(lists[name]) for name in names})


def _rows(node: Node, read: Callable[[Node], Partition]) -> tuple[Partition, ...]:
    return tuple(read(one) for one in node.items())


def _arithmetic(node: Node) -> ArithmeticWords:
    lists = node.fields(("partitions", "overlapping", "dimensions", "falling", "rising", "never_above_100"))
    return ArithmeticWords(
        partitions=_rows(lists["partitions"], _partition),
        overlapping=_words(lists["overlapping"]),
        dimensions=tuple(_words(one) for one in lists["dimensions"].items()),
        falling=_words(lists["falling"]),
        rising=_words(lists["rising"]),
        never_above_100=_words(lists["never_above_100"]),
    )


def _partition(node: Node) -> Partition:
    lists = node.fields(("parts", "closing"))
    return Partition(_words(lists["parts"]), _words(lists["closing"]))


def _people(node: Node) -> PeopleWords:
    lists = node.fields(("surnames", "double_surnames"))
    return PeopleWords(lists["surnames"].text(), _words(lists["double_surnames"]))
