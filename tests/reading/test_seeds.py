"""The sample drafts: readable, the same as text and as Word document, and made again byte for byte."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.reading.draft import BlockKind, Role
from desktop.reading.open_draft import open_draft

from .test_properties import holds

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("sample-*.txt"))


def tight(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_text_and_document_hold_the_same_words(name: str) -> None:
    text, document = open_draft(SEEDS / f"{name}.txt"), open_draft(SEEDS / f"{name}.docx")
    holds(text)
    holds(document)
    assert tight(text.text) == tight(document.text)
    assert (text.title_text, text.unit, text.year) == (document.title_text, document.unit, document.year)
    assert [one.label for one in text.sections] == [one.label for one in document.sections]
    assert [part.role for part in text.parts] == [part.role for part in document.parts]
    assert text.notices == document.notices == ()
    rows = sum(block.kind is BlockKind.TABLE_ROW for block in document.blocks)
    assert rows >= 2


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_has_the_parts_of_a_report(name: str) -> None:
    draft = open_draft(SEEDS / f"{name}.txt")
    assert {Role.OPENING, Role.MEASURES, Role.SHORTCOMINGS, Role.NEXT_YEAR} <= {part.role for part in draft.parts}
    assert draft.title_text and draft.unit and draft.year
    assert max(block.end - block.start for block in draft.blocks) < 1500


def test_three_samples() -> None:
    assert len(NAMES) == 3


def test_the_documents_are_made_again_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SEEDS / "make_docx.py"), str(tmp_path)], check=True)
    for name in NAMES:
        assert (tmp_path / f"{name}.docx").read_bytes() == (SEEDS / f"{name}.docx").read_bytes()
