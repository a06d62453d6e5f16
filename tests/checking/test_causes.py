import pytest

from desktop.checking.check import check
from desktop.checking.result import Status
from desktop.reading.open_draft import draft_from_text
from tests.loaded import the_checklists

_REPORT = """临河市水利局2025年度法治政府建设情况报告
一、工作开展情况
全年办理案件64件，开展执法检查412次，办理行政许可126件。
二、存在的不足
{}
三、下一步打算
一是加强培训。二是完善制度。
"""


def _status(shortcomings: str) -> Status:
    result = check(draft_from_text(_REPORT.format(shortcomings)), the_checklists(), only=("report-structure",))
    return next(one.status for one in result.items if one.id == "structure.causes")


@pytest.mark.parametrize(
    "text",
    [
        "人手不足，主要是编制有限。",
        "执法文书不够规范。主要是队员多为转岗人员，培训没有跟上。",
        "个别干部法治意识不强。这些问题，既有认识上的偏差，也有人才留不住的现实困难。",
        "上述问题既有历史遗留因素，也有工作不实的原因。",
        "普法形式较为单一。这与经费投入少分不开，需要想办法。",
        "执法人员业务能力不强，因为培训少。",
    ],
)
def test_a_cause_may_be_given_by_construction(text: str) -> None:
    assert _status(text) is Status.COVERED


@pytest.mark.parametrize(
    "text",
    [
        "一年来还存在一些不足，主要是执法力量薄弱、普法形式单一。",
        "存在的问题主要是执法力量不足、案卷不规范。",
        "问题主要是：一是执法力量不足；二是案卷不够规范。",
        "普法覆盖面不够广，主要是老年群体没有覆盖到位。",
        "让执法既有力度又有温度还做得不够。",
        "与执法有关的培训不够。",
        "普法不够深入，主要表现在形式单一。",
    ],
)
def test_naming_a_shortcoming_gives_no_cause(text: str) -> None:
    assert _status(text) is not Status.COVERED
