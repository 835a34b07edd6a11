"""The same network in NumPy, SciPy and PyTorch, timed beside Glassnet by `deno task bench`.

    python peers.py UNIT LIBRARY DTYPE FOLDER IMAGES HIDDEN [BATCH]

UNIT is `iteration` (forward, backward, update with all images) or `epoch` (mini-batches). FOLDER
holds raw little-endian files: x (784 bytes an image), y, and the first parameters W1, b1, W2, b2 for
HIDDEN units, float64, row by row. Prints a line of JSON when ready. Then each line that it reads is a
number of units; it does them, and prints the milliseconds of each and the first numbers of b2.
"""

import json
import pathlib
import sys
import time

import numpy as np

unit, library, dtype, folder, images, hidden = sys.argv[1:7]
folder, m, hidden = pathlib.Path(folder), int(images), int(hidden)
dtype = np.dtype(dtype)

pixels = np.fromfile(folder / "x", np.uint8, m * 784).reshape(m, 784)
labels = np.fromfile(folder / "y", np.uint8, m)


def matrix(name, rows):
    return np.fromfile(folder / f"{name}.{hidden}", np.float64).reshape(rows, -1).astype(dtype)


W1, b1, W2, b2 = matrix("W1", hidden), matrix("b1", hidden), matrix("W2", 10), matrix("b2", 10)
alpha = dtype.type(0.1)


def in_numpy():
    X = np.ascontiguousarray((pixels / 255).astype(dtype).T)
    if library == "scipy":
        import scipy.sparse

        # Each product gets the form of X that suits it; both store only the pixels that are not 0.
        columns, rows = scipy.sparse.csc_array(X), scipy.sparse.csr_array(X)
        times_X = lambda W: (columns.T @ W.T).T
        times_XT = lambda D: (rows @ D.T).T
    else:
        times_X = lambda W: W @ X
        times_XT = lambda D: D @ X.T
    Y = np.zeros((10, m), dtype)
    Y[labels, np.arange(m)] = 1

    def step():
        global W1, b1, W2, b2
        Z1 = times_X(W1) + b1
        A1 = np.maximum(Z1, 0)
        Z2 = W2 @ A1 + b2
        E = np.exp(Z2 - Z2.max(axis=0))
        A2 = E / E.sum(axis=0)
        dZ2 = A2 - Y
        dW2 = dZ2 @ A1.T / m
        db2 = dZ2.sum(axis=1, keepdims=True) / m
        dZ1 = (W2.T @ dZ2) * (Z1 > 0)
        dW1 = times_XT(dZ1) / m
        db1 = dZ1.sum(axis=1, keepdims=True) / m
        W1, b1, W2, b2 = W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW2, b2 - alpha * db2

    return step, lambda: b2


def in_torch():
    import torch

    kind = torch.float32 if dtype == np.float32 else torch.float64
    X = torch.from_numpy(pixels).to(kind) / 255
    y = torch.from_numpy(labels).long()
    one = torch.nn.Linear(784, hidden, dtype=kind)
    two = torch.nn.Linear(hidden, 10, dtype=kind)
    with torch.no_grad():
        for layer, W, b in ((one, W1, b1), (two, W2, b2)):
            layer.weight.copy_(torch.from_numpy(W))
            layer.bias.copy_(torch.from_numpy(b[:, 0]))
    model = torch.nn.Sequential(one, torch.nn.ReLU(), two)
    loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    def update(X, y):
        optimizer.zero_grad()
        loss(model(X), y).backward()
        optimizer.step()

    def epoch():
        order = torch.randperm(m)
        for k in range(0, m, batch):
            chosen = order[k : k + batch]
            update(X[chosen], y[chosen])

    batch = int(sys.argv[7]) if unit == "epoch" else m
    step = epoch if unit == "epoch" else lambda: update(X, y)
    return step, lambda: two.bias.detach().numpy()


step, check = in_torch() if library == "torch" else in_numpy()
print(json.dumps("ready"), flush=True)
for line in sys.stdin:
    times = []
    for _ in range(int(line)):
        began = time.perf_counter()
        step()
        times.append((time.perf_counter() - began) * 1000)
    print(json.dumps({"ms": times, "check": np.ravel(check())[:3].tolist()}), flush=True)
