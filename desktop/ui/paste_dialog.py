"""Checking text that is in no file: paste it, look at it, check it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.cards import WrappedLabel


class PasteDialog(QDialog):
    """A plain field, filled with the clipboard's words if it holds any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("粘贴检查")
        em = self.fontMetrics().height()
        head = WrappedLabel(
            "把报告全文粘贴到下面（可以修改），然后点“检查”。文字只在本机检查，和别的草稿一样存入历史检查。"
        )
        self.field = QPlainTextEdit(QGuiApplication.clipboard().text())
        self.field.setPlaceholderText("在这里粘贴报告全文")
        self.field.setAccessibleName("报告全文")
        self.field.setTabChangesFocus(True)
        self._count = QLabel()
        self._count.setStyleSheet(f"color: {theme.current().faint}")
        buttons = QDialogButtonBox()
        self.check_button = buttons.addButton("检查(&C)", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em, em, em, em)
        layout.setSpacing(round(em * 0.7))
        layout.addWidget(head)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._count)
        layout.addWidget(buttons)
        self.resize(em * 42, em * 30)
        self._changed()

    def text(self) -> str:
        """What is in the field."""
        return self.field.toPlainText()

    def _changed(self) -> None:
        characters = len("".join(self.text().split()))
        self._count.setText(f"{characters:,} 字")
        self.check_button.setEnabled(characters > 0)
