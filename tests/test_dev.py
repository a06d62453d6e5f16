"""dev.py: the lock is whole, and what is missing is said in one sentence."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def dev(tmp_path: Path) -> ModuleType:
    """dev.py as a module whose project lies in an empty folder."""
    spec = importlib.util.spec_from_file_location("dev_under_test", ROOT / "dev.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ROOT, module.VENV, module.LOCK = tmp_path, tmp_path / ".venv", tmp_path / "requirements.lock"
    module.LOCK_OCR = tmp_path / "requirements-ocr.lock"
    module.STAMP = module.VENV / "installed.stamp"
    return module


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _locked() -> dict[str, str]:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return {_normal(name): version for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)}


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    locked = _locked()
    for one in wanted:
        name, version = one.split(";")[0].split("==")
        assert locked.get(_normal(name.split("[")[0])) == version.strip(), f"{one}: run python3 dev.py lock"


def test_the_lock_of_the_extra_shares_what_the_program_has() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "requirements-ocr.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)
    for one in project["dependencies"] + project["optional-dependencies"]["ocr"]:
        name, _, version = one.partition("==")
        assert (_normal(name), version) in [(_normal(pin), found) for pin, found in pins], one
    locked = _locked()
    assert all(locked[_normal(name)] == version for name, version in pins if _normal(name) in locked)
    assert "rapidocr" not in locked
    blocks = re.findall(r"^[\w.-]+==(?:.*\\\n)*.*", text, re.MULTILINE)
    assert len(blocks) == len(pins) and all("--hash=sha256:" in block for block in blocks)
    assert "http" not in text


def test_the_lock_has_hashes_and_no_addresses() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--index|--find-links|--extra", text)
    blocks = re.findall(r"^[\w.-]+==(?:.*\\\n)*.*", text, re.MULTILINE)
    assert len(blocks) == len(_locked())
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_build_tool_can_be_installed_first(dev: ModuleType) -> None:
    dev.LOCK.write_text((ROOT / "requirements.lock").read_text(encoding="utf-8"), encoding="utf-8")
    block = dev.locked_block("setuptools")
    assert block.startswith("setuptools==") and block.endswith("\n")
    assert len(re.findall(r"^[\w.-]+==", block, re.MULTILINE)) == 1
    assert block.count("--hash=sha256:") == 2


def test_old_interpreters_can_read_it() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_only_the_standard_library_is_used() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    names = {one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names | {"__future__"}


def _script(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


posix = pytest.mark.skipif(os.name == "nt", reason="stands in for interpreters with shell scripts")


@posix
def test_no_fitting_interpreter_is_one_sentence(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _script(tmp_path, "python3", "echo 3 10")
    _script(tmp_path, "python3.12", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "_base_executable", str(tmp_path / "python3"))
    assert dev.main(["test"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert "3.11、3.12 或 3.13" in printed.err


@posix
def test_a_missing_venv_module_is_one_sentence(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _script(tmp_path, "python3", 'case "$2" in *ensurepip*) exit 1;; esac; echo 3 12')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "_base_executable", str(tmp_path / "python3"))
    assert dev.main(["test"]) == 2
    printed = capsys.readouterr()
    assert printed.err.count("\n") == 1
    assert "python3.12-venv" in printed.err


@posix
def test_another_interpreter_is_found(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _script(tmp_path, "python3", "echo 3 14")
    _script(tmp_path, "python3.13", "echo 3 13")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "_base_executable", str(tmp_path / "python3"))
    assert dev.find_python() == ["python3.13"]


@posix
def test_a_missing_lock_or_network_is_one_sentence(dev: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(dev.Stop, match="requirements.lock"):
        dev.install_locked(Path("python"))
    dev.LOCK.write_text("setuptools==1 \\\n    --hash=sha256:00\n", encoding="utf-8")
    with pytest.raises(dev.Stop, match="安装依赖没有完成"):
        dev.install_locked(Path("/bin/false"))


def test_the_stamp_changes_with_the_lock_and_the_place(dev: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    dev.LOCK.write_text("a==1\n", encoding="utf-8")
    first = dev.wanted_stamp()
    dev.LOCK.write_text("a==2\n", encoding="utf-8")
    assert dev.wanted_stamp() != first
    assert str(tmp_path) in first


def test_no_start_compiles_the_helper_modules_of_qt() -> None:
    shown = "import sys, shiboken6; print(sys.modules['shibokensupport.signature.loader'].__cached__)"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_file()


def test_missing_system_libraries_are_named_with_the_line_to_run(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    assert not dev.ready_system({"libnothing-of-the-kind.so.9": "libnothing9"})
    assert "sudo apt-get install -y --no-install-recommends libnothing9" in capsys.readouterr().err
    assert dev.ready_system({})


def test_the_check_script_does_nothing_cleverer() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 dev.py test" in script
    assert len(script.splitlines()) <= 3


def test_a_display_is_what_the_environment_says(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "WINDOWS", False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not dev.has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not dev.has_display()


def test_help_is_chinese(dev: ModuleType) -> None:
    done = subprocess.run([sys.executable, str(ROOT / "dev.py")], capture_output=True, check=False)
    assert done.returncode == 2
    assert "运行、测试" in done.stdout.decode("utf-8")
