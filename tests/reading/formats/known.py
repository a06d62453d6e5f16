"""Which formats the samples are kept in, who makes each file, and how a file compares with its sample."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop.checking.check import check
from desktop.errors import DraftError
from desktop.reading.draft import Draft
from desktop.reading.open_draft import open_draft
from tests.loaded import the_checklists

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT / "seeds"
FILES = Path(__file__).resolve().parent / "files"
SAMPLES = tuple(sorted(path.stem for path in SEEDS.glob("sample-*.docx")))
NOT_YET = "暂不能直接读取"
"""What the program says of a format that has no reader yet."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way of keeping a report; ``office`` is LibreOffice's filter for it, "" where our own writers make it.

    ``whole`` tells that it keeps automatic numbers, revisions, hidden text and notes as such (trap.py).
    """

    name: str
    ending: str
    said: str
    office: str = ""
    whole: bool = False

    def file_of(self, sample: str, folder: Path = FILES) -> Path:
        """Where the file for ``sample`` is."""
        return folder / self.name / f"{sample}.{self.ending}"


FORMATS = (
    Format("docx", "docx", "LibreOffice 另存的 .docx", "docx:MS Word 2007 XML", True),
    Format("doc", "doc", "LibreOffice 另存的 .doc", "doc:MS Word 97", True),
    Format("rtf", "rtf", "LibreOffice 另存的 .rtf", "rtf:Rich Text Format", True),
    Format("odt", "odt", "LibreOffice 另存的 .odt", "odt:writer8", True),
    Format("fodt", "fodt", "LibreOffice 另存的 .fodt", "fodt:OpenDocument Text Flat XML", True),
    Format("html", "html", "LibreOffice 另存的网页", "html:HTML (StarWriter)"),
    Format("word-2003-xml", "xml", "LibreOffice 另存的 Word 2003 XML", "xml:MS Word 2003 XML"),
    Format("pdf", "pdf", "LibreOffice 输出的 PDF", "pdf:writer_pdf_Export"),
    Format("txt-utf-8", "txt", "LibreOffice 另存的文本，UTF-8", "txt:Text (encoded):UTF8"),
    Format("txt-gb18030", "txt", "同一文本，GB18030"),
    Format("txt-utf-16", "txt", "同一文本，UTF-16"),
    Format("html-as-doc", "doc", "网页存成 .doc，GB2312"),
    Format("mht", "mht", "网页档案"),
    Format("flat-opc", "xml", "平面 OPC 的 Word XML"),
    Format("md", "md", "Markdown"),
    Format("ofd", "ofd", "OFD，首行缩进"),
    Format("ofd-spaced", "ofd", "OFD，段间空行"),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a file compares with its sample: ``readable`` is False while the format has no reader."""

    readable: bool
    same_text: bool = False
    same_parts: bool = False
    differing: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.readable:
            return "暂不能读"
        text = "文字相同" if self.same_text else "文字不同"
        return f"{text}，{f'{len(self.differing)}项结论不同' if self.differing else '结论相同'}"


def compare(known: Format, sample: str) -> Comparison:
    """What the file in this format says, beside what the sample itself says."""
    try:
        draft = open_draft(known.file_of(sample))
    except DraftError as error:
        if NOT_YET in str(error):
            return Comparison(False)
        raise
    wanted = draft_of(sample)
    found, expected = verdicts(draft), verdicts_of(sample)
    differing = tuple(sorted(key for key in found.keys() | expected.keys() if found.get(key) != expected.get(key)))
    return Comparison(True, tight(draft.text) == tight(wanted.text), about(draft) == about(wanted), differing)


def tight(text: str) -> str:
    """``text`` without white space."""
    return "".join(text.split())


def about(draft: Draft) -> tuple[object, ...]:
    """What a draft says of itself, and its outline."""
    sections = [(one.label, tight(one.title)) for one in draft.sections]
    roles = [part.role for part in draft.parts]
    return tight(draft.title_text or ""), draft.unit, draft.year, sections, roles


@cache
def draft_of(sample: str) -> Draft:
    """The sample, read from the document the other files were made of."""
    return open_draft(SEEDS / f"{sample}.docx")


def verdicts(draft: Draft) -> dict[str, str]:
    """The status of every item."""
    return {one.id: f"{one.status}" for one in check(draft, the_checklists()).items}


@cache
def verdicts_of(sample: str) -> dict[str, str]:
    """The status of every item in the sample."""
    return verdicts(draft_of(sample))
