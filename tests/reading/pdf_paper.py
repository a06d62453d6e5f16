"""PDF files made for the tests: text set by hand at places that matter, with a font that holds Chinese."""

import io
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = "wqy"
WIDTH, HEIGHT = A4
LEFT = (WIDTH - 28 * 16) / 2
RIGHT = WIDTH - LEFT
"""The text's edges: twenty-eight characters of sixteen points."""

SIZE, LEADING = 16.0, 28.0
TOP = HEIGHT - 110
_NO_LINE_START = "，。、；：！？）》”’"
Drawing = Callable[[Canvas], None]


@lru_cache(maxsize=1)
def _ready() -> None:
    fonts = Path(__file__).resolve().parents[2] / "resources" / "fonts"
    pdfmetrics.registerFont(TTFont(FONT, str(fonts / "wqy-microhei.ttc"), subfontIndex=0))


def paper(*pages: Drawing, password: str = "", size: tuple[float, float] = A4, rotate: int = 0) -> bytes:
    """A PDF with one page for each of ``pages``, which draw on it. The origin is the lower left corner."""
    _ready()
    into = io.BytesIO()
    lock = StandardEncryption(password, strength=128) if password else None
    canvas = Canvas(into, pagesize=size, encrypt=lock, invariant=1)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        if rotate:
            canvas.setPageRotation(rotate)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return into.getvalue()


def wrap(text: str, room: int, indent: int = 2) -> list[str]:
    """``text`` in lines of ``room`` Chinese characters, no stop at a line's start; the first line is shorter."""
    lines, rest, width = [], text, room - indent
    while rest:
        end = width
        while end > 1 and end < len(rest) and rest[end] in _NO_LINE_START:
            end -= 1
        lines.append(rest[:end])
        rest, width = rest[end:], room
    return lines


def put(canvas: Canvas, x: float, y: float, text: str, size: float = SIZE) -> None:
    """Draw ``text`` with its left end at ``x`` on the base line ``y``."""
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, text)


def set_lines(
    canvas: Canvas, lines: Sequence[str], top: float = TOP, left: float = LEFT, indent: int = 2, size: float = SIZE
) -> float:
    """Draw the lines of one paragraph; the first set in by ``indent`` characters. Where the next would stand."""
    for number, line in enumerate(lines):
        put(canvas, left + (indent * size if number == 0 else 0), top, line, size)
        top -= LEADING * size / SIZE
    return top


def paragraphs(*texts: str, room: int = 28, indent: int = 2, left: float = LEFT, top: float = TOP) -> Drawing:
    """Draws whole paragraphs below each other."""

    def draw(canvas: Canvas) -> None:
        at = top
        for text in texts:
            at = set_lines(canvas, wrap(text, room, indent), at, left, indent)

    return draw


def together(*drawings: Drawing) -> Drawing:
    """Draws one after the other on the same page."""

    def draw(canvas: Canvas) -> None:
        for one in drawings:
            one(canvas)

    return draw


def middled(text: str, y: float, size: float = SIZE) -> Drawing:
    """Draws a line in the middle of the page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        canvas.drawCentredString(WIDTH / 2, y, text)

    return draw


def at(x: float, y: float, text: str, size: float = SIZE) -> Drawing:
    """Draws a line."""
    return lambda canvas: put(canvas, x, y, text, size)


def ruled(rows: Sequence[Sequence[str]], xs: Sequence[float], top: float, height: float = 30.0) -> Drawing:
    """Draws a table with all its rulings; a cell's lines are parted by line feeds."""

    def draw(canvas: Canvas) -> None:
        y = top
        canvas.line(xs[0], y, xs[-1], y)
        for row in rows:
            deep = height * max(cell.count("\n") + 1 for cell in row)
            for x, cell in zip(xs, row, strict=False):
                for number, line in enumerate(cell.split("\n")):
                    put(canvas, x + 4, y - 20 - number * height, line)
            for x in xs:
                canvas.line(x, y, x, y - deep)
            y -= deep
            canvas.line(xs[0], y, xs[-1], y)

    return draw


def picture(left: float, bottom: float, width: float, height: float) -> Drawing:
    """Draws a grey picture with some pattern."""

    def draw(canvas: Canvas) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        image = Image.linear_gradient("L").resize((60, 80))
        canvas.drawImage(ImageReader(image), left, bottom, width, height)

    return draw


SENTENCES = (
    "市政府坚持把法治建设摆在全局工作的突出位置，全面落实依法行政各项要求，健全重大行政决策程序，重大决策合法性审查率达到百分之百。",
    "全年共办理行政复议案件八十六件，纠错率为百分之十二，行政机关负责人出庭应诉率稳步提高，群众满意度持续上升。",
    "扎实推进行政执法三项制度，全面公示执法信息，完善执法全过程记录，重大执法决定法制审核做到应审尽审、不留死角。",
    "深入开展法治宣传教育，组织国家工作人员学法用法考试，建成法治文化阵地二十三处，社会法治氛围日益浓厚起来。",
)
