"""Facts about a draft's own parts: is there a part on shortcomings, does it name one, are causes given …

Each fact is found by one function that gives the passages (spans of the draft's text) it rests on,
best first; no passage means that the fact does not hold.
"""

from collections.abc import Callable
from re import compile as pattern

from desktop.checking.causes import mainly_at, only_details, tells_cause
from desktop.checking.compiled import ANY_NUMBER
from desktop.checking.empty import names_something
from desktop.checking.text import Scanned
from desktop.packs.model import Checklists
from desktop.reading.draft import Part, Role, Section, Span
from desktop.reading.points import enumerated_points

_LEAST_PART = 30
_LEAST_BODY = 40
_LEAST_TOLD = 9
_BESIDE = 2
_VAGUE_REACH = 10
_YEAR = pattern(r"20[0-9]{2}|二[〇○零]{1}[〇○零一二三四五六七八九]{2}")
_SENTENCE = pattern(r"[^。；;！!？?\n]+[。；;！!？?]?")

Found = tuple[Span, ...]


class StructureFacts:
    """The facts of one draft, each worked out when first asked for."""

    def __init__(self, scanned: Scanned, checklists: Checklists) -> None:
        """Nothing is computed yet."""
        self._scanned = scanned
        self._draft = scanned.draft
        self._words = checklists.structure
        self._plan_words = checklists.moods.plan
        self._shortfall_words = checklists.moods.shortfall
        self._known: dict[str, Found] = {}

    def passages(self, fact: str) -> Found:
        """The passages that show ``fact``, best first."""
        if fact not in self._known:
            self._known[fact] = _FINDERS[fact](self)
        return self._known[fact]

    def _parts(self, *roles: Role) -> tuple[Part, ...]:
        return tuple(part for part in self._draft.parts if part.role in roles)

    def _sections_in(self, part: Part) -> tuple[Section, ...]:
        return self._draft.sections_from(part.start, part.end)

    def _measures_part(self) -> Found:
        found = []
        for part in self._parts(Role.MEASURES):
            sections = self._sections_in(part)
            highest = min((one.level for one in sections), default=0)
            heads = [one.heading for one in sections if one.level == highest]
            if part.heading is not None and part.heading not in heads:
                heads.insert(0, part.heading)
            if part.end - part.start >= _LEAST_PART:
                found += [Span(head.start, self._sentence_end(head.end, part.end)) for head in heads]
        return tuple(found[:3])

    def _measures_scattered(self) -> Found:
        parts = self._parts(Role.MEASURES)
        if parts:
            return tuple(span for part in parts for span in self._sentences(part.start, part.end)[:1])
        others = self._parts(Role.OPENING, Role.FIRST_RESPONSIBLE, Role.SHORTCOMINGS)
        told = (span for part in others for span in self._sentences(*self._body(part)))
        return tuple(span for span in told if self._words_in(ANY_NUMBER, span))[:3]

    def _sentence_end(self, start: int, limit: int) -> int:
        text = self._draft.text
        while start < limit and text[start] in " \t\n\u3000":
            start += 1
        match = _SENTENCE.match(text, start, limit)
        return match.end() if match else start

    def _sentences(self, start: int, end: int) -> list[Span]:
        found = (Span(match.start(), match.end()) for match in _SENTENCE.finditer(self._draft.text, start, end))
        return [span for span in found if len(self._draft.text[span.start : span.end].strip()) >= 6]

    def _words_in(self, terms: tuple[str, ...], span: Span) -> bool:
        squeezed = self._scanned.squeezed
        return self._scanned.hits.any_between(terms, squeezed.index_of(span.start), squeezed.index_of(span.end))

    def _names_a_shortfall(self, span: Span) -> bool:
        hits, squeezed = self._scanned.hits, self._scanned.squeezed
        start, end = squeezed.index_of(span.start), squeezed.index_of(span.end)
        shortfalls, vague = hits.group(self._shortfall_words), hits.group(self._words.vague_shortfall)
        for first, last in shortfalls.between(start, end):
            beside = max(start, first - _BESIDE), min(end, last + _BESIDE)
            touched = vague.between(max(start, first - _VAGUE_REACH), min(end, last + _VAGUE_REACH))
            if not any(one < beside[1] and beside[0] < other for one, other in touched):
                return True
        return False

    def _says_something(self, span: Span) -> bool:
        """Whether the clauses of a sentence on shortcomings tell more than a preface or a vague phrase."""
        clauses, hits, squeezed = self._scanned.clauses, self._scanned.hits, self._scanned.squeezed
        index, end = squeezed.index_of(span.start), squeezed.index_of(span.end)
        told = 0
        while index < end:
            start, following = index, min(clauses.clause(index)[1], end)
            index = following
            empty = any(
                hits.any_between(words, start, following)
                for words in (self._words.vague_shortfall, self._words.shortcoming_preface)
            )
            told += 0 if empty else following - start
        return told >= _LEAST_TOLD

    def _body(self, part: Part) -> tuple[int, int]:
        inside = part.heading is not None and part.start <= part.heading.start < part.end
        return (part.heading.end if inside and part.heading else part.start), part.end

    def _shortcomings_point(self) -> Found:
        found = []
        for part in self._parts(Role.SHORTCOMINGS):
            start, end = self._body(part)
            for span in self._sentences(start, end):
                if self._names_a_shortfall(span) or self._says_something(span):
                    found.append(span)
            if not found:
                found += enumerated_points(self._draft.text, start, end)
            if not found and end - start >= _LEAST_PART:
                found += self._numbered_under(part)
        return tuple(found[:3])

    def _numbered_under(self, part: Part) -> list[Span]:
        below = [one for one in self._sections_in(part) if one.parent is not None]
        return [Span(one.heading.start, self._sentence_end(one.heading.end, one.end)) for one in below]

    def _shortcomings_mentioned(self) -> Found:
        parts = self._parts(Role.SHORTCOMINGS)
        if parts:
            return tuple(part.heading or Span(part.start, min(part.end, part.start + 80)) for part in parts)
        whole = self._sentences(0, len(self._draft.text))
        return tuple(span for span in whole if self._words_in(self._words.vague_shortfall, span))[:3]

    def _cause_given(self) -> Found:
        said, argued = [], []
        for part in self._parts(Role.SHORTCOMINGS):
            headings = {one.heading.start for one in self._sections_in(part)}
            for span in self._sentences(*self._body(part)):
                if span.start in headings:
                    continue
                if self._words_in(self._words.cause, span):
                    said.append(span)
                elif self._explains(span):
                    argued.append(span)
        return tuple((said + argued)[:3])

    def _explains(self, span: Span) -> bool:
        """Whether a sentence gives a cause by its construction.

        "人手不足，主要是编制有限" does, "存在不足，主要是人手少" only says which shortcoming there is; 主要是 at the
        start of a sentence explains the sentence before it.
        """
        sentence = "".join(self._draft.text[span.start : span.end].split())
        if tells_cause(sentence):
            return True
        place = mainly_at(sentence)
        if place < 0:
            return False
        end = span.start + self._draft.text[span.start : span.end].find("主要")
        told = Span(span.start, end) if place else self._sentence_before(span.start)
        if told is None or only_details(self._draft.text[told.start : told.end], sentence):
            return False
        return self._names_a_shortfall(told)

    def _sentence_before(self, start: int) -> Span | None:
        line = self._draft.text.rfind("\n", 0, start) + 1
        before = self._sentences(line, start)
        return before[-1] if before else None

    def _cause_announced(self) -> Found:
        parts = self._parts(Role.SHORTCOMINGS)
        heads = [part.heading for part in parts if part.heading is not None]
        heads += [one.heading for part in parts for one in self._sections_in(part)]
        found = [
            Span(head.start, self._sentence_end(head.end, len(self._draft.text)))
            for head in dict.fromkeys(heads)
            if self._words_in(self._words.cause_heading, head)
        ]
        for part in parts:
            found += [s for s in self._sentences(*self._body(part)) if self._words_in(self._words.cause_hint, s)]
        return tuple(found[:3])

    def _first_responsible_part(self) -> Found:
        found = []
        for part in self._parts(Role.FIRST_RESPONSIBLE):
            start, end = self._body(part)
            long_enough = len(self._draft.text[start:end].strip()) >= _LEAST_BODY
            if part.heading is not None and long_enough and self._tells_an_act(Span(start, end)):
                found.append(Span(part.heading.start, self._sentence_end(part.heading.end, end)))
                found += self._sentences(start, end)[:2]
        return tuple(found[:3])

    def _tells_an_act(self, span: Span) -> bool:
        """Whether anything done stands in ``span``; a part that only vows and praises names no performance of duty."""
        squeezed = self._scanned.squeezed
        words = squeezed.text[squeezed.index_of(span.start) : squeezed.index_of(span.end)]
        return self._words_in(self._words.head_acts, span) or names_something(words)

    def _first_responsible_mentioned(self) -> Found:
        parts = [one.heading or Span(one.start, one.end) for one in self._parts(Role.FIRST_RESPONSIBLE)]
        whole = self._sentences(0, len(self._draft.text))
        return tuple((parts + [s for s in whole if self._speaks_of_first_responsible(s)])[:3])

    def _speaks_of_first_responsible(self, span: Span) -> bool:
        words = self._words
        if self._words_in(words.first_responsible, span) and self._words_in(words.first_responsible_context, span):
            return True
        return self._names_the_head(span) and all(
            self._words_in(terms, span) for terms in (words.head_acts, words.head_matters)
        )

    def _names_the_head(self, span: Span) -> bool:
        squeezed = self._scanned.squeezed
        heads = self._scanned.hits.group(self._words.head)
        start, end = squeezed.index_of(span.start), squeezed.index_of(span.end)
        return any(squeezed.text[first - 1 : first] != "副" for first, _ in heads.between(start, end))

    def _plans(self) -> list[Span]:
        found: list[Span] = []
        for part in self._parts(Role.NEXT_YEAR):
            below = self._numbered_under(part)
            start, end = self._body(part)
            points = below or list(enumerated_points(self._draft.text, start, end))
            if len(points) < 2:
                points = [s for s in self._sentences(start, end) if self._plans_something(s)]
            found += points
        return found

    def _plans_something(self, span: Span) -> bool:
        return self._words_in(self._words.plan_verbs, span) or self._words_in(self._plan_words, span)

    def _plans_two(self) -> Found:
        plans = self._plans()
        return tuple(plans[:3]) if len(plans) >= 2 else ()

    def _plan_one(self) -> Found:
        plans = self._plans()
        if plans:
            return tuple(plans[:1])
        whole = self._sentences(0, len(self._draft.text))
        return tuple(span for span in whole if self._words_in(self._plan_words, span))[:1]

    def _title_year(self) -> Found:
        title = self._draft.title
        return (title,) if title is not None and _YEAR.search(self._draft.title_text or "") else ()

    def _title_has(self, words: tuple[str, ...]) -> Found:
        title, text = self._draft.title, self._draft.title_text or ""
        return (title,) if title is not None and any(word in text for word in words) else ()


def _known(span: Span | None) -> Found:
    return () if span is None else (span,)


# Beside the class and not in each object: bound methods kept there would tie the whole scan into a cycle, which
# only a garbage collection could free.
_FINDERS: dict[str, Callable[[StructureFacts], Found]] = {
    "measures-part": StructureFacts._measures_part,
    "measures-scattered": StructureFacts._measures_scattered,
    "shortcomings-point": StructureFacts._shortcomings_point,
    "shortcomings-mentioned": StructureFacts._shortcomings_mentioned,
    "cause-given": StructureFacts._cause_given,
    "cause-announced": StructureFacts._cause_announced,
    "first-responsible-part": StructureFacts._first_responsible_part,
    "first-responsible-mentioned": StructureFacts._first_responsible_mentioned,
    "plans-two": StructureFacts._plans_two,
    "plan-one": StructureFacts._plan_one,
    "title-year": StructureFacts._title_year,
    "title-subject": lambda facts: facts._title_has(facts._words.title_subject),
    "title-genre": lambda facts: facts._title_has(facts._words.title_genre),
    "signature-unit": lambda facts: _known(facts._draft.signature),
    "signature-date": lambda facts: _known(facts._draft.signature_date),
    "addressee": lambda facts: _known(facts._draft.addressee),
}
