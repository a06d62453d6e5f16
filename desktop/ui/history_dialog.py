"""The checks made so far: look at one again, or remove it from the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.history.kept import PastCheck
from desktop.ui import theme, words
from desktop.ui.item_tree import COUNTED
from desktop.ui.session import Session

SHOWN = 500
COLUMNS = ("检查时间", "草稿", "单位", "年度", *(words.STATUS[one] for one in COUNTED))


class HistoryDialog(QDialog):
    """A list; what is in it comes from the session in the background."""

    chosen = Signal(int)
    """The user wants to see the check with this number."""

    filled = Signal()
    """The list is there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("历史检查")
        self._session = session
        self.table = QTreeWidget()
        self.table.setHeaderLabels(COLUMNS)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAlternatingRowColors(True)
        self.table.setPalette(theme.paper_palette(self.table))
        self.table.setAccessibleName("历史检查")
        self.table.itemActivated.connect(lambda _: self._choose())
        self.table.currentItemChanged.connect(lambda *_: self._enable())
        self.note = QLabel("正在读取……")
        self.note.setStyleSheet(f"color: {theme.current().faint}")
        buttons = QDialogButtonBox()
        self.open_button = buttons.addButton("查看(&O)", QDialogButtonBox.ButtonRole.ActionRole)
        self.delete_button = buttons.addButton("删除(&D)", QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        self.open_button.clicked.connect(self._choose)
        self.delete_button.clicked.connect(self._ask_to_delete)
        self.open_button.setDefault(True)
        close.clicked.connect(self.reject)
        em = self.fontMetrics().height()
        self.table.setStyleSheet(f"QTreeView::item {{ padding: {em // 4}px {em // 3}px }}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em, em, em, em)
        layout.setSpacing(round(em * 0.7))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        self.resize(em * 60, em * 30)
        self._enable()
        session.jobs.start("history", lambda: session.desk.recent(SHOWN), self._fill, self._fail)

    def delete(self) -> None:
        """Remove the current check from the history."""
        number = self._number()
        if number is not None:
            desk = self._session.desk
            self._session.jobs.start("history", lambda: desk.forget(number, SHOWN), self._fill, self._fail)

    def _fill(self, rows: tuple[PastCheck, ...]) -> None:
        self.table.clear()
        for row in rows:
            year = str(row.year) if row.year else "未识别"
            counts = [str(one) for one in (row.missing, row.partial, row.covered)]
            line = QTreeWidgetItem(
                [f"{row.checked_at:%Y-%m-%d %H:%M}", row.draft_name, row.unit or "未识别", year, *counts]
            )
            line.setData(0, Qt.ItemDataRole.UserRole, row.id)
            line.setToolTip(1, row.draft_name)
            for column in range(3, len(COLUMNS)):
                line.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
            self.table.addTopLevelItem(line)
        for column in range(3, len(COLUMNS)):
            self.table.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(len(COLUMNS)):
            wide = column in (1, 2)
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        if rows:
            self.table.setCurrentItem(self.table.topLevelItem(0))
        self.note.setText(
            f"共 {len(rows)} 次检查，只保存在本机。" if rows else "还没有检查记录；检查过的草稿会列在这里。"
        )
        self._enable()
        self.filled.emit()

    def _fail(self, error: Exception) -> None:
        self.reject()
        self._session.failed.emit(error)

    def _number(self) -> int | None:
        line = self.table.currentItem()
        return None if line is None else int(line.data(0, Qt.ItemDataRole.UserRole))

    def _choose(self) -> None:
        number = self._number()
        if number is not None:
            self.accept()
            self.chosen.emit(number)

    def _ask_to_delete(self) -> None:
        line = self.table.currentItem()
        if line is None:
            return
        question = f"从历史中删除 {line.text(0)} 对“{line.text(1)}”的检查？草稿文件不受影响。"
        box = QMessageBox(QMessageBox.Icon.Question, "删除历史检查", question, parent=self)
        yes = box.addButton("删除", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton("保留", QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(self.delete)
        box.open()

    def _enable(self) -> None:
        for button in (self.open_button, self.delete_button):
            button.setEnabled(self.table.currentItem() is not None)
