"""A warning of A.shape[1], a habit from NumPy: a Matrix's shape is a text, so that is one character.

Nothing in Deno's kernel sees a cell's code, but the kernel repeats it to all who listen. For the cells of
a page and of grading, lib/cells/compile.ts gives the same warning.
"""

import json
import re

from jupyter_client.session import DELIM

# `const [n, m] = A.shape`
TAKEN_APART = re.compile(
    r"""\[[\w$\s,]*\]\s*=\s*(?P<matrix>[\w$]+(?:\.[\w$]+)*)\.shape\b(?!\s*[.\[(])"""
)

# Comments and texts are passed over.
INDEXED = re.compile(
    r"""//.*|/\*(?s:.*?)\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
    r"""|(?P<matrix>[\w$]+(?:\.[\w$]+)*)\.shape\s*\[\s*\d+\s*\]"""
)


def shape_warnings(code):
    """A sentence for each place in a cell that takes a character from a shape."""
    apart = "".join(
        f"{found['matrix']}.shape is a text such as \"10 x 784\", and is taken apart into its characters "
        f"here. The number of rows is {found['matrix']}.rows, that of columns {found['matrix']}.cols.\n"
        for found in TAKEN_APART.finditer(code)
    )
    return apart + "".join(
        f"{found[0]} is one character: the shape of a Matrix is a text such as \"10 x 784\". The "
        f"number of rows is {found['matrix']}.rows, that of columns {found['matrix']}.cols.\n"
        for found in INDEXED.finditer(code)
        if found["matrix"]
    )


def warning_frames(session, frames):
    """The warning as a message that follows what the kernel says of a cell's start, or None."""
    start = frames.index(DELIM) + 2
    header, parent, _, content = frames[start : start + 4]
    if json.loads(header)["msg_type"] != "execute_input":
        return None
    text = shape_warnings(json.loads(content)["code"])
    if not text:
        return None
    said = [session.msg_header("stream"), {}, {"name": "stderr", "text": text}]
    head, metadata, body = map(session.pack, said)
    parts = [head, parent, metadata, body]
    return [*frames[: start - 1], session.sign(parts), *parts]
