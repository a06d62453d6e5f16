"""What the notes above the draft say about a result."""

from collections.abc import Callable

from desktop.packs.kinds import UnitKind, unit_kind_of
from desktop.ui import words
from desktop.ui.banner import Banner, Tone
from desktop.ui.tasks import Checked


def show_notes(
    banner: Banner, checked: Checked, choose_kind: Callable[[UnitKind], None], check_anew: Callable[[], None]
) -> None:
    """Put up the notes for ``checked`` in place of those for the result before."""
    draft = checked.result.draft
    banner.drop("notices", "kind", "history", "past", "last-year")
    if checked.past:
        sentence = f"这是 {checked.checked_at:%Y-%m-%d %H:%M} 的历史检查，只供查看。"
        banner.show_note("past", Tone.HISTORY, sentence, ("用现在的清单再查一遍", check_anew))
    if draft.notices:
        told = "\n".join(one if one.endswith("。") else f"{one}。" for one in draft.notices)
        banner.show_note("notices", Tone.NOTICE, told)
    if draft.unit_kind is None and not checked.past:
        _show_kind(banner, unit_kind_of(draft.unit_kind_guess), checked.dropped_kind, choose_kind)


def _show_kind(
    banner: Banner, guess: UnitKind | None, dropped: UnitKind | None, choose_kind: Callable[[UnitKind], None]
) -> None:
    """Offer the kind of unit the name speaks of, and say so where the one chosen before does not go on."""
    offered = guess or dropped
    if offered is None:
        return
    before = f"上一份草稿选的“{words.UNIT_KIND[dropped]}”没有沿用：" if dropped else ""
    seen = f"看名称可能是“{words.UNIT_KIND[guess]}”" if guess else "这一份看名称看不出是哪一类单位"
    sentence = f"{before}{seen}；现在不限类别，每一项都查。"
    does = "按此类别检查" if guess else f"按“{words.UNIT_KIND[offered]}”检查"
    banner.show_note("kind", Tone.NOTICE, sentence, (does, lambda: choose_kind(offered)))


def offer_last_year(banner: Banner, checked: Checked, compare: Callable[[], None]) -> None:
    """Say that last year's report is in the history, and offer to compare with it."""
    year = checked.result.draft.year
    sentence = f"历史里有本单位 {year - 1 if year else ''} 年度的报告，可以看看有没有照搬没改的段落。"
    banner.show_note("last-year", Tone.NOTICE, sentence, ("和上一年度对照", compare))
