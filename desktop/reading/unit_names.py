"""Names of units: in a title, in a signature, at the start of a sentence; and the fuller of two names."""

import re
from collections.abc import Iterable

UNIT_WORDS = (
    "人民政府|政府|街道办事处|办事处|管理委员会|管委会|委员会|管理局|监督局|局|厅|委|办公室|总队|支队|大队|中心|院"
    "|署|社|会|所|街道|镇|乡|处|公司|部|站"
)
PARTY_WORDS = "党组|党委|党工委|工委|党支部|党总支"
UNIT_LINE = re.compile(rf"^[^，。；：！？\d]{{2,40}}(?:{UNIT_WORDS}|{PARTY_WORDS})(?:（.{{1,10}}）)?$")
"""A line that holds the name of a unit and nothing else."""

_YEAR = "(?:(?:19|20)\\d\\d|[〇○零一二三四五六七八九]{4})年"
_OPENS = re.compile(f"^(?:关于)?(?:{_YEAR}(?:度)?(?:的)?)?")
_IN_TITLE = re.compile(
    f"^([^\\d，。；：]{{1,40}}?(?:{UNIT_WORDS}))"
    f"(?=关于|20|19|二〇|二○|二零|法治|依法|推进|贯彻|年度|落实|$|（|履行|全面|{PARTY_WORDS}|机关党|20)"
)
_AREA = re.compile(
    "^([^\\d，。；：]{1,24}?(?:自治区|自治州|自治县|新区|开发区|园区|省|市|县|区|州|旗|盟))"
    "(?=关于|20|19|二〇|二○|二零|法治|依法|人民|推进|年度|贯彻|落实|全面)"
)
_AREA_WORDS = "自治区|自治州|自治县|新区|开发区|园区|省|市|县|区|州|旗|盟|镇|乡|街道"
_MENTION = re.compile(
    f"(?:[\u4e00-\u9fff]{{1,12}}?(?:{_AREA_WORDS}))?[\u4e00-\u9fff]{{0,16}}?"
    "(?:人民政府|街道办事处|管理委员会|管委会|委员会|[^当布结格全大出时我本该各贵两][局厅])(?![长面部限])"
)
_SHORTEST_MENTION = 3
_NO_NAME = re.compile(
    "^(?:组织|召开|主持|根据|依据|按照?|遵照|在|为|对|向|由|经|将|把|以|从|让|使|请|报|坚持|贯彻|落实|推[动进]|深入|全面"
    "|认真|积极|配合|协[调助]|参[加与]|支持|接受|加[强快]|聘请|成立|印发|制定|出台|完善|健全|严格|充分|切实|进一步|通过"
    "|围绕|紧[扣盯]|依[托靠]|及时|牢[固记]|不断|持续|扎实|着力|始终|听取|学习|传达|提请|联合|会同|邀请|督促|指导|开展"
    "|强化|深化|优化|规范|建立|统筹|聚焦|突出|落地|自觉|主动|如期|顺利|圆满|明确|对照|结合|作为|作出|完成|执行|服从|服务"
    "|拟|被|与|和|同|就|因|凡|并|及|已|均|还|也|[上呈]报|报送|抄[送报]|提交|移[送交]|其中|目前|现|今|去|上年|当|每|一年来|年初|全年|本|我|各|全|该|有|各级)|[年我]|法治政府"
)
_OTHER_ORGAN = re.compile("依法治[国省市县区州镇]|人大常|代表大会")
_PARTY = re.compile(rf"^(?:中共|中国共产党)?(.{{2,40}}?(?:{UNIT_WORDS}))(?:机关)?(?:{PARTY_WORDS})$")
_BRACKETS_AT_END = re.compile("（.{1,10}）$")
_AREA_ONLY = re.compile(f"(?:{_AREA_WORDS})$")


def unit_in_title(title: str) -> str | None:
    """The unit that a title opens with, None if it names none."""
    words = _OPENS.sub("", title)
    match = _IN_TITLE.match(words)
    if match is not None and not _NO_NAME.search(match[1]):
        after = re.match(PARTY_WORDS, words[match.end() :])
        return own_name(match[1] + (after[0] if after else ""))
    area = _AREA.match(words)
    return area[1] if area is not None and not _NO_NAME.search(area[1]) else None


def own_name(line: str) -> str:
    """The organ's own name: 中共某某区科技局党组 is 某某区科技局; of several names the administrative one."""
    names = [name for name in re.split("[、]", _BRACKETS_AT_END.sub("", line)) if name]
    plain = [name for name in names if not re.search(f"^中共|(?:{PARTY_WORDS})$", name)]
    name = (plain or names or [line])[-1 if plain else 0]
    party = _PARTY.match(name)
    return party[1] if party else name


def mentioned_unit(clauses: Iterable[str]) -> str | None:
    """The first unit that one of ``clauses`` opens with; a phrase that opens with a verb is no name."""
    for clause in clauses:
        match = _MENTION.match(_OPENS.sub("", clause))
        if match is None or len(match[0]) < _SHORTEST_MENTION:
            continue
        if not _NO_NAME.search(match[0]) and not _OTHER_ORGAN.search(match[0]):
            return match[0]
    return None


def fuller_name(name: str, others: Iterable[str | None]) -> str:
    """``name``, or the longer of ``others`` that is the same unit: 某某区科技局, signed 某某区科学技术局."""
    same = [other for other in others if other and len(other) > len(name) and is_same_unit(name, other)]
    return max(same, key=len, default=name)


def is_same_unit(short: str, full: str) -> bool:
    """True if ``full`` holds the letters of ``short`` in their order and is the same kind of organ."""
    letters = iter(full)
    if not all(letter in letters for letter in short):
        return False
    return full.endswith(short[-1]) or (_AREA_ONLY.search(short) is not None and full == short + "人民政府")
