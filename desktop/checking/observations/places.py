"""Another place where the report's own should stand: 黎平县 for 黎坪县, 宁曲县 for 宁曲市, 建设美丽清浦区."""

from collections.abc import Iterator
from re import compile as pattern

from desktop.checking.observations.literals import everywhere
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.passages import around
from desktop.checking.observations.sounds import sound_table
from desktop.checking.result import Severity
from desktop.checking.squeeze import squeeze_words

_KIND = "name"
_PLACE = pattern("(?P<stem>[一-鿿]{2,4}?)(?P<sign>自治区|自治州|自治县|街道|[省市县区旗镇乡])")
_LEVELS = "市县区"
_NOT_A_PLACE = frozenset(
    ("市场", "市监", "市民", "市政", "市区", "县城", "县域", "区域", "区间", "区位", "区块", "市值", "市长")
)
_OFTEN = 3
"""A name that stands here so often is no slip."""
_NO_STEM = frozenset("全各本我该城市县区乡镇主新老跨和与及或至到在于对从向由把将被为以等的了是有内外辖间各每其所")
"""Characters that end no name of a place; most of them join what stands before to what follows."""
_NO_BEGINNING = frozenset("全各本我该和与及或至到在于对从向由把将被为以等的了是有辖每其所网会员")
_ADJECTIVE = (
    "富美|美丽|法治|平安|幸福|和谐|魅力|活力|富强|富裕|文明|宜居|智慧|诚信|清廉|健康|绿色|生态|开放|现代化|新时代"
    "|社会主义"
)
_SLOGAN = pattern(
    f"(?:建设|打造|建成|共建)(?:(?:{_ADJECTIVE})、?){{1,3}}新?(?P<name>(?P<stem>[一-鿿]{{2}})(?P<sign>[县区市镇乡]))"
    "(?=[,。;:、!\\n)]|作|提供|贡献|奠定|而|的)"
)
_ALL_OF = pattern(
    "(?P<name>(?P<stem>[一-鿿]{2})(?P<sign>[县区镇乡市]))"
    "(?:人民满意|人民群众|全部(?:村|社区)|所有(?:村|社区)|每一个|各个?(?:乡镇|村|社区|街道|镇街)|经济社会|全域|全体干部)"
)
_MORE_OF = pattern(
    "(?:提升|推动|促进|助力|服务(?<=[,。;、\n好力心地]服务))(?P<name>(?P<stem>[一-鿿]{2})(?P<sign>[县区市镇乡]))(?![域级场民内直委府间属管])(?=[一-鿿]{2})"
)
_ZONES = {
    "经开": ("经济技术开发", "经济开发", "经开"),
    "高新": ("高新技术产业", "高新"),
    "综保": ("综合保税", "综保"),
    "临空": ("临空",),
    "临港": ("临港",),
}
"""Short names of development zones, and what stands in the full name of such a zone."""
_BRAND = pattern(
    f"(?P<name>(?:法治|平安|清廉|廉洁|诚信|信用|智慧|美丽|活力|幸福|阳光)(?P<zone>{'|'.join(_ZONES)}))(?![技区企产园])"
)
_GENERAL = frozenset(
    (
        "示范",
        "先行",
        "试验",
        "实验",
        "开发",
        "园区",
        "城市",
        "社区",
        "中心",
        "辖区",
        "促进",
        "保护",
        "引领",
        "样板",
        "全国",
    )
    + (
        "全省",
        "全市",
        "全县",
        "全区",
        "全镇",
        "全乡",
        "我省",
        "本县",
        "本市",
        "本区",
        "本镇",
        "本乡",
        "各县",
        "各区",
        "各乡",
    )
    + (
        "我县",
        "我区",
        "我市",
        "我镇",
        "我乡",
        "向全",
        "到全",
        "在全",
        "为全",
        "对全",
        "惠及",
        "覆盖",
        "城乡",
        "乡村",
        "强国",
    )
    + (
        "现代",
        "新型",
        "特色",
        "中国",
        "之城",
        "县域",
        "内各",
        "城镇",
        "集镇",
        "县乡",
        "市县",
        "乡镇",
        "老旧",
        "产业",
        "经济",
    )
)


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
    text = material.text
    if sign not in _LEVELS:
        return
    found = []
    for at in everywhere(stem, text):
        end = at + len(stem)
        other = text[end : end + 1]
        if other and other in _LEVELS and other != sign and text[end : end + 2] not in _NOT_A_PLACE:
            found.append((at, end + 1))
    if found and len(found) < _OFTEN and not material.clauses.title_around(*found[0]):
        said = f"本单位在“{stem}{sign}”，这里写的是“{text[slice(*found[0])]}”，请核对。"
        yield Seen(_KIND, Severity.NOTICE, *around(found[0], material), said, tuple(found[1:]))


def _elsewhere(places: list[tuple[str, str]], material: Material) -> Iterator[Seen]:
    """建设美丽清浦区 and 推广到柳沟镇全部村庄 where the report's own place is another."""
    own = {stem for stem, _ in places}
    signs = {sign[-1] for _, sign in places}
    for shape in (_SLOGAN, _ALL_OF, _MORE_OF):
        for match in shape.finditer(material.text):
            stem, sign = match["stem"], match["sign"]
            if stem in own or sign not in signs or stem in _GENERAL or stem in material.words.name.no_place:
                continue
            if stem[-1] in _NO_STEM or stem[0] in _NO_BEGINNING:
                continue
            named = "、".join(f"{one}{end}" for one, end in places)
            said = f"报告单位在{named}，这里写的是“{match['name']}”，疑为套用别处的文字，请核对。"
            yield Seen(_KIND, Severity.NOTICE, *around(match.span("name"), material), said)


def _other_zone(unit: str, material: Material) -> Iterator[Seen]:
    """法治高新 in the report of an economic and technological development zone."""
    own = {short for short, names in _ZONES.items() if any(name in unit for name in names)}
    for match in _BRAND.finditer(material.text) if own else ():
        if match["zone"] not in own:
            said = f"报告单位是{unit}，这里写的是“{match['name']}”，疑为套用别处的文字，请核对。"
            yield Seen(_KIND, Severity.NOTICE, *around(match.span("name"), material), said)
