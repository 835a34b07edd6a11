"""nbgrader's settings for a course with these exercises; docs/nbgrader.md says how to use them."""

import os
from pathlib import Path

c = get_config()  # noqa: F821

# The course is inside the project, so that the notebooks find `glassnet`.
project = next(folder for folder in Path(__file__).resolve().parents if (folder / "deno.json").exists())

# nbgrader may be installed elsewhere than JupyterLab: this is where the kernel is described.
os.environ.setdefault("JUPYTER_PATH", str(project / ".venv" / "share" / "jupyter"))

# nbgrader gives a point for a check cell without an error. With this, a check that is not passed raises
# one.
os.environ["GLASSNET_GRADING"] = "1"

# What replaces a solution.
c.ClearSolutions.code_stub = {"typescript": 'throw notWritten("This piece");'}

# Seconds for one cell.
c.ExecutePreprocessor.timeout = 120
