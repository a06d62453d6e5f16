"""Everything the user can ask for, as menus, tool bar and keys."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from desktop.ui import icons
from desktop.ui.theme import Appearance


class Entry(NamedTuple):
    """One thing to ask for. ``name`` is the name of the window's method; ``icon`` puts it on the tool bar."""

    name: str
    text: str
    key: str = ""
    icon: str = ""
    short: str = ""
    tip: str = ""


FILE = (
    Entry("choose_draft", "打开草稿(&O)…", "Ctrl+O", "open", "打开", "打开报告草稿"),
    Entry("paste_draft", "粘贴检查(&V)…", "Ctrl+Shift+V", "paste", "粘贴", "检查粘贴的文字"),
    Entry("open_sample", "打开示例草稿(&S)"),
    Entry("print_list", "打印整改清单(&P)…", "Ctrl+P", "print", "打印清单", "打印自检整改清单，先看预览"),
    Entry("export_list", "导出整改清单 PDF(&E)…", "Ctrl+S", "export", "导出", "把自检整改清单存成 PDF 文件"),
    Entry("close", "退出(&X)", "Ctrl+Q"),
)
CHECK = (
    Entry("check_again", "重新检查(&R)", "F5", "recheck", "重新检查", "重新读取草稿并检查"),
    Entry("compare_with_last_year", "和上一年度报告对照(&Y)…", tip="指出照搬上一年度报告没有改的段落"),
    Entry("previous_gap", "上一处(&B)", "Shift+F8", "previous", "上一处", "上一处待完善"),
    Entry("next_gap", "下一处(&N)", "F8", "next", "下一处", "下一处待完善"),
    Entry("next_observation", "下一处差错或疑点(&D)", "F7"),
    Entry("previous_observation", "上一处差错或疑点(&U)", "Shift+F7"),
    Entry("show_history", "历史检查(&H)…", "Ctrl+H", "history", "历史", "以前做过的检查"),
)
EDIT = (
    Entry("find_words", "在草稿中查找(&F)", "Ctrl+F", tip="在草稿中查找"),
    Entry("search_items", "搜索检查项(&I)", "Ctrl+Shift+F"),
)
HELP = (
    Entry("show_keys", "快捷键(&K)"),
    Entry("show_about", "关于(&A)"),
)
ABOUT_THE_DRAFT = ("check_again", "compare_with_last_year")
"""Makes sense only for a draft that can still be changed, not for a past check."""

NEEDS_RESULT = (
    *(*ABOUT_THE_DRAFT, "previous_gap", "next_gap", "previous_observation", "next_observation"),
    *("print_list", "export_list", "find_words", "search_items"),
)
"""Makes sense only when a result is shown."""
APPEARANCES = {Appearance.SYSTEM: "跟随系统(&S)", Appearance.LIGHT: "浅色(&L)", Appearance.DARK: "深色(&D)"}
TOOL_BAR = (
    ("choose_draft", "paste_draft", "check_again"),
    ("previous_gap", "next_gap"),
    ("print_list", "export_list"),
    ("show_history",),
)


class Actions:
    """The window's actions by the name of the method they call."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._entries = {one.name: one for one in (*FILE, *CHECK, *EDIT, *HELP)}
        self._made = {name: self._make(entry) for name, entry in self._entries.items()}
        self.recent = QMenu("最近的草稿(&R)", window)
        self.appearance = QActionGroup(window)
        self.mark_covered = QAction("标出已覆盖的文字(&M)", window, checkable=True, checked=True)
        self._menus()
        self.bar = self._tool_bar()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:
        """Whether these can be asked for now."""
        for name in names:
            self._made[name].setEnabled(enabled)

    def refresh(self) -> None:
        """Draw the icons in the colours of the theme."""
        for name, action in self._made.items():
            if self._entries[name].icon:
                action.setIcon(icons.icon(self._entries[name].icon))

    def fit(self, width: int) -> None:
        """Show the tool bar's words as far as ``width`` has room for them."""
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if self.bar.sizeHint().width() > width:
            self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def show_recent(self, drafts: tuple[tuple[str, str], ...], opener: Callable[[str], None]) -> None:
        """Fill the menu of recent drafts from (path, name) pairs."""
        self.recent.clear()
        self.recent.setEnabled(bool(drafts))
        for number, (path, name) in enumerate(drafts, start=1):
            prefix = f"&{number} " if number < 10 else ""
            action = self.recent.addAction(prefix + name.replace("&", "&&"))
            action.setToolTip(path)
            action.triggered.connect(lambda _=False, path=path: opener(path))

    def _make(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._window)
        if entry.key:
            action.setShortcut(QKeySequence(entry.key))
        if entry.short:
            action.setIconText(entry.short)
        tip = entry.tip or entry.text.split("(&")[0]
        action.setToolTip(f"{tip}（{entry.key}）" if entry.key else tip)
        if entry in HELP:
            action.triggered.connect(lambda: self._help(entry.name))
        else:
            action.triggered.connect(lambda: getattr(self._window, entry.name)())
        return action

    def _help(self, name: str) -> None:
        from desktop.ui import help_dialogs

        getattr(help_dialogs, name)(self._window)

    def _menus(self) -> None:
        menus = self._window.menuBar()
        file = menus.addMenu("文件(&F)")
        for entry in FILE:
            if entry.name in ("print_list", "close"):
                file.addSeparator()
            file.addAction(self._made[entry.name])
            if entry.name == "choose_draft":
                file.addMenu(self.recent)
        check = menus.addMenu("检查(&C)")
        for entry in CHECK:
            check.addAction(self._made[entry.name])
        edit = menus.addMenu("查找(&S)")
        for entry in EDIT:
            edit.addAction(self._made[entry.name])
        view = menus.addMenu("显示(&D)")
        view.addAction(self.mark_covered)
        looks = view.addMenu("外观(&A)")
        for appearance, text in APPEARANCES.items():
            action = QAction(text, self.appearance, checkable=True)
            action.setData(appearance.value)
            looks.addAction(action)
        help_menu = menus.addMenu("帮助(&H)")
        for entry in HELP:
            help_menu.addAction(self._made[entry.name])

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar("工具栏", self._window)
        bar.setMovable(False)
        side = round(self._window.fontMetrics().height() * 1.35)
        bar.setIconSize(QSize(side, side))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for number, group in enumerate(TOOL_BAR):
            if number:
                bar.addSeparator()
            for name in group:
                bar.addAction(self._made[name])
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        self._window.addToolBar(bar)
        return bar
