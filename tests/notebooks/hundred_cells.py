"""Sends 100 quick cells to the Glassnet kernel, all at once, and then one with a syntax error.

Prints as JSON which cells lack their result, their display or their print, and the text of the error. A
kernel that loses one of these leaves a student in front of a silent cell.
"""

import json
import queue
import sys
import time

from jupyter_client.manager import start_new_kernel

CELLS = 100
CELL = """console.log("print {i}");
await Deno.jupyter.display({{ "text/plain": "display {i}" }}, {{ raw: true }});
"result {i}\""""


def main(kernel_name):
    manager, client = start_new_kernel(kernel_name=kernel_name, startup_timeout=60)
    try:
        texts = answers(client, [CELL.format(i=i) for i in range(CELLS)])
        lost = {
            kind: [i for i, text in enumerate(texts) if f"{kind} {i}" not in text]
            for kind in ("result", "display", "print")
        }
        [syntax_error] = answers(client, ["let digit = = 7;"])
        print(json.dumps({"cells": CELLS, "lost": lost, "syntaxError": "\n".join(syntax_error)}))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def answers(client, cells):
    """All texts that came back, for each of the cells."""
    sent = {client.execute(cell): i for i, cell in enumerate(cells)}
    texts = [[] for _ in cells]
    idle = set()
    quiet_at = time.monotonic() + 120
    while time.monotonic() < quiet_at:
        try:
            message = client.get_iopub_msg(timeout=1)
        except queue.Empty:
            continue
        cell = sent.get(message["parent_header"].get("msg_id"))
        if cell is None:
            continue
        content = message["content"]
        match message["msg_type"]:
            case "stream":
                texts[cell] += content["text"].splitlines()
            case "display_data":
                texts[cell].append(content["data"]["text/plain"])
            case "execute_result":
                texts[cell].append(content["data"]["text/plain"].strip('"'))
            case "error":
                texts[cell] += [content["ename"], content["evalue"], *content["traceback"]]
            case "status" if content["execution_state"] == "idle":
                idle.add(cell)
                # A message up to three seconds after the last cell is late, not lost.
                if len(idle) == len(cells):
                    quiet_at = time.monotonic() + 3
    return texts


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "glassnet")
