"""Years and dates gone wrong, and their sound twins."""

from random import Random

from frame import chinese, clean_report

_DAYS = {2: 30, 4: 31, 6: 31, 9: 31, 11: 31, 1: 32, 12: 32}
_COUNTED = {"国家宪法日": 2014, "全民国家安全教育日": 2016, "全国防灾减灾日": 2009, "全国交通安全日": 2012}
_PLANS = {"七五": (2016, 2020), "八五": (2021, 2025)}


def _outline(year: int) -> tuple[int, int]:
    return (2015, 2020) if year <= 2020 else (2021, 2025)


def plant(random: Random) -> tuple[str, str]:
    """A report with one year or date wrong, and the words that hold it."""
    report = clean_report(random)
    if random.random() < 0.1:
        report.plans[-1] += (late := _too_late(report.year, random))
        return report.text(), late
    year = report.year
    way = random.randrange(11)
    if way == 0:
        month = random.choice(list(_DAYS))
        lead = random.choice((f"{year}年", ""))
        sentence = (
            f"{random.choice(('截至', '对', '于'))}{lead}{month}月{_DAYS[month]}日以前印发的文件进行清理，结果已公布。"
        )
    elif way == 1:
        first, last = _outline(year)
        sentence = f"认真落实《法治建设实施方案（{first}{last}年）》，分解年度任务。"
    elif way == 2:
        report.plan_heading = (
            f"{year - random.choice((0, 0, 1))}年{random.choice(('工作安排', '重点工作安排', '工作计划'))}"
        )
        return report.text(), report.plan_heading
    elif way == 3:
        wrong = year - random.choice((1, 1, 2))
        report.opening = report.opening.replace("现将有关情况报告如下", f"现将{wrong}年度法治政府建设情况报告如下")
        return report.text(), f"现将{wrong}年度法治政府建设情况报告如下"
    elif way == 4:
        wrong = random.choice((year, year - 1, year + 2))
        report.date = f"{wrong}年{random.randint(1, 9)}月{random.randint(1, 28)}日"
        return report.text(), report.date
    elif way == 5:
        first, last = _outline(year)
        sentence = f"深入贯彻《法治政府建设实施纲要（{first}—{last + random.choice((5, 10, 15))}年）》，明确任务分工。"
    elif way == 6:
        first, _ = _PLANS["八五" if year > 2020 else "七五"]
        name = "八五" if year > 2020 else "七五"
        wrong = random.choice([number for number in range(1, 6) if number != year - first + 1])
        sentence = f"今年是“{name}”普法第{chinese(wrong)}年，各项任务有序推进。"
    elif way == 7:
        name, first = random.choice(list(_COUNTED.items()))
        count = max(1, year - first + 1) + random.choice((1, 2))
        sentence = f"在第{random.choice((chinese(count), str(count)))}个{name}期间组织集中宣传，发放资料。"
    elif way == 8:
        sentence = f"截至{year + 1}年{random.randint(10, 12)}月底，全部任务已完成，台账资料齐全。"
    elif way == 9:
        sentence = f"上一年度（{year}年）的报告已按要求公开，接受社会监督。"
    else:
        sentence = f"落实《某规划（{year + 3}—{year - 2}年）》要求，对{year + 3}-{year - 2}年任务进行分解。"
    report.say(sentence, random)
    return report.text(), sentence


def _too_late(year: int, random: Random) -> str:
    when = random.choice(("年底前", f"年{random.randint(3, 12)}月底前", "年内"))
    return f"力争{year}{when}全部完成历史档案数字化。"


def sound(random: Random) -> str:
    """The like of it with every year right."""
    report = clean_report(random)
    year = report.year
    first, last = _outline(year)
    plan = "七五" if year <= 2020 else "八五"
    begun = _PLANS[plan][0]
    day, since = random.choice([one for one in _COUNTED.items() if one[1] <= year])
    choices = (
        f"对{year}年{random.choice((1, 3, 5, 7, 8, 10, 12))}月31日以前印发的文件进行清理，结果已公布。",
        f"深入贯彻《法治政府建设实施纲要（{first}—{last}年）》，明确任务分工。",
        f"今年是“{plan}”普法第{chinese(year - begun + 1)}年，各项任务有序推进。",
        f"在第{chinese(year - since + 1)}个{day}期间组织集中宣传，发放资料。",
        f"截至{year}年12月底，全部任务已完成，台账资料齐全。",
        f"{year - 1}年度法治政府建设情况报告于{year}年3月25日在门户网站公开。",
        f"案件数量比{year - 1}年减少，群众满意度提高。",
        f"将{year - 3}—{year}年印发的文件全部纳入清理范围。",
        f"执法证有效期延长至{year + 1}年6月，后续工作待统一部署。",
        f"《天河市法治政府建设实施方案（{first}－{last}年）》确定的任务全部分解到位。",
        f"自{year - 2}年起实行统一登记制度，{year - 1}年底全部完成改造。",
        "2月29日、4月30日分别召开调度会，6月30日前完成整改。",
        f"根据（政办发〔{year - 1}〕31号）要求开展自查。",
    )
    for sentence in random.sample(choices, 3):
        report.say(sentence, random)
    if random.random() < 0.3:
        report.plans[-1] += _too_late(year + random.choice((1, 2)), random)
    if random.random() < 0.3:
        report.plans[0] += f"到{year + 1}年底前实现全覆盖，为{year + 3}年目标打好基础。"
    if random.random() < 0.2:
        report.date = f"{year}年12月{random.randint(25, 31)}日"
    return report.text()
