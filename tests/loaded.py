"""The program's checklists as the tests use them: read once in a process, since that takes as long as many tests."""

from functools import cache

from desktop.packs.load import load_checklists
from desktop.packs.model import Checklists


@cache
def the_checklists() -> Checklists:
    return load_checklists()
