"""The settings of nbconvert: exported pages and slides keep all figures and need no network.

What --execute runs says a syntax error once.
"""

import sys
from pathlib import Path

c = get_config()  # noqa: F821 (Jupyter defines it)

sys.path.insert(0, str(Path(__file__).resolve().parent))
from glassnet_export import configure  # noqa: E402 (found now)

configure(c)
c.ExecutePreprocessor.kernel_manager_class = "said_once.KernelManagerSaidOnce"
