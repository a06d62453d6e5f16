"""Reports with a piece of their build missing, and reports built in other ways that are right."""

from random import Random

from frame import clean_report

_LACKS = ("存在的不足和原因", "存在的问题及原因分析", "工作中的不足及其成因")
_POINTS = (
    "执法力量还比较薄弱，夜间巡查难以全覆盖。",
    "普法形式不够丰富，针对性有待增强。",
    "信息化手段运用不够，数据共享不充分。",
)


def plant(random: Random) -> tuple[str, str]:
    """A report with one thing missing, and the words a reader would point at."""
    report = clean_report(random)
    way = random.randrange(5)
    if way == 0:
        number = random.randrange(len(report.measures))
        heading, _ = report.measures[number]
        report.measures[number] = (heading, [])
        return report.text(), heading
    if way == 1:
        report.shortcomings_heading = random.choice(_LACKS)
        points = random.sample(_POINTS, random.randint(2, 3))
        report.shortcomings = [f"（{'一二三'[number]}）{point}" for number, point in enumerate(points)]
        return report.text(), report.shortcomings_heading
    if way == 2:
        for year in (f"{report.year}年度", f"{report.year}年"):
            report.title = report.title.replace(year, "")
        return report.text(), report.title
    if way == 3:
        report.date = ""
        return report.text(), report.signature
    report.plans = ["下一年度，重点做好以下工作："]
    return report.text(), "重点做好以下工作"


def sound(random: Random) -> str:
    """Points without text of their own, causes told in other words, plans in one paragraph."""
    report = clean_report(random)
    way = random.randrange(4)
    if way == 0:
        report.measures[-1][1].extend(("重点抓好以下几点：", "1．健全制度。", "2．加强检查。", "3．严格考核。"))
    elif way == 1:
        report.shortcomings = ["虽然取得一定成效，但执法力量还比较薄弱，究其原因，主要是编制有限、人员流动大。"]
    elif way == 2:
        report.plans = ["下一步，将继续加强学习，规范执法，优化服务，推动工作再上新台阶。"]
    else:
        report.title = f"{report.unit}{report.year}年度法治政府建设工作报告"
        report.addressee = "县人民政府："
    return report.text()
