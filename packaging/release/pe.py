"""What a Windows program or DLL says of itself: the DLLs it wants, the names it offers, with a console or without."""

import re
import struct
from dataclasses import dataclass
from pathlib import Path

WINDOW, CONSOLE = 2, 3
"""Subsystems of a program: no console window, a console."""

_IMPORTS, _DELAYED, _EXPORTS = 1, 13, 0


@dataclass(frozen=True, slots=True)
class _Image:
    data: bytes
    subsystem: int
    tables: tuple[tuple[int, int], ...]
    sections: tuple[tuple[int, int, int], ...]

    def at(self, address: int) -> int:
        """The place in the file of an address in memory."""
        for start, size, place in self.sections:
            if start <= address < start + size:
                return address - start + place
        raise ValueError("address outside of every section")

    def name_at(self, address: int) -> str:
        start = self.at(address)
        return self.data[start : self.data.index(b"\0", start)].decode("ascii")


def subsystem(path: Path) -> int:
    """WINDOW, CONSOLE or another number."""
    return _read(path).subsystem


def imported_dlls(path: Path) -> frozenset[str]:
    """The DLLs that must be there for ``path`` to load, in lower case; those wanted only later are left out."""
    image = _read(path)
    start, size = image.tables[_IMPORTS]
    names = set()
    place = image.at(start) if size else len(image.data)
    while place + 20 <= len(image.data):
        entry = struct.unpack_from("<5I", image.data, place)
        if not any(entry):
            break
        names.add(image.name_at(entry[3]).lower())
        place += 20
    return frozenset(names)


def exported_names(path: Path) -> tuple[str, ...]:
    """The names a DLL offers, sorted."""
    image = _read(path)
    start, size = image.tables[_EXPORTS]
    if not size:
        return ()
    count = struct.unpack_from("<I", image.data, image.at(start) + 24)[0]
    names = image.at(struct.unpack_from("<I", image.data, image.at(start) + 32)[0])
    addresses = struct.unpack_from(f"<{count}I", image.data, names)
    return tuple(sorted(image.name_at(one) for one in addresses))


def stated(path: Path, key: str, value: str) -> bool:
    """Whether the version information of ``path`` says that ``key`` is ``value``."""
    words = (re.escape(one.encode("utf-16-le")) for one in (key, value))
    return re.search(rb"\0\0(?:\0\0)?".join(words) + rb"\0\0", path.read_bytes()) is not None


def _read(path: Path) -> _Image:
    """Raises ValueError when ``path`` is no 64-bit Windows image."""
    data = path.read_bytes()
    try:
        head = struct.unpack_from("<I", data, 0x3C)[0]
        sections, size = struct.unpack_from("<H", data, head + 6)[0], struct.unpack_from("<H", data, head + 20)[0]
        optional = head + 24
        if data[:2] != b"MZ" or data[head : head + 4] != b"PE\0\0" or data[optional : optional + 2] != b"\x0b\x02":
            raise ValueError
        kind = struct.unpack_from("<H", data, optional + 68)[0]
        count = struct.unpack_from("<I", data, optional + 108)[0]
        tables = tuple(struct.unpack_from("<II", data, optional + 112 + 8 * one) for one in range(count))
        listed = []
        for one in range(sections):
            virtual, address, raw, place = struct.unpack_from("<4I", data, optional + size + 40 * one + 8)
            listed.append((address, max(virtual, raw), place))
    except (struct.error, ValueError) as error:
        raise ValueError(f"{path} is no 64-bit Windows image") from error
    return _Image(data, kind, tables, tuple(listed))
