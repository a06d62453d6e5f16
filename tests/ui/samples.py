"""A small made-up report with a result for it, so that the window can be tried without the engine."""

import hashlib
from functools import cache

from desktop.checking.result import (
    CheckedDraft,
    CheckResult,
    Evidence,
    ItemResult,
    Mood,
    Observation,
    Severity,
    ShownBasis,
    Status,
    UsedChecklist,
)
from desktop.packs.kinds import Level
from desktop.reading.draft import Block, BlockKind, Draft, Part, Role, Section, Span

LINES = (
    ("title", "云岭县水务局2023年度法治政府建设情况报告"),
    ("p", "县委、县政府："),
    ("p", "2023年，我局深入学习贯彻习近平法治思想，扎实推进法治政府建设，现将有关情况报告如下。"),
    ("1", "一、主要举措和成效"),
    ("2", "（一）规范行政执法"),
    ("p", "健全行政执法公示、全过程记录、法制审核等制度，为执法人员配发执法记录仪12台，对水事巡查全程录音录像。"),
    ("p", "全年办理行政处罚案件8件，其中警告5件、罚款4件，未发生行政诉讼败诉案件。"),
    ("2", "（二）用好法律顾问"),
    ("p", "聘请𠮷安律师事务所2名律师担任法律顾问，审核合同21份，参与重大决策论证3次。"),
    ("1", "二、存在的不足"),
    ("p", "执法力量仍显薄弱，少数同志运用法治思维解决问题的能力有待提高。"),
    ("1", "三、下一年度安排"),
    ("p", "一是加强执法培训，二是落实法制审核制度，三是做好行政复议和行政应诉工作。"),
    ("p", "云岭县水务局"),
    ("p", "2024年1月18日"),
)


def sample_text() -> str:
    return "\n".join(words for _, words in LINES)


@cache
def sample_draft() -> Draft:
    text = sample_text()
    blocks, sections, offset = [], [], 0
    for kind, words in LINES:
        end = offset + len(words)
        heading = kind in ("1", "2")
        level = int(kind) if heading else None
        blocks.append(Block(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, offset, end, level))
        if heading:
            label, title = (
                words.split("、")[0] + "、" if kind == "1" else words[:3],
                words[2:] if kind == "1" else words[3:],
            )
            parent = next((n for n in range(len(sections) - 1, -1, -1) if sections[n].level < int(kind)), None)
            full = sections[parent].label + label if parent is not None else label
            sections.append(Section(int(kind), full, title, Span(offset, end), offset, len(text), parent))
        offset = end + 1
    title = Span(0, len(LINES[0][1]))
    return Draft(
        text=text,
        blocks=tuple(blocks),
        sections=tuple(sections),
        parts=(Part(Role.MEASURES, 0, len(text)),),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        title_text=LINES[0][1],
        unit="云岭县水务局",
        year=2023,
    )


def evidence(text: str, start: int, end: int, where: str = "一、（一）") -> Evidence:
    return Evidence(text[start:end], start, end, where, Mood.FACT)


def quote(words: str, where: str = "一、（一）") -> Evidence:
    start = sample_text().index(words)
    return Evidence(words, start, start + len(words), where, Mood.FACT)


def _item(name: str, title: str, status: Status, **more: object) -> ItemResult:
    checklist = {"disclosure": "three-systems", "record": "three-systems", "counsel": "legal-counsel"}.get(
        name.split(".")[0], "report-structure"
    )
    level = Level.MUST if checklist == "report-structure" else Level.KEY
    values: dict[str, object] = {
        "evidence": (),
        "absent_elements": (),
        "reason": f"{title}：按写明的内容判断。",
        "asks": f"写明{title}的具体做法和数据",
        "advice": f"请补写{title}的做法、次数和成效。",
        "model": f"全年开展{title}__次，涉及__人。",
        "write_in": "主要举措和成效中“严格规范公正文明执法”部分",
        "basis": (
            ShownBasis(
                "three-systems-2018",
                "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
                "国办发〔2018〕118号",
                "（五）",
            ),
        ),
    }
    return ItemResult(id=name, checklist=checklist, title=title, level=level, status=status, **{**values, **more})  # type: ignore[arg-type]


@cache
def sample_result() -> CheckResult:
    draft = sample_draft()
    items = (
        _item("structure.measures", "主要举措和成效", Status.COVERED, evidence=(quote("一、主要举措和成效", "一、"),)),
        _item("structure.causes", "不足的原因", Status.MISSING, reason="全文没有写不足产生的原因。"),
        _item(
            "disclosure.onsite",
            "执法公示：事中公示",
            Status.PARTIAL,
            evidence=(quote("健全行政执法公示"),),
            absent_elements=("亮证执法", "告知权利义务", "出具执法文书"),
            reason="只有制度名称，没有具体做法。",
        ),
        _item(
            "record.audiovisual",
            "全过程记录：音像记录",
            Status.COVERED,
            evidence=(quote("为执法人员配发执法记录仪12台"), quote("对水事巡查全程录音录像")),
            absent_elements=("音像记录事项清单",),
        ),
        _item("record.archive", "全过程记录：归档", Status.MISSING),
        _item(
            "counsel.engaged",
            "聘请法律顾问",
            Status.COVERED,
            evidence=(quote("聘请𠮷安律师事务所2名律师担任法律顾问", "一、（二）"),),
        ),
        _item("counsel.public-lawyer", "公职律师", Status.NOT_APPLICABLE, reason="本报告年度不查。"),
    )
    words = "办理行政处罚案件8件，其中警告5件、罚款4件"
    observations = (
        Observation(
            "date",
            Severity.NOTICE,
            "2024年1月18日",
            len(draft.text) - 10,
            len(draft.text),
            "成文日期请与印发日期核对。",
        ),
        Observation(
            "arithmetic",
            Severity.ERROR,
            words,
            draft.text.index(words),
            draft.text.index(words) + len(words),
            "总数8件，分项相加为9件（5＋4），请核对。",
            "一、（一）",
        ),
    )
    return CheckResult(
        draft=CheckedDraft(
            sha256=draft.sha256,
            title=draft.title_text,
            unit=draft.unit,
            year=draft.year,
            characters=len("".join(draft.text.split())),
            unit_kind_guess="enforcing-department",
            notices=("全文偏短，请确认是否为完整报告。",),
        ),
        checklists=(
            UsedChecklist("report-structure", "年度报告结构", "2026.1"),
            UsedChecklist("three-systems", "行政执法三项制度", "2026.1"),
            UsedChecklist("legal-counsel", "法律顾问和公职律师", "2026.1"),
        ),
        items=items,
        observations=observations,
    )
