"""The checklists as a tree: groups with counts by status, below them the items, then the observations and reminders."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel

from desktop.checking.status import Status
from desktop.packs.kinds import Level
from desktop.ui import icons, theme, words
from desktop.ui.marks import observation_key, reminder_key, settled_key

if TYPE_CHECKING:
    from desktop.checking.result import CheckResult, ItemResult, Observation

_PRESSING = (Level.MUST, Level.KEY)
COUNTED = (Status.MISSING, Status.PARTIAL, Status.COVERED)


class Role(IntEnum):
    """What the model answers besides Qt's own roles."""

    KEY = Qt.ItemDataRole.UserRole + 1
    STATUS = Qt.ItemDataRole.UserRole + 2
    COUNTS = Qt.ItemDataRole.UserRole + 3
    SEARCH = Qt.ItemDataRole.UserRole + 4
    WORD = Qt.ItemDataRole.UserRole + 5
    COLOUR = Qt.ItemDataRole.UserRole + 6
    SURE = Qt.ItemDataRole.UserRole + 7


class ItemModel(QStandardItemModel):
    """Shows one result; made anew for every result and never changed by the user."""

    def show_result(self, result: CheckResult | None, settled: tuple[Observation, ...] = ()) -> None:
        """Fill the tree from ``result`` and the observations set apart from it; None empties it."""
        self.clear()
        if result is None:
            return
        for used in result.checklists:
            items = [one for one in result.items if one.checklist == used.id]
            group = _group(used.id, used.title, items)
            for item in items:
                group.appendRow(_item_row(item))
            self.appendRow(group)
        self.appendRow(_observations(result.observations, settled))
        if result.draft.reminders:
            self.appendRow(_reminders(result.draft.reminders))

    def index_of(self, key: str) -> QModelIndex:
        """The row with this key, invalid if there is none."""
        start = self.index(0, 0)
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = self.match(start, Role.KEY, key, 1, flags) if start.isValid() else []
        return found[0] if found else QModelIndex()


class ItemFilter(QSortFilterProxyModel):
    """Only gaps, or doubtful verdicts, or all rows that hold the words searched for; groups stay while a row does."""

    def __init__(self, model: ItemModel) -> None:
        super().__init__(model)
        self.setSourceModel(model)
        self.setRecursiveFilteringEnabled(True)
        self._only_gaps = False
        self._doubtful = False
        self._words: tuple[str, ...] = ()

    def set_only_gaps(self, only: bool) -> None:
        """Whether covered and not applicable items are left out."""
        self._only_gaps = only
        self.invalidateFilter()

    def set_doubtful(self, only: bool) -> None:
        """Whether only doubtful verdicts are shown, gaps or not."""
        self._doubtful = only
        self.invalidateFilter()

    def set_words(self, text: str) -> None:
        """Show only rows that hold every word of ``text``."""
        self._words = tuple(text.lower().split())
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802 - Qt's
        """Whether the row itself fits; Qt keeps the groups above it."""
        index = self.sourceModel().index(row, 0, parent)
        if not parent.isValid():
            # The list of observations is there even when nothing was found.
            return not index.data(Role.KEY) and not self._words and not self._doubtful
        status = index.data(Role.STATUS)
        if self._doubtful and index.data(Role.SURE) is not False:
            return False
        # Whoever searches for an item wants to know how it stands, also where it is no gap.
        gaps_alone = self._only_gaps and not self._doubtful and not self._words
        if gaps_alone and status is not None and not Status(status).is_gap:
            return False
        text = str(index.data(Role.SEARCH))
        return all(word in text for word in self._words)


def _group(key: str, title: str, items: list[ItemResult]) -> QStandardItem:
    counts = {status: sum(one.status is status for one in items) for status in Status}
    spoken = "，".join(f"{words.STATUS[one]} {counts[one]}" for one in COUNTED)
    if counts[Status.NOT_APPLICABLE]:
        spoken += f"，{words.STATUS[Status.NOT_APPLICABLE]} {counts[Status.NOT_APPLICABLE]}"
    row = _row(f"group/{key}", title, f"{title}，{spoken}")
    _bold(row)
    row.setData([counts[one] for one in COUNTED], Role.COUNTS)
    row.setToolTip(f"{title}\n{spoken}")
    return row


def _item_row(item: ItemResult) -> QStandardItem:
    word, level = words.STATUS[item.status], words.LEVEL[item.level]
    row = _row(item.id, item.title, f"{item.title}，{words.status_words(item)}，{level}")
    row.setIcon(icons.status_icon(item.status))
    row.setData(item.status.value, Role.STATUS)
    row.setData(item.sure, Role.SURE)
    first = f"{level} " if item.status.is_gap and item.level in _PRESSING else ""
    row.setData(first + (word if item.sure else f"{word}·请核对"), Role.WORD)
    row.setData(theme.current().status(item.status), Role.COLOUR)
    doubt = "" if item.sure else words.WHY_DOUBTFUL
    spoken = words.status_words(item)
    row.setData(" ".join((item.title, item.asks, item.reason, spoken, level)).lower(), Role.SEARCH)
    row.setToolTip("\n".join(one for one in (f"{item.title}（{level}）", item.reason, doubt) if one))
    return row


def _observations(observations: tuple[Observation, ...], settled: tuple[Observation, ...]) -> QStandardItem:
    apart = f"，{words.SETTLED} {len(settled)} 处" if settled else ""
    row = _row("", words.OBSERVATIONS, f"{words.OBSERVATIONS} {len(observations)} 处{apart}")
    _bold(row)
    count = str(len(observations)) if observations else "无"
    row.setData(f"{count}（{words.SETTLED} {len(settled)}）" if settled else count, Role.WORD)
    for number, one in enumerate(observations):
        row.appendRow(_observation_row(observation_key(number), one, words.SEVERITY[one.severity]))
    for number, one in enumerate(settled):
        row.appendRow(_observation_row(settled_key(number), one, words.SETTLED))
    return row


def _observation_row(key: str, one: Observation, state: str) -> QStandardItem:
    colour = theme.current().faint if state == words.SETTLED else theme.current().observation
    kind = words.kind_word(one.kind)
    row = _row(key, one.message, f"{state}，{kind}：{one.message}")
    row.setIcon(icons.icon("observation", colour))
    row.setData(state, Role.WORD)
    row.setData(colour, Role.COLOUR)
    row.setData(f"{kind} {state} {one.message} {one.text}".lower(), Role.SEARCH)
    row.setToolTip(f"{kind}（{state}）\n{one.message}")
    return row


def _reminders(reminders: tuple[str, ...]) -> QStandardItem:
    row = _row("group/reminders", words.REMINDERS, f"{words.REMINDERS} {len(reminders)} 条")
    _bold(row)
    row.setData(str(len(reminders)), Role.WORD)
    for number, text in enumerate(reminders):
        one = _row(reminder_key(number), text, f"提醒：{text}")
        one.setIcon(icons.icon("reminder", theme.current().faint))
        one.setData(f"提醒 {text}".lower(), Role.SEARCH)
        one.setToolTip(text)
        row.appendRow(one)
    return row


def _row(key: str, text: str, spoken: str) -> QStandardItem:
    row = QStandardItem(text)
    row.setData(key, Role.KEY)
    row.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    row.setEditable(False)
    return row


def _bold(item: QStandardItem) -> None:
    font = QFont(item.font())
    font.setBold(True)
    item.setFont(font)
