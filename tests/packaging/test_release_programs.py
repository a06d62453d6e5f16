"""The programs and the installer compile, and say who they are; the Linux script puts the program into the menu."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from release import installer, launcher, pe, runtime
from release.check import unmet_dlls, wrong_subsystems
from release.icon import SIZES
from release.places import CONSOLE_PROGRAM, NAME, PACKAGING, ROOT, WINDOW_PROGRAM, Stop, version

PICTURES = 16


def test_the_icon_has_every_size(icon: Path) -> None:
    data = icon.read_bytes()
    count = int.from_bytes(data[4:6], "little")
    sizes = sorted(data[6 + PICTURES * at] or 256 for at in range(count))
    assert (data[:4], tuple(sizes)) == (b"\0\0\1\0", SIZES)


@pytest.mark.usefixtures("mingw")
def test_the_launchers_compile_with_name_version_and_icon(icon: Path, tmp_path: Path) -> None:
    launcher.compile_launchers(tmp_path, icon)
    assert wrong_subsystems(tmp_path) == []
    data = icon.read_bytes()
    length, start = (int.from_bytes(data[at : at + 4], "little") for at in (14, 18))
    for name in (WINDOW_PROGRAM, CONSOLE_PROGRAM):
        path = tmp_path / name
        assert pe.stated(path, "ProductName", NAME)
        assert pe.stated(path, "FileVersion", version())
        assert pe.stated(path, "OriginalFilename", name)
        assert data[start : start + length] in path.read_bytes()
        assert pe.imported_dlls(path) <= {"kernel32.dll", "user32.dll", "shell32.dll", "msvcrt.dll"}


@pytest.mark.usefixtures("mingw")
def test_the_stable_dll_hands_every_name_on(tmp_path: Path) -> None:
    source = tmp_path / "x.c"
    text = "__declspec(dllexport) int Py_One(void) { return 1; }\n__declspec(dllexport) int PyTwo_Type = 2;\n"
    source.write_text(text, encoding="ascii")
    original = tmp_path / "python311.dll"
    subprocess.run([runtime.MINGW, "-shared", "-o", str(original), str(source)], check=True)
    assert pe.exported_names(original) == ("PyTwo_Type", "Py_One")
    runtime.make_stable_dll(original, tmp_path / "python3.dll")
    assert pe.exported_names(tmp_path / "python3.dll") == ("PyTwo_Type", "Py_One")
    assert b"python311.Py_One" in (tmp_path / "python3.dll").read_bytes()


@pytest.mark.usefixtures("mingw")
def test_a_dll_that_wants_one_which_is_not_there_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.c").write_text("__declspec(dllexport) int one(void) { return 1; }\n", encoding="ascii")
    text = "int one(void); int MessageBoxA(void *, char *, char *, unsigned);\n"
    text += "__declspec(dllexport) int two(void) { return one() + MessageBoxA(0, 0, 0, 0); }\n"
    (tmp_path / "two.c").write_text(text, encoding="ascii")
    subprocess.run([runtime.MINGW, "-shared", "-o", "one.dll", "one.c"], check=True, cwd=tmp_path)
    subprocess.run(
        [runtime.MINGW, "-shared", "-o", "two.dll", "two.c", "one.dll", "-luser32"], check=True, cwd=tmp_path
    )
    assert unmet_dlls(tmp_path) == []
    (tmp_path / "one.dll").unlink()
    assert unmet_dlls(tmp_path) == ["two.dll 要的 one.dll 没有"]


def test_what_is_no_windows_program_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.dll").write_bytes(b"MZ" + bytes(200))
    with pytest.raises(ValueError, match="no 64-bit Windows image"):
        pe.imported_dlls(tmp_path / "x.dll")


@pytest.mark.usefixtures("nsis")
def test_the_installer_compiles_and_says_who_it_is(icon: Path, tmp_path: Path) -> None:
    stage = tmp_path / "stage"
    (stage / "某 文件夹").mkdir(parents=True)
    for name in (WINDOW_PROGRAM, CONSOLE_PROGRAM, "某 文件夹/钱$.txt"):
        (stage / name).write_bytes(b"x" * 100)
    output = tmp_path / "Setup.exe"
    installer.make_setup(installer.Setup(stage, output, "1.2.3", icon, compressor="zlib"))
    assert pe.subsystem(output) == pe.WINDOW
    assert pe.stated(output, "ProductName", NAME)
    assert pe.stated(output, "FileVersion", "1.2.3")
    assert b'level="requireAdministrator"' not in output.read_bytes()
    assert b'level="asInvoker"' in output.read_bytes()


@pytest.mark.usefixtures("nsis")
def test_a_mistake_in_the_script_stops_the_release(tmp_path: Path) -> None:
    script = tmp_path / "wrong.nsi"
    script.write_text('OutFile "x.exe"\nSection\nNoSuchThing\nSectionEnd\n', encoding="utf-8")
    with pytest.raises(Stop, match="NoSuchThing"):
        installer.compile_script(script, {})


def test_only_listed_files_are_deleted_and_folders_only_when_empty() -> None:
    text = installer.remove_lines(["a/b/c.txt", "a/d$.txt", "e.txt"])
    assert text.splitlines() == [
        'Delete "$INSTDIR\\a\\b\\c.txt"',
        'Delete "$INSTDIR\\a\\d$$.txt"',
        'Delete "$INSTDIR\\e.txt"',
        'RMDir "$INSTDIR\\a\\b"',
        'RMDir "$INSTDIR\\a"',
    ]
    script = (PACKAGING / "installer.nsi").read_text(encoding="utf-8")
    assert "RMDir /r" not in script.replace('RMDir /r "${DATA}"', "")
    assert "HKLM" not in script and "HKCR" not in script and "RequestExecutionLevel user" in script


def test_files_are_copied_folder_after_folder(tmp_path: Path) -> None:
    lines = installer.install_lines(tmp_path, ["b/x", "a", "b/c/y", "b/z"]).splitlines()
    assert [one for one in lines if one.startswith("SetOutPath")] == [
        'SetOutPath "$INSTDIR"',
        'SetOutPath "$INSTDIR\\b"',
        'SetOutPath "$INSTDIR\\b\\c"',
    ]


def test_equal_stages_give_equal_archives(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "甲").mkdir(parents=True)
        (tmp_path / name / "甲" / "乙.txt").write_text("丙", encoding="utf-8")
        (tmp_path / name / "fazhi").write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name / "fazhi").chmod(0o755)
        os.utime(tmp_path / name / "fazhi", (1, 1 if name == "one" else 2))
        installer.make_portable(tmp_path / name, tmp_path / f"{name}.zip", "x")
        installer.make_archive(tmp_path / name, tmp_path / f"{name}.tar.gz", "x")
    for kind in ("zip", "tar.gz"):
        assert (tmp_path / f"one.{kind}").read_bytes() == (tmp_path / f"two.{kind}").read_bytes()
    shutil.unpack_archive(tmp_path / "one.zip", tmp_path / "out")
    assert (tmp_path / "out" / "x" / "portable").read_bytes() == b""
    shutil.unpack_archive(tmp_path / "one.tar.gz", tmp_path / "out", filter="tar")
    assert os.access(tmp_path / "out" / "x" / "fazhi", os.X_OK)


def test_the_program_goes_into_the_menu_and_out_again(tmp_path: Path) -> None:
    place = tmp_path / "程序 'A&B' 100% $x"
    shutil.copytree(PACKAGING / "linux", place)
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    entry = tmp_path / ".local" / "share" / "applications" / "fazhi.desktop"
    subprocess.run(["sh", str(place / "add-to-menu.sh")], env=environment, check=True, capture_output=True)
    lines = entry.read_text(encoding="utf-8").splitlines()
    written = str(place).replace("%", "%%").replace("$", "\\\\$")
    assert f'Exec="{written}/fazhi" %f' in lines
    assert f"Icon={place}/resources/icons/program.svg" in lines
    assert [one for one in lines if one.startswith("Name=")] == [f"Name={NAME}"]
    subprocess.run(["sh", str(place / "add-to-menu.sh"), "remove"], env=environment, check=True, capture_output=True)
    assert not entry.exists()


def test_the_manual_names_every_kind_of_file_in_the_menu() -> None:
    script = (PACKAGING / "installer.nsi").read_text(encoding="utf-8")
    manual = (ROOT / "docs" / "安装说明.md").read_text(encoding="utf-8")
    kinds = {line.split('"')[1] for line in script.splitlines() if "OpenWith ${ACTION} " in line}
    assert kinds == {".docx", ".doc", ".wps", ".pdf", ".ofd", ".txt"}
    assert all(one in manual for one in kinds)
