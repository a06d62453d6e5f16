"""What the window calls things: the words of the paper, and those only a window needs."""

from desktop.output.words import DOUBTFUL, LEVEL, REMINDERS, SEVERITY, STATUS, kind_word, status_words
from desktop.packs.kinds import UnitKind

__all__ = [
    "DOUBTFUL",
    "LEVEL",
    "OBSERVATIONS",
    "REMINDERS",
    "SETTLED",
    "SEVERITY",
    "STATUS",
    "UNIT_KIND",
    "WHY_DOUBTFUL",
    "kind_word",
    "status_words",
]

OBSERVATIONS = "差错和疑点"
SETTLED = "已核对"
WHY_DOUBTFUL = "这一项只凭较宽泛的说法判定，把握不大，请对照证据看一看。"

UNIT_KIND = {
    UnitKind.GOVERNMENT: "政府",
    UnitKind.ENFORCING: "部门（有执法权）",
    UnitKind.NON_ENFORCING: "部门（无执法权）",
    UnitKind.TOWNSHIP: "乡镇、街道",
}
