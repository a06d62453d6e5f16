"""The window: what the user asks for → work in the background → a frozen result → the panes show it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QSplitter

from desktop.errors import HistoryError, UserError
from desktop.packs.kinds import UnitKind, unit_kind_of
from desktop.paths import seeds_folder
from desktop.settings import load_settings, save_settings
from desktop.ui.actions import ABOUT_THE_DRAFT, NEEDS_RESULT, Actions
from desktop.ui.appearance import Looks
from desktop.ui.arrangement import arrange
from desktop.ui.banner import Banner, Tone
from desktop.ui.choice_bar import ChoiceBar
from desktop.ui.detail import show_detail
from desktop.ui.draft_pane import DraftPane
from desktop.ui.drop_window import DropWindow
from desktop.ui.item_list import ItemList
from desktop.ui.item_panel import ItemPanel
from desktop.ui.kind_memory import next_choice, remembered_kind, with_kind_of
from desktop.ui.layout_memory import restore_layout, with_layout
from desktop.ui.notes import offer_last_year, show_notes
from desktop.ui.session import Session
from desktop.ui.status_line import StatusLine, summary_of
from desktop.ui.tasks import Checked, Choice, Source
from desktop.ui.walk import kept_or_first, next_observation, next_station

if TYPE_CHECKING:
    from desktop.checking.result import Evidence

NAME = "法治报告自检"
READY = "就绪：打开、拖入或粘贴一份草稿"


class MainWindow(DropWindow):
    """One draft with its result. All methods run on the window's thread."""

    painted = Signal()
    """The window was drawn for the first time."""

    checked = Signal(object)
    """A result is shown (``Checked``)."""

    previewed = Signal(object)
    """The print preview is open (the dialog)."""

    kept = Signal(bool)
    """The check was put into the history, or could not be."""

    def __init__(self, data_folder: Path) -> None:
        super().__init__()
        self.data_folder = data_folder
        self.settings = load_settings(data_folder)
        # Before anything is drawn: icons take their colours from the theme.
        self.looks = Looks(self.settings.appearance, self)
        self.session = Session(data_folder, self)
        self.session.choice = remembered_kind(self.settings)
        self._text_shown = ""
        self._crash: QDialog | None = None
        self._was_painted = False
        self.setWindowTitle(NAME)
        self.actions_ = Actions(self)
        self.banner = Banner()
        self.items = ItemList()
        self.pane = DraftPane()
        self.panel = ItemPanel()
        self.status_line = StatusLine()
        self.choices = ChoiceBar()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        arrange(self, self.splitter, (self.items, self.banner, self.pane, self.panel))
        self.setStatusBar(self.status_line)
        self.actions_.bar.addWidget(self.choices)
        self._connect()
        self._restore()
        self.looks.offer(self.actions_.appearance)
        self.looks.changed.connect(self.refresh_theme)
        self.refresh_theme()

    # --- what the user asks for ------------------------------------------------------------------------------

    def choose_draft(self) -> None:
        """Ask which draft to open."""
        if path := self._ask_for_draft("打开报告草稿"):
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Read and check the draft at ``path``; what is shown stays until the result is there."""
        self.session.check(Source(path.absolute()), next_choice(self.session, self.settings))

    def open_sample(self) -> None:
        """Open one of the sample drafts that came with the program."""
        samples = sorted(seeds_folder().glob("*.docx")) or sorted(seeds_folder().glob("*.txt"))
        if samples:
            self.open_path(samples[0])
        else:
            self._complain("没有找到示例草稿，程序文件可能不完整；请打开自己的草稿，或重新安装程序。")

    def paste_draft(self) -> None:
        """Check text from the clipboard."""
        from desktop.ui.paste_dialog import PasteDialog

        dialog = PasteDialog(self)
        dialog.accepted.connect(lambda: self.check_text(dialog.text()))
        dialog.open()

    def open_dropped(self, files: list[Path]) -> None:
        """Open the file that was dropped; of several the first."""
        self.open_path(files[0])
        if len(files) > 1:
            self._complain(f"一次检查一份草稿，先打开了“{files[0].name}”。")

    def check_text(self, text: str) -> None:
        """Check ``text`` as if it were a draft."""
        self.session.check(Source(None, text), next_choice(self.session, self.settings))

    def check_again(self) -> None:
        """Read the draft anew and check it."""
        self.session.check_again()

    def compare_with_last_year(self) -> None:
        """Ask for last year's report and tell what was carried over from it unchanged."""
        if path := self._ask_for_draft("选择上一年度的报告"):
            self.session.compare_with(Source(path.absolute()))

    def _ask_for_draft(self, title: str) -> Path | None:
        from desktop.ui.file_dialog import ask_for_draft

        return ask_for_draft(self, title, self.settings.last_folder)

    def next_gap(self) -> None:
        """Go to the next thing to be put right."""
        self._walk(1)

    def previous_gap(self) -> None:
        """Go to the thing to be put right before this one."""
        self._walk(-1)

    def next_observation(self) -> None:
        """Go to the next thing the draft says wrongly."""
        self._walk_observations(1)

    def previous_observation(self) -> None:
        """Go to the thing said wrongly before this one."""
        self._walk_observations(-1)

    def find_words(self) -> None:
        """Find in the draft; asked again from there, find in the items."""
        if self.pane.page.find_bar.field.hasFocus():
            self.search_items()
        else:
            self.pane.page.open_find()

    def search_items(self) -> None:
        """Put the cursor into the search field of the items."""
        self.items.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.items.search.selectAll()

    def print_list(self) -> None:
        """Show the gap list as it will be printed."""
        from desktop.ui import paperwork

        paperwork.print_list(self, self.session)

    def export_list(self) -> None:
        """Save the gap list as PDF."""
        from desktop.ui import paperwork

        paperwork.export_list(self, self.session)

    def show_history(self) -> None:
        """List the checks made so far."""
        from desktop.ui.history_dialog import HistoryDialog

        dialog = HistoryDialog(self.session, self)
        dialog.chosen.connect(self.session.show_past)
        dialog.open()

    # --- what the session tells ------------------------------------------------------------------------------

    def _begin(self, doing: str) -> None:
        self.banner.drop("problem", "paper")
        self.status_line.begin(doing)

    def _end(self) -> None:
        self.status_line.end()
        self.choices.show_choice(self.session.choice)

    def _take(self, checked: Checked) -> None:
        first, same = not self._text_shown, self._text_shown == checked.draft.text
        self._text_shown = checked.draft.text
        if not checked.past:
            self.settings = with_kind_of(self.settings, checked)
            if checked.source.path is not None:
                self.settings = self.settings.with_recent(checked.source.path)
                self._show_recent()
        self._show_result(self.items.current_key() if same else "")
        if first:
            self.items.tree.setFocus()
        show_notes(self.banner, checked, self._choose_kind, self._check_anew)
        self.checked.emit(checked)

    def _show_result(self, key: str) -> None:
        checked = self.session.shown
        if checked is None:
            return
        result = checked.result
        self.setWindowTitle(f"{checked.source.name} — {NAME}")
        made_with = Choice(None, unit_kind_of(result.draft.unit_kind))
        self.choices.show_choice(made_with if checked.past else self.session.choice)
        self.choices.show_found_year(result.draft.year if checked.past else checked.draft.year, known=True)
        self.choices.setEnabled(not checked.past)
        self.actions_.enable(NEEDS_RESULT, True)
        self.actions_.enable(ABOUT_THE_DRAFT, not checked.past)
        self.pane.show_draft(checked.draft, result, self.actions_.mark_covered.isChecked())
        self.items.show_result(result)
        self.status_line.say(summary_of(checked, "历史检查" if checked.past else ""))
        key = kept_or_first(result, key, self.items.doubtful.isChecked())
        if key:
            self.items.choose(key, tell=False)
            self._show_key(key, jump=False)
        else:
            self.panel.show_nothing("没有待完善的检查项。")

    def _choose_kind(self, kind: UnitKind) -> None:
        self.session.check_with(replace(self.session.choice, unit_kind=kind))

    def _choose(self) -> None:
        chosen = self.choices.choice()
        if chosen.unit_kind is None and self.session.choice.unit_kind is not None:
            self.settings = replace(self.settings, unit_kind="", unit_of_kind="")
        self.session.check_with(replace(chosen, previous=self.session.choice.previous))

    def _check_anew(self) -> None:
        """Check the words of a past check with the checklists of today."""
        if self.session.shown is not None:
            self.session.check(self.session.shown.source, next_choice(self.session, self.settings))

    def _ask_password(self, source: Source, choice: Choice, error: Exception) -> None:
        from desktop.ui.password_dialog import ask_password

        ask_password(str(error), self, lambda password: self.session.check(replace(source, password=password), choice))

    def _kept(self, checked: Checked, error: Exception | None) -> None:
        if self.session.shown is checked:
            self.status_line.say(summary_of(checked, "未存入历史" if error else "已存入历史"))
        if isinstance(error, HistoryError):
            self.banner.show_note("history", Tone.NOTICE, str(error))
        elif error is not None:
            self.report_crash(error)
        self.kept.emit(error is None)

    def complain(self, error: Exception) -> None:
        """Say what went wrong: one sentence, or a crash report for a mistake of this program."""
        if isinstance(error, UserError):
            self._complain(str(error))
        else:
            self.report_crash(error)

    def report_crash(self, error: BaseException) -> None:
        """Show the crash report; the program goes on."""
        from desktop.ui.crash import CrashDialog, keep_report

        if self._crash is not None:
            # A mistake in drawing comes again and again: one dialog is enough.
            keep_report(error, self.data_folder)
            return
        self._crash = CrashDialog(error, self.data_folder, self)
        self._crash.finished.connect(lambda _: setattr(self, "_crash", None))
        self._crash.open()

    def _complain(self, sentence: str) -> None:
        self.banner.show_note("problem", Tone.PROBLEM, sentence)

    # --- one item --------------------------------------------------------------------------------------------

    def _show_key(self, key: str, jump: bool) -> None:
        checked = self.session.shown
        if checked is None:
            return
        if show_detail(key, checked, self.panel, self.pane, jump):
            self.session.look_for_closest(key, lambda passages: self._show_closest(key, passages))

    def _show_closest(self, key: str, passages: tuple[Evidence, ...]) -> None:
        if self.items.current_key() == key:
            self.panel.show_closest(passages)

    def _pick(self, keys: tuple[str, ...]) -> None:
        """Words were clicked: show what they stand for, the next one at every further click."""
        current = self.items.current_key()
        key = keys[(keys.index(current) + 1) % len(keys)] if current in keys else keys[0]
        self.items.choose(key, tell=False)
        self._show_key(key, jump=False)

    def _walk(self, step: int) -> None:
        if self.session.shown is None:
            return
        doubtful = self.items.doubtful.isChecked()
        self._go_to(next_station(self.session.shown.result, self.items.current_key(), step, doubtful))

    def _walk_observations(self, step: int) -> None:
        if self.session.shown is not None:
            self._go_to(next_observation(self.session.shown.result, self.items.current_key(), step))

    def _go_to(self, key: str | None) -> None:
        if key is not None:
            self.items.choose(key, tell=False)
            self._show_key(key, jump=True)

    def _begin_doubtful(self) -> None:
        key = next_station(self.session.shown.result, "", 1, doubtful=True) if self.session.shown else None
        if key is not None:
            self.items.choose(key)

    # --- the window itself -----------------------------------------------------------------------------------

    def refresh_theme(self) -> None:
        """Draw everything anew in the colours of the theme."""
        self.actions_.refresh()
        self.banner.refresh()
        self.pane.refresh()
        key = self.items.current_key()
        self.items.refresh(self.session.shown.result if self.session.shown else None)
        if key:
            self._show_key(key, jump=False)
        else:
            self.panel.show_nothing()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        """Say when the window was drawn for the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # Not before the children are drawn as well and the picture is on the screen.
            QTimer.singleShot(0, self._ready)

    def _ready(self) -> None:
        self.painted.emit()
        # So that the first draft does not have to wait for it.
        QTimer.singleShot(0, lambda: self.pane.page)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        """In a narrow window the tool bar shows its icons only."""
        super().resizeEvent(event)
        self.actions_.fit(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - the name is Qt's
        """Remember how the window stood."""
        self.settings = with_layout(
            self.settings, self, self.splitter, self.items.only_gaps.isChecked(), self.looks.chosen
        )
        save_settings(self.data_folder, self.settings)
        super().closeEvent(event)

    def _restore(self) -> None:
        restore_layout(self.settings, self, self.splitter)
        self.items.only_gaps.setChecked(self.settings.only_gaps)
        self.choices.show_choice(self.session.choice)
        self._show_recent()
        self.status_line.say(READY)
        self.pane.empty.open_button.setFocus()
        self.actions_.enable(NEEDS_RESULT, False)

    def _show_recent(self) -> None:
        drafts = tuple((one, Path(one).name) for one in self.settings.recent_drafts)
        self.actions_.show_recent(drafts, lambda path: self.open_path(Path(path)))

    def _connect(self) -> None:
        self.session.began.connect(self._begin)
        self.session.ended.connect(self._end)
        self.session.changed.connect(self._take)
        self.session.kept.connect(self._kept)
        self.session.last_year.connect(
            lambda checked, found: offer_last_year(self.banner, checked, lambda: self.session.compare_with(found))
        )
        self.session.failed.connect(self.complain)
        self.session.locked.connect(self._ask_password)
        self.session.progressed.connect(self.status_line.page)
        self.choices.changed.connect(self._choose)
        self.inviting.connect(self.pane.empty.invite)
        self.dropped.connect(self.open_dropped)
        self.items.chosen.connect(lambda key: self._show_key(key, jump=True))
        self.items.doubtful_wanted.connect(self._begin_doubtful)
        self.items.observations_wanted.connect(self.next_observation)
        self.pane.picked.connect(self._pick)
        self.panel.asked.connect(self.pane.jump_to)
        self.panel.copied.connect(
            lambda _: self.statusBar().showMessage("参考句已复制，属实再写，空格处请填本单位的数据", 4000)
        )
        self.status_line.cancelled.connect(self.session.cancel)
        self.actions_.mark_covered.toggled.connect(lambda _: self._show_result(self.items.current_key()))
        self.pane.empty.open_button.clicked.connect(self.choose_draft)
        self.pane.empty.paste_button.clicked.connect(self.paste_draft)
        self.pane.empty.sample_button.clicked.connect(self.open_sample)
