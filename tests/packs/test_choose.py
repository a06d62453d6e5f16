import pytest

from desktop.packs.choose import level_in, outline_for, outline_notice, shown_bases, why_not_asked
from desktop.packs.kinds import Level, UnitKind
from desktop.packs.model import Basis, Instrument, Item

_OLD = Instrument("outline-2015", "纲要（2015—2020年）", report_years=(2015, 2020))
_NEW = Instrument("outline-2021", "纲要（2021－2025年）", report_years=(2021, 2025))
_LAW = Instrument("law", "某法", effective="2018-12-05")
_ALL = (_NEW, _OLD, _LAW)


def _item(level: Level = Level.KEY, since: int | None = None, applies_to: tuple[UnitKind, ...] = ()) -> Item:
    bases = (Basis(_LAW), Basis(_NEW, "五（十五）"), Basis(_OLD, "措施22"))
    return Item("a.b", "c", "项", level, "查", "薄", (), (), "写", "样", "处", 1, applies_to, since, basis=bases)


@pytest.mark.parametrize(
    ("year", "outline", "law"),
    [
        (2016, _OLD, False),
        (2018, _OLD, True),
        (2020, _OLD, True),
        (2021, _NEW, True),
        (2027, _NEW, True),
        (None, _NEW, True),
    ],
)
def test_bases_follow_the_report_year(year: int | None, outline: Instrument, law: bool) -> None:
    shown = {basis.instrument.id for basis in shown_bases(_item(), year, _ALL)}
    assert outline_for(year, _ALL) is outline
    assert shown == {outline.id} | ({"law"} if law else set())


def test_no_outline_before_the_first() -> None:
    assert outline_for(2014, _ALL) is None


def test_the_notice_after_the_last_period() -> None:
    assert outline_notice(2025, _ALL) is None
    assert "届满" in (outline_notice(2026, _ALL) or "")
    assert "没有认出报告年度" in (outline_notice(None, _ALL) or "")


def test_must_counts_as_key_before_the_rule() -> None:
    assert level_in(_item(Level.MUST), 2018) is Level.KEY
    assert level_in(_item(Level.MUST), 2019) is Level.MUST


def test_items_of_another_year_or_unit_are_not_asked() -> None:
    item = _item(since=2019, applies_to=(UnitKind.GOVERNMENT,))
    assert "2019" in (why_not_asked(item, 2018, None) or "")
    assert why_not_asked(item, 2019, None) is None
    assert "乡镇" in (why_not_asked(item, 2019, UnitKind.TOWNSHIP) or "")
