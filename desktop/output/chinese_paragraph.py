"""reportlab's paragraph with Chinese line breaking. Heavy: imported only when a PDF is made."""

from typing import Any

from reportlab.platypus.paragraph import Paragraph, ParaLines, cjkU, makeCJKParaLine

from desktop.output.line_breaks import break_lines


class ChineseParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph whose lines end where ``line_breaks`` allows it.

    reportlab's own breaking lets lines begin with a full stop and cuts words and numbers. The style must say
    ``wordWrap="CJK"``.
    """

    def breakLinesCJK(self, maxWidths: Any) -> Any:  # noqa: N802, N803 - the names are reportlab's
        """The broken lines, as reportlab's drawing expects them; no line for no text."""
        if getattr(self, "_splitpara", 0):
            return self.blPara
        if not self.frags:
            return ParaLines(kind=1, lines=[])
        first, rest = maxWidths[0], maxWidths[-1]
        lines: list[Any] = []
        for letters, forced in _forced_lines(self.frags):
            room = rest if lines else first
            text = "".join(letters)
            widths = [one.width for one in letters]
            spans = break_lines(text, widths, room, rest) or [(0, 0)]
            for start, end in spans:
                used = sum(widths[start:end])
                words = letters[start:end] or [cjkU("", self.frags[0], "utf8")]
                broken = forced and end == spans[-1][1]
                lines.append(makeCJKParaLine(words, room, used, room - used, broken, False))
                room = rest
        return ParaLines(kind=1, lines=lines)

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Two paragraphs with the lines as they are; reportlab's own would put a space between them."""
        if not hasattr(self, "blPara"):
            self.wrap(availWidth, availHeight)
        lines = self.blPara.lines
        fitting = int(availHeight / self.style.leading)
        if fitting <= 0:
            return []
        if fitting >= len(lines):
            return [self]
        return [self._piece(lines[:fitting]), self._piece(lines[fitting:])]

    def _piece(self, lines: list[Any]) -> "ChineseParagraph":
        piece = ChineseParagraph(None, self.style, frags=[word for line in lines for word in line.words])
        piece.blPara = ParaLines(kind=1, lines=lines)
        piece._splitpara = 1
        piece.width = self.width
        piece.height = len(lines) * self.style.leading
        return piece


def _forced_lines(frags: list[Any]) -> list[tuple[list[Any], bool]]:
    """The letters between line breaks asked for, with whether the line ends by such a break."""
    groups: list[tuple[list[Any], bool]] = []
    letters: list[Any] = []
    for frag in frags:
        if hasattr(frag, "lineBreak"):
            groups.append((letters, True))
            letters = []
        else:
            letters += [cjkU(letter, frag, "utf8") for letter in frag.text]
    groups.append((letters, False))
    return groups
