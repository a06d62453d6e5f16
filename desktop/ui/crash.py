"""A mistake of this program: a report that can be copied, and the program goes on."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.log import crash_text, write_crash_report
from desktop.ui.cards import WrappedLabel


class CrashDialog(QDialog):
    """Says that the draft is untouched, shows the report, offers to copy it."""

    def __init__(self, error: BaseException, data_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("程序出了问题")
        written = write_crash_report(data_folder, error)
        where = f"报告已存为 {written}。" if written else "报告没有能写进文件。"
        head = WrappedLabel(
            f"程序遇到没有料到的错误，草稿没有改动，可以继续使用。{where}请复制下面的内容发给维护人员。"
        )
        self.report = QPlainTextEdit(crash_text(error))
        self.report.setReadOnly(True)
        self.report.setAccessibleName("错误报告")
        buttons = QDialogButtonBox()
        copy = buttons.addButton("复制报告(&C)", QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton("继续使用(&O)", QDialogButtonBox.ButtonRole.AcceptRole)
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.accept)
        copy.setAutoDefault(False)
        close.setDefault(True)
        close.setFocus()
        em = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em, em, em, em)
        layout.setSpacing(em // 2)
        layout.addWidget(head)
        layout.addWidget(self.report, 1)
        layout.addWidget(buttons)
        self.resize(em * 40, em * 26)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def keep_report(error: BaseException, data_folder: Path) -> None:
    """Write the report to file and log only: a dialog about an earlier mistake is still open."""
    write_crash_report(data_folder, error)
