"""What ``bench`` measures on PDF: a long draft on paper, read by pypdfium2 alone and by this program."""

import io
from functools import lru_cache

from desktop.output.fonts import bundled_font

CHARACTERS = 30_000
PER_LINE = 28
LINES = 22
_SIZE, _LEADING, _LEFT, _TOP = 16, 28, 74, 740


@lru_cache(maxsize=1)
def long_pdf(text: str) -> bytes:
    """CHARACTERS of ``text``, said again as often as needed, on A4 pages with page numbers."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("bench", str(bundled_font()), subfontIndex=0))
    paragraphs = [one.replace("\t", "") for one in text.split("\n")]
    lines = [line for paragraph in paragraphs for line in _folded(paragraph)]
    held = sum(map(len, lines))
    lines *= -(-CHARACTERS // held)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    count = number = 0
    while count < CHARACTERS:
        page = lines[number * LINES : (number + 1) * LINES]
        number += 1
        canvas.setFont("bench", _SIZE)
        for down, line in enumerate(page):
            canvas.drawString(_LEFT + (2 * _SIZE if line[0] == " " else 0), _TOP - down * _LEADING, line.lstrip())
            count += len(line)
        canvas.drawCentredString(A4[0] / 2, 40, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _folded(paragraph: str) -> list[str]:
    """The lines of a paragraph; the first begins with a blank, which stands for its indent."""
    first = " " + paragraph[: PER_LINE - 2]
    rest = paragraph[PER_LINE - 2 :]
    return [first, *(rest[at : at + PER_LINE] for at in range(0, len(rest), PER_LINE))]


def library_text(data: bytes) -> int:
    """pypdfium2 takes the text out of every page; how many characters there are."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    count = 0
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        count += len(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return count


def page_texts(data: bytes) -> int:
    """This program takes the text of every page in the order of the file, without its paragraphs."""
    import pypdfium2

    from desktop.reading.pdf_pages import text_of

    document = pypdfium2.PdfDocument(data)
    count = 0
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        count += len(text_of(textpage.raw))
        textpage.close()
        page.close()
    document.close()
    return count


def paragraphs(data: bytes) -> int:
    """This program reads the paragraphs; how many there are."""
    from desktop.reading.pdf_file import read_pdf

    return len(read_pdf(data)[0])
