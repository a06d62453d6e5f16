from collections.abc import Callable

import pytest

from desktop.checking.clauses import cut
from desktop.checking.compiled import compile_words
from desktop.checking.empty import EmptyClauses, Told
from desktop.checking.findings import findings_of
from desktop.checking.hits import WordHits
from desktop.checking.result import Mood
from desktop.checking.structure import StructureFacts
from desktop.checking.text import scan
from desktop.packs.model import Checklists
from desktop.workbench import passage_draft
from tests.loaded import the_checklists


def _told(text: str, word: str) -> Told:
    checklists, clauses = the_checklists(), cut(text)
    mechanisms = WordHits(compile_words(checklists), text, clauses).group(checklists.moods.mechanisms)
    return EmptyClauses(text, clauses, mechanisms).told(text.index(word))


@pytest.mark.parametrize(
    "text",
    [
        "推进述法工作常态化。",
        "二是推动案卷归档规范化。",
        "推动执法记录仪规范使用。",
        "推动法律顾问深度参与重大决策。",
        "推动负责人出庭应诉成为常态。",
        "促进行政争议实质性化解。",
        "述法质量有了新的提升。",
        "执法结果公开力度持续加大。",
        "处罚决定公示质量稳步提高。",
        "合法性审核机制运行更加顺畅。",
        "决策程序更加规范、更加科学。",
        "数据壁垒逐步打通。",
        "亮证执法成为执法人员的行动自觉。",
        "执法培训工作有声有色。",
        "提升案卷评查质效。",
        "抓好执法人员培训这个关键。",
        "按照要求认真抓好年终述法。",
        "严格规范亮证执法。",
        "尊重司法权威。",
        "坚持民主集中制原则不动摇。",
        "执法结果公示工作稳步推进。",
        "亮证执法做到规范化、常态化。",
        "法治考核导向更加鲜明。",
        "以案卷评查促执法质量提升。",
        "努力提高出庭应诉率。",
        "在全县优化营商环境大会上。",
    ],
)
def test_praise_and_urging_alone_tell_nothing(text: str) -> None:
    assert _told(text, text[-3]) is Told.NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "推进述法全覆盖。",
        "推动3起行政争议在诉前化解。",
        "推动行政争议成功实质化解。",
        "推动《顾问工作规则》规范实施。",
        "通过逐案评查,办案质量提升。",
        "通过案卷评查提升办案质量。",
        "开展案卷评查提升办案水平。",
        "坚持会前学法。",
        "在党组会上专题学习宪法。",
        "健全府院联席会议制度。",
        "严格落实出庭应诉制度。",
        "执法人员检查前主动亮证。",
        "每季度抓好一次述法。",
        "执法结果均已公开。",
    ],
)
def test_an_act_a_figure_a_document_or_a_name_tells_something(text: str) -> None:
    assert _told(text, text[0]) is Told.SOMETHING


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("推动法律顾问深度参与决策,全年列席会议12次。", Told.DOUBTFUL),
        ("印发《顾问工作规则》,推动法律顾问深度参与决策。", Told.DOUBTFUL),
        ("推动法律顾问深度参与决策。全年列席会议12次。", Told.NOTHING),
        ("推动法律顾问深度参与决策,提升依法行政水平。", Told.NOTHING),
        ("自觉接受人大、政协监督。", Told.DOUBTFUL),
        ("述法工作有序开展。", Told.DOUBTFUL),
        ("推动双随机监管常态化。", Told.DOUBTFUL),
        ("推动三项制度落地见效。", Told.NOTHING),
        ("认真做好证件换发、培训考试等工作。", Told.DOUBTFUL),
    ],
)
def test_what_stands_beside_it_makes_an_empty_clause_doubtful(text: str, told: Told) -> None:
    assert _told(text, "决策" if "决策" in text else text[0]) is told


@pytest.mark.parametrize(
    ("text", "mood", "counts", "sure"),
    [
        ("推动法律顾问深度参与重大决策。", Mood.SLOGAN, False, True),
        ("推动法律顾问深度参与重大决策,列席会议12次。", Mood.FACT, True, False),
        ("法律顾问参与重大决策12件。", Mood.FACT, True, True),
    ],
)
def test_an_empty_clause_is_a_slogan_and_a_doubtful_one_not_sure(
    one_rule: Callable[..., Checklists], text: str, mood: Mood, counts: bool, sure: bool
) -> None:
    checklists = one_rule("法律顾问 + 决策")
    scanned = scan(passage_draft(text), checklists)
    found = findings_of(checklists.items[0], scanned, StructureFacts(scanned, checklists))[0]
    assert (found.mood, found.counts, found.sure) == (mood, counts, sure)
