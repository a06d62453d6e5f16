"""The reminders that fit a report: by its year, the kind of unit and, for some, the words it uses."""

from collections.abc import Iterable

from desktop.checking.squeeze import squeeze_words
from desktop.packs.kinds import UnitKind
from desktop.packs.model import Reminder


def fitting(
    reminders: Iterable[Reminder], text: str, year: int | None, kinds: tuple[UnitKind | None, UnitKind | None]
) -> tuple[str, ...]:
    """The texts of the reminders that fit, in order.

    ``text`` is the squeezed text; ``kinds`` are the kind of unit stated and the one guessed. A reminder for
    certain kinds is shown for a stated kind, else for a guessed one, and always where nothing is known.
    """
    kind = kinds[0] or kinds[1]
    return tuple(
        _with_source(one)
        for one in reminders
        if (year is None or (one.since or year) <= year <= (one.until or year))
        and (not one.applies_to or kind is None or kind in one.applies_to)
        and (not one.words or any(squeeze_words(word) in text for word in one.words))
    )


def _with_source(reminder: Reminder) -> str:
    if reminder.instrument is None:
        return reminder.text
    number = f"，{reminder.instrument.number}" if reminder.instrument.number else ""
    return f"{reminder.text}（《{reminder.instrument.title}》{number}）"
