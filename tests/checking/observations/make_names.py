"""Names that do not fit, and names that only look alike."""

from random import Random

from frame import clean_report

_OWN = {
    "街道办事处": ("我镇", "我局"),
    "局": ("我镇", "我厅"),
    "县人民政府": ("我局", "我镇"),
    "委员会": ("我镇", "我乡"),
}
_OLD = ("县政府法制办", "市环境保护局", "县国土资源局", "区安监局", "市食品药品监督管理局", "县卫计局", "市工商局")
_BODIES = (
    ("市营商环境建设局", "市营商环境监督建设局"),
    ("县农业综合执法大队", "县农业执法综合大队"),
    ("市文化市场执法支队", "市文化市场监管执法支队"),
    ("区劳动保障监察大队", "区劳动监察保障大队"),
    ("县公共资源交易中心", "县公共资源交易服务中心"),
    ("县农业综合行政执法支队", "县农业综合执法大队"),
    ("区水务综合行政执法大队", "区水务综合行政执法支队"),
    ("市文化市场综合执法总队", "市文化市场综合行政执法支队"),
)
_PERSONS = (("陶启岩", "陶启研"), ("王建国", "王建围"), ("李晓明", "李小明"), ("赵文博", "赵文搏"))
_SOUND = (
    "会同市农业农村局、市文化和旅游局开展联合检查，及时通报情况。",
    "协调县市场监管局和县市场监督管理局所属分局，统一执法标准。",
    "为建设法治示范区、平安社区和现代化新城区作出贡献。",
    "加快建设健康城市、美丽乡镇，打造特色产业园区。",
    "县财政局、县民政局分别落实经费和人员，保障工作开展。",
    "将原县政府法制办承担的审核职责划入县司法局，理顺关系。",
    "市生态环境局通报典型案例，市自然资源局加强巡查。",
    "县政务服务中心、县公共资源交易中心分别公布办事指南。",
    "政务服务网和区政务大厅窗口同步公开，简报送至辖区各村。",
    "县应急综合行政执法大队开展检查，会同市应急综合执法支队查处案件。",
    "党委理论学习中心组集中学习，区委理论中心组开展研讨。",
    "我局限于条件，尚未配备专门设备，正在积极争取。",
    "认真执行《国土资源局档案管理办法》，规范归档工作。",
    "县住房和城乡建设局、县住建局直属站所共同参与，形成合力。",
)


_ALIKE = {"云溪": "云西", "松岭": "松林", "白石": "百石", "龙湾": "隆湾", "东河": "东和"}


def _elsewhere(way: int, stem: str, sign: str, random: Random) -> str:
    """A sentence with a place that is nearly the report's own, or stands for it."""
    other = random.choice([one for one in "市县区" if one != sign])
    if way == 5:
        return f"把法律服务送到{_ALIKE.get(stem, stem)}{sign if stem in _ALIKE else other}的每一个集镇，方便群众。"
    if way == 6:
        return f"以实际行动让{stem}{other}群众满意，树立良好形象。"
    return f"为建设{random.choice(('富美', '法治', '平安', '美丽幸福'))}清浦{sign}提供有力法治保障。"


def plant(random: Random) -> tuple[str, str]:
    """A report with one name wrong, and the words that hold it."""
    way = random.randrange(8)
    report = clean_report(random, random.randint(2021, 2025) if way == 1 else None)
    if way == 0:
        while not (wrong := next((words for end, words in _OWN.items() if report.unit.endswith(end)), None)):
            report = clean_report(random)
        sentence = f"进一步提升{random.choice(wrong)}依法治理水平，群众满意度不断提高。"
    elif way == 1:
        sentence = f"会同{random.choice(_OLD)}开展专项检查，发现问题及时处理。"
    elif way == 2:
        first, second = random.choice(_BODIES)
        report.say(f"{first}牵头制定工作方案，明确时间节点。", random)
        sentence = f"{second}对重点单位开展抽查，结果及时公布。"
    elif way == 3:
        first, second = random.choice(_PERSONS)
        report.say(f"局长{first}主持召开专题会议，研究部署工作。", random)
        sentence = f"{second}同志为干部职工讲授法治课，反响良好。"
    elif way > 4:
        while report.unit[2:3] not in "市县区":
            report = clean_report(random)
        sentence = _elsewhere(way, report.unit[:2], report.unit[2], random)
    else:
        while report.unit[2:3] not in "市县区":
            report = clean_report(random)
        wrong = random.choice("过甬禾") + report.unit[1:3]
        sentence = f"深入贯彻《{wrong}人民政府重大行政决策实施细则》，明确程序。"
    report.say(sentence, random)
    return report.text(), sentence


def sound(random: Random) -> str:
    """Names that look alike or old and are right."""
    report = clean_report(random, random.randint(2019, 2025))
    if report.unit[2:3] in ("市", "县", "区"):
        report.say(f"为建设平安{report.unit[:3]}提供有力法治保障，{report.unit[:3]}群众安全感不断提升。", random)
    for sentence in random.sample(_SOUND, 3):
        if report.own != "我局" and sentence.startswith("我局"):
            continue
        report.say(sentence, random)
    return report.text()
