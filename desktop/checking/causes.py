"""Sentences on shortcomings that give the cause by their construction, without a word like 原因."""

from itertools import pairwise
from re import compile as pattern

_BOTH = pattern(
    r"(?:这些|上述|以上|这种|这类|存在|造成|出现|产生|形成)[^，,。；;]{0,12}(?:问题|不足|差距|短板|状况|现象|情况|局面)[，,]?"
    r"(?:中)?既(?:有|是|因)[^。；;]{2,50}?(?:也|又|更|还)(?:有|是|因|与)"
    r"|既有[^。；;]{2,50}?(?:原因|因素|偏差|惯性|影响|制约)[，,]?(?:也|又|更|还)有"
    r"|既有[^。；;]{2,50}?[，,]?(?:也|又|更|还)有[^。；;]{2,50}?(?:原因|因素|困难|制约|影响)"
)
_RELATED = pattern(r"(?:与|跟|同)[^，,。；;]{2,40}(?:有关|有关系|分不开|密不可分|不无关系|有直接关系)(?=[，,。；;]|$)")
_MAINLY = pattern(r"(?:^|[，,])(?:这|其中)?主要(?:还)?是(?![：:])(?!以下|下列|如下|一是|表现|体现|指)([^，,。；;]*)")
_COMMON = ("执法", "工作", "法治", "行政", "人员", "部分", "个别", "没有", "不够", "有的")
"""Words that may stand in a shortcoming and in its cause."""


def tells_cause(sentence: str) -> bool:
    """Whether a sentence gives a cause: "既有认识上的偏差，也有人才留不住的困难", "这与编制有限有关"."""
    return bool(_BOTH.search(sentence) or _RELATED.search(sentence))


def mainly_at(sentence: str) -> int:
    """Where "主要是……" begins to explain what stands before it (an index into ``sentence``); -1 if nowhere."""
    found = _MAINLY.search(sentence)
    return found.start() if found else -1


def only_details(told: str, sentence: str) -> bool:
    """Whether "主要是……" in ``sentence`` speaks of the same thing as ``told``: "覆盖面不广，主要是老年群体没有覆盖"."""
    found = _MAINLY.search(sentence)
    words = {"".join(pair) for pair in pairwise(found[1])} if found else set()
    return any(word in told for word in words.difference(_COMMON))
