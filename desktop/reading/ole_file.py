"""OLE compound files: the streams directly below the root, read with every chain and count checked.

The layout is that of [MS-CFB]: sectors, a table that says which sector follows which (FAT), the same once more
for small streams, and a directory. No count in the file is believed: a chain may not be longer than the
file, and every sector that lists sectors is taken once. (olefile 0.47 needs 18 s for a file of 6 KB whose
list of sectors is a circle, and the longer the file claims the list to be, the longer.)
"""

import struct
import sys
from array import array
from dataclasses import dataclass, field

from desktop.errors import DraftError

DAMAGED = "不完整或已损坏，读不出内容；请重新复制或下载一份，或用 WPS、Word 打开后另存为 .docx。"
SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR = 0xFFFFFFFA
"""Numbers above this are no sectors but marks: end of a chain, free, part of a table."""
_NO_ENTRY = 0xFFFFFFFF
_IN_HEADER = 109
_ENTRY = 128
_MINI_SHIFT = 6
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name of the directory; ``start`` is its first sector, ``size`` its bytes."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass
class OleFile:
    """A compound file held in memory; DraftError when its tables contradict the file."""

    data: bytes
    _shift: int = 9
    _cutoff: int = 4096
    _fat: "array[int]" = field(default_factory=lambda: array("I"))
    _mini_fat: "array[int]" = field(default_factory=lambda: array("I"))
    _mini: bytes | None = None
    _root: _Entry | None = None
    _top: dict[str, _Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the header, the tables and the directory."""
        if len(self.data) < 512 or not self.data.startswith(SIGNATURE):
            raise DraftError(DAMAGED)
        self._shift, mini_shift = struct.unpack_from("<HH", self.data, 30)
        if self._shift not in (9, 12) or mini_shift != _MINI_SHIFT:
            raise DraftError(DAMAGED)
        directory, self._cutoff, mini_fat, more = struct.unpack_from("<I4xII4xI", self.data, 48)
        self._read_fat(more)
        self._read_directory(self._chain(directory))
        if mini_fat <= _LAST_SECTOR:
            self._mini_fat = _numbers(self._chain(mini_fat))

    @property
    def names(self) -> frozenset[str]:
        """The names of the streams and storages directly below the root."""
        return frozenset(self._top)

    def stream(self, name: str) -> bytes:
        """The bytes of the stream ``name`` below the root, b"" if there is none; raises DraftError."""
        entry = self._top.get(name)
        if entry is None or entry.kind != _STREAM or entry.size == 0:
            return b""
        if entry.size > len(self.data):
            raise DraftError(DAMAGED)
        held = self._small(entry) if entry.size < self._cutoff else self._chain(entry.start, entry.size)
        if len(held) < entry.size:
            raise DraftError(DAMAGED)
        return held[: entry.size]

    def _sector(self, number: int) -> bytes:
        """One sector; the last one of a file may be cut short."""
        start = (number + 1) << self._shift
        if number > _LAST_SECTOR or start >= len(self.data):
            raise DraftError(DAMAGED)
        return self.data[start : start + (1 << self._shift)]

    def _read_fat(self, more: int) -> None:
        """Join the sectors of the FAT: the first are listed in the header, others in sectors from ``more`` on."""
        listed = list(struct.unpack_from(f"<{_IN_HEADER}I", self.data, 76))
        seen: set[int] = set()
        while more <= _LAST_SECTOR:
            if more in seen:
                raise DraftError(DAMAGED)
            seen.add(more)
            *here, more = _numbers(self._sector(more))
            listed.extend(here)
        sectors = [number for number in listed if number <= _LAST_SECTOR]
        if len(sectors) != len(set(sectors)):
            raise DraftError(DAMAGED)
        self._fat = _numbers(b"".join(self._sector(number) for number in sectors))

    def _chain(self, start: int, size: int | None = None) -> bytes:
        """The sectors from ``start`` on: as many as ``size`` bytes need, or all of them."""
        most = (len(self.data) >> self._shift) + 1
        wanted = most if size is None else -(-size >> self._shift)
        sectors: list[bytes] = []
        passed = bytearray(most)
        number = start
        while number <= _LAST_SECTOR and len(sectors) < wanted:
            sectors.append(self._sector(number))
            if number >= len(self._fat) or passed[number]:
                raise DraftError(DAMAGED)
            passed[number] = 1
            number = self._fat[number]
        return b"".join(sectors)

    def _small(self, entry: _Entry) -> bytes:
        """The bytes of a stream that is kept in the small sectors inside the root's own stream."""
        if self._mini is None:
            root = self._root
            self._mini = b"" if root is None else self._chain(root.start, min(root.size, len(self.data)))
        pieces: list[bytes] = []
        passed: set[int] = set()
        number = entry.start
        while number < len(self._mini_fat) and len(pieces) << _MINI_SHIFT < entry.size:
            if number in passed:
                raise DraftError(DAMAGED)
            passed.add(number)
            pieces.append(self._mini[number << _MINI_SHIFT : (number + 1) << _MINI_SHIFT])
            number = self._mini_fat[number]
        return b"".join(pieces)

    def _read_directory(self, directory: bytes) -> None:
        """Find the root and what is directly below it, whatever the order of the tree."""
        self._root = _entry(directory, 0)
        waiting = [self._root.child]
        seen: set[int] = set()
        while waiting:
            index = waiting.pop()
            if index == _NO_ENTRY:
                continue
            if index in seen:
                raise DraftError(DAMAGED)
            seen.add(index)
            entry = _entry(directory, index)
            if entry.kind in (_STORAGE, _STREAM):
                self._top.setdefault(entry.name, entry)
            waiting += (entry.left, entry.right)


def _entry(directory: bytes, index: int) -> _Entry:
    at = index * _ENTRY
    if at + _ENTRY > len(directory):
        raise DraftError(DAMAGED)
    length, kind, left, right, child = struct.unpack_from("<HBxIII", directory, at + 64)
    start, size = struct.unpack_from("<II", directory, at + 116)
    name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, start, size)


def _numbers(data: bytes) -> "array[int]":
    """Whole numbers of four bytes, the lowest byte first."""
    found = array("I", data[: len(data) // 4 * 4])
    if sys.byteorder == "big":
        found.byteswap()
    return found
