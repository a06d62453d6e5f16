"""OFD files written by hand: single pages for traps, and whole reports laid out on A4 pages as offices do.

``ofd`` packs pages given as XML. ``laid_out`` sets titles, headings, paragraphs and ruled tables in 16 point type,
breaks lines by the Chinese rules, cuts paragraphs and table rows at the page's end and numbers the pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from xml.sax.saxutils import escape

from desktop.reading.draft import BlockKind, Draft
from desktop.reading.lines import width

from .word_file import packed

SPACE = "http://www.ofdspec.org/2016"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_NOT_FIRST = "，。、；：！？）》〉”’】〕」』,.;:!?)%"
_NOT_LAST = "（《〈“‘【〔「『("


def text_object(
    text: str,
    x: float,
    y: float,
    size: float = 5.64,
    steps: Sequence[float] | None = None,
    extra: str = "",
) -> str:
    """One row of text whose first sign's left edge is ``x`` and whose base line is ``y``, in millimetres.

    ``extra`` is put into the element's tag; what follows a ">" in it stands before the text.
    """
    steps = [width(sign) * size / 2 for sign in text[:-1]] if steps is None else steps
    deltas = f' DeltaX="{delta(steps)}"' if steps else ""
    box = f"{x:.3f} {y - size:.3f} {sum(steps) + size:.3f} {size * 1.2:.3f}"
    return (
        f'<ofd:TextObject ID="1" Boundary="{box}" Font="2" Size="{size}" {extra if ">" in extra else extra + ">"}'
        f'<ofd:TextCode X="0" Y="{size:.3f}"{deltas}>{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def delta(steps: Sequence[float]) -> str:
    """Distances with repeats written as "g n d"."""
    found = []
    for step, group in groupby(f"{step:.3f}" for step in steps):
        count = len(list(group))
        found.append(f"g {count} {step}" if count > 1 else step)
    return " ".join(found)


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """A drawn line."""
    return (
        f'<ofd:PathObject ID="1" Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(content: str, before: str = "") -> str:
    """A page; ``before`` holds its Template and PageRes elements."""
    return (
        f'{_HEAD}<ofd:Page xmlns:ofd="{SPACE}">{before}<ofd:Content><ofd:Layer ID="9" Type="Body">'
        f"{content}</ofd:Layer></ofd:Content></ofd:Page>"
    )


def document(pages: int, common: str = "", after: str = "") -> str:
    """A Document.xml with ``pages`` pages."""
    listed = "".join(f'<ofd:Page ID="{100 + at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(pages))
    return (
        f'{_HEAD}<ofd:Document xmlns:ofd="{SPACE}"><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea>'
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages>{after}</ofd:Document>"
    )


def root(documents: int = 1, inside: str = "") -> str:
    """An OFD.xml."""
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>{at}</ofd:DocID></ofd:DocInfo>"
        f"<ofd:DocRoot>Doc_{at}/Document.xml</ofd:DocRoot>{inside}</ofd:DocBody>"
        for at in range(documents)
    )
    return f'{_HEAD}<ofd:OFD xmlns:ofd="{SPACE}" Version="1.0" DocType="OFD">{bodies}</ofd:OFD>'


def ofd(
    *pages: str,
    common: str = "",
    after: str = "",
    inside: str = "",
    before: Sequence[str] = (),
    more: dict[str, str] | None = None,
) -> bytes:
    """A file of one document; ``pages`` are their contents, ``before`` what stands before each page's content."""
    files = {"OFD.xml": root(inside=inside), "Doc_0/Document.xml": document(len(pages), common, after)}
    for at, content in enumerate(pages):
        files[f"Doc_0/Pages/Page_{at}/Content.xml"] = page(content, before[at] if at < len(before) else "")
    files |= more or {}
    return packed({name: text.encode() for name, text in files.items()})


@dataclass
class Layout:
    """Where things go on A4: lengths in millimetres; ``set_in`` paragraphs begin two signs in, else stand apart."""

    size: float = 5.64
    left: float = 28.0
    top: float = 37.0
    bottom: float = 262.0
    signs: int = 28
    pitch: float = 10.2
    set_in: bool = True
    numbers: bool = True
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    y: float = 37.0

    def paragraph(self, text: str, size: float = 0, centred: bool = False, set_in: bool | None = None) -> None:
        """Set one paragraph."""
        size = size or self.size
        full = self.signs * self.size
        indent = 2 * size if (self.set_in if set_in is None else set_in) and not centred else 0.0
        for at, line in enumerate(broken(text, full, size, indent)):
            at_left = indent if at == 0 else 0.0
            free = full - at_left - width(line) * size / 2
            x = self.left + (free / 2 if centred else at_left)
            self._room(self.pitch)
            self.y += self.pitch
            self.pages[-1].append(text_object(line, x, self.y, size))
        if not self.set_in:
            self.y += self.pitch * 0.5

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Set a ruled table; rows are cut at a page's end."""
        size, pad, step = self.size * 0.75, 1.5, self.pitch * 0.7
        across = len(rows[0])
        wide = self.signs * self.size / across
        edges = [self.left + wide * at for at in range(across + 1)]
        top = self.y + 3
        for row in rows:
            cells = [list(broken(cell, wide - 2 * pad, size, 0)) for cell in row]
            while any(cells):
                fits = max(int((self.bottom - top - 2 * pad) / step), 0)
                if not fits:
                    self._turn()
                    top = self.y + 3
                    continue
                taken = [cell[:fits] for cell in cells]
                cells = [cell[fits:] for cell in cells]
                high = max(map(len, taken)) * step + 2 * pad
                for x, lines in zip(edges, taken, strict=False):
                    for at, line in enumerate(lines):
                        self.pages[-1].append(text_object(line, x + pad, top + pad + (at + 0.8) * step, size))
                self.pages[-1] += [rule(edges[0], y, edges[-1], y) for y in (top, top + high)]
                self.pages[-1] += [rule(x, top, x, top + high) for x in edges]
                top += high
        self.y = top + 2

    def _room(self, wanted: float) -> None:
        if self.y + wanted > self.bottom:
            self._turn()

    def _turn(self) -> None:
        self.pages.append([])
        self.y = self.top

    def packed(self) -> bytes:
        """The file."""
        pages = ["".join(content) for content in self.pages]
        if self.numbers:
            for at in range(len(pages)):
                x = 150.0 if at % 2 == 0 else 35.0
                pages[at] += text_object(f"— {at + 1} —", x, 280.0, 4.9)
        return ofd(*pages)


def broken(text: str, full: float, size: float, indent: float) -> Iterator[str]:
    """``text`` in lines of at most ``full`` millimetres, none with a sign at its ends that may not stand there."""
    start = 0
    room = full - indent
    while start < len(text):
        end = start
        while end < len(text) and width(text[start : end + 1]) * size / 2 <= room + 0.001:
            end += 1
        end = max(end, start + 1)
        while start + 1 < end < len(text) and not _may_break(text, end):
            end -= 1
        yield text[start:end]
        start, room = end, full


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return not (_is_word(before) and _is_word(after))


def _is_word(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def laid_out(draft: Draft, layout: Layout | None = None) -> bytes:
    """The words of ``draft`` as an OFD file."""
    layout = layout or Layout()
    for table, blocks in groupby(draft.blocks, key=lambda block: block.kind is BlockKind.TABLE_ROW):
        texts = [draft.text[block.start : block.end] for block in blocks]
        if table:
            layout.table([text.split("\t") for text in texts])
            continue
        for text in texts:
            titled = draft.title_text is not None and draft.title is not None
            start = draft.text.index(text)
            if titled and draft.title.start <= start < draft.title.end:
                layout.paragraph(text, 7.76, centred=True)
            else:
                layout.paragraph(text)
    return layout.packed()
