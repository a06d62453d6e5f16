"""The checklists as a tree: groups with counts by status, below them the items, then the observations."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QStandardItem, QStandardItemModel

from desktop.checking.result import CheckResult, ItemResult, Observation, Status
from desktop.packs.model import Level
from desktop.ui import icons, theme, words
from desktop.ui.marks import observation_key

COUNTED = (Status.MISSING, Status.PARTIAL, Status.COVERED)


class Role(IntEnum):
    """What the model answers besides Qt's own roles."""

    KEY = Qt.ItemDataRole.UserRole + 1
    STATUS = Qt.ItemDataRole.UserRole + 2
    COUNTS = Qt.ItemDataRole.UserRole + 3
    SEARCH = Qt.ItemDataRole.UserRole + 4


class ItemModel(QStandardItemModel):
    """Shows one result; made anew for every result and never changed by the user."""

    def show_result(self, result: CheckResult | None) -> None:
        """Fill the tree from ``result``; None empties it."""
        self.clear()
        self.setColumnCount(2)
        if result is None:
            return
        for used in result.checklists:
            items = [one for one in result.items if one.checklist == used.id]
            group = _group(used.id, used.title, items)
            for item in items:
                group[0].appendRow(_item_row(item))
            self.appendRow(group)
        self.appendRow(_observations(result.observations))

    def index_of(self, key: str) -> QModelIndex:
        """The row with this key, invalid if there is none."""
        start = self.index(0, 0)
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = self.match(start, Role.KEY, key, 1, flags) if start.isValid() else []
        return found[0] if found else QModelIndex()


class ItemFilter(QSortFilterProxyModel):
    """Only what is to be improved, only what holds the words searched for; groups stay while a row does."""

    def __init__(self, model: ItemModel) -> None:
        super().__init__(model)
        self.setSourceModel(model)
        self.setRecursiveFilteringEnabled(True)
        self._only_gaps = False
        self._words: tuple[str, ...] = ()

    def set_only_gaps(self, only: bool) -> None:
        """Whether covered and not applicable items are left out."""
        self._only_gaps = only
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
            return not index.data(Role.KEY) and not self._words
        status = index.data(Role.STATUS)
        if self._only_gaps and status is not None and not Status(status).is_gap:
            return False
        text = str(index.data(Role.SEARCH))
        return all(word in text for word in self._words)


def _group(key: str, title: str, items: list[ItemResult]) -> list[QStandardItem]:
    counts = {status: sum(one.status is status for one in items) for status in Status}
    first, second = QStandardItem(title), QStandardItem()
    spoken = "，".join(f"{words.STATUS[one]} {counts[one]}" for one in COUNTED)
    if counts[Status.NOT_APPLICABLE]:
        spoken += f"，{words.STATUS[Status.NOT_APPLICABLE]} {counts[Status.NOT_APPLICABLE]}"
    _bold(first)
    first.setData(f"group/{key}", Role.KEY)
    first.setToolTip(f"{title}：{spoken}")
    first.setData(f"{title}，{spoken}", Qt.ItemDataRole.AccessibleTextRole)
    second.setData([counts[one] for one in COUNTED], Role.COUNTS)
    second.setToolTip(spoken)
    second.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return _fixed(first, second)


def _item_row(item: ItemResult) -> list[QStandardItem]:
    word = words.STATUS[item.status]
    first, second = QStandardItem(icons.status_icon(item.status), item.title), QStandardItem(word)
    first.setData(item.id, Role.KEY)
    first.setData(item.status.value, Role.STATUS)
    found = " ".join((item.title, item.asks, item.reason, word, words.LEVEL[item.level]))
    first.setData(found.lower(), Role.SEARCH)
    first.setToolTip(f"{item.title}（{words.LEVEL[item.level]}）\n{item.reason}")
    first.setData(f"{item.title}，{word}，{words.LEVEL[item.level]}", Qt.ItemDataRole.AccessibleTextRole)
    second.setForeground(QBrush(QColor(theme.current().status(item.status))))
    second.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if item.level is Level.MUST and item.status.is_gap:
        second.setToolTip("必备内容，缺项或不充分都需要补正")
    return _fixed(first, second)


def _observations(observations: tuple[Observation, ...]) -> list[QStandardItem]:
    first, second = QStandardItem(words.OBSERVATIONS), QStandardItem(str(len(observations)) if observations else "无")
    _bold(first)
    first.setData("", Role.KEY)
    first.setData(f"{words.OBSERVATIONS} {len(observations)} 处", Qt.ItemDataRole.AccessibleTextRole)
    second.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for number, one in enumerate(observations):
        first.appendRow(_observation_row(number, one))
    return _fixed(first, second)


def _observation_row(number: int, one: Observation) -> list[QStandardItem]:
    shades = theme.current()
    kind, sure = words.kind_word(one.kind), words.SEVERITY[one.severity]
    first = QStandardItem(icons.icon("observation", shades.observation), one.message)
    second = QStandardItem(sure)
    first.setData(observation_key(number), Role.KEY)
    first.setData(f"{kind} {sure} {one.message} {one.text}".lower(), Role.SEARCH)
    first.setToolTip(f"{kind}（{sure}）\n{one.message}")
    first.setData(f"{sure}，{kind}：{one.message}", Qt.ItemDataRole.AccessibleTextRole)
    second.setForeground(QBrush(QColor(shades.observation)))
    second.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return _fixed(first, second)


def _bold(item: QStandardItem) -> None:
    font = QFont(item.font())
    font.setBold(True)
    item.setFont(font)


def _fixed(*row: QStandardItem) -> list[QStandardItem]:
    for one in row:
        one.setEditable(False)
        one.setDropEnabled(False)
        one.setDragEnabled(False)
    return list(row)
