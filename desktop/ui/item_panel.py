"""The right pane: one item, one observation or one reminder, with everything there is to know about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.checking.status import Status
from desktop.packs.kinds import Level
from desktop.ui import icons, theme, words
from desktop.ui.cards import PassageCard, StatusBadge, WrappedLabel, tool_button

if TYPE_CHECKING:
    from desktop.checking.result import Evidence, ItemResult, Observation, ShownBasis
    from desktop.reading.draft import Section

HINT = "在左侧选择一个检查项，\n或在草稿中点击带标记的文字。"


class ItemPanel(QScrollArea):
    """Shows one thing at a time; ``show_closest`` adds what was looked up meanwhile."""

    asked = Signal(int, int)
    """The user wants to see this stretch of the draft."""

    copied = Signal(str)
    """These words are now on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("检查项说明")
        self._closest: QVBoxLayout | None = None
        self._body = QVBoxLayout()
        self.show_nothing()

    def show_nothing(self, hint: str = HINT) -> None:
        """Say what this pane is for."""
        self._begin()
        label = WrappedLabel(hint, theme.current().faint)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body.addStretch(1)
        self._body.addWidget(label)
        self._body.addStretch(2)

    def show_item(self, item: ItemResult, section: Section | None, closest_awaited: bool) -> None:
        """Show an item. ``section`` is where it belongs; the closest passages may be looked for meanwhile."""
        self._begin()
        self._heading(item.title, _badge(item.status), words.LEVEL[item.level], item.level is Level.MUST)
        if not item.sure:
            self._row("把握", _doubt_badge(), WrappedLabel(words.WHY_DOUBTFUL))
        if item.status is not Status.NOT_APPLICABLE:
            self._row("查什么", WrappedLabel(item.asks))
        if item.basis:
            self._row("依据", WrappedLabel("\n".join(basis_words(one) for one in item.basis)))
        self._row("为什么", WrappedLabel(item.reason))
        if item.evidence:
            self._row("证据", *(self._card(one) for one in item.evidence))
        if item.absent_elements:
            absent = WrappedLabel("\n".join(f"· {one}" for one in item.absent_elements))
            self._row("还缺" if item.status.is_gap else "可补充", absent)
        if item.status.is_gap:
            self._row("怎么写", WrappedLabel(item.advice))
            self._row("参考句（属实再写）", *self._model_sentence(item.model))
            cards = () if section is None else (self._heading_card(section),)
            self._row("写在哪里", WrappedLabel(item.write_in), *cards)
        if closest_awaited:
            self._closest = self._row("相近段落", WrappedLabel("正在查找……"))
        self._body.addStretch(1)

    def show_observation(self, one: Observation) -> None:
        """Show an observation with the passages it speaks of."""
        self._begin()
        shades = theme.current()
        badge = StatusBadge("observation", words.SEVERITY[one.severity], shades.observation, shades.alternate)
        self._heading(words.kind_word(one.kind), badge, "", False)
        self._row("说明", WrappedLabel(one.message))
        self._row("原文", self._passage(one.text, one.where or "见草稿", one.start, one.end))
        if one.related:
            self._row("相关", *(self._passage(it.text, "见草稿", it.start, it.end) for it in one.related))
        self._body.addStretch(1)

    def show_reminder(self, reminder: str) -> None:
        """Show something to think of when the report is handed in."""
        self._begin()
        shades = theme.current()
        self._heading(words.REMINDERS, StatusBadge("reminder", "提醒", shades.text, shades.alternate), "", False)
        self._row("内容", WrappedLabel(reminder))
        self._row("说明", WrappedLabel("报送、公开时请逐条对照；这不是对草稿内容的判断。"))
        self._body.addStretch(1)

    def show_closest(self, passages: tuple[Evidence, ...]) -> None:
        """Fill in the passages of the draft that come closest to the missing item, or that there are none."""
        if self._closest is None:
            return
        contents = self._closest
        _empty(contents)
        if not passages:
            contents.addWidget(WrappedLabel("全文没有与它相近的段落。"))
        for one in passages:
            contents.addWidget(self._card(one))

    def _begin(self) -> None:
        em = self.fontMetrics().height()
        inside = QWidget()
        inside.setAutoFillBackground(False)
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(em, round(em * 0.8), em, em)
        self._body.setSpacing(round(em * 0.8))
        self._closest = None
        self.setWidget(inside)
        self.verticalScrollBar().setValue(0)

    def _heading(self, title: str, badge: StatusBadge, level: str, strict: bool) -> None:
        label = WrappedLabel(title)
        font = QFont(label.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        label.setFont(font)
        line = QHBoxLayout()
        line.addWidget(badge)
        if level:
            said = level + ("（年度报告规定应有的内容）" if strict else "")
            line.addWidget(WrappedLabel(said, theme.current().faint, line_height=100), 1)
        else:
            line.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(self.fontMetrics().height() // 3)
        head.addWidget(label)
        head.addLayout(line)
        self._body.addLayout(head)

    def _row(self, name: str, *contents: QWidget) -> QVBoxLayout:
        shades, em = theme.current(), self.fontMetrics().height()
        label = QLabel(name)
        label.setStyleSheet(f"color: {shades.faint}")
        row, inside = QVBoxLayout(), QVBoxLayout()
        row.setSpacing(em // 5)
        inside.setSpacing(em // 3)
        row.addWidget(label)
        for one in contents:
            inside.addWidget(one)
        row.addLayout(inside)
        self._body.addLayout(row)
        return inside

    def _card(self, evidence: Evidence) -> PassageCard:
        return self._passage(evidence.text, evidence.where, evidence.start, evidence.end)

    def _heading_card(self, section: Section) -> PassageCard:
        card = PassageCard(section.title, f"草稿中的这一部分，{section.label}", quoted=False)
        card.asked.connect(lambda: self.asked.emit(section.heading.start, section.heading.end))
        return card

    def _passage(self, text: str, where: str, start: int, end: int) -> PassageCard:
        card = PassageCard(" ".join(text.split()), f"位置：{where}")
        card.asked.connect(lambda: self.asked.emit(start, end))
        return card

    def _model_sentence(self, sentence: str) -> tuple[QWidget, ...]:
        button = tool_button("copy", "复制", "复制参考句，空格处填本单位的数据")
        button.clicked.connect(lambda: self._copy(sentence))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button)
        line.addStretch(1)
        return WrappedLabel(sentence), holder

    def _copy(self, sentence: str) -> None:
        QGuiApplication.clipboard().setText(sentence)
        self.copied.emit(sentence)


def basis_words(basis: ShownBasis) -> str:
    """A legal basis as an office cites it: 《title》（number）locator."""
    number = f"（{basis.number}）" if basis.number else ""
    return f"《{basis.title}》{number}{basis.locator or ''}"


def _badge(status: Status) -> StatusBadge:
    shades = theme.current()
    ground = {
        Status.COVERED: shades.covered_soft,
        Status.PARTIAL: shades.partial_soft,
        Status.MISSING: shades.missing_soft,
    }.get(status, shades.alternate)
    return StatusBadge(icons.STATUS_ICON[status], words.STATUS[status], shades.status(status), ground)


def _doubt_badge() -> StatusBadge:
    shades = theme.current()
    return StatusBadge("doubtful", words.DOUBTFUL, shades.text, shades.line)


def _empty(layout: QVBoxLayout) -> None:
    while (entry := layout.takeAt(0)) is not None:
        widget = entry.widget()
        if widget is not None:
            widget.deleteLater()
