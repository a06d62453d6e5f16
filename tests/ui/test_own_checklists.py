"""Checklists an office put into its data folder, in a real window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.paths import own_checklists_folder
from desktop.ui.main_window import MainWindow

_ITEM = """
- id: town.hall
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


@pytest.fixture
def own(real_window: MainWindow) -> Path:
    folder = own_checklists_folder(real_window.data_folder) / "town"
    folder.mkdir(parents=True)
    (folder / "checklist.yaml").write_text("id: town\ntitle: 镇里的要求\nversion: '1'\n", encoding="utf-8")
    (folder / "items.yaml").write_text(_ITEM, encoding="utf-8")
    return folder


def _draft(folder: Path) -> Path:
    path = folder / "稿.txt"
    path.write_text("一、主要举措\n便民中心接待群众40人次。\n", encoding="utf-8")
    return path


def test_an_own_list_is_checked_and_shown_with_the_others(
    real_window: MainWindow, own: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(real_window.kept, timeout=60_000):
        real_window.open_path(_draft(tmp_path))
    shown = real_window.session.shown
    assert shown is not None
    assert shown.result.items[-1].id == "town.hall" and shown.result.items[-1].status.value == "missing"
    model = real_window.items.tree.model()
    groups = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert any("镇里的要求" in one for one in groups)


def test_a_slip_in_an_own_list_is_one_sentence_and_mended_without_a_restart(
    real_window: MainWindow, own: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (own / "items.yaml").write_text(_ITEM.replace("level: should", "level: shuld"), encoding="utf-8")
    with qtbot.waitSignal(real_window.session.failed, timeout=60_000):
        real_window.open_path(_draft(tmp_path))
    said = "".join(real_window.banner.sentences())
    assert "（自备）town/items.yaml 第4行" in said and "should" in said
    (own / "items.yaml").write_text(_ITEM, encoding="utf-8")
    with qtbot.waitSignal(real_window.kept, timeout=60_000):
        real_window.open_path(_draft(tmp_path))
