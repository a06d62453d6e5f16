"""Slips of the pen and what only looks like one."""

from random import Random

from frame import clean_report

from desktop.packs.observation_words import load_observation_words
from desktop.paths import checklists_folder

_WORDS = (
    "依法签定合作协议，明确双方责任。",
    "进一步建立建全工作机制，压实责任。",
    "不断满足人名群众期盼，提升服务水平。",
    "全民推进政务公开，及时回应关切。",
    "截止目前，各项任务全部完成。",
    "截止12月底，各项任务全部完成。",
    "必需严格执行请示报告制度，不得擅自决定。",
    "由“大水漫灌”想“精准滴灌”转变，服务更加精细。",
    "规范使用执法纪录仪，做到全程留痕。",
    "深人开展专项整治，消除隐患。",
    "工作人员对患着信息严格保密。",
    "在门户网站想社会公布监督电话。",
    "一如继往抓好制度落实。",
    "梳理行政权利事项，公布办事指南。",
    "各项工作取的明显成效。",
    "个别文书存在瑕疪，需要改进。",
    "防犯化解重大风险，守住底线。",
    "加强部门勾通，形成合力。",
    "严格依法行驶职权，做到公开透明。",
    "巳经建立长效机制，落实到人。",
    "普法宣传成效显着，群众普遍认可。",
    "对先进个人给于表彰，营造氛围。",
    "由分管付局长牵头，定期调度。",
    "落实企业租凭场地审核，防止纠纷。",
    "切实维护劳动者的合法劝益，及时纠正违法行为。",
)
_PHRASES = (
    "严格落实“谁执法谁普及”普法责任制。",
    "全面推行“双随机、一公示”监管。",
    "坚持严格规范公证文明执法，提升质效。",
    "严格落实重大执法决定法制审查制度。",
    "履行推进法治建设第一责任职责，带头部署。",
    "提升法治思维相依法行政能力，带头遵守法律。",
    "不得违规干预司法或送、插手具体案件处理。",
    "以习近平新时代中国特色会主义思想为指导。",
    "推进科学立法、严格执法、公证司法、全民守法。",
)
_TWICE = (
    "进行对政务服务工作进行自查，发现问题及时整改。",
    "加强执法执法监督，及时纠正问题。",
    "完善行政执法的的配套制度，明确分工。",
    "我们要要求各单位各单位按时报送。",
    "目前有无无证执法现象，队伍管理规范。",
    "由具有法制部门具有资格的人员审核把关。",
)
_MARKS = (
    "制定工作方案，，明确责任分工。",
    "制定工作方案（含任务清单，明确责任分工。",
    "制定“一月一调度机制，明确责任分工。",
    "制定工作方案。。明确责任分工。",
    "开展自查；、发现问题立即整改。",
)
_SOUND = (
    "依法签订合作协议，既保证进度，又保证质量。",
    "报名截止日期为6月30日，截至目前共收到意见五条。",
    "全民阅读、全民健身活动广泛开展，全民守法意识增强。",
    "严格落实“谁执法谁普法”普法责任制，坚持谁主管谁负责。",
    "全面推行“双随机、一公开”监管，推进“双随机一公开”常态化。",
    "坚持严格、规范、公正、文明执法，提升质效。",
    "重点检查有无无证经营、无照经营等问题。",
    "一项一项抓落实，一个一个解决问题，达到预期目的的单位受到表扬。",
    "为了了解群众需求，组织开展走访调研。",
    "做好市人民政府政府信息公开工作，及时回应关切。",
    "坚持自愿原则，资深人士参与调解，自己经营的摊点规范管理。",
    "组织开展“以案释法”（含典型案例）宣讲，1）入户走访，2）集中宣讲。",
    "提供宪法、民法典等资料，适宜传播的内容同步上网。",
    "预防犯罪、防范诈骗宣传覆盖全部村居，关注消费者诉求。",
    "想群众之所想，由领导干部带头想办法推动作风转变。",
    "依法作出行政处罚决定，做出了积极贡献。",
    "做好预防犯罪工作，按季度年报导出数据，领取全部份额。",
    "党员干部带头不违规干预司法活动，不插手具体案件处理。",
    "依法规彰显公平，出租凭证齐全，究竟争什么要讲清楚。",
    "严肃查处执法违法违纪问题，检查督查督办到位。",
    "凸显着力点，名著手稿入藏展陈，在主题纲要上下功夫。",
    "严格履行法制审核程序，会议会议纪要及时归档。",
)


_SOUNDS = load_observation_words(checklists_folder()).sound
_FRAMES = ("重点做好{}等工作，明确专人负责。", "对{}进行了专项督导，结果及时通报。", "就{}形成书面材料，报送上级。")


def _other_sign(term: str, random: Random) -> str:
    """``term`` with one character changed for another of its sound or look."""
    groups = [group for group in (*_SOUNDS.sounds, *_SOUNDS.looks) if set(group) & set(term)]
    for _ in range(60):
        group = random.choice(groups)
        at = random.choice([index for index, sign in enumerate(term) if sign in group])
        wrong = term[:at] + random.choice(group.replace(term[at], "")) + term[at + 1 :]
        if not any(one in wrong for one in _SOUNDS.natural) and wrong not in _SOUNDS.terms:
            return wrong
    return "行政附议"


def plant(random: Random) -> tuple[str, str]:
    """A report with one slip, and the words that hold it."""
    report = clean_report(random)
    sentence = random.choice(random.choice((_WORDS, _PHRASES, _TWICE, _MARKS)))
    if random.random() < 0.4:
        sentence = random.choice(_FRAMES).format(_other_sign(random.choice(_SOUNDS.terms), random))
    report.say(sentence, random)
    return report.text(), sentence


def sound(random: Random) -> str:
    """Reduplication, words that meet, other right forms of set phrases."""
    report = clean_report(random)
    for sentence in random.sample(_SOUND, 4):
        report.say(sentence, random)
    for term in random.sample([one for one in _SOUNDS.terms if one != "市场主体"], 6):
        report.say(random.choice(_FRAMES).format(term), random)
    return report.text()
