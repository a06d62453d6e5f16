"""Findings → the words shown: the shortest run of whole clauses, best first, at most three."""

from desktop.checking.findings import Finding
from desktop.checking.result import Evidence, Mood
from desktop.checking.text import Scanned
from desktop.reading.draft import Role

MOST = 3
LONGEST = 200
"""Most passages per item, and most characters (without white space) of one."""
_SHORTEST = 12
_AROUND_WORD = 60
_MARKS = ",;:。!?\n"

_MOOD_ORDER = {Mood.FACT: 0, Mood.NONE: 1, Mood.PLAN: 2, Mood.SHORTFALL: 3, Mood.SLOGAN: 4}
_ROLE_ORDER = {Role.MEASURES: 0, Role.FIRST_RESPONSIBLE: 0, Role.NEXT_YEAR: 1, Role.SHORTCOMINGS: 2}


def best_first(findings: list[Finding], scanned: Scanned) -> list[Finding]:
    """Findings ordered by how well they prove the status."""
    if len(findings) < 2:
        return findings

    def rank(one: Finding) -> tuple[object, ...]:
        role = scanned.roles.at(one.start)
        return (
            not one.counts,
            one.element is None,
            _MOOD_ORDER[one.mood],
            _ROLE_ORDER.get(role, 3),
            not one.sure,
            not scanned.moods.has_number(*one.window),
            one.end - one.start,
            one.start,
        )

    return sorted(findings, key=rank)


def evidence_of(findings: list[Finding], scanned: Scanned) -> tuple[Evidence, ...]:
    """Up to three passages from ``findings`` (best first), different elements before a second one of the same."""
    chosen: list[Evidence] = []
    taken: list[tuple[int, int]] = []
    firsts: dict[int | None, Finding] = {}
    later = [one for one in best_first(findings, scanned) if firsts.setdefault(one.element, one) is not one]
    for finding in (*firsts.values(), *later):
        start, end = clause_run(finding, scanned)
        if any(start < other[1] and other[0] < end for other in taken):
            continue
        taken.append((start, end))
        first, last = scanned.squeezed.original_span(start, end)
        text = scanned.draft.text[first:last]
        chosen.append(Evidence(text, first, last, scanned.draft.place(first), finding.mood))
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def clause_run(finding: Finding, scanned: Scanned) -> tuple[int, int]:
    """The squeezed span of the whole clauses that hold the finding, widened when too short to be read."""
    clauses = scanned.clauses
    start, end = clauses.clause(finding.start)[0], clauses.clause(finding.end - 1)[1]
    if end - start > LONGEST:
        anchor = finding.words[0] if finding.words else (finding.start, finding.start + 1)
        start, end = clauses.clause(anchor[0])
        if end - start > LONGEST:
            start, end = max(start, anchor[0] - _AROUND_WORD), min(end, anchor[1] + _AROUND_WORD)
    sentence_start, sentence_end = clauses.sentence(start)
    while len(scanned.squeezed.text[start:end].strip(_MARKS)) < _SHORTEST:
        if end < sentence_end:
            wider = (start, clauses.clause(end)[1])
        elif start > sentence_start:
            wider = (clauses.clause(start - 1)[0], end)
        else:
            break
        if wider[1] - wider[0] > LONGEST:
            break
        start, end = wider
    text = scanned.squeezed.text
    while end > start + 1 and text[end - 1] in ",;:\n":
        end -= 1
    return start, end
