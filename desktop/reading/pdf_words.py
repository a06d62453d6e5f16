"""The characters of a PDF's text layer as they are written elsewhere, and whether they are words at all."""

import re
import unicodedata

LOST = "\ufffd"
"""Stands for a character whose font does not say which one it is."""

_SHORT_PAGE = 50
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
_CONTROLS = {code: LOST for code in (*range(9), *range(14, 32), 0x7F, 0xFFFF) if code not in _HYPHENS}
# Radicals that are characters of their own; Unicode gives only two of them an equivalent.
_RADICALS = {
    ord(radical): character
    for radical, character in zip(
        "⺠⻄⻅⻆⻉⻋⻌⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺟",
        "民西见角贝车辶长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟母",
        strict=True,
    )
}
_TO_CHANGE = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufffe\uffff\ud800-\udfff]")
_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ue000-\uf8ff\ufffd]+")
_LATIN = re.compile("[0-9A-Za-z]+")


def usual(text: str) -> str:
    """``text`` with radicals, compatibility characters and ligatures as the ordinary characters.

    Fonts share one drawing between ⼀ (the radical) and 一, and makers of PDF often name the wrong one.
    Control characters, which stand for characters nobody can name, become LOST.
    """
    if is_usual(text):
        return text
    text = text.translate(_HYPHENS).translate(_CONTROLS).translate(_RADICALS)
    # Only what is to be changed: the whole would lose its wide commas and digits.
    text = _TO_CHANGE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_usual(text: str) -> bool:
    """True if ``usual`` would leave ``text`` as it is."""
    return _TO_CHANGE.search(text) is None


def legible(text: str) -> bool:
    """False if ``text``, all of a page, cannot be writing: its fonts do not say which characters they draw.

    Such fonts give private or lost characters, or Latin punctuation where Chinese stood.
    """
    tight = "".join(text.split())
    if not tight:
        return True
    if sum(map(len, _STRANGE.findall(tight))) * 10 > 3 * len(tight):
        return False
    if len(tight) < _SHORT_PAGE or sum(map(len, _CHINESE.findall(tight))) * 20 > len(tight):
        return True
    return sum(map(len, _LATIN.findall(tight))) * 10 > 7 * len(tight)
