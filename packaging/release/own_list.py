"""A checklist such as an office may put beside the portable program, to see that it is used."""

from pathlib import Path

TITLE = "本单位自备的清单"

_HEAD = f"id: own\ntitle: {TITLE}\nversion: '1'\n"
_ITEMS = """
- id: own.hall
  title: 办事大厅设法律咨询窗口
  level: should
  asks: 写明办事大厅的法律咨询窗口
  thin_when: 只提到办事大厅
  elements:
  - title: 法律咨询窗口
    rules:
    - 法律咨询 + 窗口
  advice: 写明窗口和接待人次
  model: 法律咨询窗口全年接待__人次
  write_in: 主要举措部分
"""


def put_own_list(data: Path) -> None:
    """Write the checklist where the program looks for an office's own: below its data folder."""
    folder = data / "checklists" / "own"
    folder.mkdir(parents=True)
    (folder / "checklist.yaml").write_text(_HEAD, encoding="utf-8")
    (folder / "items.yaml").write_text(_ITEMS, encoding="utf-8")
