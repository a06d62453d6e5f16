"""What paper and files call things: the words of the office for statuses, levels, kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.checking.status import Severity, Status
from desktop.packs.kinds import Level, UnitKind

if TYPE_CHECKING:
    from desktop.checking.result import ItemResult

STATUS = {
    Status.COVERED: "已覆盖",
    Status.PARTIAL: "不充分",
    Status.MISSING: "缺失",
    Status.NOT_APPLICABLE: "不适用",
}

DOUBTFUL = "请人工核对"
"""Beside a status that only loose wording decided."""

REMINDERS = "报送和公开提醒"

LEVEL = {Level.MUST: "必备", Level.KEY: "重点", Level.SHOULD: "应写", Level.MAY: "建议"}

SEVERITY = {Severity.ERROR: "差错", Severity.WARNING: "疑点", Severity.NOTICE: "提示"}

_UNIT_KIND: dict[str, str] = {
    UnitKind.GOVERNMENT: "政府",
    UnitKind.ENFORCING: "部门（有执法权）",
    UnitKind.NON_ENFORCING: "部门（无执法权）",
    UnitKind.TOWNSHIP: "乡镇、街道",
}

_KIND = {
    "arithmetic": "数字对不上",
    "date": "日期",
    "name": "名称",
    "term": "用语",
    "citation": "依据引用",
    "numbering": "序号",
    "structure": "结构",
    "duplicate": "重复",
    "typo": "错别字",
    "artefact": "残留字符",
    "contradiction": "前后矛盾",
    "privacy": "个人信息",
    "placeholder": "未填的空",
}


def status_words(item: ItemResult) -> str:
    """The status, with the request to look at it where only loose wording decided."""
    return STATUS[item.status] if item.sure else f"{STATUS[item.status]}（{DOUBTFUL}）"


def kind_word(kind: str) -> str:
    """The office's word for an observation's kind, "其他" for one this program does not know."""
    return _KIND.get(kind, "其他")


def unit_kind_word(kind: str | None) -> str:
    """The office's word for a kind of unit; every item applies where none was stated."""
    return _UNIT_KIND.get(kind or "", "未指定（各类单位的检查项都适用）")
