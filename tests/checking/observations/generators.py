"""How many planted defects are found, how many sound texts raise an alarm.

    python tests/checking/observations/generators.py [COUNT [KIND ...]]

prints both for every kind over COUNT (2000) texts of each. Equal counts give equal texts.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import make_arithmetic
import make_build
import make_citations
import make_contradictions
import make_dates
import make_duplicates
import make_leftovers
import make_names
import make_numbering
import make_private
import make_terms
import make_typos

from desktop.checking.observe import observe
from desktop.checking.result import Observation
from desktop.checking.structure import StructureFacts
from desktop.checking.text import scan
from desktop.packs.model import Checklists
from desktop.packs.observation_words import load_observation_words
from desktop.packs.word_lists import load_moods, load_structure_words, load_unit_kind_words
from desktop.paths import checklists_folder
from desktop.reading.open_draft import draft_from_text


@dataclass(frozen=True)
class Maker:
    """``plant`` gives a text and the words a reader would point at, ``sound`` a text with nothing wrong."""

    plant: Callable[[Random], tuple[str, str]]
    sound: Callable[[Random], str]


MAKERS = {
    "arithmetic": Maker(make_arithmetic.plant, make_arithmetic.sound),
    "numbering": Maker(make_numbering.plant, make_numbering.sound),
    "placeholder": Maker(make_leftovers.plant_blank, make_leftovers.sound_blank),
    "artefact": Maker(make_leftovers.plant_artefact, make_leftovers.sound_artefact),
    "date": Maker(make_dates.plant, make_dates.sound),
    "contradiction": Maker(make_contradictions.plant, make_contradictions.sound),
    "duplicate": Maker(make_duplicates.plant, make_duplicates.sound),
    "structure": Maker(make_build.plant, make_build.sound),
    "privacy": Maker(make_private.plant, make_private.sound),
    "citation": Maker(make_citations.plant, make_citations.sound),
    "term": Maker(make_terms.plant, make_terms.sound),
    "name": Maker(make_names.plant, make_names.sound),
    "typo": Maker(make_typos.plant, make_typos.sound),
}


def words_only() -> Checklists:
    """The program's word lists without any item: all that observations rest on."""
    root = checklists_folder()
    lists = load_moods(root), load_structure_words(root), load_unit_kind_words(root), load_observation_words(root)
    return Checklists((), (), *lists)


def observations_of(text: str, checklists: Checklists, previous: str | None = None) -> tuple[Observation, ...]:
    """What is observed in ``text``, beside last year's report if it is given."""
    draft = draft_from_text(text)
    scanned = scan(draft, checklists)
    facts = StructureFacts(scanned, checklists)
    other = draft_from_text(previous) if previous is not None else None
    return observe(scanned, facts, checklists.observations, draft.year, other)


def touches(one: Observation, words: str) -> bool:
    """Whether an observation points at some of ``words``, as evaluate.py of the answers counts it."""
    squeezed = "".join(words.split())
    for passage in (one.text, *(other.text for other in one.related)):
        text = "".join(passage.split())
        size = min(8, len(text), len(squeezed))
        if any(text[at : at + size] in squeezed for at in range(len(text) - size + 1)):
            return True
    return False


def missed(kind: str, number: int, checklists: Checklists) -> tuple[str, str] | None:
    """The text and the words of planted defect ``number`` if it is not found, else None."""
    text, words = MAKERS[kind].plant(Random(f"{kind} plant {number}"))
    found = any(one.kind == kind and touches(one, words) for one in observations_of(text, checklists))
    return None if found else (text, words)


def alarms(kind: str, number: int, checklists: Checklists) -> tuple[Observation, ...]:
    """What is observed, of whatever kind, in sound text ``number``."""
    return observations_of(MAKERS[kind].sound(Random(f"{kind} sound {number}")), checklists)


def main(arguments: list[str]) -> int:
    """Print the two figures of every kind; 1 where one is out of bounds."""
    count = int(arguments[0]) if arguments else 2000
    checklists = words_only()
    bad = False
    for kind in arguments[1:] or MAKERS:
        lost = [one for one in (missed(kind, number, checklists) for number in range(count)) if one]
        false = [one for one in (alarms(kind, number, checklists) for number in range(count)) if one]
        found, alarm = 1 - len(lost) / count, len(false) / count
        bad = bad or found < 0.98 or alarm > 0.005
        print(f"{kind:14} found {found:.4f}  false alarms {alarm:.4f}", flush=True)
        for text, words in lost[:5]:
            print(f"    not found: {words}" if len(words) < 200 else f"    not found: {text[:200]}")
        for seen in false[:5]:
            print(f"    false alarm: {seen[0].kind} {seen[0].text} | {seen[0].message}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
