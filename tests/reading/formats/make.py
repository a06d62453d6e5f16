"""Make the samples in every format again: ``python tests/reading/formats/make.py [FOLDER]``.

Needs LibreOffice 7.4 or newer and a Chinese font, once, on the machine that makes the files; on Debian:
``apt-get install --no-install-recommends libreoffice-writer fonts-wqy-microhei``. The files are kept in the project,
so that the tests need none of it. Formats LibreOffice does not write are made by small writers of our own, from the
words of the same documents.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from email.generator import BytesGenerator
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from desktop.reading.draft import BlockKind, Draft  # noqa: E402
from tests.reading.formats.known import FILES, FORMATS, SAMPLES, SEEDS, Format, draft_of  # noqa: E402
from tests.reading.formats.trap import trap_document  # noqa: E402
from tests.reading.ofd_writer import Layout, laid_out  # noqa: E402

_DOT = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
_FLAT_PARTS = ("_rels/.rels", "document.xml", "document.xml.rels", "styles.xml", "numbering.xml")
_TABLE_STYLES = re.compile(r'<w:style w:type="table".*?</w:style>', re.DOTALL)
_FLAT = "http://schemas.microsoft.com/office/2006/xmlPackage"


def main() -> None:
    """Write all files below the folder given, else where the tests look for them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FILES
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        sys.exit("LibreOffice is needed: see the first lines of this file.")
    with tempfile.TemporaryDirectory() as place:
        trap = Path(place) / "trap.docx"
        trap.write_bytes(trap_document())
        for known in FORMATS:
            if known.office:
                seeds = [SEEDS / f"{sample}.docx" for sample in SAMPLES]
                _by_office(office, known, folder, seeds + [trap] * known.whole)
    for known in FORMATS:
        if not known.office:
            for sample in SAMPLES:
                target = known.file_of(sample, folder)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(_by_ourselves(known, sample, folder))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{len(FORMATS)} formats, {len(SAMPLES)} samples, {size / 1024:.0f} KB")


def _by_office(office: str, known: Format, folder: Path, sources: list[Path]) -> None:
    """Have LibreOffice save documents in one format, with a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                *(office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"),
                *("--convert-to", known.office, "--outdir", str(folder / known.name)),
                *map(str, sources),
            ],
            check=True,
            capture_output=True,
        )


def _by_ourselves(known: Format, sample: str, folder: Path) -> bytes:
    """The bytes of one file that LibreOffice does not make."""
    draft = draft_of(sample)
    plain = (folder / "txt-utf-8" / f"{sample}.txt").read_text(encoding="utf-8-sig")
    makers = {
        "txt-gb18030": lambda: plain.encode("gb18030"),
        "txt-utf-16": lambda: plain.encode("utf-16"),
        "html-as-doc": lambda: page_of(draft, "gb2312").encode("gb18030"),
        "mht": lambda: archive_of(page_of(draft, "utf-8")),
        "flat-opc": lambda: flat_package(folder / "docx" / f"{sample}.docx"),
        "md": lambda: markdown_of(draft).encode("utf-8"),
        "ofd": lambda: laid_out(draft),
        "ofd-spaced": lambda: laid_out(draft, Layout(set_in=False)),
    }
    return makers[known.name]()


def _pieces(draft: Draft) -> list[tuple[str, int | None, bool]]:
    """The text, the level (0 for the title) and whether it is a table row, of every block."""
    found: list[tuple[str, int | None, bool]] = []
    for block in draft.blocks:
        titled = draft.title is not None and draft.title.start <= block.start < draft.title.end
        row = block.kind is BlockKind.TABLE_ROW
        found.append((draft.text[block.start : block.end], 0 if titled else block.level, row))
    return found


def page_of(draft: Draft, charset: str) -> str:
    """A web page as Word's "filtered" ones are: classes, o:p, a conditional comment, lines broken in the source."""
    body: list[str] = []
    pieces = _pieces(draft)
    for at, (text, level, row) in enumerate(pieces):
        text = _escaped(text)
        if row:
            cells = "".join(f"<td><p class=MsoNormal>{cell}<o:p></o:p></p></td>" for cell in text.split("\t"))
            opens = "<table border=1>" if at == 0 or not pieces[at - 1][2] else ""
            closes = "</table>" if at + 1 == len(pieces) or not pieces[at + 1][2] else ""
            body.append(f"{opens}<tr>{cells}</tr>{closes}")
        elif level == 0:
            body.append(f"<p class=MsoTitle><span lang=EN-US>{text}</span></p>")
        elif level is not None:
            body.append(f"<h{min(level, 6)}>{text}</h{min(level, 6)}>")
        else:
            body.append(f"<p class=MsoNormal>{_folded(text)}<o:p></o:p></p>")
    return (
        f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type '
        f'content="text/html; charset={charset}"><title>报告</title><style>p.MsoNormal {{margin:0}}</style>'
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--></head>"
        f"<body lang=ZH-CN>\r\n{chr(10).join(body)}\r\n</body></html>"
    )


def _folded(text: str) -> str:
    """``text`` broken over lines every 38 signs where that changes nothing: between two Chinese characters."""
    pieces, start = [], 0
    while len(text) - start > 38:
        end = start + 38
        while end < len(text) and not (text[end - 1] > "\u2e7f" and text[end] > "\u2e7f"):
            end += 1
        pieces.append(text[start:end])
        start = end
    return "\n".join([*pieces, text[start:]])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def archive_of(page: str) -> bytes:
    """A web archive with the page in base64 and a picture beside it."""
    whole = MIMEMultipart("related", boundary="----=_Part", type="text/html")
    text = MIMEText(page, "html", "utf-8")
    text["Content-Location"] = "file:///C:/report.htm"
    whole.attach(text)
    picture = MIMEImage(_DOT, "gif")
    picture["Content-Location"] = "file:///C:/report.files/image001.gif"
    whole.attach(picture)
    target = BytesIO()
    BytesGenerator(target).flatten(whole)
    return target.getvalue()


def flat_package(document: Path) -> bytes:
    """The parts of a Word document that hold its words, as one XML file."""
    parts = []
    with zipfile.ZipFile(document) as archive:
        for name in archive.namelist():
            if name.endswith(_FLAT_PARTS):
                xml = archive.read(name).decode("utf-8")
                xml = xml[xml.index("?>") + 2 :] if xml.startswith("<?xml") else xml
                xml = _TABLE_STYLES.sub("", xml)
                parts.append(f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>')
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
    return f'{head}<pkg:package xmlns:pkg="{_FLAT}">{"".join(parts)}</pkg:package>'.encode()


def markdown_of(draft: Draft) -> str:
    """The words as Markdown: headings with #, a table between strokes, headings in the text in asterisks."""
    lines: list[str] = []
    in_table = False
    for text, level, row in _pieces(draft):
        if row:
            cells = text.split("\t")
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
            if not in_table:
                lines.append("|" + " --- |" * len(cells))
            in_table = True
            continue
        lines += [""] if in_table else []
        in_table = False
        opened = text.split("。", 1)
        if level is not None:
            text = "#" * (level + 1) + " " + text
        elif len(opened) == 2 and opened[1] and opened[0].startswith("（"):
            text = f"**{opened[0]}。**{opened[1]}"
        lines += [text, ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
