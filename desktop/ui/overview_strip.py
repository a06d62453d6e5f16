"""The thin strip beside the scroll bar: the whole draft at a glance, with every mark in its place."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui import theme
from desktop.ui.draft_view import DraftView
from desktop.ui.marks import Layer, Mark, Spot


class OverviewStrip(QWidget):
    """Left half: evidence (thin marks reach further than full ones). Right half: observations as points."""

    asked = Signal(int)
    """The user wants to see the mark that begins at this offset."""

    def __init__(self, view: DraftView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._marks: tuple[Mark, ...] = ()
        self._spots: tuple[Spot, ...] = ()
        self._current: tuple[tuple[int, int], ...] = ()
        self._places: dict[int, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("全文标记一览")
        self.setToolTip("全文标记一览：点击可跳到相应位置")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.laid_out.connect(self._forget_places)

    def show_marks(self, marks: tuple[Mark, ...], spots: tuple[Spot, ...]) -> None:
        """Show these marks."""
        self._marks, self._spots = marks, spots
        self._forget_places()

    def show_current(self, stretches: tuple[tuple[int, int], ...]) -> None:
        """Stress the places of the item the user looks at."""
        self._current = stretches
        self._forget_places()

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        """About one character wide."""
        return QSize(self.fontMetrics().height(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        """Paint every mark at the height of its line."""
        shades = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(shades.alternate))
        painter.setPen(Qt.PenStyle.NoPen)
        width, thick = float(self.width()), max(2.0, self.fontMetrics().height() / 7)
        for start, _ in self._current:
            painter.setBrush(QColor(shades.current))
            painter.drawRect(QRectF(0, self._y(start) - thick * 1.5, width, thick * 3))
        for mark in self._marks:
            covered = mark.layer is Layer.COVERED
            painter.setBrush(QColor(shades.covered if covered else shades.partial))
            reach = width * (0.34 if covered else 0.6)
            painter.drawRect(
                QRectF(width * 0.08, self._y(mark.start) - thick / 2, reach, thick if not covered else 1.5)
            )
        painter.setBrush(QColor(shades.observation))
        for spot in self._spots:
            y, half = self._y(spot.start), thick * 1.6
            centre = width * 0.76
            points = [QPointF(centre, y - half), QPointF(centre + half, y), QPointF(centre, y + half)]
            painter.drawPolygon(QPolygonF([*points, QPointF(centre - half, y)]))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        """Ask for the nearest mark; without one near, scroll to that place."""
        y = event.position().y()
        nearest = self._nearest(y)
        if nearest is not None:
            self.asked.emit(nearest)
            return
        bar = self._view.verticalScrollBar()
        bar.setValue(round(y / max(self.height(), 1) * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def event(self, event: QEvent) -> bool:
        """Name the mark under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            nearest = self._nearest(float(event.pos().y()))
            text = self.toolTip() if nearest is None else self._view.describe(nearest)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _nearest(self, y: float) -> int | None:
        starts = [one.start for one in self._spots] + [one.start for one in self._marks]
        within = self.fontMetrics().height() / 2
        near = [(abs(self._y(start) - y), start) for start in starts]
        distance, start = min(near, default=(within + 1, 0))
        return start if distance <= within else None

    def _y(self, offset: int) -> float:
        if offset not in self._places:
            self._places[offset] = self._view.line_share(offset)
        return self._places[offset] * self.height()

    def _forget_places(self) -> None:
        self._places = {}
        self.update()
