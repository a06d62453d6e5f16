"""What the name of a paragraph style says, in every format that has named styles."""

import re

_HEADING = re.compile(r"(?:heading|标题)\s{0,3}([1-9])")
_TITLES = ("title", "标题")
_CONTENTS = re.compile(r"(?:toc|目录)\s{0,3}[1-9]")


def level_named(name: str) -> int | None:
    """1–9 for the styles of headings, 0 for the style of a title, None for any other style."""
    plain = _first(name)
    if plain in _TITLES:
        return 0
    match = _HEADING.fullmatch(plain)
    return int(match[1]) if match else None


def contents_named(name: str) -> bool:
    """True for the styles of lines in a table of contents."""
    return _CONTENTS.fullmatch(_first(name)) is not None


def _first(name: str) -> str:
    """The name without the further ones that users gave the style, which stand behind commas."""
    return name.partition(",")[0].strip().lower()
