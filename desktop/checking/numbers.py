"""Numbers with their units in squeezed text, for the "#件" terms of rules."""

from re import compile as pattern

_FAMILIES = {
    "件": ("件", "起", "宗", "件次", "例", "案"),
    "人": ("人", "名", "位", "人次"),
    "次": ("次", "轮", "回", "场次", "批次"),
    "场": ("场", "场次"),
    "期": ("期", "班次"),
    "元": ("元", "万元", "亿元"),
}
_UNITS = (
    *("件次", "人次", "台次", "场次", "批次", "班次", "课时", "学时", "平方米"),
    *("件", "起", "宗", "例", "案", "人", "名", "位", "次", "轮", "回", "场", "期", "份", "项", "条", "个", "家", "户"),
    *("台", "套", "部", "卷", "本", "篇", "批", "处", "所", "支", "栋", "册", "幅", "块", "辆", "天", "元", "%", "类"),
    *("章", "讲", "节", "堂", "课", "间", "张", "封", "句", "分", "艘", "只", "枚", "座", "小时", "种", "版", "讲次"),
)
_UNIT_WORDS = "|".join(sorted(_UNITS, key=len, reverse=True))
_NUMERALS = "零一二两三四五六七八九十百千"
# The one class at the very beginning lets the search skip everything that opens no number.
_COUNT = pattern(
    rf"[0-9{_NUMERALS}](?:"
    r"(?<=百)分之[零一二三四五六七八九十百]+"
    r"|(?:(?<=[0-9])(?<![0-9].)(?<![0-9][.,].)[0-9]*+(?:[.,][0-9]++)*+"
    rf"|(?<=[{_NUMERALS}])[{_NUMERALS}]+|(?<=[两三四五六七八九十百千])|(?<=一)(?=[名期场宗份台位家届批]))"
    r"(?:余|多|几)?[十百千]?[万亿]?(?:余|多)?(" + _UNIT_WORDS + r"))"
)
_NO_COUNT_AFTER = (
    *("次办", "件事", "个一", "个工作日", "分之", "个月", "个坚持", "个维护", "个意识", "个自信", "部门"),
    *("届全", "届三", "届四", "届二", "项制度", "项机制", "项改革", "个亲自", "个严禁", "个不得", "章一", "会一"),
)


def counts(text: str) -> tuple[tuple[int, int, str], ...]:
    """Every number with a unit: start, end and unit ("%" for 百分之…)."""
    found = []
    for match in _COUNT.finditer(text):
        unit = match.group(1) or "%"
        if unit == "元" and text[match.end() - 2] in "万亿":
            unit = text[match.end() - 2 : match.end()]
        if text.startswith(_NO_COUNT_AFTER, match.end() - len(unit)):
            continue
        found.append((match.start(), match.end(), unit))
    return tuple(found)


def unit_fits(asked: str, unit: str) -> bool:
    """Whether a number with ``unit`` answers the term "#asked" ("" asks for any unit)."""
    return not asked or unit in _FAMILIES.get(asked, (asked,))
