"""Automatic numbers of lists: levels, restarts, lists that word a level anew, and what does not count."""

from pathlib import Path

from .word_file import blocks, docx, opened, p, r, styled

MARK_DELETED = '<w:rPr><w:del w:id="3" w:author="甲"/></w:rPr>'
MARK_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


def read(folder: Path, body: str, **parts: str) -> list[str]:
    return blocks(opened(folder, docx(body, **parts)))


def level(at: int, kind: str, pattern: str, more: str = "") -> str:
    format_ = f'<w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{format_}</w:lvl>'


def lists(levels: str, nums: str = "") -> str:
    """One abstract list and the lists 1 and 2 made of it; ``nums`` are overrides of list 2."""
    return (
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{nums}</w:num>'
    )


def item(at: int | None, text: str, number: int | None = 1, more: str = "") -> str:
    of_list = f'<w:numId w:val="{number}"/>' if number is not None else ""
    of_level = f'<w:ilvl w:val="{at}"/>' if at is not None else ""
    return p(text, properties=f"{more}<w:numPr>{of_level}{of_list}</w:numPr>")


THREE = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")


def test_deeper_levels_begin_anew_under_each_upper_one(tmp_path: Path) -> None:
    body = item(0, "甲") + item(2, "子。") + item(1, "乙") + item(2, "丑。") + item(0, "丙") + item(2, "寅。")
    assert read(tmp_path, body, numbering=lists(THREE)) == [
        "一、甲",
        "1.子。",
        "（二）乙",
        "1.丑。",
        "二、丙",
        "1.寅。",
    ]


def test_a_level_that_never_begins_anew(tmp_path: Path) -> None:
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    body = item(0, "甲") + item(1, "子。") + item(0, "乙") + item(1, "丑。")
    assert read(tmp_path, body, numbering=lists(levels)) == ["一、甲", "1.子。", "二、乙", "2.丑。"]


def test_a_level_that_begins_anew_only_under_the_outermost(tmp_path: Path) -> None:
    levels = THREE[: THREE.index('<w:lvl w:ilvl="2"')] + level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>')
    body = item(0, "甲") + item(2, "子。") + item(1, "乙") + item(2, "丑。") + item(0, "丙") + item(2, "寅。")
    assert read(tmp_path, body, numbering=lists(levels))[3:] == ["2.丑。", "二、丙", "1.寅。"]


def test_two_lists_of_one_kind_count_on(tmp_path: Path) -> None:
    assert read(tmp_path, item(0, "甲") + item(0, "乙", 2), numbering=lists(THREE)) == ["一、甲", "二、乙"]


def test_a_list_that_begins_anew_keeps_its_own_start(tmp_path: Path) -> None:
    start = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item(0, "甲", 2) + item(1, "子", 2) + item(1, "丑", 2) + item(0, "乙", 2) + item(1, "寅", 2)
    assert read(tmp_path, body, numbering=lists(THREE, start)) == [
        "一、甲",
        "（五）子",
        "（六）丑",
        "二、乙",
        "（五）寅",
    ]


def test_a_list_can_word_a_level_anew(tmp_path: Path) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "ideographTraditional", "（%1）")}</w:lvlOverride>'
    assert read(tmp_path, item(0, "甲方", 2) + item(0, "乙方", 2), numbering=lists(THREE, own)) == [
        "（甲）甲方",
        "（乙）乙方",
    ]


def test_a_paragraph_can_choose_another_level_of_its_styles_list(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="n"><w:name w:val="条"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = styled("n", "甲") + item(1, "乙", None, '<w:pStyle w:val="n"/>')
    assert read(tmp_path, body, styles=styles, numbering=lists(THREE)) == ["一、甲", "（一）乙"]


def test_a_format_without_digits(tmp_path: Path) -> None:
    levels = level(0, "none", "附：%1") + level(1, "numberInDash", "%2")
    body = item(0, "名单") + item(1, "页")
    assert read(tmp_path, body, numbering=lists(levels)) == ["附：名单", "- 1 -页"]


def test_deleted_and_hidden_paragraphs_do_not_count(tmp_path: Path) -> None:
    deleted = '<w:del w:id="2" w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:del>'
    body = (
        item(0, "甲") + item(0, deleted, 1, MARK_DELETED)
        + item(0, r("藏", "<w:vanish/>"), 1, MARK_HIDDEN) + item(0, "乙")
    )  # fmt: skip
    assert read(tmp_path, body, numbering=lists(THREE)) == ["一、甲", "二、乙"]


def test_an_empty_paragraph_counts_and_shows_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, item(0, "甲") + item(0, "") + item(0, "乙"), numbering=lists(THREE)) == ["一、甲", "三、乙"]


def test_a_column_of_automatic_numbers(tmp_path: Path) -> None:
    levels = level(0, "decimal", "%1")
    rows = "".join(f"<w:tr><w:tc>{item(0, '')}</w:tc><w:tc>{p(what)}</w:tc></w:tr>" for what in ("许可", "处罚"))
    assert read(tmp_path, f"<w:tbl>{rows}</w:tbl>", numbering=lists(levels)) == ["1\t许可", "2\t处罚"]
