"""How a row of the tree is drawn: the title, and at the right edge its status or the counts of its group."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.ui import icons, theme
from desktop.ui.item_tree import COUNTED, Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """One column: what stands at the right takes only the room it needs, row by row."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's ground, then the title in what is left of the right edge's words."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        rect, metrics = QRect(whole.rect), whole.fontMetrics  # type: ignore[attr-defined]
        # Not drawn by way of QStyle: to touch that class costs the start 5 ms.
        if index in self._tree.selectedIndexes():
            painter.fillRect(rect, whole.palette.highlight())  # type: ignore[attr-defined]
        painter.save()
        counts = index.data(Role.COUNTS)
        title = metrics.horizontalAdvance(str(index.data())) + metrics.height()
        if counts and rect.width() - title < _step(metrics) * len(counts):
            taken = self._word(painter, rect, metrics, f"{counts[0] + counts[1]} / {sum(counts)}", "")
        elif counts:
            taken = self._counts(painter, rect, metrics, counts)
        else:
            taken = self._word(painter, rect, metrics, str(index.data(Role.WORD) or ""), index.data(Role.COLOUR) or "")
        painter.restore()
        rest = QStyleOptionViewItem(option)
        rest.rect = rect.adjusted(0, 0, -taken, 0)  # type: ignore[attr-defined]
        rest.state = _without_focus(rest.state)  # type: ignore[attr-defined]
        super().paint(painter, rest, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - the name is Qt's
        """A selected row keeps the colour of its words."""
        super().initStyleOption(option, index)
        text = QColor(theme.current().text)
        option.palette.setColor(QPalette.ColorRole.HighlightedText, text)  # type: ignore[attr-defined]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        """A row a good half higher than its words."""
        height = option.fontMetrics.height()  # type: ignore[attr-defined]
        return QSize(super().sizeHint(option, index).width(), round(height * 1.7))

    def _word(self, painter: QPainter, rect: QRect, metrics: QFontMetrics, word: str, colour: str) -> int:
        painter.setPen(QColor(colour or theme.current().faint))
        place = rect.adjusted(0, 0, -metrics.height() // 3, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
        return metrics.horizontalAdvance(word) + metrics.height() // 2 + metrics.height() // 3

    def _counts(self, painter: QPainter, rect: QRect, metrics: QFontMetrics, counts: list[int]) -> int:
        size, step, shades = _icon(metrics), _step(metrics), theme.current()
        left = rect.right() - step * len(counts)
        for number, status in zip(counts, COUNTED, strict=True):
            painter.setOpacity(1.0 if number else 0.4)
            icons.status_icon(status).paint(painter, QRect(left, rect.center().y() - size // 2 + 1, size, size))
            painter.setPen(QColor(shades.text))
            words = QRect(left + size + metrics.height() // 4, rect.top(), step, rect.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(number))
            left += step
        return step * len(counts)


def _without_focus(state: "QStyle.StateFlag") -> "QStyle.StateFlag":
    """The whole row shows that it is current; a frame would end before the words at the right."""
    # Not at the top: to touch this class costs the start 5 ms.
    from PySide6.QtWidgets import QStyle

    return state & ~QStyle.StateFlag.State_HasFocus


def _icon(metrics: QFontMetrics) -> int:
    return round(metrics.height() * 0.8)


def _step(metrics: QFontMetrics) -> int:
    return _icon(metrics) + metrics.height() // 4 + metrics.horizontalAdvance("00") + metrics.height() // 3
