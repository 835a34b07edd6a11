"""What Python's safetensors makes of files of parameters: the outside truth for the fuzz.

Reads paths from standard input, one a line, and answers each with a line of JSON:
`{"numbers": "10 x 784, 10 x 10, float64, sha256"}` if it reads parameters that fit together: the shapes
of W1 and W2, the number format, and the first 16 digits of the hash of W1, b1, W2 and b2. If they only fit
with the weights turned round, these are turned; a bias may be a row; F16 is float32;
`{"other": why}` if it reads something else; `{"refused": error}` if it does not open the file.
"""

import hashlib
import json
import sys

import numpy
from safetensors import safe_open

OURS = ["W1", "b1", "W2", "b2"]
PYTORCH = ["0.weight", "0.bias", "2.weight", "2.bias"]


def fits(W1, b1, W2, b2):
    hidden, classes = W1.shape[0], W2.shape[0]
    return b1.shape == (hidden, 1) and W2.shape[1] == hidden and b2.shape == (classes, 1)


def verdict(path):
    try:
        with safe_open(path, "numpy") as file:
            there = set(file.keys())
            names = PYTORCH if there.issuperset(PYTORCH) else OURS
            if not there.issuperset(names):
                return {"other": "other tensors"}
            W1, b1, W2, b2 = (file.get_tensor(name) for name in names)
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
