"""Numbers of headings and points gone wrong, and their sound twins."""

from random import Random

from frame import CHINESE, Report, clean_report

_TASKS = (
    "完善制度机制，明确责任分工",
    "加强队伍建设，组织业务培训",
    "抓好宣传引导，营造良好氛围",
    "强化督促检查，推动工作落实",
    "注重总结经验，及时推广做法",
    "规范办事流程，方便企业群众",
    "健全工作台账，定期分析研判",
)
_STYLES = (
    lambda i: f"{CHINESE[i]}是",
    lambda i: f"第{CHINESE[i]}，",
    lambda i: f"（{i + 1}）",
    lambda i: "①②③④⑤⑥⑦⑧⑨"[i],
    lambda i: f"{CHINESE[i]}是要",
)


def _points(random: Random, order: list[int]) -> str:
    style, join = random.choice(_STYLES), random.choice(("；", "。"))
    tasks = random.sample(_TASKS, len(order))
    return join.join(style(number) + task for number, task in zip(order, tasks, strict=True)) + "。"


def _bad_order(random: Random) -> list[int]:
    count = random.randint(3, 5)
    order = list(range(count))
    way = random.randrange(3)
    at = random.randint(1, count - 1)
    if way == 0:
        return [number if number < at else number + 1 for number in order]
    if way == 1:
        return [number if number < at else number - 1 for number in order] if at > 1 else [0, 1, 1, *range(2, count)]
    at = random.randint(1, count - 2)
    order[at], order[at + 1] = order[at + 1], order[at]
    return order


def _list(random: Random, report: Report, order: list[int]) -> None:
    report.marks = tuple(f"（{one}）" for one in CHINESE)
    style = random.choice((lambda i: f"{i + 1}．", lambda i: f"{i + 1}、", lambda i: f"（{i + 1}）"))
    tasks = random.sample(_TASKS, len(order))
    told = [f"{style(number)}{task}，做到有安排、有检查、有结果。" for number, task in zip(order, tasks, strict=True)]
    random.choice(report.measures)[1].extend(told)


def plant(random: Random) -> tuple[str, str]:
    """A report with one number wrong, and the words the number stands before."""
    report = clean_report(random)
    way = random.randrange(5)
    if way == 0:
        order = _bad_order(random)
        sentence = _points(random, order)
        report.say(f"{random.choice(('', '主要做法是：', '在落实上，'))}" + sentence, random)
        return report.text(), sentence
    if way == 1:
        order = _bad_order(random)
        _list(random, report, order)
        return report.text(), report.text()
    marks = list(report.marks)
    at = random.randint(1, len(report.measures) - 1)
    if way == 2:
        marks = [*marks[:at], *marks[at + 1 :]]
    elif way == 3:
        marks = [*marks[:at], *marks[at - 1 :]]
    else:
        count = random.randint(2, 4)
        sentence = _points(random, list(range(count)))
        wrong = count + random.choice((-1, 1)) if count > 2 else 3
        told = f"重点抓好以下{CHINESE[wrong - 1] if wrong != 2 else '两'}项工作："
        report.say(told + sentence, random)
        return report.text(), told
    report.marks = tuple(marks)
    return report.text(), report.measures[at][0]


def sound(random: Random) -> str:
    """Numbers in order: nested, going on over headings, starting again, said in the middle of a sentence."""
    report = clean_report(random)
    way = random.randrange(6)
    count = random.randint(2, 5)
    if way == 0:
        report.say(random.choice(("", "主要做法是：")) + _points(random, list(range(count))), random)
    elif way == 1:
        _list(random, report, list(range(count)))
        _list(random, report, list(range(random.randint(2, 4))))
    elif way == 2:
        number = 0
        report.marks = tuple(f"（{one}）" for one in CHINESE)
        for _, paragraphs in report.measures:
            for _ in range(random.randint(1, 3)):
                number += 1
                paragraphs.append(f"{number}. {random.choice(_TASKS)}，做到有安排、有检查、有结果。")
    elif way == 3:
        inner = "一是定任务；二是定时限；三是定责任。"
        report.say(f"一是抓部署，{inner}二是抓落实，每月通报进度。", random)
    elif way == 4:
        told = f"重点抓好以下{CHINESE[count - 1] if count != 2 else '两'}项工作："
        report.say(told + _points(random, list(range(count))), random)
    else:
        report.say("完成第一、二、三季度考核，一是一、二是二，实事求是，第三、四季度好于前两季度。", random)
    return report.text()
