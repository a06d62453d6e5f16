"""The whole main job without one attempt to reach a network: open, check, keep, paper, window."""

from pathlib import Path

from tests.end_to_end.whole_program import SAMPLE, fazhi

# Every way Python has to a socket of the internet goes through these events, in C code too.
WATCH = """
import sys, os
seen = []
def watch(event, arguments):
    if event == "socket.__new__" and int(arguments[1]) in (2, 10, 23, 30):
        seen.append(event)
    elif event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        if not isinstance(arguments[1] if event in ("socket.connect", "socket.bind") else "", str):
            seen.append(event)
        elif event not in ("socket.connect", "socket.bind"):
            seen.append(event)
    elif event in ("urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect"):
        seen.append(event)
    if seen:
        print("NETWORK", *seen, file=sys.stderr, flush=True)
        os._exit(9)
sys.addaudithook(watch)
"""
WINDOW = """
import atexit, os
import desktop.app
from PySide6.QtCore import QTimer

class Window(desktop.app.MainWindow):
    def __init__(self, folder):
        super().__init__(folder)
        self.checked.connect(lambda checked: print(len(checked.result.items)))
        self.kept.connect(self.done)
        # A test that fails must end, too.
        QTimer.singleShot(40_000, lambda: os._exit(8))

    def done(self, kept):
        print(kept, flush=True)
        QTimer.singleShot(1500, self.close)

def libraries():
    try:
        print("Qt6Network" in open("/proc/self/maps").read())
    except OSError:
        print("unknown")

desktop.app.MainWindow = Window
atexit.register(libraries)
"""


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    run = fazhi("--version", data=tmp_path, before=WATCH + "\nimport socket\nsocket.socket(socket.AF_INET)")
    assert run.status == 9
    assert "NETWORK" in run.err


def test_checking_in_the_terminal(tmp_path: Path) -> None:
    run = fazhi("check", SAMPLE, "--pdf", tmp_path / "list.pdf", data=tmp_path / "data", before=WATCH)
    assert run.status in (0, 1), run.err
    assert run.err == ""
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    assert fazhi("history", data=tmp_path / "data", before=WATCH).status == 0


def test_the_window(tmp_path: Path) -> None:
    """With what it loads in the background after the first result; Qt's own network library is not even loaded."""
    run = fazhi(SAMPLE, data=tmp_path / "data", before=WATCH + WINDOW, QT_QPA_PLATFORM="offscreen")
    assert run.status == 0, run.err
    assert "NETWORK" not in run.err
    assert run.out.split() == [b"88", b"True", b"False" if Path("/proc/self/maps").exists() else b"unknown"]
