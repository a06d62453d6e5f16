"""The sum of what stands above: 甲：…立案32件…。乙：…立案41件…。以上两个领域合计立案73件。"""

from collections.abc import Iterator
from re import compile as pattern

from desktop.checking.observations.amounts import same_thing
from desktop.checking.observations.figures import added, plain
from desktop.checking.observations.material import Material, Seen
from desktop.checking.result import Severity
from desktop.reading.numbering import chinese_value

_ABOVE = pattern(
    "(?:以上|上述)(?P<count>[两二三四五六七八九十]|[0-9]{1,2})[个类项大][^,。;0-9\n]{0,8}?(?:合计|共计|总计|累计|共)"
    "(?P<doing>[一-鿿]{2,4})(?=[0-9])"
)
_SIGNS = ("以上", "上述")
_REACH = 800


def sums_above(material: Material) -> Iterator[Seen]:
    """Sums of as many figures as announced, each told above with the same word before it."""
    text = material.text
    for at in sorted(at for sign in _SIGNS for at in material.places(sign)):
        found = _ABOVE.match(text, at)
        whole = material.amounts.first(found.end(), found.end() + 1) if found else None
        if found is None or whole is None or not whole.exact:
            continue
        low = max(text.rfind("\n", 0, at) + 1, at - _REACH)
        parts = [
            one
            for one in material.amounts.between(low, at)
            if text.endswith(found["doing"], low, one.start) and one.exact and same_thing(one, whole)
        ]
        total = sum(one.low for one in parts)
        digits = found["count"]
        count = int(digits) if digits.isdecimal() else 2 if digits == "两" else chinese_value(digits)
        if len(parts) != count or total == whole.low:
            continue
        said = f"前面{count}项相加为{added(parts, text)}，与这里的{plain(whole.value)}{whole.unit}不一致，请核对。"
        related = tuple((one.start - len(found["doing"]), one.end) for one in parts)
        yield Seen("arithmetic", Severity.WARNING, at, whole.end, said, related)
