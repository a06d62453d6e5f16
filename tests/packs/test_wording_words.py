from pathlib import Path
from shutil import copytree

import pytest

from desktop.errors import ChecklistError
from desktop.packs.observation_words import load_observation_words
from desktop.paths import checklists_folder

_FOLDER = "words/observations"


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    copytree(checklists_folder(), tmp_path / "lists")
    return tmp_path / "lists"


def _change(lists: Path, name: str, old: str, new: str) -> None:
    path = lists / _FOLDER / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_list_is_read() -> None:
    words = load_observation_words(checklists_folder())
    assert {one.name for one in words.citation.repealed} >= {"信访条例", "合同法"}
    assert "公职律师管理办法" in words.citation.policies
    assert words.term.ideas and words.name.renamed and words.typo.slips and words.typo.phrases


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("citation", "since: '1999-10'", "since: '1999'", "时间“1999”"),
        ("citation", "laws: [", "lews: [", "是不是“laws”"),
        ("citation", "number: 国发〔2004〕10号", "num: 国发〔2004〕10号", "不认识的键"),
        ("citation", "numbers: ['713']", "numbers: [713号]", "应写成 '713'"),
        ("citation", "numbers: ['722']", "numbers: ['713']", "已经写在“重大行政决策程序暂行条例”里"),
        ("citation", "numbers: ['722']", "numbers: ['588']", "已经写在“amending”里"),
        ("sound", "looks: >-\n", "looks: >-\n  士己\n", "写了两次"),
        ("term", "doubtful: true}", "doubtful: maybe}", "true 或 false"),
        ("term", "instead: 法治教育", "unless: 法治教育", "不认识的键"),
        ("name", "settled: '2019'", "settled: 早就", "年份“早就”"),
        ("name", "- [监督管理, 监管]", "- [监督管理]", "[全称, 简称]"),
        ("name", "not_a_place: [", "no_place: [", "不认识的键"),
        ("name", "short: 经开, names: ", "short: 经开, name: ", "是不是“names”"),
        ("typo", "按排: 安排", "按排: 按排", "和它一样"),
        ("typo", "布暑: 部署", "按排: 部署", "写了两次"),
    ],
)
def test_a_fault_is_told_with_its_line(lists: Path, name: str, old: str, new: str, told: str) -> None:
    _change(lists, name, old, new)
    with pytest.raises(ChecklistError, match=f"{name}.yaml 第") as caught:
        load_observation_words(lists)
    assert told in str(caught.value)


def test_no_wrong_word_is_part_of_its_right_one_or_given_twice() -> None:
    slips = load_observation_words(checklists_folder()).typo.slips
    assert not [one.wrong for one in slips if one.wrong in one.right]
    assert len({one.wrong for one in slips}) == len(slips)


def test_no_right_form_of_a_set_phrase_is_a_wrong_word() -> None:
    typo = load_observation_words(checklists_folder()).typo
    right = [text for one in typo.phrases for text in (one.phrase, *one.accept)]
    assert not [slip.wrong for slip in typo.slips if any(slip.wrong in text for text in right)]
