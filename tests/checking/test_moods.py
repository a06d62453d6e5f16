from collections.abc import Callable

import pytest

from desktop.checking.findings import findings_of
from desktop.checking.result import Mood
from desktop.checking.structure import StructureFacts
from desktop.checking.text import scan
from desktop.packs.model import Checklists
from desktop.reading.draft import Role
from desktop.reading.open_draft import draft_from_text
from desktop.workbench import passage_draft

Maker = Callable[..., Checklists]


def _mood(checklists: Checklists, text: str, role: Role = Role.MEASURES) -> Mood:
    scanned = scan(passage_draft(text, role), checklists)
    facts = StructureFacts(scanned, checklists)
    return findings_of(checklists.items[0], scanned, facts)[0].mood


@pytest.mark.parametrize(
    ("rule", "text", "mood"),
    [
        ("执法记录仪", "为一线配发执法记录仪12台。", Mood.FACT),
        ("执法记录仪", "我局将进一步配齐执法记录仪。", Mood.PLAN),
        ("不作处罚", "对210家未能按期报送材料的社会组织不作处罚。", Mood.FACT),
        ("行政处罚", "对法律未能掌握，行政处罚做得少。", Mood.SHORTFALL),
        ("执法记录仪", "下一步，加强保障，配齐执法记录仪。", Mood.PLAN),
        ("公开目录", "正在研究公开目录的范围。", Mood.PLAN),
        ("述职", "将履行第一责任人职责情况列入年终述职。", Mood.FACT),
        ("责任分解", "将责任分解到各科室。", Mood.FACT),
        ("综合执法", "联合上路，为下一步综合执法改革打基础。", Mood.FACT),
        ("行政诉讼", "全年未发生行政诉讼案件。", Mood.NONE),
        ("行政诉讼", "全年行政诉讼案件0件。", Mood.NONE),
        ("行政诉讼", "全年行政诉讼案件10件。", Mood.FACT),
        ("行政诉讼", "无行政复议、行政诉讼案件发生。", Mood.NONE),
        ("告知承诺", "推行告知承诺制，本单位不涉及。", Mood.NONE),
        ("败诉", "本年度行政诉讼败诉案件为零。", Mood.NONE),
        ("审核", "未经法制审核的，不得作出决定。", Mood.FACT),
        ("行政复议", "全年受理行政复议1件，行政诉讼案件0件。", Mood.FACT),
        ("随机抽查", "全部实行随机抽查，未发生行政处罚案件。", Mood.FACT),
        ("执法检查", "按照年度计划开展执法检查。", Mood.FACT),
        ("公平竞争审查", "对拟印发的文件开展公平竞争审查。", Mood.FACT),
        ("提出意见", "对12件拟出台文件提出意见96条。", Mood.FACT),
        ("指定交易", "逐份过筛，看有没有指定交易。", Mood.FACT),
        ("证明", "取消“无违章证明”等证明7项。", Mood.FACT),
        ("巡查", "使用无人机巡查违法建设。", Mood.FACT),
        ("行政调解", "尚未开展行政调解工作。", Mood.SHORTFALL),
        ("执法记录仪", "执法记录仪使用不够规范。", Mood.SHORTFALL),
        ("执法文书", "针对执法文书不规范的问题开展整治。", Mood.FACT),
        ("普法", "补齐普法力量不足短板。", Mood.FACT),
        ("合法性审核", "按照《关于合法性审核机制的指导意见》办理。", Mood.SLOGAN),
        ("合法性审核", "印发《合法性审核工作办法》。", Mood.FACT),
        ("执法记录仪", "正在采购执法记录仪15台，年后到货。", Mood.PLAN),
        ("执法检查", "新的规程还在征求意见，全年执法检查210次。", Mood.FACT),
        ("执法检查", "围绕明年春耕，提前开展执法检查46次。", Mood.FACT),
        ("合法性审查", "我街道将把合法性审查作为硬约束。", Mood.PLAN),
        ("办事指南", "即将上线办事指南电子版。", Mood.PLAN),
        ("行政调解", "行政调解工作至今没有起步。", Mood.SHORTFALL),
        ("普法", "普法针对性不强，群众参与度低。", Mood.SHORTFALL),
        ("应急预案", "应急预案实用性不强、演练少。", Mood.SHORTFALL),
        ("询问笔录", "对反馈的回证填写不全、询问笔录缺少签名等问题逐一整改。", Mood.FACT),
        ("执法文书", "对执法文书不规范、不统一的问题集中整治。", Mood.FACT),
        ("行政赔偿", "行政赔偿案件：0件。", Mood.NONE),
        ("行政复议", "行政复议案件保持零纪录。", Mood.NONE),
        ("证明事项", "我单位已无证明事项。", Mood.NONE),
        ("黑榜", "本镇不罚款、不黑榜通报。", Mood.NONE),
        ("送审", "重大处罚不送审不上会。", Mood.FACT),
        ("裁量权 + 修订", "根据《条例》的修订情况，按照《裁量权行使办法》，开展工作。", Mood.SLOGAN),
        ("裁量权 + 修订", "按照《裁量权行使办法》，修订处罚档次12项。", Mood.FACT),
        ("行刑衔接", "健全行刑衔接机制任重道远。", Mood.SLOGAN),
        ("法制审核", "充实法制审核力量刻不容缓。", Mood.SLOGAN),
        ("应急预案", "面对刻不容缓的汛情启动应急预案。", Mood.FACT),
        ("行刑衔接", "行刑衔接机制仍在探索。", Mood.PLAN),
        ("案卷评查", "案卷评查正在谋划。", Mood.PLAN),
        ("案卷评查", "案卷评查尚在起步。", Mood.PLAN),
        ("法治课", "主要负责人要带头讲法治课。", Mood.SLOGAN),
        ("亮证", "要进一步规范亮证执法行为。", Mood.SLOGAN),
    ],
)
def test_moods_in_the_measures_part(one_rule: Maker, rule: str, text: str, mood: Mood) -> None:
    assert _mood(one_rule(rule), text) is mood


@pytest.mark.parametrize(
    ("text", "role", "mood"),
    [
        ("配齐执法记录仪。", Role.NEXT_YEAR, Mood.PLAN),
        ("在2023年完成执法记录仪配备的基础上，加强管理。", Role.NEXT_YEAR, Mood.FACT),
        ("执法记录仪使用率低。", Role.SHORTCOMINGS, Mood.SHORTFALL),
        ("以执法记录仪为抓手。", Role.OPENING, Mood.SLOGAN),
        ("全年配发执法记录仪12台。", Role.OPENING, Mood.FACT),
    ],
)
def test_moods_by_part(one_rule: Maker, text: str, role: Role, mood: Mood) -> None:
    assert _mood(one_rule("执法记录仪"), text, role) is mood


def test_the_name_of_the_body_the_report_is_sent_to_touches_no_item(one_rule: Maker) -> None:
    opening = "某区某街道2024年度法治政府建设情况报告\n区委全面依法治区委员会办公室：\n现将情况报告如下。\n"
    checklists = one_rule("委员会办公室")
    scanned = scan(draft_from_text(opening + "一、主要工作\n全年普法28场。\n"), checklists)
    assert findings_of(checklists.items[0], scanned, StructureFacts(scanned, checklists)) == []
