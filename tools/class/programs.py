"""The programs of one rehearsal: finds them, and ends them.

    programs.py RUN     ends everything that carries the mark of this folder

Servers and kernels each have a process group of their own, so they are found by a mark in their environment.
"""

import os
import signal
import sys
import time


def commands(run):
    """The process id and the command of everything that the hub and the students have started."""
    mark = f"GLASSNET_CLASS_RUN={run}".encode()
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/environ", "rb") as file:
                if mark not in file.read().split(b"\0"):
                    continue
            with open(f"/proc/{pid}/cmdline", encoding="utf-8") as file:
                yield int(pid), file.read().split("\0")
        except OSError:
            continue  # It has ended, or belongs to somebody else.


def end(run):
    """Asks all of them to end, waits five seconds, and then kills them."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        for pid, _ in commands(run):
            try:
                os.kill(pid, how)
            except ProcessLookupError:
                pass  # It has ended in the meantime.
        until = time.monotonic() + 5
        while time.monotonic() < until:
            if not any(commands(run)):
                return
            time.sleep(0.1)


if __name__ == "__main__":
    end(sys.argv[1])
