"""The reference run in NumPy float64, as in the popular notebook, but with the right db.

    python reference_run.py FOLDER ITERATIONS

FOLDER holds raw little-endian files: train.x (m x 784 bytes), train.y, dev.x, dev.y, and W1, b1, W2, b2
(float64, row by row). Prints {"losses": [...], "devAccuracy": ...} as JSON; losses[k] is the loss after k
updates.
"""

import json
import pathlib
import sys

import numpy as np

folder, iterations = pathlib.Path(sys.argv[1]), int(sys.argv[2])


def images(name):
    return np.fromfile(folder / name, np.uint8).reshape(-1, 784).T / 255.0


def matrix(name, rows):
    return np.fromfile(folder / name, np.float64).reshape(rows, -1)


X, labels = images("train.x"), np.fromfile(folder / "train.y", np.uint8)
W1, b1, W2, b2 = (matrix(name, 10) for name in ("W1", "b1", "W2", "b2"))
m = X.shape[1]
Y = np.zeros((10, m))
Y[labels, np.arange(m)] = 1


def forward(X):
    Z1 = W1 @ X + b1
    A1 = np.maximum(Z1, 0)
    Z2 = W2 @ A1 + b2
    E = np.exp(Z2 - Z2.max(axis=0))
    return Z1, A1, E / E.sum(axis=0)


losses = []
for iteration in range(iterations + 1):
    Z1, A1, A2 = forward(X)
    losses.append(-np.log(A2[labels, np.arange(m)]).mean())
    if iteration == iterations:
        break
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (Z1 > 0)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    W1, b1, W2, b2 = W1 - 0.1 * dW1, b1 - 0.1 * db1, W2 - 0.1 * dW2, b2 - 0.1 * db2

right = forward(images("dev.x"))[2].argmax(axis=0) == np.fromfile(folder / "dev.y", np.uint8)
print(json.dumps({"losses": losses, "devAccuracy": right.mean()}))
