"""Clauses that praise, hope or urge and name nothing that was done: "推动述法工作常态化", "案卷质量稳步提升".

These are constructions, not words: what makes such a clause empty is that it is nothing but the construction. A
figure, a date, a document, a case or a named mechanism in it makes it tell something; where one stands in a
neighbouring clause of the sentence, the reader may find there what was done, so the clause is only doubtful.
"""

from enum import Enum
from re import compile as pattern

from desktop.checking.clauses import Clauses
from desktop.checking.hits import Hits

_LEAD = (
    r"(?:[一二三四五六七八九十]{1,3}是|[(]?[一二三四五六七八九十0-9]{1,2}[)、.]|全年|今年|一年来|同时|并|还|有效|有力|持续|不断|深入"
    r"|全面|积极|大力|着力|切实|认真|扎实|进一步|稳步|逐步|努力|主动|加快|加力|强力|全力|充分|始终|牢牢|严格|自觉|继续|按照?要求"
    r"|根据要求)*"
)
_URGED = pattern(
    _LEAD + r"(?:推动|推进|促进|助推|力促|助力|让)(?!会)[^,。;:]{2,30}"
    r"(?:常态|常态化|成为[^,。;:]{2,10}|规范化|制度化|标准化|长效化|精细化|法治化|专业化|走深走实|落地见效|落地生根|落实落细|见行见效|提质增效|提档升级|新台阶"
    r"|再上台阶|纵深发展|向好|深度参与[^,。;:]{0,14}|规范(?:化?使用|运行|开展|落实|实施)|有序(?:开展|推进)|高效运行|充分发挥|发挥作用"
    r"|化解)"
)
_BETTER = (
    r"(?:(?:持续|不断|逐步|稳步|日益|日趋|日臻|逐年|进一步|更加|更为|更|明显|显著|有效|大幅|愈加|愈发|越来越|全面)(?:得到)?(?:稳步|不断|全面|有效)?"
    r"|有了?(?:新的?|明显|显著|较大|很大)?|得到了?(?:持续|不断|逐步|稳步|进一步|明显|显著|有效|切实|全面|充分)?)"
    r"(?:加大|提升|提高|增强|健全|完善|完备|顺畅|畅通|通畅|浓厚|打通|好转|优化|凸显|突出|改善|加强|强化|规范|科学|夯实|深化|彰显|显现|突破"
    r"|压实|筑牢|严格|成熟|定型|有序|牢固|有力|便捷|高效|改进|进步|进展|拓展|拓宽|延伸|发挥|深入|扎实|向好)+"
)
_PRAISE = (
    r"(?:有声有色|卓有成效|富有成效|扎实有效|有力有效|深入人心|蔚然成风|亮点纷呈|落地有声|走深走实|一以贯之|常抓不懈"
    r"|(?:实现|成为|变成|渐成|养成|形成)[^,。;:]{0,12}(?:常态|长效|自觉|习惯|共识|抓手|约束|规范动作)"
    r"|成效(?:更加|十分|较为)?(?:显著|明显|凸显)"
    r"|(?:做到|实现|走向|走上|迈向)(?:、?(?:规范|常态|制度|标准|精细|法治|长效)化)+(?:轨道)?"
    r"|(?:更加|更为|愈加|愈发|日趋|日益|越来越)[^,。;:]{2,10}"
    r"|(?:扎实|有序|稳步|深入|持续|全面|纵深|顺利|常态化)+推进"
    r"|取得了?(?:明显|显著|积极|新的?|良好|一定|长足|阶段性|较好)*(?:成效|进展|进步|成绩|效果|突破)|(?:再?上|迈上)(?:了)?新台阶)"
)
_PROGRESS = pattern(r"[^,。;:]{2,30}?(?:" + _BETTER + "(?:、" + _BETTER + ")?|" + _PRAISE + ")")
_QUALITY = pattern(
    r"[^,。;:]{2,30}?(?:质量|质效|水平|力度|能力|成效|效能|意识|作用|素养|性|[深广精透]度|程度)"
    + _BETTER
    + r"|[^,。;:]{2,30}?(?:工作|改革|制度|建设|机制|任务)(?:扎实|有序|稳步|深入|持续|全面|纵深|顺利)+推进"
)
"""Praise of a quality: an act in what is praised ("公示质量稳步提高") was not told of."""
_RAISED = pattern(
    _LEAD + r"(?:提升|提高|增强|优化|改进)[^,。;:]{2,20}"
    r"(?:质效|质量|水平|能力|效能|效率|意识|素养|素质|公信力|力度|成色|率)"
)
_DUTY = pattern(
    _LEAD + r"(?:抓好|抓实|抓紧|抓牢|抓细|抓住|用好|用活|管好|守好|把好|把住|把牢|严把|落实好)[^,。;:、]{2,16}"
    r"|严格规范[^,。;:]{2,14}|(?:尊重|维护|捍卫|树立)[^,。;:]{2,8}(?:权威|公信|公信力|尊严)|坚持[^,。;:]{2,16}不动摇"
    r"|以[^,。;:]{3,12}促[^,。;:]{2,14}"
)
_CARRIED_OUT = pattern(r"[^,。;:]{2,24}(?:扎实|有序|稳步|深入|全面|顺利)+(?:开展|实施|铺开|推开|进行)")
_CLAIMED = pattern(_LEAD + r"(?:接受[^,。;:]{1,24}监督|(?:抓好|抓实|抓紧|做好|落实好)[^,。;:]{2,40})")
"""Said to be done, and nothing said of it."""
_SETTING = pattern(_LEAD + r"在[^,。;:]{2,30}(?:会|会议|大会|论坛)(?:上|期间)")
"""Where something was said; what the meeting is called was not done by it."""
_SHAPES = (_URGED, _PROGRESS, _RAISED, _DUTY, _SETTING)
_ACT = pattern(
    r"开展|组织|举办|召开|印发|制定|制订|出台|修订|建立|成立|聘请|配备|通过|经过|经由|邀请|选派|委托|编制|公布|公示|发布|评查出|查处|办理"
    r"|受理|审查了|审核了|采用|采取|实行|实施|设立|开通|上线|使(?!用)|以[^,]{2,12}为|围绕"
)
_TOLD = pattern(
    r"[0-9%《]|成功|(?!三项制度|两个维护|两个确立|四个意识|四个自信)[一二两三四五六七八九十百千]+(?:余|多)?(?:次|件|起|名|项|场|期|个|人|份|本|家|篇|轮|批|部|天|类|条|所|套|台|处|宗)"
    r"|[一二三四五六七八九十]{1,2}月|每[年月季周次件案]|年初|年底|年中|季度|逐[件项一份案]|全部|均|已"
)
_OPEN = pattern(
    r"推[动进]|促|助[推力]|力促|让|[抓做落]|用[好活]|管好|守好|把[好住牢]|严[把格]|更|愈|日[趋益]|越来越|成为|坚持"
)
"""One of these stands in every such clause that may end with any word."""
_CLOSED = (
    *("加大", "提升", "提高", "增强", "健全", "完善", "完备", "顺畅", "畅通", "通畅", "浓厚", "打通", "好转", "优化"),
    *("凸显", "突出", "改善", "加强", "强化", "规范", "科学", "夯实", "深化", "彰显", "显现", "突破", "压实", "筑牢"),
    *("严格", "成熟", "定型", "有序", "牢固", "有力", "便捷", "高效", "改进", "进步", "进展", "拓展", "拓宽", "延伸"),
    *("发挥", "深入", "扎实", "向好", "有声有色", "成效", "有效", "人心", "成风", "纷呈", "有声", "走实", "贯之"),
    *("不懈", "常态", "长效", "自觉", "习惯", "共识", "抓手", "约束", "动作", "显著", "明显", "化", "轨道", "推进"),
    *("成绩", "效果", "台阶", "质效", "质量", "水平", "能力", "效能", "效率", "意识", "素养", "素质", "公信力"),
    *("力度", "成色", "率", "权威", "公信", "尊严", "开展", "实施", "铺开", "推开", "进行", "监督", "上", "期间"),
)
"""The others end with one of these."""
_LAST = frozenset(one[-1] for one in _CLOSED)
_MARKS = ",:;。!?\n"
_LONGEST = 60
"""An empty clause is short; a longer one names something."""


def names_something(words: str) -> bool:
    """Whether squeezed ``words`` hold a figure, a date, a document or a plain act, so that they are not all praise."""
    return _TOLD.search(words) is not None or _ACT.search(words) is not None


class Told(Enum):
    """How much a clause tells of what was done."""

    SOMETHING = "something"
    DOUBTFUL = "doubtful"
    NOTHING = "nothing"


class EmptyClauses:
    """Which clauses of one squeezed text tell nothing; each is looked at once, when first asked for."""

    def __init__(self, text: str, clauses: Clauses, mechanisms: Hits) -> None:
        """Keep the text, its clauses and where mechanisms are named: who names one may have meant what it does."""
        self._text = text
        self._clauses = clauses
        self._mechanisms = mechanisms
        self._known: dict[int, Told] = {}

    def told(self, index: int) -> Told:
        """What the clause that holds ``index`` tells."""
        known = self._known.get(index)
        if known is None:
            span = self._clauses.clause(index)
            known = self._known[index] = self._look(*span) if span[0] == index else self.told(span[0])
        return known

    def _look(self, start: int, end: int) -> Told:
        clause = self._text[start:end].rstrip(_MARKS)
        closed = clause[-1:] in _LAST and clause.endswith(_CLOSED)
        if len(clause) > _LONGEST or not (closed or _OPEN.search(clause)) or _TOLD.search(clause):
            return Told.SOMETHING
        if not _QUALITY.fullmatch(clause):
            if _CARRIED_OUT.fullmatch(clause):
                return Told.DOUBTFUL
            if _ACT.search(clause):
                return Told.SOMETHING
            if not any(shape.fullmatch(clause) for shape in _SHAPES):
                return Told.DOUBTFUL if _CLAIMED.fullmatch(clause) else Told.SOMETHING
        if self._mechanisms.any_between(start, end):
            return Told.DOUBTFUL
        first, last = self._clauses.sentence(start)
        before = self._clauses.clause(start - 1)[0] if start > first else start
        after = self._clauses.clause(end)[1] if end < last else end
        beside = _TOLD.search(self._text, before, start) or _TOLD.search(self._text, end, after)
        return Told.DOUBTFUL if beside else Told.NOTHING
