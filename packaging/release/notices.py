"""The packages in the stage → one text with every name, version, licence and the licences' own words."""

import re
import subprocess
from dataclasses import dataclass
from email import message_from_string
from pathlib import Path

from release.lock import normal
from release.places import LINUX, NAME, NOTICES, PACKAGING, Platform, Stop, step
from release.runtime import LINUX_LIBRARIES, SCREEN_LIBRARIES
from release.stage import LIBRARIES

TEXTS = PACKAGING / "licences"
ADDED = {
    "jieba": ("jieba.txt",),
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": (),
}
"""Licence texts that a package does not bring itself. Those of shiboken6 are PySide6's."""

_RULE = "=" * 100
_ABOUT = f"""{NAME}：随附的第三方软件和许可

本程序用 MIT 许可，见 LICENSE.txt；字体的许可见 resources/fonts。下面是随程序分发的其他软件，各按自己的许可使用。
Qt、PySide6、shiboken6 按 LGPL-3.0 使用，没有改动，以动态库的形式放在 libraries 里，可以换成同一版本自己编译的；
源代码见 https://download.qt.io/ 和 https://code.qt.io/。
"""


@dataclass(frozen=True, slots=True)
class Package:
    """One package that is shipped."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[tuple[str, str], ...]
    """File name and words of each licence."""


def notices(platform: Platform) -> None:
    """Write the notices into the stage. Raises Stop for a package without licence or with an unfit one."""
    with step(f"第三方许可：{platform.name}") as note:
        packages = [read_package(one) for one in sorted((platform.stage / LIBRARIES).glob("*.dist-info"))]
        if not packages:
            raise Stop("摆好的文件夹里没有一个包，请先运行 stage。")
        packages.append(_python(platform.stage / "python"))
        for one in packages:
            refuse_unfit(one)
        text = notices_text(packages) + (_debian_libraries() if platform is LINUX else "")
        (platform.stage / NOTICES).write_text(text, encoding="utf-8")
        note(f"{len(packages)} 个包，{len(text) // 1000} 千字")


def read_package(folder: Path) -> Package:
    """What a ``*.dist-info`` folder says."""
    said = message_from_string((folder / "METADATA").read_text(encoding="utf-8", errors="replace"))
    name = str(said["Name"])
    files = [one for one in sorted(folder.rglob("*")) if one.is_file() and one.name != "METADATA"]
    texts = [(one.name, one.read_text(encoding="utf-8", errors="replace")) for one in files]
    texts += [(one, (TEXTS / one).read_text(encoding="utf-8")) for one in ADDED.get(normal(name), ())]
    home = said["Home-page"] or next(
        (one.split(",", 1)[1].strip() for one in said.get_all("Project-URL", []) if "http" in one), ""
    )
    return Package(name, str(said["Version"]), _licence(said), str(home), tuple(texts))


def _licence(said: object) -> str:
    get = said.get_all  # type: ignore[attr-defined]
    classified = [one.rpartition("::")[2].strip() for one in get("Classifier", []) if one.startswith("License ::")]
    for words in (get("License-Expression", []), get("License", []), classified):
        first = " ".join(str(one).strip().splitlines()[0] for one in words if str(one).strip())
        if first:
            return first
    return ""


def refuse_unfit(package: Package) -> None:
    """Raises Stop when a package says no licence, brings no words of one, or may be used under the GPL alone."""
    if not package.licence or (not package.texts and normal(package.name) not in ADDED):
        raise Stop(f"{package.name} 没有写明许可，请查清后在 release/notices.py 里补上。")
    kinds = re.findall(r"[\w.-]*GPL[\w.-]*", package.licence.upper())
    if kinds and not any(one.startswith("LGPL") for one in kinds):
        raise Stop(f"{package.name} 的许可是 {package.licence}，不能随程序分发。")


def notices_text(packages: list[Package]) -> str:
    """The text: first a list, then the words of every licence."""
    listed = [f"{one.name} {one.version}    {one.licence}    {one.home}".rstrip() for one in packages]
    parts = [_ABOUT, "\n".join(listed), ""]
    for one in packages:
        for name, words in one.texts:
            parts += [_RULE, f"{one.name} {one.version}：{name}", _RULE, words.strip(), ""]
    return "\n".join(parts) + "\n"


def _python(folder: Path) -> Package:
    words = (folder / "LICENSE.txt").read_text(encoding="utf-8", errors="replace")
    return Package("Python", "3.11", "PSF-2.0", "https://www.python.org", (("LICENSE.txt", words),))


def _debian_libraries() -> str:
    """The licences of shared libraries taken from this Debian, as its packages state them."""
    stated = {}
    for name in (*LINUX_LIBRARIES, *SCREEN_LIBRARIES):
        found = subprocess.run(["dpkg-query", "-S", f"*/{name}.so.*"], capture_output=True, text=True, check=False)
        for line in found.stdout.splitlines():
            package = line.split(":")[0]
            words = Path("/usr/share/doc") / package / "copyright"
            if words.is_file():
                stated[package] = words.read_text(encoding="utf-8", errors="replace")
    return "".join(f"{_RULE}\n{package}（Debian）\n{_RULE}\n{words.strip()}\n\n" for package, words in stated.items())
