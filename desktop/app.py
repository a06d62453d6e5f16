"""The window's process: Qt, font, language, colours, and what happens when a mistake of ours shows up."""

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.errors import UserError
from desktop.ui import icons, theme
from desktop.ui.main_window import MainWindow

LAST_WAIT_MS = 5000
"""How long a closed window waits for work already begun, such as keeping a check."""

LONGEST_TRIAL_MS = 120_000
"""How long the self-test waits for the window."""


def run_window(draft: Path | None, data_folder: Path) -> int:
    """Open the window, with ``draft`` if there is one, until the user closes it; the exit status."""
    application = make_application()
    window = MainWindow(data_folder)
    undo = catch_mistakes(window.report_crash)
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: _begin(window, draft, data_folder)))
    # Qt's loop would never let Python see Ctrl+C in the terminal.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.show()
    status = application.exec()
    undo()
    if not window.session.jobs.finish(LAST_WAIT_MS):
        # Only a check of something huge takes this long; nobody waits for its result any more.
        from desktop.log import logger

        logger.warning("left while a job was still running")
        logger.handlers[-1].flush()
        sys.stdout.flush()
        os._exit(status)
    return status


def try_window(draft: Path, data_folder: Path) -> str:
    """Open the window with ``draft``, wait for its result to be shown and kept, close it; what was seen.

    Raises UserError when the check ended in a complaint, or not within LONGEST_TRIAL_MS.
    """
    application = make_application()
    window = MainWindow(data_folder)
    seen: list[str] = []
    window.checked.connect(lambda checked: seen.append(f"{len(checked.result.items)} 项"))
    window.kept.connect(lambda kept: seen.append("已存入历史" if kept else "没有存入历史"))
    window.kept.connect(lambda _: QTimer.singleShot(0, application.quit))
    window.session.failed.connect(lambda error: seen.append(str(error)))
    window.session.failed.connect(lambda _: QTimer.singleShot(0, application.quit))
    QTimer.singleShot(LONGEST_TRIAL_MS, application.quit)
    window.show()
    window.open_path(draft)
    application.exec()
    picture = window.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    window.close()
    window.session.jobs.finish(LAST_WAIT_MS)
    told = "、".join([*seen, f"{picture.width()}×{picture.height()}", application.platformName()])
    if len(seen) < 2 or "已存入历史" not in seen or len(colours) < 3:
        raise UserError(f"没有显示出结果：{told}")
    return told


def make_application() -> QApplication:
    """The one QApplication of this process, with our style, font, language and icon."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["fazhi"])
    application.setApplicationName("fazhi")
    application.setApplicationDisplayName("")
    application.setStyle("Fusion")
    theme.set_font(application)
    _speak_chinese(application)
    application.setWindowIcon(icons.icon("program"))
    return application


def _begin(window: MainWindow, draft: Path | None, data_folder: Path) -> None:
    """What may wait until the user sees a window."""
    from desktop.log import start_log

    gc.freeze()
    gc.enable()
    start_log(data_folder)
    if draft is not None:
        window.open_path(draft)
    else:
        window.session.load_ahead()


def _speak_chinese(application: QApplication) -> None:
    """Qt's own buttons and menus in Chinese, whatever the system speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        application.installTranslator(translator)


def catch_mistakes(report: Callable[[BaseException], None]) -> Callable[[], None]:
    """Let every exception nobody expected go to ``report``; the function returned undoes that."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        report(error.with_traceback(trace))

    def undo() -> None:
        sys.excepthook = before

    sys.excepthook = hook
    return undo
