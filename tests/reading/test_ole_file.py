"""Compound files: the streams below the root, and files whose tables lie."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import DraftError
from desktop.reading.ole_file import OleFile

from .doc_writer import FREE, ole

SMALL, LARGE = b"word" * 40, bytes(range(256)) * 40


@pytest.mark.parametrize("small", [True, False])
def test_streams_of_every_size_are_read(small: bool) -> None:
    file = OleFile(ole({"small": SMALL, "large": LARGE, "empty": b"", "文稿": b"x" * 4096}, small=small))
    assert file.names == {"small", "large", "empty", "文稿"}
    assert file.stream("small").startswith(SMALL) and file.stream("large") == LARGE
    assert file.stream("empty").strip(b"\0") == b"" and file.stream("文稿") == b"x" * 4096
    assert file.stream("missing") == b""


@given(st.dictionaries(st.text("abc", min_size=1, max_size=5), st.binary(max_size=9000), max_size=5))
def test_what_was_written_is_read(streams: dict[str, bytes]) -> None:
    file = OleFile(ole(streams))
    assert {name: file.stream(name) for name in file.names} == streams


def changed(data: bytes, at: int, value: int) -> bytes:
    return data[:at] + struct.pack("<I", value) + data[at + 4 :]


PLAIN = ole({"A": LARGE, "B": SMALL})
DIRECTORY = (struct.unpack_from("<I", PLAIN, 48)[0] + 1) * 512
FAT = (struct.unpack_from("<I", PLAIN, 76)[0] + 1) * 512
LIES = {
    "empty": b"",
    "too short": PLAIN[:300],
    "sector size": changed(PLAIN, 30, 0x0006001F),
    "directory outside": changed(PLAIN, 48, 9999),
    "FAT outside": changed(PLAIN, 76, 9999),
    "FAT twice": changed(PLAIN, 80, struct.unpack_from("<I", PLAIN, 76)[0]),
    "stream in a circle": changed(PLAIN, FAT, 0),
    "directory in a circle": changed(PLAIN, FAT + 4 * (DIRECTORY // 512 - 1), DIRECTORY // 512 - 1),
    "tree in a circle": changed(PLAIN, DIRECTORY + 128 + 72, 1),
    "tree outside": changed(PLAIN, DIRECTORY + 128 + 72, 77),
    "size": changed(PLAIN, DIRECTORY + 128 + 120, 1 << 30),
    "small size": changed(PLAIN, DIRECTORY + 256 + 120, 4000),
    "list in a circle": changed(changed(PLAIN, 68, 3), 1024 + 512 * 3 - 4 + 512, 3),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_file_that_lies_is_refused(lie: str) -> None:
    with pytest.raises(DraftError):
        file = OleFile(LIES[lie])
        file.stream("A")
        file.stream("B")


def test_a_circle_in_the_list_of_sectors_costs_nothing() -> None:
    # The list says of itself that it goes on in itself, and that it has two billion entries.
    head = bytearray(PLAIN[:512])
    struct.pack_into("<II", head, 68, 0, 0x7FFFFFFF)
    struct.pack_into("<I", head, 44, 0x7FFFFFFF)
    with pytest.raises(DraftError):
        OleFile(bytes(head) + struct.pack("<128I", *[FREE] * 127, 0) + PLAIN[1024:])
