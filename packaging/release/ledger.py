"""What a trial found, line by line, printed as it comes and kept in a file."""

import platform
import time
from collections.abc import Callable
from pathlib import Path

from release.places import Stop, say, version


class Ledger:
    """The findings of one trial. A finding that fails does not stop the rest."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._begun = time.monotonic()
        self._failed: list[str] = []
        self._lines: list[str] = []
        self._count = 0
        self.head(f"法治报告自检 {version()}，{platform.platform()}，{time.strftime('%Y-%m-%d %H:%M:%S')}")

    def head(self, title: str) -> None:
        """Begin a part."""
        self._write(f"== {title}")

    def find(self, name: str, holds: bool, detail: str = "") -> bool:
        """Note one finding; whether it holds."""
        self._count += 1
        if not holds:
            self._failed.append(name)
        self._write(f"   {'通过' if holds else '不行'}  {name}{f'：{detail}' if detail else ''}")
        return holds

    def figure(self, line: str) -> None:
        """Note a measurement."""
        self._write(f"   {line}")

    def part(self, title: str, work: Callable[[], None]) -> None:
        """Do one part; a Stop or missing file in it is a finding that failed."""
        self.head(title)
        begun = time.monotonic()
        try:
            work()
        except (Stop, OSError, KeyError, ValueError, IndexError) as error:
            self.find(title, False, f"{type(error).__name__} {error}")
        self.figure(f"用时 {time.monotonic() - begun:.0f} 秒")

    def close(self) -> None:
        """The last line. Raises Stop when anything failed."""
        seconds = time.monotonic() - self._begun
        if self._failed:
            self._write(f"试验没有通过：{self._count} 项里有 {len(self._failed)} 项不行")
            raise Stop(f"试验里不行的：{'；'.join(self._failed)}。记录在 {self._path}")
        self._write(f"试验全部通过：{self._count} 项，用时 {seconds:.0f} 秒")

    def _write(self, line: str) -> None:
        say(line)
        self._lines.append(line)
        self._path.write_text("\n".join(self._lines) + "\n", encoding="utf-8")
