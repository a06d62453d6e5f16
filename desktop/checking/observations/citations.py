"""How documents are cited: their numbers, 《》, and titles that were repealed, not yet issued or written wrongly."""

from collections.abc import Iterator
from functools import lru_cache
from re import compile as pattern

from desktop.checking.observations.cited_numbers import PREFIX, core_title, not_its_number
from desktop.checking.observations.material import Material, Seen
from desktop.checking.observations.near import Near, near_index
from desktop.checking.observations.passages import around, says, written
from desktop.checking.result import Severity
from desktop.checking.squeeze import squeeze_words
from desktop.packs.observation_model import ObservationWords
from desktop.packs.wording_model import Dated
from desktop.reading.draft import Role

_KIND = "citation"
_NUMBER = pattern("20[0-9]{2}(?P<close>[〕\\])】}>〉]?)(?P<number>(?P<di>第?)[0-9]{1,5})号+")
_LOST = pattern("(?P<year>20[0-9]{2})[0-9]{1,4}号")
_SHORT_YEAR = pattern("〔(?P<year>[0-9]{2})〕[0-9]{1,4}号")
_ORDER = pattern("令,?\\(?(?P<year>20[0-9]{2})年?第[0-9]{1,4}号")
_OPEN, _CLOSE = "[(【{<〈", "])】}>〉"
_MARKS = pattern("[《》〈〉\n]")
_LOCAL_SIGNS = "省市县区州"
_LOCAL = pattern(".{2,6}?[省市区县]")
_MOST = 60
_KINDS = ("条例", "办法", "规定", "法")


def citation(material: Material) -> Iterator[Seen]:
    """Document numbers, title marks and titles that are not as they should be."""
    yield from _numbers(material)
    yield from _title_marks(material)
    yield from _titles(material)
    yield from not_its_number(material)


# --- 文号 ---------------------------------------------------------------------------------------------------------


def _numbers(material: Material) -> Iterator[Seen]:
    text = material.text
    for found in _NUMBER.finditer(text):
        start, end = found.span()
        opened, closed = text[start - 1 : start], found["close"]
        if opened != "〔" and opened not in _OPEN and not closed:
            continue
        if not _is_chinese(text[start - 2 : start - 1]) and (closed or opened != "〔"):
            continue
        low, high = around((max(0, start - 1), end), material, 8, 0)
        shown = written((start - (opened in "〔" + _OPEN), end), material)
        message = _number_fault(opened, closed, found["di"], found["number"], shown)
        if message:
            severity = Severity.NOTICE if opened == "〔" and closed == "〕" else Severity.WARNING
            yield Seen(_KIND, severity, low, high, message)
        elif found.group().endswith("号号"):
            yield Seen(_KIND, Severity.WARNING, low, high, f"文号“{shown}”多了一个“号”字。")
        else:
            yield from _too_new(int(found.group()[:4]), start, (low, high), material)
    for found in _LOST.finditer(text):
        if text[found.start() - 1] not in "发函字办法规":
            continue
        low, high = around(found.span(), material, 8, 0)
        said = f"文号“{written((low, high), material)}”缺少年份的六角括号，应为〔{found['year']}〕的形式。"
        yield Seen(_KIND, Severity.WARNING, low, high, said)
    for found in _SHORT_YEAR.finditer(text):
        low, high = around(found.span(), material, 8, 0)
        yield Seen(_KIND, Severity.WARNING, low, high, f"文号里的年份应当写全，“{found['year']}”应为四位数的年份。")
    for found in _ORDER.finditer(text):
        yield from _too_new(int(found["year"]), found.start(), around(found.span(), material, 16, 0), material)


def _number_fault(opened: str, closed: str, di: str, number: str, shown: str) -> str | None:
    if opened in _OPEN and opened and closed in _CLOSE and closed:
        return f"文号“{shown}”的年份应当用六角括号〔〕括起。"
    if (opened == "〔") != (closed == "〕"):
        return f"文号“{shown}”的六角括号没有配对，应为〔年份〕的形式。"
    if opened != "〔":
        return None
    if di:
        return f"文号“{shown}”的序号前不加“第”字，请核对。"
    return f"文号“{shown}”的序号不编虚位，前面不加0，请核对。" if number.startswith("0") else None


def _too_new(year: int, at: int, stretch: tuple[int, int], material: Material) -> Iterator[Seen]:
    """A number given in a year after the report's."""
    if material.year is None or year <= material.year:
        return
    role = material.role(at)
    if year == material.year + 1 and role not in (Role.MEASURES, Role.SHORTCOMINGS):
        return
    said = f"{year}年的文件不会出现在{material.year}年度的工作里，请核对年份。"
    severity = Severity.WARNING if year > material.year + 1 or role is Role.MEASURES else Severity.NOTICE
    yield Seen(_KIND, severity, *stretch, said)


# --- 《》 ----------------------------------------------------------------------------------------------------------


def _title_marks(material: Material) -> Iterator[Seen]:
    """Title marks without a partner and 《》 inside 《》; a title broken over two paragraphs is let be."""
    text = material.text
    if text.count("《") == text.count("》") == len(material.clauses.titles):
        yield from _outer(material)
        return
    opened: list[int] = []
    for found in _MARKS.finditer(text):
        mark, at = found.group(), found.start()
        if mark == "\n":
            following = text[at + 1 : at + 60]
            broken = "》" in following and "《" not in following[: following.index("》")]
            if opened and not broken:
                yield _unpaired(opened[-1], "《", material)
            if not broken:
                opened = []
        elif mark == "《":
            opened.append(at)
        elif mark == "》":
            if not opened:
                yield _unpaired(at, "》", material)
            elif len(opened) == 1:
                opened.pop()
            else:
                yield from _nested(opened, at, material)
        elif mark == "〈" and not opened:
            yield from _alone(at, material)
    if opened:
        yield _unpaired(opened[-1], "《", material)


def _outer(material: Material) -> Iterator[Seen]:
    """〈〉 outside all titles, where every 《 has its 》."""
    for at in material.places("〈"):
        if not material.clauses.title_around(at, at + 1):
            yield from _alone(at, material)


def _alone(at: int, material: Material) -> Iterator[Seen]:
    text = material.text
    if "》" not in text[at : at + 60]:
        end = text.find("〉", at, at + 60) + 1 or at + 1
        said = "书名号外层应当用《》，〈〉只用在《》里面，请核对。"
        yield Seen(_KIND, Severity.NOTICE, *around((at, end), material), said)


def _nested(opened: list[int], at: int, material: Material) -> Iterator[Seen]:
    """The 》 at ``at`` closes an inner 《; whether the outer is closed too tells nesting from a lost mark."""
    text = material.text
    rest = text[at + 1 : at + 80]
    closing, opening = rest.find("》"), rest.find("《")
    stop = next((index for index, sign in enumerate(rest) if sign in "。;\n"), len(rest))
    outer = opened[0]
    if 0 <= closing < (opening if opening >= 0 else 99) and closing < stop:
        end = at + 1 + closing + 1
        opened.pop()
        said = "书名号里面再用书名号，内层应当用〈〉。"
        yield Seen(_KIND, Severity.WARNING, outer, min(end, outer + 110), said)
    else:
        opened.clear()
        yield _unpaired(outer, "《", material)


def _unpaired(at: int, mark: str, material: Material) -> Seen:
    said = f"书名号不成对，“{mark}”没有另一半，请核对。"
    stretch = around((at, at + 1), material, 2, 14) if mark == "《" else around((at, at + 1), material, 14, 2)
    return Seen(_KIND, Severity.WARNING, *stretch, said)


# --- 题名 ---------------------------------------------------------------------------------------------------------


class _Titles:
    """The lists of citation.yaml ready for looking up."""

    def __init__(self, words: ObservationWords) -> None:
        mine = words.citation
        self.repealed = {_plain(one.name): one for one in mine.repealed}
        self.issued = {_plain(one.name): one for one in mine.issued}
        laws = {squeeze_words(name) for name in mine.laws}
        policies = {core_title(squeeze_words(name)) for name in mine.policies}
        self.laws = laws
        self.known = laws | policies | set(self.repealed) | set(self.issued)
        self.near_laws: Near = near_index(laws | {name for name in self.repealed if name.endswith("法")})
        self.near_policies: Near = near_index(policies)
        self.by_signs = {"".join(sorted(name)): name for name in (*laws, *policies)}


def _plain(name: str) -> str:
    return squeeze_words(name)


@lru_cache(maxsize=4)
def _titles_of(words: ObservationWords) -> _Titles:
    return _Titles(words)


def _titles(material: Material) -> Iterator[Seen]:
    lists, text = _titles_of(material.words), material.text
    told: dict[str, Seen] = {}
    cores = [core_title(text[start + 1 : end - 1]) for start, end in material.clauses.titles]
    local = _local_regulations(cores)
    for (start, end), core in zip(material.clauses.titles, cores, strict=True):
        title = text[start + 1 : end - 1]
        bare = title.removeprefix(PREFIX)
        if len(core) < 2:
            continue
        message: tuple[Severity, str] | None = None
        if bare in lists.repealed:
            message = _repealed(lists.repealed[bare], start, material)
        elif core in lists.issued:
            message = _not_yet(lists.issued[core], start, material)
        elif core not in lists.known:
            message = _misnamed(title, core, lists, local)
            if message is not None and says(("起草", "草案", "征求意见", "立法"), start, material):
                continue
        if message is None:
            continue
        if title in told:
            first = told[title]
            told[title] = Seen(
                _KIND, first.severity, first.start, first.end, first.message, (*first.related, (start, end))
            )
        else:
            stretch = around((start, end), material, 4, 2) if end - start < 12 else (start, end)
            told[title] = Seen(_KIND, message[0], *stretch, message[1])
    yield from told.values()


def _repealed(one: Dated, at: int, material: Material) -> tuple[Severity, str] | None:
    year, month = one.since
    if material.year is None or material.year < year or says(material.words.citation.silent, at, material):
        return None
    if material.year == year and month > 1:
        severity, ask = Severity.NOTICE, "请核对引用时是否有效"
    else:
        severity, ask = Severity.WARNING, f"应引用{one.instead}" if one.instead else "不应再引用"
    return severity, f"《{one.name}》已于{year}年{month}月废止或改名，{ask}。"


def _not_yet(one: Dated, at: int, material: Material) -> tuple[Severity, str] | None:
    year, month = one.since
    if material.year is None or material.year >= year or says(material.words.citation.silent, at, material):
        return None
    role = material.role(at)
    if material.year + 1 == year and role is Role.NEXT_YEAR:
        return None
    return Severity.WARNING, f"《{one.name}》{year}年{month}月才公布，不应出现在{material.year}年度的报告里，请核对。"


def _misnamed(title: str, core: str, lists: _Titles, local: list[tuple[str, str]]) -> tuple[Severity, str] | None:
    """A title that is nearly one that exists."""
    if core[0] in _LOCAL_SIGNS and core[1:] in lists.known:
        return None
    if title.startswith(PREFIX) and core.endswith("法"):
        meant = lists.near_laws.abbreviated(core)
        if meant:
            return Severity.WARNING, f"写了“{PREFIX}”就要写全称，应为《{PREFIX}{meant}》。"
    if len(core) >= 4 and core[-1] in "法发":
        meant = lists.near_laws.one_off(core)
        if (
            meant
            and meant != core.removesuffix("办法") + "法"
            and (len(core) >= 6 or len(meant) > len(core) or title.startswith(PREFIX))
        ):
            return Severity.WARNING, f"没有《{core}》，疑为《{meant}》，请核对题名。"
    if len(core) >= 6 and "".join(sorted(core)) in lists.by_signs:
        meant = lists.by_signs["".join(sorted(core))]
        return Severity.WARNING, f"题名应为《{meant}》，这里字的次序不同，请核对题名。"
    if len(core) >= 6 and lists.near_policies.resembling(core):
        meant = lists.near_policies.one_off(core) or lists.near_policies.few_off(core)
        if meant:
            return Severity.WARNING, f"题名与《{meant}》差了几个字，请核对题名。"
    other = _other_kind(core, lists.known) if title.startswith(PREFIX) or "暂行" in core[-4:] else None
    if other:
        return Severity.WARNING, f"没有《{core}》，疑为《{other}》，请核对题名。"
    return _incomplete(core, local)


def _other_kind(core: str, known: set[str]) -> str | None:
    """《社会救助暂行办法》 for 《社会救助暂行条例》, 《民族区域自治法》 for 《中华人民共和国民族区域自治条例》."""
    kind = next((one for one in _KINDS if core.endswith(one)), None)
    others = (core.removesuffix(kind) + one for one in _KINDS if one != kind) if kind and len(core) >= 6 else ()
    found = [other for other in others if other in known]
    return found[0] if len(found) == 1 else None


def _local_regulations(cores: list[str]) -> list[tuple[str, str]]:
    """《某省促进科技成果转化条例》 without its region, and as it stands."""
    found = ((_LOCAL.match(core), core) for core in dict.fromkeys(cores) if core.endswith("条例"))
    return [(core[local.end() :], core) for local, core in found if local][:_MOST]


def _incomplete(core: str, local: list[tuple[str, str]]) -> tuple[Severity, str] | None:
    """《科技成果转化条例》 where the same report has 《某省促进科技成果转化条例》."""
    if not core.endswith("条例") or not 6 <= len(core) <= 16:
        return None
    for rest, other in local:
        if 0 < len(rest) - len(core) <= 3 and _within(core, rest):
            return Severity.NOTICE, f"文中另作《{other}》，这里的题名可能不全，请核对。"
    return None


def _within(short: str, long: str) -> bool:
    signs = iter(long)
    return all(sign in signs for sign in short)


def _is_chinese(sign: str) -> bool:
    return "一" <= sign <= "鿿"
