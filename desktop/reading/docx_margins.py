"""Whether headers and footers hold more than page numbers: they are not checked, and the user is told."""

import re

from desktop.errors import DraftError
from desktop.reading.docx_names import NAMES
from desktop.reading.package import Package

_PAGE_NUMBER_WORDS = re.compile(r"[\d\s第共页/／\-—–－─·•~～]|[Pp]age|of")
_LARGEST = 256 * 1024


def margins_hold_words(package: Package, main: str) -> bool:
    """True if a header or footer of the document holds words; one that cannot be read holds none."""
    for name in (*package.related_parts(main, "header"), *package.related_parts(main, "footer")):
        if not 0 < package.size_of(name) <= _LARGEST:
            continue
        try:
            root = package.xml(name)
        except DraftError:
            continue
        texts = [one.text or "" for one in root.iter() if NAMES[one.tag] == "t"] if root is not None else []
        if holds_words("".join(texts)):
            return True
    return False


def holds_words(margin: str) -> bool:
    """True if the text of a header or footer is more than a page number."""
    return len(_PAGE_NUMBER_WORDS.sub("", margin)) > 1
