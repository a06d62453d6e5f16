from pathlib import Path

import pytest

from desktop.errors import ChecklistError
from desktop.packs.load import load_checklists, load_vocabulary
from desktop.packs.model import SetName
from desktop.paths import checklists_folder

_ITEM = """
- id: record.audiovisual
  title: 音像记录
  level: key
  asks: 写明执法记录仪
  thin_when: 只提到制度
  elements:
  - title: 配备设备
    rules:
    - 执法记录仪 + @配备
  advice: 写明设备
  model: 配发执法记录仪__台
  write_in: 举措部分
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "words" / "vocabulary").mkdir(parents=True)
    (tmp_path / "words" / "vocabulary" / "common.yaml").write_text("配备: [配备, 配发]\n", encoding="utf-8")
    for name in ("moods.yaml", "structure.yaml", "unit-kinds.yaml"):
        (tmp_path / "words" / name).write_bytes((checklists_folder() / "words" / name).read_bytes())
    (tmp_path / "instruments.yaml").write_text("- {id: law, title: 某法, effective: '2019-04'}\n", encoding="utf-8")
    (tmp_path / "three").mkdir()
    (tmp_path / "three" / "checklist.yaml").write_text("id: three\ntitle: 三项制度\nversion: '1'\n", encoding="utf-8")
    (tmp_path / "three" / "items.yaml").write_text(_ITEM, encoding="utf-8")
    return tmp_path


def _rewrite(folder: Path, old: str, new: str) -> None:
    path = folder / "three" / "items.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_checklist_is_read_with_its_vocabulary(folder: Path) -> None:
    item = load_checklists(folder).items[0]
    assert item.id == "record.audiovisual"
    assert item.elements[0].rules[0].groups == (("执法记录仪",), ("配备", "配发"))
    assert item.elements[0].rules[0].line == 10


def test_items_may_be_spread_over_numbered_files(folder: Path) -> None:
    items = folder / "three" / "items"
    items.mkdir()
    (folder / "three" / "items.yaml").rename(items / "02-a.yaml")
    (items / "01-b.yaml").write_text(_ITEM.replace("record.audiovisual", "record.text"), encoding="utf-8")
    assert [item.id for item in load_checklists(folder).items] == ["record.text", "record.audiovisual"]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("  advice:", "  advise:", "three/items.yaml 第11行：不认识的键“advise”，是不是“advice”"),
        ("level: key", "level: keys", "第4行：不认识“keys”，是不是“key”"),
        ("@配备", "@配被", "第10行：词表里没有“@配被”，是不是“@配备”"),
        ("  write_in: 举措部分\n", "", "第2行：缺少“write_in”"),
        ("title: 音像记录", "title: [音像, 记录]", "第3行：这里应当是一段文字"),
        ("title: 音像记录", "title:", "第3行：这里不能是空的"),
        (
            "level: key",
            "level: key\n  basis:\n  - {instrument: lav}",
            "第6行：instruments.yaml 里没有“lav”，是不是“law”",
        ),
        ("level: key", "level: key\n  needs: 2", "永远不会判为已覆盖"),
        ("- 执法记录仪 + @配备", "- 执法 记录仪", "里有空格"),
        ("- 执法记录仪 + @配备", "- 甲乙 + 丙丁 > 戊己", "不能混用"),
        ("- 执法记录仪 + @配备", "- 甲乙||丙丁", "里有空的词"),
        ("- 执法记录仪 + @配备", "- 仪", "只有一个字"),
        ("- 执法记录仪 + @配备", "- {find: 记录仪, witin: 3}", "不认识的键“witin”，是不是“within”"),
        ("    rules:\n    - 执法记录仪 + @配备", "    structure: measure-part", "不认识的结构事实“measure-part”"),
        ("level: key", "level: key\n  level: may", "“level”写了两次"),
        ("title: 音像记录", "title: [音像记录", "格式不对"),
    ],
)
def test_what_is_wrong_is_refused_with_file_line_and_fix(folder: Path, old: str, new: str, sentence: str) -> None:
    _rewrite(folder, old, new)
    with pytest.raises(ChecklistError) as caught:
        load_checklists(folder)
    assert sentence in str(caught.value)
    assert "three/items.yaml" in str(caught.value)


def test_an_item_written_twice_is_refused(folder: Path) -> None:
    _rewrite(folder, _ITEM, _ITEM + _ITEM)
    with pytest.raises(ChecklistError, match="各写了一次"):
        load_checklists(folder)


def test_a_word_list_defined_twice_is_refused(folder: Path) -> None:
    (folder / "words" / "vocabulary" / "more.yaml").write_text("配备: [装备]\n", encoding="utf-8")
    with pytest.raises(ChecklistError, match="已经定义过"):
        load_vocabulary(folder)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChecklistError):
        load_checklists(tmp_path)


def test_a_date_of_another_form_is_refused(folder: Path) -> None:
    (folder / "instruments.yaml").write_text("- {id: law, title: 某法, effective: '2019年4月'}\n", encoding="utf-8")
    with pytest.raises(ChecklistError, match="instruments.yaml 第1行"):
        load_checklists(folder)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own" / "city"
    folder.mkdir(parents=True)
    (folder / "checklist.yaml").write_text("id: city\ntitle: 市里的要求\nversion: '1'\n", encoding="utf-8")
    item = _ITEM.replace("record.audiovisual", "city.cameras") + "  basis:\n  - {instrument: city-2024}\n"
    (folder / "items.yaml").write_text(item, encoding="utf-8")
    instruments = "- {id: city-2024, title: 某市法治政府建设考核办法, effective: '2024-03'}\n"
    (tmp_path / "own" / "instruments.yaml").write_text(instruments, encoding="utf-8")
    return tmp_path / "own"


def test_an_office_may_add_lists_of_its_own(folder: Path, own: Path) -> None:
    checklists = load_checklists(folder, own)
    assert [one.id for one in checklists.lists] == ["three", "city"]
    item = checklists.items[-1]
    assert item.elements[0].rules[0].groups == (("执法记录仪",), ("配备", "配发"))
    assert item.basis[0].instrument.title == "某市法治政府建设考核办法"
    assert checklists.instruments[-1] is item.basis[0].instrument


def test_without_own_lists_nothing_changes(folder: Path, tmp_path: Path) -> None:
    with_none, without = load_checklists(folder, tmp_path / "nowhere"), load_checklists(folder)
    assert (with_none.lists, with_none.instruments) == (without.lists, without.instruments)


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        (
            "city/items.yaml",
            "level: key",
            "level: muss",
            "检查清单 （自备）city/items.yaml 第4行：不认识“muss”，是不是“must”",
        ),
        ("city/items.yaml", "city-2024", "city-2042", "是不是“city-2024”"),
        ("city/items.yaml", "city.cameras", "record.audiovisual", "three 和 city 里各写了一次"),
        ("city/checklist.yaml", "id: city", "id: town", "编号应与文件夹同名"),
        ("instruments.yaml", "city-2024", "law", "（自备）instruments.yaml 第1行：依据“law”写了两次"),
    ],
)
def test_what_is_wrong_in_own_lists_is_refused_too(
    folder: Path, own: Path, name: str, old: str, new: str, sentence: str
) -> None:
    path = own / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ChecklistError) as caught:
        load_checklists(folder, own)
    assert sentence in str(caught.value)


def test_own_lists_may_not_take_the_name_of_another(folder: Path, own: Path) -> None:
    (own / "city").rename(own / "three")
    with pytest.raises(ChecklistError, match="自备清单“three”与程序自带的清单同名"):
        load_checklists(folder, own)


def test_set_names_are_read_and_a_word_that_is_not_in_its_name_is_refused(folder: Path) -> None:
    assert load_checklists(folder).names == ()
    path = folder / "words" / "names.yaml"
    path.write_text("- {name: 行政处罚法, inner: [处罚], not_before: [定]}\n", encoding="utf-8")
    assert load_checklists(folder).names == (SetName("行政处罚法", ("处罚",), ("定",)),)
    path.write_text("- {name: 行政处罚法, inner: [处分]}\n", encoding="utf-8")
    with pytest.raises(ChecklistError, match=r"words/names.yaml 第1行：“行政处罚法”里没有“处分”"):
        load_checklists(folder)
