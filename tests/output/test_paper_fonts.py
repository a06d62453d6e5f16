import shutil
from pathlib import Path

import pytest

from desktop.output.fonts import FontFile, bundled_font, fonts_folder
from desktop.output.paper_fonts import load_paper_fonts


@pytest.fixture(autouse=True)
def bundled_fonts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WINDIR", raising=False)


def names(markup: str) -> list[str]:
    return [part.split('"')[0] for part in markup.split('<font name="')[1:]]


def test_plain_words_are_one_run_of_the_best_font() -> None:
    fonts = load_paper_fonts()
    assert fonts.body_name != fonts.heading_name
    assert fonts.markup("法治政府，2021年") == f'<font name="{fonts.body_name}">法治政府，2021年</font>'
    assert fonts.markup("法治", heading=True) == f'<font name="{fonts.heading_name}">法治</font>'


def test_every_character_of_gb2312_has_something_to_draw() -> None:
    letters = [bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    text = "".join(letters)
    fonts = load_paper_fonts()
    assert len(text) == 6763
    assert names(fonts.markup(text)) == [fonts.body_name]
    assert names(fonts.markup(text, heading=True)) == [fonts.heading_name]


def test_a_letter_the_best_font_lacks_comes_from_the_other_one() -> None:
    fonts = load_paper_fonts()
    # Known to GBK alone; the text font was cut without it.
    assert names(fonts.markup("張三")) == [fonts.heading_name, fonts.body_name]
    # The heading font knows these and has nothing to draw for them.
    assert names(fonts.markup("25℃Ⅴ", heading=True)) == [fonts.heading_name, fonts.body_name]


def test_what_no_font_has_is_marked_and_never_blank() -> None:
    fonts = load_paper_fonts()
    assert "〓某" in fonts.markup("𰻞某")
    assert fonts.plain("𰻞某") == "〓某"


def test_marks_of_the_markup_and_control_characters_do_no_harm() -> None:
    fonts = load_paper_fonts()
    assert "a&lt;b&gt;&amp;c" in fonts.markup("a<b>&c\x00\x07\u200b\ufe0f")
    assert fonts.markup("甲\n乙").count("<br/>") == 1
    assert ">甲 乙<" in fonts.markup("甲\t乙")


def test_a_damaged_font_of_the_system_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = tmp_path / "Fonts"
    system.mkdir()
    whole = (fonts_folder() / "NotoSerifSC-Paper.ttf").read_bytes()
    (system / "simfang.ttf").write_bytes(whole[:5000])
    shutil.copy(bundled_font(), system / "simhei.ttf")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    fonts = load_paper_fonts()
    assert FontFile(fonts_folder() / "NotoSerifSC-Paper.ttf") in fonts.body
    assert fonts.heading[0] == FontFile(system / "simhei.ttf")
    assert fonts.markup("法治").count("法治") == 1
