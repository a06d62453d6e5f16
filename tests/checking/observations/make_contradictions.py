"""Passages that cannot both be true, and pairs that only look so."""

from random import Random

from frame import clean_report

_CASES = (
    ("行政处罚案件", "件"),
    ("行政应诉案件", "件"),
    ("行政复议案件", "件"),
    ("投诉举报", "件"),
    ("矛盾纠纷", "起"),
    ("法律援助案件", "件"),
)
_STAFF = (
    ("持证执法人员", "名"),
    ("行政执法人员", "人"),
    ("法制审核人员", "名"),
    ("法律顾问", "名"),
    ("公职律师", "名"),
    ("行政权力事项", "项"),
    ("执法记录仪", "台"),
)
_NONE = (
    ("行政复议", "行政复议申请", "件"),
    ("行政诉讼", "行政诉讼案件", "件"),
    ("行政处罚", "行政处罚案件", "件"),
    ("行政强制", "行政强制案件", "起"),
    ("司法建议", "司法建议", "份"),
    ("行政赔偿", "行政赔偿案件", "件"),
)


def _exchanged(random: Random) -> tuple[int, int]:
    """Two numbers that differ by two digits exchanged."""
    while True:
        digits = list(str(random.randint(120, 9800)))
        at = random.randrange(len(digits) - 1)
        if digits[at] != digits[at + 1] and (at or digits[1] != "0"):
            other = digits.copy()
            other[at], other[at + 1] = other[at + 1], other[at]
            return int("".join(digits)), int("".join(other))


def _two_figures(random: Random) -> tuple[str, str]:
    if random.random() < 0.5:
        noun, unit = random.choice(_CASES)
        first, second = _exchanged(random)
        one = random.choice((f"全年共办理{noun}{first}{unit}。", f"全年办理{noun}{first}{unit}，办案质量稳步提高。"))
        other = random.choice(
            (
                f"全年{second}{unit}{noun}无一超期，受到群众好评。",
                f"针对全年{second}{unit}{noun}暴露出的问题，召开专题会研究。",
                f"对全年办理的{second}{unit}{noun}逐件回访。",
            )
        )
        return one, other
    noun, unit = random.choice(_STAFF)
    first = random.randint(5, 90)
    second = random.choice([number for number in range(3, 95) if number != first])
    one = random.choice((f"现有{noun}{first}{unit}，全部建立台账。", f"目前共有{noun}{first}{unit}，做到底数清楚。"))
    other = random.choice((f"现有{noun}仅{second}{unit}，难以满足需要。", f"现有{second}{unit}{noun}，按季更新名录。"))
    return one, other


def _more_or_less(random: Random) -> tuple[str, str]:
    """More places than there are, a rate given twice, some without what all have."""
    number = random.randint(6, 40)
    thing = random.choice(("社区", "行政村"))
    rate = random.randint(700, 960) / 10
    return random.choice(
        (
            (f"辖{number}个{thing}，常住人口3万人。", f"组织{number + random.randint(1, 5)}个{thing}签订目标责任书。"),
            (f"行政机关负责人出庭应诉率{rate}%，较好履行职责。", f"全年负责人出庭率{rate + 2.3:.1f}%，效果良好。"),
            ("全员参加考试，持证上岗率100%。", f"目前还有{number}名执法人员没有取得执法证件。"),
        )
    )


def plant(random: Random) -> tuple[str, str]:
    """A report with two passages that disagree, and both of them."""
    report = clean_report(random)
    way = random.random()
    if way < 0.5:
        one, other = _two_figures(random)
    elif way < 0.6:
        one, other = _more_or_less(random)
    elif way < 0.65:
        one, other = random.choice(
            (
                ("全年未发生行政诉讼案件。", f"主要负责人出庭应诉{random.randint(1, 9)}次。"),
                ("本年度没有行政诉讼案件。", f"法院判决败诉{random.randint(1, 9)}件。"),
                ("本年度无行政复议案件。", f"在行政复议中，维持{random.randint(1, 9)}件。"),
            )
        )
    elif way < 0.93:
        word, noun, unit = random.choice(_NONE)
        one = random.choice(
            (
                f"全年未发生{word}案件。" if not word.endswith("建议") else f"全年未收到{word}。",
                f"本年度无{word}，没有安全事故。" if not word.endswith("建议") else f"本年度没有收到{word}。",
                f"{noun}0{unit}，信访形势平稳。",
            )
        )
        verb = "收到" if word.endswith("建议") else random.choice(("受理", "办理", "收到"))
        other = f"全年{verb}{noun}{random.randint(1, 60)}{unit}，均已按期处理。"
    else:
        report.say("形成局党组统一领导、分管领导为第一责任人、各科室抓落实的格局。", random)
        return report.text(), "分管领导为第一责任人"
    if random.random() < 0.5:
        one, other = other, one
    report.measures[0][1][0] += one
    report.measures[-1][1].append("在日常工作中严格要求。" + other)
    return report.text(), one + other


def sound(random: Random) -> str:
    """Equal figures, other stages, other scopes, a part of the whole, last year's, none of a kind that has a name."""
    report = clean_report(random)
    number, other = random.randint(120, 900), random.randint(20, 110)
    noun, unit = random.choice(_CASES)
    staff, counted = random.choice(_STAFF)
    pairs = (
        (f"全年共办理{noun}{number}{unit}。", f"全年{number}{unit}{noun}无一超期。"),
        (f"全年受理{noun}{number}{unit}。", f"全年办结{noun}{number - other // 7}{unit}。"),
        (f"全年共办理{noun}{number}{unit}。", f"全年共办理涉企{noun}{other}{unit}。"),
        (f"全年共办理{noun}{number}{unit}。", f"比上年办理{noun}{number - other}{unit}有所增加。"),
        (f"现有{staff}{number}{counted}。", f"新增{staff}{other}{counted}。"),
        (f"现有{staff}{number}{counted}。", f"抽查{staff}{other}{counted}，情况良好。"),
        (f"全局现有{staff}{number}{counted}。", f"执法大队现有{staff}{other}{counted}。"),
        ("全年未发生行政复议被撤销、行政诉讼败诉案件。", f"受理行政复议申请{other}件。"),
        ("没有因执法不公引发的行政复议案件。", f"收到行政复议申请{other}件。"),
        ("无重大行政处罚案件。", f"办理行政处罚案件{other}件。"),
        ("未发现需要移送司法机关的案件。", f"移送线索{other}条。"),
        ("全年未发生行政诉讼案件。", f"上年主要负责人出庭应诉{other}次。"),
        ("我单位全年未发生行政诉讼案件。", f"全市行政机关负责人出庭应诉{other}次。"),
        ("全年未发生行政诉讼案件。", f"组织出庭应诉培训{other}次。"),
        ("全年未发生行政诉讼案件。", "上年办理行政诉讼案件2件。"),
        ("本机关未发生行政复议案件。", f"全市受理行政复议案件{other}件。"),
        ("未发生较大安全生产事故。", f"排查隐患{other}处，签订责任书{number}份。"),
        (f"辖{number}个社区。", f"组织{other}个社区签订目标责任书。"),
        ("行政机关负责人出庭应诉率95.2%。", "负责人出庭率95.2%，上年出庭率90.1%。"),
        ("全员参加考试，持证上岗率100%。", f"{other}名辅助人员没有执法证件，不从事执法工作。"),
        ("严格落实安全生产责任，分管领导为第一责任人。", "单位主要负责人是法治建设第一责任人。"),
    )
    one, two = random.choice(pairs)
    report.measures[0][1][0] += one
    report.measures[-1][1].append("在日常工作中严格要求。" + two)
    return report.text()
