"""Two reports of one unit, a year apart, of which the later keeps some of the earlier's words."""

KEPT = "全年开展水行政执法检查126次，发现隐患58处，下发整改通知31份，全部整改到位。"
STALE = "2021年，组织力量对全县河道采砂点和饮用水水源地开展地毯式排查，逐处建立台账。"
UNIT = "云溪县水务局"

_REPORT = """{unit}{year}年度法治政府建设工作报告
{year}年，我局扎实推进法治政府建设。现将有关情况报告如下：
一、主要工作
（一）规范执法
{kept}
（二）化解纠纷
{stale}
（三）加强学习
{own}
二、存在的不足和原因
执法力量还比较薄弱，主要原因是人员编制有限。
三、下一步打算
继续加强学习，进一步规范执法。
{unit}
{after}年2月17日
"""


def report(year: int, unit: str = UNIT, own: str = "") -> str:
    """The report on ``year``; ``own`` is what no other year's report says."""
    own = own or f"举办第{year - 2000}期法治讲堂，{year % 100 * 3}人到场听讲。"
    return _REPORT.format(unit=unit, year=year, after=year + 1, kept=KEPT, stale=STALE, own=own)
