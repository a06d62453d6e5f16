"""What should not be published: identity numbers, telephones, bank cards, homes, number plates, names of persons."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Match, Pattern
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.result import Severity
from desktop.packs.observation_model import PeopleWords, PrivacyWords
from desktop.reading.draft import Role

_KIND = "privacy"
_DIGITS = pattern(
    r"[0-9+](?<![0-9a-zA-Z.-].)(?:(?<=[0-9])|(?<=\+)[0-9])(?:[0-9-]| (?=[0-9]{4})){9,24}[xX]?(?![0-9a-zA-Z])"
)
_WIDE = pattern("[０-９]")
_WIDE_DIGITS = {code: chr(code - 0xFEE0) for code in range(ord("０"), ord("９") + 1)}
_IDENTITY = pattern("[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9x]$")
_MOBILE = pattern(r"(?:\+?86-?)?1[3-9][0-9](?:[0-9]{8}|-[0-9]{4}-[0-9]{4})$")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_MONEY = pattern("[元万亿件人次个份条平米吨]")
_CARD = pattern("卡号|账号|账户|银行卡|开户")
_PLATE = pattern(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][·.]?(?=[a-z0-9]{0,5}[0-9])[a-z0-9]{5,6}(?![a-z0-9])"
)
_HOME = pattern(
    r"(?:家住|居住在|居住于|现住|暂住|(?<![居入租借留驻常暂安宿记守])住(?!房|建|宅|户|院|所|宿|在线|进)|家庭住址|住址|户籍地|户籍所在地)"
    r"(?:在|于|:|为|是)?(?P<where>[^,;。)\n]{2,30}?[0-9一二三四五六七八九十]{1,5}(?:号|幢|栋|单元|室|弄|组|号楼)[^,;。)\n]{0,12})"
)
_ROOM = pattern("[0-9][0-9]{0,3}(?:幢|栋|号楼|座)[^,;。)\n]{0,6}?[0-9]{2,4}室")
_OFFICE_ROOM = pattern("办公|窗口|大厅|政务|中心|地址:|机关|公司|企业|会议|单位|服务站|局|法院|检察院|律师事务所")
_ACCOUNT = pattern("(?:微信(?!公众)号?|qq号?码?)(?:为|是|:)?(?:[a-z][a-z0-9_-]{5,19}|[0-9]{5,11})(?![a-z0-9])")
_PLAINTIFF = pattern("[,;。\\n0-9日月](?=(?P<name>[\u4e00-\u9fff]{3})(?:因|不服|诉|向[^,。]{2,12}(?:申请|提起|投诉)))")
_PLACE_ENDS = "村镇乡店厂局县市区路街湾坝沟山河家社组院校司所站场园馆方者们"
_CASE = pattern("申请|复议|诉讼|起诉|上诉|处罚|纠纷|补偿|投诉|赔偿")


@dataclass(frozen=True, eq=False)
class _Ready:
    """The lists of privacy.yaml as patterns; ``name`` finds a name and what may follow one."""

    name: Pattern[str]
    not_names: frozenset[str]
    leaders: frozenset[str]


@lru_cache(maxsize=4)
def _prepared(words: PrivacyWords, people: PeopleWords) -> _Ready:
    doubles = "|".join(people.double_surnames) or "(?!)"
    after = "|".join(sorted(words.after_name, key=len, reverse=True)) or "(?!)"
    ends = rf"(?=[,;。:、()\n]|{after}|$)"
    single = f"[{words.surnames}]" if words.surnames else "(?!)"
    given = "[\u4e00-\u9fff]"
    return _Ready(
        pattern(f"(?P<name>(?:{doubles}){given}{{1,2}}?|{single}{given}{{2}}|{single}{given}){ends}"),
        frozenset(words.not_names),
        frozenset(words.leaders),
    )


def privacy(material: Material) -> Iterator[Seen]:
    """Personal data, and names that should be checked before publication."""
    yield from _numbers(material)
    yield from _homes(material)
    plates = (_PLATE.match(material.text, start - 1) for start, _ in material.latin if start)
    for match in filter(None, plates):
        message = f"“{match.group().upper()}”像是车牌号，公开前应当隐去。"
        yield Seen(_KIND, Severity.WARNING, match.start(), match.end(), message)
    for match in _ACCOUNT.finditer(material.text):
        yield Seen(_KIND, Severity.WARNING, *match.span(), "这是个人的微信号或QQ号，公开前应当核实或隐去。")
    yield from _names(material)


def _numbers(material: Material) -> Iterator[Seen]:
    """Numbers as the draft has them: squeezing would join the cells of a table."""
    text = material.draft.text
    if _WIDE.search(text):
        text = text.translate(_WIDE_DIGITS)
    for match in _DIGITS.finditer(text):
        seen = _judged(match.group(), match.span(), text, material)
        if seen is not None:
            severity, message = seen
            start, end = (material.squeezed.index_of(offset) for offset in match.span())
            yield Seen(_KIND, severity, start, end, message)


def _judged(written: str, span: Stretch, text: str, material: Material) -> tuple[Severity, str] | None:
    """What a long number is, None where it is nothing personal."""
    start, end = span
    number = written.replace(" ", "").lower()
    digits = number.replace("-", "").lstrip("+")
    if _IDENTITY.match(number):
        if _is_identity(number):
            return Severity.ERROR, "这是身份证号码，公开前应当隐去。"
        told = "证" in text[max(0, start - 12) : start]
        return (Severity.WARNING, "这里像是身份证号码，公开前应当隐去。") if told else None
    if _MOBILE.match(number) and not _MONEY.match(text, end):
        closing = material.draft.part_at(start).role is Role.CLOSING
        return Severity.NOTICE if closing else Severity.WARNING, "这是手机号码，公开前应当核实或隐去。"
    if 16 <= len(digits) <= 19 and digits.isdecimal() and _passes_luhn(digits):
        told = _CARD.search(text, max(0, start - 16), start) is not None
        if told or digits[:2] in ("62", "60", "95") or digits[0] in "45":
            return Severity.WARNING, "这里像是银行卡号，公开前应当隐去。"
    return None


def _is_identity(number: str) -> bool:
    """Whether the last sign of an identity number is the one its other digits give (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10x98765432"[total % 11] == number[17]


def _passes_luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        worth = int(digit) * (2 if place % 2 else 1)
        total += worth - 9 if worth > 9 else worth
    return total % 10 == 0 and len(set(digits)) > 3


def _homes(material: Material) -> Iterator[Seen]:
    text = material.text
    told = -1
    for at in material.places("住"):
        match = _HOME.search(text, max(0, at - 4), at + 60)
        if match and match.start() <= at < match.end() and match.start() >= told:
            clause = text[slice(*material.clauses.clause(at))]
            if not _OFFICE_ROOM.search(match["where"]) and "公司" not in clause:
                told = match.end()
                message = "这里写出了住址，公开前应当隐去。"
                yield Seen(_KIND, Severity.WARNING, match.start(), match.end(), message)
    for match in _ROOM.finditer(text):
        low = material.clauses.clause(match.start())[0]
        if match.start() >= told and not _OFFICE_ROOM.search(text, low, match.end() + 8):
            start = max(low, match.start() - 12)
            yield Seen(_KIND, Severity.NOTICE, start, match.end(), "这里像是住址，公开前请核实。")


def _names(material: Material) -> Iterator[Seen]:
    """Persons by name: beside a case a warning, an official a notice; each name once."""
    text, words = material.text, material.words.privacy
    ready = _prepared(words, material.words.people)
    told: set[str] = set()
    found: list[tuple[int, int, str, bool]] = []
    for role in material.met(words.private_roles):
        for at in material.places(role):
            name = _name_at(at + len(role), ready, text)
            if name is not None:
                found.append((at, at + len(role) + len(name), name, True))
    for office in material.met(words.offices):
        for at in material.places(office):
            name = _name_at(at + len(office), ready, text)
            if name is not None:
                found.append((at, at + len(office) + len(name), name, False))
    found += [(*match.span("name"), match["name"], False) for match in _plaintiffs(ready, material)]
    for at in material.places("同志"):
        for size in (3, 2):
            match = ready.name.match(text, at - size) if at >= size else None
            opens = at == size or text[at - size - 1] in ",;。:、\n("
            if match and opens and match["name"] == text[at - size : at] and match["name"][:2] not in ready.not_names:
                found.append((at - size, at + 2, match["name"], False))
    for start, end, name, private in sorted(found, key=lambda one: (one[0], -one[1])):
        if name in told or name in ready.leaders or material.role(start) is Role.CLOSING:
            continue
        told.add(name)
        if private:
            message = f"这里写出了“{name}”的姓名，公开前应当隐去或改用“{name[0]}某”。"
            yield Seen(_KIND, Severity.WARNING, start, end, message)
        else:
            message = f"这里写出了“{name}”的姓名，公开稿一般只写职务，请核实。"
            yield Seen(_KIND, Severity.NOTICE, start, end, message)


def _plaintiffs(ready: _Ready, material: Material) -> Iterator[Match[str]]:
    """张建国因对处罚不服: a name at the head of a clause that speaks of a case."""
    for match in _PLAINTIFF.finditer(material.text):
        name = _name_at(match.start("name"), ready, material.text)
        if name is None or name != match["name"] or name[2] in _PLACE_ENDS:
            continue
        if _CASE.search(material.text, *material.sentence(match.start("name"), 60)):
            yield match


def _name_at(start: int, ready: _Ready, text: str) -> str | None:
    """The name that begins at ``start``, None where the characters are something else."""
    match = ready.name.match(text, start)
    if match is None:
        return None
    name = str(match["name"])
    if name[:2] in ready.not_names or "某" in name or name[1:2] in "年月日号的等和与及、":
        return None
    return name
