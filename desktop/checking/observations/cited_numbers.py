"""Documents and their numbers: 《…意见》（国办发〔2024〕54号）, 国务院令第713号公布的《…条例》."""

from collections.abc import Iterator
from functools import lru_cache
from re import compile as pattern

from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity
from desktop.checking.squeeze import squeeze_words
from desktop.packs.wording_model import CitationWords

_KIND = "citation"
PREFIX = "中华人民共和国"
_NATIONAL = ("国发", "国办发", "国办函", "国函", "中发", "中办发", "中办字", "厅字", "法释", "法发", "国务院令")
_ORDER = rf"(?:{PREFIX})?(?:国务院令|国令),?(?:20[0-9]{{2}}年)?第?[0-9]{{1,4}}号|国务院(?:令第|第)?[0-9]{{1,4}}号令"
_DOCUMENT = rf"(?:{'|'.join(_NATIONAL[:-1])})〔20[0-9]{{2}}〕[0-9]{{1,4}}号"
_DATE = "(?:20|19)[0-9]{2}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
_DONE = "(?:重新|新)?(?:公布|发布|颁布|印发|下发|制发|通过|修订|修正|修改)"
_NUMBER = rf"{_ORDER}|[一-鿿]{{2,8}}〔20[0-9]{{2}}〕[0-9]{{1,4}}号"
_ONE = pattern(_NUMBER)
_IN_BRACKETS = pattern(
    rf",?\((?P<first>{_DATE},?)?(?P<number>{_NUMBER})(?P<more>(?:{_NUMBER}|{_DATE}|{_DONE}|施行|实施|自|起|[,、;])*?)"
    r"(?:,?以下(?:简称|称)[^()\n]{1,20})?\)"
)
_BESIDE = pattern(f"(?P<number>{_ORDER}|{_DOCUMENT})(?!(?:文件?|{_DONE}|施行|实施|的|,)*[《、和及与令])")
_BEFORE = pattern(f"(?P<number>{_ORDER}|{_DOCUMENT})(?:文件?)?(?:(?:{_DONE}|施行|实施|并)+的?)?$")
_REACH = 40
_NOT_ALONE = "、和及与或》)号令"
"""What stands before a number that is one of several, or that belongs to what came before."""
_ANOTHER = pattern("[、和及与以]*《")
_DIGITS = pattern("[0-9]+(?=号)")
_MARKS = str.maketrans("", "", "《》〈〉")
_TAIL = pattern("\\([^()]{1,14}\\)$")
_ISSUERS = pattern("^(?:中共中央|国务院|办公厅|中央办公厅|司法部|、)+(?=关于)")


@lru_cache(maxsize=4000)
def core_title(title: str) -> str:
    """A title without issuer, 关于, 中华人民共和国, period and (试行); ``title`` is squeezed, without its 《》."""
    while title.endswith(")") and _TAIL.search(title):
        title = _TAIL.sub("", title)
    if "关于" not in title:
        return title.removeprefix(PREFIX)
    return _ISSUERS.sub("", title).removeprefix("关于").removeprefix(PREFIX)


def not_its_number(material: Material) -> Iterator[Seen]:
    """Titles beside a number that is another document's, or that is not quite the document's own."""
    text, lists = material.text, _numbers_of(material.words.citation)
    for start, end in material.clauses.titles:
        core = core_title(text[start + 1 : end - 1]).translate(_MARKS)
        for low, high, numbers, surely in filter(None, (_after(text, start, end), _before(text, start, end))):
            said = lists.fault(core, numbers) if surely or core in lists.numbers_of else None
            if said:
                yield Seen(_KIND, Severity.WARNING, low, high, said)
                break


_Cited = tuple[int, int, list[str], bool]
"""The stretch of title and numbers, the numbers, and whether nothing can stand there but the title's own number.

Where it can, only titles in the lists are looked at: 根据国务院令第711号修订《云溪县政府信息公开指南》.
"""


def _after(text: str, start: int, end: int) -> _Cited | None:
    """The numbers behind a title, in brackets or not."""
    found = _IN_BRACKETS.match(text, end)
    if found:
        surely = not found["first"] and not found["more"]
        return start, found.end(), [_plain(one.group()) for one in _ONE.finditer(found.group())], surely
    found = _BESIDE.match(text, end)
    return (start, found.end(), [_plain(found["number"])], False) if found else None


def _before(text: str, start: int, end: int) -> _Cited | None:
    """The number before a title that stands alone: 国务院令第713号公布的《…》."""
    low = max(0, start - _REACH)
    # Few titles have a number before them, and the search tries every character.
    found = _BEFORE.search(text, low, start) if "号" in text[low:start] else None
    if not found or _ANOTHER.match(text, end) or text[max(0, found.start() - 1)] in _NOT_ALONE:
        return None
    return found.start(), end, [_plain(found["number"])], False


def _plain(number: str) -> str:
    """A number as the lists have it: 国务院第713号令 and 国令第713号 are 国务院令第713号."""
    if "〔" in number:
        return number
    return f"国务院令第{''.join(sign for sign in number.rpartition('年')[2] if sign.isdigit())}号"


class _Numbers:
    """The numbers of citation.yaml ready for looking up; a regulation that was amended has several."""

    def __init__(self, words: CitationWords) -> None:
        pairs = [(squeeze_words(one.number), squeeze_words(one.title)) for one in words.numbers]
        self.title_of = {number: core_title(title).translate(_MARKS) for number, title in pairs}
        self.numbers_of: dict[str, list[str]] = {}
        for number, title in self.title_of.items():
            self.numbers_of.setdefault(title, []).append(number)
        self.amending = frozenset(words.amending)

    def fault(self, core: str, numbers: list[str]) -> str | None:
        """What is wrong when a title stands with ``numbers``, one of which has to be right; None if nothing is."""
        right = self.numbers_of.get(core, [])
        if any(number in right or number in self.amending for number in numbers):
            return None
        for number in numbers:
            there = self.title_of.get(number)
            if there is not None:
                if not _within(core, there) and not _within(there, core):
                    return f"{number}是《{there}》，与这里的题名不一致，请核对。"
            elif number.startswith(_NATIONAL):
                meant = [one for one in right if "令" not in number or _nearly(number, one)]
                if meant:
                    return f"《{core}》的文号是{'或'.join(meant)}，这里写的是{number}，请核对。"
        return None


def _nearly(number: str, right: str) -> bool:
    """Whether ``number`` is a slip for ``right``; any other may be that of an amendment not in the lists."""
    written, meant = "".join(_DIGITS.findall(number)), "".join(_DIGITS.findall(right))
    if len(written) != len(meant):
        return False
    return sum(map(str.__ne__, written, meant)) == 1 or sorted(written) == sorted(meant)


def _within(short: str, long: str) -> bool:
    signs = iter(long)
    return all(sign in signs for sign in short)


@lru_cache(maxsize=4)
def _numbers_of(words: CitationWords) -> _Numbers:
    return _Numbers(words)
