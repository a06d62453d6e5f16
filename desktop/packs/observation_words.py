"""words/observations/*.yaml → ObservationWords. Strict: an unknown file, key or value is refused with its line."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from desktop.errors import ChecklistError
from desktop.packs.observation_model import (
    Anniversary,
    ArithmeticWords,
    ArtefactWords,
    Consequence,
    ContradictionWords,
    DateWords,
    DuplicateWords,
    FiveYears,
    ObservationWords,
    Outline,
    Partition,
    PeopleWords,
    PlaceholderWords,
    PrivacyWords,
    Quantity,
    Rate,
    SoundWords,
    Topic,
)
from desktop.packs.wording_words import citation_words, name_words, term_words, typo_words
from desktop.packs.yaml_nodes import Node, read_yaml

_WORDING = ("citation", "term", "name", "typo")
Row = TypeVar("Row")
Lists = TypeVar("Lists", PlaceholderWords, ArtefactWords, DuplicateWords)


def load_observation_words(root: Path) -> ObservationWords:
    """Read every list below ``root``/words/observations; without that folder there are no words.

    Raises ChecklistError naming file and line.
    """
    folder = root / "words" / "observations"
    if not folder.is_dir():
        return ObservationWords()
    known = [*(field.name for field in fields(ObservationWords)), *_WORDING]
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in known:
            names = "、".join(f"{name}.yaml" for name in known)
            raise ChecklistError(f"检查清单 words/observations/{path.name} 不认识，这里可用的文件有：{names}。")

    def root_of(name: str) -> Node:
        return read_yaml(folder / f"{name}.yaml", f"words/observations/{name}.yaml")

    return ObservationWords(
        arithmetic=_arithmetic(root_of("arithmetic")),
        placeholder=_lists(root_of("placeholder"), PlaceholderWords),
        artefact=_lists(root_of("artefact"), ArtefactWords),
        people=_people(root_of("people")),
        date=_dates(root_of("date")),
        duplicate=_lists(root_of("duplicate"), DuplicateWords),
        privacy=_privacy(root_of("privacy")),
        contradiction=_contradictions(root_of("contradiction")),
        citation=citation_words(root_of("citation"), root),
        term=term_words(root_of("term")),
        name=name_words(root_of("name")),
        typo=typo_words(root_of("typo")),
        sound=_sounds(root_of("sound")),
    )


def _words(node: Node) -> tuple[str, ...]:
    return tuple(one.text() for one in node.items())


def _lists(node: Node, kind: type[Lists]) -> Lists:
    """A file that holds one list of words for every field of ``kind``."""
    names = tuple(field.name for field in fields(kind))
    lists = node.fields(names)
    return kind(**{name: _words(lists[name]) for name in names})


def _rows(node: Node, read: Callable[[Node], Row]) -> tuple[Row, ...]:
    return tuple(read(one) for one in node.items())


def _arithmetic(node: Node) -> ArithmeticWords:
    plain: tuple[str, ...] = ("overlapping", "properties", "falling", "rising", "never_above_100")
    plain += ("table_totals", "table_apart", "counted_twice", "divided")
    lists = node.fields((*plain, "partitions", "dimensions"))
    return ArithmeticWords(
        **{name: _words(lists[name]) for name in plain},
        partitions=_rows(lists["partitions"], _partition),
        dimensions=tuple(_words(one) for one in lists["dimensions"].items()),
    )


def _partition(node: Node) -> Partition:
    lists = node.fields(("parts", "closing"))
    return Partition(_words(lists["parts"]), _words(lists["closing"]))


def _people(node: Node) -> PeopleWords:
    lists = node.fields(("surnames", "double_surnames"))
    return PeopleWords(lists["surnames"].text(), _words(lists["double_surnames"]))


def _privacy(node: Node) -> PrivacyWords:
    lists = node.fields(("private_roles", "offices", "surnames", "not_names", "after_name", "leaders"))
    return PrivacyWords(
        private_roles=_words(lists["private_roles"]),
        offices=_words(lists["offices"]),
        surnames=lists["surnames"].text(),
        not_names=_words(lists["not_names"]),
        after_name=_words(lists["after_name"]),
        leaders=_words(lists["leaders"]),
    )


def _sounds(node: Node) -> SoundWords:
    lists = node.fields(("terms", "sounds", "looks", "natural"))
    groups = {name: tuple(lists[name].text().split()) for name in ("sounds", "looks")}
    for name, some in groups.items():
        signs = "".join(some)
        twice = next((sign for sign in signs if signs.count(sign) > 1), None)
        if twice is not None:
            raise lists[name].fault(f"“{twice}”写了两次，一个字只能在一组里")
    return SoundWords(_words(lists["terms"]), groups["sounds"], groups["looks"], _words(lists["natural"]))


def _dates(node: Node) -> DateWords:
    lists = node.fields(("outlines", "five_years", "anniversaries"))
    return DateWords(
        outlines=_rows(lists["outlines"], _outline),
        five_years=_rows(lists["five_years"], _five_years),
        anniversaries=_rows(lists["anniversaries"], _anniversary),
    )


def _outline(node: Node) -> Outline:
    fields_of = node.fields(("name", "periods"))
    return Outline(fields_of["name"].text(), tuple(_period(one) for one in fields_of["periods"].items()))


def _five_years(node: Node) -> FiveYears:
    fields_of = node.fields(("name", "period"), ("followed_by",))
    return FiveYears(
        fields_of["name"].text(), _period(fields_of["period"]), fields_of.get("followed_by", Node.text, "")
    )


def _anniversary(node: Node) -> Anniversary:
    fields_of = node.fields(("name", "first"))
    return Anniversary(fields_of["name"].text(), _year(fields_of["first"]))


def _period(node: Node) -> tuple[int, int]:
    years = tuple(_year(one) for one in node.items())
    if len(years) != 2 or years[0] > years[1]:
        raise node.fault("起止年份应写成 ['2021', '2025']")
    return years[0], years[1]


def _year(node: Node) -> int:
    text = node.text()
    if len(text) != 4 or not text.isdigit():
        raise node.fault(f"年份“{text}”应写成 '2021'")
    return int(text)


def _contradictions(node: Node) -> ContradictionWords:
    plain: tuple[str, ...] = ("none", "fillers", "qualifiers", "no_power", "deputies", "other_duties")
    plain += ("whole_staff", "whole_cases", "subset", "scopes", "own_scopes")
    lists = node.fields((*plain, "topics", "follows", "power_shown_by", "quantities", "stages", "rates"))
    words = {name: _words(lists[name]) for name in plain}
    topics = _rows(lists["topics"], _topic)
    names = {topic.name for topic in topics}
    wrong = next((one for one in lists["follows"].items() if _consequence(one).of not in names), None)
    if wrong is not None:
        raise wrong.fault(f"topics 里没有“{_consequence(wrong).of}”")
    shown_by = lists["power_shown_by"]
    if shown_by.text() not in names:
        raise shown_by.fault(f"topics 里没有“{shown_by.text()}”")
    rates = _rows(lists["rates"], _rate)
    called = [word for rate in rates for word in (rate.name, *rate.also)]
    twice = next((word for word in called if called.count(word) > 1), None)
    if twice is not None:
        raise lists["rates"].fault(f"“{twice}”写了两次，一个说法只能是一个率")
    return ContradictionWords(
        **words,
        topics=topics,
        follows=_rows(lists["follows"], _consequence),
        power_shown_by=shown_by.text(),
        quantities=_rows(lists["quantities"], _quantity),
        stages=_rows(lists["stages"], _words),
        rates=rates,
    )


def _topic(node: Node) -> Topic:
    lists = node.fields(("name", "words", "units"), ("doing",))
    return Topic(lists["name"].text(), _words(lists["words"]), _words(lists["units"]), lists.get("doing", _words, ()))


def _consequence(node: Node) -> Consequence:
    lists = node.fields(("of", "words", "units"), ("beside", "not_beside", "doubtful"))
    return Consequence(
        lists["of"].text(),
        _words(lists["words"]),
        _words(lists["units"]),
        lists.get("beside", _words, ()),
        lists.get("not_beside", _words, ()),
        lists.get("doubtful", Node.truth, False),
    )


def _quantity(node: Node) -> Quantity:
    lists = node.fields(("name", "kind", "words", "units"), ("doing",))
    kind = lists["kind"].text()
    if kind not in ("staff", "cases"):
        raise lists["kind"].fault(f"不认识“{kind}”，可用的有：staff、cases")
    words, units = _words(lists["words"]), _words(lists["units"])
    return Quantity(lists["name"].text(), kind == "staff", words, units, lists.get("doing", _words, ()))


def _rate(node: Node) -> Rate:
    fields_of = node.fields(("name",), ("also", "whole"))
    also: tuple[str, ...] = fields_of.get("also", _words, ())
    return Rate(fields_of["name"].text(), also, fields_of.get("whole", Node.truth, False))
