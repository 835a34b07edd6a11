"""Runs one notebook again and again in one Glassnet kernel, and reports after each run what it holds.

    soak.py NOTEBOOK RUNS [ITERATIONS]

Prints a line of JSON before the first run and after each: the kernel's memory, threads and child
processes, its JavaScript heap, the timers that are still running, the processor time that it uses at
rest, and how long the run took. ITERATIONS replaces the number of iterations of each training.
"""

import json
import os
import re
import signal
import sys
import time
from pathlib import Path

import nbformat
import psutil
from jupyter_client.manager import start_new_kernel

SECONDS_PER_CELL = 300
IDLE_SECONDS = 2

# Every timer goes into a set, and leaves it when it has fired or is cleared.
COUNT_TIMERS = """
globalThis.soakTimers = new Set();
for (const [set, clear] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
  const [realSet, realClear] = [globalThis[set], globalThis[clear]];
  globalThis[set] = (work, ...rest) => {
    const id = realSet((...args) => {
      if (set === "setTimeout") soakTimers.delete(id);
      return work(...args);
    }, ...rest);
    soakTimers.add(id);
    return id;
  };
  globalThis[clear] = (id) => {
    soakTimers.delete(id);
    realClear(id);
  };
}"""

# Without a garbage collection just before, the heap may be 100 MB larger: so V8 is asked for one.
ASK = """
const rest = () => new Promise((resolve) => setTimeout(resolve, 200));
for (let time = 0; time < 3; time++) {
  globalThis.gc();
  await rest();
}
console.log(JSON.stringify({ ...Deno.memoryUsage(), timers: soakTimers.size }));"""


def main(path, runs, iterations=None):
    # On a signal the kernel must end too: leaving by an exception does that.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    cells = [
        (number, cell.source if iterations is None else shortened(cell.source, iterations))
        for number, cell in enumerate(nbformat.read(path, as_version=4).cells, 1)
        if cell.cell_type == "code"
    ]
    manager, client = start_new_kernel(
        kernel_name="glassnet",
        startup_timeout=60,
        cwd=str(Path(path).parent),
        env={**os.environ, "DENO_V8_FLAGS": "--expose-gc"},
    )
    try:
        kernel = psutil.Process(manager.provisioner.pid)
        ask(client, COUNT_TIMERS, "the first cell")
        tell(kernel, client, 0, 0)
        for run in range(1, runs + 1):
            started = time.monotonic()
            for number, source in cells:
                ask(client, source, f"run {run}, cell {number}")
            tell(kernel, client, run, time.monotonic() - started)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def shortened(source, iterations):
    """The same cell with fewer iterations in each training."""
    return re.sub(r"\biterations: [1-9]\d*", f"iterations: {iterations}", source)


def tell(kernel, client, run, seconds):
    """Prints what the kernel holds at rest."""
    at_once = kernel.memory_info().rss
    inside = json.loads(ask(client, ASK, "the asking cell"))
    time.sleep(1)
    before = sum(kernel.cpu_times()[:2])
    time.sleep(IDLE_SECONDS)
    after = sum(kernel.cpu_times()[:2])
    rest = {
        "run": run,
        "seconds": seconds,
        "atOnce": at_once,
        "memory": kernel.memory_info().rss,
        "heap": inside["heapUsed"],
        "threads": kernel.num_threads(),
        "children": len(kernel.children(recursive=True)),
        "timers": inside["timers"],
        "idle": (after - before) / IDLE_SECONDS,
    }
    print(json.dumps(rest), flush=True)


def ask(client, source, where):
    """Runs a cell and returns what it printed; an error in it ends the soak."""
    printed = []

    def keep(message):
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])

    reply = client.execute_interactive(source, timeout=SECONDS_PER_CELL, output_hook=keep)
    content = reply["content"]
    if content["status"] != "ok":
        raise SystemExit(f"{where}: {content.get('ename')}: {content.get('evalue')}")
    return "".join(printed)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
