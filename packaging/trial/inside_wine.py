"""Runs under Wine in a plain Python: starts programs with exact command lines, and reads the registry.

Called with two files: orders (JSON) and where the answers go. Exit statuses that reach Linux through Wine are not
to be trusted, and neither are quotation marks on the way in; here both are Windows' own.
"""

import json
import os
import subprocess
import sys
import time
import winreg
from pathlib import Path

LONGEST = 400


def main(orders: str, answers: str) -> None:
    """Carry out the orders one by one."""
    asked = json.loads(Path(orders).read_text(encoding="utf-8"))
    given = [_KINDS[one["kind"]](one) for one in asked]
    Path(answers).write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")


def run(order: dict) -> dict:
    """Run a command line to its end: status, seconds, what it printed."""
    environment = {**os.environ, **order.get("environment", {})}
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            order["line"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
            timeout=LONGEST,
        )
        status, printed = done.returncode, done.stdout.decode("utf-8", "replace")
    except subprocess.TimeoutExpired as error:
        status, printed = -1, (error.stdout or b"").decode("utf-8", "replace") + " 超时"
    return {"status": status, "seconds": time.perf_counter() - begun, "printed": printed}


def meanwhile(order: dict) -> dict:
    """Start ``line``, wait until the file ``until`` is there, run ``then``, end the first."""
    first = subprocess.Popen(
        order["line"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    begun = time.perf_counter()
    while not Path(order["until"]).exists() and time.perf_counter() - begun < 90 and first.poll() is None:
        time.sleep(0.2)
    there = Path(order["until"]).exists()
    alive = first.poll() is None
    answer = run({"line": order["then"]})
    first.kill()
    first.wait()
    return {**answer, "there": there, "alive": alive}


def registry(order: dict) -> dict:
    """Every value below the given keys of the current user: path → value."""
    found = {}
    for key in order["keys"]:
        _values(key, found)
    return found


def _values(path: str, found: dict) -> None:
    try:
        key = winreg.OpenKey(winreg.HKEY_CURRENT_USER, path)
    except OSError:
        return
    keys, values, _ = winreg.QueryInfoKey(key)
    for at in range(values):
        name, value, _ = winreg.EnumValue(key, at)
        found[f"{path}\\{name}"] = value if isinstance(value, (str, int)) else repr(value)
    for at in range(keys):
        _values(f"{path}\\{winreg.EnumKey(key, at)}", found)


_KINDS = {"run": run, "meanwhile": meanwhile, "registry": registry}
main(sys.argv[1], sys.argv[2])
