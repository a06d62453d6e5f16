import pytest

from desktop.reading.open_draft import draft_from_text
from desktop.ui.belongs import section_for

DRAFT = draft_from_text(
    "某局2023年法治政府建设情况报告\n"
    "一、主要工作\n"
    "（一）推进严格规范公正文明执法\n完善执法程序，配发设备。\n"
    "（二）依法有效化解矛盾纠纷\n办理行政复议案件两件。\n"
    "（三）加强党的领导\n召开会议两次。\n"
    "二、存在的不足及原因\n执法力量不足。\n"
    "三、党政主要负责人履行推进法治建设第一责任人职责\n主持召开会议三次。\n"
)


@pytest.mark.parametrize(
    ("write_in", "title"),
    [
        ("主要举措和成效中“严格规范公正文明执法”部分", "推进严格规范公正文明执法"),
        ("主要举措和成效中“依法化解矛盾纠纷”部分", "依法有效化解矛盾纠纷"),
        ("单列“存在的不足和原因”部分", "存在的不足及原因"),
        ("“主要负责人履行推进法治建设第一责任人职责情况”部分", "党政主要负责人履行推进法治建设第一责任人职责"),
        ("举措和成效中“全面推进政务公开”部分", None),
        ("文末落款", None),
    ],
)
def test_the_heading_that_shares_most_words_is_the_place(write_in: str, title: str | None) -> None:
    section = section_for(DRAFT, write_in)
    assert (section.title if section else None) == title
