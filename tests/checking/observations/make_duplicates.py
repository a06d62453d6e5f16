"""Text pasted twice, and text that repeats itself as it should."""

from random import Random

from frame import clean_report

_LONG = (
    "坚持把依法行政贯穿工作全过程，健全“一把手”负总责、分管领导具体抓、科室分工落实的工作链条，每季度召开一次推进会，逐项查看台账，逐条提出意见，推动任务按期完成。",
    "始终坚持以人民为中心的发展思想，聚焦群众急难愁盼，深入一线摸排情况，建立问题清单和销号台账，做到件件有着落、事事有回音，群众的获得感明显增强。",
    "围绕年度重点任务，细化分解责任，明确完成时限，实行挂图作战、按月通报，对进度滞后的及时提醒约谈，对成效突出的予以表扬，形成了比学赶超的浓厚氛围。",
    "充分发挥司法所一线作用，选派业务骨干驻点指导，统一文书格式和办案标准，通过跟班办案、案卷互评、集中点评等方式，帮助基层解决办案中的实际困难。",
)
_CLAUSES = ("进一步提高依法行政水平", "组织开展专项整治行动", "严格落实首问负责制度", "及时公开办理进度和结果")
_MEMBERS = ("普法内容", "普法对象", "普法形式", "普法节点", "普法措施", "责任科室", "完成时限", "考核办法")
_SWAPS = (
    ("推动", "促进"),
    ("及时", "第一时间"),
    ("明确", "确定"),
    ("解决", "化解"),
    ("深入", "走进"),
    ("落实", "执行"),
)
_PLANNED = "建立行政决策后评估机制，对实施满一年的重大决策逐项开展评估并向社会公布结果"
_SOUND = (
    "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，推动各项工作。",
    "严格执行公众参与、专家论证、风险评估、合法性审查、集体讨论决定等重大行政决策法定程序。",
    "全面推行行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度，规范执法行为。",
    "涉及高新技术企业认定、科技型中小企业评价、技术合同认定登记、科普基地认定等事项。",
    "运用法治思维和法治方式深化改革，主要负责人履行推进法治建设第一责任人职责。",
)


def _edited(random: Random, text: str, most: int) -> str:
    """``text`` with up to ``most`` words exchanged."""
    swaps = random.sample(_SWAPS, random.randint(0, most))
    for old, new in swaps:
        text = text.replace(old, new, 1)
    return text


def plant(random: Random) -> tuple[str, str]:
    """A report with a passage in it twice, and the passage."""
    report = clean_report(random)
    way = random.randrange(5)
    if way == 0:
        passage = random.choice(_LONG)
        report.measures[0][1].append(passage)
        copied = _edited(random, passage, 2)
        if random.random() < 0.5:
            report.measures[-1][1].append(copied)
        else:
            report.responsible = copied + report.responsible
        return report.text(), copied
    if way == 1:
        clause = random.choice(_CLAUSES)
        report.say(f"坚持问题导向，{clause}，{clause}，取得了较好成效。", random)
        return report.text(), f"{clause}，{clause}"
    if way == 2:
        members = random.sample(_MEMBERS, random.randint(3, 5))
        at = random.randrange(1, len(members))
        members.insert(at if random.random() < 0.7 else len(members), members[at - 1])
        report.say(f"制定责任清单，明确{'、'.join(members)}，抓好落实。", random)
        return report.text(), "、".join(members)
    if way == 3:
        heading, paragraphs = report.measures[0]
        report.measures[-1] = (heading, report.measures[-1][1])
        return report.text(), heading
    report.say(_PLANNED + "。", random)
    report.plans.append(f"（{'一二三四五六'[len(report.plans)]}）{_PLANNED}，抓好结果运用。")
    return report.text(), _PLANNED


def sound(random: Random) -> str:
    """Set phrases, names and lists that come back, sentences alike in build."""
    report = clean_report(random, random.randint(2021, 2025))
    for phrase in random.sample(_SOUND, 2):
        report.say(phrase, random)
        report.responsible += phrase
    one, other = random.sample(_LONG, 2)
    report.say(one, random)
    report.responsible += other
    first, second = random.sample(("水利工程", "农田建设", "河道管理", "村镇供水"), 2)
    report.say(f"对{first}领域开展执法检查，对{second}领域开展执法检查，问题全部整改。", random)
    report.say("坚持谁起草、谁审查、谁负责，做到横向到边、纵向到底。", random)
    report.plans.append(f"（{'一二三四五六'[len(report.plans)]}）{random.choice(_SOUND)}")
    return report.text()
