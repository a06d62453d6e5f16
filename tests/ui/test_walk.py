from dataclasses import replace

from desktop.checking.result import CheckResult
from desktop.ui.walk import kept_or_first, next_station, stations

from .samples import sample_result


def test_the_doubtful_verdicts_are_walked_in_checklist_order_whatever_their_status() -> None:
    result = with_doubts("counsel.engaged", "disclosure.onsite")
    assert stations(result, doubtful=True) == ("disclosure.onsite", "counsel.engaged")
    assert next_station(result, "", 1, doubtful=True) == "disclosure.onsite"
    assert next_station(result, "record.archive", 1, doubtful=True) == "counsel.engaged"
    assert next_station(result, "record.archive", -1, doubtful=True) == "disclosure.onsite"
    assert next_station(result, "counsel.engaged", 1, doubtful=True) == "disclosure.onsite"
    assert next_station(result, "observation/0", -1, doubtful=True) == "counsel.engaged"
    assert next_station(sample_result(), "", 1, doubtful=True) is None


def test_a_row_is_kept_while_it_is_to_be_shown() -> None:
    result = with_doubts("counsel.engaged")
    assert kept_or_first(result, "record.archive", doubtful=False) == "record.archive"
    assert kept_or_first(result, "record.archive", doubtful=True) == "counsel.engaged"
    assert kept_or_first(result, "gone", doubtful=False) == "structure.causes"
    assert kept_or_first(replace(result, items=(), observations=()), "gone", doubtful=False) == ""


def with_doubts(*keys: str) -> CheckResult:
    result = sample_result()
    return replace(result, items=tuple(replace(item, sure=item.id not in keys) for item in result.items))
