"""Breaks a training in every way in which a user can, and goes on from its checkpoint each time.

    broken_training.py [OPTIONS,CHECKPOINT]

`train` gets the images of the reference run, these options and this checkpoint. Each break comes once
the live bar shows that the training is far enough. Prints as JSON how far each training went, whether
the kernel lived on, where the last one began and ended, and the fingerprint at the end.
"""

import json
import queue
import re
import signal
import sys
import time

from jupyter_client.manager import start_new_kernel

SET_UP = """import { fingerprint, loadDigits, split, train } from "glassnet";
const { train: digits } = split((await loadDigits()).train, { dev: 1000 });
const [options, checkpoint] = %s;"""
BEGIN = "let training = await train(digits, { ...options, checkpoint });"
GO_ON = "let training = await train(digits, { ...options, checkpoint, resume: checkpoint.path });"
# If the cell has a signal of its own, nothing listens to the stop button, which then ends the kernel.
GO_ON_ALONE = GO_ON.replace(" });", ", signal: new AbortController().signal });")
REACHED = "console.log(training.history.at(-1).iteration, fingerprint(training.parameters))"


class Session:
    """A kernel in which a training can begin, and a new one once it has died."""

    def __init__(self, set_up):
        self.set_up = set_up
        self.start()

    def start(self):
        self.manager, self.client = start_new_kernel(kernel_name="glassnet", startup_timeout=60)
        self.process = self.manager.provisioner.process
        self.run(self.set_up)

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, cell, on_iteration=lambda iteration: None):
        """What a cell printed, or None if it ended the kernel."""
        sent = self.client.execute(cell)
        printed = []
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                message = self.client.get_iopub_msg(timeout=0.2)
            except queue.Empty:
                if self.process.poll() is not None:
                    return None
                continue
            if message["parent_header"].get("msg_id") != sent:
                continue
            content = message["content"]
            match message["msg_type"]:
                case "stream":
                    printed.append(content["text"])
                case "error":
                    raise SystemExit(f"{cell}: {content['ename']}: {content['evalue']}")
                case "display_data" | "update_display_data":
                    if found := re.match(r"iteration (\d+) of", content["data"]["text/plain"]):
                        on_iteration(int(found[1]))
                case "status" if content["execution_state"] == "idle":
                    return "".join(printed)
        raise SystemExit(f"{cell}: no end after two minutes")

    def break_at(self, iteration, cell, how):
        """Runs a training and breaks it: where it began, where it broke, and if the kernel lives."""
        seen = []

        def look(now):
            if now >= iteration and all(before < iteration for before in seen):
                how(self)
            seen.append(now)

        lives = self.run(cell, look) is not None
        return {"began": seen[0], "broken": seen[-1], "lives": lives}


def interrupt(session):
    """What the stop button of JupyterLab does."""
    session.manager.interrupt_kernel()


def kill(session):
    """What happens if memory runs out, or if the server ends."""
    session.manager.signal_kernel(signal.SIGKILL)


def main(given):
    whole = json.loads(given)[0]["iterations"]
    session = Session(SET_UP % given)
    breaks = []
    try:
        for share, cell, how in (
            (0.2, BEGIN, interrupt),
            (0.4, GO_ON, kill),
            (0.6, GO_ON, interrupt),
            (0.8, GO_ON_ALONE, interrupt),
        ):
            breaks.append(session.break_at(share * whole, cell, how))
            if not breaks[-1]["lives"]:
                session.end()
                session.start()
        last = []
        session.run(GO_ON, last.append)
        iteration, fingerprint = session.run(REACHED).split()
    finally:
        session.end()
    end = {"began": last[0], "ended": int(iteration), "fingerprint": fingerprint}
    print(json.dumps({"breaks": breaks, **end}))


if __name__ == "__main__":
    main(sys.argv[1])
