import shutil
from pathlib import Path

import pytest

from desktop.errors import ChecklistError
from desktop.packs.observation_model import ObservationWords
from desktop.packs.observation_words import load_observation_words
from desktop.paths import checklists_folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(checklists_folder() / "words", tmp_path / "words")
    shutil.copy(checklists_folder() / "instruments.yaml", tmp_path)
    return tmp_path


def _rewrite(root: Path, name: str, old: str, new: str) -> None:
    path = root / "words" / "observations" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_programs_own_lists_are_read(root: Path) -> None:
    words = load_observation_words(root)
    assert "不合格" in words.arithmetic.partitions[0].closing
    assert words.date.five_years[0].period == (2011, 2015)
    assert words.contradiction.power_shown_by in {topic.name for topic in words.contradiction.topics}


def test_without_the_folder_there_are_no_words(tmp_path: Path) -> None:
    words = load_observation_words(tmp_path)
    assert words.arithmetic.partitions == ObservationWords().arithmetic.partitions == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("arithmetic.yaml", "overlapping:", "overlaping:", "不认识的键“overlaping”，是不是“overlapping”"),
        ("date.yaml", "first: '2014'", "first: '14'", "年份“14”应写成 '2021'"),
        ("date.yaml", "['2015', '2020']", "['2020', '2015']", "起止年份应写成 ['2021', '2025']"),
        ("contradiction.yaml", "kind: cases", "kind: case", "不认识“case”，可用的有：staff、cases"),
        ("contradiction.yaml", "power_shown_by: 行政处罚", "power_shown_by: 处罚", "topics 里没有“处罚”"),
        ("contradiction.yaml", "{of: 行政诉讼, words: [出庭", "{of: 诉讼, words: [出庭", "topics 里没有“诉讼”"),
        ("privacy.yaml", "surnames: ", "surname: ", "不认识的键“surname”"),
        ("privacy.yaml", "leaders: ", "leader: ", "不认识的键“leader”，是不是“leaders”"),
        ("arithmetic.yaml", "divided: ", "divide: ", "不认识的键“divide”，是不是“divided”"),
        ("contradiction.yaml", "also: [按期办结]", "as: [按期办结]", "不认识的键“as”"),
        ("contradiction.yaml", "whole: true", "whole: 是", "true 或 false"),
        ("contradiction.yaml", "also: [按期办结]", "also: [即办件]", "“即办件”写了两次"),
        ("duplicate.yaml", "set_phrases:\n", "set_phrases: 无\nmore:\n", "不认识的键“more”"),
    ],
)
def test_a_slip_is_refused_with_file_and_line(root: Path, name: str, old: str, new: str, sentence: str) -> None:
    _rewrite(root, name, old, new)
    with pytest.raises(ChecklistError, match=rf"words/observations/{name} 第\d+行：") as caught:
        load_observation_words(root)
    assert sentence in str(caught.value)


def test_a_file_nobody_asks_for_is_refused(root: Path) -> None:
    (root / "words" / "observations" / "arithmetics.yaml").write_text("a: [b]\n", encoding="utf-8")
    with pytest.raises(ChecklistError, match="arithmetics.yaml 不认识"):
        load_observation_words(root)
