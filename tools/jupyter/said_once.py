"""A syntax error that is said once.

Deno's kernel puts all that it has to say of a cell which cannot be read into the error's name, and once
more into its value. JupyterLab and nbclient show both. Here it becomes an error like every other one.
If the line is Python, the error says what it is in TypeScript, as it does in a page.
"""

import json
import re
from pathlib import Path

from jupyter_client import AsyncKernelManager
from jupyter_client.session import DELIM, Session
from traitlets import default

# An error's name, its sentence with the line and the mark below it, and the place.
SAID = re.compile(r"(?:(\w*Error): )?(.*?)(?:\n +at file:\S*repl\.tsx:(\d+):(\d+))?", re.DOTALL)

# The line that is shown.
LINE = re.compile(r"^\d+ \| (.*)$", re.MULTILINE)

HABITS = [
    (re.compile(pattern), here)
    for pattern, here in json.loads(
        (Path(__file__).resolve().parents[2] / "lib" / "cells" / "python.json").read_text("utf-8")
    )
]


def python_in(sentence):
    """What the line of a sentence is called here if it is Python, or None."""
    line = LINE.search(sentence)
    return line and next((here for pattern, here in HABITS if pattern.search(line[1])), None)


def said_once(content):
    """The content of an error, with nothing said twice."""
    name = content["ename"]
    if name != content["evalue"] or content["traceback"]:
        return content
    kind, sentence, line, column = SAID.fullmatch(name).groups()
    kind = kind or "Error"
    here = python_in(sentence)
    if here:
        sentence = f"{sentence}\n{here}"
    traceback = f"{kind}: {sentence}".split("\n")
    if line:
        traceback.append(f"    at line {line}, column {column}")
    return {"ename": kind, "evalue": sentence, "traceback": traceback}


def frames_said_once(session, frames):
    """The same for a message as it comes from the kernel, signed again."""
    start = frames.index(DELIM) + 2
    header, parent, metadata, content = frames[start : start + 4]
    if json.loads(header)["msg_type"] != "error":
        return frames
    parts = [header, parent, metadata, session.pack(said_once(json.loads(content)))]
    return [*frames[: start - 1], session.sign(parts), *parts, *frames[start + 4 :]]


class SessionSaidOnce(Session):
    """Reads a kernel's messages."""

    def deserialize(self, *args, **options):
        message = super().deserialize(*args, **options)
        if message["msg_type"] == "error":
            message["content"] = said_once(message["content"])
        return message


class KernelManagerSaidOnce(AsyncKernelManager):
    """Starts and ends a kernel for nbclient and nbconvert."""

    @default("session")
    def _default_session(self):
        return SessionSaidOnce(parent=self)
