"""The command line's grammar, with help and complaints in Chinese."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from desktop import __version__
from desktop.errors import UsageError
from desktop.output.words import unit_kind_word
from desktop.packs.kinds import UnitKind

COMMANDS = {
    "check": "检查草稿，打印待完善清单",
    "text": "打印草稿的正文（检查结果里的位置都按它计算）",
    "checklists": "列出检查清单和检查项",
    "history": "列出做过的检查",
    "explain": "说明某一项为什么这样判",
    "examples": "用清单里的例子试一遍规则",
    "evaluate": "用标注好的草稿评一评规则",
    "selftest": "试一试装好的程序是否完整、能用",
}
# argparse words its complaints in English; these are all that this grammar can cause.
_COMPLAINTS = (
    (r"the following arguments are required: (.+)", r"少了{0}"),
    (r"unrecognized arguments: (.+)", r"不认识“{0}”"),
    (r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.+)\)", r"{0} 不能是“{1}”，可以是 {2}"),
    (r"argument (\S+): expected (?:one|at least one) argument", r"{0} 后面少了内容"),
    (r"argument (\S+): (.+)", r"{0} {1}"),
)


class _Parser(argparse.ArgumentParser):
    """Raises UsageError instead of printing usage and leaving."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")
        self.add_argument(
            "--data", metavar="文件夹", help="历史、设置和日志放在这个文件夹（也可用环境变量 FAZHI_DATA）"
        )

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        text = message
        for pattern, wording in _COMPLAINTS:
            found = re.fullmatch(pattern, message)
            if found:
                text = wording.format(*found.groups())
                break
        text = text.replace("'", "")
        raise UsageError(f"{text}；请看 {self.prog} --help 的说明。")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked for: ``command`` is one of COMMANDS, "window" or "version". Raises UsageError."""
    name = _first_word(arguments)
    if name not in COMMANDS:
        return _window_parser().parse_args(arguments)
    rest = list(arguments)
    rest.remove(name)
    parser = _Parser(f"fazhi {name}", COMMANDS[name])
    parser.set_defaults(command=name)
    _add_arguments(parser, name)
    return parser.parse_args(rest)


def _first_word(arguments: Sequence[str]) -> str | None:
    """The first argument that is neither an option nor the value of --data."""
    before = ""
    for one in arguments:
        if not one.startswith("-") and before != "--data":
            return one
        before = one
    return None


def _window_parser() -> _Parser:
    listed = "\n".join(f"  fazhi {name:<12}{what}" for name, what in COMMANDS.items())
    parser = _Parser("fazhi", "法治报告自检：不带命令时打开窗口。")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = f"命令（各有 --help）：\n{listed}"
    parser.add_argument("draft", nargs="?", type=Path, metavar="草稿", help="打开窗口时载入的报告草稿")
    parser.add_argument("--version", action="store_const", dest="command", const="version", help="显示版本")
    # Where environment variables do not reach Qt, its own option does.
    parser.add_argument("-platform", help=argparse.SUPPRESS)
    parser.set_defaults(command="window")
    return parser


def _add_arguments(parser: _Parser, name: str) -> None:
    if name in ("check", "text", "explain"):
        parser.add_argument("draft", type=Path, metavar="草稿", help="报告草稿")
    if name == "check":
        _add_check_options(parser)
    if name == "explain":
        parser.add_argument("item", metavar="检查项", help="检查项的编号，如 record.audiovisual")
    if name == "evaluate":
        parser.add_argument("gold", type=Path, metavar="答案文件夹", help="每份草稿一个 草稿名.json")
        parser.add_argument("drafts", type=Path, metavar="草稿文件夹")
    if name == "selftest":
        parser.add_argument("--out", type=Path, metavar="文件", help="结果写进这个文本文件；省略时打印出来")
        parser.add_argument("--samples", type=Path, metavar="文件夹", help="改用这个文件夹里的样例")
        parser.add_argument("-platform", help=argparse.SUPPRESS)
    if name == "checklists":
        parser.add_argument("--items", action="store_true", help="连同每个检查项一起列出")
    if name == "history":
        parser.add_argument("--count", type=_count, default=20, metavar="条数", help="最多列出几次（省略为 20）")
    if name in ("check", "checklists", "explain", "examples", "evaluate"):
        parser.add_argument("--pack", type=Path, metavar="文件夹", help="改用这个文件夹里的检查清单")


def _add_check_options(parser: _Parser) -> None:
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", metavar="格式", help="table（省略时）或 json"
    )
    parser.add_argument("--no-save", action="store_true", help="不存入历史")
    parser.add_argument(
        "--previous",
        type=Path,
        metavar="上年报告",
        help="和本单位上一年度的报告对照，指出照搬没有改的段落（省略时在历史里找，--no-save 时不找）",
    )
    parser.add_argument("--year", type=_year, metavar="年度", help="报告年度；省略时从草稿里找")
    kinds = "，".join(f"{kind.value} {unit_kind_word(kind)}" for kind in UnitKind)
    parser.add_argument(
        "--unit-kind",
        type=_unit_kind,
        metavar="单位类型",
        help=f"{kinds}；省略时每一项都查",
    )
    parser.add_argument("--checklist", nargs="+", action="extend", default=[], metavar="编号", help="只查这几份清单")
    parser.add_argument(
        "--closest", action="store_true", help="缺失的各项附上草稿里最接近的一处（表格和 PDF 里都有，慢半秒左右）"
    )
    parser.add_argument("--pdf", type=Path, metavar="文件", help="把自检整改清单写成 PDF")


def _year(text: str) -> int:
    if not re.fullmatch(r"(19|20)[0-9]{2}", text):
        raise argparse.ArgumentTypeError(f"应是四位数的年份，不能是“{text}”")
    return int(text)


def _unit_kind(text: str) -> UnitKind:
    if text not in list(UnitKind):
        raise argparse.ArgumentTypeError(f"不能是“{text}”，可以是 {'、'.join(UnitKind)}")
    return UnitKind(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"应是 1 到 10000 的整数，不能是“{text}”")
    return int(text)


def version_line() -> str:
    """The program's name and version."""
    return f"法治报告自检 {__version__}"
