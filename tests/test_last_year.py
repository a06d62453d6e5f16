"""A draft beside last year's report on the command line: real files, a real history."""

import json
from pathlib import Path

import pypdfium2
import pytest

from desktop.cli import main
from desktop.paths import history_file

from .made_years import KEPT, STALE, report

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FAZHI_DATA", str(tmp_path / "data"))
    for year in (2020, 2021, 2022):
        (tmp_path / f"{year}.txt").write_text(report(year), encoding="utf-8")
    (tmp_path / "other.txt").write_text(report(2021, unit="白石县水务局"), encoding="utf-8")
    return tmp_path


def _checked(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> dict[str, list[dict[str, str]]]:
    main(["check", *arguments, "--format", "json"])
    printed = capfdbinary.readouterr()
    assert printed.err == b""
    stored: dict[str, list[dict[str, str]]] = json.loads(printed.out)
    return stored


def _carried(stored: dict[str, list[dict[str, str]]]) -> list[str]:
    seen = stored["observations"]
    return [one["text"] for one in seen if one["kind"] == "duplicate" and "上年的报告" in one["message"]]


def _notices(stored: dict[str, list[dict[str, str]]]) -> str:
    return " ".join(stored["draft"]["notices"])  # type: ignore[call-overload]


def test_a_file_named_on_the_command_line_is_compared_with(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    draft = str(folder / "2022.txt")
    alone = _checked(capfdbinary, draft, "--no-save")
    assert not _carried(alone)
    beside = _checked(capfdbinary, draft, "--no-save", "--previous", str(folder / "2021.txt"))
    carried = _carried(beside)
    assert any(KEPT[:12] in one for one in carried) and any(STALE[:12] in one for one in carried)
    assert "已与2021年度的报告对照" in _notices(beside)
    assert [one for one in beside["observations"] if one in alone["observations"]] == alone["observations"]
    assert beside["items"] == alone["items"]


def test_last_years_report_is_found_in_the_history(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    draft = str(folder / "2022.txt")
    assert not _carried(_checked(capfdbinary, draft))
    for name in ("2020.txt", "other.txt"):
        _checked(capfdbinary, str(folder / name))
    assert not _carried(_checked(capfdbinary, draft))
    _checked(capfdbinary, str(folder / "2021.txt"))
    found = _checked(capfdbinary, draft)
    assert len(_carried(found)) == 2 and "已与2021年度的报告对照" in _notices(found)
    assert not _carried(_checked(capfdbinary, draft, "--no-save"))


@pytest.mark.parametrize(
    ("name", "words"),
    [("2020.txt", "不是上一年度（2021年度）"), ("other.txt", "白石县水务局"), ("2022.txt", "一字不差")],
)
def test_a_wrong_file_to_compare_with_is_told(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], name: str, words: str
) -> None:
    asked = str(folder / "2022.txt"), "--no-save", "--previous", str(folder / name)
    assert words in _notices(_checked(capfdbinary, *asked))


def test_a_file_that_cannot_be_compared_with_is_one_sentence(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["check", str(folder / "2022.txt"), "--previous", str(folder / "none.txt")]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b"" and "none.txt" in printed.err.decode("utf-8")


def test_what_was_carried_over_is_on_the_paper(folder: Path) -> None:
    paper = folder / "清单.pdf"
    asked = "--previous", str(folder / "2021.txt"), "--pdf", str(paper), "--no-save"
    main(["check", str(folder / "2022.txt"), *asked])
    with pypdfium2.PdfDocument(str(paper)) as pdf:
        words = "".join("".join(page.get_textpage().get_text_range().split()) for page in pdf)
    assert "与上年的报告一字不差" in words and "已与2021年度的报告对照" in words


def test_a_damaged_history_does_not_stop_a_check(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["check", str(folder / "2022.txt"), "--format", "json"])
    kept = history_file(folder / "data")
    kept.write_bytes(b"no database" * 100)
    capfdbinary.readouterr()
    assert main(["check", str(folder / "2022.txt"), "--format", "json"]) in (0, 1)
    printed = capfdbinary.readouterr()
    assert json.loads(printed.out)["items"] and len(printed.err.decode("utf-8").splitlines()) == 1
