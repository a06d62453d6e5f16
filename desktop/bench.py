"""``python3 dev.py bench``: how long things take, as ratios to a floor measured in the same run.

Ratios travel between machines where seconds do not. Every figure is the median of at least nine.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from statistics import median

from desktop.bench_pdf import library_text, long_pdf, page_texts, paragraphs
from desktop.checking.check import check
from desktop.checking.observe import observe
from desktop.checking.result import CheckResult
from desktop.checking.structure import StructureFacts
from desktop.checking.text import scan
from desktop.packs.load import load_checklists
from desktop.packs.model import Checklists
from desktop.paths import DATA_VARIABLE, seeds_folder
from desktop.reading.draft import Draft
from desktop.reading.open_draft import draft_from_text, open_draft, read_lines

TIMES = 9
TIMES_SMALL = 31
"""For what takes milliseconds."""

PHRASES = 200
SEED = 20210811
MEGABYTE = 1_000_000
LONG_DRAFT = 200_000
"""Characters of a draft far longer than any report."""
NOT_AT_START = ("sqlalchemy", "reportlab", "jieba", "lxml")

IDLE_MS = 800

# The program itself, from its command line on; its window only tells when it has been painted, and is closed when
# what it loads after that has had its time.
_CHILD = """
import sys, time
import desktop.cli, desktop.app
from PySide6.QtCore import QTimer

class Window(desktop.app.MainWindow):
    def __init__(self, folder):
        super().__init__(folder)
        self.painted.connect(self.note)

    def note(self):
        self.when = time.monotonic()
        QTimer.singleShot({idle}, self.tell)

    def tell(self):
        status = open("/proc/self/status").read() if sys.platform == "linux" else ""
        memory = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")] or [0]
        print(self.when, memory[0], *sorted(set({modules!r}) & set(sys.modules)), flush=True)
        self.close()

desktop.app.MainWindow = Window
desktop.cli.main([])
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value with the most it may be (gate) and should be (goal)."""

    name: str
    value: float
    unit: str
    gate: float
    goal: float
    how: str

    @property
    def passed(self) -> bool:
        """True within the gate."""
        return self.value <= self.gate


def open_and_check(path: Path) -> CheckResult:
    """Read the draft at ``path`` and check it; the checklists are loaded the first time only."""
    return check(open_draft(path), _checklists())


@lru_cache(maxsize=1)
def _checklists() -> Checklists:
    return load_checklists()


def phrases(checklists: Checklists, count: int = PHRASES, seed: int = SEED) -> list[str]:
    """``count`` different words of the checklists' rules, the same ones for the same checklists and seed."""
    found: set[str] = set()
    for item in checklists.items:
        rules = [*item.mentions, *(rule for element in item.elements for rule in element.rules)]
        found.update(term for rule in rules for group in rule.groups for term in group if not term.startswith("#"))
    return random.Random(seed).sample(sorted(found), count)


def measured(*works: Callable[[], object], times: int = TIMES) -> list[float]:
    """The median of ``times`` runs of each in seconds, after one that is not counted.

    They take turns, so that a machine busy with something else slows all of them and leaves their ratios.
    """
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(times + 1):
        for work, times_of_work in zip(works, taken, strict=True):
            begun = time.perf_counter()
            work()
            times_of_work.append(time.perf_counter() - begun)
    return [median(one[1:]) for one in taken]


def reading_and_matching(folder: Path) -> list[Figure]:
    """Everything but the window."""
    text, word_file = longest_seed()
    _checklists()
    as_extracted = _line_by_line(word_file.with_suffix(".txt"), folder / "lines.docx")
    whole, floor, lines, lines_floor = measured(
        lambda: open_and_check(word_file),
        lambda: _only_read(word_file),
        lambda: open_and_check(as_extracted),
        lambda: _only_read(as_extracted),
        times=TIMES_SMALL,
    )
    long_file = _thrice(word_file, folder / "thrice.docx")
    reading, raw = measured(
        lambda: read_lines(long_file.read_bytes()), lambda: _raw_paragraphs(long_file), times=TIMES_SMALL
    )
    draft = draft_from_text(text)
    analysis, one_pass = measured(lambda: check(draft, _checklists()), _aho_corasick(text), times=TIMES_SMALL)
    long = (text + "\n") * (MEGABYTE // len(text.encode("utf-8")) + 1)
    normal = _file(folder / "1mb.txt", long.encode("utf-8")[:MEGABYTE])
    large = _file(folder / "10mb.txt", (long * 11).encode("utf-8")[: 10 * MEGABYTE])
    bare = "".join(one for one in long * 2 if one.isalnum())
    one_line = _file(folder / "one-line.txt", bare.encode("utf-8")[:MEGABYTE])
    small, flat, big = measured(*(partial(open_and_check, path) for path in (normal, one_line, large)))
    return [
        _ratio("检查 .docx ÷ python-docx 只读段落", whole, floor, (2, 1)),
        _ratio("同上，原文一行一段的 .docx", lines, lines_floor, (2, 1)),
        _ratio("3 万字的 .docx 读成段落 ÷ lxml 过一遍 XML", reading, raw, (2, 1.8)),
        _ratio("文字到结果 ÷ 一遍 Aho–Corasick（200 词）", analysis, one_pass, (60, 30)),
        _observing(text, draft),
        _ratio("10 MB ÷ 1 MB", big, small, (11, 10)),
        _ratio("1 MB 一行无标点 ÷ 1 MB 正常", flat, small, (2, 1.2)),
    ]


def reading_pdf() -> list[Figure]:
    """A PDF of 30,000 characters against the library that takes its text out."""
    data = long_pdf(longest_seed()[0])
    floor, plain, whole = measured(
        *(partial(one, data) for one in (library_text, page_texts, paragraphs)), times=TIMES_SMALL
    )
    return [
        _ratio("PDF 逐页取字 ÷ pypdfium2 只取文字", plain, floor, (1.5, 1.2)),
        _ratio("PDF 读成段落 ÷ pypdfium2 只取文字", whole, floor, (3, 2.5)),
    ]


def _observing(text: str, draft: Draft) -> Figure:
    """All observations of a draft of ``LONG_DRAFT`` characters, and beside it those of the longest sample."""
    long = draft_from_text((f"{text}\n" * (LONG_DRAFT // len(text) + 1))[:LONG_DRAFT])
    (time_taken,), (sample,) = measured(_only_observe(long)), measured(_only_observe(draft), times=TIMES_SMALL)
    how = f"最长的样例 {sample * 1000:.1f} 毫秒"
    return Figure("20 万字的全部疑点", time_taken, "秒", 0.3, 0.2, how)


def _only_observe(draft: Draft) -> Callable[[], object]:
    checklists = _checklists()
    scanned = scan(draft, checklists)
    facts = StructureFacts(scanned, checklists)
    return lambda: observe(scanned, facts, checklists.observations, draft.year)


def longest_seed() -> tuple[str, Path]:
    """The text of the longest sample draft, and its Word file."""
    drafts = [(open_draft(path).text, path) for path in sorted(seeds_folder().glob("*.docx"))]
    return max(drafts, key=lambda one: len(one[0]))


def _line_by_line(text_file: Path, target: Path) -> Path:
    """The text as it was extracted, each line a paragraph, as Word files made by converters have it."""
    import docx

    document = docx.Document()
    for line in text_file.read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(target))
    return target


def _thrice(word_file: Path, target: Path) -> Path:
    """The Word file with its words three times over: some thirty thousand characters of the longest sample."""
    from copy import deepcopy

    import docx

    document = docx.Document(str(word_file))
    body = document.element.body
    blocks = [one for one in body if not one.tag.endswith("}sectPr")]
    for _ in range(2):
        for one in blocks:
            body.insert(len(body) - 1, deepcopy(one))
    document.save(str(target))
    return target


def _raw_paragraphs(path: Path) -> list[str]:
    """The least that gives a Word file's words: unpack, parse, join the text of each paragraph."""
    from lxml import etree

    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(str(text) for text in one.itertext(f"{space}t")) for one in root.iter(f"{space}p")]


def _only_read(path: Path) -> int:
    import docx

    return sum(len(paragraph.text) for paragraph in docx.Document(str(path)).paragraphs)


def _aho_corasick(text: str) -> Callable[[], int]:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for word in phrases(_checklists()):
        automaton.add_word(word, word)
    automaton.make_automaton()
    return lambda: sum(1 for _ in automaton.iter(text))


def _file(path: Path, content: bytes) -> Path:
    # Cut between characters, or the file would be no valid UTF-8.
    path.write_bytes(content.decode("utf-8", "ignore").encode("utf-8"))
    return path


def _ratio(name: str, time_taken: float, floor: float, limits: tuple[float, float]) -> Figure:
    how = f"{time_taken * 1000:.1f} / {floor * 1000:.2f} 毫秒"
    return Figure(name, time_taken / floor, "倍", *limits, how)


def starting(folder: Path) -> list[Figure]:
    """The empty window in a process of its own."""
    runs = [_start_once(folder) for _ in range(TIMES + 1)][1:]
    loaded = sorted({name for run in runs for name in run[2]})
    memory = median(run[1] for run in runs) / 1024
    return [
        Figure("启动到空窗口画出", median(run[0] for run in runs) * 1000, "毫秒", 320, 214, f"{TIMES} 次中位数"),
        Figure("空闲内存", memory, "MB", 90, 90, "进程的 RSS" if memory else "这个系统上不测"),
        Figure("启动时已载入的重模块", len(loaded), "个", 0, 0, "、".join(loaded or NOT_AT_START)),
    ]


def _start_once(folder: Path) -> tuple[float, int, list[str]]:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    environment[DATA_VARIABLE] = str(folder / "data")
    # A warm start finds its bytecode; where Python is told to write none, every start would compile the program anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", _CHILD.format(modules=NOT_AT_START, idle=IDLE_MS)]
    begun = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    painted, memory, *loaded = done.stdout.split()
    return float(painted) - begun, int(memory), loaded


def main() -> int:
    """Print every figure; 1 if one is beyond its gate."""
    with tempfile.TemporaryDirectory() as name:
        figures = [*starting(Path(name)), *reading_and_matching(Path(name)), *reading_pdf()]
    for one in figures:
        verdict = "达到目标" if one.value <= one.goal else "通过" if one.passed else "没有通过"
        limits = f"门槛 {one.gate:g}，目标 {one.goal:g}"
        print(f"{verdict}  {one.name}：{one.value:.2f} {one.unit}（{limits}；{one.how}）", flush=True)
    return 0 if all(one.passed for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
