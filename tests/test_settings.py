import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.settings import FILE_NAME, RECENT_LIMIT, Settings, load_settings, save_settings


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    settings = Settings(unit_kind="township", only_gaps=False, splitter=(1, 2), geometry="AAA=").with_recent(
        tmp_path / "年度 报告.docx"
    )
    assert save_settings(tmp_path / "new folder", settings)
    assert load_settings(tmp_path / "new folder") == settings
    assert [one.name for one in (tmp_path / "new folder").iterdir()] == [FILE_NAME]


def test_recent_drafts_are_few_and_the_last_comes_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in (*range(15), 9):
        settings = settings.with_recent(tmp_path / f"{number}.txt")
    assert len(settings.recent_drafts) == RECENT_LIMIT
    assert [Path(one).stem for one in settings.recent_drafts[:2]] == ["9", "14"]
    assert len(set(settings.recent_drafts)) == RECENT_LIMIT


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"null", b"\xff\xfe{}", b"[" * 100_000])
def test_a_damaged_file_means_defaults(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(damaged)
    assert load_settings(tmp_path) == Settings()


def test_only_values_of_the_right_type_are_taken(tmp_path: Path) -> None:
    stored = {"only_gaps": 0, "splitter": [1, "2"], "recent_drafts": ["a"], "unit_kind": "township", "later": 1}
    (tmp_path / FILE_NAME).write_text(json.dumps(stored), encoding="utf-8")
    assert load_settings(tmp_path) == Settings(recent_drafts=("a",), unit_kind="township")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_no_stored_value_stops_the_program(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    folder = tmp_path_factory.mktemp("settings")
    stored = dict.fromkeys(("recent_drafts", "only_gaps", "splitter", "geometry"), value)
    (folder / FILE_NAME).write_text(json.dumps(stored), encoding="utf-8")
    settings = load_settings(folder)
    assert save_settings(folder, settings)
    assert load_settings(folder) == settings


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert not save_settings(tmp_path, Settings())
    assert [one.name for one in tmp_path.iterdir()] == [FILE_NAME]
    (tmp_path / "file").write_bytes(b"")
    assert not save_settings(tmp_path / "file", Settings())
    assert load_settings(tmp_path) == Settings()
