"""The usual NumPy notebook as one script: read train.csv with pandas, train 500 iterations in float64.

    python notebook.py TRAIN_CSV ITERATIONS

Prints JSON: the milliseconds for the CSV and for the rest, the peak memory in bytes, the accuracy.
"""

import json
import resource
import sys
import time

began = time.perf_counter()
import numpy as np
import pandas as pd

csv, iterations = sys.argv[1], int(sys.argv[2])
imported = time.perf_counter()
data = pd.read_csv(csv)
read = time.perf_counter()

data = np.array(data)
rows, columns = data.shape
np.random.seed(0)
np.random.shuffle(data)
held_out = min(1000, rows // 5)
dev = data[0:held_out].T
Y_dev, X_dev = dev[0], dev[1:columns] / 255.0
train = data[held_out:rows].T
Y_train, X_train = train[0], train[1:columns] / 255.0
m = Y_train.size


def forward(W1, b1, W2, b2, X):
    Z1 = W1.dot(X) + b1
    A1 = np.maximum(Z1, 0)
    Z2 = W2.dot(A1) + b2
    E = np.exp(Z2 - Z2.max(axis=0))
    return Z1, A1, E / E.sum(axis=0)


W1, b1 = np.random.rand(10, 784) - 0.5, np.random.rand(10, 1) - 0.5
W2, b2 = np.random.rand(10, 10) - 0.5, np.random.rand(10, 1) - 0.5
Y = np.zeros((10, m))
Y[Y_train, np.arange(m)] = 1
for i in range(iterations):
    Z1, A1, A2 = forward(W1, b1, W2, b2, X_train)
    dZ2 = A2 - Y
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * (Z1 > 0)
    dW1 = 1 / m * dZ1.dot(X_train.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    W1, b1, W2, b2 = W1 - 0.1 * dW1, b1 - 0.1 * db1, W2 - 0.1 * dW2, b2 - 0.1 * db2
    if i % 10 == 0:
        accuracy = np.mean(np.argmax(A2, 0) == Y_train)
right = np.mean(np.argmax(forward(W1, b1, W2, b2, X_dev)[2], 0) == Y_dev)

peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
rest = time.perf_counter() - read + imported - began
print(json.dumps({"csv": (read - imported) * 1e3, "ms": rest * 1e3, "peak": peak, "accuracy": right}))
