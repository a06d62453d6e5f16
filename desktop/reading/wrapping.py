"""Whether a file's lines were broken at a fixed width, measured on the lines themselves.

A file counts as wrapped when most lines that do not end a sentence share one width and hardly any line is
wider. Width is measured twice, in print (a Latin letter is half a Chinese character) and in characters
(programs that fold text count those); the sharper measure is used.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.reading.lines import Line, ends_sentence, width
from desktop.reading.numbering import read_number

_MEASURED_LINES = 5000
_WIDER_SHARE = 0.04


@dataclass(frozen=True, slots=True)
class Measure:
    """How a file's lines were broken.

    ``full`` is the width most lines share, ``slack`` how far lines vary around it, ``indent`` by how much
    first lines of paragraphs are narrower, ``in_print`` whether widths are in half characters,
    ``gaps_inside`` whether blank lines stand inside paragraphs too, ``set_in`` whether first lines begin
    with blanks and other lines do not, ``gaps_between`` whether a blank line ends every paragraph.
    """

    full: int
    slack: int
    indent: int
    in_print: bool
    gaps_inside: bool
    set_in: bool = False
    gaps_between: bool = False

    def of(self, text: str) -> int:
        """The width of ``text`` in this measure's unit."""
        return width(text) if self.in_print else len(text)

    def of_line(self, line: Line) -> int:
        """The width of a line with the blanks it began with."""
        return self.of(line.text) + (line.indent if self.in_print else line.indent // 2)


def measure_wrapping(lines: Sequence[Line]) -> Measure | None:
    """How ``lines`` were broken, or None if each is a paragraph of its own."""
    some = [line for line in lines[:_MEASURED_LINES] if not line.fixed]
    unfinished = [line for line in some if not ends_sentence(line.text)]
    best: tuple[float, Measure] | None = None
    for in_print in (True, False):
        measure = Measure(0, 3 if in_print else 1, 0, in_print, False)
        found = _shared_width([measure.of_line(line) for line in unfinished], in_print)
        if found and (best is None or found[0] > best[0]):
            best = (found[0], replace(measure, full=found[1]))
    if best is None:
        return None
    measure = best[1]
    sizes = [measure.of_line(line) for line in some]
    wider = sum(size > measure.full + 2 * measure.slack + 1 for size in sizes)
    if wider > len(sizes) * _WIDER_SHARE:
        return None
    pairs = [
        line
        for before, line, size in zip(some, some[1:], sizes, strict=False)
        if abs(size - measure.full) <= measure.slack and not ends_sentence(before.text) and not line.page_break
    ]
    gaps = sum(line.gap > 0 for line in pairs)
    inside = sum(line.indented for line in pairs)
    ends = [
        line.gap > 0
        for before, line, size in zip(some, some[1:], sizes, strict=False)
        if ends_sentence(before.text) and size < measure.full - 3 * measure.slack
    ]
    return replace(
        measure,
        indent=_measured_indent(unfinished, measure),
        gaps_inside=gaps * 2 > len(pairs),
        set_in=sum(line.indented for line in some) > max(2, 3 * inside),
        gaps_between=gaps * 2 <= len(pairs) and len(ends) > 2 and sum(ends) * 10 > len(ends) * 9,
    )


def _shared_width(sizes: Sequence[int], in_print: bool) -> tuple[float, int] | None:
    """The share of ``sizes`` near the commonest one, and that one; None if it is no line width."""
    if len(sizes) < 3:
        return None
    unit = 2 if in_print else 1
    counts = Counter(sizes)
    full = max(
        counts,
        key=lambda size: (counts[size - 1] + 2 * counts[size] + counts[size + 1], size),
    )
    near = sum(counts[size] for size in range(full - 2 * unit, full + 2 * unit + 1))
    if not 10 * unit <= full <= 90 * unit or near * 2 < len(sizes) or near < (3 if full >= 15 * unit else 8):
        return None
    exact = sum(counts[size] for size in range(full - unit + 1, full + unit))
    return near / len(sizes) + exact / len(sizes), full


def _measured_indent(unfinished: Sequence[Line], measure: Measure) -> int:
    """By how much first lines are narrower, measured on unfinished lines that open with a number."""
    first = Counter(measure.full - measure.of_line(line) for line in unfinished if read_number(line.text) is not None)
    unit = 2 if measure.in_print else 1
    set_in = sum(first[by] for by in range(unit + 1, 3 * unit + 1))
    flush = sum(first[by] for by in range(-2 * unit, unit + 1))
    return 2 * unit if set_in >= 3 and set_in > 2 * flush else 0
