"""The settings of nbconvert: exported pages and slides keep all figures, each with its words.

What --execute runs says a syntax error once.
"""

import sys
from pathlib import Path

c = get_config()  # noqa: F821 (Jupyter defines it)

sys.path.insert(0, str(Path(__file__).resolve().parent))
c.HTMLExporter.preprocessors = ["glassnet_export.FiguresPreprocessor"]
c.ExecutePreprocessor.kernel_manager_class = "said_once.KernelManagerSaidOnce"
