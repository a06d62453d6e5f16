"""Scanned pages where the extra is installed. Its engine is stood in for: it is no part of the test environment."""

from types import SimpleNamespace
from typing import Any

import pytest

from desktop.errors import Cancelled
from desktop.reading import ocr
from desktop.reading.pdf_file import read_pdf

from .pdf_paper import HEIGHT, SENTENCES, WIDTH, paper, paragraphs, picture

SCAN = picture(0, 0, WIDTH, HEIGHT)
SCALE = ocr.DOTS_PER_INCH / 72


class Engine:
    """Sees the same lines on every page, as rapidocr tells them: boxes in pixels, words, how sure it is."""

    def __init__(self, *lines: tuple[str, float, float, float]) -> None:
        self.lines = lines
        self.pictures: list[tuple[int, ...]] = []

    def __call__(self, image: Any) -> SimpleNamespace:
        self.pictures.append(image.shape)
        if not self.lines:
            return SimpleNamespace(boxes=None, txts=None, scores=None)
        boxes = []
        for text, left, top, _ in self.lines:
            right, bottom = left + 16 * len(text), top + 18
            corners = ((left, top), (right, top), (right, bottom), (left, bottom))
            boxes.append([(x * SCALE, y * SCALE) for x, y in corners])
        return SimpleNamespace(
            boxes=boxes, txts=tuple(one[0] for one in self.lines), scores=tuple(one[3] for one in self.lines)
        )


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    return _use(
        monkeypatch,
        Engine(("市政府坚持把法治建设摆在全局工作的突出位置，", 100, 200, 0.99), ("全面落实。", 68, 228, 0.9)),
    )


def _use(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> Engine:
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "_engine", lambda: engine)
    # numpy comes with the extra.
    monkeypatch.setattr(ocr, "_pixels", lambda bitmap: SimpleNamespace(shape=(bitmap.height, bitmap.width)))
    return engine


def test_scanned_pages_are_read_and_counted(engine: Engine) -> None:
    told: list[tuple[int, int]] = []
    lines, notices = read_pdf(paper(SCAN, paragraphs(*SENTENCES), SCAN), on_page=lambda *page: told.append(page))
    words = "市政府坚持把法治建设摆在全局工作的突出位置，全面落实。"
    assert [line.text for line in lines] == [words, *SENTENCES, words]
    assert [line.page for line in lines] == [1, 2, 2, 2, 2, 3]
    assert told == [(1, 2), (2, 2)]
    assert notices == ("第1、3页的文字是从扫描图片识别出来的，可能有错字，请对照原件",)
    assert abs(engine.pictures[0][1] - WIDTH * SCALE) < 2


def test_recognition_can_be_given_up(engine: Engine) -> None:
    def give_up(page: int, pages: int) -> None:
        if page == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_pdf(paper(SCAN, SCAN, SCAN), on_page=give_up)
    assert len(engine.pictures) == 1


def test_a_page_on_which_nothing_is_recognised(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, Engine())
    _, notices = read_pdf(paper(paragraphs(*SENTENCES), SCAN))
    assert notices == ("第2页是扫描图片，没有可以检查的文字",)


def test_whether_it_is_there_is_looked_up_without_loading_it() -> None:
    import sys

    ocr.available.cache_clear()
    assert ocr.available() in (True, False)
    assert "rapidocr" not in sys.modules


def test_characters_are_spread_over_the_line() -> None:
    from desktop.reading.page_runs import Run

    run = ocr._run(Run, "2025年法", (0.0, 0.0, 80.0, 20.0))
    assert run.size == 20.0 and run.lefts == (0.0, 10.0, 20.0, 30.0, 40.0, 60.0) and run.right == 80.0


def test_the_packaged_program_does_not_tell_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "安装扫描识别组件" in ocr.hint()
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert "安装" not in ocr.hint() and "扫描软件" in ocr.hint()
