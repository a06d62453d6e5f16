"""The window is on the screen before anything heavy is loaded."""

import subprocess
import sys
from pathlib import Path

CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.app import make_application
from desktop.ui.main_window import MainWindow

application = make_application()
window = MainWindow(Path(sys.argv[1]))
heavy = ("yaml", "sqlalchemy", "reportlab", "jieba", "lxml", "docx", "pypdfium2", "rich", "PySide6.QtPrintSupport")

def tell():
    print(*[name for name in heavy if name in sys.modules], "painted")
    window.close()

window.painted.connect(tell)
window.show()
application.exec()
"""


def test_nothing_heavy_is_loaded_before_the_window_is_painted(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path)], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "painted"), done.stderr


def test_the_program_opens_with_a_draft_and_ends_when_the_window_is_closed(tmp_path: Path) -> None:
    child = """
import sys
from pathlib import Path
import desktop.app

class Window(desktop.app.MainWindow):
    def __init__(self, folder):
        super().__init__(folder)
        self.kept.connect(lambda kept: self.close())

desktop.app.MainWindow = Window
sys.exit(desktop.app.run_window(Path(sys.argv[1]), Path(sys.argv[2])))
"""
    draft = tmp_path / "报告.txt"
    draft.write_text("某局2023年法治政府建设情况报告\n一、主要举措\n全年办理案件8件。\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", child, str(draft), str(tmp_path / "data")],
        capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "data" / "history.sqlite").is_file()
    assert (tmp_path / "data" / "settings.json").is_file()
