"""The same words give the same draft and the same verdicts, whatever the file."""

import pytest

from desktop.reading.contents import Contents
from desktop.reading.open_draft import READERS, open_draft

from .formats.known import FILES, FORMATS, SAMPLES, Format, about, compare, draft_of, tight

WAITING = {"doc": Contents.DOC, "rtf": Contents.RTF, "pdf": Contents.PDF}
"""Formats whose readers may still be missing; once one is registered its files must be read."""

PARAGRAPHS_KEPT = [known for known in FORMATS if not known.name.startswith(("txt", "doc", "rtf", "pdf"))]


def each(formats: object) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("known", formats, ids=lambda known: known.name)


@each(FORMATS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_same_words_same_verdicts(known: Format, sample: str) -> None:
    found = compare(known, sample)
    if not found.readable:
        assert WAITING[known.name] not in READERS
        pytest.skip("no reader for this format yet")
    assert found.same_text
    assert found.differing == ()
    assert found.same_parts


@each(PARAGRAPHS_KEPT)
@pytest.mark.parametrize("sample", SAMPLES)
def test_paragraphs_and_rows_are_the_sample_s_own(known: Format, sample: str) -> None:
    draft, wanted = open_draft(known.file_of(sample)), draft_of(sample)
    assert [(block.kind, tight(draft.text[block.start : block.end])) for block in draft.blocks] == [
        (block.kind, tight(wanted.text[block.start : block.end])) for block in wanted.blocks
    ]
    assert draft.notices == ()
    assert about(draft)[0]


def test_the_files_stay_small() -> None:
    sizes = [path.stat().st_size for path in FILES.rglob("*") if path.is_file()]
    assert len(sizes) == len(FORMATS) * len(SAMPLES) and sum(sizes) < 3_000_000
