"""checklists/reminders.yaml → Reminders, strictly."""

from collections.abc import Mapping
from pathlib import Path

from desktop.packs.kinds import UnitKind
from desktop.packs.model import Instrument, Reminder
from desktop.packs.yaml_nodes import Node, read_yaml


def load_reminders(root: Path, instruments: Mapping[str, Instrument]) -> tuple[Reminder, ...]:
    """Read the reminders; a folder without the file has none. Raises ChecklistError naming file and line."""
    if not (root / "reminders.yaml").is_file():
        return ()
    return tuple(_reminder(node, instruments) for node in read_yaml(root / "reminders.yaml", "reminders.yaml").items())


def _reminder(node: Node, instruments: Mapping[str, Instrument]) -> Reminder:
    fields = node.fields(("id", "text"), ("from", "until", "applies_to", "words", "instrument"))
    name = fields.get("instrument", Node.text, "")
    if name and name not in instruments:
        raise fields["instrument"].fault(f"instruments.yaml 里没有“{name}”")
    return Reminder(
        id=fields["id"].text(),
        text=fields["text"].text(),
        since=fields.get("from", _year, None),
        until=fields.get("until", _year, None),
        applies_to=fields.get("applies_to", _kinds, ()),
        words=fields.get("words", _words, ()),
        instrument=instruments[name] if name else None,
    )


def _year(node: Node) -> int | None:
    year = node.text()
    if len(year) != 4 or not year.isdigit():
        raise node.fault("年度应写成 '2021'")
    return int(year)


def _kinds(node: Node) -> tuple[UnitKind, ...]:
    known = {kind.value: kind for kind in UnitKind}
    for one in node.items():
        if one.text() not in known:
            raise one.fault(f"不认识“{one.text()}”，可用的有：{'、'.join(known)}")
    return tuple(known[one.text()] for one in node.items())


def _words(node: Node) -> tuple[str, ...]:
    return tuple(one.text() for one in node.items())
