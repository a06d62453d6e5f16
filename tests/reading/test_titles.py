"""The lines above a title: letterhead, document number, signer, date; a title in one line or in several."""

from pathlib import Path

import pytest

from desktop.reading.open_draft import draft_from_text

from .test_about import BODY, OPENING, words
from .word_file import docx, opened, p, styled

TITLE = "某某区科技局关于2022年度法治政府建设工作的报告"


@pytest.mark.parametrize(
    "above",
    [
        ("某科〔2022〕25号",),
        ("某某区科学技术局文件", "某科〔2022〕25号"),
        ("某某区科学技术局", "某科字〔2022〕25号"),
        ("中共某某区科学技术局党组", "某科党组〔2022〕25号"),
        ("某某区科学技术局", "某科【2022】25号   签发人：张三"),
        ("某某区科学技术局文件", "某科发(2022)第25号", "签发人：张三"),
        ("000012", "机密", "特急", "某某区科学技术局文件", "某科〔2022〕25号", "签发人：张三"),
        ("2022年12月30日",),
        ("某某区科学技术局", "2022年12月30日"),
        ("某某区科学技术局",),
        ("签发人：张三",),
        ("附件2",),
        ("（公开稿）",),
    ],
)
def test_what_stands_above_a_title(above: tuple[str, ...]) -> None:
    for gap in ("\n", "\n\n"):
        draft = draft_from_text(gap.join([*above, TITLE, "区委、区政府：", OPENING, BODY]))
        assert draft.title_text == TITLE
        assert words(draft, draft.title) == TITLE
        assert draft.year == 2022
        assert words(draft, draft.addressee) == "区委、区政府："


@pytest.mark.parametrize("column", ["法治政府建设年度报告", "政府工作报告", "依法行政工作总结"])
def test_the_name_of_a_column_above_a_title(column: str) -> None:
    draft = draft_from_text(f"{column}\n{TITLE}\n来源：区科技局\n区委、区政府：\n{OPENING}\n{BODY}")
    assert words(draft, draft.title) == TITLE


def test_an_unnumbered_heading_below_a_title() -> None:
    draft = draft_from_text(f"某某局法治政府建设情况报告\n2022年法治政府建设工作情况\n{OPENING}\n{BODY}")
    assert words(draft, draft.title) == "某某局法治政府建设情况报告"


def test_unit_and_matter_in_one_line_with_a_blank_between() -> None:
    line = "中共某某区科技局党组 关于2022年度法治政府建设工作的报告"
    draft = draft_from_text(f"某科党组〔2022〕25号\n{line}\n区委、区政府：\n{OPENING}\n{BODY}")
    assert words(draft, draft.title) == line
    assert draft.title_text == line.replace(" ", "")


@pytest.mark.parametrize(
    "lines",
    [
        ("中共某某区科学技术局党组", "关于2022年度法治政府建设工作的报告"),
        ("某某市某某区人民政府", "广安街道办事处2022年法治政府建设情况报告"),
        ("某某区科学技术局", "2022年度法治政府建设工作情况"),
        ("某某区科学技术局", "2022年度", "法治政府建设报告"),
    ],
)
def test_titles_of_several_lines_under_a_document_number(lines: tuple[str, ...]) -> None:
    draft = draft_from_text("\n".join(("某科〔2022〕25号", *lines, "区委、区政府：", OPENING, BODY)))
    assert words(draft, draft.title) == "\n".join(lines)


@pytest.mark.parametrize("title", ["2022年度法治政府建设", "某某区科技局2022年法治政府建设工作", "法治政府建设工作"])
def test_a_title_that_does_not_say_what_paper_it_is(title: str) -> None:
    draft = draft_from_text(f"某某区科学技术局文件\n某科〔2022〕25号\n{title}\n区委、区政府：\n{OPENING}\n{BODY}")
    assert draft.title_text == title


TITLE_STYLE = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("某某区科学技术局", "某科〔2022〕25号"), (TITLE,)),
        (("某某区科学技术局",), (TITLE,)),
        ((), ("某某区科学技术局", "关于2022年度法治政府建设工作的报告")),
        ((), ("某某区科学技术局", "工作总结", "二〇二二年")),
    ],
)
def test_letterhead_and_title_of_one_style(tmp_path: Path, above: tuple[str, ...], title: tuple[str, ...]) -> None:
    body = "".join([*(styled("T", line) for line in (*above, *title)), p(OPENING), *map(p, BODY.split("\n"))])
    draft = opened(tmp_path, docx(body, styles=TITLE_STYLE))
    assert words(draft, draft.title) == "\n".join(title)
