"""RTF as a sequence of tokens: braces, control words with their numbers, signs, and bytes of text.

One pass with one regular expression whose alternatives exclude each other: the time is linear in the file.
"""

import re
from collections.abc import Iterator
from enum import IntEnum

from desktop.errors import DraftError

MOST_TOKENS = 3_000_000
"""A report of a million characters, each marked up on its own, stays below it."""
_TOO_MUCH = "里的内容多得不正常，为安全起见没有打开；请把正文复制到一个新的 .docx 文件里再试。"


class Kind(IntEnum):
    """What a token is; the values are the numbers of the groups in the expression."""

    OPEN = 1
    CLOSE = 2
    WORD = 3
    BYTES = 5
    CODES = 6
    SIGN = 7
    TEXT = 8


_MARKUP = (
    rb"(\{)|(\})|\\((?!u-?[0-9])[A-Za-z]{1,40})(-?[0-9]{1,10})? ?|((?:\\'[0-9A-Fa-f]{2}){1,5000})|"
    rb"((?:\\u-?[0-9]{1,10} ?(?:\?|(?:\\'[0-9A-Fa-f]{2}){0,2})){1,5000})|\\([^A-Za-z'])|"
)
_SINGLE = re.compile(_MARKUP + rb"([^\\{}]{1,100000})", re.DOTALL)
_DOUBLE = re.compile(
    _MARKUP + rb"((?:[^\\{}\x81-\xfe]{1,10000}|[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x81-\xfe]){1,1000})", re.DOTALL
)
_KINDS = {kind.value: kind for kind in Kind}


def tokens(data: bytes, double_bytes: bool) -> Iterator[tuple[Kind, bytes, int | None]]:
    """The tokens of ``data``: kind, the word, sign, escaped bytes, numbered characters
    (each with what older programs show instead) or text, and a word's number.

    ``double_bytes`` if unescaped bytes may be halves of Chinese characters, whose second half can look like a
    brace or a backslash. Binary data is passed over. Raises DraftError when there are far too many tokens.
    """
    expression = _DOUBLE if double_bytes else _SINGLE
    at = count = 0
    goes_on = True
    while goes_on:
        goes_on = False
        for match in expression.finditer(data, at):
            count += 1
            if count > MOST_TOKENS:
                raise DraftError(_TOO_MUCH)
            kind = match.lastindex or 0
            if kind not in (3, 4):
                yield _KINDS[kind], match[kind], None
                continue
            number = None if kind == 3 else int(match[4])
            if match[3] == b"bin" and number is not None and number > 0:
                at, goes_on = match.end() + number, True
                break
            yield Kind.WORD, match[3], number
