"""Where the three columns of the window stand and how they share its width."""

from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget


def arrange(window: QMainWindow, splitter: QSplitter, widgets: tuple[QWidget, QWidget, QWidget, QWidget]) -> None:
    """Put the list, the banner above the draft, and the panel (``widgets``, in this order) side by side."""
    items, banner, pane, panel = widgets
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(banner)
    column.addWidget(pane, 1)
    em = window.fontMetrics().height()
    for number, widget in enumerate((items, middle, panel)):
        splitter.addWidget(widget)
        splitter.setCollapsible(number, False)
        splitter.setStretchFactor(number, 1 if number == 1 else 0)
    panel.setMinimumWidth(em * 12)
    splitter.setSizes([em * 25, em * 42, em * 23])
    splitter.setHandleWidth(max(1, em // 12))
    window.setCentralWidget(splitter)
