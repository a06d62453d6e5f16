"""Which characters the bytes of an RTF document are: by the font's character set, else the document's code page."""

import re
from dataclasses import dataclass, field, replace

from desktop.reading.docx_symbols import symbol

WESTERN = "cp1252"
CHINESE = "gb18030"
_DOUBLE = frozenset({CHINESE, "cp932", "cp949", "cp950", "johab"})
_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: CHINESE, 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_SYMBOL, _ANSI = 2, 0
_PAGES = {65001: "utf-8", 10000: "mac-roman", 10008: CHINESE, 54936: CHINESE, 936: CHINESE, 1361: "johab"}
_KNOWN_PAGES = frozenset({437, 850, 852, 855, 857, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 949, 950})
_HIGH = re.compile(rb"[\x80-\xff]+")
_PAIRS = re.compile(rb"(?:[\xa1-\xf7][\xa1-\xfe])*")


@dataclass(frozen=True, slots=True)
class Font:
    """``code`` names the encoding of a font's bytes, "" if the document's; ``symbol`` for fonts of pictures."""

    code: str = ""
    western: bool = False
    symbol: bool = False
    name: str = ""


_PLAIN = Font()
_LONGEST_NAME = 200


@dataclass
class Letters:
    """The code page and the fonts of one document."""

    code: str = WESTERN
    default_font: int = 0
    fonts: dict[int, Font] = field(default_factory=dict)

    @property
    def double_bytes(self) -> bool:
        """True if the document's own code page has characters of two bytes."""
        return self.code in _DOUBLE

    def use_page(self, number: int) -> None:
        """Take ``number`` as the document's code page; an unknown one is left aside."""
        self.code = code_of_page(number) or self.code

    def font_with_charset(self, number: int, charset: int) -> None:
        """Note the character set of font ``number``."""
        font = Font(_CHARSETS.get(charset, ""), charset == _ANSI, charset == _SYMBOL)
        self.fonts[number] = replace(font, name=self._font(number).name)

    def font_with_page(self, number: int, page: int) -> None:
        """Note the code page of font ``number``; it goes before a character set."""
        code = code_of_page(page)
        if code is not None:
            self.fonts[number] = Font(code, name=self._font(number).name)

    def name_font(self, number: int, name: str) -> None:
        """Note a piece of the name of font ``number``; the name ends with a semicolon."""
        font = self._font(number)
        if len(font.name) < _LONGEST_NAME:
            self.fonts[number] = replace(font, name=font.name + name)

    def decode(self, data: bytes, font: int) -> str:
        """The text that ``data`` is in font ``number``.

        Writers in China leave Chinese words in Western fonts: bytes that can only be pairs of the national
        standard's characters are read as such.
        """
        known = self._font(font)
        if known.symbol:
            return "".join(self.symbol(code, font) for code in data)
        if data.isascii():
            return data.decode("ascii")
        code = known.code or self.code
        if code == WESTERN or (known.western and code != "utf-8"):
            return _HIGH.sub(self._western, data).decode("utf-8", "replace")
        return data.decode(code, "replace")

    def _western(self, match: re.Match[bytes]) -> bytes:
        """Neighbouring bytes above ASCII in a Western font, as UTF-8."""
        data = match[0]
        if _PAIRS.fullmatch(data):
            try:
                return data.decode("gb2312").encode()
            except UnicodeDecodeError:
                pass
        return data.decode(WESTERN, "replace").encode()

    def symbol(self, code: int, font: int) -> str:
        """The character that number ``code`` shows in a font of symbols, "" where it is only a shape."""
        return symbol(self._font(font).name.partition(";")[0], f"{code:04x}")

    def is_symbol(self, font: int) -> bool:
        """True for fonts of symbols, whose letters stand for something else."""
        return self._font(font).symbol

    def _font(self, number: int) -> Font:
        return self.fonts.get(number, _PLAIN)


def code_of_page(number: int) -> str | None:
    """The name of the encoding of a Windows code page, None if it is unknown."""
    if number in _PAGES:
        return _PAGES[number]
    return f"cp{number}" if number in _KNOWN_PAGES or 1250 <= number <= 1258 else None
