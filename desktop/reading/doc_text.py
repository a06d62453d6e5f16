"""The characters of a Word 97–2003 document together with their properties, in the order in which they are read."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.reading.doc_header import Header
from desktop.reading.doc_pieces import Piece, Pieces, read_pieces
from desktop.reading.doc_properties import Letters, Paragraph, Properties
from desktop.reading.doc_stretches import Stretches, paragraph_stretches, run_stretches
from desktop.reading.doc_styles import DocStyles, read_styles


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters from number ``start`` of the text on that share their properties."""

    start: int
    text: str
    letters: Letters
    hidden: bool
    paragraph: Paragraph


@dataclass
class DocText:
    """The whole text of one document: body, notes, headers, comments, text boxes, one after the other."""

    _document: bytes
    _styles: DocStyles
    _properties: Properties
    _pieces: Pieces
    _runs: Stretches
    _paragraphs: Stretches

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """The characters ``start``–``end``, cut where their properties change."""
        for piece, first, last in self._pieces.between(start, end):
            at, stop = piece.byte(first), piece.byte(last)
            while at < stop:
                run, reached = self._runs.at(at, stop)
                around, reached = self._paragraphs.at(at, reached)
                # A limit that cuts a character in two is pushed behind it.
                reached = min(reached + (reached - at) % piece.width, stop)
                yield self._stretch(piece, (at, reached), run, around)
                at = reached

    def _stretch(self, piece: Piece, limits: tuple[int, int], run: bytes, around: bytes) -> Stretch:
        at, end = limits
        paragraph = self._properties.paragraph(around, piece.changes)
        letters = self._properties.letters(run, piece.changes)
        text = piece.decode(self._document[at:end])
        return Stretch(piece.position(at), text, letters, letters.hidden(paragraph.style, self._styles), paragraph)


def read_text(header: Header) -> DocText:
    """The text of the document with this header; raises DraftError where its tables contradict the file."""
    styles = read_styles(header)
    return DocText(
        header.document,
        styles,
        Properties(header, styles),
        read_pieces(header),
        run_stretches(header),
        paragraph_stretches(header),
    )
