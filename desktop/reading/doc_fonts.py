"""The names of a Word 97–2003 document's fonts ([MS-DOC] SttbfFfn), which tell what a symbol looks like."""

from desktop.reading.doc_header import FONTS, Header

_NAME = 40


def font_names(header: Header) -> list[str]:
    """The names by number; a list cut short ends where it is cut."""
    listed = header.part(FONTS)
    names: list[str] = []
    at = 4
    while at < len(listed):
        size = listed[at]
        name = listed[at + _NAME : at + 1 + size].decode("utf-16-le", "replace")
        names.append(name.partition("\0")[0])
        at += 1 + size
    return names
