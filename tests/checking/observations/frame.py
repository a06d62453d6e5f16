"""Clean reports of many units, years and shapes, for planting one defect in, or its sound twin."""

from dataclasses import dataclass, field
from random import Random

_PLACES = ("云溪", "松岭", "临川岭", "青浦塘", "白石", "龙湾", "东河", "永兴坪", "金沙坝", "长宁")
_UNITS = (
    ("{}县人民政府", "我县"),
    ("{}市水务局", "我局"),
    ("{}区农业农村局", "我局"),
    ("{}县市场监督管理局", "我局"),
    ("{}区应急管理局", "我局"),
    ("{}镇人民政府", "我镇"),
    ("{}市卫生健康委员会", "我委"),
    ("{}街道办事处", "街道"),
)
_SINCE_2018 = ("农业农村局", "市场监督管理局", "应急管理局", "卫生健康委员会")
_HEADINGS = (
    "加强组织领导，压实法治责任",
    "转变政府职能，优化营商环境",
    "健全依法决策机制",
    "规范行政执法行为",
    "强化监督制约",
    "化解矛盾纠纷，维护社会稳定",
    "深入开展普法宣传",
    "推进政务公开",
    "夯实基层基础",
)
_FILLERS = (
    "坚持会前学法，把学习习近平法治思想列入年度学习计划，领导干部带头撰写学习体会。",
    "修订完善议事规则，凡属重大事项一律提交会议集体研究，未经合法性审查的不上会。",
    "对照权责清单逐项梳理职责边界，结果在门户网站公布，方便群众查询和监督。",
    "执法人员进入现场先亮证、后检查，全程使用记录仪，案卷按月归档。",
    "主动接受人大监督和民主监督，认真听取代表委员意见，逐件答复办理结果。",
    "设立意见箱和监督热线，对群众反映的问题由专人登记、专人督办。",
    "通过以案释法、走访宣讲等方式，把法律送到田间地头和企业车间。",
    "建立部门会商机制，对疑难事项共同研究，提出处理意见后抓好落实。",
    "对重点场所开展常态化巡查，发现隐患当场提出整改要求，到期复查销号。",
    "加强与司法行政部门的沟通衔接，及时报送工作信息和统计数据。",
    "严格落实公平竞争审查制度，没有发现排除、限制竞争的内容。",
    "推行柔性执法，对初次轻微违法以教育引导为主，做到宽严相济。",
    "按照保密规定对拟公开信息逐条审查，做到应公开尽公开。",
    "坚持问题导向，定期分析研判，推动一批老大难问题得到解决。",
)
_SHORT = (
    ("执法力量还比较薄弱。", "主要原因是人员编制有限，新进人员经验少。"),
    ("普法形式不够丰富。", "原因在于创新意识不强，对群众需求了解不深。"),
    ("信息化手段运用不够。", "主要是由于资金投入不足，系统之间尚未打通。"),
    ("制度执行还有差距。", "究其原因，日常督促检查没有跟上。"),
)
_PLANS = (
    "继续深入学习宣传习近平法治思想，推动学习成果转化为工作实效。",
    "进一步规范行政执法程序，加强执法人员培训和案卷评查。",
    "持续优化政务服务，深化审批制度改革，压缩办理时限。",
    "健全矛盾纠纷多元化解机制，把问题解决在基层。",
    "抓好普法责任制落实，打造有特色的法治文化阵地。",
)
_MARKS = (
    ("（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）", "（九）"),
    tuple(f"{i}．" for i in range(1, 10)),
)
CHINESE = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


@dataclass
class Report:
    """A report as its pieces, so that a planter can change one of them."""

    year: int
    unit: str
    own: str
    title: str
    addressee: str
    opening: str
    measures: list[tuple[str, list[str]]]
    shortcomings: list[str]
    responsible: str
    plans: list[str]
    plan_heading: str
    signature: str
    date: str
    shortcomings_heading: str = "存在的不足和原因"
    marks: tuple[str, ...] = field(default_factory=tuple)

    def text(self) -> str:
        """The report as a text file."""
        lines = [self.title, self.addressee, self.opening, "一、主要工作和成效"]
        for mark, (heading, paragraphs) in zip(self.marks, self.measures, strict=False):
            lines += [f"{mark}{heading}", *paragraphs]
        lines += [f"二、{self.shortcomings_heading}", *self.shortcomings]
        lines += ["三、主要负责人履行推进法治建设第一责任人职责情况", self.responsible]
        lines += [f"四、{self.plan_heading}", *self.plans, self.signature, self.date]
        return "\n".join(line for line in lines if line)

    def say(self, sentence: str, random: Random) -> None:
        """Put ``sentence`` somewhere into the measures, at the start, in the middle or at the end of a paragraph."""
        _, paragraphs = random.choice(self.measures)
        number = random.randrange(len(paragraphs))
        pieces = [piece + "。" for piece in paragraphs[number].split("。") if piece]
        pieces.insert(random.randint(0, len(pieces)), sentence)
        paragraphs[number] = "".join(pieces)


def _of_its_time(sentence: str, year: int) -> str:
    """``sentence`` with the terms that a report on ``year`` knows."""
    if year < 2020:
        sentence = sentence.replace("习近平法治思想", "全面依法治国新理念新思想新战略")
    return sentence if year > 2017 else sentence.replace("习近平新时代中国特色社会主义思想", "党的十八大精神")


def clean_report(random: Random, year: int | None = None) -> Report:
    """A report without any defect."""
    year = year or random.randint(2016, 2025)
    pattern, own = random.choice([one for one in _UNITS if year > 2018 or not one[0].endswith(_SINCE_2018)])
    unit = pattern.format(random.choice(_PLACES))
    fillers = [_of_its_time(one, year) for one in random.sample(_FILLERS, len(_FILLERS))]
    headings = random.sample(_HEADINGS, random.randint(3, 6))
    measures = []
    for heading in headings:
        count = random.randint(1, 3)
        paragraph = "".join(fillers.pop() for _ in range(min(count, len(fillers))))
        measures.append((heading, [paragraph or f"围绕{heading[:4]}，明确专人负责，定期调度，各项任务按计划推进。"]))
    points = random.sample(_SHORT, random.randint(2, 3))
    plans = [_of_its_time(one, year) for one in random.sample(_PLANS, random.randint(2, 4))]
    titles = (
        "{u}{y}年度法治政府建设工作情况报告",
        "{u}关于{y}年法治政府建设情况的报告",
        "{u}{y}年法治政府建设年度报告",
    )
    return Report(
        year=year,
        unit=unit,
        own=own,
        title=random.choice(titles).format(u=unit, y=year),
        addressee=random.choice(("", "县委、县政府：", "市委全面依法治市委员会办公室：")),
        opening=_of_its_time(
            f"{year}年，{own}坚持以习近平新时代中国特色社会主义思想为指导，扎实推进法治政府建设。现将有关情况报告如下：",
            year,
        ),
        measures=measures,
        shortcomings=[f"（{CHINESE[i]}）{lack}{why}" for i, (lack, why) in enumerate(points)],
        responsible=f"{own}主要负责人切实履行第一责任人职责，定期听取法治工作汇报，带头讲法治课，对重点工作亲自部署、亲自督办。",
        plans=[f"（{CHINESE[i]}）{plan}" for i, plan in enumerate(plans)],
        plan_heading=random.choice((f"{year + 1}年工作安排", "下一步工作打算", f"{year + 1}年度法治政府建设工作计划")),
        signature=unit,
        date=f"{year + 1}年{random.choice((1, 2, 3))}月{random.randint(1, 28)}日",
        marks=random.choice(_MARKS),
    )


def chinese(number: int) -> str:
    """A number below a thousand in Chinese numerals."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (digits[ones] if ones or not number else "")
