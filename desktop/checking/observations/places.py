"""Another place where the report's own should stand: 黎平县 for 黎坪县, 宁曲县 for 宁曲市, 建设美丽清浦区."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern, escape
from re import compile as pattern

from desktop.checking.observations.literals import everywhere
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.passages import around
from desktop.checking.observations.sounds import sound_table
from desktop.checking.result import Severity
from desktop.checking.squeeze import squeeze_words
from desktop.packs.wording_model import NameWords

_KIND = "name"
_PLACE = pattern("(?P<stem>[一-鿿]{2,4}?)(?P<sign>自治区|自治州|自治县|街道|[省市县区旗镇乡])")
_LEVELS = "市县区"
_OFTEN = 3
"""A name that stands here so often is no slip."""
_NO_STEM = frozenset("全各本我该城市县区乡镇主新老跨和与及或至到在于对从向由把将被为以等的了是有内外辖间各每其所")
"""Characters that end no name of a place; most of them join what stands before to what follows."""
_NO_BEGINNING = frozenset("全各本我该和与及或至到在于对从向由把将被为以等的了是有辖每其所网会员")
_ALL_OF = pattern(
    "(?P<name>(?P<stem>[一-鿿]{2})(?P<sign>[县区镇乡市]))"
    "(?:人民满意|人民群众|全部(?:村|社区)|所有(?:村|社区)|每一个|各个?(?:乡镇|村|社区|街道|镇街)|经济社会|全域|全体干部)"
)
_MORE_OF = pattern(
    "(?:提升|推动|促进|助力|服务(?<=[,。;、\n好力心地]服务))(?P<name>(?P<stem>[一-鿿]{2})(?P<sign>[县区市镇乡]))(?![域级场民内直委府间属管])(?=[一-鿿]{2})"
)


@dataclass(frozen=True, eq=False)
class _Ready:
    """The lists of name.yaml that are about places, as patterns and sets."""

    slogan: Pattern[str]
    brand: Pattern[str]
    not_a_place: frozenset[str]
    not_names: frozenset[str]


@lru_cache(maxsize=4)
def _prepared(words: NameWords) -> _Ready:
    zones = _one_of(zone.short for zone in words.zones)
    return _Ready(
        pattern(
            f"(?:建设|打造|建成|共建)(?:(?:{_one_of(words.place_slogans)})、?){{1,3}}新?"
            "(?P<name>(?P<stem>[一-鿿]{2})(?P<sign>[县区市镇乡]))(?=[,。;:、!\\n)]|作|提供|贡献|奠定|而|的)"
        ),
        pattern(f"(?P<name>(?:{_one_of(words.zone_brands)})(?P<zone>{zones}))(?![技区企产园])"),
        frozenset(words.not_a_place),
        frozenset(words.not_place_names),
    )


def _one_of(words: Iterable[str]) -> str:
    return "|".join(map(escape, words)) or "(?!)"


def own_places(unit: str) -> list[tuple[str, str]]:
    """The places in a unit's name from the largest to the smallest, each as stem and sign: (宁曲, 市)."""
    places: list[tuple[str, str]] = []
    match = _PLACE.match(unit)
    while match is not None:
        places.append((match["stem"], match["sign"]))
        match = _PLACE.match(unit, match.end())
    return places


def other_places(material: Material) -> Iterator[Seen]:
    """Names of places that are nearly the report's own, or stand where only its own can."""
    places = own_places(squeeze_words(material.draft.unit or ""))
    for stem, sign in places:
        yield from _same_sound(stem, sign, material)
        yield from _other_sign(stem, sign, material)
    if places:
        yield from _elsewhere(places, material)
    yield from _other_zone(squeeze_words(material.draft.unit or ""), material)


def _same_sound(stem: str, sign: str, material: Material) -> Iterator[Seen]:
    """黎平县 in the report of 黎坪县."""
    text, table = material.text, sound_table(material.words.sound)
    fold = stem.translate(table)
    for at in everywhere(sign, text):
        written = text[max(0, at - len(stem)) : at]
        if written != stem and written.translate(table) == fold and sum(map(str.__ne__, written, stem)) == 1:
            said = f"“{written}{sign}”与本单位所在的“{stem}{sign}”同音，疑为写错，请核对。"
            yield Seen(_KIND, Severity.WARNING, *around((at - len(stem), at + len(sign)), material), said)


def _other_sign(stem: str, sign: str, material: Material) -> Iterator[Seen]:
    """宁曲县 in the report of 宁曲市."""
    text, ready = material.text, _prepared(material.words.name)
    if sign not in _LEVELS:
        return
    found = []
    for at in everywhere(stem, text):
        end = at + len(stem)
        other = text[end : end + 1]
        if other and other in _LEVELS and other != sign and text[end : end + 2] not in ready.not_a_place:
            found.append((at, end + 1))
    if found and len(found) < _OFTEN and not material.clauses.title_around(*found[0]):
        said = f"本单位在“{stem}{sign}”，这里写的是“{text[slice(*found[0])]}”，请核对。"
        yield Seen(_KIND, Severity.NOTICE, *around(found[0], material), said, tuple(found[1:]))


def _elsewhere(places: list[tuple[str, str]], material: Material) -> Iterator[Seen]:
    """建设美丽清浦区 and 推广到柳沟镇全部村庄 where the report's own place is another."""
    own, ready = {stem for stem, _ in places}, _prepared(material.words.name)
    signs = {sign[-1] for _, sign in places}
    for shape in (ready.slogan, _ALL_OF, _MORE_OF):
        for match in shape.finditer(material.text):
            stem, sign = match["stem"], match["sign"]
            if stem in own or sign not in signs or stem in ready.not_names:
                continue
            if stem[-1] in _NO_STEM or stem[0] in _NO_BEGINNING:
                continue
            named = "、".join(f"{one}{end}" for one, end in places)
            said = f"报告单位在{named}，这里写的是“{match['name']}”，疑为套用别处的文字，请核对。"
            yield Seen(_KIND, Severity.NOTICE, *around(match.span("name"), material), said)


def _other_zone(unit: str, material: Material) -> Iterator[Seen]:
    """法治高新 in the report of an economic and technological development zone."""
    words = material.words.name
    own = {zone.short for zone in words.zones if any(name in unit for name in zone.names)}
    for match in _prepared(words).brand.finditer(material.text) if own else ():
        if match["zone"] not in own:
            said = f"报告单位是{unit}，这里写的是“{match['name']}”，疑为套用别处的文字，请核对。"
            yield Seen(_KIND, Severity.NOTICE, *around(match.span("name"), material), said)
