"""Personal data that should not be published, and numbers and words that only look like it."""

from random import Random

from frame import clean_report

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SURNAMES = (
    "王李张刘陈杨赵吴周徐孙朱胡郭林罗郑梁谢宋唐韩冯邓曹彭曾田董袁潘蒋蔡杜魏吕丁沈姚卢姜崔谭陆汪廖贾韦邹孟秦邱薛侯"
)
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛超明霞秀兰桂英玉华建国志刚海燕红梅春生德全"
_ROLES = ("居民", "村民", "当事人", "驾驶人", "申请人", "原告", "业主", "经营者", "信访人", "投诉人")
_OFFICES = ("局长", "副局长", "主任", "党组书记", "镇长", "县长")
_SOUND = (
    "向社会公布监督电话12345、12380和12328，畅通投诉渠道。",
    "驾驶人彭某某当场承认违法事实，李某等43户拿到了证书。",
    "居民满意度持续提升，群众高兴，业主方便。",
    "当事人陈述申辩权得到保障，申请人申请材料一次告知。",
    "主任办公会研究部署，局长办公会定期听取汇报。",
    "咨询电话0359-2088888，地址：人民路12号政务大厅3楼301室。",
    "统一社会信用代码为11140800012345678X的单位依法登记。",
    "村民自治章程修订完善，职工代表大会正常召开。",
    "发放补贴13800000000元，惠及群众万余人。",
    "入住率和居住环境明显改善，解决住房困难群众120户。",
    "县长带队督导，副县长分工负责，科长轮流值班。",
    "习近平总书记重要讲话精神深入人心，主要负责同志亲自部署。",
    "司机管理、驾驶员培训常抓不懈，商户周边环境整洁。",
    "书记亲自抓，分管同志具体抓，老人左右邻里互助。",
    "案件编号20230001234567和流水号2023000123456789012已经归档。",
)


def _identity(random: Random) -> str:
    born = f"{random.randint(1950, 2005)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    digits = f"{random.choice((110101, 140802, 370102, 430602))}{born}{random.randint(1, 999):03}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True))
    return digits + "10X98765432"[total % 11]


def _card(random: Random) -> str:
    digits = "62" + "".join(str(random.randint(0, 9)) for _ in range(16))
    total = 0
    for place, digit in enumerate(reversed(digits)):
        worth = int(digit) * (1 if place % 2 else 2)
        total += worth - 9 if worth > 9 else worth
    return digits + str(-total % 10)


def _mobile(random: Random) -> str:
    number = f"1{random.choice('3456789')}{random.randint(0, 9)}{random.randint(0, 99999999):08}"
    return number if random.random() < 0.7 else f"{number[:3]}-{number[3:7]}-{number[7:]}"


def _name(random: Random) -> str:
    return random.choice(_SURNAMES) + "".join(random.choice(_GIVEN) for _ in range(random.randint(1, 2)))


def plant(random: Random) -> tuple[str, str]:
    """A report that gives a person away, and the sentence that does."""
    report = clean_report(random)
    way = random.randrange(7)
    name = _name(random)
    if way == 0:
        sentence = f"{random.choice(_ROLES)}（身份证号{_identity(random)}）的诉求得到解决。"
    elif way == 1:
        sentence = f"联系人电话{_mobile(random)}，全天接受咨询。"
    elif way == 2:
        sentence = f"补贴已打入其银行卡{_card(random)}，群众表示感谢。"
    elif way == 3:
        room = f"{random.randint(1, 30)}幢{random.randint(1, 3)}单元{random.randint(101, 1804)}室"
        sentence = f"一位老人（家住幸福里{room}）反映漏水问题，已协调处理。"
    elif way == 4:
        after = random.choice(
            ("因噪声问题多次投诉", "与邻居发生纠纷", "不服处罚决定", "，经调解达成协议", "反映道路积水")
        )
        sentence = f"5月，{random.choice(_ROLES)}{name}{after}，工作人员及时处理。"
    elif way == 5:
        after = random.choice(("同志带头讲法治课", "任组长，统筹推进", "主持召开专题会", "亲自带队督导", "出庭应诉"))
        sentence = f"{random.choice(_OFFICES)}{name}{after}，推动工作落实。"
    else:
        plate = random.choice("京冀晋鲁苏浙粤川") + random.choice("ABCDEF") + f"{random.randint(10000, 99999)}"
        sentence = f"现场查获车辆{plate}超限运输，依法作出处罚。"
    report.say(sentence, random)
    return report.text(), sentence


def sound(random: Random) -> str:
    """Hotlines, offices, masked names, words that begin like names."""
    report = clean_report(random)
    for sentence in random.sample(_SOUND, 3):
        report.say(sentence, random)
    return report.text()
