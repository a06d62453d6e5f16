import pytest

from desktop.checking.clauses import cut
from desktop.checking.result import Mood
from desktop.checking.said import demands, put_off
from desktop.checking.text import scan
from desktop.workbench import passage_draft
from tests.loaded import the_checklists


@pytest.mark.parametrize(
    ("text", "word", "demanded"),
    [
        ("会议强调,要把责任落到实处,各科室按月报送。", "各科室", True),
        ("局长在局务会上指出,执法要有温度。随后抽查案卷12份。", "抽查", False),
        ("镇长要求,各站所每月学法一次。", "学法", True),
        ("执法调度会强调,要抓紧规范文书,适时组织评查。", "组织评查", True),
        ("科长在办公会上作了传达,要求各股室认真学习。", "学习", True),
        ("印发办法,要求各中队亮证执法。", "亮证", False),
        ("回应社会强调,全年公开信息40条。", "公开", False),
        ("按照会议要求,局里购置执法记录仪6台。", "购置", False),
        ("落实负责人出庭应诉的要求,副局长出庭2次。", "出庭2次", False),
        ("会议研究了执法问题,要进一步规范文书。", "规范", True),
        ("印发年度要点,要点共18条。", "18条", False),
        ("主要负责人要带头讲法治课。", "讲法治课", True),
        ("执法中要做到主动亮证。", "亮证", True),
        ("各中队必须进一步规范文书。", "文书", True),
        ("干部应当自觉学法。", "学法", True),
        ("执法公示制度要进一步健全。", "公示", True),
        ("要进一步规范亮证行为,做到检查先亮证。", "检查先亮证", True),
        ("班子成员要带头学法,全年学法4次。", "4次", False),
        ("主要负责人带头讲法治课。", "讲法治课", False),
        ("落实工作重要举措,做好记录。", "做好", False),
        ("按照年度工作纪要进一步规范文书。", "规范", False),
        ("案卷查阅要经局长批准。", "批准", False),
        ("重大处罚须经法制审核。", "审核", False),
        ("所有干部都要坚持学法。", "学法", False),
        ("办法规定,执法人员要做到先亮证。", "亮证", False),
        ("印发《执法规范》,明确执法人员要坚持先亮证。", "亮证", False),
        ("负责人出庭应诉工作做到应出尽出。", "出庭", False),
        ("做到应公开全面公开。", "公开", False),
        ("重大决策先审后议,应审全审。", "应审", False),
        ("推动应急加强值守。", "值守", False),
    ],
)
def test_what_is_demanded_ends_with_its_sentence(text: str, word: str, demanded: bool) -> None:
    assert demands(text, cut(text)).holds(text.index(word)) is demanded


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("普法经费5万元列入2024年预算。", True),
        ("编制2024年学法计划。", True),
        ("2024年工作要点已列出6项。", True),
        ("2024年1月报送上年度报告。", False),
        ("制定2023年学法计划。", False),
        ("落实2021—2025年工作计划。", False),
        ("印发《2024年工作要点》。", False),
        ("设备已订,待场地交付后装上执法系统。", True),
        ("接待来访后分办,全部办结。", False),
    ],
)
def test_a_later_year_is_one_that_things_are_put_into(text: str, later: bool) -> None:
    titles = scan(passage_draft(text), the_checklists()).clauses.titles
    assert put_off(text, 2023, titles).holds(len(text) - 2) is later


def test_without_a_year_nothing_is_later() -> None:
    assert not put_off("经费列入2024年预算。", None, ()).holds(3)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("县里将普法经费列入2024年预算。", Mood.PLAN),
        ("县里将普法经费列入2023年预算。", Mood.FACT),
        ("会议强调,普法经费要有保障。", Mood.SLOGAN),
        ("落实《普法经费管理规定》。", Mood.SLOGAN),
        ("制定《普法经费管理规定》。", Mood.FACT),
    ],
)
def test_the_mood_of_demands_put_off_and_bare_titles(text: str, mood: Mood) -> None:
    scanned = scan(passage_draft(text), the_checklists(), 2023)
    words = [(text.index("普法"), text.index("普法") + 4)]
    if "落实" in text:
        words.insert(0, (0, 2))
    clause = scanned.clauses.clause(words[-1][0])
    assert scanned.moods.mood(tuple(words), (words[0][0], words[-1][1]), clause) is mood
