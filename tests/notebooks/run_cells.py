"""Runs cells in the Glassnet kernel through nbclient, as a notebook, also those after an error.

Reads them from stdin as a JSON array of texts, and prints as JSON the outputs of each.
"""

import json
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tools" / "jupyter"))
from said_once import KernelManagerSaidOnce  # noqa: E402 (it lies in that folder)

notebook = nbformat.v4.new_notebook(
    cells=[nbformat.v4.new_code_cell(source) for source in json.load(sys.stdin)]
)
NotebookClient(
    notebook,
    kernel_name="glassnet",
    kernel_manager_class=KernelManagerSaidOnce,
    allow_errors=True,
    resources={"metadata": {"path": str(PROJECT / "notebooks")}},
).execute()
print(json.dumps([cell.outputs for cell in notebook.cells]))
