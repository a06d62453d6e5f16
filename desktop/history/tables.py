"""The history's tables as SQLAlchemy sees them: what the last version in ``upgrades.py`` makes."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """All tables of the history."""

    type_annotation_map = {list[str]: JSON, list[dict[str, Any]]: JSON}


class DraftText(Base):
    """A draft's words, once however often it is checked. ``digest`` is the SHA-256 of the text."""

    __tablename__ = "draft_texts"
    digest: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class Check(Base):
    """One check: the draft, when, how long."""

    __tablename__ = "checks"
    # Numbers are never used twice, so that a window cannot open another check under a stale number.
    __table_args__ = (Index("checks_by_text", "text_digest"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    checked_at: Mapped[str]
    seconds: Mapped[float]
    draft_name: Mapped[str]
    text_digest: Mapped[str] = mapped_column(ForeignKey(DraftText.digest))
    sha256: Mapped[str]
    title: Mapped[str | None]
    unit: Mapped[str | None]
    year: Mapped[int | None]
    characters: Mapped[int]
    unit_kind: Mapped[str | None]
    unit_kind_guess: Mapped[str | None]
    notices: Mapped[list[str]]
    reminders: Mapped[list[str]]
    draft_text: Mapped[DraftText] = relationship()
    checklists: Mapped[list["UsedChecklistRow"]] = relationship(order_by="UsedChecklistRow.position")
    items: Mapped[list["ItemRow"]] = relationship(order_by="ItemRow.position")
    observations: Mapped[list["ObservationRow"]] = relationship(order_by="ObservationRow.position")


class UsedChecklistRow(Base):
    """A checklist that was run, with its version."""

    __tablename__ = "used_checklists"
    check_id: Mapped[int] = mapped_column(ForeignKey(Check.id, ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    checklist: Mapped[str]
    title: Mapped[str]
    version: Mapped[str]


class ItemText(Base):
    """What an item says in every check: once, under the SHA-256 of all of it."""

    __tablename__ = "item_texts"
    digest: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    level: Mapped[str]
    asks: Mapped[str]
    advice: Mapped[str]
    model: Mapped[str]
    write_in: Mapped[str]
    basis: Mapped[list[dict[str, Any]]]


class ItemRow(Base):
    """The verdict on one item."""

    __tablename__ = "item_results"
    __table_args__ = (Index("item_results_by_text", "text_digest"),)
    check_id: Mapped[int] = mapped_column(ForeignKey(Check.id, ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    item: Mapped[str]
    checklist: Mapped[str]
    status: Mapped[str]
    sure: Mapped[bool]
    reason: Mapped[str]
    absent_elements: Mapped[list[str]]
    text_digest: Mapped[str] = mapped_column(ForeignKey(ItemText.digest))
    text: Mapped[ItemText] = relationship()
    evidence: Mapped[list["EvidenceRow"]] = relationship(order_by="EvidenceRow.position")


class EvidenceRow(Base):
    """Words of the draft that a verdict rests on."""

    __tablename__ = "evidence"
    __table_args__ = (
        ForeignKeyConstraint(
            ["check_id", "item_position"], ["item_results.check_id", "item_results.position"], ondelete="CASCADE"
        ),
    )
    check_id: Mapped[int] = mapped_column(primary_key=True)
    item_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    start_offset: Mapped[int]
    end_offset: Mapped[int]
    place: Mapped[str]
    mood: Mapped[str]


class ObservationRow(Base):
    """Something in the draft that looked wrong."""

    __tablename__ = "observations"
    check_id: Mapped[int] = mapped_column(ForeignKey(Check.id, ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    severity: Mapped[str]
    text: Mapped[str]
    start_offset: Mapped[int]
    end_offset: Mapped[int]
    message: Mapped[str]
    place: Mapped[str]
    related: Mapped[list["RelatedRow"]] = relationship(order_by="RelatedRow.position")


class RelatedRow(Base):
    """The other passage an observation speaks of."""

    __tablename__ = "related_passages"
    __table_args__ = (
        ForeignKeyConstraint(
            ["check_id", "observation_position"], ["observations.check_id", "observations.position"], ondelete="CASCADE"
        ),
    )
    check_id: Mapped[int] = mapped_column(primary_key=True)
    observation_position: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    start_offset: Mapped[int]
    end_offset: Mapped[int]


class SettledRow(Base):
    """An observation that the user has found to be none. ``digest`` tells it again and holds no word of a draft."""

    __tablename__ = "settled_observations"
    digest: Mapped[str] = mapped_column(primary_key=True)
