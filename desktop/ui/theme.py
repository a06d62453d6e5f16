"""Light and dark: the palette, the colours of the statuses, the font."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.checking.status import Status

FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimSun",
)
"""Chinese families worth asking for, the best for a screen first."""


class Appearance(StrEnum):
    """What the user chose under 显示."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(NamedTuple):
    """All colours the window paints with itself, as #rrggbb.

    ``base`` is the ground of fields and boxes to fill in, ``paper`` that of the draft and of lists.
    """

    dark: bool
    window: str
    base: str
    paper: str
    alternate: str
    text: str
    faint: str
    line: str
    accent: str
    accent_soft: str
    covered: str
    covered_soft: str
    partial: str
    partial_soft: str
    missing: str
    missing_soft: str
    not_applicable: str
    observation: str
    current: str
    found: str

    def status(self, status: Status) -> str:
        """The colour of a status' icon and word."""
        return {
            Status.COVERED: self.covered,
            Status.PARTIAL: self.partial,
            Status.MISSING: self.missing,
            Status.NOT_APPLICABLE: self.not_applicable,
        }[status]


LIGHT = Theme(
    dark=False,
    window="#f3f4f6",
    base="#ffffff",
    paper="#ffffff",
    alternate="#f7f8fa",
    text="#1d2430",
    faint="#5b6675",
    line="#d5dae1",
    accent="#1f5fbf",
    accent_soft="#e3edfb",
    covered="#1a7337",
    covered_soft="#edf7ef",
    partial="#8a5a00",
    partial_soft="#fff0c9",
    missing="#b3261e",
    missing_soft="#fdecea",
    not_applicable="#5f6b7a",
    observation="#7a35b5",
    current="#cfe1fb",
    found="#ffe08a",
)

DARK = Theme(
    dark=True,
    window="#22262c",
    base="#353c45",
    paper="#1a1d22",
    alternate="#20242a",
    text="#e4e8ee",
    faint="#a3adba",
    line="#3a414b",
    accent="#7fb0ff",
    accent_soft="#26364f",
    covered="#6fcf8a",
    covered_soft="#1c2f22",
    partial="#e8b84a",
    partial_soft="#43350f",
    missing="#ff8f86",
    missing_soft="#46231f",
    not_applicable="#99a4b2",
    observation="#cf9dff",
    current="#2b4a78",
    found="#6b5410",
)


def choose(appearance: Appearance) -> Theme:
    """The theme for what the user chose; SYSTEM follows the desktop where it says anything."""
    if appearance is Appearance.SYSTEM:
        return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if appearance is Appearance.DARK else LIGHT


def apply(application: QApplication, theme: Theme) -> None:
    """Give every widget the theme's palette."""
    application.setPalette(_palette(theme))


def paper_palette(widget: QWidget) -> QPalette:
    """The palette for a widget that shows words on paper; a selected row is soft, its words keep their colours."""
    theme = current()
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor(theme.paper))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.current))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.text))
    return palette


def box_palette(widget: QWidget) -> QPalette:
    """The palette for a box to tick: in the dark its empty square would hardly be seen."""
    theme = current()
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor(theme.faint).darker(180) if theme.dark else QColor(theme.base))
    return palette


def current() -> Theme:
    """The theme the application's palette was made from."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.window))
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.alternate,
        role.Text: theme.text,
        role.Button: theme.window,
        role.ButtonText: theme.text,
        role.BrightText: theme.missing,
        role.ToolTipBase: theme.alternate,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.faint,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.paper,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Accent: theme.accent,
    }
    for one, colour in colours.items():
        palette.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(theme.faint).lighter(120 if not theme.dark else 70))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.line))
    return palette


def has_chinese_font() -> bool:
    """Whether the system can draw simplified Chinese without help."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def register_fonts(folder: Path) -> list[str]:
    """Make the fonts in ``folder`` known to Qt; the families that came with them."""
    families: list[str] = []
    for path in sorted(folder.glob("*.tt[cf]")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return families


def set_font(application: QApplication) -> None:
    """Let everything be drawn with a Chinese font: the system's, else the one that came with the program."""
    if not has_chinese_font():
        from desktop.output.fonts import fonts_folder

        register_fonts(fonts_folder())
    known = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    font = QFont(application.font())
    chosen = [one for one in FAMILIES if one in known] or sorted(known)[:1]
    if chosen:
        font.setFamilies(chosen)
    # Nine points, the default of most systems, is small for Chinese characters.
    font.setPointSizeF(max(font.pointSizeF(), 10.0))
    application.setFont(font)
