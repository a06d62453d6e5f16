"""What goes into the program's folder, what is left out, and how a look at it finds what is wrong."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from release import check, compiled, prune, runtime, stage
from release.places import LINUX, ROOT, WINDOWS, Stop

PATTERNS = prune.read_patterns(prune.LIST.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    "name",
    [
        "libraries/PySide6/QtWidgets.pyd",
        "libraries/PySide6/Qt6Widgets.dll",
        "libraries/PySide6/plugins/platforms/qwindows.dll",
        "libraries/PySide6/plugins/platforms/qoffscreen.dll",
        "libraries/PySide6/plugins/iconengines/qsvgicon.dll",
        "libraries/PySide6/translations/qtbase_zh_CN.qm",
        "libraries/PySide6/Qt/plugins/platforms/libqxcb.so",
        "libraries/PySide6/Qt/lib/libxcb-cursor.so.0",
        "libraries/jieba/dict.txt",
        "libraries/lxml-6.1.3.dist-info/licenses/LICENSE.txt",
        "libraries/mdurl-0.1.2.dist-info/LICENSE",
        "python/_sqlite3.pyd",
        "python/_overlapped.pyd",
        "python/lib/python3.11/lib-dynload/_ctypes.cpython-311-x86_64-linux-gnu.so",
        "python/lib/python3.11/__pycache__/os.cpython-311.pyc",
        "checklists/outline/items/01-function.yaml",
        "resources/fonts/wqy-microhei.ttc",
        "seeds/formats/doc/sample-2.doc",
    ],
)
def test_what_the_program_needs_stays(name: str) -> None:
    assert not prune.goes(name, PATTERNS)


@pytest.mark.parametrize(
    "name",
    [
        "libraries/PySide6/opengl32sw.dll",
        "libraries/PySide6/Qt6Network.dll",
        "libraries/PySide6/qml/QtQuick/plugins.qmltypes",
        "libraries/PySide6/plugins/tls/qopensslbackend.dll",
        "libraries/PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
        "libraries/PySide6/translations/qtbase_de.qm",
        "libraries/PySide6/QtWidgets.pyi",
        "libraries/jieba/lac_small/word.dic",
        "libraries/lxml-6.1.3.dist-info/RECORD",
        "python/_ssl.pyd",
        "python/libcrypto-3.dll",
        "seeds/make_docx.py",
    ],
)
def test_what_the_program_never_uses_goes(name: str) -> None:
    assert prune.goes(name, PATTERNS)


def test_every_pattern_is_given_a_reason() -> None:
    lines = [one.strip() for one in prune.LIST.read_text(encoding="utf-8").splitlines()]
    blocks = "\n".join(lines).split("\n\n")
    assert all(block.lstrip("\n").startswith("#") for block in blocks if block.strip())


def test_the_last_pattern_decides(tmp_path: Path) -> None:
    patterns = prune.read_patterns(["# x", "", "a/*", "!a/*.txt", "a/no.txt"])
    assert [prune.goes(name, patterns) for name in ("a/b/c", "a/b.txt", "a/no.txt", "b")] == [True, False, True, False]
    made = replace(WINDOWS, name=str(tmp_path / "stage"))
    (made.stage / "libraries" / "PySide6" / "qml").mkdir(parents=True)
    (made.stage / "libraries" / "PySide6" / "qml" / "x.qml").touch()
    (made.stage / "desktop").mkdir()
    (made.stage / "desktop" / "cli.py").touch()
    prune.prune(made)
    assert [one.name for one in made.stage.iterdir()] == ["desktop"]


def test_the_projects_own_files_are_packaged_and_nothing_else_of_it() -> None:
    own = stage.own_files()
    assert {one.split("/")[0] for one in own} == {"desktop", "checklists", "resources", "seeds"}
    assert "desktop/selftest.py" in own
    assert not [one for one in own if "__pycache__" in one or one.endswith(".pyc")]


@pytest.mark.parametrize("platform", [WINDOWS, LINUX], ids=lambda one: one.name)
def test_a_stage_that_lacks_something_is_found_out(platform: object) -> None:
    assert isinstance(platform, type(WINDOWS))
    needed = {one.removeprefix("缺少：") for one in check.missing(platform, ())}
    assert {"desktop/cli.py", "LICENSE.txt", "安装说明.md", "第三方许可.txt"} <= needed
    assert "checklists/outline/checklist.yaml" in needed
    assert check.missing(platform, needed) == []
    assert check.missing(platform, needed - {"desktop/cli.py"}) == ["缺少：desktop/cli.py"]


def test_what_should_have_gone_is_found_out() -> None:
    names = ("libraries/PySide6/Qt6Quick.dll", "desktop/cli.py", "libraries/x/tests/__pycache__/a.pyc")
    assert check.left_over(names) == ["多余：libraries/PySide6/Qt6Quick.dll"]


@pytest.mark.skipif(os.name != "posix", reason="releases are made on Linux")
def test_no_start_of_the_packaged_program_compiles_the_helper_modules_of_qt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linux, windows = (replace(one, name=str(tmp_path / one.name)) for one in (LINUX, WINDOWS))
    source = Path(shiboken6.__file__).parent
    shutil.copytree(source, linux.stage / "libraries/shiboken6", ignore=shutil.ignore_patterns("files.dir"))
    monkeypatch.setattr(stage, "LINUX", linux)
    monkeypatch.setattr(stage, "build_python", lambda: sys.executable)
    for platform in (windows, linux):
        stage.lay_out_helpers(platform)
        names = [one.name for one in (platform.stage / stage.HELPERS).rglob("*.py")]
        assert {"signature_bootstrap.py", "loader.py", "mapping.py"} <= set(names)
    program = f"import sys; sys.path.insert(0, {str(linux.stage / 'libraries')!r}); import shiboken6"
    shown = "print(sys.modules['shibokensupport.signature.loader'].__file__)"
    done = subprocess.run([sys.executable, "-c", f"{program}; {shown}"], capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_relative_to(linux.stage / stage.HELPERS)


def test_a_wheel_is_unpacked_without_its_scripts(tmp_path: Path) -> None:
    wheel = tmp_path / "some-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in ("some/a.py", "some-1.0.data/purelib/b.py", "some-1.0.data/scripts/c", "../out.py"):
            archive.writestr(name, "x")
    stage.unpack(wheel, tmp_path / "libraries")
    found = sorted(str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*.py"))
    assert found == ["libraries/b.py", "libraries/some/a.py"]


def test_a_source_archive_gives_its_modules_and_its_name(tmp_path: Path) -> None:
    top = tmp_path / "some-1.0"
    (top / "some").mkdir(parents=True)
    for name in ("PKG-INFO", "setup.py", "some/a.py"):
        (top / name).write_text("Name: some", encoding="utf-8")
    with tarfile.open(tmp_path / "some-1.0.tar.gz", "w:gz") as archive:
        archive.add(top, "some-1.0")
    stage.unpack(tmp_path / "some-1.0.tar.gz", tmp_path / "to")
    found = sorted(str(one.relative_to(tmp_path / "to")) for one in (tmp_path / "to").rglob("*") if one.is_file())
    assert found == ["some-1.0.dist-info/METADATA", "some/a.py"]


def test_python_from_a_file_given_is_laid_out_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = tmp_path / "python-embed.zip"
    names = ("python.exe", "pythonw.exe", "python.cat", "python311.dll", "python311.zip", "_sqlite3.pyd", "LICENSE.txt")
    with zipfile.ZipFile(given, "w") as archive:
        for name in (*names, "python311._pth"):
            archive.writestr(name, name)
    with pytest.raises(Stop, match="SHA-256"):
        runtime.windows_runtime(tmp_path / "refused", given)
    monkeypatch.setattr(runtime, "EMBEDDABLE_SHA256", runtime.sha256_of(given))
    python = tmp_path / "python"
    runtime.windows_runtime(python, given)
    there = {one.name for one in python.iterdir()}
    assert there == {"python311.dll", "python311.zip", "_sqlite3.pyd", "LICENSE.txt", "python311._pth"}
    assert (python / "python311._pth").read_text(encoding="utf-8").split() == [
        "python311.zip",
        ".",
        "..\\libraries",
        "..",
    ]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="--runtime"):
        runtime.windows_runtime(tmp_path / "python", tmp_path / "none.zip")


def test_bytecode_looks_at_no_dates_and_knows_no_path_of_this_machine(tmp_path: Path) -> None:
    if sys.version_info[:2] != (3, 11):
        pytest.skip("needs the packaged Python's version")
    folder = tmp_path / "code"
    folder.mkdir()
    (folder / "one.py").write_text("def f():\n    raise ValueError\n", encoding="utf-8")
    compiled.compile_tree(folder)
    data = next((folder / "__pycache__").iterdir()).read_bytes()
    assert int.from_bytes(data[4:8], "little") == 0b01
    assert str(tmp_path).encode() not in data
    assert b"code/one.py" in data


def test_a_standard_library_in_a_zip_can_be_imported(tmp_path: Path) -> None:
    if sys.version_info[:2] != (3, 11):
        pytest.skip("needs the packaged Python's version")
    library = tmp_path / "Lib"
    (library / "inner").mkdir(parents=True)
    (library / "os.py").write_text("", encoding="utf-8")
    (library / "inner" / "__init__.py").write_text("", encoding="utf-8")
    (library / "inner" / "deep.py").write_text("answer = '对'\n", encoding="utf-8")
    target = tmp_path / "lib.zip"
    compiled.compile_into_zip(library.rglob("*.py"), target)
    code = "import inner.deep; print(ascii(inner.deep.answer))"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(target)}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ascii("对")
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".work"] == []


def test_the_standard_library_leaves_its_tests_behind() -> None:
    names = {one.relative_to(runtime.standard_library()).as_posix() for one in runtime.library_files()}
    assert {"os.py", "sqlite3/__init__.py", "encodings/gb18030.py", "asyncio/__init__.py"} <= names
    assert not [one for one in names if one.startswith(("test/", "idlelib/", "site-packages/")) or "/tests/" in one]


def test_the_samples_for_the_selftest_are_there_when_the_formats_are() -> None:
    if not stage.FORMATS.is_dir():
        pytest.skip("no formats yet")
    folders = {one for one in stage.FORMATS.iterdir() if one.is_dir()}
    assert {one.parent for one in stage.FORMATS.glob(f"*/{stage.SAMPLE_STEM}.*")} == folders
    assert (ROOT / "seeds" / f"{stage.SAMPLE_STEM}.txt").is_file()
