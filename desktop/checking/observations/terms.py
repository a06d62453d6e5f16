"""Terms out of date or before their time, and 法治 where the law says 法制."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.passages import around, says, written
from desktop.checking.result import Severity
from desktop.checking.squeeze import squeeze_words
from desktop.reading.draft import Role

_KIND = "term"
_REVIEW = "法治审核"
_ACROSS = pattern("[学用立执守普司述懂知]$")
_BEGINS = pattern("制[度定约作止裁订]")


def term(material: Material) -> Iterator[Seen]:
    """Words that the report's year no longer uses or does not know yet."""
    yield from _superseded(material)
    yield from _too_early(material)
    places = [at for at in material.places(_REVIEW) if not material.clauses.title_around(at, at + 4)]
    said = "重大执法决定的审核是“法制审核”，不是“法治审核”。"
    yield from _once(places, _REVIEW, Severity.WARNING, said, material)


def _superseded(material: Material) -> Iterator[Seen]:
    year = material.year
    if year is None:
        return
    taken: set[int] = set()
    for one in material.words.term.superseded:
        if year < one.since[0]:
            continue
        for word, squeezed in zip(one.words, _squeezed(one.words), strict=True):
            if not material.met((squeezed,)):
                continue
            places = []
            for at in material.places(squeezed):
                end = at + len(squeezed)
                if at in taken or _let_be(at, end, material):
                    continue
                if any(material.text.startswith(after, end) for after in one.unless_after):
                    continue
                places.append(at)
                taken.update(range(at, end))
            severity = Severity.NOTICE if one.doubtful or year == one.since[0] else Severity.WARNING
            when = f"{one.since[0]}年{one.since[1]}月"
            ask = "，请核对" if severity is Severity.NOTICE else ""
            said = f"“{word}”是{when}以前的提法，现在用“{one.instead.strip('“”')}”{ask}。"
            yield from _once(places, squeezed, severity, said, material)


@lru_cache(maxsize=512)
def _squeezed(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(squeeze_words, words))


def _let_be(at: int, end: int, material: Material) -> bool:
    """Titles, talk of change, and 学法|制度 across two words."""
    text = material.text
    if material.clauses.title_around(at, end) or says(material.words.term.silent, at, material):
        return True
    return text[at] == "法" and bool(_ACROSS.search(text[max(0, at - 1) : at]) and _BEGINS.match(text, at + 1))


def _too_early(material: Material) -> Iterator[Seen]:
    year = material.year
    if year is None:
        return
    for one in material.words.term.ideas:
        if year >= one.since[0] or one.name in (material.draft.unit or ""):
            continue
        (word,) = _squeezed((one.name,))
        places = [at for at in material.places(word) if not _looks_ahead(at, one.since[0], material)]
        said = f"“{one.name}”{one.since[0]}年{one.since[1]}月才有，不应出现在{year}年度的报告里，请核对。"
        yield from _once(places, word, Severity.WARNING, said, material)


def _looks_ahead(at: int, since: int, material: Material) -> bool:
    """Whether a plan or an outlook speaks of the year to come."""
    role = material.role(at)
    ahead = role in (Role.NEXT_YEAR, Role.CLOSING) or says(
        ("明年", "来年", "即将", "迎接", "下一步", "谋划"), at, material
    )
    return ahead and material.year is not None and since == material.year + 1


def _once(places: Iterable[int], word: str, severity: Severity, said: str, material: Material) -> Iterator[Seen]:
    """One observation for all places of a word, the later ones as related passages."""
    stretches = [around((at, at + len(word)), material) for at in places]
    if stretches:
        count = f"（共{len(stretches)}处）" if len(stretches) > 1 else ""
        quoted = written(stretches[0], material)
        message = said if not count else f"{said[:-1]}{count}。"
        if quoted:
            yield Seen(_KIND, severity, *stretches[0], message, tuple(stretches[1:]))
