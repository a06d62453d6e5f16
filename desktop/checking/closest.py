"""The passages of a draft that come closest to an item, so that a wrong 缺失 is seen at a glance.

Words by jieba, rank by BM25 (Robertson and Walker's weighting, k1 = 1.2, b = 0.75). Never part of ``check()``:
the word list takes half a second and 90 MB the first time, which ``warm_up`` spends in the background.
"""

import logging
import math
import re
import warnings
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

from desktop.checking.result import CheckResult, Evidence, Mood, Status
from desktop.packs.model import Checklists, Item
from desktop.paths import data_folder
from desktop.reading.draft import Draft, Role

LONGEST_TEXT = 300_000
"""Characters looked at; a report is thirty times shorter."""

LONGEST_PASSAGE = 160
_SENTENCE = re.compile(r"[^。；;！？!?\n]+[。；;！？!?]?")
_CLAUSE = re.compile(r"[^，,：:]+[，,：:]?")
_K1, _B = 1.2, 0.75
_NEAR = 1.6
"""In the logarithm of the number of passages, the most one rare word can give. Of the sentences that annotators quoted
for an item, 99 in 100 score higher; of the best passages for items that reports lack, 60 in 100 do."""
_MOODS = {Role.NEXT_YEAR: Mood.PLAN, Role.SHORTCOMINGS: Mood.SHORTFALL, Role.OPENING: Mood.SLOGAN}
_FEWEST_ITEMS = 20
"""With fewer items nothing is known of which words are common."""
_loading = Lock()


@dataclass(frozen=True, slots=True)
class _Passage:
    start: int
    end: int
    words: Counter[str]
    length: int


@dataclass(frozen=True, slots=True)
class _Index:
    passages: tuple[_Passage, ...]
    rarity: dict[str, float]
    mean_length: float


def warm_up(checklists: Checklists | None = None) -> None:
    """Load the word list and look through the items of ``checklists``, so that the first answer comes at once."""
    with _loading:
        _tokenizer()
        if checklists is not None:
            _sharing(checklists)


def closest_passages(
    draft: Draft, item: Item, checklists: Checklists | None = None, count: int = 3
) -> tuple[Evidence, ...]:
    """At most ``count`` sentences (clauses of very long ones) with most of the item's words, best first.

    With ``checklists`` words that most of their items share count for little, and what has nothing but such words is
    not close. Equal input gives equal passages; none where not one word of the item occurs, and none for an item
    that asks for a part of the report instead of words.
    """
    if not item.mentions and not any(element.rules for element in item.elements):
        return ()
    warm_up()
    index = _index(draft.text[:LONGEST_TEXT])
    asked = _words_of(item) if checklists is None else _own_words_of(item, checklists)
    least = 0.0 if checklists is None else _NEAR * math.log(1 + len(index.passages))
    ranked = sorted(
        ((_score(one, asked, index), one) for one in index.passages), key=lambda pair: (-pair[0], pair[1].start)
    )
    return tuple(_evidence(draft, passage) for score, passage in ranked[:count] if score > least)


def closest_to_missing(draft: Draft, result: CheckResult, checklists: Checklists) -> dict[str, Evidence]:
    """The closest passage of every missing item that has one, by the item's id."""
    missing = {item.id for item in result.items if item.status is Status.MISSING}
    found = {item.id: closest_passages(draft, item, checklists, 1) for item in checklists.items if item.id in missing}
    return {key: passages[0] for key, passages in found.items() if passages}


def _evidence(draft: Draft, passage: _Passage) -> Evidence:
    text = draft.text[passage.start : passage.end]
    mood = _MOODS.get(draft.part_at(passage.start).role, Mood.FACT)
    return Evidence(text, passage.start, passage.end, draft.place(passage.start), mood)


def _score(passage: _Passage, asked: dict[str, float], index: _Index) -> float:
    norm = _K1 * (1 - _B + _B * passage.length / index.mean_length)
    total = 0.0
    for word, weight in asked.items():
        often = passage.words.get(word, 0)
        if often:
            total += weight * index.rarity[word] * often * (_K1 + 1) / (often + norm)
    return total


@lru_cache(maxsize=2)
def _index(text: str) -> _Index:
    passages = tuple(_passages(text))
    found_in: Counter[str] = Counter(word for one in passages for word in one.words)
    total = len(passages)
    rarity = {word: math.log(1 + (total - often + 0.5) / (often + 0.5)) for word, often in found_in.items()}
    mean = sum(one.length for one in passages) / total if total else 1.0
    return _Index(passages, rarity, max(mean, 1.0))


def _passages(text: str) -> list[_Passage]:
    passages = []
    for start, end in _cut(text):
        words = Counter(_words(text[start:end]))
        if words:
            passages.append(_Passage(start, end, words, words.total()))
    return passages


def _cut(text: str) -> list[tuple[int, int]]:
    """Sentences without the blanks around them; one too long to read at a glance falls into runs of clauses."""
    spans = []
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        if end - start > LONGEST_PASSAGE:
            spans += _runs(text, start, end)
        else:
            spans.append((start, end))
    return [_stripped(text, start, end) for start, end in spans]


def _runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    runs = [(start, start)]
    for clause in _CLAUSE.finditer(text, start, end):
        first = runs[-1][0]
        if clause.end() - first > LONGEST_PASSAGE and runs[-1][1] > first:
            runs.append((clause.start(), clause.end()))
        else:
            runs[-1] = (first, clause.end())
    return runs


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


@lru_cache(maxsize=256)
def _words_of(item: Item) -> dict[str, float]:
    """The item's words with their weights: its own titles count in full, one alternative of many counts little."""
    weights: dict[str, float] = {}

    def add(text: str, weight: float) -> None:
        for word in _words_of_term(text):
            weights[word] = max(weights.get(word, 0.0), weight)

    add(item.title, 2.0)
    add(item.asks, 1.0)
    rules = list(item.mentions)
    for element in item.elements:
        add(element.title, 1.5)
        rules += element.rules
    for rule in rules:
        for group in rule.groups:
            for term in group:
                if not term.startswith("#"):
                    add(term, 1.5 / math.sqrt(len(group)))
    return weights


@lru_cache(maxsize=20_000)
def _words_of_term(term: str) -> frozenset[str]:
    """The words of one term of a rule; the same terms stand in the rules of many items."""
    return frozenset(_words(term))


def _own_words_of(item: Item, checklists: Checklists) -> dict[str, float]:
    """The item's words, those that other items ask for too with less weight."""
    shared, count = _sharing(checklists), len(checklists.items)
    if count < _FEWEST_ITEMS:
        return _words_of(item)
    weights = {word: weight * math.log(count / shared.get(word, 1)) for word, weight in _words_of(item).items()}
    return {word: weight / math.log(count) for word, weight in weights.items()}


@lru_cache(maxsize=2)
def _sharing(checklists: Checklists) -> Counter[str]:
    """How many items ask for each word."""
    return Counter(word for item in checklists.items for word in _words_of(item))


def _words(text: str) -> list[str]:
    """Words of two characters and more; single characters and marks say too little."""
    squeezed = re.sub(r"\s+", "", text)
    return [word for word in _tokenizer().lcut_for_search(squeezed, HMM=False) if len(word) > 1 and word.isalnum()]


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    """A jieba tokenizer of our own, its cache in the data folder instead of the shared temporary one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    # It reports its loading, and a cache it cannot write, on standard error.
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(data_folder())
    tokenizer.initialize()
    return tokenizer
