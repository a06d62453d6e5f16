from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.log import CRASH_NAME, crash_text, logger, start_log, write_crash_report

SECRET = "某某局的内部草稿"


@pytest.fixture(autouse=True)
def handlers_as_before() -> Iterator[None]:
    before = list(logger.handlers)
    yield
    for one in [one for one in logger.handlers if one not in before]:
        logger.removeHandler(one)
        one.close()


def _error() -> Exception:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as inner:
            raise ValueError(f"cannot use {SECRET}") from inner
    except ValueError as error:
        return error


def test_log_and_crash_report_hold_no_words_of_the_draft(tmp_path: Path) -> None:
    path = start_log(tmp_path / "数据")
    assert path is not None
    report = write_crash_report(tmp_path / "数据", _error())
    assert report == tmp_path / "数据" / CRASH_NAME
    for text in (path.read_text(encoding="utf-8"), report.read_text(encoding="utf-8")):
        assert "ValueError: cannot use …" in text
        assert "KeyError" in text
        assert "test_log.py" in text
        assert SECRET not in text


def test_the_log_turns_over(tmp_path: Path) -> None:
    start_log(tmp_path)
    for _ in range(40):
        logger.info("x" * 50_000)
    assert 2 <= len(list(tmp_path.glob("fazhi.log*"))) <= 3
    assert sum(one.stat().st_size for one in tmp_path.glob("fazhi.log*")) < 1_600_000


def test_starting_twice_keeps_one_log(tmp_path: Path) -> None:
    start_log(tmp_path / "a")
    path = start_log(tmp_path / "b")
    logger.info("once")
    assert path is not None
    assert path.read_text(encoding="utf-8").count("once") == 1
    assert (tmp_path / "a" / "fazhi.log").read_text(encoding="utf-8") == ""


def test_no_place_for_the_log_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "fazhi.log").mkdir()
    (tmp_path / CRASH_NAME).mkdir()
    assert start_log(tmp_path) is None
    assert write_crash_report(tmp_path, _error()) is None
    logger.info("nobody hears")


def test_an_error_that_caused_itself_ends() -> None:
    error = ValueError("loop")
    error.__context__ = KeyError("other")
    error.__context__.__context__ = error
    assert "ValueError: loop" in crash_text(error)
