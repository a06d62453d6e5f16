import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import OutputError
from desktop.output import fonts


def test_the_bundled_fonts_are_there_with_their_licences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WINDIR", raising=False)
    assert [one.path.name for one in fonts.body_fonts()] == [fonts.BUNDLED_BODY, fonts.BUNDLED_HEADING]
    assert [one.path.name for one in fonts.heading_fonts()] == [fonts.BUNDLED_HEADING, fonts.BUNDLED_BODY]
    assert fonts.find_chinese_font() == fonts.bundled_font()
    folder = fonts.fonts_folder()
    assert "Apache License" in (folder / "LICENSE-Apache-2.0.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (folder / "LICENSE-OFL-1.1.txt").read_text(encoding="utf-8")
    assert sum(one.stat().st_size for one in folder.iterdir() if one.is_file()) < 12_000_000


def test_windows_own_fonts_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = tmp_path / "Fonts"
    system.mkdir()
    for name in ("simfang.ttf", "simhei.ttf"):
        shutil.copy(fonts.bundled_font(), system / name)
    # Outlines a PDF cannot hold, and a file that is no font.
    (system / "simsun.ttc").write_bytes(b"OTTO" + bytes(100))
    (system / "msyh.ttc").write_bytes(b"")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert [one.path.name for one in fonts.body_fonts()][:2] == ["simfang.ttf", fonts.BUNDLED_BODY]
    assert [one.path.name for one in fonts.heading_fonts()][:2] == ["simhei.ttf", fonts.BUNDLED_HEADING]
    assert fonts.find_chinese_font() == system / "simhei.ttf"


def test_without_any_font_one_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WINDIR", raising=False)
    monkeypatch.setattr(fonts, "resources_folder", lambda: tmp_path)
    with pytest.raises(OutputError, match="找不到可用的中文字体.*请重新安装"):
        fonts.find_chinese_font()


def test_asking_for_a_font_loads_neither_qt_nor_reportlab() -> None:
    code = "import sys, desktop.output.fonts; print([m for m in sys.modules if m.startswith(('PySide6', 'reportlab'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
