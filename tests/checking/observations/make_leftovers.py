"""Blanks that were not filled in and leftovers of converters, and what only looks like them."""

from random import Random

from frame import clean_report

_BLANK = ("XX", "××", "×", "___", "____", "XXX", "**", "○○", "？？", "xx", "Ｘ", "X", "＿＿＿")
_COUNTED = (
    ("全年开展执法检查", "次", "，发现的问题已督促整改。"),
    ("共办理行政处罚案件", "件", "，无一被撤销。"),
    ("组织业务培训", "期", "，参训人员全部合格。"),
    ("聘请法律顾问", "名", "，参与重大事项论证。"),
    ("为企业减免费用", "万元", "，受到企业好评。"),
    ("群众满意率达到", "%", "，较上年有所提高。"),
    ("审查合同协议", "份", "，提出修改意见。"),
    ("化解矛盾纠纷", "起", "，维护了社会稳定。"),
)
_WHOLE = (
    "本节数据待补充。",
    "经统计，（此处填写案件数量）件案件全部办结。",
    "法律顾问参与论证（待核实）次。",
    "【单位名称】制定了年度工作要点。",
    "工作亮点（请补充具体事例）。",
    "某某县人民政府高度重视法治建设。",
    "××局印发了年度工作要点。",
    "于20XX年XX月完成整改。",
    "印发《关于加强法治建设的通知》（政发〔2022〕号）。",
    "组织活动（  ）场，参加人员踊跃。",
    "根据《》要求开展清理。",
    "某月某日召开专题会议。",
    "开展法治培训N期。",
    "共  件申请得到及时办理。",
)
_NO_BLANK = (
    "驾驶人彭某某当场承认违法事实。",
    "老住户李某等43户拿到了不动产权证。",
    "当事人王××对处罚决定没有异议。",
    "实行7×24小时不间断服务。",
    "某公司未按规定公示信息被责令改正。",
    "原告张某某诉某镇人民政府一案已经审结。",
    "配备3×5米宣传栏，更新内容及时。",
    "二○二○年以来持续开展专项整治。",
    "召开9+X工作推进会，梳理流程图。",
    "身份证号码为3701**********1234的申请人信息已作隐去处理。",
    "使用手持X光设备开展检查。",
    "承办科室（单位）按月报送进展。",
    "公共场所设置普法宣传栏。",
    "该市某小区业主与物业公司的纠纷得到化解。",
    "建立“1+X”普法模式。",
    "签约件均按期办结。",
    "依法查处某某公司违法占地案，责令限期拆除。",
)
_ARTEFACTS = (
    "{ PAGE \\* MERGEFORMAT }",
    "{PAGE}",
    '{ HYPERLINK "http://www.example.gov.cn" }',
    '{ TOC \\o "1-3" }',
    "错误！未找到引用源。",
    "错误！未定义书签。",
    "Error! Reference source not found.",
    "&nbsp;",
    "&nbsp;&nbsp;",
    "&ldquo;",
    "&amp;",
    "&#160;",
    "<br/>",
    "<p>",
    "</span>",
    '<span style="color:red">',
    "<strong>",
    "**重点工作**",
    "\ufffd",
    "\ufffd\ufffd",
    "锟斤拷",
    "□□",
    "\\n",
    "_x000D_",
    "[图片]",
    "[/b]",
    "#REF!",
    "#VALUE!",
    "—3—",
    "- 12 -",
    "第3页共8页",
    "第 5 页 共 9 页",
    "??",
    "PAGEREF _Toc12345678 \\h",
    "â€œâ€",
)
_LINES = (
    "**主要做法**",
    "【打印】【关闭】",
    "浏览次数：1024",
    "责任编辑：办公室",
    "当前位置：首页 > 政务公开 > 年度报告",
    "字体：大 中 小",
)
_NO_ARTEFACT = (
    "公布联系邮箱fzb_2022@example.com，接受咨询。",
    "推广A&B企业合规经验。",
    "落实“法规+意见+配套细则”制度体系。",
    "全程网办率达到98.6%，好评率达到99.2%。",
    "服务热线0536-2089-110全天开通。",
    "全市PM2.5平均浓度<35微克/立方米。",
    "群众满意吗？群众说了算！",
    "在《法治宣传手册》第3页刊登典型案例。",
    "《某市实施〈食品安全法〉办法》印发施行。",
    "网址为http://www.example.gov.cn/index_2.html，可随时查询。",
    "《关于印发〈行政执法公示办法〉的通知》已备案。",
    "扫一扫二维码即可评价，网页点击量达3万次。",
)


def plant_blank(random: Random) -> tuple[str, str]:
    """A report with a figure, name or date that was not filled in."""
    report = clean_report(random)
    if random.random() < 0.65:
        lead, unit, tail = random.choice(_COUNTED)
        sentence = f"{lead}{random.choice(_BLANK)}{unit}{tail}"
    else:
        sentence = random.choice(_WHOLE)
    report.say(sentence, random)
    return report.text(), sentence


def sound_blank(random: Random) -> str:
    """Persons without their names, multiplications, masks, and names with an X in them."""
    report = clean_report(random)
    for sentence in random.sample(_NO_BLANK, 2):
        report.say(sentence, random)
    return report.text()


def plant_artefact(random: Random) -> tuple[str, str]:
    """A report with a leftover in a sentence or on a line of its own."""
    report = clean_report(random)
    if random.random() < 0.2:
        line = random.choice(_LINES)
        random.choice(report.measures)[1].append(line)
        return report.text(), line
    leftover = random.choice(_ARTEFACTS)
    sentence = f"建立健全执法监督制度{leftover}并抓好落实，定期通报情况。"
    report.say(sentence, random)
    return report.text(), sentence


def sound_artefact(random: Random) -> str:
    """Signs that belong to addresses, names, comparisons and titles."""
    report = clean_report(random)
    for sentence in random.sample(_NO_ARTEFACT, 2):
        report.say(sentence, random)
    return report.text()
