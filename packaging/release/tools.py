"""The small environment the build runs its helpers in: Python 3.11's pip, and the locked setuptools."""

from pathlib import Path

from release.places import BUILD, ROOT, TOOLS, Stop, build_python, run


def tool_python() -> Path:
    """The Python of that environment, made where it is missing."""
    python = TOOLS / "bin" / "python"
    done = TOOLS / "made.stamp"
    if not done.is_file():
        run(
            [build_python(), "-m", "venv", "--clear", TOOLS],
            "建不成打包用的环境，Debian、Ubuntu 请先安装 python3.11-venv。",
        )
        wanted = BUILD / "setuptools.txt"
        wanted.write_text(_locked_block("setuptools"), encoding="utf-8")
        command: list[str | Path] = [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
        ]
        run([*command, "--requirement", wanted], "装不上 setuptools，请检查网络和 pip 的设置。")
        done.touch()
    return python


def _locked_block(name: str) -> str:
    """The lines of one package in requirements.lock."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines(keepends=True)
    first = next((at for at, line in enumerate(lines) if line.startswith(f"{name}==")), None)
    if first is None:
        raise Stop(f"requirements.lock 里没有 {name}，请先运行 python3 dev.py lock。")
    last = first
    while lines[last].rstrip().endswith("\\"):
        last += 1
    return "".join(lines[first : last + 1])
