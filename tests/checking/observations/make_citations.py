"""Documents cited wrongly, and their sound twins."""

from random import Random

from frame import clean_report

_ORGANS = ("国办发", "粤府办", "苏政发", "云法委发", "川办函", "市监发", "松政办发")
_REPEALED = (("信访条例", 2022), ("合同法", 2021), ("侵权责任法", 2021), ("食品卫生法", 2009), ("行政监察法", 2018))
_LATER = (("民法典", 2020), ("优化营商环境条例", 2019), ("数据安全法", 2021), ("公平竞争审查条例", 2024))
_MISNAMED = (
    "中华人民共和国科技进步法",
    "中华人民共和国固废法",
    "行政处法",
    "道路交安全法",
    "消费者权益保法",
    "农产品质量全法",
    "治安管理处法",
    "法治政府实施纲要",
    "法治政府建设与责任落实督查工作规定",
    "党政主要负责人履行法治建设第一责任人职责规定",
    "重大行政决策程暂行条例",
    "优化营商环条例",
)
_RIGHT = (
    "中华人民共和国行政处罚法",
    "行政处罚法",
    "科技进步法",
    "云溪市养犬管理条例",
    "法治政府建设实施方案",
    "法治云溪建设规划（2021—2025年）",
    "关于贯彻落实〈法治社会建设实施纲要〉的实施意见",
    "党政主要负责人履行推进法治建设第一责任人职责规定",
    "云溪县法治政府建设实施方案",
    "消法",
    "固废法",
    "税收征管法",
)


_NUMBERED = (
    ("国务院办公厅关于加强和改进行政应诉工作的意见", "国办发〔2016〕54号"),
    ("国务院关于加强法治政府建设的意见", "国发〔2010〕33号"),
    ("国务院关于加强市县政府依法行政的决定", "国发〔2008〕17号"),
)
_WRONG_NUMBERS = tuple(
    (title, other) for title, right in _NUMBERED for _, other in _NUMBERED if other != right
) + tuple((title, right.replace("〕", "〕9")) for title, right in _NUMBERED)

_ORDERS = (
    ("农药管理条例", ("216", "677"), ("667", "261", "492")),
    ("政府信息公开条例", ("492", "711"), ("429", "771", "322")),
    ("规章制定程序条例", ("322", "695"), ("232", "659", "711")),
)
"""Regulations, the numbers of their orders, and wrong ones: a slip of each, and another regulation's."""
_BESIDE = (
    "《{title}》（国务院令第{number}号）",
    "《中华人民共和国{title}》（中华人民共和国国务院令第{number}号）",
    "《{title}》（国令第{number}号，以下简称《条例》）",
    "《{title}》（国务院令第{number}号公布）",
    "国务院令第{number}号公布的《{title}》",
    "国务院第{number}号令发布施行的《{title}》",
    "国务院令第{number}号《{title}》",
)


def _later(year: int, random: Random) -> str | None:
    names = [name for name, since in _LATER if since > year]
    return random.choice(names) if names else None


def plant(random: Random) -> tuple[str, str]:
    """A report with one citation wrong, and the words that hold it."""
    report = clean_report(random)
    year, organ, number = report.year, random.choice(_ORGANS), random.randint(1, 199)
    way = random.randrange(9)
    if way == 6:
        sentence = f"按照{organ}〔{year % 100}〕{number}号要求开展自查。"
    elif way == 8:
        title, _, wrong = random.choice(_ORDERS)
        cited = random.choice(_BESIDE).format(title=title, number=random.choice(wrong))
        sentence = f"认真贯彻{cited}，逐项对照检查。"
    elif way == 7:
        title, wrong = random.choice(_WRONG_NUMBERS)
        sentence = f"认真贯彻《{title}》（{wrong}），逐项对照检查。"
    elif way == 0:
        low, high = random.choice(("[]", "()", "（）", "【】", "［］", "〔)", "(〕"))
        sentence = f"按照{organ}{low}{year}{high}{number}号要求开展自查。"
    elif way == 1:
        lost = random.choice((f"{organ}{year}{number}号", f"{organ}〔{year}{number}号", f"{organ}{year}〕{number}号"))
        sentence = f"按照{lost}文件要求开展自查。"
    elif way == 2:
        sentence = random.choice(
            (
                "认真贯彻《关于加强规范性文件管理的通知，抓好任务分解。",
                "认真贯彻关于加强规范性文件管理的通知》，抓好任务分解。",
                "印发《关于贯彻《机关会议制度》的实施意见》，抓好任务分解。",
                "学习《机关会议制度、《机关公文制度》，抓好任务分解。",
            )
        )
    elif way == 3:
        names = [name for name, since in _REPEALED if since < year]
        sentence = f"严格按照《{random.choice(names)}》的规定办理有关事项。"
    elif way == 4 and _later(year, random):
        sentence = f"组织干部职工学习《{_later(year, random)}》，提高依法办事能力。"
    else:
        sentence = f"组织干部职工学习《{random.choice(_MISNAMED)}》，提高依法办事能力。"
    report.say(sentence, random)
    return report.text(), sentence


def sound(random: Random) -> str:
    """Citations that are right, short names and law names of their time among them."""
    report = clean_report(random)
    year = report.year
    title, right = random.choice(_NUMBERED)
    regulation, numbers, _ = random.choice(_ORDERS)
    order = random.choice(_BESIDE).format(title=regulation, number=random.choice(numbers))
    choices = (
        f"认真贯彻{order}，逐项对照检查。",
        f"根据国务院令第{random.choice(numbers)}号修订《云溪县行政执法公示目录》，及时公布。",
        f"认真贯彻《{title}》（{right}），逐项对照检查。",
        f"按照{random.choice(_ORGANS)}〔{year}〕{random.randint(1, 99)}号文件要求开展自查。",
        f"组织干部职工学习《{random.choice(_RIGHT)}》，提高依法办事能力。",
        "印发《关于贯彻〈机关会议制度〉的实施意见》，抓好任务分解。",
        "对依据《信访条例》《合同法》制定的文件予以废止或修改。",
        "学习《机关会议制度》、《机关公文制度》，抓好任务分解。",
        f"法院以（{year}）粤01行初{random.randint(10, 999)}号判决驳回诉讼请求。",
        f"{year}年12月8日印发通知，明确{random.randint(3, 20)}号楼为办公地点。",
        "落实《重大行政决策程序条例》起草任务，配合上级开展调研。" if year > 2018 else "落实机关管理规定。",
        "贯彻《企业信息公示暂行条例》（国务院令第654号），督促年报。",
    )
    for sentence in random.sample(choices, 3):
        report.say(sentence, random)
    return report.text()
