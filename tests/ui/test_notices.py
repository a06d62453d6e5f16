"""Everything a reader has to say of a draft stands above it, a line each, and is not cut off."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.banner import Note
from desktop.ui.cards import WrappedLabel
from desktop.ui.main_window import MainWindow
from tests.reading.word_file import docx, p, r

REPORT = ["某某县司法局2022年法治政府建设年度报告", "2022年，我局认真履行职责。现将情况报告如下：", "一、主要工作"]
CHANGED = '<w:ins w:id="1" w:author="甲">' + r("共") + "</w:ins>"
COMMENT = '<w:r><w:commentReference w:id="1"/></w:r>'
PICTURE = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
HIDDEN = r("暗", "<w:vanish/>")


def test_notices_stand_above_the_draft(real_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    body = "".join(p(line) for line in REPORT) + p("全年", CHANGED, COMMENT, PICTURE, HIDDEN, "办理案件12件。")
    path = tmp_path / "稿.docx"
    path.write_bytes(docx(body))
    with qtbot.waitSignal(real_window.kept, timeout=20_000):
        real_window.open_path(path)
    shown = next(one for one in real_window.banner.sentences() if "修订" in one)
    lines = shown.split("\n")
    assert [
        word
        for word, line in zip(("修订1处、批注1条", "隐藏文字1字", "图片1张", "太短"), lines, strict=True)
        if word in line
    ]
    assert len(lines) == 4 and all(line.endswith("。") for line in lines)
    real_window.resize(900, 600)
    QApplication.processEvents()
    note = next(one for one in real_window.banner.findChildren(Note) if one.accessibleName() == shown)
    label = note.findChild(WrappedLabel)
    assert label is not None and label.height() >= label.heightForWidth(label.width())
