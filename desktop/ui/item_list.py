"""The left pane: counts by status, the filter, the search field and the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme, words
from desktop.ui.item_tree import COUNTED, ItemFilter, ItemModel, Role
from desktop.ui.row_delegate import RowDelegate

if TYPE_CHECKING:
    from desktop.checking.result import CheckResult, Observation


class ItemTree(QTreeView):
    """The tree itself; Enter is as good as a click."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        """Enter on a row shows it again, with a flash."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ItemList(QWidget):
    """Shows a result as a tree. Knows keys only, not what the rest of the window does with them."""

    chosen = Signal(str)
    """The row with this key became the current one, or was asked for again."""

    only_gaps_changed = Signal(bool)

    observations_wanted = Signal()
    """The user wants to see what the draft says wrongly."""

    doubtful_wanted = Signal()
    """Only doubtful verdicts are shown from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ItemModel(self)
        self._filter = ItemFilter(self._model)
        self._filter.setParent(self)
        self._quiet = False
        self._shown: tuple[CheckResult | None, tuple[Observation, ...]] = (None, ())
        self._counts = {status: QLabel() for status in COUNTED}
        self._icons = {status: QLabel() for status in COUNTED}
        self.observations = QToolButton()
        self.observations.setAutoRaise(True)
        self.observations.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.observations.setToolTip("逐处看差错和疑点（F7）")
        self.only_gaps = QCheckBox("只看待完善(&G)")
        self.only_gaps.setToolTip("只列出缺失和不充分的检查项；搜索时各项都列出")
        self.doubtful = QCheckBox("先看没把握的(&U)")
        self.doubtful.setEnabled(False)
        self.search = QLineEdit()
        self.search.setPlaceholderText("搜索检查项")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("搜索检查项")
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.hide()
        self.tree = ItemTree()
        self._set_up_tree()
        self._lay_out()
        self.only_gaps.toggled.connect(self._filter_gaps)
        self.doubtful.toggled.connect(self._filter_doubtful)
        self.search.textChanged.connect(self._filter_words)
        self.observations.clicked.connect(self.observations_wanted)

    def show_result(self, result: CheckResult | None, settled: tuple[Observation, ...] = ()) -> None:
        """Show another result; the row chosen before stays chosen if it is still to be seen."""
        key = self.current_key()
        self._quiet = True
        self._shown = result, settled
        self._model.show_result(result, settled)
        self.tree.expandAll()
        for status, label in self._counts.items():
            label.setText(f"{words.STATUS[status]} <b>{result.count(status) if result else '—'}</b>")
        self._count_doubtful(sum(not item.sure for item in result.items) if result else 0)
        self._count_observations(len(result.observations) if result else None)
        self._say_whether_found()
        self._quiet = False
        # One that the filters now hide must not switch them off.
        if key and self._filter.mapFromSource(self._model.index_of(key)).isValid():
            self.choose(key, tell=False)

    def current_key(self) -> str:
        """The key of the current row, empty without one."""
        return str(self.tree.currentIndex().data(Role.KEY) or "")

    def choose(self, key: str, tell: bool = True) -> None:
        """Make the row with ``key`` current, showing it even where the filter hides it."""
        source = self._model.index_of(key)
        if not source.isValid():
            return
        if not self._filter.mapFromSource(source).isValid():
            self.search.clear()
            for box in (self.doubtful, self.only_gaps):
                if not self._filter.mapFromSource(source).isValid():
                    box.setChecked(False)
        index = self._filter.mapFromSource(source)
        self._quiet = not tell
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        self._quiet = False

    def refresh(self) -> None:
        """Draw icons and words anew after the colours changed."""
        for status, label in self._icons.items():
            side = round(self.fontMetrics().height() * 0.9)
            label.setPixmap(icons.status_icon(status).pixmap(side, side))
        for box in (self.only_gaps, self.doubtful):
            box.setPalette(theme.box_palette(box))
        colour = theme.current().observation
        self.observations.setIcon(icons.icon("observation", colour))
        self.observations.setStyleSheet(f"QToolButton {{ color: {colour}; border: none; font-weight: bold }}")
        self._nothing.setStyleSheet(f"color: {theme.current().faint}")
        self.tree.setPalette(theme.paper_palette(self.tree))
        for status, label in self._counts.items():
            label.setStyleSheet(f"color: {theme.current().status(status)}")
        self.show_result(*self._shown)

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setModel(self._filter)
        tree.setItemDelegate(RowDelegate(tree))
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setFrameShape(QTreeView.Shape.NoFrame)
        tree.setAccessibleName("检查项")
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setIndentation(round(tree.fontMetrics().height() * 1.1))
        tree.selectionModel().currentChanged.connect(self._tell)
        tree.clicked.connect(lambda _: self._tell())
        tree.entered.connect(self._tell)

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        counts, boxes, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for status in COUNTED:
            counts.addWidget(self._icons[status])
            counts.addWidget(self._counts[status])
            counts.addSpacing(em // 2)
        counts.addWidget(self.observations)
        counts.addStretch()
        counts.setSpacing(em // 4)
        boxes.addWidget(self.only_gaps)
        boxes.addWidget(self.doubtful)
        boxes.addStretch()
        boxes.setSpacing(em // 2)
        head = QVBoxLayout()
        head.setContentsMargins(em // 2, em // 2, em // 2, em // 3)
        head.setSpacing(em // 3)
        head.addLayout(counts)
        head.addLayout(boxes)
        head.addWidget(self.search)
        head.addWidget(self._nothing)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.tree, 1)

    def _filter_gaps(self, only: bool) -> None:
        self._quiet = True
        self._filter.set_only_gaps(only)
        self.tree.expandAll()
        self._quiet = False
        self.only_gaps_changed.emit(only)

    def _filter_doubtful(self, only: bool) -> None:
        self._quiet = True
        self._filter.set_doubtful(only)
        self.only_gaps.setEnabled(not only)
        self.tree.expandAll()
        self._quiet = False
        if only:
            self.doubtful_wanted.emit()

    def _count_doubtful(self, count: int) -> None:
        self.doubtful.setText(f"先看没把握的 {count} 项(&U)" if count else "先看没把握的(&U)")
        self.doubtful.setEnabled(count > 0)
        tip = "先只列出把握不大、要请人核对的各项，判为已覆盖的也列出，用 F8 逐个查看；看完再去掉勾选"
        self.doubtful.setToolTip(tip if count else "没有把握不大的检查项")
        if not count:
            self.doubtful.setChecked(False)

    def _count_observations(self, count: int | None) -> None:
        self.observations.setText("疑点 —" if count is None else f"疑点 {count}")
        self.observations.setEnabled(bool(count))
        self.observations.setAccessibleName(f"差错和疑点 {count or 0} 处，逐处查看")

    def _filter_words(self, text: str) -> None:
        self._quiet = True
        self._filter.set_words(text)
        self.tree.expandAll()
        self._quiet = False
        self._say_whether_found()

    def _say_whether_found(self) -> None:
        words_wanted = self.search.text().strip()
        self._nothing.setText(f"没有哪一项含有“{words_wanted}”，请换个词，或按 Ctrl+F 在草稿里找。")
        self._nothing.setVisible(bool(words_wanted and self._model.rowCount() and not self._filter.rowCount()))

    def _tell(self, *_: object) -> None:
        if not self._quiet and (key := self.current_key()):
            self.chosen.emit(key)
