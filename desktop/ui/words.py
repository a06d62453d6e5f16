"""What the window calls things: the words of the paper, and those only a window needs."""

from desktop.output.words import LEVEL, SEVERITY, STATUS, kind_word
from desktop.packs.model import UnitKind

__all__ = ["LEVEL", "OBSERVATIONS", "SEVERITY", "STATUS", "UNIT_KIND", "kind_word"]

OBSERVATIONS = "差错和疑点"

UNIT_KIND = {
    UnitKind.GOVERNMENT: "政府",
    UnitKind.ENFORCING: "部门（有执法权）",
    UnitKind.NON_ENFORCING: "部门（无执法权）",
    UnitKind.TOWNSHIP: "乡镇、街道",
}
