"""Observations the user has found to be none: set apart from a result, and put back. Knows no widget.

What is remembered is a digest: when a check is deleted, no word of its draft stays behind.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.checking.result import CheckResult, Observation
    from desktop.ui.tasks import Checked


def digest_of(one: Observation, unit: str | None) -> str:
    """What tells the same observation on a later draft of ``unit``: its kind, its words and what is said of them."""
    from hashlib import sha256

    return sha256("\0".join((unit or "", one.kind, one.text, one.message)).encode()).hexdigest()


def whole(checked: Checked) -> CheckResult:
    """The result with all observations, in the order of the text."""
    if not checked.settled:
        return checked.result
    everything = sorted((*checked.result.observations, *checked.settled), key=lambda one: (one.start, one.end))
    return replace(checked.result, observations=tuple(everything))


def parted(checked: Checked, settled: frozenset[str]) -> Checked:
    """``checked`` with what is ``settled`` (digests) set apart; the same object where that changes nothing."""
    if not settled and not checked.settled:
        return checked
    result = whole(checked)
    apart = {id(one) for one in result.observations if digest_of(one, result.draft.unit) in settled}
    aside = tuple(one for one in result.observations if id(one) in apart)
    if aside == checked.settled:
        return checked
    rest = tuple(one for one in result.observations if id(one) not in apart)
    return replace(checked, result=replace(result, observations=rest), settled=aside)
