"""resources/icons/program.svg → program.ico, in every size Windows asks for."""

from pathlib import Path

from release.places import ROOT, run

SOURCE = ROOT / "resources" / "icons" / "program.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)

# Runs where PySide6 and Pillow are, which the building Python need not have.
_DRAW = """
import sys
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

source, target, *sizes = sys.argv[1:]
application = QGuiApplication(["icon", "-platform", "offscreen"])
renderer = QSvgRenderer(source)
pictures = []
for size in map(int, sizes):
    drawn = QImage(size, size, QImage.Format.Format_RGBA8888)
    drawn.fill(0)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    pictures.append(Image.frombytes("RGBA", (size, size), bytes(drawn.constBits())))
largest = pictures.pop()
largest.save(target, sizes=[(int(one), int(one)) for one in sizes], append_images=pictures, bitmap_format="bmp")
"""


def draw_icon(python: list[str], target: Path) -> None:
    """Write the icon with the help of ``python``, a command that has PySide6 and Pillow."""
    command = [*python, "-c", _DRAW, str(SOURCE), str(target), *map(str, SIZES)]
    run(command, "没有画成程序图标。")
