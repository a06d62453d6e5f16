"""A report's own build: headings without text, causes announced and not given, title, signature and date."""

from collections.abc import Iterator
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.result import Severity
from desktop.reading.draft import BlockKind, Role, Section, Span

_KIND = "structure"
_CAUSES_ASKED_SINCE = 2019
"""The report year from which 法治政府建设与责任落实督察工作规定 asks for 不足和原因."""
_LEAST_PART = 60
_LAST_WORDS = 30
"""How much of the text's end is quoted where the signature is lacking."""
_REPORTS = pattern("报告|总结|汇报|情况")
_ANNOUNCES = pattern("(?:如下|以下|下列)[^。;,]{0,14}:$|方面:$|方面着手:$|工作:$|措施:$")


def structure(material: Material) -> Iterator[Seen]:
    """What is missing from the build of the report."""
    yield from _empty_sections(material)
    yield from _nothing_follows(material)
    yield from _causes(material)
    yield from _title(material)
    yield from _signature(material)


def _empty_sections(material: Material) -> Iterator[Seen]:
    """Headings with nothing below them, beside headings that have something."""
    sections = material.draft.sections
    parents = {section.parent for section in sections}
    bare = [number not in parents and not _body(section, material) for number, section in enumerate(sections)]
    titles = [section.title for section in sections]
    for number, section in enumerate(sections):
        unnumbered_next = number + 1 < len(sections) and not _is_numbered(sections[number + 1])
        if not bare[number] or section.title in titles[number + 1 :] or unnumbered_next:
            continue
        siblings = [other for other, one in enumerate(sections) if one.parent == section.parent and other != number]
        empty = sum(bare[other] for other in siblings)
        if siblings and empty * 2 < len(siblings) and _is_line(section, material):
            words = "".join(material.draft.text[section.heading.start : section.heading.end].split())
            message = f"标题“{words[:30]}”下面没有内容。"
            yield Seen(_KIND, Severity.WARNING, *_squeezed(section.heading, material), message)


def _body(section: Section, material: Material) -> str:
    return material.draft.text[section.heading.end : section.end].strip()


def _is_line(section: Section, material: Material) -> bool:
    """Whether a heading is a line of its own and no table row or numbered sentence."""
    block = material.draft.block_at(section.heading.start)
    text = material.draft.text[section.heading.start : section.heading.end].strip()
    return block is not None and block.kind is BlockKind.HEADING and not text.endswith(("。", "；", ";", "：", ":"))


def _is_numbered(section: Section) -> bool:
    """Whether a section has a number of its own; the label of one without ends in its quoted words."""
    return not section.label.endswith("”")


def _nothing_follows(material: Material) -> Iterator[Seen]:
    """重点做好以下工作： before the next heading of the same rank."""
    draft = material.draft
    blocks = draft.blocks
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE_ROW or draft.text[block.end - 1 : block.end] not in ("：", ":"):
            continue
        start, end = _squeezed(Span(block.start, block.end), material)
        if not _ANNOUNCES.search(material.text[max(start, end - 30) : end]):
            continue
        section = draft.section_at(block.start)
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        closes = after is None or draft.part_at(after.start).role is Role.CLOSING
        if section is not None and after is not None and after.start >= section.end:
            closes = closes or after.level == 1
        if section is not None and closes:
            yield Seen(_KIND, Severity.WARNING, max(start, end - 30), end, "这句话说下面有内容，后面却没有，请核对。")


def _causes(material: Material) -> Iterator[Seen]:
    """原因 in the heading and none in the text; none at all where the rules ask for them."""
    facts, draft = material.facts, material.draft
    parts = [part for part in draft.parts if part.role is Role.SHORTCOMINGS]
    if not parts or facts.passages("cause-given"):
        return
    announced = [span for span in facts.passages("cause-announced") if _names_cause(span, material)]
    if announced:
        shown = next((part.heading for part in parts if part.heading is not None), announced[0])
        span = shown if shown.start <= announced[0].start < shown.end else announced[0]
        message = "标题说要写原因，下面只写了不足，没有写原因。"
        yield Seen(_KIND, Severity.WARNING, *_squeezed(span, material), message)
        return
    asked = material.year is not None and material.year >= _CAUSES_ASKED_SINCE
    heading = parts[0].heading
    if asked and heading is not None and sum(one.end - one.start for one in parts) >= _LEAST_PART:
        message = "年度报告应当写明不足和原因，这部分没有写原因，请核对。"
        yield Seen(_KIND, Severity.NOTICE, *_squeezed(heading, material), message)


def _names_cause(span: Span, material: Material) -> bool:
    """Whether a passage is a heading that promises causes."""
    return any(word in material.draft.text[span.start : span.end] for word in ("原因", "成因", "根源", "症结"))


def _title(material: Material) -> Iterator[Seen]:
    title, words = material.draft.title, material.draft.title_text or ""
    if title is not None and _REPORTS.search(words) and not material.facts.passages("title-year"):
        yield Seen(_KIND, Severity.WARNING, *_squeezed(title, material), "标题没有写报告年度。")


def _signature(material: Material) -> Iterator[Seen]:
    """A signature without a date, a date without a signature, neither."""
    draft = material.draft
    signature, dated = draft.signature, draft.signature_date
    if signature is not None and dated is None:
        message = "文末只有署名，没有成文日期。"
        yield Seen(_KIND, Severity.WARNING, *_squeezed(signature, material), message)
    elif signature is None and dated is not None:
        at_the_end = dated.start > len(draft.text) // 2
        severity = Severity.WARNING if at_the_end else Severity.NOTICE
        message = "文末只有日期，没有署名。" if at_the_end else "文末没有署名，日期写在文前，请核对。"
        yield Seen(_KIND, severity, *_squeezed(dated, material), message)
    elif signature is None and draft.title is not None:
        message = "文末没有署名和成文日期，请核对。"
        end = len(material.text.rstrip())
        start = max(material.clauses.clause(end - 1)[0], end - _LAST_WORDS)
        yield Seen(_KIND, Severity.NOTICE, start, end, message, (_squeezed(draft.title, material),))


def _squeezed(span: Span, material: Material) -> Stretch:
    start = material.squeezed.index_of(span.start)
    return start, max(start + 1, material.squeezed.index_of(span.end))
