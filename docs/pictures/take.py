"""Take the pictures of the README from the real window: ``python docs/pictures/take.py`` (needs no display)."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer

from desktop.app import make_application
from desktop.paths import seeds_folder
from desktop.settings import Settings, save_settings
from desktop.ui.main_window import MainWindow

HERE = Path(__file__).parent
SIZE = (1400, 880)


def take(appearance: str, data: Path) -> None:
    """One picture: the sample draft opened, its first gap chosen."""
    save_settings(data, Settings(appearance=appearance))
    window = MainWindow(data)
    window.resize(*SIZE)
    window.show()
    wait = QEventLoop()
    window.kept.connect(wait.quit)
    window.open_path(sorted(seeds_folder().glob("*.docx"))[0])
    wait.exec()
    for _ in range(2):
        window.next_gap()
    # The closest passages are looked for in the background.
    QTimer.singleShot(2500, wait.quit)
    wait.exec()
    whole = data / "whole.png"
    window.grab().save(str(whole))
    # 256 colours are enough for a window, and a third of the size.
    with Image.open(whole) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        few.save(HERE / f"{appearance}.png", optimize=True)
    window.close()


application = make_application()
with tempfile.TemporaryDirectory() as folder:
    for one in sys.argv[1:] or ("light", "dark"):
        take(one, Path(folder))
