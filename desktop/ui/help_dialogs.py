"""The two small dialogs under 帮助."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop import __version__

KEYS = (
    ("Ctrl+O", "打开草稿"),
    ("Ctrl+Shift+V", "粘贴检查"),
    ("F5", "重新读取草稿并检查"),
    ("F8 / Shift+F8", "下一处 / 上一处待完善；勾选“先看没把握的”时，逐个看这些项"),
    ("F7 / Shift+F7", "下一处 / 上一处差错或疑点"),
    ("Ctrl+F", "在草稿中查找（再按一次，搜索检查项）"),
    ("Ctrl+Shift+F", "搜索检查项"),
    ("Ctrl+P", "打印整改清单"),
    ("Ctrl+S", "导出整改清单 PDF"),
    ("Ctrl+H", "历史检查"),
    ("Ctrl+滚轮", "放大、缩小草稿文字"),
    ("回车", "在检查项、证据或带标记的文字上：跳到草稿中的位置"),
)


def show_keys(parent: QWidget) -> None:
    """List the keys."""
    rows = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;&nbsp;</td><td>{what}</td></tr>" for key, what in KEYS)
    _show(parent, "快捷键", f"<table cellpadding='3'>{rows}</table>")


def show_about(parent: QWidget) -> None:
    """Say what this program is and what it does not do."""
    text = (
        f"<h3>法治报告自检 {__version__}</h3>"
        "<p>离线检查法治政府建设年度报告草稿：逐项指出已覆盖、不充分和缺失的内容，并打印自检整改清单。</p>"
        "<p>全程不联网，草稿文件不会被改动。检查结果供起草和审核时参考，不代替人工判断。</p>"
    )
    _show(parent, "关于", text)


def _show(parent: QWidget, title: str, text: str) -> None:
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.Ok, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
