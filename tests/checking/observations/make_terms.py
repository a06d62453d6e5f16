"""Terms of another time, and the same terms in theirs."""

from random import Random

from frame import clean_report

_OLD = (
    "广泛开展法制宣传教育，增强群众守法意识。",
    "加快法制社会建设，营造良好氛围。",
    "利用“12·4”全国法制宣传日开展现场咨询。",
    "提升领导干部法制思维，依法办事能力明显提高。",
    "对机关干部开展法制教育，筑牢思想防线。",
    "编制重大执法决定法治审核目录清单，明确审核范围。",
    "落实法治审核制度，应审尽审。",
)
_EARLY = (
    ("深入学习贯彻习近平法治思想，列入中心组学习内容。", 2020),
    ("深入学习贯彻党的二十大精神，组织专题研讨。", 2022),
    ("启动“八五”普法规划，制定年度要点。", 2021),
    ("认真组织开展党纪学习教育，强化纪律意识。", 2024),
    ("学习贯彻党的二十届三中全会精神，部署重点任务。", 2024),
    ("贯彻中央全面依法治国工作会议精神，细化措施。", 2020),
    ("发展新质生产力，提供法治保障。", 2023),
)
_GOAL = "建设职能科学、权责法定、执法严明、公开公正、{}的法治政府，任务逐项分解。"


def plant(random: Random) -> tuple[str, str]:
    """A report with one term of another time, and the words that hold it."""
    year = random.randint(2016, 2025)
    way = random.randrange(3)
    early = [words for words, since in _EARLY if since > year]
    if way == 1 and early:
        sentence = random.choice(early)
    elif way == 2 and year >= 2022:
        sentence = _GOAL.format("廉洁高效、守法诚信")
    elif way == 2 and year <= 2020:
        sentence = _GOAL.format("智能高效、廉洁诚信、人民满意")
    else:
        sentence = random.choice(_OLD)
    report = clean_report(random, year)
    report.say(sentence, random)
    return report.text(), sentence


def sound(random: Random) -> str:
    """The like of it in its own time, and 法制 where it is right."""
    year = random.randint(2016, 2025)
    known = [words for words, since in _EARLY if since <= year and (year <= since + 1 or "启动" not in words)]
    choices = [
        "广泛开展法治宣传教育，增强群众守法意识。",
        "落实重大执法决定法制审核制度，配备法制审核人员。",
        "健全领导干部学法制度，坚持会前学法制度。",
        "建立学法用法制度，抓好执法制度建设。",
        "充分发挥法制机构参谋助手作用，严把审核关口。",
        "学习《全国人大常委会关于加强法制宣传教育的决议》，明确要求。",
        _GOAL.format("廉洁高效、守法诚信" if year <= 2020 else "智能高效、廉洁诚信、人民满意"),
        *known,
    ]
    report = clean_report(random, year)
    for sentence in random.sample(choices, 3):
        report.say(sentence, random)
    if year == 2020:
        report.plans[0] += "谋划启动“八五”普法工作。"
    return report.text()
