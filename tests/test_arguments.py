from pathlib import Path

import pytest

from desktop.arguments import parse
from desktop.errors import UsageError
from desktop.packs.kinds import UnitKind


def test_nothing_or_a_draft_is_the_window() -> None:
    assert (parse([]).command, parse([]).draft) == ("window", None)
    asked = parse(["--data", "check", "年度 报告.docx"])
    assert (asked.command, asked.draft, asked.data) == ("window", Path("年度 报告.docx"), "check")


def test_a_check_with_everything() -> None:
    asked = parse(
        ["--data", "d", "check", "x.docx", "--format", "json", "--no-save", "--year", "2021"]
        + ["--unit-kind", "township", "--checklist", "outline", "legal-counsel", "--pdf", "out.pdf"]
    )
    assert (asked.command, asked.draft, asked.format, asked.no_save) == ("check", Path("x.docx"), "json", True)
    assert (asked.year, asked.unit_kind, asked.pdf) == (2021, UnitKind.TOWNSHIP, Path("out.pdf"))
    assert asked.checklist == ["outline", "legal-counsel"]
    assert asked.data == "d"


def test_the_data_folder_may_stand_after_the_command() -> None:
    assert parse(["check", "x", "--data", "d"]).data == "d"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("check", "少了草稿"),
        ("check x --year 21", "四位数的年份"),
        ("check x --year", "--year 后面少了内容"),
        ("check x --format xml", "不能是“xml”，可以是 table, json"),
        ("check x --unit-kind bureau", "可以是 government、enforcing-department、non-enforcing-department、township"),
        ("check x --yea 2021", "不认识“--yea 2021”"),
        ("a b", "不认识“b”"),
        ("history --count 0", "1 到 10000"),
        ("history --count ²", "1 到 10000"),
        ("explain x", "少了检查项"),
        ("evaluate", "少了答案文件夹, 草稿文件夹"),
    ],
)
def test_complaints_are_one_chinese_sentence(line: str, complaint: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(line.split())
    assert complaint in str(caught.value)
    assert str(caught.value).endswith("--help 的说明。")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("command", [[], ["check"], ["text"], ["history"], ["checklists"], ["explain"], ["evaluate"]])
def test_help_is_chinese(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse([*command, "--help"])
    assert left.value.code == 0
    printed = capsys.readouterr().out
    assert "用法：" in printed
    assert "选项" in printed
    assert "usage" not in printed and "show this help" not in printed
