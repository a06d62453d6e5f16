"""Lines → Draft: paragraphs, headings, sections, parts and what the draft says of itself."""

from collections.abc import Sequence

from desktop.reading.about import look_about
from desktop.reading.draft import Block, BlockKind, Draft, Part, Section, Span
from desktop.reading.headings import find_headings
from desktop.reading.lines import Line
from desktop.reading.outline import Placed, build_sections, place
from desktop.reading.page_marks import mark_table_rows, without_page_numbers
from desktop.reading.parts import find_parts
from desktop.reading.reflow import rejoin
from desktop.reading.words import WayBack, words_of

SHORTEST_REPORT = 200


def assemble(lines: Sequence[Line], sha256: str, notices: tuple[str, ...] = ()) -> Draft:
    """The draft that ``lines`` make; every reader ends here, so equal words give an equal draft."""
    whole = rejoin(mark_table_rows(without_page_numbers(lines)))
    text = "\n".join(line.text for line in whole)
    words = words_of(whole)
    about = look_about(words)
    placed = place(find_headings(words, about.body))
    end = placed[-1].end
    closing = placed[about.closing].start if about.closing < len(placed) else end
    sections = build_sections(placed, closing)
    body = placed[about.body].start if about.body < len(placed) else end
    parts = find_parts(placed, sections, body, closing, about.year)
    back = WayBack(whole, words)
    blocks: list[Block] = []
    start = 0
    for one, line in zip(placed, whole, strict=True):
        blocks.append(_block(one, line, start, back))
        start += len(line.text) + 1

    def span(index: int | None) -> Span | None:
        return None if index is None else Span(blocks[index].start, blocks[index].end)

    return Draft(
        text=text,
        blocks=tuple(blocks),
        sections=tuple(_section(section, back) for section in sections),
        parts=tuple(_part(part, back) for part in parts),
        sha256=sha256,
        title=Span(blocks[about.title[0]].start, blocks[about.title[1] - 1].end) if about.title else None,
        title_text=about.title_text,
        unit=about.unit,
        year=about.year,
        addressee=span(about.addressee),
        signature=span(about.signature),
        signature_date=span(about.signature_date),
        notices=notices + _notices(text),
    )


def _span(span: Span, back: WayBack) -> Span:
    return Span(back.start(span.start), back.end(span.end))


def _section(section: Section, back: WayBack) -> Section:
    heading, end = _span(section.heading, back), back.start(section.end)
    return Section(section.level, section.label, section.title, heading, heading.start, end, section.parent)


def _part(part: Part, back: WayBack) -> Part:
    heading = _span(part.heading, back) if part.heading else None
    return Part(part.role, back.start(part.start), back.start(part.end), heading)


def _block(one: Placed, line: Line, start: int, back: WayBack) -> Block:
    end = start + len(line.text)
    if line.row:
        return Block(BlockKind.TABLE_ROW, start, end, page=line.page, source=line.source)
    if one.found.whole:
        return Block(BlockKind.HEADING, start, end, one.level, page=line.page, source=line.source)
    number = one.found.number
    run_in = number is not None and one.found.heading_end > number.end
    run_in_end = back.end(one.start + one.found.heading_end) if run_in else None
    return Block(BlockKind.PARAGRAPH, start, end, run_in_end=run_in_end, page=line.page, source=line.source)


def _notices(text: str) -> tuple[str, ...]:
    count = sum(map(len, text.split()))
    return (f"正文只有{count}字，太短，不像一份完整的报告",) if count < SHORTEST_REPORT else ()
