"""The same document as .docx, .doc and .rtf gives the same lines and notices.

``files/traps.doc`` and ``traps.rtf`` were made of ``traps.docx`` by LibreOffice 7.4: ``soffice --headless
--convert-to doc traps.docx``, and the same with rtf. What LibreOffice does not write by itself (deleted paragraph
marks and outline levels in RTF, lists that start anew, boxes in groups) is tried in test_doc_file.py and
test_rtf_file.py.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.reading.doc_file import read_doc
from desktop.reading.docx_file import read_docx
from desktop.reading.lines import Line
from desktop.reading.package import open_package
from desktop.reading.rtf_file import read_rtf

FILES = Path(__file__).parent / "files"
READERS = {"doc": read_doc, "rtf": read_rtf}


def of_docx(data: bytes) -> tuple[list[Line], tuple[str, ...]]:
    package = open_package(data)
    return read_docx(package, package.main_part() or "")


def plain(lines: list[Line]) -> list[Line]:
    """Without the gaps, which hidden paragraphs and the ends of text boxes make different."""
    return [replace(line, gap=0) for line in lines]


@pytest.mark.parametrize("kind", READERS)
def test_every_trap_is_read_as_in_docx(kind: str) -> None:
    wanted, told = of_docx((FILES / "traps.docx").read_bytes())
    lines, notices = READERS[kind]((FILES / f"traps.{kind}").read_bytes())
    assert plain(lines) == plain(wanted)
    assert notices == told and len(told) == 3
