"""Asking for the password of a draft that does not open without."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.cards import WrappedLabel


class PasswordDialog(QDialog):
    """One field whose characters are not shown; the password is kept nowhere but in this run of the program."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("输入打开密码")
        em = self.fontMetrics().height()
        self.message = WrappedLabel(sentence)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName("打开密码")
        self.field.setPlaceholderText("打开密码")
        note = WrappedLabel("密码只用来打开这一次，不保存。")
        buttons = QDialogButtonBox()
        self.open_button = buttons.addButton("打开(&O)", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(lambda text: self.open_button.setEnabled(bool(text)))
        self.open_button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em, em, em, em)
        layout.setSpacing(round(em * 0.7))
        for widget in (self.message, self.field, note, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(em * 24)
        self.field.setFocus()


def ask_password(sentence: str, parent: QWidget, given: Callable[[str], None]) -> PasswordDialog:
    """Show the dialog; ``given`` is called with what was typed, not at all if it was cancelled."""
    dialog = PasswordDialog(sentence, parent)
    dialog.accepted.connect(lambda: given(dialog.field.text()))
    dialog.open()
    return dialog
