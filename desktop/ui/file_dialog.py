"""Asking which draft to open."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

FILTER = (
    "报告草稿 (*.docx *.doc *.wps *.rtf *.pdf *.ofd *.odt *.fodt *.html *.htm *.mht *.mhtml *.xml *.md *.txt);;"
    "所有文件 (*)"
)


def ask_for_draft(parent: QWidget, title: str, folder: str) -> Path | None:
    """The draft the user chose, None when nothing was; the dialog begins in ``folder``."""
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, FILTER)
    return Path(name) if name else None
