"""citation.yaml, term.yaml, name.yaml and typo.yaml under words/observations/ → their lists, strictly."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from desktop.packs.wording_model import (
    Body,
    CitationWords,
    Context,
    Dated,
    NameWords,
    Numbered,
    OwnWords,
    SetPhrase,
    Slip,
    Term,
    TermWords,
    TypoWords,
    Zone,
)
from desktop.packs.yaml_nodes import Node, read_yaml

Row = TypeVar("Row")


def _words(node: Node) -> tuple[str, ...]:
    return tuple(one.text() for one in node.items())


def _rows(node: Node, read: Callable[[Node], Row]) -> tuple[Row, ...]:
    return tuple(read(one) for one in node.items())


def _month(node: Node) -> tuple[int, int]:
    text = node.text()
    year, _, month = text.partition("-")
    if len(text) != 7 or not (year + month).isdigit() or not 1 <= int(month) <= 12:
        raise node.fault(f"时间“{text}”应写成 '2021-08'")
    return int(year), int(month)


def _dated(node: Node) -> Dated:
    fields = node.fields(("name", "since"), ("instead",))
    return Dated(fields["name"].text(), _month(fields["since"]), fields.get("instead", Node.text, ""))


def _numbered(node: Node) -> Numbered:
    fields = node.fields(("number", "title"))
    return Numbered(fields["number"].text(), fields["title"].text())


def _order(node: Node) -> str:
    text = node.text()
    if not 1 <= len(text) <= 4 or not (text.isascii() and text.isdigit()):
        raise node.fault(f"国务院令的号“{text}”应写成 '713'")
    return f"国务院令第{text}号"


def _orders(node: Node, amending: tuple[str, ...]) -> Iterator[Numbered]:
    """The regulations of ``orders``, one for each of their numbers; no number can be that of two."""
    taken = dict.fromkeys(amending, "amending")
    for row in node.items():
        fields = row.fields(("title", "numbers"))
        title = fields["title"].text()
        for one in fields["numbers"].items():
            number = _order(one)
            if number in taken:
                raise one.fault(f"{number}已经写在“{taken[number]}”里")
            taken[number] = title
            yield Numbered(number, title)


def citation_words(node: Node, root: Path) -> CitationWords:
    """citation.yaml, with the titles of instruments.yaml under ``root`` among the policies."""
    fields = node.fields(("repealed", "issued", "laws", "policies", "numbers", "orders", "amending", "silent"))
    policies = _words(fields["policies"])
    amending = tuple(_order(one) for one in fields["amending"].items())
    numbers = (*_rows(fields["numbers"], _numbered), *_orders(fields["orders"], amending))
    if (root / "instruments.yaml").is_file():
        listed = read_yaml(root / "instruments.yaml", "instruments.yaml").items()
        known = [{key.text(): value for key, value in one.pairs()} for one in listed]
        titles = [one["title"].text() for one in known]
        policies = tuple(dict.fromkeys((*policies, *titles)))
        numbers += tuple(
            Numbered(one["number"].text(), title) for one, title in zip(known, titles, strict=True) if "number" in one
        )
    return CitationWords(
        repealed=_rows(fields["repealed"], _dated),
        issued=_rows(fields["issued"], _dated),
        laws=_words(fields["laws"]),
        policies=policies,
        numbers=numbers,
        amending=amending,
        silent=_words(fields["silent"]),
    )


def term_words(node: Node) -> TermWords:
    """term.yaml."""
    fields = node.fields(("superseded", "ideas", "silent"))
    return TermWords(_rows(fields["superseded"], _term), _rows(fields["ideas"], _dated), _words(fields["silent"]))


def _term(node: Node) -> Term:
    fields = node.fields(("words", "since", "instead"), ("doubtful", "unless_after"))
    return Term(
        words=_words(fields["words"]),
        since=_month(fields["since"]),
        instead=fields["instead"].text(),
        doubtful=fields.get("doubtful", Node.truth, False),
        unless_after=fields.get("unless_after", _words, ()),
    )


def name_words(node: Node) -> NameWords:
    """name.yaml."""
    plain: tuple[str, ...] = ("silent", "own_not_before", "suffixes", "no_body", "posts")
    plain += ("not_a_place", "place_slogans", "not_place_names", "zone_brands")
    fields = node.fields((*plain, "renamed", "own", "short_forms", "no_person", "zones"))
    words = {name: _words(fields[name]) for name in plain}
    return NameWords(
        **words,
        renamed=_rows(fields["renamed"], _body),
        own=_rows(fields["own"], _own),
        short_forms=_rows(fields["short_forms"], _pair),
        no_person=fields["no_person"].text(),
        zones=_rows(fields["zones"], _zone),
    )


def _body(node: Node) -> Body:
    fields = node.fields(("old", "new", "since", "settled"), ("local",))
    settled = fields["settled"].text()
    if len(settled) != 4 or not settled.isdigit():
        raise fields["settled"].fault(f"年份“{settled}”应写成 '2021'")
    local = fields.get("local", Node.truth, False)
    return Body(_words(fields["old"]), fields["new"].text(), _month(fields["since"]), int(settled), local)


def _own(node: Node) -> OwnWords:
    fields = node.fields(("units", "never"))
    return OwnWords(_words(fields["units"]), _words(fields["never"]))


def _zone(node: Node) -> Zone:
    fields = node.fields(("short", "names"))
    return Zone(fields["short"].text(), _words(fields["names"]))


def _pair(node: Node) -> tuple[str, str]:
    pair = _words(node)
    if len(pair) != 2:
        raise node.fault("这里应当是两个词：[全称, 简称]")
    return pair[0], pair[1]


def typo_words(node: Node) -> TypoWords:
    """typo.yaml."""
    fields = node.fields(("words", "slips", "contexts", "phrases", "doubled_right"))
    plain = tuple(_plain_slip(key, value) for key, value in fields["words"].pairs())
    return TypoWords(
        slips=(*plain, *_rows(fields["slips"], _slip)),
        contexts=_rows(fields["contexts"], _context),
        phrases=_rows(fields["phrases"], _phrase),
        doubled_right=_words(fields["doubled_right"]),
    )


def _plain_slip(key: Node, value: Node) -> Slip:
    if key.text() == value.text():
        raise key.fault(f"“{key.text()}”的正确写法和它一样")
    return Slip(key.text(), value.text())


def _slip(node: Node) -> Slip:
    fields = node.fields(("wrong", "right"), ("not_before", "not_after", "doubtful"))
    return Slip(
        fields["wrong"].text(),
        fields["right"].text(),
        fields.get("not_before", _words, ()),
        fields.get("not_after", _words, ()),
        fields.get("doubtful", Node.truth, False),
    )


def _context(node: Node) -> Context:
    fields = node.fields(("wrong", "right", "before"), ("doubtful",))
    return Context(
        fields["wrong"].text(),
        fields["right"].text(),
        _words(fields["before"]),
        fields.get("doubtful", Node.truth, False),
    )


def _phrase(node: Node) -> SetPhrase:
    fields = node.fields(("phrase",), ("accept",))
    return SetPhrase(fields["phrase"].text(), fields.get("accept", _words, ()))
