#!/usr/bin/env python3
"""A release from a clean clone: ``build.py`` makes everything in ``dist/``, ``build.py try`` installs and runs it.

Every step can be asked for alone, in the order of STEPS. Python 3.11 or later starts this; 3.11 itself is needed.
"""

import argparse
import sys
import time
from pathlib import Path

from release import check, fetch, installer, launcher, lock, machine, notices, prune, stage, trial
from release.places import PLATFORMS, Stop, say
from release.runtime import EMBEDDABLE

STEPS = {
    "machine": "装好打包要的系统软件（root 时）",
    "fetch": "按锁取得依赖",
    "stage": "摆好程序文件夹",
    "prune": "去掉用不到的，编译其余的",
    "launcher": "编译启动程序",
    "notices": "生成第三方许可",
    "check": "核对摆好的文件夹",
    "installer": "做成安装程序和压缩包",
}
OTHERS = {"try": "在 Wine 和 Linux 上装、跑、升级、卸载", "lock": "由 requirements.lock 重新得出各平台的锁"}


def main(arguments: list[str]) -> int:
    """Run what was asked for; the exit status."""
    parser = argparse.ArgumentParser(prog="build.py", description="法治报告自检：打包；不带步骤时从头做到尾")
    listed = "，".join(f"{name} {what}" for name, what in (STEPS | OTHERS).items())
    parser.add_argument("steps", nargs="*", choices=[[], *STEPS, *OTHERS], metavar="步骤", help=listed)
    parser.add_argument("--runtime", type=Path, metavar="文件", help=f"python.org 的 {EMBEDDABLE}")
    asked = parser.parse_args(arguments)
    begun = time.monotonic()
    try:
        for name in asked.steps or STEPS:
            run_step(name, asked.runtime)
    except Stop as stop:
        print(f"没有完成：{stop}", file=sys.stderr, flush=True)
        return 1
    say(f"全部完成，用时 {time.monotonic() - begun:.0f} 秒")
    return 0


def run_step(name: str, runtime: Path | None) -> None:
    """One step, for every platform where it has two."""
    if name == "machine":
        machine.prepare(machine.FOR_BUILDING)
    elif name == "fetch":
        fetch.fetch(runtime)
    elif name == "launcher":
        launcher.launcher()
    elif name == "installer":
        installer.installer()
    elif name == "try":
        machine.prepare(machine.FOR_BUILDING | machine.FOR_TRYING)
        trial.try_all()
    elif name == "lock":
        lock.write_locks()
    for platform in PLATFORMS:
        if name == "stage":
            stage.stage(platform, runtime)
        elif name == "prune":
            prune.prune(platform)
            stage.compile_stage(platform)
        elif name == "notices":
            notices.notices(platform)
        elif name == "check":
            check.check(platform)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
