"""words/observations/*.yaml → ObservationWords. Strict: an unknown file, key or value is refused with its line."""

from pathlib import Path

from desktop.errors import ChecklistError
from desktop.packs.observation_model import ArithmeticWords, ObservationWords, Partition
from desktop.packs.yaml_nodes import Node, read_yaml

_FILES = ("arithmetic",)


def load_observation_words(root: Path) -> ObservationWords:
    """Read every list below ``root``/words/observations; without that folder there are no words.

    Raises ChecklistError naming file and line.
    """
    folder = root / "words" / "observations"
    if not folder.is_dir():
        return ObservationWords()
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in _FILES:
            known = "、".join(f"{name}.yaml" for name in _FILES)
            raise ChecklistError(f"检查清单 words/observations/{path.name} 不认识，这里可用的文件有：{known}。")
    return ObservationWords(arithmetic=_arithmetic(_root_of("arithmetic", folder)))


def _root_of(name: str, folder: Path) -> Node:
    return read_yaml(folder / f"{name}.yaml", f"words/observations/{name}.yaml")


def _words(node: Node) -> tuple[str, ...]:
    return tuple(one.text() for one in node.items())


def _arithmetic(node: Node) -> ArithmeticWords:
    lists = node.fields(("partitions", "overlapping", "dimensions", "falling", "rising", "never_above_100"))
    return ArithmeticWords(
        partitions=tuple(_partition(one) for one in lists["partitions"].items()),
        overlapping=_words(lists["overlapping"]),
        dimensions=tuple(_words(one) for one in lists["dimensions"].items()),
        falling=_words(lists["falling"]),
        rising=_words(lists["rising"]),
        never_above_100=_words(lists["never_above_100"]),
    )


def _partition(node: Node) -> Partition:
    fields = node.fields(("parts", "closing"))
    return Partition(_words(fields["parts"]), _words(fields["closing"]))
