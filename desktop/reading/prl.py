"""Lists of property changes in Word 97–2003 documents ([MS-DOC] 2.6): code and value, one after the other."""

from collections.abc import Iterator

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a value, by the three highest bits of its code; 0: the value begins with its size."""
_ROW, _TABS, _COUNTED = 0xD608, 0xC615, 255


def changes_of(listed: bytes) -> Iterator[tuple[int, bytes]]:
    """The changes in ``listed``, codes of 16 bits with their values; a list cut short ends where it is cut."""
    at = 0
    while at + 2 < len(listed):
        code = listed[at] | listed[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            size = listed[at]
            at += 1
            if code == _ROW:
                size = (size | listed[at] << 8 if at < len(listed) else 1) - 1
                at += 1
            elif code == _TABS and size == _COUNTED:
                size = _size_of_tabs(listed, at)
        if size < 0 or at + size > len(listed):
            return
        if size:
            yield code, listed[at : at + size]
        at += size


def _size_of_tabs(listed: bytes, at: int) -> int:
    """The size of a list of tabs that is too long to say it itself: those taken off, then those set."""
    removed = 1 + 4 * listed[at] if at < len(listed) else 1
    added = 1 + 3 * listed[at + removed] if at + removed < len(listed) else 1
    return removed + added
