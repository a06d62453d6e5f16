"""The kind of unit chosen last, which the next draft goes on with only where it is known to fit. Knows no widget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.packs.kinds import unit_kind_of
from desktop.ui.tasks import Choice

if TYPE_CHECKING:
    from desktop.settings import Settings
    from desktop.ui.session import Session
    from desktop.ui.tasks import Checked


def remembered_kind(settings: Settings) -> Choice:
    """The kind chosen last, for drafts of the same unit and those whose name speaks of the same kind."""
    return Choice(None, unit_kind_of(settings.unit_kind), chosen_for=settings.unit_of_kind)


def next_choice(session: Session, settings: Settings) -> Choice:
    """What is chosen for a draft to be opened: before the first one, what stands at the top right."""
    return replace(session.choice, year=None) if session.shown is None else remembered_kind(settings)


def with_kind_of(settings: Settings, checked: Checked) -> Settings:
    """``settings`` with the kind ``checked`` was checked for; none was chosen says nothing about other drafts."""
    draft = checked.result.draft
    if draft.unit_kind is None:
        return settings
    return replace(settings, unit_kind=draft.unit_kind, unit_of_kind=draft.unit or "")
