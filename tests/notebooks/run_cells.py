"""Runs cells in the Glassnet kernel through nbclient, as a notebook, also those after an error.

Reads them from stdin as a JSON array of texts, and prints as JSON the outputs of each.
"""

import json
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"

notebook = nbformat.v4.new_notebook(
    cells=[nbformat.v4.new_code_cell(source) for source in json.load(sys.stdin)]
)
NotebookClient(
    notebook,
    kernel_name="glassnet",
    allow_errors=True,
    resources={"metadata": {"path": str(NOTEBOOKS)}},
).execute()
print(json.dumps([cell.outputs for cell in notebook.cells]))
