"""Words and characters written twice: 做好做好, 的的, 进行对……进行."""

from collections.abc import Iterator
from re import Match
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.passages import around, written
from desktop.checking.result import Severity

_KIND = "typo"
_TWICE = pattern("(?P<word>[一-鿿]{2,4})(?P=word)")
_DOUBLED_SIGNS = ("的的", "了了", "是是", "被被", "把把")
_SAME = pattern("|".join(_DOUBLED_SIGNS))
_VERB = pattern("进行对[^,。;:\n]{1,20}进行|具有[^,。;:、的和或及\n]{1,10}具有")
_VERBS = ("进行对", "具有")
_NOT_SAME = pattern("目的的|的的确|为了了解|除了了解|了了解|是是非|还是是|一把把|就是是否|总是是")


def doubled(material: Material) -> Iterator[Seen]:
    """What stands twice side by side."""
    text, right = material.text, material.words.typo.doubled_right
    for found in _twice(text):
        is_quoted = len(written(found.span(), material)) > len(found.group())
        if not is_quoted and not _is_right(found, right, text):
            said = f"“{found['word']}”重复了，请删去一个。"
            yield Seen(_KIND, Severity.WARNING, *around(found.span(), material, 4, 4), said)
    for found in _SAME.finditer(text) if any(word in text for word in _DOUBLED_SIGNS) else ():
        at, end = found.span()
        if not _NOT_SAME.search(text, max(0, at - 2), end + 1):
            said = f"“{found.group()[0]}”字重复了，请删去一个。"
            yield Seen(_KIND, Severity.WARNING, *around((at, end), material), said)
    for found in _VERB.finditer(text) if any(word in text for word in _VERBS) else ():
        said = f"“{found.group()[:2]}”前后重复，请删去一个。"
        yield Seen(_KIND, Severity.WARNING, *around(found.span(), material, 2, 6), said)


def _twice(text: str) -> Iterator[Match[str]]:
    """Words of two to four characters twice in a row."""
    end = 0
    for at in sorted({at for size in (2, 3, 4) for at in doubled_at(text, size)}):
        match = _TWICE.match(text, at) if at >= end else None
        if match is not None:
            end = match.end()
            yield match


def doubled_at(text: str, size: int) -> Iterator[int]:
    """Where the next ``size`` characters stand twice in a row.

    The text and itself moved by ``size`` characters are compared as two long numbers, a good deal faster than one
    character after the other: where both are the same their difference has zeros.
    """
    raw = text.encode("utf-16-le", "surrogatepass")
    if len(raw) != 2 * len(text):
        yield from (at for at in range(len(text)) if text[at : at + size] == text[at + size : at + 2 * size] != "")
        return
    number = int.from_bytes(raw, "little")
    differ = (number ^ (number >> (16 * size))).to_bytes(len(raw), "little")
    alike = bytes(2 * size)
    at = differ.find(alike)
    while at >= 0:
        if at % 2 == 0:
            yield at // 2
        at = differ.find(alike, at + 1)


def _is_right(found: Match[str], right: tuple[str, ...], text: str) -> bool:
    """一个一个, 市政府政府网站 and words that meet at the end of one and the beginning of the next."""
    word, twice = found["word"], found.group()
    if word[0] in "一逐" or len(set(word)) == 1 or any(one in twice for one in right if len(one) > 1):
        return True
    return text[found.end() : found.end() + 1] == word[0] and len(word) == 2
