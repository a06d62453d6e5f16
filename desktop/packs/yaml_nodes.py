"""Strict reading of YAML: every value is asked for by key and kind, every complaint names file and line."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from re import compile as pattern
from typing import Any, NamedTuple, TypeVar

import yaml

from desktop.errors import ChecklistError

Made = TypeVar("Made")

_NUMBER = pattern("[-+]?[0-9]+")
_READER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_READER):  # type: ignore[misc]
    """Leaves values as they are written: working out what type each may be of takes a third of the time."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Nothing depends on where a value stands."""

    def ascend_resolver(self) -> None:
        """Nothing was noted on the way down."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """One tag for all: what a value is, is asked of ``Node``."""
        return "value"


class Node(NamedTuple):
    """A YAML node with the file it came from."""

    raw: yaml.Node
    file: str

    @property
    def line(self) -> int:
        """The line the node starts on, counted from 1."""
        return int(self.raw.start_mark.line) + 1

    def fault(self, what: str) -> ChecklistError:
        """The error to raise for this node."""
        return ChecklistError(f"检查清单 {self.file} 第{self.line}行：{what}。")

    def text(self) -> str:
        """The node's words exactly as written: a number, a date or "no" stays what the clerk typed."""
        if not isinstance(self.raw, yaml.ScalarNode):
            raise self.fault("这里应当是一段文字")
        words = str(self.raw.value).strip()
        if not words:
            raise self.fault("这里不能是空的")
        return words

    def number(self) -> int:
        """The node as a whole number."""
        if isinstance(self.raw, yaml.ScalarNode) and not self.raw.style and _NUMBER.fullmatch(self.raw.value):
            return int(self.raw.value)
        raise self.fault("这里应当是一个整数")

    def truth(self) -> bool:
        """The node as true or false."""
        if isinstance(self.raw, yaml.ScalarNode) and self.raw.value in ("true", "false"):
            return bool(self.raw.value == "true")
        raise self.fault("这里应当是 true 或 false")

    def items(self) -> tuple["Node", ...]:
        """The members of a list."""
        if not isinstance(self.raw, yaml.SequenceNode):
            raise self.fault("这里应当是一个列表（每条以“- ”开头）")
        return tuple(Node(one, self.file) for one in self.raw.value)

    def is_mapping(self) -> bool:
        """Whether the node holds keys and values."""
        return isinstance(self.raw, yaml.MappingNode)

    def pairs(self) -> tuple[tuple["Node", "Node"], ...]:
        """Keys and values in order, refusing a key given twice."""
        if not isinstance(self.raw, yaml.MappingNode):
            raise self.fault("这里应当是“键: 值”")
        seen: set[str] = set()
        pairs = []
        for key, value in self.raw.value:
            node = Node(key, self.file)
            name = node.text()
            if name in seen:
                raise node.fault(f"“{name}”写了两次")
            seen.add(name)
            pairs.append((node, Node(value, self.file)))
        return tuple(pairs)

    def fields(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> "Fields":
        """The values by key. Raises ChecklistError for an unknown or absent key, with the likely fix."""
        known = (*required, *optional)
        values: dict[str, Node] = {}
        for key, value in self.pairs():
            name = key.text()
            if name not in known:
                near = get_close_matches(name, known, n=1, cutoff=0.5)
                hint = f"，是不是“{near[0]}”" if near else f"，可用的有：{'、'.join(known)}"
                raise key.fault(f"不认识的键“{name}”{hint}")
            values[name] = value
        for name in required:
            if name not in values:
                raise self.fault(f"缺少“{name}”")
        return Fields(values)


@dataclass(frozen=True, slots=True)
class Fields:
    """The values of one mapping, checked for unknown and absent keys."""

    values: dict[str, Node]

    def __getitem__(self, name: str) -> Node:
        return self.values[name]

    def get(self, name: str, read: Callable[[Node], Made], default: Made) -> Made:
        """The value of ``name`` read by ``read``, or ``default`` where the key is not given."""
        node = self.values.get(name)
        return default if node is None else read(node)


def read_yaml(path: Path, shown_as: str) -> Node:
    """The root node of a YAML file. Raises ChecklistError when it cannot be read."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError) as error:
        raise ChecklistError(f"检查清单 {shown_as} 读不出来，请检查文件是否完整、编码是否为 UTF-8。") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"第{mark.line + 1}行" if mark is not None else ""
        raise ChecklistError(
            f"检查清单 {shown_as} {line}：格式不对，请检查缩进、冒号后的空格和引号是否成对。"
        ) from error
    if root is None:
        raise ChecklistError(f"检查清单 {shown_as} 是空文件，请补上内容或删去这个文件。")
    return Node(root, shown_as)
