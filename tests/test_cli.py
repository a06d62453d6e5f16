"""The commands that print, in this very process; tests/end_to_end/ starts the whole program."""

import io
import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
from reading.pdf_paper import SENTENCES, paper, paragraphs

from desktop import __version__
from desktop.cli import main
from desktop.packs.examples import load_examples
from desktop.paths import checklists_folder, own_checklists_folder, seeds_folder

SAMPLE = sorted(seeds_folder().glob("*.docx"))[0]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The checklists, all but one of the lists left out."""
    folder = tmp_path / "pack"
    shutil.copytree(checklists_folder(), folder)
    for one in folder.iterdir():
        if (one / "checklist.yaml").is_file() and one.name != "legal-counsel":
            shutil.rmtree(one)
    return folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # --data sets the variable for the whole process; this puts it back.
    monkeypatch.setenv("FAZHI_DATA", str(tmp_path / "unused"))
    return tmp_path / "data"


def _out(capfdbinary: pytest.CaptureFixture[bytes]) -> str:
    printed = capfdbinary.readouterr()
    assert printed.err == b""
    return printed.out.decode("utf-8")


def test_version(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in _out(capfdbinary)


@pytest.fixture
def own(data: Path, pack: Path) -> Path:
    """A checklist of the office's own in the data folder."""
    folder = own_checklists_folder(data) / "town"
    shutil.copytree(pack / "legal-counsel", folder)
    for path in (folder / "checklist.yaml", *(folder / "items").glob("*.yaml")):
        text = (
            path.read_text(encoding="utf-8")
            .replace("id: legal-counsel", "id: town")
            .replace("id: counsel.", "id: town.")
        )
        path.write_text(text, encoding="utf-8")
    for path in (folder / "examples").glob("*.yaml"):
        path.rename(path.with_name(path.name.replace("counsel.", "town.")))
    return folder


def test_an_offices_own_checklist_is_checked_and_listed(
    data: Path, own: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["check", str(SAMPLE), "--data", str(data), "--format", "json"]) in (0, 1)
    result = json.loads(_out(capfdbinary))
    assert [one["id"] for one in result["checklists"]][-1] == "town"
    status = {one["id"]: one["status"] for one in result["items"]}
    assert all(status[f"town.{name}"] == status[f"counsel.{name}"] for name in ("appointed", "contracts", "disputes"))
    assert main(["checklists", "--data", str(data)]) == 0
    assert "town" in _out(capfdbinary)


@pytest.mark.uncounted
def test_the_examples_of_an_own_checklist_are_tried_with_the_others(
    own: Path, pack: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    # All examples of the program's own lists take half a minute, and are tried elsewhere.
    monkeypatch.setattr("desktop.cli.checklists_folder", lambda: pack)
    monkeypatch.setenv("FAZHI_DATA", str(own.parent.parent))
    assert main(["examples"]) == 0
    told = _out(capfdbinary)
    whole = len(load_examples(pack))
    assert f"共 {2 * whole} 个例子，0 处不符" in told


def test_a_slip_in_an_own_checklist_is_one_sentence(
    data: Path, own: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (own / "checklist.yaml").write_text("id: town\ntitel: 镇里的\nversion: '1'\n", encoding="utf-8")
    assert main(["check", str(SAMPLE), "--data", str(data)]) == 2
    said = capfdbinary.readouterr().err.decode("utf-8")
    assert "（自备）town/checklist.yaml 第2行" in said and said.count("\n") == 1


def test_a_check_is_shown_kept_printed_and_listed(
    data: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["history", "--data", str(data)]) == 0
    assert "还没有做过检查" in _out(capfdbinary)
    paper = tmp_path / "清单.pdf"
    status = main(["check", str(SAMPLE), "--data", str(data), "--pdf", str(paper)])
    shown = _out(capfdbinary)
    assert status in (0, 1)
    assert "共 88 项" in shown and str(paper) in shown and str(data) in shown
    assert paper.read_bytes().startswith(b"%PDF")
    assert main(["history", "--data", str(data)]) == 0
    assert SAMPLE.name in _out(capfdbinary)


def test_no_save_leaves_no_history(data: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["check", str(SAMPLE), "--data", str(data), "--no-save"])
    assert "历史" not in _out(capfdbinary).splitlines()[-1]
    assert not list(data.glob("history*"))


def test_year_kind_and_lists_are_obeyed(data: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = ["--year", "2015", "--unit-kind", "non-enforcing-department", "--checklist", "three-systems"]
    main(["--data", str(data), "check", str(SAMPLE), "--no-save", "--format", "json", *asked])
    stored = json.loads(_out(capfdbinary))
    assert (stored["draft"]["year"], stored["draft"]["unit_kind"]) == (2015, "non-enforcing-department")
    assert [one["id"] for one in stored["checklists"]] == ["three-systems"]
    assert {item["status"] for item in stored["items"]} == {"not_applicable"}


def test_lists_and_items(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["checklists"]) == 0
    assert "three-systems" in _out(capfdbinary)
    assert main(["checklists", "--items"]) == 0
    assert "record.audiovisual" in _out(capfdbinary)


def test_an_item_is_explained_with_the_closest_passages(
    data: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_text(
        "某某局2023年法治政府建设年度报告\n一、主要举措\n全年研究检察院提出的建议一份。\n", encoding="utf-8"
    )
    assert main(["explain", str(draft), "litigation.suggestions", "--data", str(data)]) == 0
    lines = _out(capfdbinary).splitlines()
    assert "litigation.suggestions" in lines[0]
    found = lines.index("最接近的段落：")
    assert found == 3
    assert any("全年研究检察院提出的建议一份。" in line for line in lines[found + 1 : found + 4])
    assert main(["explain", str(draft), "structure.signature", "--data", str(data)]) == 0
    assert "最接近的段落" not in _out(capfdbinary)


def test_the_closest_passages_are_shown_on_demand(
    data: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    draft = tmp_path / "草稿.txt"
    words = "某某局2023年法治政府建设年度报告\n一、主要举措\n全年研究检察院提出的建议一份。\n"
    draft.write_text(words, encoding="utf-8")
    asked = ["check", str(draft), "--no-save", "--data", str(data)]
    main(asked)
    assert "最接近的一处" not in _out(capfdbinary)
    paper = tmp_path / "清单.pdf"
    main([*asked, "--closest", "--pdf", str(paper)])
    assert "最接近的一处：" in _out(capfdbinary)
    document = pypdfium2.PdfDocument(paper)
    printed = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    assert "未见表述；最接近的一处：“全年研究检察院提出的建议一份。”〔第一部分〕" in printed


def test_examples_are_tried(pack: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for one in sorted((pack / "legal-counsel" / "examples").glob("*.yaml"))[1:]:
        one.unlink()
    assert main(["examples", "--pack", str(pack)]) == 0
    assert "0 处不符" in _out(capfdbinary)
    wrong = next((pack / "legal-counsel" / "examples").glob("*.yaml"))
    wrong.write_text("covered:\n- 今日天气晴朗。\n", encoding="utf-8")
    assert main(["examples", "--pack", str(pack)]) == 1
    lines = _out(capfdbinary).splitlines()
    assert "应为 covered，判为 missing" in lines[0]
    assert "共 1 个例子" in lines[-1]


def test_rules_are_scored_against_answers(
    pack: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "gold").mkdir()
    shutil.copy(SAMPLE, tmp_path / "drafts" / "a.docx")
    answers = {"items": {"counsel.appointed": {"status": "covered"}, "counsel.public-lawyer": {"status": "missing"}}}
    (tmp_path / "gold" / "a.docx.json").write_text(json.dumps(answers), encoding="utf-8")
    assert main(["evaluate", str(tmp_path / "gold"), str(tmp_path / "drafts"), "--pack", str(pack)]) == 0
    assert "共2项" in _out(capfdbinary)


def test_a_missing_folder_of_answers_is_one_sentence(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["evaluate", str(tmp_path / "gold"), str(tmp_path)]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b""
    assert printed.err.decode("utf-8").count("\n") == 1


def test_interrupting_is_no_crash(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.reading.open_draft.open_draft", interrupt)
    assert main(["text", str(SAMPLE)]) == 130
    assert _out(capfdbinary) == ""


def test_the_windows_platform_may_be_an_option(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    asked = []
    monkeypatch.setattr("desktop.app.run_window", lambda draft, folder: asked.append((draft, folder)) or 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["-platform", "offscreen", "--data", str(data), "年度 报告.docx"]) == 0
    assert asked == [(Path("年度 报告.docx"), data)]


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "加锁.pdf"
    path.write_bytes(paper(paragraphs(*SENTENCES), password="Mima2025"))
    return path


def test_a_locked_draft_without_a_terminal(
    locked: Path, data: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert main(["text", str(locked), "--data", str(data)]) == 2
    printed = capfd.readouterr()
    assert printed.out == "" and printed.err.startswith("“加锁.pdf”设了打开密码；") and printed.err.count("\n") == 1


@pytest.mark.parametrize(("typed", "status"), [("Mima2025", 0), ("mima", 2), ("", 2)])
def test_a_locked_draft_asks_at_the_terminal(
    typed: str,
    status: int,
    locked: Path,
    data: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    monkeypatch.setattr("getpass.getpass", lambda prompt: typed)
    assert main(["text", str(locked), "--data", str(data)]) == status
    printed = capfd.readouterr()
    assert (SENTENCES[0] in printed.out) == (status == 0)
    assert ("密码不对" in printed.err) == (typed == "mima")
