"""One and the same team of law enforcement under two names: 街道综合行政执法队 … 街道综合执法中队."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from re import compile as pattern

from desktop.checking.observations.literals import everywhere
from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.observations.passages import around, written
from desktop.checking.result import Severity

_KIND = "name"
_RANKS = ("总", "支", "大", "中")
_NO_TEAM = ("伍", "员", "长", "列", "部")
_DOING = ("执法", "监察", "稽查")
_CORE = pattern("(?P<owner>街道|[省市县区旗镇乡])(?P<core>[一-鿿]{2,16}?(?:执法|监察|稽查))$")
_OWN_STREET = pattern("(?:^|[、和由,。;:\\n])(?:街道|镇|乡|我镇|我乡|本镇|我街道)?(?P<core>综合(?:行政)?执法)$")
_SMALL = ("镇", "乡", "街道", "镇人民政府", "乡人民政府", "街道办事处", "镇政府", "乡政府")
_SEVERAL = pattern(
    "派驻|派出|派至|下沉|下设|下辖|内设|所属|直属|各[^个]?$|分别|联合|会同|协助|协调|配合|更名|改[为称]|整合|撤销|合并|划转|对接|原$|局$|等"
)
"""Beside one of these a second name may well be that of a second team, or one that was given up."""
_BESIDE = 10
_JOINTS = str.maketrans({"和": None})
_REACH = 17


def two_teams(material: Material) -> Iterator[Seen]:
    """Teams with the same field and owner and another rank, at most one observation for each field."""
    text = material.text
    small = (material.draft.unit or "").endswith(_SMALL)
    found: dict[tuple[str, str], dict[str, list[Stretch]]] = defaultdict(lambda: defaultdict(list))
    for at in everywhere("队", text):
        rank = at - (text[at - 1 : at] in _RANKS)
        core = _core(rank, small, material) if text.endswith(_DOING, 0, rank) else None
        if core is not None and text[at + 1 : at + 2] not in _NO_TEAM:
            start, owner, field = core
            found[owner, field][text[rank : at + 1]].append((start, at + 1))
    for ranks in found.values():
        for first, second in combinations(sorted(ranks, key=lambda one: ranks[one][0]), 2):
            yield from _compared(ranks[first], ranks[second], material)
            break


def _core(rank: int, small: bool, material: Material) -> tuple[int, str, str] | None:
    """Where the name before ``rank`` begins, whose team it is and its field in short words; None for no name."""
    low = max(0, rank - _REACH)
    before = material.text[low:rank]
    street = _OWN_STREET.search(before) if small else None
    if street is not None:
        return low + street.start("core"), "", "综合执法"
    named = _CORE.search(before)
    if named is None or any(word in named["core"] for word in material.words.name.no_body):
        return None
    field = named["core"]
    for long, brief in material.words.name.short_forms:
        field = field.replace(long, brief)
    owner = "" if small and named["owner"] in ("街道", "镇", "乡") else named["owner"]
    return low + named.start(), owner, field.translate(_JOINTS)


def _compared(firsts: list[Stretch], seconds: list[Stretch], material: Material) -> Iterator[Seen]:
    text = material.text
    for start, end in (*firsts, *seconds):
        clause = material.clauses.clause(start)
        if _SEVERAL.search(text, max(clause[0], start - _BESIDE), start):
            return
        if _SEVERAL.search(text, end, min(clause[1], end + 6)):
            return
    if not _of_one_rank(written(firsts[0], material), written(seconds[0], material)):
        return
    sentences = [{material.sentence(at, 60) for at, _ in some} for some in (firsts, seconds)]
    if sentences[0] & sentences[1]:
        return
    odd, usual = (firsts[0], seconds[0]) if len(firsts) < len(seconds) else (seconds[0], firsts[0])
    said = f"执法队的名称前后不一致：“{written(usual, material)}”和“{written(odd, material)}”，请核对。"
    yield Seen(_KIND, Severity.NOTICE, *around(odd, material, 0, 6), said, (around(usual, material, 0, 6),))


def _of_one_rank(first: str, second: str) -> bool:
    """Whether both names are whole: a bare 执法队 is often short for 综合行政执法大队."""
    bare = [name for name in (first, second) if name[-2] not in "总支大中"]
    return not bare or "行政" in bare[0] and "行政" not in (second if bare[0] == first else first)
