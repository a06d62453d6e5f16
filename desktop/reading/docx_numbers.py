"""Automatic numbers of a Word document as the text a reader sees: 一、, （二）, 3., ④."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from desktop.reading.docx_names import NAMES, child, number, switched_on, value
from desktop.reading.docx_styles import Styles

_LEVELS = 9
_MOST_LETTERS = 26 * 30
"""Numbers as repeated letters (aa, bb) go up to thirty letters, as in Word."""
_PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; ``restart`` is the upper level, 1 the outermost, that begins it anew.

    None stands for the level just above, 0 for none at all.
    """

    kind: str
    pattern: str
    start: int
    all_decimal: bool
    style: str | None
    restart: int | None


@dataclass
class Numbering:
    """Counts list paragraphs in reading order; one object per reading of a document."""

    lists: dict[int, dict[int, Level]] = field(default_factory=dict)
    list_of: dict[int, int] = field(default_factory=dict)
    starts: dict[int, dict[int, int]] = field(default_factory=dict)
    own_levels: dict[int, dict[int, Level]] = field(default_factory=dict)
    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def level_of_style(self, num: int, style: str | None) -> int:
        """The level of list ``num`` that is tied to a paragraph style, 0 if none is."""
        levels = self._levels_of(num)
        return next(
            (at for at, level in levels.items() if style is not None and level.style == style),
            0,
        )

    def next_label(self, num: int, at: int) -> str:
        """Count one paragraph of list ``num`` at level ``at`` (0 the outermost) and give its number as text."""
        listed = self.list_of.get(num)
        if listed is None or not 0 <= at < _LEVELS:
            return ""
        levels = self._levels_of(num)
        level = levels.get(at)
        if level is None:
            return ""
        counts = self._counts.setdefault(listed, [None] * _LEVELS)
        override = self.starts.get(num, {}).get(at)
        before = counts[at]
        if before is None or (override is not None and (num, at) not in self._begun):
            counts[at] = level.start if override is None else override
        else:
            counts[at] = before + 1
        self._begun.add((num, at))
        for upper in range(at):
            if counts[upper] is None:
                counts[upper] = levels[upper].start if upper in levels else 1
        for deeper in range(at + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or restart > at:
                counts[deeper] = None
        return _label(level, levels, counts)

    def _levels_of(self, num: int) -> dict[int, Level]:
        """The levels of list ``num``, those it words anew among them."""
        levels = self.lists.get(self.list_of.get(num, -1), {})
        own = self.own_levels.get(num)
        return {**levels, **own} if own else levels


def _label(level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    if level.kind == "bullet":
        return ""

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        kind = "decimal" if level.all_decimal or at not in levels else levels[at].kind
        return format_number(counts[at] or 0, kind)

    return _PLACE.sub(shown, level.pattern).strip()


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """The lists of a numbering part; None gives none."""
    lists = Numbering()
    links: dict[int, str] = {}
    for element in root if root is not None else ():
        if NAMES[element.tag] == "abstractNum":
            identifier = number(element, "abstractNumId")
            if identifier is not None:
                lists.lists[identifier] = _read_levels(element)
                link = value(child(element, "numStyleLink"))
                if link is not None:
                    links[identifier] = link
        elif NAMES[element.tag] == "num":
            _read_list(element, lists)
    for identifier, style in links.items():
        chosen = styles.get(style).numbering
        target = lists.list_of.get(chosen.list) if chosen is not None and chosen.list is not None else None
        if target is not None and not lists.lists[identifier]:
            lists.lists[identifier] = lists.lists.get(target, {})
    return lists


def _read_list(element: etree._Element, lists: Numbering) -> None:
    identifier, abstract = (
        number(element, "numId"),
        number(child(element, "abstractNumId")),
    )
    if identifier is None or abstract is None:
        return
    lists.list_of[identifier] = abstract
    for override in element:
        at = number(override, "ilvl")
        if NAMES[override.tag] != "lvlOverride" or at is None:
            continue
        start = number(child(override, "startOverride"))
        if start is not None:
            lists.starts.setdefault(identifier, {})[at] = start
        lists.own_levels.setdefault(identifier, {}).update(_read_levels(override))


def _read_levels(element: etree._Element) -> dict[int, Level]:
    levels = {}
    for one in element:
        at = number(one, "ilvl")
        if NAMES[one.tag] != "lvl" or at is None:
            continue
        start = number(child(one, "start"))
        levels[at] = Level(
            value(child(one, "numFmt")) or "decimal",
            value(child(one, "lvlText")) or "",
            1 if start is None else start,
            switched_on(child(one, "isLgl")),
            value(child(one, "pStyle")),
            number(child(one, "lvlRestart")),
        )
    return levels


_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def format_number(count: int, kind: str) -> str:
    """``count`` as Word shows it in the number format ``kind``; unknown formats give Arabic digits."""
    formatter = _FORMATTERS.get(kind)
    return formatter(count) if formatter is not None and count > 0 else str(count)


def chinese_number(count: int, digits: str = _DIGITS, ten: str = "十", hundred: str = "百") -> str:
    """A whole number below a thousand in Chinese: 10 is 十, 21 is 二十一, 105 is 一百〇五."""
    if count >= 1000:
        return str(count)
    hundreds, rest = divmod(count, 100)
    tens, ones = divmod(rest, 10)
    text = digits[hundreds] + hundred if hundreds else ""
    if tens:
        text += (digits[tens] if tens > 1 or hundreds or digits is _LEGAL else "") + ten
    elif hundreds and ones:
        text += digits[0]
    return text + (digits[ones] if ones else "")


def _letters(count: int) -> str:
    if count > _MOST_LETTERS:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        times, count = divmod(count, size)
        text += sign * times
    return text


def _row(first: str, length: int) -> Callable[[int], str]:
    return lambda count: chr(ord(first) + count - 1) if count <= length else str(count)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)]


def _by_digits(count: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(count))


def _full_width(count: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(count))


def _legal(count: int) -> str:
    return chinese_number(count, _LEGAL, "拾", "佰")


_FORMATTERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "koreanCounting",
        ),
        chinese_number,
    ),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"),
        _by_digits,
    ),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _row("①", 20)),
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "none": lambda count: "",
    "numberInDash": lambda count: f"- {count} -",
    "decimalZero": lambda count: f"{count:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": lambda count: _roman(count) if count < 4000 else str(count),
    "upperRoman": lambda count: _roman(count).upper() if count < 4000 else str(count),
}
