import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import OutputError
from desktop.output.write_file import write_file


def leftovers(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir() if one.name.endswith(".part")]


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "清单 一.pdf"
    write_file(target, b"old")
    target.chmod(0o640)
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert leftovers(tmp_path) == []
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "清单.pdf").mkdir()
    with pytest.raises(OutputError, match="不能写入“清单.pdf”，那里是一个文件夹"):
        write_file(tmp_path / "清单.pdf", b"x")
    assert leftovers(tmp_path) == []


def test_a_missing_folder_and_a_file_in_its_place_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in ("none", "file"):
        with pytest.raises(OutputError, match="文件夹“.*”不存在，请换一个位置"):
            write_file(tmp_path / folder / "清单.pdf", b"x")


def test_an_impossible_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="文件名太长"):
        write_file(tmp_path / ("长" * 200), b"x")
    with pytest.raises(OutputError, match="没有写成"):
        write_file(tmp_path / "a\0b", b"x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_device_is_told_and_not_replaced() -> None:
    with pytest.raises(OutputError, match="磁盘空间不足"):
        write_file(Path("/dev/full"), b"x")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
def test_when_the_disk_is_full_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "清单.pdf"
    target.write_bytes(b"old")
    code = """
import resource, sys
from pathlib import Path
from desktop.errors import OutputError
from desktop.output.write_file import write_file
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_file(Path(sys.argv[1]), bytes(5000))
except OutputError as error:
    sys.stdout.buffer.write(str(error).encode())
"""
    done = subprocess.run([sys.executable, "-c", code, str(target)], capture_output=True, check=True)
    assert done.stdout.decode() == "“清单.pdf”没有写成，磁盘空间不足，请清理磁盘或换一个位置再保存；原有文件没有改动。"
    assert target.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    write_file(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_file_held_by_another_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "清单.pdf"
    target.write_bytes(b"old")

    # What Windows does while a PDF reader has the file open; no other system here refuses it.
    def refuse(self: Path, other: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="可能正在别的程序中打开"):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert leftovers(tmp_path) == []
