"""Which items are asked of a report, and which legal bases are shown for it: by year and kind of unit."""

from desktop.packs.kinds import Level, UnitKind
from desktop.packs.model import Basis, Checklist, Checklists, Instrument, Item

RULE_SINCE = 2019
"""From this report year on a rule about the annual report itself is in force; before it must counts as key."""


def level_in(item: Item, year: int | None) -> Level:
    """The item's level for a report of ``year``."""
    if item.level is Level.MUST and year is not None and year < RULE_SINCE:
        return Level.KEY
    return item.level


def why_not_asked(item: Item, year: int | None, unit_kind: UnitKind | None) -> str | None:
    """Why the item is 不适用 for this report, in Chinese; None when it is asked."""
    if item.since is not None and year is not None and year < item.since:
        return f"本项从{item.since}年度报告起检查，这份报告是{year}年度的。"
    if unit_kind is not None and item.applies_to and unit_kind not in item.applies_to:
        return f"本项不适用于{UNIT_KIND_NAMES[unit_kind]}。"
    return None


UNIT_KIND_NAMES = {
    UnitKind.GOVERNMENT: "县级以上政府",
    UnitKind.ENFORCING: "有执法权的部门",
    UnitKind.NON_ENFORCING: "无执法权的部门",
    UnitKind.TOWNSHIP: "乡镇、街道",
}


def shown_bases(item: Item, year: int | None, instruments: tuple[Instrument, ...]) -> tuple[Basis, ...]:
    """The bases in force by the end of the report year, and the outline of its period."""
    outline = outline_for(year, instruments)
    return tuple(basis for basis in item.basis if _in_force(basis.instrument, year, outline))


def _in_force(instrument: Instrument, year: int | None, outline: Instrument | None) -> bool:
    if instrument.report_years is not None:
        return instrument is outline
    if year is None or instrument.effective is None:
        return True
    return int(instrument.effective[:4]) <= year


def outline_for(year: int | None, instruments: tuple[Instrument, ...]) -> Instrument | None:
    """The outline whose period holds ``year``; the newest one for later years and for an unknown year."""
    outlines = sorted((one for one in instruments if one.report_years), key=lambda one: one.report_years or (0, 0))
    if not outlines:
        return None
    for one in outlines:
        if one.report_years and year is not None and one.report_years[0] <= year <= one.report_years[1]:
            return one
    newest = outlines[-1]
    return newest if year is None or (newest.report_years and year > newest.report_years[1]) else None


def outline_notice(year: int | None, instruments: tuple[Instrument, ...]) -> str | None:
    """What to tell the user about the outline used, None when there is nothing to tell."""
    if year is None:
        return "没有认出报告年度，按最新的检查项检查，各项都查；可在“报告年度”里指定年度后重新检查。"
    outline = outline_for(year, instruments)
    if outline is not None and outline.report_years and year > outline.report_years[1]:
        ended = f"《{outline.title}》的规划期已于{outline.report_years[1]}年底届满"
        return f"{ended}，这里仍列出它的条目供参考，接替文件请自行核对。"
    return None


def chosen_lists(checklists: Checklists, only: tuple[str, ...]) -> tuple[Checklist, ...]:
    """The checklists to run: all, or those named."""
    return tuple(one for one in checklists.lists if not only or one.id in only)
