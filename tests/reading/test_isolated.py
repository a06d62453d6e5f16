"""A reader may crash, hang and swallow memory in its process: here that is one sentence."""

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from desktop import cli
from desktop.errors import Cancelled, DraftError
from desktop.reading import isolated, open_draft
from desktop.reading.contents import Contents
from desktop.reading.isolated import Limits, child_command, read_isolated
from desktop.reading.lines import Line

from .word_file import opened

BAD = "tests.reading.bad_readers:"
SHORT = Limits(seconds=1.0)


def refusal(reader: str, data: bytes = b"x", limits: Limits = isolated.LIMITS) -> str:
    with pytest.raises(DraftError) as caught:
        read_isolated(BAD + reader, data, limits=limits)
    said = str(caught.value)
    assert said.count("。") == 1 and said.endswith("。")
    return said


def children() -> list[str]:
    listed = subprocess.run(["ps", "-o", "args=", "--ppid", str(os.getpid())], capture_output=True, text=True)
    return [line for line in listed.stdout.splitlines() if "isolated_child" in line]


def test_lines_come_back_whole() -> None:
    lines, notices = read_isolated(BAD + "echo", "法治".encode(), {"password": "口令"})
    assert lines == [Line("法治", 2, 4, True, 1, False), Line("甲\t乙", row=True)]
    assert lines[1].source == (3, 4)
    assert notices == ("口令",)
    assert read_isolated(BAD + "empty", b"") == ([], ())


def test_large_files_go_through() -> None:
    data = ("法" * 3_000_000).encode()
    assert len(read_isolated(BAD + "echo", data)[0][0].text) == 3_000_000


def test_a_refusal_comes_back_word_for_word() -> None:
    assert refusal("refuse") == "设了密码，打不开；请去掉密码再试。"
    assert refusal("refuse_oddly") == "打不开；请再试。"


@pytest.mark.parametrize("reader", ["mistake", "fall", "leave", "false_line", "strange_line", "no_such_reader"])
def test_a_crash_is_a_sentence(reader: str) -> None:
    assert "另存为 .docx" in refusal(reader)


def test_a_crash_is_logged_without_words_of_the_draft(caplog: pytest.LogCaptureFixture) -> None:
    from desktop.log import logger

    logger.addHandler(caplog.handler)
    refusal("mistake")
    logger.removeHandler(caplog.handler)
    assert "IndexError" in caplog.text and "bad_readers.py" in caplog.text and "秘密" not in caplog.text


@pytest.mark.parametrize("reader", ["sleep", "spin"])
def test_a_hang_is_ended(reader: str) -> None:
    began = time.monotonic()
    assert "1秒" in refusal(reader, limits=SHORT)
    assert time.monotonic() - began < 10


@pytest.mark.skipif(sys.platform == "win32", reason="there a job limits it")
def test_one_page_does_not_take_all_the_time_there_is() -> None:
    began = time.monotonic()
    assert "没有读完" in refusal("one_page_takes_all", limits=Limits(step_seconds=0.3))
    assert time.monotonic() - began < 10


def test_what_comes_after_the_pages_has_the_time_of_the_whole() -> None:
    lines, _ = read_isolated(BAD + "slow_after_its_pages", b"0.9", limits=Limits(step_seconds=0.3))
    assert [line.text for line in lines] == ["读完了"]


def test_memory_is_limited() -> None:
    assert "内存" in refusal("swallow")


@pytest.mark.skipif(sys.platform == "win32", reason="files are not limited there")
def test_no_file_is_written(tmp_path: Path) -> None:
    target = tmp_path / "x"
    refusal("write_file", str(target).encode())
    assert not target.exists() or target.stat().st_size == 0


def test_an_answer_too_long_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "LARGEST_ANSWER", 10_000)
    assert "内存" in refusal("chatter")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes as Linux shows them")
@pytest.mark.parametrize("reader", ["sleep", "spin", "fall", "mistake", "echo"])
def test_nothing_is_left_behind(reader: str) -> None:
    threads = threading.active_count()
    files = len(list(Path("/proc/self/fd").iterdir()))
    with suppress(DraftError):
        read_isolated(BAD + reader, b"x", limits=Limits(seconds=0.5))
    assert threading.active_count() == threads
    assert len(list(Path("/proc/self/fd").iterdir())) == files
    assert children() == []


def test_cancelling_ends_it_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(Cancelled):
        read_isolated(BAD + "sleep", b"x", cancelled=lambda: time.monotonic() - began > 0.2)
    assert time.monotonic() - began < 5


def test_pages_are_told_and_each_has_its_own_time() -> None:
    told: list[tuple[int, int]] = []
    limits = Limits(seconds=3.0, page_seconds=10.0)
    lines, _ = read_isolated(BAD + "by_pages", b"1.6", limits=limits, on_page=lambda *page: told.append(page))
    assert told == [(1, 2), (2, 2)] and lines[0].text == str(400 * 1024 * 1024)
    with pytest.raises(DraftError, match="没有再等"):
        read_isolated(BAD + "by_pages", b"20", limits=Limits(page_seconds=0.2), on_page=lambda *page: None)


def test_whoever_is_told_of_a_page_can_stop() -> None:
    def stop(_number: int, _count: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_isolated(BAD + "by_pages", b"20", on_page=stop)


def test_a_child_that_cannot_start_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "child_command", lambda: ["no-such-program"])
    assert "安全软件" in refusal("echo")


def test_the_packaged_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its executable is a launcher that passes every argument on; here a script stands for it."""
    launcher = tmp_path / "fazhi"
    root = Path(cli.__file__).parent.parent
    launcher.write_text(f"#!/bin/sh\ncd '{root}' && exec '{sys.executable}' -m desktop \"$@\"\n")
    launcher.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(launcher))
    assert child_command() == [str(launcher), isolated.HIDDEN_COMMAND]
    assert read_isolated(BAD + "echo", b"x")[0][0].text == "x"


def test_the_window_without_a_console_is_a_python_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "C:/程序/pythonw.exe")
    assert child_command()[1:3] == ["-I", "-S"]


def test_opening_goes_through_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(open_draft.READERS, Contents.RTF, BAD + "echo")
    assert opened(tmp_path, b"{\\rtf1 words}", "a.doc").text.endswith("甲\t乙")
    monkeypatch.setitem(open_draft.READERS, Contents.RTF, BAD + "fall")
    with pytest.raises(DraftError, match=r"^“a\.doc”.*。$"):
        opened(tmp_path, b"{\\rtf1 words}", "a.doc")


def test_a_password_goes_to_readers_that_take_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(open_draft.READERS, Contents.PDF, BAD + "echo")
    monkeypatch.setattr(open_draft, "WITH_PASSWORD", frozenset({Contents.PDF}))
    monkeypatch.setattr(open_draft, "WITH_PAGES", frozenset())
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    assert open_draft.open_draft(tmp_path / "a.pdf", password="口令").notices[0] == "口令"
