"""What was never filled in: XX万元, ×次, ____, 待补充, 〔2022〕号, （ ）件, 某某县. Anonymised persons are right."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Match, Pattern
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen, Stretch
from desktop.checking.result import Severity
from desktop.packs.observation_model import ObservationWords

_KIND = "placeholder"
# Both begin with a plain set of characters, which is looked for much faster than anything else; what the first
# character is, and what stands before it, is asked behind it.
_SIGNS = pattern(
    r"[x×_*○△?n…](?:(?<=[x×])[x×]{0,19}|(?<=…)…{0,5}|(?<=_)_++|(?<=\*)\*++|(?<=[○△])[○△]++|(?<=\?)\?{0,2}"
    r"|(?<=n)(?<![a-z0-9].)(?![a-z0-9]))"
)
_EMPTY = pattern(
    r"[(《【〔\[年月\n共达约](?:(?<=\()\)|(?<=《)》|(?<=【)】|(?<=〔)(?:20[0-9]?)?〕|(?<=[〔\[(])20[0-9]{2}[〕\])]第?号"
    r"|(?<=[0-9x]年)月日|(?<=\n)年月日|(?<=[0-9]月)日"
    r"|(?:(?<=共)(?:计|(?<![公大相合总一]共))|(?<=达)(?:到|(?<!到达))|(?<=约)(?<![签合条预违特大节制]约))"
    r"余?(?:件|份|万元|人次|个百分点|%)(?!数|均))"
)
_LATIN = pattern("[a-z0-9.@/+=-]")
_GAP = pattern("[ \u3000\xa0](?<=[\u4e00-\u9fff].)[ \u3000\xa0]{1,11}(?=[\u4e00-\u9fff%])")
_AFTER_UNIT = pattern("[,;。、)\n]|$")
_ASKS = ("申", "邀", "聘", "提", "恳", "报", "呈")
"""Before 请 these make another word of it: 申请补充编制."""
_CONTEXT = 24
_CHINESE_DIGITS = "零一二三四五六七八九十"
_NO_NUMBER = {"《》": "书名号里没有名称", "()": "括号里没有内容", "【】": "括号里没有内容"}


@dataclass(frozen=True, eq=False)
class _Words:
    """The lists of placeholder.yaml made ready."""

    unit: Pattern[str]
    place: Pattern[str]
    case: Pattern[str]
    bracket: Pattern[str]
    surnames: frozenset[str]


@lru_cache(maxsize=4)
def _prepared(words: ObservationWords) -> _Words:
    mine = words.placeholder
    asks = "|".join((*mine.in_brackets, *mine.unfilled)) or "(?!)"
    names = "|".join(mine.in_square_brackets) or "(?!)"
    return _Words(
        pattern("|".join(sorted(mine.units, key=len, reverse=True)) or "(?!)"),
        pattern("|".join(sorted(mine.places, key=len, reverse=True)) or "(?!)"),
        pattern("|".join(mine.case) or "(?!)"),
        pattern(
            rf"[\[【(〔](?:{asks})[^\])】〕\n]{{0,30}}[\])】〕]|[\[【](?:{names})[\]】]"
            r"|[\[【(〔]待[^\])】〕,。;\n]{1,14}(?:补|填|核|确认|提供|更新|定)[^\])】〕\n]{0,4}[\])】〕]"
            r"|[\[【(〔][^\])】〕,。;\n]{1,8}(?<![接招等对期看善优亟留])待[^\])】〕,。;\n]{0,8}(?:补充|填写|填报|提供|核实|核定|更新)[\])】〕]"
        ),
        frozenset(words.people.surnames),
    )


def placeholder(material: Material) -> Iterator[Seen]:
    """Blanks, marks that stand for a figure or a name, and words that ask to be replaced."""
    told = -1
    for start, end, message, severity in sorted(_blanks(material), key=lambda one: (one[0], -one[1])):
        if start < told:
            continue
        low, high = _quoted((start, end), material)
        told = high
        yield Seen(_KIND, severity, low, high, message)


def _blanks(material: Material) -> Iterator[tuple[int, int, str, Severity]]:
    text, words = material.text, _prepared(material.words)
    for match in _SIGNS.finditer(text):
        message = _stands_for(match, words, material)
        if message is not None:
            sure = words.unit.match(text, match.end()) is not None
            yield match.start(), match.end(), message, Severity.ERROR if sure else Severity.WARNING
    for match in _EMPTY.finditer(text):
        said = _NO_NUMBER.get(match.group(), f"“{match.group().strip()}”里少了数字")
        yield match.start(), match.end(), f"{said}，请补上或删去。", Severity.WARNING
    for mark in "[【(〔":
        for at in material.places(mark):
            found = words.bracket.match(text, at)
            if found:
                message = f"“{_written(found.span(), material)}”是要填写的提示，请补上内容。"
                yield *found.span(), message, Severity.ERROR
    for word in material.met(material.words.placeholder.unfilled):
        for at in material.places(word):
            if word[0] != "请" or text[at - 1 : at] not in _ASKS:
                message = f"“{_written((at, at + len(word)), material)}”是没有填写完的话，请补上内容。"
                yield at, at + len(word), message, Severity.ERROR
    yield from _somebody(words, material)
    yield from _empty_quotes(material)
    yield from _gaps(words, material)


def _stands_for(match: Match[str], words: _Words, material: Material) -> str | None:
    """Why a run of signs is a blank, None where it means something else."""
    text, run = material.text, match.group()
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    sign = run[0]
    unit = words.unit.match(text, end)
    if sign in "x×":
        return _crosses(match, words, material)
    if sign == "_":
        inside = _LATIN.match(before) and _LATIN.match(after)
        return None if inside else "横线处没有填写，请补上内容。"
    if sign in "○△":
        numeral = before in _CHINESE_DIGITS or after in _CHINESE_DIGITS
        return None if numeral and (before or after) else f"“{run}”处没有填写，请补上内容。"
    if unit is None or _LATIN.match(before) or not before:
        return None
    if sign == "…":
        return "省略号处没有填写数字，请补上。" if _is_chinese(before) else None
    if sign == "*":
        return "“*”处没有填写数字，请补上。"
    if sign == "?" and (
        len(run) > 1 or (_is_chinese(before) and len(unit.group()) == 1 and unit.group() in "件次名场份")
    ):
        return "“?”处没有填写数字，请补上。"
    return (
        f"“{run.upper()}{unit.group()}”处没有填写数字，请补上。"
        if sign == "n" and unit.group() in "件次名个项场期"
        else None
    )


def _crosses(match: Match[str], words: _Words, material: Material) -> str | None:
    """Whether XX or × stands for something that was never written."""
    text, run = material.text, match.group()
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    shown = _written((start, end), material)
    unit = words.unit.match(text, end)
    if before.isascii() and before.isdigit():
        year = unit is not None and unit.group() in "年月日号" and text[start - 2 : start] in ("20", "02")
        return f"“{text[start - 2 : start]}{shown}{unit.group()}”没有填写完整，请补上。" if year and unit else None
    if _LATIN.match(before) or _LATIN.match(after) or (len(run) == 1 and (before == "第" or after in "光射")):
        return None
    named = before in words.surnames and len(run) <= 2
    if unit is not None and not (named and unit.group() in ("号", "位", "家", "个", "处", "部", "类")):
        return f"“{shown}{unit.group()}”处没有填写，请补上。"
    if len(run) < 2 or named or text[start - 2 : start] in material.words.people.double_surnames:
        return None
    if words.case.search(text, *material.sentence(start, 80)) and not words.place.match(text, end):
        return None
    return f"“{shown}”处没有填写，请补上或删去。"


def _somebody(words: _Words, material: Material) -> Iterator[tuple[int, int, str, Severity]]:
    """某某县, 某月某日; 彭某某 and 某公司 are anonymised and right."""
    text = material.text
    for at in material.places("某某"):
        before = text[at - 1 : at]
        place = words.place.match(text, at + 2)
        if before in words.surnames or before == "某" or place is None:
            continue
        case = words.case.search(text, *material.sentence(at, 80)) is not None
        severity = Severity.NOTICE if case else Severity.WARNING
        yield at, place.end(), f"“某某{place.group()}”像是没有换掉的模板用语，请核对。", severity
    for at in material.places("某月某日"):
        yield at, at + 4, "“某月某日”没有写明日期，请补上。", Severity.WARNING


def _empty_quotes(material: Material) -> Iterator[tuple[int, int, str, Severity]]:
    """Quotation marks with nothing in them; squeezing drops them, so the draft itself is looked at."""
    if "“”" not in material.draft.text:
        return
    for match in pattern("“”").finditer(material.draft.text):
        at = match.start()
        index = material.squeezed.index_of(at)
        if 0 < index < len(material.text):
            yield index - 1, index + 1, "引号里没有内容，请补上或删去。", Severity.WARNING


def _gaps(words: _Words, material: Material) -> Iterator[tuple[int, int, str, Severity]]:
    """审查合同    份: blanks where a figure belongs; squeezing drops them, so the draft itself is looked at."""
    draft = material.draft.text
    for match in _GAP.finditer(draft):
        index = material.squeezed.index_of(match.end())
        unit = words.unit.match(material.text, index)
        if unit and _AFTER_UNIT.match(material.text, unit.end()):
            yield index - 1, unit.end(), f"“{unit.group()}”前面空着，没有填写数字，请补上。", Severity.WARNING


def _is_chinese(sign: str) -> bool:
    return "一" <= sign <= "鿿"


def _written(stretch: Stretch, material: Material) -> str:
    """The words of a stretch as the draft has them, without blanks."""
    start = material.squeezed.original_offset(stretch[0])
    end = material.squeezed.original_offset(stretch[1] - 1) + 1
    return "".join(material.draft.text[start:end].split())


def _quoted(blank: Stretch, material: Material) -> Stretch:
    """A blank with the words around it in its clause."""
    text = material.text
    low, high = material.clauses.clause(blank[0])[0], material.clauses.clause(max(blank[1] - 1, blank[0]))[1]
    start, end = max(low, blank[0] - _CONTEXT), min(high, blank[1] + 8)
    while end > blank[1] and text[end - 1] in ",;:。!?\n、":
        end -= 1
    while start < blank[0] and text[start] == "\n":
        start += 1
    return start, end
