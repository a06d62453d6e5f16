"""Readers that do what no reader may, to be run in a process of their own."""

import ctypes
import os
import time
from collections.abc import Callable

from desktop.errors import DraftError
from desktop.reading import steps
from desktop.reading.lines import Line

Read = tuple[list[Line], tuple[str, ...]]


class PasswordHint(DraftError):
    """A kind of error that errors.py does not know."""


def echo(data: bytes, **options: str) -> Read:
    print("a library that talks")
    os.write(1, b"and one that talks past Python")
    words = data.decode("utf-8")
    return [Line(words, 2, 4, True, 1, False), Line("甲\t乙", row=True, source=(3, 4))], tuple(options.values())


def by_pages(data: bytes, on_page: Callable[[int, int], None]) -> Read:
    """Takes so many seconds a page, and more memory than a file without pictures may."""
    on_page(1, 2)
    grown = bytearray(400 * 1024 * 1024)
    time.sleep(float(data))
    on_page(2, 2)
    time.sleep(float(data))
    return [Line(f"{len(grown)}")], ()


def one_page_takes_all(data: bytes) -> Read:
    steps.begin()
    steps.begin()
    time.sleep(60)
    return [], ()


def slow_after_its_pages(data: bytes) -> Read:
    steps.begin()
    steps.done()
    time.sleep(float(data))
    return [Line("读完了")], ()


def empty(data: bytes) -> Read:
    return [], ()


def refuse(data: bytes) -> Read:
    raise DraftError("设了密码，打不开；请去掉密码再试。")


def refuse_oddly(data: bytes) -> Read:
    raise PasswordHint("打不开；请再试。")


def mistake(data: bytes) -> Read:
    raise IndexError("某某局的秘密")


def sleep(data: bytes) -> Read:
    time.sleep(60)
    return [], ()


def spin(data: bytes) -> Read:
    while True:
        pass


def swallow(data: bytes) -> Read:
    grown = []
    while True:
        grown.append(bytearray(16 * 1024 * 1024))


def fall(data: bytes) -> Read:
    ctypes.string_at(0)
    return [], ()


def leave(data: bytes) -> Read:
    os._exit(0)


def chatter(data: bytes) -> Read:
    return [Line("字" * 1000)] * 200, ()


def false_line(data: bytes) -> Read:
    return [Line("甲\n乙")], ()


def strange_line(data: bytes) -> Read:
    return [Line("甲", gap="多")], ()  # type: ignore[arg-type]


def write_file(data: bytes) -> Read:
    with open(data.decode("utf-8"), "wb") as file:  # noqa: PTH123
        file.write(b"x")
    return [], ()
