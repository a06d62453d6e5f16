"""Word documents written by hand, part by part, so that a test shows the very XML it is about."""

import io
import zipfile
from pathlib import Path

from desktop.reading.draft import Draft
from desktop.reading.open_draft import open_draft

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES = (
    'xmlns:w="{w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{main}"/>'
    "</Relationships>"
)


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is no XML becomes plain text."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(style: str, text: str) -> str:
    """A paragraph of a style."""
    return p(text, properties=f'<w:pStyle w:val="{style}"/>')


def docx(
    body: str, *, styles: str = "", numbering: str = "", space: str = W, main: str = "word/document.xml", **parts: str
) -> bytes:
    """The bytes of a document; ``parts`` are further files, their names with __ for / and _ for a dot."""
    names = _SPACES.format(w=space)
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _RELATIONS.format(main=main),
        main: f'<?xml version="1.0" encoding="UTF-8"?><w:document {names}><w:body>{body}</w:body></w:document>',
    }
    if styles:
        files["word/styles.xml"] = f"<w:styles {names}>{styles}</w:styles>"
    if numbering:
        files["word/numbering.xml"] = f"<w:numbering {names}>{numbering}</w:numbering>"
    for name, text in parts.items():
        files[name.replace("__", "/").replace("_xml", ".xml")] = text.replace("NAMES", names)
    return packed({name: text.encode() for name, text in files.items()})


def packed(files: dict[str, bytes]) -> bytes:
    """A zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def opened(folder: Path, data: bytes, name: str = "稿.docx") -> Draft:
    """The draft in ``data``, through a real file."""
    path = folder / name
    path.write_bytes(data)
    return open_draft(path)


def blocks(draft: Draft) -> list[str]:
    """The texts of the draft's blocks."""
    return [draft.text[block.start : block.end] for block in draft.blocks]
