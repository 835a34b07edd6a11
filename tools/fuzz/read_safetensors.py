"""What Python's safetensors makes of files of parameters: the outside truth for the fuzz.

Reads paths from standard input, one a line, and answers each with a line of JSON:
`{"numbers": "10 x 784, 10 x 10, float64, sha256"}` if it reads parameters that fit together: the shapes
of W1 and W2, the number format, and the first 16 digits of the hash of W1, b1, W2 and b2. If they only fit
with the weights turned round, these are turned; a bias may be a row; F16 is float32;
`{"other": why}` if it reads something else; `{"refused": error}` if it does not open the file.
"""

import hashlib
import json
import re
import sys

import numpy
from safetensors import safe_open


def layers(there):
    """The names of the weights and the bias of each layer, in the order of the layers' numbers."""
    found = {}
    for name in there:
        part = re.fullmatch(r"(?:(.*)[./_])?(weight|kernel|bias)(?::0)?", name, re.I | re.A)
        number = re.fullmatch(r"(w|weights?|b|bias|biases)_?(\d+)", name, re.I | re.A)
        if not part and not number:
            continue
        layer = part[1] or "" if part else f"W{number[2]}"
        role = "bias" if (part[2] if part else number[1])[0] in "bB" else "weight"
        if role in found.setdefault(layer, {}):
            return []  # the same layer under two names
        found[layer][role] = name
    if any(len(roles) < 2 for roles in found.values()):
        return []
    named = sorted(found, key=lambda layer: int("0" + re.search(r"\d*$", layer, re.A)[0]))
    return [(found[layer]["weight"], found[layer]["bias"]) for layer in named]


def fits(W1, b1, W2, b2):
    hidden, classes = W1.shape[0], W2.shape[0]
    return b1.shape == (hidden, 1) and W2.shape[1] == hidden and b2.shape == (classes, 1)


def verdict(path):
    try:
        with safe_open(path, "numpy") as file:
            found = layers(file.keys())
            if len(found) != 2:
                return {"other": "other tensors"}
            W1, b1, W2, b2 = (file.get_tensor(name) for layer in found for name in layer)
    except Exception as error:
        return {"refused": f"{type(error).__name__}: {error}"[:200]}
    W1, b1, W2, b2 = (A.astype(numpy.float32) if A.dtype == numpy.float16 else A
                      for A in (W1, b1, W2, b2))
    formats = {A.dtype.name for A in (W1, b1, W2, b2)}
    if formats not in ({"float64"}, {"float32"}):
        return {"other": "another number format, or several"}
    b1, b2 = (b.reshape(-1, 1) if b.ndim == 1 or b.ndim == 2 and b.shape[0] == 1 else b
              for b in (b1, b2))
    W1, W2 = (W.reshape(-1, 1) if W.ndim == 1 else W for W in (W1, W2))
    if any(A.ndim != 2 or A.size == 0 for A in (W1, b1, W2, b2)):
        return {"other": "no matrices"}
    if not fits(W1, b1, W2, b2):
        W1, W2 = (numpy.ascontiguousarray(W.T) for W in (W1, W2))
        if not fits(W1, b1, W2, b2) or any(W.shape[0] == W.shape[1] for W in (W1, W2)):
            return {"other": "the shapes do not fit"}
    for A in (W1, b1, W2, b2):
        A[numpy.isnan(A)] = numpy.nan  # all NaNs count as equal
    digest = hashlib.sha256(b"".join(A.tobytes() for A in (W1, b1, W2, b2))).hexdigest()[:16]
    shapes = ", ".join(" x ".join(map(str, W.shape)) for W in (W1, W2))
    return {"numbers": f"{shapes}, {W1.dtype.name}, {digest}"}


for line in sys.stdin:
    print(json.dumps(verdict(line.rstrip("\n"))), flush=True)
