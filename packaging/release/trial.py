"""The files of dist/, tried as their users would: installed, run, upgraded, removed, on Windows (Wine) and on Linux."""

import hashlib

from release.installer import SUMS
from release.ledger import Ledger
from release.places import BUILD, DIST, Stop
from release.trial_linux import LinuxTrial
from release.trial_windows import WindowsTrial

LOG = BUILD / "trial.txt"


def try_all() -> None:
    """Raises Stop when anything did not work; the log has every finding and figure."""
    if not (DIST / SUMS).is_file():
        raise Stop("dist 里没有发行文件，请先运行 python3 packaging/build.py。")
    BUILD.mkdir(parents=True, exist_ok=True)
    ledger = Ledger(LOG)
    ledger.part("SHA-256", lambda: _sums(ledger))
    WindowsTrial(ledger, BUILD / "trial-windows").run()
    LinuxTrial(ledger, BUILD / "trial-linux").run()
    ledger.close()


def _sums(ledger: Ledger) -> None:
    for line in (DIST / SUMS).read_text(encoding="utf-8").splitlines():
        wanted, name = line.split("  ")
        data = (DIST / name).read_bytes()
        detail = f"{len(data) / 1_000_000:.1f} MB"
        ledger.find(name, hashlib.sha256(data).hexdigest() == wanted, detail)
