from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from desktop.errors import OutputError
from desktop.output.gap_list_pdf import write_gap_list
from desktop.output.paper import page_images
from tests.made_results import made_result


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("中文 夹") / "清单.pdf"
    write_gap_list(made_result(gaps=5, observations=2), "稿.docx", date(2026, 11, 21), path)
    return path


def test_every_page_comes_as_a_picture_of_the_paper(sheet: Path) -> None:
    images = list(page_images(sheet, 1.0))
    assert [one.number for one in images] == list(range(1, images[0].pages + 1))
    for one in images:
        assert (round(one.points_wide), round(one.points_high)) == (842, 595)
        assert (one.width, one.height) == (842, 596)
        assert len(one.pixels) == one.stride * one.height
        picture = Image.frombytes("RGB", (one.width, one.height), one.pixels, "raw", "RGB", one.stride)
        darkest, lightest = picture.convert("L").getextrema()
        assert (darkest < 60, lightest) == (True, 255)
        # The margin is empty paper.
        assert picture.crop((0, 0, one.width, 30)).convert("L").getextrema() == (255, 255)


def test_the_scale_is_pixels_per_point(sheet: Path) -> None:
    one = next(page_images(sheet, 150 / 72))
    assert (one.width, one.height) == (1754, 1241)


def test_pages_can_be_asked_for_by_two_threads_at_once(sheet: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        rounds = list(pool.map(lambda _: [one.pixels for one in page_images(sheet, 0.5)], range(12)))
    assert all(one == rounds[0] for one in rounds)


def test_what_is_no_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    for name in ("坏.pdf", "无.pdf"):
        with pytest.raises(OutputError, match=f"不能读取“{name}”"):
            next(page_images(tmp_path / name, 1.0))


def test_the_file_is_free_while_its_pages_are_shown(sheet: Path) -> None:
    pages = page_images(sheet, 0.5)
    next(pages)
    moved = sheet.rename(sheet.with_name("moved.pdf"))
    assert next(pages).number == 2
    moved.rename(sheet)
