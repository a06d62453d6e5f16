"""Which font files Chinese is drawn with: Windows' own first, else the open ones that came with the program.

Neither Qt nor reportlab is imported here: the window and the paper ask the same module.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import OutputError
from desktop.paths import resources_folder

BUNDLED_HEADING = "wqy-microhei.ttc"
BUNDLED_BODY = "NotoSerifSC-Paper.ttf"

_WINDOWS_BODY = ("simfang.ttf", "simsun.ttc")
_WINDOWS_HEADING = ("simhei.ttf", "msyh.ttc")
# What a TrueType file or a collection begins with. "OTTO" (CFF outlines) is left out: no PDF can be made with it.
_TRUETYPE = (b"\x00\x01\x00\x00", b"true", b"ttcf")


@dataclass(frozen=True, slots=True)
class FontFile:
    """A TrueType file, and which face of it where it is a collection."""

    path: Path
    face: int = 0


def fonts_folder() -> Path:
    """The fonts that came with the program."""
    return resources_folder() / "fonts"


def bundled_font() -> Path:
    """The open font that came with the program for window and headings (Hei look)."""
    return fonts_folder() / BUNDLED_HEADING


def body_fonts() -> tuple[FontFile, ...]:
    """The fonts there are for running text on paper (Song or Fangsong look), best first."""
    return _there(_WINDOWS_BODY, BUNDLED_BODY, BUNDLED_HEADING)


def heading_fonts() -> tuple[FontFile, ...]:
    """The fonts there are for headings on paper and for the window (Hei look), best first."""
    return _there(_WINDOWS_HEADING, BUNDLED_HEADING, BUNDLED_BODY)


def find_chinese_font() -> Path:
    """A font file with Chinese letters for the window. Raises OutputError when there is none."""
    found = heading_fonts()
    if not found:
        raise OutputError(no_font_sentence())
    return found[0].path


def no_font_sentence() -> str:
    """What to tell the user when no Chinese font can be used."""
    return f"找不到可用的中文字体，程序文件不完整，请重新安装程序（应有的字体在“{fonts_folder()}”）。"


def _there(windows: tuple[str, ...], *bundled: str) -> tuple[FontFile, ...]:
    system = os.environ.get("WINDIR")
    candidates = [Path(system) / "Fonts" / name for name in windows] if system else []
    candidates += [fonts_folder() / name for name in bundled]
    return tuple(FontFile(path) for path in candidates if _is_truetype(path))


def _is_truetype(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in _TRUETYPE
    except OSError:
        return False
