"""What the notes above the draft say about a result."""

from collections.abc import Callable

from desktop.packs.kinds import UnitKind
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
    guess = unit_kind_of(draft.unit_kind_guess)
    if guess is not None and draft.unit_kind is None and not checked.past:
        sentence = f"看名称可能是“{words.UNIT_KIND[guess]}”；现在不限类别，每一项都查。"
        banner.show_note("kind", Tone.NOTICE, sentence, ("按此类别检查", lambda: choose_kind(guess)))


def offer_last_year(banner: Banner, checked: Checked, compare: Callable[[], None]) -> None:
    """Say that last year's report is in the history, and offer to compare with it."""
    year = checked.result.draft.year
    sentence = f"历史里有本单位 {year - 1 if year else ''} 年度的报告，可以看看有没有照搬没改的段落。"
    banner.show_note("last-year", Tone.NOTICE, sentence, ("和上一年度对照", compare))


def unit_kind_of(value: str | None) -> UnitKind | None:
    """The kind of unit stored as ``value``, None for none and for one this program does not know."""
    return UnitKind(value) if value in set(UnitKind) else None
