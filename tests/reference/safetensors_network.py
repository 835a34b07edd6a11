"""Reads a network that Glassnet saved, and saves one for Glassnet, with the safetensors package and NumPy.

    python safetensors_network.py FOLDER

FOLDER holds pixels.u8 (m x 784 bytes), and Glassnet's files in ours/. For each of them the same network is
written to theirs/ as others might do it: with one-dimensional biases, and with PyTorch's names. Prints
{"file", "dtype", "metadata", "sha256", "predictions"} for each file as JSON; the SHA-256 is that of the
numbers of W1, b1, W2 and b2.
"""

import hashlib
import json
import pathlib
import sys

import numpy as np
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

folder = pathlib.Path(sys.argv[1])
X = np.fromfile(folder / "pixels.u8", np.uint8).reshape(-1, 784).T / 255
PYTORCH = {"W1": "0.weight", "b1": "0.bias", "W2": "2.weight", "b2": "2.bias"}

results = []
for path in sorted((folder / "ours").iterdir()):
    tensors = load_file(path)
    with safe_open(path, "numpy") as file:
        metadata = file.metadata()
    named = {name: tensors.get(name, tensors.get(PYTORCH[name])) for name in PYTORCH}
    W1, b1, W2, b2 = named.values()
    A1 = np.maximum(W1 @ X + b1.reshape(-1, 1), 0)
    predictions = (W2 @ A1 + b2.reshape(-1, 1)).argmax(axis=0)
    results.append({
        "file": path.name,
        "dtype": W1.dtype.name,
        "metadata": metadata,
        "sha256": hashlib.sha256(b"".join(A.tobytes() for A in named.values())).hexdigest(),
        "predictions": predictions.tolist(),
    })
    flat = {name: A.reshape(-1) if name.startswith("b") else A for name, A in named.items()}
    save_file(flat, folder / "theirs" / f"{path.name}-flat")
    save_file({PYTORCH[name]: A for name, A in flat.items()}, folder / "theirs" / f"{path.name}-pytorch")
print(json.dumps(results))
