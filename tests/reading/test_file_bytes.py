"""Files that others hold, that vanish while they are read, and that are no drafts at all."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from desktop.errors import DraftError
from desktop.reading import file_bytes
from desktop.reading.file_bytes import read_bytes

from .word_file import docx, p


def held() -> OSError:
    """The error Windows raises for a file that another program has open."""
    error = PermissionError(13, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    return error


def sentence(path: Path) -> str:
    with pytest.raises(DraftError) as caught:
        read_bytes(path)
    said = str(caught.value)
    assert path.name in said and said.count("。") == 1 and said.endswith("。")
    return said


def test_a_file_held_by_others_is_read_where_the_system_allows_it() -> None:
    def usual() -> BinaryIO:
        raise held()

    assert file_bytes._open_first(usual, lambda: io.BytesIO(b"x")).read() == b"x"


def test_another_trouble_is_not_tried_again() -> None:
    def usual() -> BinaryIO:
        raise FileNotFoundError

    with pytest.raises(FileNotFoundError):
        file_bytes._open_first(usual, lambda: io.BytesIO(b"x"))


@pytest.mark.parametrize(
    ("error", "word"), [(held(), "保存并关闭"), (PermissionError(13, "no"), "权限"), (OSError(5, "io"), "网络盘")]
)
def test_why_a_file_cannot_be_opened(
    error: OSError, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(docx(p("正文。")))

    def fail(_: Path) -> BinaryIO:
        raise error

    monkeypatch.setattr(file_bytes, "_open", fail)
    assert word in sentence(path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("正文。", encoding="utf-8")
    path.chmod(0)
    assert "权限" in sentence(path)


class _Stick(io.BytesIO):
    """A file on a stick that is pulled out after the first read."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell():
            raise OSError(5, "Input/output error")
        return super().read(size)


@pytest.mark.parametrize(
    ("opened", "word"),
    [(lambda path: _Stick(path.read_bytes()), "U 盘"), (lambda path: io.BytesIO(path.read_bytes()[:5000]), "变化")],
)
def test_a_file_that_vanishes_midway(
    opened: Callable[[Path], Any], word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("正文。" * 9000, encoding="utf-8")
    monkeypatch.setattr(file_bytes, "_open", opened)
    assert word in sentence(path)


@pytest.mark.parametrize("name", ["~$告.docx", ".~lock.报告.odt#", ".~报告.docx"])
def test_a_temporary_file_beside_an_open_draft(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x05admin" + bytes(156))
    assert "临时文件" in sentence(path)


def test_a_draft_with_such_a_name_is_a_draft(tmp_path: Path) -> None:
    path = tmp_path / "~$告.docx"
    path.write_bytes(docx(p("正文。" * 50)))
    assert path.stat().st_size > 512
    assert read_bytes(path) == path.read_bytes()


@pytest.mark.skipif(shutil.which("flock") is None, reason="no flock here")
def test_a_lock_of_another_program_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("正文。", encoding="utf-8")
    holder = subprocess.Popen(["flock", "-x", str(path), "cat"], stdin=subprocess.PIPE)
    try:
        assert read_bytes(path) == "正文。".encode()
    finally:
        holder.communicate(b"")
