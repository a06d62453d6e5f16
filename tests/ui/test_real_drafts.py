"""The window with the real engine and a sample that came with the program."""

from pytestqt.qtbot import QtBot

from desktop.checking.result import Status
from desktop.paths import seeds_folder
from desktop.ui.main_window import MainWindow


def test_a_sample_is_checked_shown_and_kept(real_window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(real_window.kept, timeout=30_000) as kept:
        real_window.open_sample()
    assert kept.args == [True]
    shown = real_window.session.shown
    assert shown is not None
    view, result = real_window.pane.page.view, shown.result
    assert len(result.items) == 88
    assert view.toPlainText() == shown.draft.text
    gap = next(item for item in result.items if item.status is Status.PARTIAL and item.evidence)
    real_window.items.choose(gap.id)
    position = view.offsets.to_characters(view.textCursor().position())
    assert position == gap.evidence[0].start
    assert real_window.status_line.summary().startswith(f"已检查 {result.draft.characters:,} 字 · 88 项")


def test_all_three_formats_of_the_main_job_reach_the_window(real_window: MainWindow, qtbot: QtBot) -> None:
    texts = []
    for name in ("sample-1.txt", "sample-1.docx"):
        with qtbot.waitSignal(real_window.kept, timeout=30_000):
            real_window.open_path(seeds_folder() / name)
        assert real_window.session.shown is not None
        texts.append([item.status for item in real_window.session.shown.result.items])
    with qtbot.waitSignal(real_window.kept, timeout=30_000):
        real_window.check_text((seeds_folder() / "sample-1.txt").read_text(encoding="utf-8"))
    assert real_window.session.shown is not None
    texts.append([item.status for item in real_window.session.shown.result.items])
    assert texts[0] == texts[2]
    assert [name.rsplit("sample", 1)[1] for name in real_window.settings.recent_drafts] == ["-1.docx", "-1.txt"]


def test_a_missing_file_is_one_sentence(real_window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(real_window.session.failed):
        real_window.open_path(seeds_folder() / "没有这个文件.docx")
    (sentence,) = real_window.banner.sentences()
    assert "没有这个文件.docx" in sentence
