"""The fonts of a PDF: embedded, and no letter printed as a blank. Heavy: imported only when a PDF is made."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import count, groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.errors import OutputError
from desktop.output.fonts import FontFile, body_fonts, heading_fonts, no_font_sentence

# What stands for a letter that no font has: the printers' sign for a missing type.
SUBSTITUTE = "〓"

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Face:
    """A font known to reportlab under ``name``, and the characters it has something to draw for."""

    name: str
    letters: frozenset[str]


@dataclass(frozen=True, slots=True)
class PaperFonts:
    """The fonts for running text and for headings, best first; a later one serves where an earlier lacks a letter.

    ``body_name`` and ``heading_name`` are the best ones' names for reportlab. The others are read only when needed.
    """

    body: tuple[FontFile, ...]
    heading: tuple[FontFile, ...]
    body_name: str
    heading_name: str

    def markup(self, text: str, heading: bool = False) -> str:
        """``text`` as reportlab's markup: escaped, line feeds as breaks, absent letters from another font or as 〓."""
        files = self.heading if heading else self.body
        return "<br/>".join(_line(line, files) for line in text.split("\n"))

    def plain(self, text: str) -> str:
        """``text`` as it can be drawn with the body's best font alone."""
        return "".join(one if _has(self.body[0], one) else SUBSTITUTE for one in _visible(text))


def load_paper_fonts() -> PaperFonts:
    """The best fonts there are. Raises OutputError when there is none."""
    body, body_face = _usable(body_fonts())
    heading, heading_face = _usable(heading_fonts())
    if body_face is None or heading_face is None:
        raise OutputError(no_font_sentence())
    # Each look falls back on the other one.
    return PaperFonts(body + heading, heading + body, body_face.name, heading_face.name)


def _usable(files: tuple[FontFile, ...]) -> tuple[tuple[FontFile, ...], Face | None]:
    """The files from the first one on that can be read, with its face."""
    for number, file in enumerate(files):
        if (face := _face(file)) is not None:
            return files[number:], face
    return (), None


@cache
def _face(file: FontFile) -> Face | None:
    try:
        font = TTFont(f"paper{next(_numbers)}", str(file.path), subfontIndex=file.face, shapable=False)
        outlines = font.face.glyphPos
        letters = frozenset(
            chr(code)
            for code, glyph in font.face.charToGlyph.items()
            # A font may know a character and have nothing to draw for it.
            if glyph and (outlines[glyph + 1] > outlines[glyph] or chr(code).isspace())
        )
    except Exception:
        # reportlab raises what it likes on a damaged file, and a bad font of the system must not stop the printing.
        return None
    pdfmetrics.registerFont(font)
    return Face(font.fontName, letters)


def _has(file: FontFile, letter: str) -> bool:
    face = _face(file)
    return face is not None and letter in face.letters


def _line(text: str, files: tuple[FontFile, ...]) -> str:
    shown = [_drawn(letter, files) for letter in _visible(text)]
    runs = groupby(shown, key=lambda one: one[1])
    return "".join(_run("".join(letter for letter, _ in run), name) for name, run in runs)


def _drawn(letter: str, files: tuple[FontFile, ...]) -> tuple[str, str]:
    """What is drawn for ``letter``, and the name of the font it is drawn with."""
    for shown in (letter, SUBSTITUTE, "?"):
        for file in files:
            face = _face(file)
            if face is not None and shown in face.letters:
                return shown, face.name
    raise OutputError(no_font_sentence())


def _run(run: str, name: str) -> str:
    return f'<font name="{name}">{escape(run, quote=False)}</font>'


def _visible(text: str) -> str:
    """``text`` without control and joining characters; every kind of blank as a plain or a full-width space."""
    kept = (" " if one.isspace() and one != "\u3000" else one for one in text)
    return "".join(one for one in kept if unicodedata.category(one) not in {"Cc", "Cf"} and not _selects(one))


def _selects(letter: str) -> bool:
    """Variation selectors: they choose a form of the letter before and have no width."""
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
