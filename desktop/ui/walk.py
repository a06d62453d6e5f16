"""The order in which F8 goes from one thing to be put right to the next. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.marks import observation_key

if TYPE_CHECKING:
    from desktop.checking.result import CheckResult


def stations(result: CheckResult, doubtful: bool = False) -> tuple[str, ...]:
    """The keys of all gaps in checklist order, then of all observations; or of the ``doubtful`` verdicts alone."""
    if doubtful:
        return tuple(item.id for item in result.items if not item.sure)
    gaps = tuple(item.id for item in result.items if item.status.is_gap)
    return gaps + tuple(observation_key(number) for number in range(len(result.observations)))


def next_observation(result: CheckResult, current: str, step: int) -> str | None:
    """The key of the observation ``step`` (1 or -1) after ``current``, round the end; None without any."""
    keys = [observation_key(number) for number in range(len(result.observations))]
    if not keys:
        return None
    return keys[(keys.index(current) + step) % len(keys)] if current in keys else keys[0 if step > 0 else -1]


def kept_or_first(result: CheckResult, key: str, doubtful: bool) -> str:
    """``key`` while it stands for an item to be shown, else the first station; empty without any."""
    if any(item.id == key and not (doubtful and item.sure) for item in result.items):
        return key
    return next_station(result, "", 1, doubtful) or ""


def next_station(result: CheckResult, current: str, step: int, doubtful: bool = False) -> str | None:
    """The key ``step`` (1 or -1) after ``current``, round the end; None when there is nothing to put right.

    From an item that is not one of them it goes on from that item's place.
    """
    keys = stations(result, doubtful)
    if not keys:
        return None
    if current in keys:
        return keys[(keys.index(current) + step) % len(keys)]
    order = [item.id for item in result.items]
    place = order.index(current) if current in order else -1 if step > 0 else len(order)
    after = [key for key in keys if key not in order or order.index(key) > place]
    before = [key for key in keys if key in order and order.index(key) < place]
    return (after or keys)[0] if step > 0 else (before or keys)[-1]
