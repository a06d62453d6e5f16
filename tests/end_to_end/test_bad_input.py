"""Whatever is wrong: one clear Chinese sentence, the right exit status, nothing lost. Also as root."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.history.store import History
from tests.end_to_end.whole_program import ROOT, SAMPLE, encrypted_docx, fazhi, png

CHINESE = re.compile("[\u4e00-\u9fff]")
FULL_STOP = "。"


def _empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _truncated(path: Path) -> Path:
    path.write_bytes(SAMPLE.read_bytes()[:-3000])
    return path


def _huge(path: Path) -> Path:
    line = "全年共办理行政处罚案件一百件，全部依法公示。\n".encode()
    with path.open("wb") as file:
        for _ in range(100):
            file.write(line * (1_000_000 // len(line) + 1))
    assert path.stat().st_size > 100_000_000
    return path


UNREADABLE: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "missing": ("没有这份 报告.docx", lambda path: path, "找不到|没有|不存在"),
    "empty": ("空.docx", _empty, "空"),
    "folder": ("文件夹.docx", _folder, "文件夹"),
    "picture": ("其实是图.docx", png, "图片"),
    "truncated": ("断了.docx", _truncated, "损坏|不完整"),
    "encrypted": ("加密.docx", encrypted_docx, "密码|加密"),
    "huge": ("很大.txt", _huge, "太大|超过"),
}


@pytest.mark.parametrize("case", UNREADABLE)
@pytest.mark.parametrize("command", ["check", "text"])
def test_a_draft_that_cannot_be_read(case: str, command: str, tmp_path: Path) -> None:
    name, make, why = UNREADABLE[case]
    path = make(tmp_path / name)
    before = path.read_bytes() if path.is_file() else None
    run = fazhi(command, path, data=tmp_path / "data")
    assert (run.status, run.out) == (2, b"")
    assert len(run.sentences) == 1
    assert re.search(why, run.err) and path.stem in run.err, run.err
    assert run.sentences[0].endswith(FULL_STOP)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not (tmp_path / "data" / "crash.txt").exists()


def test_a_draft_of_twenty_characters_is_checked_with_a_warning(tmp_path: Path) -> None:
    draft = tmp_path / "短.txt"
    draft.write_text("某某局2023年法治政府建设年度报告如下。", encoding="utf-8")
    run = fazhi("check", draft, "--format", "json", data=tmp_path / "data")
    assert (run.status, run.err) == (1, "")
    stored = json.loads(run.out)
    assert stored["summary"]["missing"] > 0
    assert any("短" in notice or "太少" in notice for notice in stored["draft"]["notices"])


def test_a_checklist_with_an_unknown_key(tmp_path: Path) -> None:
    pack = tmp_path / "清单"
    shutil.copytree(ROOT / "checklists", pack)
    items = next((pack / "three-systems").rglob("items*/*.yaml"), pack / "three-systems" / "items.yaml")
    text = items.read_text(encoding="utf-8")
    items.write_text(text.replace("  level:", "  levle:", 1), encoding="utf-8")
    run = fazhi("check", SAMPLE, "--pack", pack, data=tmp_path / "data")
    assert (run.status, run.out) == (2, b"")
    assert len(run.sentences) == 1
    assert "levle" in run.err and "level" in run.err and items.name in run.err
    assert re.search("第[0-9]+行", run.err)


def test_an_unwritable_history_does_not_stop_the_check(tmp_path: Path) -> None:
    (tmp_path / "data" / "history.sqlite").mkdir(parents=True)
    run = fazhi("check", SAMPLE, "--format", "json", data=tmp_path / "data")
    assert run.status in (0, 1)
    assert json.loads(run.out)["schema"] == 1
    assert len(run.sentences) == 1
    assert "历史" in run.err and CHINESE.search(run.err)


def test_a_data_folder_that_is_a_file_does_not_stop_the_check(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x", encoding="utf-8")
    run = fazhi("check", SAMPLE, "--format", "json", data=tmp_path / "data")
    assert json.loads(run.out)["schema"] == 1
    assert len(run.sentences) == 1
    assert (tmp_path / "data").read_text(encoding="utf-8") == "x"


LIMIT = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
"""


def test_a_full_disk_while_saving_the_paper(tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk; the history has its own test."""
    pytest.importorskip("resource")
    paper = tmp_path / "清单.pdf"
    paper.write_bytes(b"the paper of last week")
    run = fazhi("check", SAMPLE, "--no-save", "--pdf", paper, data=tmp_path / "data", before=LIMIT)
    assert (run.status, run.out) == (2, b"")
    assert len(run.sentences) == 1
    assert "清单.pdf" in run.err and "空间" in run.err
    assert paper.read_bytes() == b"the paper of last week"
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


def test_the_check_is_kept_when_the_paper_cannot_be_written(tmp_path: Path) -> None:
    run = fazhi("check", SAMPLE, "--pdf", tmp_path, data=tmp_path / "data")
    assert (run.status, run.out) == (2, b"")
    with History(tmp_path / "data" / "history.sqlite") as history:
        assert len(history.recent(10)) == 1


def test_a_full_device_behind_standard_output(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    onto_full = "import os\nos.dup2(os.open('/dev/full', os.O_WRONLY), 1)"
    for form in ("json", "table"):
        run = fazhi("check", SAMPLE, "--no-save", "--format", form, data=tmp_path / "data", before=onto_full)
        assert run.status == 2
        assert len(run.sentences) == 1
        assert "空间" in run.err


def test_a_reader_that_left_is_no_error(tmp_path: Path) -> None:
    closed = "import os\nread, write = os.pipe()\nos.close(read)\nos.dup2(write, 1)"
    run = fazhi("text", SAMPLE, data=tmp_path / "data", before=closed)
    assert (run.status, run.err) == (0, "")


def test_unknown_checklists_and_items_are_named(tmp_path: Path) -> None:
    run = fazhi("check", SAMPLE, "--no-save", "--checklist", "three-system", data=tmp_path)
    assert (run.status, run.out, len(run.sentences)) == (2, b"", 1)
    assert "three-system" in run.err
    run = fazhi("explain", SAMPLE, "no.such-item", data=tmp_path)
    assert (run.status, run.out, len(run.sentences)) == (2, b"", 1)
    assert "no.such-item" in run.err


def test_a_window_without_a_display_is_one_sentence(tmp_path: Path) -> None:
    none = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    run = fazhi(data=tmp_path, before="import sys\nsys.platform = 'linux'", **none)
    assert (run.status, run.out, len(run.sentences)) == (2, b"", 1)
    assert "没有显示器" in run.err


def test_a_mistake_of_ours_leaves_a_report_and_one_sentence(tmp_path: Path) -> None:
    broken = (
        "import desktop.checking.check as module\ndef check(*_, **__):\n    raise ZeroDivisionError('内部文字')\n"
        "module.check = check"
    )
    run = fazhi("check", SAMPLE, data=tmp_path / "data", before=broken)
    assert (run.status, run.out, len(run.sentences)) == (3, b"", 1)
    report = (tmp_path / "data" / "crash.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in report and "内部文字" not in report.split("\n\n", 1)[1].splitlines()[-1]
    assert str(tmp_path / "data" / "crash.txt") in run.err
