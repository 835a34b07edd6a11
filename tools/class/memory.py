"""The memory of the students' programs, counted fairly.

Linux gives each process's proportional set size (PSS): its own pages, and of a page that n processes
share, the n-th part. So the sum over all processes is what they really take together.
"""

import threading
from collections import defaultdict

from programs import commands

KINDS = {
    "jupyterhub-singleuser": "servers",
    "--kernel": "kernels",
    "configurable-http-proxy": "hub",
    "rehearsal_config.py": "hub",
}


def programs(run):
    """Every process of this run, with its kind: hub, servers, or kernels."""
    for pid, command in commands(run):
        for word, kind in KINDS.items():
            if any(part.endswith(word) for part in command):
                yield pid, kind
                break


def pss(pid):
    """A process's proportional set size in MB."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024
    except (OSError, StopIteration):
        return 0.0


def measure(run):
    """The MB of each kind, summed."""
    sums = defaultdict(float)
    for pid, kind in programs(run):
        sums[kind] += pss(pid)
    return dict(sums)


class Watch(threading.Thread):
    """Measures every few seconds, and keeps the moment when the students used the most."""

    def __init__(self, run, every=10.0):
        super().__init__(daemon=True)
        self.run_folder, self.every = run, every
        self.peak = {}
        self.over = threading.Event()

    def run(self):
        while True:
            ending = self.over.wait(self.every)
            now = measure(self.run_folder)
            if of_students(now) > of_students(self.peak):
                self.peak = now
            if ending:
                return

    def stop(self):
        self.over.set()
        self.join()
        return self.peak


def of_students(sums):
    return sums.get("servers", 0.0) + sums.get("kernels", 0.0)
