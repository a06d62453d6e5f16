"""``fazhi``: the window, or one of its jobs in the terminal.

Exit status: 0 done, for ``check`` no item of level must is a gap; 1 at least one is (``examples``, ``selftest``: one
failed); 2 a UserError, one sentence on standard error and nothing on standard output; 3 a mistake of this program.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from desktop.errors import DraftError, HistoryError, PasswordNeeded, UsageError, UserError
from desktop.paths import (
    checklists_folder,
    data_folder,
    history_file,
    is_portable,
    keep_temporary_files_inside,
    own_checklists_folder,
    seeds_folder,
    use_data_folder,
)

if TYPE_CHECKING:
    import argparse

    from desktop.checking.result import CheckResult, Evidence
    from desktop.packs.model import Checklists
    from desktop.reading.draft import Draft

GAPS = 1
USER_ERROR = 2
CRASHED = 3
INTERRUPTED = 130
_READ_ISOLATED = "--read-isolated"
"""What the packaged program calls itself with to read one file apart; see reading/isolated.py."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``fazhi`` with ``arguments`` (default: the process's own) and give its exit status."""
    asked_for = sys.argv[1:] if arguments is None else list(arguments)
    if asked_for == [_READ_ISOLATED]:
        from desktop.reading.isolated_child import main as read_one_file

        return read_one_file()
    for stream in (sys.stdout, sys.stderr):
        # A code page without a character must not stop the program.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    folder: Path | None = None
    try:
        asked = _asked(asked_for)
        folder = use_data_folder(asked.data) if asked.data else data_folder()
        if is_portable():
            keep_temporary_files_inside(folder)
        if asked.command != "window":
            from desktop.log import start_log

            start_log(folder)
        status = _COMMANDS[asked.command](asked)
    except UserError as error:
        _complain(str(error))
        return USER_ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain again while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        _complain(_crashed(error, folder or data_folder()))
        return CRASHED
    return status


def _asked(arguments: Sequence[str]) -> "argparse.Namespace":
    """What the arguments ask for. Without any it is the window, which need not wait for the grammar to load."""
    if not arguments:
        return cast("argparse.Namespace", SimpleNamespace(command="window", draft=None, data=None, platform=None))
    from desktop.arguments import parse

    return parse(arguments)


def _window(asked: "argparse.Namespace") -> int:
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if asked.platform:
        os.environ["QT_QPA_PLATFORM"] = asked.platform
    elif sys.platform.startswith("linux") and not screen:
        # Qt would end the process without a word.
        raise UsageError("这里没有显示器，打不开窗口；请用 fazhi check 草稿 在终端里检查。")
    # Until the window is painted there is next to no garbage, and looking for it takes a thirtieth of that time.
    gc.disable()
    try:
        from desktop.app import run_window

        return run_window(asked.draft, data_folder())
    finally:
        gc.enable()


def _version(_asked: "argparse.Namespace") -> int:
    from desktop.arguments import version_line

    _put(version_line() + "\n")
    return 0


def _check(asked: "argparse.Namespace") -> int:
    from desktop.checking.check import check

    begun = perf_counter()
    draft, checklists = _open(asked.draft), _checklists(asked)
    only = _known_lists(asked.checklist, checklists)
    previous = _previous(asked, draft)
    result = check(draft, checklists, year=asked.year, unit_kind=asked.unit_kind, only=only, previous=previous)
    seconds = perf_counter() - begun
    saved = None if asked.no_save else _save(result, asked.draft.name, draft.text, seconds)
    closest = _closest(draft, result, checklists) if asked.closest else {}
    if asked.pdf:
        from datetime import date

        from desktop.output.gap_list_pdf import write_gap_list

        write_gap_list(result, asked.draft.name, date.today(), asked.pdf, closest)
    if asked.format == "json":
        from desktop.checking.result_json import result_as_json

        _put(result_as_json(result, str(asked.draft)))
    else:
        _put(_shown(result, asked, saved, closest))
    return GAPS if result.must_gaps else 0


def _previous(asked: "argparse.Namespace", draft: "Draft") -> "Draft | None":
    """Last year's report of the same unit: the file named, else the one in the history."""
    if asked.previous is not None:
        return _open(asked.previous)
    year = asked.year if asked.year is not None else draft.year
    if asked.no_save or year is None or not draft.unit or not history_file().is_file():
        return None
    from desktop.history.store import History
    from desktop.reading.open_draft import draft_from_text

    # Saving the check tells what is wrong with the history; a comparison nobody asked for does not.
    with suppress(HistoryError, DraftError), History(history_file()) as history:
        kept = history.report_of(draft.unit, year - 1)
        return draft_from_text(kept.text) if kept is not None else None
    return None


def _closest(draft: "Draft", result: "CheckResult", checklists: "Checklists") -> "dict[str, Evidence]":
    from desktop.checking.closest import closest_to_missing

    return closest_to_missing(draft, result, checklists)


def _shown(
    result: "CheckResult", asked: "argparse.Namespace", saved: Path | None, closest: "dict[str, Evidence]"
) -> str:
    from desktop.output.tables import result_table, screen_of

    text = result_table(result, asked.draft.name, screen_of(sys.stdout), closest)
    text += f"自检整改清单：{asked.pdf.absolute()}\n" if asked.pdf else ""
    return text + (f"已存入历史：{saved}\n" if saved else "")


def _save(result: "CheckResult", name: str, text: str, seconds: float) -> Path | None:
    """Keep the check; that it could not be kept is one line and no reason to stop."""
    path = history_file()
    try:
        from datetime import datetime

        from desktop.history.store import History

        with History(path) as history:
            history.save(result, name, text, datetime.now().astimezone(), seconds)
    except HistoryError as error:
        _complain(str(error))
        return None
    return path


def _text(asked: "argparse.Namespace") -> int:
    _put(_open(asked.draft).text + "\n")
    return 0


def _list_checklists(asked: "argparse.Namespace") -> int:
    from desktop.output.tables import checklists_table, screen_of

    _put(checklists_table(_checklists(asked), screen_of(sys.stdout), asked.items))
    return 0


def _list_history(asked: "argparse.Namespace") -> int:
    from desktop.history.store import History
    from desktop.output.tables import list_table, screen_of

    with History(history_file()) as history:
        checks = history.recent(asked.count)
    rows = [
        (
            f"{one.checked_at:%Y-%m-%d %H:%M}",
            one.draft_name,
            one.unit or "未识别",
            str(one.year or "未识别"),
            str(one.missing),
            str(one.partial),
            str(one.covered),
        )
        for one in checks
    ]
    columns = ("时间", "草稿", "单位", "年度", "缺失", "不充分", "已覆盖")
    _put(list_table(columns, rows, screen_of(sys.stdout)) if rows else "还没有做过检查。\n")
    return 0


def _explain(asked: "argparse.Namespace") -> int:
    from desktop.workbench import explain

    _put(explain(_open(asked.draft), _checklists(asked), asked.item) + "\n")
    return 0


def _examples(asked: "argparse.Namespace") -> int:
    from desktop.packs.examples import load_examples
    from desktop.workbench import run_examples

    examples = load_examples(asked.pack or checklists_folder())
    if asked.pack is None and any(own_checklists_folder().glob("*/examples/*.yaml")):
        examples += load_examples(own_checklists_folder())
    faults = run_examples(_checklists(asked), examples)
    lines = [f"{one.item} 第{one.line}行：应为 {one.wanted}，判为 {one.got}  {one.text}" for one in faults]
    lines.append(f"共 {len(examples)} 个例子，{len(faults)} 处不符")
    _put("\n".join(lines) + "\n")
    return 1 if faults else 0


def _evaluate(asked: "argparse.Namespace") -> int:
    from desktop.workbench import evaluate

    for folder in (asked.gold, asked.drafts):
        if not folder.is_dir():
            raise UsageError(f"没有文件夹“{folder}”，请核对路径。")
    _put(evaluate(asked.gold, asked.drafts, _checklists(asked)) + "\n")
    return 0


def _selftest(asked: "argparse.Namespace") -> int:
    from desktop.selftest import report, run_selftest

    os.environ["QT_QPA_PLATFORM"] = asked.platform or os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    folder = data_folder()
    findings = run_selftest(asked.samples or seeds_folder(), folder)
    text = report(findings, folder)
    if asked.out:
        try:
            asked.out.write_text(text, encoding="utf-8")
        except OSError as error:
            raise UserError(f"自检结果写不进“{asked.out}”，请换一个文件夹。") from error
    else:
        _put(text)
    return 0 if all(one.passed for one in findings) else 1


def _open(path: Path) -> "Draft":
    from desktop.reading.open_draft import open_draft

    try:
        return open_draft(path, on_page=_tell_page)
    except PasswordNeeded as error:
        # Not as an option: every user of the machine can read the command line.
        password = _asked_password(error)
        if not password:
            raise
    return open_draft(path, password=password, on_page=_tell_page)


def _asked_password(error: PasswordNeeded) -> str:
    """What the user types at the terminal, "" where there is none to type at."""
    if sys.stdin is None or not sys.stdin.isatty():
        return ""
    from getpass import getpass

    try:
        _complain(str(error))
        return getpass("打开密码（输入时不显示）：")
    except (EOFError, OSError):
        return ""


def _tell_page(number: int, pages: int) -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        _complain(f"正在识别扫描页，第 {number} 页，共 {pages} 页……")


def _checklists(asked: "argparse.Namespace") -> "Checklists":
    from desktop.packs.load import load_checklists

    return load_checklists(asked.pack, None if asked.pack else own_checklists_folder())


def _known_lists(asked: list[str], checklists: "Checklists") -> tuple[str, ...]:
    known = [one.id for one in checklists.lists]
    for name in asked:
        if name not in known:
            raise UsageError(f"没有编号为“{name}”的检查清单，可以是 {'、'.join(known)}。")
    return tuple(asked)


def _put(text: str) -> None:
    """Write to standard output: UTF-8 to a file or pipe whatever the code page, characters to a screen."""
    try:
        if sys.stdout.isatty():
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UserError("结果写不出去，可能是磁盘已满，请腾出空间后重试。") from error


def _complain(sentence: str) -> None:
    if sys.stderr is None and sys.platform == "win32":
        # The window program has no console; without this the user would see nothing at all.
        from ctypes import windll

        windll.user32.MessageBoxW(None, sentence, "法治报告自检", 0x30)
        return
    with suppress(OSError, AttributeError):
        print(sentence, file=sys.stderr, flush=True)


def _crashed(error: Exception, folder: Path) -> str:
    from desktop.log import write_crash_report

    report = write_crash_report(folder, error)
    where = f"详情写在 {report}" if report else f"原因：{type(error).__name__}"
    return f"程序出了没有料到的错误，草稿没有改动；{where}，请把它发给维护人员。"


_COMMANDS = {
    "window": _window,
    "version": _version,
    "check": _check,
    "text": _text,
    "checklists": _list_checklists,
    "history": _list_history,
    "explain": _explain,
    "examples": _examples,
    "evaluate": _evaluate,
    "selftest": _selftest,
}
