"""A text that is no report at all is said to be none; a thin report is not."""

from pathlib import Path

import pytest

from desktop.checking.check import check
from desktop.paths import seeds_folder
from desktop.reading.open_draft import draft_from_text, open_draft
from tests.loaded import the_checklists

MEETING = """关于召开全市法治政府建设年度报告编制工作会议的通知

各县区司法局：

为做好年度报告编制工作，经研究，决定召开专题会议。现将有关事项通知如下。

一、会议时间

定于12月5日（星期五）下午2时30分，会期半天。

二、会议地点

市司法局三楼会议室。请提前10分钟入场，并将手机调至静音。

三、参会人员

各县区司法局分管负责人、法治调研科科长，每单位限2人。市直部门派1名联络员列席，名单附后。

四、有关要求

请各单位于12月3日下班前把参会回执报送至市司法局办公室，因故不能参会的，须书面请假。会议提供工作午餐，不安排住宿，车辆请停放在西侧停车场。
"""


def test_a_notice_of_a_meeting_is_no_report() -> None:
    result = check(draft_from_text(MEETING), the_checklists())
    (told,) = (one for one in result.draft.notices if "不像一份完整的" in one)
    assert "88项里只有" in told and "别的文件" in told


def test_only_some_checklists_say_nothing_of_the_whole() -> None:
    result = check(draft_from_text(MEETING), the_checklists(), only=("legal-counsel",))
    assert not any("不像一份完整的" in one for one in result.draft.notices)


@pytest.mark.parametrize("path", sorted(seeds_folder().glob("*.txt")), ids=lambda path: path.name)
def test_reports_are_reports(path: Path) -> None:
    result = check(open_draft(path), the_checklists())
    assert not any("不像一份完整的" in one for one in result.draft.notices)


def test_a_draft_too_short_for_a_report_is_told_only_that() -> None:
    result = check(draft_from_text("2024年，我局认真履行职责。"), the_checklists())
    (told,) = result.draft.notices
    assert "太短" in told
