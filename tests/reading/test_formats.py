"""The same words give the same draft and the same verdicts, whatever the file."""

import pytest

from desktop.reading.open_draft import open_draft

from .formats.known import FILES, FORMATS, SAMPLES, Format, about, compare, draft_of, tight
from .formats.trap import EXPECTED

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

PARAGRAPHS_KEPT = [known for known in FORMATS if not known.name.startswith(("txt", "doc", "rtf"))]


def each(formats: object) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("known", formats, ids=lambda known: known.name)


@each(FORMATS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_same_words_same_verdicts(known: Format, sample: str) -> None:
    found = compare(known, sample)
    assert found.readable and found.same_text
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


@each([known for known in FORMATS if known.whole])
def test_a_document_of_traps(known: Format) -> None:
    draft = open_draft(known.file_of("trap"))
    assert tight(draft.text) == tight(EXPECTED)
    said = " ".join(draft.notices)
    assert "修订" in said and "隐藏文字" in said and "脚注" in said


def test_the_files_stay_small() -> None:
    sizes = [path.stat().st_size for path in FILES.rglob("*") if path.is_file()]
    assert len(sizes) == len(FORMATS) * len(SAMPLES) + sum(known.whole for known in FORMATS)
    assert sum(sizes) < 3_000_000
