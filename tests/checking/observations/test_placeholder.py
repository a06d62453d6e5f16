import pytest


@pytest.mark.parametrize(
    "text",
    [
        "避免或挽回经济损失XX万元。",
        "专题研究法治工作×次。",
        "办理案件____件。",
        "共（  ）件案件办结。",
        "于20XX年完成整改。",
        "数据待补充。",
        "满意率较高（具体比例待业务科补充）。",
        "【单位名称】印发工作要点。",
        "某某县人民政府高度重视。",
        "印发通知（政发〔2022〕号）。",
        "开展培训N期。",
        "全年审查合同    份。",
        "联系电话：XXXXXXXX。",
        "共有乡镇……个。",
        "培训○○人次，反响良好。",
        "落实“”工作要求。",
    ],
)
def test_what_was_not_filled_in_is_seen(look, text) -> None:
    (seen,) = look(text, "placeholder")
    assert len("".join(seen.text.split())) <= 40


@pytest.mark.parametrize(
    "text",
    [
        "驾驶人彭某某当场承认。",
        "老住户李某等43户拿到了证书。",
        "当事人王××不服处罚决定。",
        "实行7×24小时服务，召开9+X推进会。",
        "二○二○年以来持续整治。",
        "身份证号3701**********1234。",
        "公共场所张贴标语，签约件全部办结。",
        "承办科室（单位）按月报送。",
        "设立窗口（群众接待中心）和信箱，等待答复。",
        "使用X光机检查，开设VX公众号。",
    ],
)
def test_what_only_looks_like_a_blank_is_left_alone(look, text) -> None:
    assert not look(text, "placeholder")


def test_several_blanks_of_one_clause_are_one_observation(look) -> None:
    assert len(look("于20XX年XX月XX日完成整改，其他工作同步推进。", "placeholder")) == 1
