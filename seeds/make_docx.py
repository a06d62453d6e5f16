"""Make a .docx of every sample .txt in this folder: ``python seeds/make_docx.py [FOLDER]``.

The text is read by the program's own reader and written with Word's heading styles and paragraphs. In the
first paragraph that counts off points (一是……二是……) the points become a table of two columns: the
sentence that names the point, and the rest. No word is added or left out. Equal text gives an equal file, byte
for byte: dates are fixed and the parts are packed again in a fixed order.
"""

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from desktop.reading.draft import Block, BlockKind, Draft, Span
from desktop.reading.open_draft import open_draft
from desktop.reading.points import enumerated_points

HERE = Path(__file__).resolve().parent
FIXED_TIME = datetime(2000, 1, 1)
BODY_FONT = "仿宋"


def main() -> None:
    """Write the documents beside the texts, or into the folder given."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted(HERE.glob("sample-*.txt")):
        (folder / f"{source.stem}.docx").write_bytes(docx_of(open_draft(source)))


def docx_of(draft: Draft) -> bytes:
    """The bytes of a Word document with the words of ``draft``."""
    document = Document()
    _set_up(document)
    tabled = _block_to_table(draft)
    for block in draft.blocks:
        if block is tabled:
            _add_table(document, draft, block)
        elif draft.title and draft.title.start <= block.start < draft.title.end:
            document.add_heading(_words(draft, block), level=0)
        elif block.kind is BlockKind.HEADING:
            document.add_heading(_words(draft, block), level=min(block.level or 1, 9))
        else:
            document.add_paragraph(_words(draft, block))
    return _packed(document)


def _set_up(document: WordDocument) -> None:
    """A Chinese body font, and properties that do not change from day to day."""
    normal = document.styles["Normal"]
    normal.font.name = BODY_FONT
    normal.font.size = Pt(16)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), BODY_FONT)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = FIXED_TIME
    properties.revision = 1
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        relations.pop(key)


def _words(draft: Draft, span: Block | Span) -> str:
    return draft.text[span.start : span.end]


def _block_to_table(draft: Draft) -> Block | None:
    """The first paragraph with at least two points."""
    return next((block for block in draft.blocks if len(_points(draft, block)) > 1), None)


def _points(draft: Draft, block: Block) -> tuple[Span, ...]:
    if block.kind is not BlockKind.PARAGRAPH:
        return ()
    return tuple(
        point
        for point in enumerated_points(draft.text, block.start, block.end)
        if draft.text[point.start + 1] == "是" and "。" in _words(draft, point)[:-1]
    )


def _add_table(document: WordDocument, draft: Draft, block: Block) -> None:
    points = _points(draft, block)
    if points[0].start > block.start:
        document.add_paragraph(draft.text[block.start : points[0].start])
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for point, end in zip(points, [*(p.start for p in points[1:]), block.end], strict=True):
        split = draft.text.index("。", point.start) + 1
        cells = table.add_row().cells
        cells[0].text, cells[1].text = draft.text[point.start : split], draft.text[split:end]


def _packed(document: WordDocument) -> bytes:
    """The document's parts in one order with one date."""
    first, again = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            target.writestr(info, source.read(name))
    return again.getvalue()


if __name__ == "__main__":
    main()
