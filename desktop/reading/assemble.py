"""Lines → Draft: paragraphs, headings, sections, parts and what the draft says of itself."""

from collections.abc import Sequence

from desktop.reading.about import look_about
from desktop.reading.draft import Block, BlockKind, Draft, Span
from desktop.reading.headings import find_headings
from desktop.reading.lines import Line
from desktop.reading.outline import Placed, build_sections, place
from desktop.reading.parts import find_parts
from desktop.reading.reflow import rejoin

SHORTEST_REPORT = 200


def assemble(lines: Sequence[Line], sha256: str, notices: tuple[str, ...] = ()) -> Draft:
    """The draft that ``lines`` make; every reader ends here, so equal words give an equal draft."""
    whole = rejoin(lines)
    about = look_about(whole)
    placed = place(find_headings(whole, about.body))
    text = "\n".join(line.text for line in whole)
    closing = placed[about.closing].start if about.closing < len(placed) else len(text)
    sections = build_sections(placed, closing)
    parts = find_parts(text, placed, sections, closing, about.year)

    def span(index: int | None) -> Span | None:
        return None if index is None else Span(placed[index].start, placed[index].end)

    title = Span(placed[about.title[0]].start, placed[about.title[1] - 1].end) if about.title else None
    return Draft(
        text=text,
        blocks=tuple(_block(one, line.row) for one, line in zip(placed, whole, strict=True)),
        sections=sections,
        parts=parts,
        sha256=sha256,
        title=title,
        title_text=about.title_text,
        unit=about.unit,
        year=about.year,
        addressee=span(about.addressee),
        signature=span(about.signature),
        signature_date=span(about.signature_date),
        notices=notices + _notices(text),
    )


def _block(one: Placed, row: bool) -> Block:
    if row:
        return Block(BlockKind.TABLE_ROW, one.start, one.end)
    if one.found.whole:
        return Block(BlockKind.HEADING, one.start, one.end, one.level)
    number = one.found.number
    run_in = number is not None and one.found.heading_end > number.end
    return Block(
        BlockKind.PARAGRAPH,
        one.start,
        one.end,
        run_in_end=one.heading.end if run_in else None,
    )


def _notices(text: str) -> tuple[str, ...]:
    count = sum(map(len, text.split()))
    return (f"正文只有{count}字，太短，不像一份完整的报告",) if count < SHORTEST_REPORT else ()
