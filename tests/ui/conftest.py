"""A real window on no screen. ``window`` checks with a made-up result at once, ``real_window`` with the engine."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import make_application
from desktop.checking.result import CheckResult, Evidence
from desktop.reading.draft import Draft
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Checked, Choice, Desk, Source
from desktop.ui.watch import Watch

from .samples import quote, sample_draft, sample_result


class SampleDesk(Desk):
    """Answers with the made-up report, whatever it is asked to check."""

    def __init__(self, data_folder: Path) -> None:
        super().__init__(data_folder)
        self.asked: list[tuple[str, Choice]] = []
        self.saved: list[Checked] = []
        self.draft: Draft = sample_draft()
        self.result: CheckResult = sample_result()
        self.in_history: Source | None = None
        self.error: Exception | None = None
        self.save_error: Exception | None = None

    def check_source(self, source: Source, choice: Choice, watch: Watch | None = None) -> Checked:
        self.asked.append((source.name, choice))
        if self.error is not None:
            raise self.error
        return Checked(source, self.draft, self._for(choice), 0.04, "2021—2025", datetime(2026, 11, 21, 9, 30))

    def check_draft(self, source: Source, draft: Draft, choice: Choice, began: float | None = None) -> Checked:
        self.asked.append((source.name, choice))
        return Checked(source, draft, self._for(choice), 0.04, "2021—2025", datetime(2026, 11, 21, 9, 30))

    def closest(self, draft: Draft, item_id: str) -> tuple[Evidence, ...]:
        return (quote("执法力量仍显薄弱", "二、"),)

    def warm_up(self) -> None:
        return

    def last_year(self, checked: Checked) -> Source | None:
        return self.in_history

    def save(self, checked: Checked) -> None:
        if self.save_error is not None:
            raise self.save_error
        self.saved.append(checked)

    def _for(self, choice: Choice) -> CheckResult:
        kind = choice.unit_kind.value if choice.unit_kind else None
        year = choice.year if choice.year is not None else self.draft.year
        return replace(self.result, draft=replace(self.result.draft, unit_kind=kind, year=year))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application()


@pytest.fixture
def real_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(tmp_path / "data")
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    yield window
    assert window.session.jobs.finish(20_000)


@pytest.fixture
def window(real_window: MainWindow, tmp_path: Path) -> MainWindow:
    real_window.session.desk = SampleDesk(tmp_path / "data")
    return real_window


@pytest.fixture
def desk(window: MainWindow) -> SampleDesk:
    assert isinstance(window.session.desk, SampleDesk)
    return window.session.desk


@pytest.fixture
def loaded(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    with qtbot.waitSignal(window.kept):
        window.open_path(tmp_path / "草稿.docx")
    return window
