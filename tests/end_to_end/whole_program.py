"""Files as users have them, and the program as they start it."""

import os
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = sorted((ROOT / "seeds").glob("*.docx"))
SAMPLE = SAMPLES[0]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the program left."""

    status: int
    out: bytes
    err: str

    @property
    def sentences(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


def fazhi(*arguments: str | Path, data: Path, before: str = "", **environment: str) -> Run:
    """Start ``fazhi`` in a process of its own; ``before`` is Python that runs in it first."""
    code = f"{before}\nimport sys\nfrom desktop.cli import main\nsys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    variables = os.environ | {"FAZHI_DATA": str(data)} | environment
    done = subprocess.run(command, capture_output=True, env=variables, timeout=120, check=False)
    return Run(done.returncode, done.stdout, done.stderr.decode("utf-8"))


def encrypted_docx(path: Path) -> Path:
    """An OLE file with the two streams of a Word document that has a password."""
    free, end, fat_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    chain = [fat_sector, end, *range(3, 10), end, *range(11, 18), end]
    fat = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    names = [("Root Entry", 5, end, 0), ("EncryptionInfo", 2, 2, 4096), ("EncryptedPackage", 2, 10, 4096)]
    directory = b""
    for number, (name, kind, start, size) in enumerate([*names, ("", 0, 0, 0)]):
        raw = name.encode("utf-16-le")
        left, right, child = free, 2 if number == 1 else free, 1 if number == 0 else free
        head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2 if raw else 0, kind, 1)
        directory += head + struct.pack("<III", left, right, child) + bytes(36) + struct.pack("<IQ", start, size)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    path.write_bytes(header + fat + directory + os.urandom(4096 * 2))
    return path


def png(path: Path) -> Path:
    """A picture of one point."""
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"
    body = b"\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
    path.write_bytes(head + body)
    return path
