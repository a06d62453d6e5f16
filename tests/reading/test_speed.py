"""Reading takes time in proportion to the text, whatever the text is: held against a usual text of the same run."""

import time
from pathlib import Path

import pytest

from desktop.reading.open_draft import draft_from_text

# Much work on lines that other tests count; counting them here too would double the time.
pytestmark = pytest.mark.uncounted

SEED = Path(__file__).resolve().parents[2] / "seeds" / "sample-1.txt"
AWKWARD = {
    "one line without signs": "法治政府建设" * 60_000,
    "one line of commas": "存在，" * 110_000,
    "nothing but openers": "《（“" * 110_000,
    "numbers without headings": "（一）" * 110_000,
    "plans all along": "下一步。" * 80_000,
    "years all along": "2022年" * 70_000,
    "many empty lines": "\n" * 1_000_000 + "法治政府",
    "one long line of digits": "1234567890" * 100_000,
    "blanks": " " * 500_000 + "法治" + " " * 500_000,
    "a folded line that never ends": ("全面推进依法行政加快建设法治政府各项工作取得新的成效" + "\n") * 12_000,
    "dots": "……" * 170_000,
    "duties": "第一责任人主要负责人履行" * 28_000 + "。",
}


def seconds(text: str) -> float:
    """Processor time, which another program on the machine hardly changes."""
    start = time.process_time()
    draft_from_text(text)
    return time.process_time() - start


def usual(characters: int) -> float:
    report = SEED.read_text(encoding="utf-8")
    return seconds((report * (characters // len(report) + 1))[:characters])


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_texts_of_a_megabyte(name: str) -> None:
    """As slow as reading a usual text of a megabyte, give or take a factor: nothing grows with the square."""
    assert seconds(AWKWARD[name]) < 20 * usual(330_000)


def test_time_grows_with_the_text() -> None:
    assert usual(800_000) < 20 * min(usual(80_000) for _ in range(3))
