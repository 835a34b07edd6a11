"""A warning of A.shape[1], a habit from NumPy: a Matrix's shape is a text, so that is one character.

Nothing in Deno's kernel sees a cell's code, but the kernel repeats it to all who listen. For the cells of
a page and of grading, lib/cells/compile.ts gives the same warning.
"""

import json
import re

from jupyter_client.session import DELIM

# Comments and texts are passed over.
INDEXED = re.compile(
    r"""//.*|/\*(?s:.*?)\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
    r"""|(?P<matrix>[\w$]+(?:\.[\w$]+)*)\.shape\s*\[\s*\d+\s*\]"""
    # const [n, m] = A.shape
    r"""|\[[\w$\s,]*\]\s*=\s*(?P<apart>[\w$]+(?:\.[\w$]+)*)\.shape\b(?!\s*[.\[(])"""
)


def shape_warnings(code):
    """A sentence for each place in a cell that takes characters from a shape."""
    return "".join(sentence(found) for found in INDEXED.finditer(code))


def sentence(found):
    """What is said of such a place; nothing of a comment or a text."""
    matrix = found["matrix"] or found["apart"]
    if not matrix:
        return ""
    what = (
        f"{matrix}.shape is a text such as \"10 x 784\", and is taken apart into its characters here."
        if found["apart"]
        else f"{found[0]} is one character: the shape of a Matrix is a text such as \"10 x 784\"."
    )
    return f"{what} The number of rows is {matrix}.rows, that of columns {matrix}.cols.\n"


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
