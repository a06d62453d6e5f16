"""Of whom a figure is told: 县政府, 全县, 各部门, 县公安局."""

from re import compile as pattern

from desktop.checking.observations.material import Material

_SUBJECT = pattern(
    "各(?![类种项])[一-鿿]{1,4}|其他|所属|下属|乡镇|[省市县区镇乡村](?:政府|直|级)"
    "|[省市县区镇乡][一-鿿]{2,6}?(?:局|委|办|厅|队|法院|街道)"
)
"""Beside the levels named in contradiction.yaml; 行政机关负责人出庭应诉率 is everybody's."""


def subjects_in(words: str, material: Material) -> frozenset[str]:
    """Those of whom ``words`` (squeezed) speak."""
    lists = material.words.contradiction
    named = {word for word in (*lists.scopes, *lists.own_scopes) if word in words}
    return frozenset(named | {one.group() for one in _SUBJECT.finditer(words)})


def subject_of(index: int, material: Material) -> frozenset[str]:
    """Those of whom the clause speaks up to ``index``, else those of whom its sentence does."""
    text = material.text
    own = subjects_in(text[material.clauses.clause(index)[0] : index], material)
    return own or subjects_in(text[material.sentence(index, 120)[0] : index], material)
