import pytest

from desktop.reading.points import enumerated_points


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("主要有：一是人手少；二是经费紧；三是培训不够。", 3),
        ("一是人手少。二是经费紧。", 2),
        ("不足：（1）人手少；（2）经费紧。", 2),
        ("①人手少②经费紧", 1),
        ("①人手少；②经费紧", 2),
        ("第一，加强学习。第二，加强培训。", 2),
        ("这一是非问题，十二是偶数。", 0),
        ("一是人手少。", 0),
    ],
)
def test_points(text: str, count: int) -> None:
    points = enumerated_points(text, 0, len(text))
    assert len(points) == (count if count > 1 else 0)
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in points)


def test_only_between_the_bounds() -> None:
    text = "一是甲；二是乙。\n一是丙；二是丁。"
    assert [text[one.start : one.end] for one in enumerated_points(text, 9, len(text))] == ["一是丙；", "二是丁。"]
