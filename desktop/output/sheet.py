"""The parts of every printed sheet: styles, cells, tables, the numbered footer. Heavy, like reportlab itself."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate

from desktop.output.chinese_paragraph import ChineseParagraph
from desktop.output.paper_fonts import PaperFonts, load_paper_fonts
from desktop.output.ruled_table import Cell

PAGE = landscape(A4)
SIDE = 15 * mm
TOP = 12 * mm
BOTTOM = 15 * mm
WIDTH = PAGE[0] - 2 * SIDE
# SimpleDocTemplate's frame keeps 6 points on every side for itself.
HEIGHT = PAGE[1] - TOP - BOTTOM - 12

_FOOTER_SIZE = 9.5
# More never fit there, even of the narrowest letters.
_FOOTER_LETTERS = 120


class Sheet:
    """Makes paragraphs and tables in one look and turns them into the bytes of a PDF."""

    def __init__(self) -> None:
        self.fonts: PaperFonts = load_paper_fonts()
        self._title = self._style("title", 20, heading=True, align=TA_CENTER)
        self._part = self._style("part", 13, heading=True)
        self._body = self._style("body", 10.5)
        self._cell = self._style("cell", 10)
        self._cell_centred = self._style("cell-centred", 10, align=TA_CENTER)
        self._label = self._style("label", 10, heading=True)
        self._label_centred = self._style("label-centred", 10, heading=True, align=TA_CENTER)

    def _style(self, name: str, size: float, heading: bool = False, align: int = TA_LEFT) -> ParagraphStyle:
        font = self.fonts.heading_name if heading else self.fonts.body_name
        return ParagraphStyle(
            name, fontName=font, fontSize=size, leading=size * 1.36, alignment=align, wordWrap="CJK", textColor=black
        )

    def title(self, text: str) -> ChineseParagraph:
        """The heading of the whole sheet."""
        return ChineseParagraph(self.fonts.markup(text, heading=True), self._title)

    def part(self, text: str) -> ChineseParagraph:
        """The heading of a part; it stays with what follows."""
        paragraph = ChineseParagraph(self.fonts.markup(text, heading=True), self._part)
        paragraph.keepWithNext = True
        return paragraph

    def body(self, text: str) -> ChineseParagraph:
        """A paragraph of running text."""
        return ChineseParagraph(self.fonts.markup(text), self._body)

    def cell(self, *lines: str, centred: bool = False) -> Cell:
        """A table cell of plain lines."""
        style = self._cell_centred if centred else self._cell
        return [ChineseParagraph(self.fonts.markup(line), style) for line in lines]

    def label(self, text: str, centred: bool = False) -> Cell:
        """A table cell in the heading's font."""
        style = self._label_centred if centred else self._label
        return [ChineseParagraph(self.fonts.markup(text, heading=True), style)]

    def pdf(self, story: list[Any], title: str, footer: str) -> bytes:
        """The story on numbered pages; equal stories give equal bytes."""
        target = BytesIO()
        template = SimpleDocTemplate(
            target,
            pagesize=PAGE,
            leftMargin=SIDE - 6,
            rightMargin=SIDE - 6,
            topMargin=TOP,
            bottomMargin=BOTTOM,
            title=title,
            author="法治报告自检",
            lang="zh-CN",
            invariant=1,
            # Else the file would name Helvetica, which is not embedded.
            initialFontName=self.fonts.body_name,
        )
        template.build(story, canvasmaker=partial(_NumberedCanvas, draw_footer=partial(self._draw_footer, footer)))
        return target.getvalue()

    def _draw_footer(self, text: str, canvas: Canvas, page: int, pages: int) -> None:
        font = self.fonts.body_name
        numbers = f"第 {page} 页  共 {pages} 页"
        room = (WIDTH - stringWidth(numbers, font, _FOOTER_SIZE)) / 2 - 10
        canvas.setFont(font, _FOOTER_SIZE)
        canvas.drawString(SIDE, 8 * mm, _clipped(self.fonts.plain(text), font, room))
        canvas.drawCentredString(PAGE[0] / 2, 8 * mm, numbers)


def _clipped(text: str, font: str, room: float) -> str:
    """As much of ``text`` as the footer's left half has room for."""
    if len(text) <= _FOOTER_LETTERS and stringWidth(text, font, _FOOTER_SIZE) <= room:
        return text
    text = text[:_FOOTER_LETTERS]
    while text and stringWidth(f"{text}…", font, _FOOTER_SIZE) > room:
        text = text[:-1]
    return f"{text}…"


class _NumberedCanvas(Canvas):  # type: ignore[misc]
    """Holds the pages back until their number is known, then draws "第 X 页 共 Y 页" on each."""

    def __init__(self, *args: Any, draw_footer: Callable[[Canvas, int, int], None], **options: Any) -> None:
        super().__init__(*args, **options)
        self._draw_footer = draw_footer
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - the name is reportlab's
        """Hold the page back."""
        self._held.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages with their footers."""
        held = self._held
        for number, state in enumerate(held, 1):
            self.__dict__.update(state)
            self._draw_footer(self, number, len(held))
            super().showPage()
        super().save()
