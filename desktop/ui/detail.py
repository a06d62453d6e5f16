"""What the panes show for a row of the list: an item, an observation or a reminder."""

from desktop.checking.status import Status
from desktop.ui.belongs import section_for
from desktop.ui.draft_pane import DraftPane
from desktop.ui.item_panel import ItemPanel
from desktop.ui.marks import number_of
from desktop.ui.tasks import Checked


def show_detail(key: str, checked: Checked, panel: ItemPanel, pane: DraftPane, jump: bool) -> bool:
    """Show what ``key`` stands for; ``jump`` also brings its words into view. True where a closest passage is due."""
    result = checked.result
    item = next((one for one in result.items if one.id == key), None)
    if item is not None:
        missing = item.status is Status.MISSING
        panel.show_item(item, section_for(checked.draft, item.write_in), closest_awaited=missing)
        pane.show_current(tuple((one.start, one.end) for one in item.evidence), jump)
        return missing
    kind, number = number_of(key)
    if kind in ("observation", "settled"):
        one = (result.observations if kind == "observation" else checked.settled)[number]
        panel.show_observation(one, None if checked.past else kind == "settled")
        pane.show_current(((one.start, one.end),), jump)
    elif kind == "reminder":
        panel.show_reminder(result.draft.reminders[number])
        pane.show_current((), jump=False)
    return False
