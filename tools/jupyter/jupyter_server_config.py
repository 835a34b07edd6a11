"""The settings that need Python; all others are in jupyter_server_config.json."""

import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path

from jupyter_client import localinterfaces

c = get_config()  # noqa: F821 (Jupyter defines it)

# For a kernel that falls silent when others would go on.
sys.path.insert(0, str(Path(__file__).resolve().parent))
c.MultiKernelManager.kernel_manager_class = "glassnet_kernel_manager.GlassnetKernelManager"


def own_address():
    """A loopback address that no other program uses: Linux has 16 million.

    Jupyter chooses a kernel's five ports, and the kernel opens them a second later. On the address that
    all programs share, a busy machine may have given one of them to another program by then. With
    thirty kernels starting at once it happens: the kernel ends, or, worse, this server talks to a
    neighbor's kernel, which falls silent.
    """
    pid = os.getpid()
    address = f"127.{1 + (pid >> 16)}.{pid >> 8 & 255}.{pid & 255}"
    try:
        with socket.socket() as probe:
            probe.bind((address, 0))
    except OSError:
        return None  # Other systems have only one address.
    return address


if address := own_address():
    c.KernelManager.ip = address
    # Jupyter starts kernels only on addresses that it knows as this machine's.
    localinterfaces.local_ips().append(address)


def end_with_parent():
    """Ends this server, and with it the kernels, once the program that has started it is gone."""
    parent = os.getppid()

    def watch():
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


# The lab asks for it. A hub may be started anew while its students work on.
if os.environ.pop("GLASSNET_ENDS_WITH_PARENT", None) and sys.platform != "win32":
    end_with_parent()

# A notebook that is opened loads nothing from elsewhere: a picture on a stranger's server would tell
# that server who has opened it. What its cells do in the kernel, once they run, is not held by this.
c.ServerApp.tornado_settings = {
    "headers": {
        "Content-Security-Policy": "; ".join([
            "default-src 'self' data: blob:",
            "script-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' data: 'unsafe-inline'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]),
    },
}

# Figures have names, and follow the dark theme.
c.LabApp.extra_labextensions_path = [str(Path(__file__).resolve().parent / "labextensions")]

# What is exported from the Lab's menu is what nbconvert exports.
from glassnet_export import configure  # noqa: E402 (found now)

configure(c)
