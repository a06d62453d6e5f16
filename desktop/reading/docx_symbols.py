"""Signs of symbol fonts (w:sym) as ordinary characters; what has none is left out."""

_PRIVATE = range(0xE000, 0xF900)
# By the fonts' own tables: the low byte of a private character is the place in the font.
_WINGDINGS = {
    **{0x80 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")},
    **{0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: "◆", 0x9F: "•", 0xA1: "○", 0xA3: "○", 0xA4: "◎", 0xA8: "□"},
    **{0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xFB: "✗", 0xFC: "√", 0xFD: "☒", 0xFE: "☑", 0xAB: "★"},
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "√", 0x51: "☒", 0x52: "☑", 0xA3: "□", 0x97: "●"} | {
    0x69 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩")
}
_SYMBOL = {
    **{0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB7: "•", 0xD7: "·", 0xB0: "°"},
    **{0xAE: "→", 0xAC: "←", 0xBC: "…", 0xA5: "∞", 0xE5: "∑", 0xD6: "√"},
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str | None, code: str | None) -> str:
    """The character number ``code`` (four hexadecimal digits) of ``font``, "" where it is only a shape."""
    try:
        place = int(code or "", 16)
    except ValueError:
        return ""
    known = _FONTS.get((font or "").strip().lower())
    if known is not None:
        low = place & 0xFF
        ordinary = chr(low) if known is _SYMBOL and 0x20 <= low < 0x40 else ""
        return known.get(low, ordinary)
    if place in _PRIVATE:
        place &= 0xFF
    return chr(place) if 0x20 <= place < 0xD800 else ""
