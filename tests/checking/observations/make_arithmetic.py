"""Figures that do not come out, and their sound twins."""

from collections.abc import Callable
from random import Random

from frame import chinese, clean_report

_LISTS = (
    ("全年共办理行政处罚案件", "件", ("简易程序案件", "普通程序案件", "其他案件")),
    ("受理各类投诉举报", "件", ("来电", "来信", "来访", "网上投诉")),
    ("保留行政权力事项", "项", ("行政许可", "行政处罚", "行政强制", "行政检查", "其他权力")),
    ("主动公开政府信息", "条", ("工作动态", "通知公告", "政策解读", "人事信息")),
    ("现有持证执法人员", "人", ("路政", "运政", "海事")),
    ("开展专题普法活动", "场", ("进乡村", "进企业", "进校园", "进社区")),
    ("清理规范性文件", "份", ("保留", "修改", "废止", "宣布失效")),
    ("化解各类矛盾纠纷", "起", ("婚姻家庭类", "邻里类", "劳动争议类")),
    ("查处违法车辆", "台次", ("固定站点查处", "流动检查查处")),
)


def _split(random: Random, count: int, least: int = 2) -> list[int]:
    largest = random.choice((12, 60, 300, 1500))
    return [random.randint(least, largest) for _ in range(count)]


def _slip(random: Random, number: int, least: int = 1) -> int:
    """Another number of the same look: two digits exchanged, one digit changed, or a few more or less."""
    for _ in range(50):
        digits = list(str(number))
        way = random.randrange(3)
        if way == 0 and len(digits) > 1:
            at = random.randrange(len(digits) - 1)
            digits[at], digits[at + 1] = digits[at + 1], digits[at]
        elif way == 1 and len(digits) > 1:
            digits[-1 if random.random() < 0.7 else -2] = str(random.randint(0, 9))
        else:
            digits = list(str(number + random.choice((-2, -1, 1, 2))))
        other = int("".join(digits))
        if other != number and other >= least and digits[0] != "0":
            return other
    return number + 1


def _figure(number: int, words: bool) -> str:
    return chinese(number) if words else str(number)


def _whole(random: Random, wrong: bool) -> str:
    lead, unit, names = random.choice(_LISTS)
    names = names[: random.randint(2, len(names))]
    parts = _split(random, len(names), 3)
    total = sum(parts)
    words = total < 100 and random.random() < 0.15
    if wrong:
        # A whole that is far above its parts could be a list of the main ones only, so the slip stays within 8 %.
        changed = _slip(random, total)
        while changed != total and not 0.92 * changed <= total <= 1.4 * changed:
            changed = total + random.choice((-1, 1))
            if changed * 0.92 > total:
                changed = total - 1
        total = changed
    told = [f"{name}{_figure(part, words)}{unit}" for name, part in zip(names, parts, strict=True)]
    join = random.choice(("、", "，", "；"))
    mark = random.choice(("，其中", "。其中，", "（其中", "，其中：", "：", "。其中"))
    close = "）" if mark.startswith("（") else ""
    return f"{lead}{_figure(total, words)}{unit}{mark}{join.join(told)}{close}。"


def _total_after(random: Random, wrong: bool) -> str:
    first, second = random.randint(3, 400), random.randint(3, 400)
    total = first + second
    if wrong:
        total = total + random.choice((-11, -9, -2, -1, 1, 2, 9, 10)) if total > 40 else total + random.choice((-1, 1))
    names, unit = random.choice(
        ((("人大代表建议", "政协提案"), "件"), (("书面意见", "口头意见"), "条"), (("民事合同", "行政协议"), "份"))
    )
    join, told = random.choice(("、", "和", "，")), random.choice(("，共", "，合计", "，共计", "，总计"))
    return f"办理{names[0]}{first}{unit}{join}{names[1]}{second}{unit}{told}{total}{unit}，均在规定期限内办结。"


def _rest(random: Random, wrong: bool) -> str:
    done, left = random.randint(10, 300), random.randint(1, 9)
    total = done + left + (random.choice((-2, -1, 1, 2, 10)) if wrong else 0)
    word = random.choice(("剩余", "其余", "余下"))
    verb = random.choice(("已整改", "完成整改", "已销号"))
    return f"督察反馈的{total}个问题{verb}{done}个，{word}{left}个正在推进。"


def _grades(random: Random, wrong: bool) -> str:
    parts = [random.randint(10, 90), random.randint(20, 200), random.randint(2, 15)]
    total = sum(parts) + (random.choice((-9, -2, -1, 1, 2)) if wrong else 0)
    return f"抽查案卷{total}卷，评出优秀{parts[0]}卷、合格{parts[1]}卷、不合格{parts[2]}卷。"


def _change(random: Random, wrong: bool) -> str:
    before = random.randint(40, 900)
    falls = random.random() < 0.6
    after = round(before * (1 - random.uniform(0.1, 0.7) if falls else 1 + random.uniform(0.1, 0.9)))
    if after == before:
        after += 1 if not falls else -1
    rate = abs(after - before) / before * 100
    places = random.choice((0, 1, 2))
    stated = f"{rate:.{places}f}"
    if wrong:
        stated = f"{rate + random.choice((-6, -4, 3, 5, 11)):.{places}f}"
        if float(stated) <= 0:
            stated = f"{rate + 9:.{places}f}"
    verb, noun = ("降到", "下降") if falls else ("增加到", "增长")
    shape = random.randrange(3)
    if shape == 0:
        return f"入企检查由上年的{before}次{verb}{after}次，{noun}{stated}%。"
    if shape == 1:
        return f"行政应诉案件{after}件，较上年的{before}件{noun}{stated}%。"
    return f"信访量从{before}件{verb}{after}件，{noun}{stated}%。"


def _share(random: Random, wrong: bool) -> str:
    total = random.randint(30, 900)
    part = random.randint(total // 2, total - 1)
    rate = part / total * 100
    stated = f"{rate:.1f}" if not wrong else f"{max(1.0, rate - random.choice((3, 5, 8, 11))):.1f}"
    shape = random.randrange(3)
    if shape == 0:
        return f"登记矛盾纠纷{total}件，化解{part}件，化解率{stated}%。"
    if shape == 1:
        return f"审结案件{total}件，其中调解结案{part}件，占{stated}%。"
    return f"应出庭{total}件，实际出庭{part}件，出庭应诉率{stated}%。"


def _full(random: Random, wrong: bool) -> str:
    left = random.randint(1, 9)
    rate = "100" if wrong else f"{random.randint(80, 97)}"
    return f"巡察反馈问题整改完成率{rate}%，剩余{left}个正在整改。"


def _two_units(random: Random, wrong: bool) -> str:
    first, second = random.randint(30, 400), random.randint(30, 400)
    areas = random.randint(20, 300), random.randint(20, 300)
    total = sum(areas) + (random.choice((-20, -10, 10, 20)) if wrong else 0)
    stated = [f"{one / 10:.1f}" for one in (total, *areas)]
    return (
        f"拆除违法建设{first + second}处、{stated[0]}万平方米，其中新增{first}处、{stated[1]}万平方米，"
        f"历史存量{second}处、{stated[2]}万平方米。"
    )


def _received(random: Random, wrong: bool) -> str:
    """Parts of what was taken up, behind what came in."""
    parts = [random.randint(10, 90) for _ in range(4)]
    taken = sum(parts) + (random.choice((-3, -2, -1, 1, 2)) if wrong else 0)
    names = ("维持", "撤销", "驳回", "终止")
    told = "、".join(f"{name}{part}件" for name, part in zip(names, parts, strict=True))
    return f"新收行政复议申请{taken + random.randint(12, 60)}件，受理{taken}件，其中{told}。"


def _licensed(random: Random, wrong: bool) -> str:
    total = random.randint(30, 300)
    part = random.randint(total * 2 // 3, total - 1)
    rate = part / total * 100 + (random.choice((-7, -5, 6, 8)) if wrong else 0)
    stated = f"{min(rate, 99.9):.1f}" if not wrong or rate < 100 else f"{rate - 15:.1f}"
    return random.choice(
        (
            f"现有执法岗位人员{total}名，其中持有行政执法证的{part}名，持证率{stated}%。",
            f"{total}名执法岗位人员中{part}名持证，持证率{stated}%。",
            f"执法岗位人员{total}人，{part}人持有执法证，持证率{stated}%。",
            f"排查纠纷{total}起，{part}起已化解，化解率{stated}%。",
        )
    )


def _in_table(random: Random, wrong: bool) -> str:
    """A table of a few kinds with their total at the foot, some with last year's beside, remarks and numbers."""
    names = random.sample(("行政许可", "行政处罚", "行政检查", "行政强制", "行政确认", "其他"), random.randint(3, 6))
    columns = [[random.randint(20, 900) for _ in names] for _ in range(random.randint(1, 3))]
    totals = [sum(column) for column in columns]
    if wrong:
        at = random.randrange(len(totals))
        totals[at] += random.choice((-11, -9, -1, 1, 2, 9, 10))
    heads = random.sample(("2025年（件）", "上年（件）", "件数", "办件量"), len(columns))
    serial, remark = random.random() < 0.3, random.random() < 0.3
    rows = [["类别", *heads, *(["备注"] if remark else [])]]
    rows += [
        [name, *(str(column[number]) for column in columns), *([random.choice(("", "均已办结"))] if remark else [])]
        for number, name in enumerate(names)
    ]
    if serial:
        rows = [["序号", *rows[0]], *([str(number), *row] for number, row in enumerate(rows[1:], 1))]
    total = random.choice(("合计", "总计", "合　计"))
    rows.insert(
        random.choice((1, len(rows))) if not serial else len(rows),
        [total, *([""] if serial and random.random() < 0.5 else []), *map(str, totals)],
    )
    return "具体情况见下表：\n" + "\n".join("\t".join(row).rstrip("\t") for row in rows) + "\n以上均已公开。"


_SHAPES: tuple[Callable[[Random, bool], str], ...] = (
    _whole,
    _whole,
    _total_after,
    _rest,
    _grades,
    _change,
    _share,
    _full,
    _two_units,
    _received,
    _licensed,
    _in_table,
)
_OPEN: tuple[Callable[[Random], str], ...] = (
    lambda r: f"受理投诉举报{r.randint(200, 400)}件，其中食品类{r.randint(10, 40)}件、药品类{r.randint(5, 20)}件等。",
    lambda r: f"开展检查{r.randint(50, 90)}次，其中联合检查{r.randint(3, 20)}次。",
    lambda r: (
        f"全年培训{r.randint(300, 500)}余人次，其中骨干{r.randint(10, 90)}人次、新进人员{r.randint(10, 90)}人次。"
    ),
    lambda r: f"办理许可{r.randint(100, 500)}件，按时办结率100%，群众满意率99.{r.randint(1, 9)}%。",
    lambda r: (
        f"现有执法人员{r.randint(50, 60)}人，其中大专以上学历{r.randint(40, 48)}人，35岁以下{r.randint(15, 30)}人。"
    ),
    lambda r: f"召开会议{r.randint(3, 9)}次，研究议题{r.randint(20, 60)}个，印发文件{r.randint(3, 9)}份。",
    lambda r: f"{r.randint(2, 9)}项事项实现网上办理，{r.randint(2, 9)}项事项实现最多跑一次。",
    lambda r: f"矛盾纠纷数量比上年下降{r.randint(3, 30)}.{r.randint(0, 9)}%，群众满意度提高{r.randint(1, 5)}个百分点。",
    lambda r: (
        f"梳理可办事项{r.randint(100, 120)}项，其中{r.randint(60, 99)}项实现全程网办，"
        f"{r.randint(30, 60)}项可在社区就近办。"
    ),
    lambda r: f"办理许可{r.randint(100, 120)}件，其中网上办理{r.randint(60, 99)}件，承诺制办理{r.randint(30, 60)}件。",
    lambda r: (
        f"我单位办理投诉{r.randint(30, 40)}件，办结{r.randint(10, 20)}件；全市系统投诉办结率9{r.randint(1, 9)}.4%。"
    ),
    lambda r: (
        f"具体见下表：\n类别\t件数\n行政处罚\t{r.randint(50, 90)}\n其中：简易程序\t{r.randint(5, 40)}\n"
        f"行政检查\t{r.randint(50, 90)}\n合计\t{r.randint(100, 180)}\n以上均已公开。"
    ),
    lambda r: f"配备记录仪{r.randint(20, 60)}台，其中新增{r.randint(2, 15)}台。",
    lambda r: f"受理复议申请{r.randint(70, 90)}件，审结{r.randint(50, 60)}件，其中调解结案{r.randint(3, 20)}件。",
)


def plant(random: Random) -> tuple[str, str]:
    """A report with one figure wrong, and the sentence that holds it."""
    report = clean_report(random)
    sentence = random.choice(_SHAPES)(random, True)
    report.say(sentence, random)
    return report.text(), sentence


def sound(random: Random) -> str:
    """The like of it with every figure right, or with parts that need not be all."""
    report = clean_report(random)
    shape = random.choice(_SHAPES)
    report.say(shape(random, False), random)
    if random.random() < 0.4:
        report.say(random.choice(_OPEN)(random), random)
    return report.text()
