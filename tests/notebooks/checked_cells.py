"""Runs cells of an exercise in the Glassnet kernel, one after the other, and prints their results.

Reads the cells as a JSON array of texts. Prints for each the JSON of the check if there is one, otherwise
the text or the error; and at the end the process ids of the kernel's children.
"""

import json
import queue
import subprocess
import sys
import time

from jupyter_client.manager import start_new_kernel

CHECK = "application/vnd.glassnet.check+json"


def main():
    cells = json.load(sys.stdin)
    manager, client = start_new_kernel(kernel_name="glassnet", startup_timeout=60)
    try:
        answers = [answer(client, cell) for cell in cells]
        kernel = manager.provisioner.process.pid
        # Processes that are ending need a moment.
        for _ in range(50):
            if not (left := children(kernel)):
                break
            time.sleep(0.1)
        # A check that never ends, while the kernel ends, as after "Restart".
        client.execute("check.relu(() => { while (true) {} })")
        started = []
        for _ in range(100):
            if started := children(kernel):
                break
            time.sleep(0.05)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    for _ in range(100):
        orphans = [pid for pid in started if alive(pid)]
        if not orphans:
            break
        time.sleep(0.1)
    print(json.dumps({"answers": answers, "left": left, "started": len(started), "orphans": orphans}))


def answer(client, cell):
    """What a cell shows: its check, its text or its error."""
    sent = client.execute(cell)
    found = None
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            message = client.get_iopub_msg(timeout=1)
        except queue.Empty:
            continue
        if message["parent_header"].get("msg_id") != sent:
            continue
        content = message["content"]
        if message["msg_type"] in ("execute_result", "display_data"):
            data = content["data"]
            found = data.get(CHECK) or data.get("text/plain")
        elif message["msg_type"] == "error":
            found = f"{content['ename']}: {content['evalue']}"
        elif message["msg_type"] == "status" and content["execution_state"] == "idle":
            return found
    return "no answer"


def children(pid):
    """The processes that a process has started."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = (line.split() for line in listed.splitlines())
    return [int(child) for child, parent in pairs if int(parent) == pid]


def alive(pid):
    """Whether a process is still there; one that has ended and waits for its parent is not."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout
    return bool(state.strip()) and not state.strip().startswith("Z")


main()
