"""What a unit is called where it speaks of itself: 云溪县水务局 is 县水务局 and 水务局 too, 清湖街道办事处 清湖街道."""

from functools import lru_cache
from re import Pattern, escape
from re import compile as pattern

from desktop.checking.observations.places import own_places

_SHORTEST = 3
_GOVERNMENT = ("", "人民政府", "政府", "办事处", "管理委员会", "管委会")
_OF_ANOTHER = "(?![^,。;\n]{0,8}(?:局|法院|检察院|大队|中队|公司|中心))"
"""Behind the name of a place: 平陵县司法局 is not the government of 平陵县."""


@lru_cache(maxsize=16)
def own_names(unit: str, short_forms: tuple[tuple[str, str], ...]) -> Pattern[str]:
    """The names of ``unit`` (squeezed) as one pattern; ``short_forms`` are words and what is written for them."""
    places = own_places(unit)
    rest = unit
    for stem, sign in places:
        rest = rest.removeprefix(stem + sign)
    names = {unit}
    for written in (rest, _brief(rest, short_forms)):
        for number in range(len(places) + 1):
            names.add("".join(map("".join, places[number:])) + written)
        names |= {places[-1][1] + written} if places else set()
    words = [escape(name) for name in names if len(name) >= _SHORTEST]
    if places and rest in _GOVERNMENT:
        words.append(escape("".join(places[-1])) + _OF_ANOTHER)
    return pattern("|".join(sorted(words, key=len, reverse=True)) or "(?!)")


def _brief(name: str, short_forms: tuple[tuple[str, str], ...]) -> str:
    for long, brief in short_forms:
        name = name.replace(long, brief)
    return name
