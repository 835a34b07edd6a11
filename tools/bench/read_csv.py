"""Reads a CSV with pandas and prints how long that took: python read_csv.py CSV"""

import json
import sys
import time

import pandas as pd

began = time.perf_counter()
count = len(pd.read_csv(sys.argv[1]))
print(json.dumps({"ms": (time.perf_counter() - began) * 1e3, "count": count}))
