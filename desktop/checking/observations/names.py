"""Bodies, units, regions and persons by a name they do not have or under two names."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern, escape
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.observations.passages import around, says, written
from desktop.checking.observations.places import other_places
from desktop.checking.observations.teams import two_teams
from desktop.checking.result import Severity
from desktop.checking.squeeze import squeeze_words
from desktop.packs.observation_model import ObservationWords
from desktop.packs.wording_model import NameWords

_KIND = "name"
_REGION_SIGNS = "省市县区州旗盟镇乡"
_BEFORE_LOCAL = frozenset(_REGION_SIGNS + "、,。;:\n和与及会同由向到")
_MOST = 150
"""How many names of one sort are compared with each other; no report has as many."""
_REGION = pattern("^(?:.{2,5}省|.{2,8}自治区)?(?P<name>[一-鿿]{2,3}?[市县区])")


def name(material: Material) -> Iterator[Seen]:
    """Names that the unit, its region or another body does not have."""
    yield from _renamed(material)
    yield from _own_words(material)
    yield from _other_region(material)
    yield from other_places(material)
    yield from _two_names(material)
    yield from two_teams(material)
    yield from _two_persons(material)


def _renamed(material: Material) -> Iterator[Seen]:
    year, words, text = material.year, material.words.name, material.text
    if year is None:
        return
    taken: set[int] = set()
    for body in words.renamed:
        if year <= body.since[0]:
            continue
        for old in material.met(body.old):
            places = []
            for at in material.places(old):
                end = at + len(old)
                before = text[at - 1 : at]
                if at in taken or (body.local and before not in _BEFORE_LOCAL and at > 0) or before == "原":
                    continue
                if text.startswith(body.new, end - len(body.new)):
                    continue
                if material.clauses.title_around(at, end) or says(words.silent, at, material):
                    continue
                places.append((at, end))
            taken.update(*(range(*one) for one in places))
            if places:
                settled = year >= body.settled
                ask = "" if settled else "，请核对"
                said = f"“{old}”{body.since[0]}年机构改革后已改为{body.new}{ask}。"
                severity = Severity.WARNING if settled else Severity.NOTICE
                stretches = [around(one, material) for one in places]
                yield Seen(_KIND, severity, *stretches[0], said, tuple(stretches[1:]))


def _own_words(material: Material) -> Iterator[Seen]:
    """我镇 in the report of a street office."""
    unit, words, text = material.draft.unit, material.words.name, material.text
    if not unit:
        return
    own = next((one for one in words.own if unit.endswith(one.units)), None)
    for wrong in own.never if own else ():
        places = []
        for at in material.places(wrong):
            follows = text[at + len(wrong) : at + len(wrong) + 1]
            if follows in words.own_not_before or text[at - 1 : at] == "自":
                continue
            places.append(around((at, at + len(wrong)), material, 8, 8))
        if places:
            said = f"报告单位是{unit}，这里自称“{wrong}”，疑为套用别处的文字，请核对。"
            yield Seen(_KIND, Severity.WARNING, *places[0], said, tuple(places[1:]))


# --- 地区 ---------------------------------------------------------------------------------------------------------


def _other_region(material: Material) -> Iterator[Seen]:
    """《过城市人民政府…》 in the report of a unit of 运城市."""
    region = _REGION.match(squeeze_words(material.draft.unit or ""))
    if region is None or len(region["name"]) < 3:
        return
    for found in _misspelt(region["name"]).finditer(material.text):
        said = f"地名“{found['wrong']}”与本单位所在的“{region['name']}”差一个字，请核对。"
        yield Seen(_KIND, Severity.NOTICE, *around(found.span("wrong"), material, 2, 10), said)


@lru_cache(maxsize=16)
def _misspelt(region: str) -> Pattern[str]:
    """A place name in front of 政府 or at a title's beginning with one character other than ``region``."""
    forms = []
    for at in range(len(region) - 1):
        forms.append(f"{escape(region[:at])}[^{escape(region[at])}、,。\n《》()]{escape(region[at + 1 :])}")
    ends = "(?:人民政府|政府|委全面|委员会|.{2,8}局)"
    return pattern(f"[《,。;:\n(由在](?=(?P<wrong>{'|'.join(forms)}){ends})")


# --- 单位 ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _bodies(words: ObservationWords) -> Pattern[str]:
    ends = "|".join(sorted(map(escape, words.name.suffixes), key=len, reverse=True)) or "(?!)"
    return pattern(f"[省市县区州旗](?P<body>(?!场)[一-鿿]{{3,14}}?(?:{ends}))(?!组)")


def _two_names(material: Material) -> Iterator[Seen]:
    """市营商环境建设局 and 市营商环境监督建设局: the same body with a few characters more, or in another order."""
    words = material.words.name
    places: dict[str, list[Stretch]] = defaultdict(list)
    for found in _bodies(material.words).finditer(material.text):
        body = found["body"]
        if not any(word in body for word in words.no_body):
            places[found.group()].append(found.span())
    short = {full: _shortened(full, words) for full in places}
    names = sorted(places, key=lambda one: places[one][0])[:_MOST]
    for index, first in enumerate(names):
        for second in names[index + 1 :]:
            if abs(len(first) - len(second)) <= 3 and short[first] != short[second]:
                yield from _compared(first, second, short, places, material)


def _shortened(full: str, words: NameWords) -> str:
    for long, brief in words.short_forms:
        full = full.replace(long, brief)
    return full.replace("和", "")


def _compared(
    first: str, second: str, short: dict[str, str], places: dict[str, list[Stretch]], material: Material
) -> Iterator[Seen]:
    one, other = short[first], short[second]
    if one[0] != other[0] or one[-1] != other[-1] or min(len(one), len(other)) < 6:
        return
    severity = None
    if sorted(one) == sorted(other):
        severity = Severity.WARNING
    elif 0 < abs(len(one) - len(other)) <= 3 and _put_in(min(one, other, key=len), max(one, other, key=len)):
        severity = Severity.NOTICE
    if severity is None or material.text.count(f"以下简称{second}"):
        return
    said = (
        f"前后名称不一致：“{written(places[first][0], material)}”和“{written(places[second][0], material)}”，请核对。"
    )
    odd, usual = (first, second) if len(places[first]) < len(places[second]) else (second, first)
    yield Seen(
        _KIND, severity, *around(places[odd][0], material, 0, 6), said, (around(places[usual][0], material, 0, 6),)
    )


def _put_in(brief: str, long: str) -> bool:
    """Whether ``long`` is ``brief`` with one run of characters put in, before the last part."""
    size = len(long) - len(brief)
    return any(long[:at] + long[at + size :] == brief for at in range(2, len(brief) - 1))


# --- 人员 ---------------------------------------------------------------------------------------------------------


def _two_persons(material: Material) -> Iterator[Seen]:
    """陶启岩 and 陶启研: two names of three characters that differ in one."""
    words, text = material.words.name, material.text
    found: dict[str, Stretch] = {}
    starts = [at - 3 for at in material.places("同志")]
    for post in material.met(words.posts):
        starts += [at + len(post) for at in material.places(post)]
    for at in sorted(starts):
        person = text[max(at, 0) : at + 3]
        is_name = len(person) == 3 and person.isalpha() and person[0] in material.words.people.surnames
        if is_name and not any(sign in words.no_person for sign in person[1:]):
            found.setdefault(person, (at, at + 3))
    persons = list(found)[:_MOST]
    for index, first in enumerate(persons):
        for second in persons[index + 1 :]:
            if first[0] == second[0] and sum(a != b for a, b in zip(first, second, strict=True)) == 1:
                said = f"人名前后不一致：“{first}”和“{second}”只差一个字，请核对。"
                yield Seen(
                    _KIND,
                    Severity.WARNING,
                    *around(found[second], material, 4, 8),
                    said,
                    (around(found[first], material, 4, 8),),
                )
