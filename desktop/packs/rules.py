"""One rule line of a checklist → Rule. The notation is described in docs/清单格式.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from re import compile as pattern

from desktop.packs.model import Across, Rule
from desktop.reading.draft import Role

_JOINERS = pattern(r"\s+([+>])\s+")
_SPACE = pattern(r"\s")

Vocabulary = Mapping[str, tuple[str, ...]]


class RuleFault(ValueError):
    """What is wrong with a rule line, in Chinese, without file and line."""


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """What a rule written as a mapping adds to its line; the defaults are those of a bare line."""

    within: int = 40
    across: Across = Across.SENTENCE
    roles: tuple[Role, ...] = ()
    unless: str | None = None


def parse_rule(line: str, vocabulary: Vocabulary, options: RuleOptions, line_number: int) -> Rule:
    """Read one rule line. Raises RuleFault with a Chinese sentence when it is not of the notation."""
    pieces = _JOINERS.split(line.strip())
    joiners = set(pieces[1::2])
    if len(joiners) > 1:
        raise RuleFault("“+”和“>”不能混用，请分成两条规则")
    unless = _terms(options.unless, vocabulary) if options.unless is not None else ()
    return Rule(
        source=line.strip(),
        groups=tuple(_terms(piece, vocabulary, alone=len(pieces) == 1) for piece in pieces[0::2]),
        ordered=">" in joiners,
        within=options.within,
        across=options.across,
        roles=options.roles,
        unless=unless,
        line=line_number,
    )


def _terms(text: str, vocabulary: Vocabulary, alone: bool = False) -> tuple[str, ...]:
    # Nearly all lines are plain words, and a checklist has thousands of them.
    if "@" not in text and not alone and not _SPACE.search(text):
        words = dict.fromkeys(text.split("|"))
        if "" not in words:
            return tuple(words)
    found: dict[str, None] = {}
    for term in (part.strip() for part in text.split("|")):
        if not term:
            raise RuleFault(f"“{text}”里有空的词，请检查“|”两边")
        if _SPACE.search(term):
            raise RuleFault(f"“{term}”里有空格；连接两组词的“+”“>”两边都要空格，词里不要空格")
        if term.startswith("@"):
            found.update(dict.fromkeys(_vocabulary_words(term[1:], vocabulary)))
        elif alone and len(term) == 1 and term != "#":
            raise RuleFault(f"“{term}”只有一个字，会到处匹配，请写成词")
        else:
            found[term] = None
    return tuple(found)


def _vocabulary_words(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    words = vocabulary.get(name)
    if words is None:
        near = get_close_matches(name, vocabulary, n=1, cutoff=0.5)
        hint = f"，是不是“@{near[0]}”" if near else ""
        raise RuleFault(f"词表里没有“@{name}”{hint}")
    return words
