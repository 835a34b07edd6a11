"""Runs one student's cells on one kernel within limits, and reports the outcome of each.

The job is one line of JSON on standard input, which then stays open: when it closes, because the
grading is gone, this program and its kernel end too. The answers go to standard output, one line of
JSON each:

    {"cell": 3, "error": "ReferenceError: x is not defined"}     a cell that raised an error
    {"cell": 4, "stopped": "time", "detail": "..."}              a cell that was stopped, with its kernel
    {"piece": "dW2", "kind": "function", "source": "..."}        what a piece's name stands for
    {"done": true}                                               all cells were tried

A cell that ends its kernel or has to be stopped is left out, and the others run again on a new kernel.
If that happens too often, a last kernel runs only the cells with answers.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time

import psutil
import zmq
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

TICK = 0.1  # seconds between two looks at a kernel
TICKS_PER_DISK = 20
LONGEST_START = 120  # seconds
LONGEST_TEXT = 400


def main():
    job = json.loads(sys.stdin.readline())
    threading.Thread(target=end_with_parent, daemon=True).start()
    budget = {"processor": 0.0, "started": time.monotonic()}
    left_out, collected = set(), set()
    for attempt in range(job["limits"]["restarts"] + 1):
        # A cell that sets a timer which ends the kernel later puts the blame on other cells.
        only_answers = attempt > 0 and attempt == job["limits"]["restarts"]
        steps = [step for step in job["steps"] if step["needed"] or not only_answers]
        if only_answers:
            left_out &= {step["cell"] for step in steps if "piece" in step}
        stopped = run_all(job, steps, left_out, collected, budget)
        if stopped is None:
            tell(done="answers" if only_answers else "all")
            return
        left_out.add(stopped)
    tell(done="no")


def run_all(job, steps, left_out, collected, budget):
    """Runs the cells on a new kernel; returns the cell that ended it, if one did."""
    with Kernel(job, budget) as kernel:
        for step in steps:
            cell = step["cell"]
            if cell in left_out or step.get("piece") in collected:
                continue
            try:
                outcome = kernel.execute(step["source"])
            except Stopped as stop:
                tell(cell=cell, stopped=stop.kind, detail=stop.detail)
                return cell
            if "piece" in step:
                collected.add(step["piece"])
                tell(piece=step["piece"], **(outcome["result"] or {"kind": "nothing"}))
            elif outcome["error"]:
                tell(cell=cell, error=outcome["error"])
    return None


class Stopped(Exception):
    """The kernel has ended, or had to be stopped."""

    def __init__(self, kind, detail=""):
        super().__init__(kind)
        self.kind, self.detail = kind, detail


class Kernel:
    """One kernel process, and the connection to it."""

    def __init__(self, job, budget):
        self.job, self.limits, self.budget = job, job["limits"], budget
        self.words = b""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="kernel-", dir=self.job["runtime"])
        connection, _ = write_connection_file(os.path.join(self.folder, "connection.json"))
        self.process = subprocess.Popen(
            [*self.job["kernel"], connection],
            cwd=self.job["scratch"],
            env=self.job["env"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            preexec_fn=None if os.name == "nt" else self.limit,
        )
        self.measured = psutil.Process(self.process.pid)
        self.processor_before = self.budget["processor"]
        threading.Thread(target=self.listen, daemon=True).start()
        context = zmq.Context()
        # A huge message would otherwise fill the memory of this program.
        context.setsockopt(zmq.MAXMSGSIZE, self.limits["output"])
        self.client = BlockingKernelClient(context=context)
        self.client.load_connection_file(connection)
        self.client.start_channels(stdin=False, hb=False)
        self.monitor = self.client.iopub_channel.socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        self.wait_for_start()
        return self

    def __exit__(self, *_):
        kill(self.process)
        self.client.stop_channels()
        self.client.context.destroy(linger=0)

    def limit(self):
        """In the new process: no core dump, no huge file, and a limit that the system itself enforces."""
        import resource

        if sys.platform == "linux":
            # The kernel ends when this program does, however it ends. (PR_SET_PDEATHSIG is 1.)
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.limits["disk"], self.limits["disk"]))
        seconds = int(2 * self.limits["notebookProcessor"]) + 10
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    def listen(self):
        """Keeps the last output of the kernel process itself."""
        while data := self.process.stderr.read1(65536):
            self.words = (self.words + data)[-4000:]

    def wait_for_start(self):
        """Waits until both channels answer: earlier messages on the second one would be lost."""
        deadline = time.monotonic() + LONGEST_START
        shell, iopub = self.client.shell_channel, self.client.iopub_channel
        while time.monotonic() < deadline and self.process.poll() is None:
            self.client.kernel_info()
            # `execute` ignores answers to these questions that come later.
            if shell.socket.poll(1000) and iopub.socket.poll(1000):
                return
        raise SystemExit(f"The kernel did not start: {self.words.decode(errors='replace')}")

    def replied_to(self, asked):
        """Whether the answer on the shell channel has come."""
        shell = self.client.shell_channel
        while shell.socket.poll(0):
            if shell.get_msg(timeout=0)["parent_header"].get("msg_id") == asked:
                return True
        return False

    def execute(self, source):
        """Runs a cell to its end, and returns its error and its result."""
        asked = self.client.execute(source, allow_stdin=False, stop_on_error=False)
        watch = Watch(self)
        outcome = {"error": None, "result": None}
        replied = idle = False
        while not (replied and idle):
            iopub = self.client.iopub_channel
            if iopub.socket.poll(int(TICK * 1000)):
                idle = self.take(iopub.get_msg(timeout=0), asked, outcome, watch) or idle
            replied = replied or self.replied_to(asked)
            watch.look()
        return outcome

    def take(self, message, asked, outcome, watch):
        """Takes one message of the kernel; true if it ends the cell."""
        kind, content = message["header"]["msg_type"], message["content"]
        watch.heard(message)
        if message["parent_header"].get("msg_id") != asked:
            return False
        if kind == "error":
            name, value = content.get("ename") or "Error", content.get("evalue") or ""
            outcome["error"] = f"{name}: {value}"[:LONGEST_TEXT]
        elif kind == "execute_result":
            outcome["result"] = content["data"].get(self.job["mime"])
        return kind == "status" and content["execution_state"] == "idle"


class Watch:
    """Watches one cell: stops the kernel when the cell exceeds a limit."""

    def __init__(self, kernel):
        self.kernel, self.limits = kernel, kernel.limits
        self.processor_at_start = self.processor = self.processor_seconds()
        self.looked = self.moved = time.monotonic()
        self.heard_bytes = self.looks = 0

    def heard(self, message):
        self.heard_bytes += len(repr(message["content"]))
        if self.heard_bytes > self.limits["output"]:
            raise Stopped("output")

    def look(self):
        """Measured at most ten times a second."""
        now = time.monotonic()
        if now - self.looked < TICK:
            return
        self.looked = now
        self.looks += 1
        # A connection breaks for two reasons: the kernel has ended, or it sent a message that is too
        # large.
        broken = self.kernel.monitor.poll(0)
        if broken:
            time.sleep(5 * TICK)
        code = self.kernel.process.poll()
        if code is not None:
            self.ended(code)
        if broken:
            raise Stopped("output")
        try:
            memory, processor = self.memory(), self.processor_seconds()
        except psutil.Error:
            return  # it is ending
        limits, budget = self.limits, self.kernel.budget
        if processor > self.processor + 0.02:
            self.processor, self.moved = processor, now
        budget["processor"] = self.kernel.processor_before + processor
        if memory > limits["memory"]:
            raise Stopped("memory")
        if processor - self.processor_at_start > limits["cellProcessor"]:
            raise Stopped("time", "cell")
        if budget["processor"] > limits["notebookProcessor"]:
            raise Stopped("time", "notebook")
        if now - self.moved > limits["idle"]:
            raise Stopped("idle")
        if now - budget["started"] > limits["wall"]:
            raise Stopped("time", "wall")
        if self.looks % TICKS_PER_DISK == 0 and disk(self.kernel.job["scratch"]) > limits["disk"]:
            raise Stopped("disk")

    def ended(self, code):
        time.sleep(TICK)  # for its last output
        words = self.kernel.words.decode(errors="replace")
        if "out of memory" in words.lower() or "heap limit" in words.lower():
            raise Stopped("memory")
        if code == -getattr(signal, "SIGXFSZ", 0):
            raise Stopped("disk")
        raise Stopped("exit", f"exit code {code}" if code >= 0 else f"signal {-code}")

    def memory(self):
        return self.kernel.measured.memory_info().rss

    def processor_seconds(self):
        try:
            times = self.kernel.measured.cpu_times()
        except psutil.Error:
            return 0.0
        return times.user + times.system


def disk(folder):
    """The bytes in a folder, or a very large number if it holds very many files."""
    total = count = 0
    for place, _, names in os.walk(folder):
        for name in names:
            count += 1
            if count > 10_000:
                return float("inf")
            try:
                total += os.lstat(os.path.join(place, name)).st_size
            except OSError:
                pass  # it is gone already
    return total


def end_with_parent():
    sys.stdin.read()
    if os.name != "nt" and os.getpgid(0) == os.getpid():
        # This program leads a process group, and the kernel belongs to it.
        os.killpg(os.getpid(), signal.SIGKILL)
    for child in psutil.Process().children(recursive=True):
        child.kill()
    os._exit(1)


def kill(process):
    try:
        process.kill()
    except ProcessLookupError:
        pass
    process.wait()


def tell(**what):
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main()
