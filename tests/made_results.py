"""Results of checks as they are in practice, made up, for the tests of what comes after a check."""

import hashlib

from desktop.checking.result import (
    CheckedDraft,
    CheckResult,
    Evidence,
    ItemResult,
    Mood,
    Observation,
    Related,
    Severity,
    ShownBasis,
    Status,
    UsedChecklist,
)
from desktop.packs.kinds import Level

CHECKLISTS = (
    UsedChecklist("report-structure", "年度报告的结构和报送", "2026.1"),
    UsedChecklist("three-systems", "行政执法三项制度", "2026.1"),
    UsedChecklist("legal-counsel", "法律顾问和合法性审核", "2026.1"),
    UsedChecklist("court-appearance", "行政应诉和负责人出庭", "2026.1"),
    UsedChecklist("accountability", "述法和第一责任人", "2026.1"),
    UsedChecklist("outline", "法治政府建设实施纲要（2021—2025年）", "2026.1"),
)
SIZES = (12, 16, 10, 10, 10, 30)
TITLES = (
    "执法公示：事前公开",
    "全过程记录：音像记录",
    "法律顾问的聘任和履职",
    "负责人出庭应诉率",
    "第一责任人专题研究法治工作",
    "证明事项告知承诺制",
)
PASSAGES = (
    "健全行政执法公示、全过程记录、重大执法决定法制审核等制度，不断提升严格规范公正文明执法水平。",
    "全年共办理行政处罚案件1,286件，其中适用简易程序的312件，罚没款合计2,345.6万元，案卷评查合格率98.5%。",
    "聘请北京某某（云岭）律师事务所3名律师担任常年法律顾问（合同编号YL-2021-0087），全年出具法律意见书46份。",
    "印发《云岭县2021年法治政府建设工作要点》（云政办发〔2021〕18号），明确7个方面、32项任务。",
)
BASES = (
    ShownBasis(
        "three-systems-2018",
        "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
        "国办发〔2018〕118号",
        "（八）",
    ),
    ShownBasis("supervision-2019", "法治政府建设与责任落实督察工作规定", None, "第二十四条"),
    ShownBasis("outline-2021", "法治政府建设实施纲要（2021—2025年）", "中发〔2021〕33号", None),
)
ADVICE = "写明执法记录仪等设备的配备和使用情况，以及哪些环节全程录音录像"
MODEL = "为一线执法人员配发执法记录仪__台，制定《执法音像记录管理规定》，对__等环节全程音像记录，全年形成音像资料__份。"
TEXT = "\n".join(PASSAGES * 40)


def made_item(number: int, checklist: str, status: Status, level: Level) -> ItemResult:
    """An item with everything a real one has."""
    passage = PASSAGES[number % len(PASSAGES)]
    has_evidence = status in (Status.COVERED, Status.PARTIAL)
    evidence = (Evidence(passage, 7, 7 + len(passage), f"一、（{number % 9 + 1}）", Mood.FACT),) if has_evidence else ()
    absent = ("音像记录事项清单或使用管理规定", "全程录音录像的环节") if status.is_gap else ()
    reasons = {
        Status.COVERED: "写明了配备执法记录仪等设备。",
        Status.PARTIAL: f"一、（{number % 9 + 1}）“{passage[:30]}……”只是提到；还缺{'、'.join(absent)}。",
        Status.MISSING: "全文未见有关表述，请核实是否有此项工作。",
        Status.NOT_APPLICABLE: "本项从2024年度起检查。",
    }
    return ItemResult(
        id=f"{checklist}.item-{number}",
        checklist=checklist,
        title=TITLES[number % len(TITLES)],
        level=level,
        status=status,
        evidence=evidence * (1 + number % 3),
        absent_elements=absent,
        reason=reasons[status],
        asks="写明执法记录仪、音像设备、音像记录事项清单或使用管理规定等",
        advice=f"{ADVICE}。写在主要举措和成效中“严格规范公正文明执法”部分。",
        model=MODEL,
        write_in="主要举措和成效中“严格规范公正文明执法”部分",
        basis=BASES[: number % 3 + 1] if number % 7 else (),
        sure=bool(number % 5),
    )


def made_observation(number: int) -> Observation:
    """An observation with another passage it speaks of."""
    kinds = ("arithmetic", "date", "name", "term", "citation", "numbering", "duplicate", "typo", "unheard-of")
    return Observation(
        kind=kinds[number % len(kinds)],
        severity=tuple(Severity)[number % 3],
        text="全年共办理行政复议案件25件，其中维持13件、撤销6件、驳回4件",
        start=88 + number,
        end=118 + number,
        message="13＋6＋4＝23，与前面的25件不一致，相差2件，请核对",
        where=f"二、（{number % 5 + 1}）",
        related=(Related("行政复议案件二十五件", 400, 410),) if number % 2 else (),
    )


def made_result(gaps: int = 40, observations: int = 12, items: int = 88) -> CheckResult:
    """A check of ``items`` items with ``gaps`` of them partial or missing."""
    places = [one.id for one, size in zip(CHECKLISTS, SIZES, strict=True) for _ in range(size)][:items]
    made = []
    for number, checklist in enumerate(places):
        gap = number * gaps // max(items, 1) != (number + 1) * gaps // max(items, 1)
        if gap:
            status = Status.PARTIAL if number % 2 else Status.MISSING
        else:
            status = Status.NOT_APPLICABLE if number % 20 == 7 else Status.COVERED
        made.append(made_item(number, checklist, status, tuple(Level)[number % 4]))
    draft = CheckedDraft(
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        title="云岭县人民政府关于2021年度法治政府建设情况的报告",
        unit="云岭县人民政府",
        year=2021,
        characters=len(TEXT),
        unit_kind="government",
        notices=("报告年度从标题中读出，请核对",),
    )
    return CheckResult(draft, CHECKLISTS, tuple(made), tuple(made_observation(one) for one in range(observations)))
