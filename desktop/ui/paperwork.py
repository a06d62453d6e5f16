"""The gap list: as PDF file, and on paper."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop.ui.banner import Tone
from desktop.ui.session import Session

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

TITLE = "自检整改清单"


def export_list(window: "MainWindow", session: Session) -> None:
    """Ask where to, then write the PDF."""
    checked = session.shown
    if checked is None:
        return
    folder = checked.source.path.parent if checked.source.path is not None else Path(window.settings.last_folder)
    proposed = folder / f"{Path(checked.source.name).stem}_{TITLE}.pdf"
    name, _ = QFileDialog.getSaveFileName(window, "导出整改清单", str(proposed), "PDF 文件 (*.pdf)")
    if name:
        save_list(window, session, Path(name))


def save_list(window: "MainWindow", session: Session, target: Path) -> None:
    """Write the PDF to ``target`` and offer to open it."""
    checked = session.shown
    if checked is None:
        return
    path = target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")

    def done(written: Path) -> None:
        opener = ("打开", lambda: _open_file(written))
        window.banner.show_note("paper", Tone.NOTICE, f"整改清单已导出：{written}", opener)

    session.work("正在导出整改清单……", lambda: session.desk.export(checked, path), done)


def print_list(window: "MainWindow", session: Session) -> None:
    """Make the pages, then show the preview."""
    checked = session.shown
    if checked is None:
        return
    # Loads QtPrintSupport, which only printing needs.
    from desktop.ui import printing

    def show(pages: tuple[printing.PaperPage, ...]) -> None:
        preview = printing.Preview(pages, TITLE, window)
        preview.open()
        window.previewed.emit(preview)

    session.work(
        "正在排版整改清单……",
        lambda: printing.pages_of(lambda pdf: session.desk.export(checked, pdf)),
        show,
    )


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
