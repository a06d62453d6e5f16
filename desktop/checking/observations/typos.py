"""Slips of the pen: wrong words, set phrases with a character off, doubled words, sentences turned round."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from re import compile as pattern

from desktop.checking.observations.doubled import doubled
from desktop.checking.observations.marks import marks
from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.observations.passages import around, says, written
from desktop.checking.observations.phrases import nearly
from desktop.checking.observations.sounds import sounding_alike
from desktop.checking.result import Severity
from desktop.packs.wording_model import TypoWords

_KIND = "typo"
_QUOTES = "“”‘’\"'"
_INTO = pattern("[由从](?P<from>[^,。;:\n]{1,14}?)想(?P<to>[^,。;:\n想]{1,14}?)(?:转变|转型|转化|过渡|升级|迈进)")
_LOOKING = ("检查", "排查", "查看", "核查", "查处", "是否", "巡查", "摸排", "核实", "看有无", "调查")

_BEFORE_THINK = frozenset("思理设构联梦感猜畅不着要敢多先头去")
_AFTER_THINK = frozenset("法象要方办了到做得在起问和与、")


def typo(material: Material) -> Iterator[Seen]:
    """Wrong words and marks."""
    told: list[Seen] = []
    for seen in chain(_slips(material), _set_phrases(material), _same_sound(material)):
        if not any(one.start < seen.end and seen.start < one.end for one in told):
            told.append(seen)
            yield seen
    yield from doubled(material)
    yield from _turned_round(material)
    yield from marks(material)


def _slips(material: Material) -> Iterator[Seen]:
    text, words = material.text, material.words.typo
    present = set(material.met(_wrong_words(words)))
    told: set[int] = set()
    for slip in words.slips:
        for at in material.places(slip.wrong) if slip.wrong in present else ():
            end = at + len(slip.wrong)
            if slip.not_before and text.startswith(slip.not_before, end):
                continue
            if slip.not_after and text.endswith(slip.not_after, 0, at):
                continue
            if told.isdisjoint(range(at, end)):
                told.update(range(at, end))
                yield _wrong(slip.wrong, slip.right, (at, end), slip.doubtful, material)
    for one in words.contexts:
        for at in material.places(one.wrong) if one.wrong in present else ():
            end = at + len(one.wrong)
            if text.startswith(one.before, end):
                yield _wrong(one.wrong, one.right, (at, end), one.doubtful, material)


@lru_cache(maxsize=4)
def _wrong_words(words: TypoWords) -> tuple[str, ...]:
    wrong = *(slip.wrong for slip in words.slips), *(one.wrong for one in words.contexts)
    return tuple(dict.fromkeys(wrong))


def _wrong(wrong: str, right: str, stretch: Stretch, doubtful: bool, material: Material) -> Seen:
    ask = "，请核对" if doubtful else ""
    severity = Severity.NOTICE if doubtful else Severity.WARNING
    return Seen(_KIND, severity, *around(stretch, material), f"“{wrong}”应为“{right}”{ask}。")


def _same_sound(material: Material) -> Iterator[Seen]:
    for (start, end), term in sounding_alike(material):
        said = f"“{written((start, end), material).strip(_QUOTES)}”应为“{term}”，请核对。"
        yield Seen(_KIND, Severity.WARNING, *around((start, end), material), said)


def _set_phrases(material: Material) -> Iterator[Seen]:
    for (start, end), phrase in nearly(material):
        said = f"固定说法是“{phrase}”，这里写的是“{written((start, end), material)}”，请核对。"
        yield Seen(_KIND, Severity.WARNING, *around((start, end), material, 3, 3), said)


# --- 意思反了 -----------------------------------------------------------------------------------------------------


def _turned_round(material: Material) -> Iterator[Seen]:
    """有无无证 that says the opposite, and 由…想…转变."""
    text = material.text
    for at in material.places("有无无"):
        if not says(_LOOKING, at, material, 40):
            said = "“有无无……”多了一个字，意思与要说的相反或讲不通，请核对。"
            yield Seen(_KIND, Severity.WARNING, *around((at, at + 3), material, 4, 8), said)
    for at in material.places("想"):
        start, end = material.clauses.clause(at)
        found = _INTO.search(text, max(start, at - 16), min(end, at + 20))
        if found is None or found.end("from") != at or text[at + 1] in _AFTER_THINK:
            continue
        beside = material.squeezed.original_offset(at) - material.squeezed.original_offset(at - 1) == 1
        if beside and text[at - 1] in _BEFORE_THINK:
            continue
        said = f"“{found.group()[0]}……{found.group()[-2:]}”中间的“想”应为“向”。"
        yield Seen(_KIND, Severity.WARNING, *around(found.span(), material, 2, 2), said)
