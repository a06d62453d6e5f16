import os
import sys
import tempfile
from pathlib import Path

import pytest

from desktop import paths


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DATA_VARIABLE, raising=False)


def test_the_option_wins_over_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "variable"))
    assert paths.data_folder(tmp_path / "选项 一") == tmp_path / "选项 一"
    assert (tmp_path / "选项 一").is_dir()
    assert paths.data_folder() == tmp_path / "variable"


def test_the_option_holds_for_the_whole_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, "")
    paths.use_data_folder(tmp_path / "here")
    assert paths.data_folder() == tmp_path / "here"
    assert os.environ[paths.DATA_VARIABLE] == str(tmp_path / "here")


def test_a_portable_mark_keeps_the_data_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path)
    (tmp_path / "portable").touch()
    assert paths.data_folder() == tmp_path / "data"


def test_the_mark_also_counts_beside_the_launcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "fazhi.exe"))
    (tmp_path / "portable").touch()
    assert paths.data_folder() == tmp_path / "data"


def test_a_portable_program_keeps_temporary_files_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", None)
    for name in ("TMP", "TEMP", "TMPDIR"):
        monkeypatch.setenv(name, "elsewhere")
    assert not paths.is_portable()
    (tmp_path / "portable").touch()
    assert paths.is_portable()
    paths.keep_temporary_files_inside(paths.data_folder())
    with tempfile.TemporaryDirectory() as folder:
        assert Path(folder).parent == tmp_path / "data" / "temp"


def test_a_folder_asked_for_is_not_portable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path)
    (tmp_path / "portable").touch()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "other"))
    assert not paths.is_portable()


def test_without_anything_the_users_local_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, appauthor: tmp_path / name)
    assert paths.data_folder() == tmp_path / "fazhi"


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert paths.data_folder(tmp_path / "file" / "data") == tmp_path / "file" / "data"


def test_what_came_with_the_program_is_there() -> None:
    for folder in (paths.checklists_folder(), paths.resources_folder(), paths.seeds_folder()):
        assert folder.is_dir()
